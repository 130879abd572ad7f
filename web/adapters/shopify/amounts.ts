import { formatDecimal, parseAmount } from '../../../policy/money/decimal.ts';
import type { Minor } from '../../../policy/money/money.ts';

/** Money as Shopify writes it: a decimal string and an ISO 4217 code. */
export type MoneyV2 = Readonly<{ amount: string; currencyCode: string }>;
export type MoneyBag = Readonly<{ presentmentMoney: MoneyV2 }>;

/** Minor units of the currency the customer paid in. */
export const presentment = ({ presentmentMoney: { amount, currencyCode } }: MoneyBag): Minor =>
  parseAmount(amount, currencyCode);

/** For inputs: `12.30` and `USD`. */
export const moneyInput = (minor: Minor, currency: string): MoneyV2 => ({
  amount: formatDecimal(minor, currency),
  currencyCode: currency,
});
