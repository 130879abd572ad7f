import type { AskLine } from '../decision.ts';
import type { OrderFacts } from '../facts/order-facts.ts';
import type { Minor } from '../money/money.ts';
import type { Settings } from '../settings.ts';
import { ledgerOf } from './ledger.ts';
import { RETURNABLE, unitsAsked } from './lines.ts';
import { itemsOf, taxOf } from './shares.ts';

/**
 * What was paid for units that are to come back, and the tax on top of it (0 where prices include it). Minor units of
 * the order's currency: what a return gives back of the goods themselves, before anything is taken off.
 * @throws PolicyError where they are not of this order, or not the customer's any more
 */
export const goodsSums = (
  order: OrderFacts,
  settings: Settings,
  lines: readonly AskLine[],
): Readonly<{ items: Minor; tax: Minor }> => {
  const units = unitsAsked(ledgerOf(order, settings), lines, RETURNABLE, 'lines');
  return { items: itemsOf(units), tax: taxOf(order, units) };
};
