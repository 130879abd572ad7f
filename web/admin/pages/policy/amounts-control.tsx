import { BlockStack, Button, InlineGrid, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { minorDigits } from '../../../../policy/money/currencies.ts';
import { decimalText } from '../../format/money.ts';
import { parseMoney } from '../../format/parse-money.ts';
import { t } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';
import type { ControlProps } from './setting-field.tsx';

/** Reads what is typed as an amount of the shop's currency: `12,50` is `12.50`, and `1.500` is none of euros. */
const useAmounts = () => {
  const digits = minorDigits(useShop().me.shop.currency);
  return {
    /** Null where it is none. */
    amountOf: (text: string): string | null => {
      const minor = parseMoney(text, digits);
      return minor === null ? null : decimalText(minor, digits);
    },
    /** As this currency writes it: of yen, `500` where `500.00` is stored. */
    shown: (value: unknown): string => {
      const text = String(value ?? '');
      const [whole = '', fraction = ''] = text.split('.');
      if (fraction.length <= digits || /[^0]/.test(fraction.slice(digits))) return text;
      return digits === 0 ? whole : `${whole}.${fraction.slice(0, digits)}`;
    },
    bad: t('policy.field.amount.bad', { example: decimalText(500 * 10 ** digits, digits) }),
  };
};

/** An amount, as decimal text: no cent is lost on the way. */
export const AmountControl = ({ label, help, value, disabled, onChange, onBad }: ControlProps<'amount'>) => {
  const { amountOf, shown, bad } = useAmounts();
  const [typed, setTyped] = useState(() => shown(value));
  const type = (text: string): void => {
    setTyped(text);
    const amount = amountOf(text);
    onBad(amount === null);
    if (amount !== null) onChange(amount);
  };
  return (
    <TextField
      label={label}
      helpText={help}
      value={typed}
      onChange={type}
      inputMode="decimal"
      error={amountOf(typed) === null ? bad : undefined}
      disabled={disabled}
      autoComplete="off"
    />
  );
};

/** Amounts by country or by name: a short table that grows. */
export const AmountsControl = ({ setting, label, help, value, disabled, onChange, onBad }: ControlProps<'amounts'>) => {
  const { keys } = setting.control;
  const table = (value ?? {}) as Readonly<Record<string, string>>;
  const { amountOf, bad } = useAmounts();
  const [key, setKey] = useState('');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const keyFits =
    (keys === 'country' ? /^([A-Z]{2}|\*)$/.test(key.trim()) : key.trim() !== '' && key.trim().length <= 80) &&
    !Object.hasOwn(table, key.trim());
  const amount = amountOf(typed);
  const isHalfTyped = key.trim() !== '' || typed.trim() !== '';
  /** What is typed and not added is in no list yet: saving would lose it. */
  const type = (nextKey: string, nextAmount: string): void => {
    setKey(nextKey);
    setTyped(nextAmount);
    onBad(nextKey.trim() !== '' || nextAmount.trim() !== '');
  };
  const add = (): void => {
    setAsked(true);
    if (!keyFits || amount === null) return;
    onChange({ ...table, [key.trim()]: amount });
    type('', '');
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
            onChange={(next) => type(next, typed)}
            error={asked && !keyFits ? t(`policy.field.amounts.key.bad.${keys}`) : undefined}
            disabled={disabled}
            autoComplete="off"
          />
          <TextField
            label={t('policy.field.amounts.amount')}
            value={typed}
            onChange={(next) => type(key, next)}
            inputMode="decimal"
            error={asked && amount === null ? bad : undefined}
            disabled={disabled}
            autoComplete="off"
          />
          <Button onClick={add} disabled={disabled}>
            {t('policy.field.amounts.add')}
          </Button>
        </InlineGrid>
        {isHalfTyped && (
          <Text as="p" tone="critical">
            {t('policy.field.amounts.pending')}
          </Text>
        )}
        {help && (
          <Text as="p" tone="subdued">
            {help}
          </Text>
        )}
      </BlockStack>
    </fieldset>
  );
};
