import {
  type Ask,
  type Decision,
  type DecisionRequest,
  decide,
  type OrderFacts,
  parseAsk,
  parseSettings,
  parseWebhookOrder,
  type ShopFacts,
  toAnswer,
} from '../../../policy/index.ts';
import { adminOrder } from './admin-form.ts';
import { type OrderOptions, orderSpec } from './spec.ts';
import { webhookOrder } from './webhook-form.ts';

export type { OrderOptions } from './spec.ts';

/** The hour at which most examples are asked: two days after the order, a Sunday in New York. */
export const NOW = '2026-11-22T10:00:00-05:00';
export const SHOP: ShopFacts = { timeZone: 'America/New_York', country: 'US', currency: 'USD' };

/**
 * An Order as Shopify posts it. Says only what matters: `anOrder({ unitsShipped: 1 })`. Without options: two headphones
 * at 40.00 in the US, 8 % tax on the goods on top, shipping 10.00 untaxed, 96.40 paid, nothing shipped.
 */
export const anOrder = (options: OrderOptions = {}) => webhookOrder(orderSpec(options));

/** The same, as facts. */
export const orderFacts = (options: OrderOptions = {}): OrderFacts => parseWebhookOrder(anOrder(options)).facts;

export type AskOptions = Readonly<{
  order?: OrderOptions;
  settings?: Record<string, unknown>;
  now?: string;
  shop?: Partial<ShopFacts>;
}>;

/** A question as `npm run decide` reads it. */
export const aRequest = (ask: unknown, { order, settings = {}, now = NOW, shop = {} }: AskOptions = {}) => ({
  now,
  shop: { ...SHOP, ...shop },
  settings,
  order: anOrder(order),
  ask,
});

/** A question as `decide` reads it. `ask` as JSON: amounts are decimal strings. */
export const aDecisionRequest = (ask: unknown, options: AskOptions = {}): DecisionRequest => {
  const order = orderFacts(options.order);
  return {
    now: options.now ?? NOW,
    shop: { ...SHOP, ...options.shop },
    settings: parseSettings(options.settings),
    order,
    ask: parseAsk(ask, order.currency),
  };
};

/** The decision itself; for tests about minor units. */
export const decideOn = (ask: unknown, options: AskOptions = {}): Decision => decide(aDecisionRequest(ask, options));

/** The decision as it is told outside. */
export const answerTo = (ask: unknown, options: AskOptions = {}) => {
  const request = aDecisionRequest(ask, options);
  return toAnswer(decide(request, ''), request.order.currency);
};

/** `lines(2)` two of the first line; `lines({1: 2, 2: 1})` by line id. */
export const lines = (units: number | Record<number, number>) =>
  Object.entries(typeof units === 'number' ? { 1: units } : units).map(([id, quantity]) => ({
    lineItemId: Number(id),
    quantity,
  }));

/** `inspection({accepted: 1, artificial_damage: 1})` of the first line. */
export const inspection = (found: Record<string, number>, lineItemId = 1) =>
  Object.entries(found).map(([result, quantity]) => ({ lineItemId, quantity, result }));

export type { Ask };

/** The same order as the Admin API answers for it (`ORDER_FACTS_FRAGMENT`). */
export const anAdminOrder = (options: OrderOptions = {}) => adminOrder(orderSpec(options));
