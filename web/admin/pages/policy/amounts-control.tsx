import { BlockStack, Button, InlineGrid, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { t } from '../../messages/index.ts';
import type { ControlProps } from './setting-field.tsx';

const AMOUNT = /^(0|[1-9]\d{0,11})(\.\d{1,4})?$/;

/** An amount, kept as the text that was typed: no cent is lost on the way. */
export const AmountControl = ({ label, help, value, disabled, onChange, onBad }: ControlProps<'amount'>) => {
  const [typed, setTyped] = useState(String(value ?? ''));
  const type = (text: string): void => {
    setTyped(text);
    onBad(!AMOUNT.test(text.trim()));
    if (AMOUNT.test(text.trim())) onChange(text.trim());
  };
  return (
    <TextField
      label={label}
      helpText={help}
      value={typed}
      onChange={type}
      inputMode="decimal"
      error={AMOUNT.test(typed.trim()) ? undefined : t('policy.field.amount.bad')}
      disabled={disabled}
      autoComplete="off"
    />
  );
};

/** Amounts by country or by name: a short table that grows. */
export const AmountsControl = ({ setting, label, help, value, disabled, onChange }: ControlProps<'amounts'>) => {
  const { keys } = setting.control;
  const table = (value ?? {}) as Readonly<Record<string, string>>;
  const [key, setKey] = useState('');
  const [amount, setAmount] = useState('');
  const [asked, setAsked] = useState(false);
  const keyFits =
    (keys === 'country' ? /^([A-Z]{2}|\*)$/.test(key.trim()) : key.trim() !== '' && key.trim().length <= 80) &&
    !Object.hasOwn(table, key.trim());
  const amountFits = AMOUNT.test(amount.trim());
  const add = (): void => {
    setAsked(true);
    if (!keyFits || !amountFits) return;
    onChange({ ...table, [key.trim()]: amount.trim() });
    setKey('');
    setAmount('');
    setAsked(false);
  };
  const remove = (gone: string): void => {
    const { [gone]: _, ...rest } = table;
    onChange(rest);
  };
  return (
    <fieldset className="mg-fieldset">
      <BlockStack gap="200">
        <legend>
          <Text as="span">{label}</Text>
        </legend>
        {Object.keys(table).length === 0 && (
          <Text as="p" tone="subdued">
            {t('policy.field.amounts.none')}
          </Text>
        )}
        <BlockStack as="ul" gap="100">
          {Object.entries(table).map(([name, cost]) => (
            <li key={name}>
              <InlineStack gap="200" blockAlign="center" align="space-between">
                <Text as="span">
                  {name}: {cost}
                </Text>
                <Button
                  size="slim"
                  disabled={disabled}
                  accessibilityLabel={t('policy.field.amounts.remove', { key: name })}
                  onClick={() => remove(name)}
                >
                  ×
                </Button>
              </InlineStack>
            </li>
          ))}
        </BlockStack>
        <InlineGrid columns={{ xs: 1, sm: '2fr 2fr auto' }} gap="200" alignItems="end">
          <TextField
            label={t(`policy.field.amounts.key.${keys}`)}
            value={key}
            onChange={setKey}
            error={asked && !keyFits ? t(`policy.field.amounts.key.bad.${keys}`) : undefined}
            disabled={disabled}
            autoComplete="off"
          />
          <TextField
            label={t('policy.field.amounts.amount')}
            value={amount}
            onChange={setAmount}
            inputMode="decimal"
            error={asked && !amountFits ? t('policy.field.amount.bad') : undefined}
            disabled={disabled}
            autoComplete="off"
          />
          <Button onClick={add} disabled={disabled}>
            {t('policy.field.amounts.add')}
          </Button>
        </InlineGrid>
        {help && (
          <Text as="p" tone="subdued">
            {help}
          </Text>
        )}
      </BlockStack>
    </fieldset>
  );
};
