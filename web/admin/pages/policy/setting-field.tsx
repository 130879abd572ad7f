import { useEffect } from 'react';
import type { Control, Setting } from '../../../edge/admin/contract.ts';
import { said, t } from '../../messages/index.ts';
import { settingLabel, valueWords } from '../../words/setting.ts';
import { AmountControl, AmountsControl } from './amounts-control.tsx';
import { ChoiceControl, ChoicesControl, TimeZoneControl } from './choice-controls.tsx';
import { NumberControl } from './number-control.tsx';

type Of<K extends Control['kind']> = Setting & Readonly<{ control: Extract<Control, { kind: K }> }>;

export type ControlProps<K extends Control['kind']> = Readonly<{
  setting: Of<K>;
  label: string;
  help: string | undefined;
  value: unknown;
  disabled: boolean;
  onChange: (value: unknown) => void;
  /** What is typed can't be read; the value stays as it was. */
  onBad: (bad: boolean) => void;
}>;

type Props = Readonly<Omit<ControlProps<Control['kind']>, 'label' | 'help' | 'setting'>> &
  Readonly<{ setting: Setting }>;

/** One setting in plain words: what it is about, its value with its unit, its default and why. */
export const SettingField = ({ setting, ...rest }: Props) => {
  const label = settingLabel(setting);
  const help = t('policy.default', { value: valueWords(setting, setting.default), because: said(setting.because) });
  const given = { label, help, ...rest };
  const { kind } = setting.control;
  // A field that is gone is not wrong any more: what could not be read in it was never part of the settings.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the field goes
  useEffect(() => () => rest.onBad(false), []);
  if (kind === 'choice') return <ChoiceControl {...given} setting={setting as Of<'choice'>} />;
  if (kind === 'choices') return <ChoicesControl {...given} setting={setting as Of<'choices'>} />;
  if (kind === 'number') return <NumberControl {...given} setting={setting as Of<'number'>} />;
  if (kind === 'amount') return <AmountControl {...given} setting={setting as Of<'amount'>} />;
  if (kind === 'amounts') return <AmountsControl {...given} setting={setting as Of<'amounts'>} />;
  return <TimeZoneControl {...given} setting={setting as Of<'time-zone'>} />;
};
