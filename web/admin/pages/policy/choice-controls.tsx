import { ChoiceList, Select } from '@shopify/polaris';
import { t, word } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';
import type { ControlProps } from './setting-field.tsx';

export const ChoiceControl = ({ setting, label, help, value, disabled, onChange }: ControlProps<'choice'>) => (
  <Select
    label={label}
    helpText={help}
    options={setting.control.options.map((option) => ({
      label: word(`choice.${setting.name}`, option),
      value: option,
    }))}
    value={String(value)}
    onChange={onChange}
    disabled={disabled}
  />
);

/** Several of a few. */
export const ChoicesControl = ({ setting, label, help, value, disabled, onChange, onBad }: ControlProps<'choices'>) => {
  const { options, least } = setting.control;
  const selected = Array.isArray(value) ? value.map(String) : [];
  return (
    <ChoiceList
      allowMultiple
      title={`${label}. ${help ?? ''}`}
      choices={options.map((option) => ({ label: word(`choice.${setting.name}`, option), value: option }))}
      selected={selected}
      onChange={(next) => {
        onBad(next.length < least);
        // In the order they are listed in, so that the same choice is the same setting.
        onChange(options.filter((option) => next.includes(option)));
      }}
      error={selected.length < least ? t('policy.field.choices.least', { least }) : undefined}
      disabled={disabled}
    />
  );
};

export const TimeZoneControl = ({ setting, label, help, value, disabled, onChange }: ControlProps<'time-zone'>) => {
  const { me } = useShop();
  return (
    <Select
      label={label}
      helpText={help}
      options={[
        { label: t('policy.field.shop-zone', { zone: me.shop.timeZone }), value: setting.control.word },
        ...Intl.supportedValuesOf('timeZone').map((zone) => ({ label: zone, value: zone })),
      ]}
      value={String(value)}
      onChange={onChange}
      disabled={disabled}
    />
  );
};
