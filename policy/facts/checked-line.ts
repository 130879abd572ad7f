import { PolicyError } from '../errors.ts';
import type { Minor } from '../money/money.ts';
import type { LineFacts } from './order-facts.ts';

/**
 * A line with its total, or a complaint where its numbers exclude each other.
 * @param at where the line stands in the input
 */
export const checkedLine = (line: Omit<LineFacts, 'total'>, at: string): LineFacts => {
  const before: Minor = line.unitPrice * line.quantity;
  if (line.discount > before) {
    throw new PolicyError('facts/contradictory', at, `the discount is larger than the price of line ${line.id}`);
  }
  return { ...line, total: before - line.discount };
};

/**
 * Units left of a line. What is gone by either word is gone: an order that was edited or refunded a moment ago may say
 * one of them first.
 * @param current  what Shopify says is left; null where it does not tell
 * @param refunded units that refunds name
 */
export const unitsLeft = (quantity: number, current: number | null, refunded: number, at: string): number => {
  if (current !== null && current > quantity) {
    throw new PolicyError(
      'facts/contradictory',
      at,
      `more units are left (${current}) than were ordered (${quantity})`,
    );
  }
  return Math.min(current ?? quantity, Math.max(0, quantity - refunded));
};
