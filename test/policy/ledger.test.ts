import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../../policy/decide/ledger.ts';
import type { FulfillmentFacts, LineFacts, OrderFacts, RefundFacts } from '../../policy/facts/order-facts.ts';
import { parseSettings } from '../../policy/settings.ts';
import { orderFacts } from './support/builders.ts';

/** Where the units of a line are, told by what Shopify says of parcels, refunds and edits. */

const SETTINGS = parseSettings({});
const DAY: Record<number, string> = Object.fromEntries(
  Array.from({ length: 9 }, (_, day) => [day, `2026-11-0${day}T12:00:00Z`]),
);

type Units = Record<string, number>;
type Restock = 'cancel' | 'return' | 'none';

/** Units by line id that were refunded on a day. */
const gaveBack = (day: number, units: Units, restock: Restock, paid = 100): RefundFacts => ({
  id: String(day),
  createdAt: DAY[day] ?? '',
  note: null,
  lines: Object.entries(units).map(([lineItemId, quantity]) => ({
    lineItemId,
    quantity,
    subtotal: 0,
    tax: 0,
    restock,
  })),
  shipping: 0,
  shippingTax: 0,
  duties: 0,
  paid,
});

const left = (day: number, units: Units, status: FulfillmentFacts['status'] = 'success'): FulfillmentFacts => ({
  id: String(day),
  status,
  createdAt: DAY[day] ?? '',
  lines: Object.entries(units).map(([lineItemId, quantity]) => ({ lineItemId, quantity, fulfillmentLineItemId: null })),
  shipmentStatus: null,
  deliveredAt: null,
  tracking: [],
});

type Told = Readonly<{
  of: number;
  current: number;
  /** What Shopify still means to ship. */
  toShip?: number;
  refunds?: readonly RefundFacts[];
  parcels?: readonly FulfillmentFacts[];
}>;

/** Line 1 as told, and line 2 of five units beside it. */
const order = ({ of, current, toShip, refunds = [], parcels = [] }: Told): OrderFacts => {
  const facts = orderFacts({ lines: [{ quantity: of }, { quantity: 5, price: '10.00' }] });
  const [first, second] = facts.lines as [LineFacts, LineFacts];
  const { unfulfilledQuantity: _told, ...line } = first;
  return {
    ...facts,
    lines: [
      { ...line, currentQuantity: current, ...(toShip === undefined ? {} : { unfulfilledQuantity: toShip }) },
      second,
    ],
    refunds,
    fulfillments: parcels,
  };
};

describe('where the units of a line are', () => {
  // biome-ignore format: rows of a table
  it.each<[string, Told, string]>([
    ['nothing has happened', { of: 3, current: 3 }, 'gone 0, removed 0; unshipped 3, returnable 0'],
    ['two have shipped', { of: 3, current: 3, parcels: [left(2, { 1: 2 })] }, 'gone 0, removed 0; unshipped 1, returnable 2'],
    ['the parcel was cancelled', { of: 3, current: 3, parcels: [left(2, { 1: 2 }, 'cancelled')] }, 'gone 0, removed 0; unshipped 3, returnable 0'],
    ['one was cancelled before two shipped', { of: 3, current: 2, refunds: [gaveBack(1, { 1: 1 }, 'cancel')], parcels: [left(2, { 1: 2 })] }, 'gone 1, removed 0; unshipped 0, returnable 2'],
    ['one of two that shipped came back', { of: 3, current: 2, refunds: [gaveBack(3, { 1: 1 }, 'return')], parcels: [left(2, { 1: 2 })] }, 'gone 1, removed 0; unshipped 1, returnable 1'],
    ['one cancelled, one came back', { of: 4, current: 2, refunds: [gaveBack(1, { 1: 1 }, 'cancel'), gaveBack(3, { 1: 1 }, 'return')], parcels: [left(2, { 1: 2 })] }, 'gone 2, removed 0; unshipped 1, returnable 1'],
    ['a refund of the other line is not ours', { of: 4, current: 3, refunds: [gaveBack(3, { 1: 1 }, 'return'), gaveBack(1, { 2: 1 }, 'cancel')], parcels: [left(2, { 1: 2 })] }, 'gone 1, removed 0; unshipped 2, returnable 1'],
    ['an edit took one off', { of: 3, current: 2, parcels: [left(2, { 1: 1 })] }, 'gone 1, removed 1; unshipped 1, returnable 1'],
    ['an edit is told as a refund of no money', { of: 3, current: 2, refunds: [gaveBack(1, { 1: 1 }, 'none', 0)] }, 'gone 1, removed 1; unshipped 2, returnable 0'],
    ['one came back for nothing', { of: 3, current: 2, refunds: [gaveBack(3, { 1: 1 }, 'return', 0)], parcels: [left(2, { 1: 3 })] }, 'gone 1, removed 0; unshipped 0, returnable 2'],
    ['an edit took one off, one was refunded', { of: 4, current: 2, refunds: [gaveBack(1, { 1: 1 }, 'cancel')] }, 'gone 2, removed 1; unshipped 2, returnable 0'],
    ['an edit here, a refund of the other line', { of: 4, current: 3, refunds: [gaveBack(1, { 2: 1 }, 'cancel')] }, 'gone 1, removed 1; unshipped 3, returnable 0'],
    ['a cent was refunded for one', { of: 4, current: 3, refunds: [gaveBack(1, { 1: 1 }, 'cancel', 1)] }, 'gone 1, removed 0; unshipped 3, returnable 0'],
  ])('%s → %s', (_name, told, are) => {
    const [entry] = ledgerOf(order(told), SETTINGS).lines;
    expect(
      `gone ${entry?.gone}, removed ${entry?.removed}; unshipped ${entry?.unshipped}, returnable ${entry?.returnable}`,
    ).toBe(are);
  });
});

/** Shopify does not always say whether a refunded unit had shipped. */
describe('of which units nobody says whether they had shipped', () => {
  const TWO_BACK = gaveBack(6, { 1: 2 }, 'return');
  // biome-ignore format: rows of a table
  it.each<[string, Told, number]>([
    ['refunded before any had shipped: had not', { of: 5, current: 2, toShip: 2, refunds: [gaveBack(1, { 1: 1 }, 'none'), TWO_BACK], parcels: [left(2, { 1: 3 })] }, 1],
    ['refunded in the second of the shipment: had not', { of: 5, current: 2, toShip: 2, refunds: [gaveBack(2, { 1: 1 }, 'none'), TWO_BACK], parcels: [left(2, { 1: 3 })] }, 1],
    ['refunded after: what Shopify still ships tells', { of: 5, current: 2, toShip: 2, refunds: [gaveBack(3, { 1: 1 }, 'none'), TWO_BACK], parcels: [left(2, { 1: 3 })] }, 0],
    ['refunded after, nothing else is told: those not in a parcel went first', { of: 5, current: 2, refunds: [gaveBack(3, { 1: 1 }, 'none'), TWO_BACK], parcels: [left(2, { 1: 3 })] }, 2],
    ['the parcel before it was of the other line', { of: 5, current: 2, toShip: 2, refunds: [gaveBack(2, { 1: 1 }, 'none'), TWO_BACK], parcels: [left(1, { 2: 1 }), left(3, { 1: 3 })] }, 1],
    ['the parcel before it held the other line too', { of: 5, current: 2, toShip: 2, refunds: [gaveBack(2, { 1: 1 }, 'none'), TWO_BACK], parcels: [left(1, { 2: 1, 1: 1 }), left(3, { 1: 2 })] }, 0],
    ['the parcel before it was cancelled', { of: 5, current: 2, toShip: 2, refunds: [gaveBack(2, { 1: 1 }, 'none'), TWO_BACK], parcels: [left(1, { 1: 3 }, 'cancelled'), left(3, { 1: 3 })] }, 1],
    ['parcels told the other way round: the first counts', { of: 5, current: 2, toShip: 2, refunds: [gaveBack(3, { 1: 1 }, 'none'), TWO_BACK], parcels: [left(4, { 1: 1 }), left(2, { 1: 2 })] }, 0],
    ['one early, one cancelled, one back', { of: 6, current: 3, toShip: 4, refunds: [gaveBack(1, { 1: 1 }, 'none'), gaveBack(4, { 1: 1 }, 'cancel'), gaveBack(5, { 1: 1 }, 'return')], parcels: [left(2, { 1: 2 })] }, 2],
    ['the early one was of the other line', { of: 5, current: 3, toShip: 2, refunds: [gaveBack(1, { 2: 1 }, 'none'), TWO_BACK], parcels: [left(2, { 1: 3 })] }, 0],
    ['more cancelled than had not shipped', { of: 3, current: 1, refunds: [gaveBack(1, { 1: 2 }, 'cancel')], parcels: [left(2, { 1: 2 })] }, 1],
    ['what Shopify still ships can not be', { of: 3, current: 1, toShip: 5, refunds: [], parcels: [left(2, { 1: 2 })] }, 1],
  ])('%s', (_name, told, hadNotShipped) => {
    const [entry] = ledgerOf(order(told), SETTINGS).lines;
    const fulfilled = entry?.fulfilled ?? 0;
    const gone = entry?.gone ?? 0;
    expect(fulfilled - (entry?.returnable ?? 0)).toBe(gone - hadNotShipped);
  });
});
