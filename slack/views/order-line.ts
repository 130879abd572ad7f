import { amountOf } from '../../policy/decide/paid.ts';
import type { LineFacts, OrderFacts } from '../../policy/facts/order-facts.ts';
import { slackDate } from '../text/dates.ts';
import { oneLine, safe, truncate } from '../text/escape.ts';
import { formatAmount } from '../text/money.ts';
import { listed } from './blocks.ts';

/** Units of each line that left the house and were not refunded since, by line id. */
export const shippedUnits = (order: OrderFacts): ReadonlyMap<string, number> => {
  const shipped = new Map<string, number>();
  for (const fulfillment of order.fulfillments) {
    if (fulfillment.status === 'cancelled' || fulfillment.status === 'error' || fulfillment.status === 'failure')
      continue;
    for (const line of fulfillment.lines)
      shipped.set(line.lineItemId, (shipped.get(line.lineItemId) ?? 0) + line.quantity);
  }
  return new Map(order.lines.map((line) => [line.id, Math.min(line.currentQuantity, shipped.get(line.id) ?? 0)]));
};

/** `Headphones – Black`, cut to fit a card. */
export const lineTitle = (line: Pick<LineFacts, 'title' | 'variantTitle'>, limit = 60): string =>
  truncate(oneLine(line.variantTitle === null ? line.title : `${line.title} – ${line.variantTitle}`), limit);

/** `shipped`, `1 of 2 shipped`, `not shipped`, `cancelled`, `shipped, nothing left on it`. */
export const shippingWords = (order: OrderFacts): string => {
  if (order.cancelledAt !== null) return 'cancelled';
  const shipped = [...shippedUnits(order).values()].reduce((sum, units) => sum + units, 0);
  const left = order.lines.reduce((sum, line) => sum + line.currentQuantity, 0);
  if (left === 0) return order.fulfillments.length > 0 ? 'shipped, nothing left on it' : 'nothing left on it';
  if (shipped === 0) return 'not shipped';
  return shipped >= left ? 'shipped' : `${shipped} of ${left} shipped`;
};

/** One line that tells the order from others: name, amount, whether it shipped, since when. */
export const orderLine = (order: OrderFacts): string =>
  [
    `*${safe(order.name, 40)}*`,
    `${formatAmount(amountOf(order), order.currency)} ${order.financialStatus.replaceAll('_', ' ')}`,
    shippingWords(order),
    `ordered ${slackDate(order.createdAt, '{date_short_pretty}')}`,
  ].join('  ·  ');

/** What the order holds: `2 × Headphones – Black`; of one that holds nothing any more (cancelled), what was ordered. */
export const orderItems = (order: OrderFacts): string => {
  const held = order.lines.filter((line) => line.currentQuantity > 0);
  const counted =
    held.length > 0
      ? held.map((line) => [line.currentQuantity, line] as const)
      : order.lines.map((line) => [line.quantity, line] as const);
  return listed(
    counted.map(([quantity, line]) => `${quantity} × ${safe(lineTitle(line), 60)}`),
    4,
    500,
  );
};

/** Items that a request names, as people say them. */
export const namedItems = (order: OrderFacts, lines: readonly { lineItemId: string; quantity: number }[]): string =>
  listed(
    lines.map((asked) => {
      const line = order.lines.find((candidate) => candidate.id === asked.lineItemId);
      return `${asked.quantity} × ${line === undefined ? 'an item not on this order' : safe(lineTitle(line), 60)}`;
    }),
    4,
    500,
  );

/** Items behind what they are of: one beside it, several below it, a line each. */
export const itemsAfter = (label: string, items: string): string =>
  items.includes('\n')
    ? `${label}\n${items
        .split('\n')
        .map((item) => (item.startsWith('…') ? item : `• ${item}`))
        .join('\n')}`
    : `${label}  ${items}`;
