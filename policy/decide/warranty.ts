import { daysAfter, monthsAfter } from '../days/deadline.ts';
import { parseInstant } from '../days/instants.ts';
import { localDate } from '../days/local-day.ts';
import { isLive } from '../facts/checked-order.ts';
import { overlayOf } from '../rules/overlay.ts';
import { type Context, settingsFor } from './context.ts';
import type { Units } from './lines.ts';

/** Local days on which units of a line reached the customer (or left us, where that is all that is known), newest first. */
const starts = ({ order, timeZone }: Context, { entry }: Units, byDelivery: boolean, transitDays: number): string[] => {
  const days: string[] = [];
  for (const { status, createdAt, deliveredAt, lines } of order.fulfillments) {
    if (!isLive(status)) continue;
    for (const { lineItemId, quantity } of lines) {
      if (lineItemId !== entry.line.id) continue;
      const delivered = byDelivery ? deliveredAt : null;
      const day = localDate(parseInstant(delivered ?? createdAt, 'order.fulfillments'), timeZone);
      const start = byDelivery && delivered === null && transitDays > 0 ? daysAfter(day, transitDays) : day;
      for (let unit = 0; unit < quantity; unit++) days.push(start);
    }
  }
  return days.sort().reverse();
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
  byDelivery = true,
  transitDays = 0,
): Term => {
  const today = localDate(context.now, context.timeZone);
  const ended = starts(context, units, byDelivery, transitDays)
    .slice(0, units.quantity)
    .map(lastDayOf)
    .filter((lastDay) => lastDay < today);
  return { over: ended.length, ended: ended.at(-1) ?? null, allowed };
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
  const lastDay = (start: string): string => monthsAfter(start, months);
  return termOf(
    context,
    units,
    months,
    lastDay,
    settings['warranty.start'] === 'delivery',
    settings['warranty.transitDays'],
  );
};

/** How many of the units are past the days within which a change of mind is accepted (A8). */
export const windowOf = (context: Context, units: Units): Term => {
  const days = settingsFor(context, units.entry.line.productId)['changeOfMind.windowDays'];
  return days === null ? NOTHING_OVER : termOf(context, units, days, (start) => daysAfter(start, days));
};
