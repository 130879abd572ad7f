import { isLive } from '../facts/checked-order.ts';
import type { FulfillmentFacts, LineFacts, OrderFacts } from '../facts/order-facts.ts';
import { sum } from '../money/money.ts';
import type { Settings } from '../settings.ts';
import { goneUnfulfilled } from './gone-unfulfilled.ts';

/** Where the units of a line are. Units that are gone (refunded, or removed by an edit) took the first shares. */
export type LineLedger = Readonly<{
  line: LineFacts;
  /** Units that are gone. */
  gone: number;
  /** Of those: taken off by an edit of the order, without money or goods going back. */
  removed: number;
  /** Units that have been in a parcel, whatever became of them. */
  fulfilled: number;
  /** Units that are still the customer's, shipped or not. */
  left: number;
  /** Of those left: not shipped out, by the merchant's own meaning of it. */
  unshipped: number;
  /** Of those left: shipped out, by the same meaning. */
  shipped: number;
  /** Of those left: in some parcel, so that they can come back. */
  returnable: number;
}>;

export type Ledger = Readonly<{
  lines: readonly LineLedger[];
  byId: ReadonlyMap<string, LineLedger>;
  /** Units of the order that ever shipped out, whatever became of them. */
  everShipped: number;
}>;

const SCANNED = new Set([
  'carrier_picked_up',
  'picked_up',
  'in_transit',
  'out_for_delivery',
  'attempted_delivery',
  'delayed',
  'delivered',
  'not_delivered',
  'failure',
]);
const LABELLED = new Set(['label_purchased', 'label_printed', 'ready_for_pickup', 'confirmed']);

/** Whether a live parcel has shipped out, where more than its being made is asked. @see setting `shippedOut.event` (A5) */
const hasShippedOut = (parcel: FulfillmentFacts, event: 'label_purchased' | 'carrier_scan'): boolean => {
  const status = parcel.shipmentStatus ?? '';
  const scanned = SCANNED.has(status) || parcel.deliveredAt !== null;
  if (event === 'carrier_scan') return scanned;
  return scanned || LABELLED.has(status) || parcel.tracking.length > 0;
};

const unitsIn = (parcels: readonly FulfillmentFacts[], lineItemId: string): number => {
  let units = 0;
  for (const parcel of parcels) for (const l of parcel.lines) if (l.lineItemId === lineItemId) units += l.quantity;
  return units;
};

/** Units of a line that refunds gave money for, or that came back. */
const paidBack = (order: OrderFacts, line: LineFacts): number => {
  let units = 0;
  for (const { paid, lines } of order.refunds) {
    for (const l of lines) if (l.lineItemId === line.id && (paid > 0 || l.restock === 'return')) units += l.quantity;
  }
  return units;
};

const lineLedger = (
  order: OrderFacts,
  line: LineFacts,
  live: readonly FulfillmentFacts[],
  out: readonly FulfillmentFacts[],
): LineLedger => {
  const left = line.currentQuantity;
  const gone = line.quantity - left;
  const fulfilled = unitsIn(live, line.id);
  const returnable = gone === 0 ? fulfilled : fulfilled - (gone - goneUnfulfilled(order, line, gone, fulfilled));
  const shipped = live === out ? returnable : Math.min(returnable, unitsIn(out, line.id));
  const removed = gone === 0 ? 0 : Math.max(0, gone - paidBack(order, line));
  return { line, gone, removed, fulfilled, left, shipped, unshipped: left - shipped, returnable };
};

/** Facts never change, so what was reckoned from them holds; forgotten together with them. */
const known: Readonly<Record<Settings['shippedOut.event'], WeakMap<OrderFacts, Ledger>>> = {
  fulfillment_created: new WeakMap(),
  label_purchased: new WeakMap(),
  carrier_scan: new WeakMap(),
};

/** Where every unit of an order is. */
export const ledgerOf = (order: OrderFacts, settings: Pick<Settings, 'shippedOut.event'>): Ledger => {
  const event = settings['shippedOut.event'];
  const before = known[event].get(order);
  if (before) return before;
  const live = order.fulfillments.filter((parcel) => isLive(parcel.status));
  const out = event === 'fulfillment_created' ? live : live.filter((parcel) => hasShippedOut(parcel, event));
  const lines = order.lines.map((line) => lineLedger(order, line, live, out));
  const ledger: Ledger = {
    lines,
    byId: new Map(lines.map((entry) => [entry.line.id, entry])),
    everShipped: sum(order.lines.map((line) => unitsIn(out, line.id))),
  };
  known[event].set(order, ledger);
  return ledger;
};
