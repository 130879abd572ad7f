import type { Ask, DecisionRequest, Judged } from '../decision.ts';
import type { SettingOverrides, Settings } from '../settings.ts';

/** What a person decided about what is asked, if anything. */
export const judgedOf = (ask: Ask): Judged =>
  (ask.kind === 'return' ? ask.judged : ask.kind === 'settle' ? ask.return.judged : undefined) ?? NOTHING_JUDGED;

const NOTHING_JUDGED: Judged = {};

/** Settings that leave something to a person, with that person's answer in their place. */
const answers = (judged: Judged): SettingOverrides => ({
  ...(judged.carriage === undefined
    ? {}
    : { 'wrongItemCustomer.carriage': judged.carriage === 'waive' ? 'never' : 'charge' }),
  ...(judged.validDays === undefined ? {} : { 'rma.validDays': judged.validDays }),
  ...(judged.greyZone === undefined ? {} : { 'deadline.greyZone': judged.greyZone }),
  ...(judged.inconclusive === undefined ? {} : { 'test.inconclusive': judged.inconclusive }),
  ...(judged.missingParts === undefined ? {} : { missingParts: judged.missingParts }),
});

/**
 * The policy as it is asked about one case: a person's answer stands before what is set for the shop, the market and the
 * product, and for this question alone.
 */
export const judgedSettings = ({ settings, ask }: Pick<DecisionRequest, 'settings' | 'ask'>): Settings => {
  const judged = judgedOf(ask);
  if (judged === NOTHING_JUDGED) return settings;
  const given = answers(judged);
  const names = Object.keys(given);
  if (names.length === 0) return settings;
  const without = (own: SettingOverrides): SettingOverrides =>
    Object.fromEntries(Object.entries(own).filter(([name]) => !names.includes(name)));
  const each = <T>(scopes: Readonly<Record<string, T>>, change: (scope: T) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(scopes).map(([key, scope]) => [key, change(scope)]));
  return {
    ...settings,
    ...given,
    markets: each(settings.markets, without),
    products: each(settings.products, without),
    collections: each(settings.collections, (one) => ({ ...one, settings: without(one.settings) })),
  };
};
