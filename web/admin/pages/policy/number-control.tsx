import { BlockStack, InlineGrid, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { t, word } from '../../messages/index.ts';
import { unitOf } from '../../words/setting.ts';
import type { ControlProps } from './setting-field.tsx';

const NUMBER = 'number';

/** A number with its unit; where the setting knows none, or a word instead, that can be chosen first. */
export const NumberControl = ({ setting, label, help, value, disabled, onChange, onBad }: ControlProps<'number'>) => {
  const { control } = setting;
  const other = control.word ?? (control.none ? 'none' : null);
  const isNumber = typeof value === 'number';
  const [typed, setTyped] = useState(isNumber ? String(value) : '');
  const [mode, setMode] = useState(isNumber ? NUMBER : (other ?? NUMBER));
  const [touched, setTouched] = useState(false);
  const unit = unitOf(setting);

  const numberOf = (text: string): number | null => {
    if (!/^\d+([.,]\d+)?$/.test(text.trim())) return null;
    const number = Number(text.trim().replace(',', '.'));
    const fits = number >= control.min && number <= control.max;
    return fits && (control.step === 1 ? Number.isInteger(number) : /^\d+([.,]\d{1,2})?$/.test(text.trim()))
      ? number
      : null;
  };
  const type = (text: string): void => {
    setTyped(text);
    setTouched(true);
    const number = numberOf(text);
    onBad(number === null);
    if (number !== null) onChange(number);
  };
  const choose = (next: string): void => {
    setMode(next);
    setTouched(false);
    if (next !== NUMBER) {
      onBad(false);
      onChange(control.word ?? null);
    } else if (numberOf(typed) === null) onBad(true);
    else type(typed);
  };

  const field = (
    <TextField
      label={other === null ? label : `${label} (${unit ?? ''})`}
      labelHidden={other !== null}
      helpText={other === null ? help : undefined}
      value={typed}
      onChange={type}
      suffix={unit}
      inputMode={control.step === 1 ? 'numeric' : 'decimal'}
      error={
        touched && numberOf(typed) === null
          ? t('policy.field.number.bad', { min: control.min, max: control.max })
          : undefined
      }
      disabled={disabled}
      autoComplete="off"
    />
  );
  if (other === null) return field;
  return (
    <BlockStack gap="100">
      <InlineGrid columns={mode === NUMBER ? { xs: '3fr 2fr' } : 1} gap="200" alignItems="end">
        <Select
          label={label}
          options={[
            {
              label: control.word === null ? t('value.none') : word(`choice.${setting.name}`, control.word),
              value: other,
            },
            { label: t('policy.field.number.set'), value: NUMBER },
          ]}
          value={mode}
          onChange={choose}
          disabled={disabled}
        />
        {mode === NUMBER && field}
      </InlineGrid>
      <Text as="p" tone="subdued">
        {help}
      </Text>
    </BlockStack>
  );
};
