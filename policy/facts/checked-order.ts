import { PolicyError } from '../errors.ts';
import type { OrderFacts } from './order-facts.ts';

const complain = (at: string, message: string): never => {
  throw new PolicyError('facts/contradictory', at, message);
};

/** Facts whose parts agree with one another: what was shipped or refunded was ordered. Both parsers end here. */
export const checkedOrder = (facts: OrderFacts): OrderFacts => {
  if (facts.lines.length === 0)
    throw new PolicyError('facts/no-lines', 'order.line_items', 'the order has no line items');
  const ordered = new Map<string, number>();
  facts.lines.forEach((line, i) => {
    if (ordered.has(line.id)) complain(`order.line_items[${i}].id`, `line ${line.id} is there twice`);
    ordered.set(line.id, line.quantity);
  });
  const used = new Map<string, number>();
  const use = (kind: string, lineItemId: string, quantity: number, at: string): void => {
    const total = (used.get(kind + lineItemId) ?? 0) + quantity;
    used.set(kind + lineItemId, total);
    const most = ordered.get(lineItemId);
    if (most === undefined) complain(at, `line ${lineItemId} is not of this order`);
    else if (total > most) complain(at, `${total} of line ${lineItemId} ${kind}, but ${most} ordered`);
  };
  facts.fulfillments.forEach((fulfillment, i) => {
    if (!isLive(fulfillment.status)) return;
    fulfillment.lines.forEach((line, j) => {
      use('shipped', line.lineItemId, line.quantity, `order.fulfillments[${i}].line_items[${j}]`);
    });
  });
  facts.refunds.forEach((refund, i) => {
    refund.lines.forEach((line, j) => {
      use('refunded', line.lineItemId, line.quantity, `order.refunds[${i}].refund_line_items[${j}]`);
    });
  });
  return facts;
};

/** A fulfilment that was cancelled or failed has shipped nothing. */
export const isLive = (status: OrderFacts['fulfillments'][number]['status']): boolean =>
  status === 'success' || status === 'open' || status === 'pending';
