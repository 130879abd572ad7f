import { formatInstant, parseInstant } from '../days/instants.ts';
import { PolicyError, quoted } from '../errors.ts';
import { parseDecimal } from '../money/decimal.ts';
import type { Currency, Minor } from '../money/money.ts';
import { child, missingFact, type Node, needText, text } from './read.ts';

/** The currencies an order's amounts are written in. */
export type Currencies = Readonly<{ shop: Currency; presentment: Currency }>;

/** REST writes some amounts as JSON numbers (refunds' `subtotal`); a number prints as the shortest exact decimal. */
const decimalText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

/** `{amount, currencyCode}` or `{amount, currency_code}` in a currency that it must have. */
export const moneyOf = (node: Node, currency: Currency): Minor => {
  const code = text(node, 'currency_code') ?? text(node, 'currencyCode');
  if (code !== null && code !== currency) {
    throw new PolicyError('money/mixed-currencies', node.at, `expected an amount in ${currency}, got ${quoted(code)}`);
  }
  return parseDecimal(decimalText(node.value.amount), currency, `${node.at}.amount`);
};

/**
 * An amount of a REST order in the customer's currency: `<key>_set.presentment_money`, or the bare `<key>` where the
 * order has one currency only. Null where neither is there.
 * @throws PolicyError `facts/missing` where only the shop's currency is known and the customer paid in another
 */
export const presentment = (node: Node, key: string, { shop, presentment }: Currencies): Minor | null => {
  const set = child(node, `${key}_set`);
  const inSet = set && child(set, 'presentment_money');
  if (inSet) return moneyOf(inSet, presentment);
  const bare = node.value[key];
  if (bare === undefined || bare === null) return null;
  if (shop === presentment) return parseDecimal(decimalText(bare), presentment, `${node.at}.${key}`);
  throw missingFact(`${node.at}.${key}_set.presentment_money`);
};

export const needPresentment = (node: Node, key: string, currencies: Currencies): Minor => {
  const amount = presentment(node, key, currencies);
  if (amount === null) throw missingFact(`${node.at}.${key}`);
  return amount;
};

/** Refuses what can't be: a price, a tax or a discount below zero. */
export const notNegative = (amount: Minor, at: string): Minor => {
  if (amount < 0)
    throw new PolicyError('facts/contradictory', at, `expected no negative amount, got ${amount} minor units`);
  return amount;
};

/** An instant as facts keep it: UTC. */
export const instant = (node: Node, key: string): string | null => {
  const value = text(node, key);
  return value === null ? null : formatInstant(parseInstant(value, `${node.at}.${key}`));
};

export const needInstant = (node: Node, key: string): string => {
  needText(node, key);
  return instant(node, key) as string;
};
