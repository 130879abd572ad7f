import fc from 'fast-check';
import type { PastCase } from '../../../policy/backtest/index.ts';
import type { Ask, DecisionRequest, OrderFacts } from '../../../policy/index.ts';
import { SHOP } from '../../policy/support/builders.ts';
import { arbOrder, shipped } from '../../policy/support/random-orders.ts';

/** Orders that differ in lines, prices, tax, tips, currency; the rest differ from these in number and date. */
const KINDS = 500;
const HOUR_MS = 3_600_000;
const FIRST = Date.parse('2024-11-01T00:00:00Z');
/** Two years: what a shop that starts with Makegood looks back on. */
const HOURS = 2 * 365 * 24;
/** From the order to the parcel. */
const HOURS_TO_SHIP = 30;

const kinds = fc.sample(arbOrder, { numRuns: KINDS, seed: 1 });
const iso = (hour: number): string => new Date(FIRST + hour * HOUR_MS).toISOString();

/** The order of this number, as facts that were parsed and kept. Nine of ten have shipped. */
const pastOrder = (number: number): OrderFacts => {
  const kind = kinds[number % KINDS] as OrderFacts;
  const hour = number % HOURS;
  const createdAt = iso(hour);
  const order = { ...kind, id: String(number), name: `#${number}`, createdAt, updatedAt: createdAt };
  if (number % 10 === 0) return order;
  const out = shipped(order);
  return { ...out, fulfillments: out.fulfillments.map((f) => ({ ...f, createdAt: iso(hour + HOURS_TO_SHIP) })) };
};

const REASONS = ['changed_mind', 'defective', 'wrong_item_sent', 'customer_ordered_wrong'] as const;
const DAY = 24;

/** What the customer of this order asked: to cancel, for a return, or what a return comes to; and when. */
const question = (number: number, order: OrderFacts): Pick<DecisionRequest, 'now' | 'ask'> => {
  const hour = number % HOURS;
  const reason = REASONS[number % REASONS.length] ?? 'defective';
  const lines = order.lines.map(({ id, quantity }) => ({ lineItemId: id, quantity }));
  if (order.fulfillments.length === 0 || number % 3 === 0) return { now: iso(hour + 2 * DAY), ask: { kind: 'cancel' } };
  if (number % 3 === 1) {
    const ask: Ask = { kind: 'return', reason, lines, photos: 1, troubleshootingDone: true, originalShippingCost: 300 };
    return { now: iso(hour + (number % 40) * DAY + HOURS_TO_SHIP), ask };
  }
  return {
    now: iso(hour + 60 * DAY),
    ask: {
      kind: 'settle',
      return: { reason, lines, rmaIssuedAt: iso(hour + 5 * DAY), originalShippingCost: 300 },
      parcel: { receivedAt: iso(hour + (10 + (number % 40)) * DAY) },
      inspection: lines.map((line) => ({ ...line, result: number % 7 === 0 ? 'artificial_damage' : 'accepted' })),
    },
  };
};

/** Past orders from a number on, each with a question that was asked about it. */
export const pastOrders = (first: number, count: number): PastCase[] =>
  Array.from({ length: count }, (_, i) => {
    const order = pastOrder(first + i);
    const { now, ask } = question(first + i, order);
    const about = { orderId: order.id, caseId: null, ask: `real.${ask.kind}` };
    return { label: order.name, about, request: { now, shop: SHOP, order, ask } };
  });
