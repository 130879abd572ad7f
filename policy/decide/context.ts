import { parseInstant } from '../days/instants.ts';
import type { DecisionRequest, Judged, ReturnReason, ShopFacts } from '../decision.ts';
import { PolicyError } from '../errors.ts';
import type { OrderFacts } from '../facts/order-facts.ts';
import { resolveSettings, type Settings } from '../settings.ts';
import { judgedOf, judgedSettings } from './judged.ts';
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
  /** What a person decided about what is asked. */
  judged: Judged;
}>;

export const contextOf = ({ now, shop, settings: all, order, ask }: DecisionRequest): Context => {
  const settings = resolveSettings(judgedSettings({ settings: all, ask }), { shipTo: order.shipTo });
  return {
    now: parseInstant(now, 'now'),
    shop,
    order,
    settings,
    ledger: ledgerOf(order, settings),
    timeZone: zoneOf(settings, shop),
    judged: judgedOf(ask),
  };
};

/** Where days are counted (A11). */
export const zoneOf = (settings: Settings, shop: Pick<ShopFacts, 'timeZone'>): string =>
  settings['deadline.zone'] === 'shop' ? shop.timeZone : settings['deadline.zone'];

/** The settings in force for one product. */
export const settingsFor = (context: Context, productId: string | null): Settings =>
  resolveSettings(context.settings, { productId });

/** Who pays the carriage of what was ordered by mistake (P1): as set, or as a person said. */
export const carriageOf = (
  { judged, settings }: Context,
  reason: ReturnReason,
): 'charge' | 'ask' | 'never' | 'waived' => {
  if (reason !== 'customer_ordered_wrong') return 'charge';
  return judged.carriage === 'waive' ? 'waived' : settings['wrongItemCustomer.carriage'];
};

/**
 * An instant that has happened.
 * @throws PolicyError `input/bad-instant` or, where it lies in the future, `ask/impossible-date`
 */
export const pastInstant = (context: Context, value: string, path: string): number => {
  const ms = parseInstant(value, path);
  if (ms > context.now) throw new PolicyError('ask/impossible-date', path, `${value} lies after the time of asking`);
  return ms;
};
