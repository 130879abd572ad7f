import { daysAfter, monthsAfter } from '../days/deadline.ts';
import { parseInstant } from '../days/instants.ts';
import { localDate } from '../days/local-day.ts';
import { isLive } from '../facts/checked-order.ts';
import { overlayOf } from '../rules/overlay.ts';
import { type Context, settingsFor } from './context.ts';
import type { Units } from './lines.ts';

/** Units of a line that came in one parcel, and the local day from which their term runs. */
type Arrival = Readonly<{ day: string; quantity: number }>;

/** What a term runs from: the delivery (where nobody told of it: the shipment and days on the way), or the shipment. */
type Start = Readonly<{ byDelivery: boolean; transitDays: number }>;

/** How the units of a line reached the customer, newest first. */
const arrivals = ({ order, timeZone }: Context, { entry }: Units, start: Start): Arrival[] => {
  const found: Arrival[] = [];
  for (const { status, createdAt, deliveredAt, lines } of order.fulfillments) {
    if (!isLive(status)) continue;
    for (const { lineItemId, quantity } of lines) {
      if (lineItemId !== entry.line.id) continue;
      const delivered = start.byDelivery ? deliveredAt : null;
      const day = localDate(parseInstant(delivered ?? createdAt, 'order.fulfillments'), timeZone);
      const onTheWay = start.byDelivery && delivered === null ? start.transitDays : 0;
      found.push({ day: onTheWay === 0 ? day : daysAfter(day, onTheWay), quantity });
    }
  }
  return found.sort((a, b) => (a.day < b.day ? 1 : -1));
};

export type Term = Readonly<{
  /** Units whose term is over. */
  over: number;
  /** The last day of the earliest term that is over. */
  ended: string | null;
  /** Its length, in months of warranty or days to change one's mind; null where there is no term. */
  allowed: number | null;
}>;

const NOTHING_OVER: Term = { over: 0, ended: null, allowed: null };

/**
 * How many of the units are past a term that started when they arrived; its last day still counts. Which parcel a unit
 * came in is not known: the newest ones are taken to come back, which is to the customer's good.
 */
const termOf = (
  context: Context,
  units: Units,
  allowed: number,
  lastDayOf: (start: string) => string,
  start: Start,
): Term => {
  const today = localDate(context.now, context.timeZone);
  let coming = units.quantity;
  let over = 0;
  let ended: string | null = null;
  for (const { day, quantity } of arrivals(context, units, start)) {
    const ofParcel = Math.min(coming, quantity);
    const lastDay = lastDayOf(day);
    if (ofParcel > 0 && lastDay < today) {
      over += ofParcel;
      ended = lastDay;
    }
    coming -= ofParcel;
  }
  return { over, ended, allowed };
};

/**
 * @param given months told with the question; wins over the setting. Neither: nothing is ever out of warranty.
 * @see CLAUSES.P23
 */
export const warrantyOf = (context: Context, units: Units, given: number | undefined): Term => {
  const settings = settingsFor(context, units.entry.line.productId);
  const term = given ?? settings['warranty.months'];
  if (term === null) return NOTHING_OVER;
  const months = Math.max(term, overlayOf(context, context.now).warrantyMonths);
  return termOf(context, units, months, (start) => monthsAfter(start, months), {
    byDelivery: settings['warranty.start'] === 'delivery',
    transitDays: settings['warranty.transitDays'],
  });
};

/**
 * How many of the units are past the days within which a change of mind is accepted (A8). A shorter time than the law's
 * counts for nothing where the law is applied.
 */
export const windowOf = (context: Context, units: Units): Term => {
  const days = settingsFor(context, units.entry.line.productId)['changeOfMind.windowDays'];
  if (days === null || overlayOf(context, context.now).withdrawal) return NOTHING_OVER;
  return termOf(context, units, days, (start) => daysAfter(start, days), { byDelivery: true, transitDays: 0 });
};
