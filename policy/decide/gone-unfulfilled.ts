import { isLive } from '../facts/checked-order.ts';
import type { LineFacts, OrderFacts } from '../facts/order-facts.ts';

/** When something of a line first shipped; null where nothing has. */
const firstShippedAt = (order: OrderFacts, lineItemId: string): string | null =>
  order.fulfillments
    .filter((parcel) => isLive(parcel.status) && parcel.lines.some((l) => l.lineItemId === lineItemId))
    .map((parcel) => parcel.createdAt)
    .sort()[0] ?? null;

/** Units of a line in refunds of one kind, up to an instant where one is given. */
const refundedUnits = (
  { refunds }: OrderFacts,
  line: LineFacts,
  restock: 'cancel' | 'return' | 'none',
  until: string | null = null,
): number => {
  let units = 0;
  for (const { createdAt, lines } of refunds) {
    if (until !== null && createdAt > until) continue;
    for (const l of lines) if (l.lineItemId === line.id && l.restock === restock) units += l.quantity;
  }
  return units;
};

/**
 * How many of the units that are gone had not been in a parcel. Nobody tells outright; asked in this order, and only what
 * is possible counts: the refunds, where restock explains all units; the refunds' time; what Shopify still means to ship.
 * Else those not in a parcel went first.
 * @param gone      units that are not on the order any more
 * @param fulfilled units that have been in a parcel
 */
export const goneUnfulfilled = (order: OrderFacts, line: LineFacts, gone: number, fulfilled: number): number => {
  const least = Math.max(0, gone - fulfilled);
  const most = Math.min(gone, line.quantity - fulfilled);
  const cancelled = refundedUnits(order, line, 'cancel');
  const returned = refundedUnits(order, line, 'return');
  // Without restock Shopify goes on counting a unit as one to ship. Before anything of the line had shipped, nothing that
  // had shipped can have been refunded.
  const early = refundedUnits(order, line, 'none', firstShippedAt(order, line.id));
  const told = [
    cancelled + returned === gone ? cancelled : null,
    cancelled + early + returned === gone ? cancelled + early : null,
    line.unfulfilledQuantity === undefined ? null : line.quantity - fulfilled - line.unfulfilledQuantity,
  ];
  return told.find((units) => units !== null && units >= least && units <= most) ?? most;
};
