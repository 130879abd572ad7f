import type { LineFacts, OrderFacts } from '../facts/order-facts.ts';
import { allocate, unitShares } from '../money/allocate.ts';
import { type Minor, sum } from '../money/money.ts';
import type { Units } from './lines.ts';

/**
 * The units that are refunded next have the next shares of everything their line has: those that are gone had the first.
 */
const ofLine = ({ entry, quantity }: Units, total: Minor): Minor =>
  unitShares(total, entry.line.quantity, entry.gone, entry.gone + quantity);

const ofUnits = (units: readonly Units[], totalOf: (line: LineFacts) => Minor): Minor => {
  let amount = 0;
  for (const u of units) amount += ofLine(u, totalOf(u.entry.line));
  return amount;
};

/** What was paid for the goods, tax on top of it not included. */
export const itemsOf = (units: readonly Units[]): Minor => ofUnits(units, (line) => line.total);

/** Tax on the goods, as recorded; 0 where prices include it. */
export const taxOf = (order: OrderFacts, units: readonly Units[]): Minor =>
  order.taxesIncluded ? 0 : ofUnits(units, (line) => line.tax);

/** What was paid for units themselves: price and tax. */
export const paidFor = (order: OrderFacts, units: Units): Minor =>
  ofLine(units, units.entry.line.total) + (order.taxesIncluded ? 0 : ofLine(units, units.entry.line.tax));

export const dutiesOf = (units: readonly Units[]): Minor => ofUnits(units, (line) => line.duties);

/**
 * What lines weigh where something of the whole order is shared "by value". Lines that need no shipping weigh nothing,
 * unless none needs any; an order of free goods is shared by the number of units.
 */
const weights = (order: OrderFacts): number[] => {
  const ships = order.lines.some((line) => line.requiresShipping);
  const carried = order.lines.map((line) => !ships || line.requiresShipping);
  const byValue = order.lines.map((line, i) => (carried[i] ? line.total : 0));
  return sum(byValue) > 0 ? byValue : order.lines.map((line, i) => (carried[i] ? line.quantity : 0));
};

/**
 * Units' share of an amount that belongs to the whole order (shipping, its tax, a tip, what a free parcel cost us): to
 * lines by value, within a line to units, both by largest remainder. Every unit's share is fixed by the order alone, so
 * that refunds in any sequence add up to the whole.
 */
export const shareOf = (order: OrderFacts, amount: Minor, units: readonly Units[]): Minor => {
  if (amount === 0) return 0;
  const byLine = allocate(amount, weights(order));
  let share = 0;
  for (const u of units) share += ofLine(u, byLine[order.lines.indexOf(u.entry.line)] as Minor);
  return share;
};
