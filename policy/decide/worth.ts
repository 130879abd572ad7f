import type { AskLine } from '../decision.ts';
import type { OrderFacts } from '../facts/order-facts.ts';
import type { Minor } from '../money/money.ts';
import type { Settings } from '../settings.ts';
import { ledgerOf } from './ledger.ts';
import { RETURNABLE, unitsAsked } from './lines.ts';
import { paidFor } from './shares.ts';

/**
 * What was paid for these units themselves, price and tax: what is at stake where something goes out for them before
 * they are back. Minor units of the order's currency; shipping, duties and tips are no part of it.
 * @throws PolicyError where they are not of this order, or not the customer's any more
 */
export const worthOf = (order: OrderFacts, settings: Settings, lines: readonly AskLine[]): Minor => {
  let worth = 0;
  for (const units of unitsAsked(ledgerOf(order, settings), lines, RETURNABLE, 'lines')) worth += paidFor(order, units);
  return worth;
};
