import { parseInstant } from '../days/instants.ts';
import type { DecisionRequest, ShopFacts } from '../decision.ts';
import { PolicyError } from '../errors.ts';
import type { OrderFacts } from '../facts/order-facts.ts';
import { resolveSettings, type Settings } from '../settings.ts';
import { type Ledger, ledgerOf } from './ledger.ts';

/** What every question is decided with. */
export type Context = Readonly<{
  /** Milliseconds since the epoch. */
  now: number;
  shop: ShopFacts;
  order: OrderFacts;
  /** In force for the market that the goods go to; a product's own are asked by line. */
  settings: Settings;
  ledger: Ledger;
  /** Where days are counted. */
  timeZone: string;
}>;

export const contextOf = ({ now, shop, settings: all, order }: DecisionRequest): Context => {
  const settings = resolveSettings(all, { shipTo: order.shipTo });
  return {
    now: parseInstant(now, 'now'),
    shop,
    order,
    settings,
    ledger: ledgerOf(order, settings),
    timeZone: settings['deadline.zone'] === 'shop' ? shop.timeZone : settings['deadline.zone'],
  };
};

/** The settings in force for one product. */
export const settingsFor = (context: Context, productId: string | null): Settings =>
  resolveSettings(context.settings, { productId });

/**
 * An instant that has happened.
 * @throws PolicyError `input/bad-instant` or, where it lies in the future, `ask/impossible-date`
 */
export const pastInstant = (context: Context, value: string, path: string): number => {
  const ms = parseInstant(value, path);
  if (ms > context.now) throw new PolicyError('ask/impossible-date', path, `${value} lies after the time of asking`);
  return ms;
};
