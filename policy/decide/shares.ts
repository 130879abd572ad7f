import type { LineFacts, OrderFacts } from '../facts/order-facts.ts';
import { allocate, unitShares } from '../money/allocate.ts';
import { type Minor, sum } from '../money/money.ts';
import type { Ledger, LineLedger } from './ledger.ts';
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

/** The units of a line that an amount of the whole order is shared among, and how many of them had their share before. */
export type Sharing = (entry: LineLedger) => Readonly<{ units: number; before: number }>;

/** All that was ordered, but for what an edit took off again: it never was to be delivered. */
export const AMONG_ORDERED: Sharing = ({ line, gone, removed }) => ({
  units: line.quantity - removed,
  before: gone - removed,
});

/** What has been in a parcel, whatever else was ordered. */
export const AMONG_SHIPPED: Sharing = ({ fulfilled, returnable }) => ({
  units: fulfilled,
  before: fulfilled - returnable,
});

/**
 * What lines weigh where something of the whole order is shared "by value". Lines that need no shipping weigh nothing,
 * unless none needs any; an order of free goods is shared by the number of units.
 */
const weights = ({ lines }: Ledger, sharing: Sharing): number[] => {
  const ships = lines.some(({ line }) => line.requiresShipping);
  const unitsOf = (entry: LineLedger): number => (ships && !entry.line.requiresShipping ? 0 : sharing(entry).units);
  const byValue = lines.map((entry) => unitShares(entry.line.total, entry.line.quantity, 0, unitsOf(entry)));
  return sum(byValue) > 0 ? byValue : lines.map(unitsOf);
};

/**
 * Units' share of an amount that belongs to the whole order (shipping, its tax, a tip, what a free parcel cost us): to
 * lines by value, within a line to units, both by largest remainder. Every unit's share is fixed by what it is shared
 * among, so that refunds in any sequence add up to the whole.
 */
export const shareOf = (ledger: Ledger, amount: Minor, units: readonly Units[], sharing = AMONG_ORDERED): Minor => {
  if (amount === 0) return 0;
  const byLine = allocate(amount, weights(ledger, sharing));
  let share = 0;
  for (const { entry, quantity } of units) {
    const among = sharing(entry);
    const ofLine = byLine[ledger.lines.indexOf(entry)] as Minor;
    share += unitShares(ofLine, among.units, among.before, among.before + quantity);
  }
  return share;
};
