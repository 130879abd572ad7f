import { createHash } from 'node:crypto';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';

/**
 * What an amount rests on, as a short digest: lines, shipping, what shipped, what was refunded, whether it is cancelled.
 * A new tag or note does not make an approval lapse; a new refund, edit or parcel does.
 */
export const orderVersionOf = (facts: OrderFacts): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        facts.cancelledAt,
        facts.currency,
        facts.lines.map((line) => [line.id, line.quantity, line.currentQuantity, line.total, line.tax, line.duties]),
        facts.shippingLines.map((line) => [line.id, line.total, line.tax]),
        facts.fulfillments.map((one) => [
          one.id,
          one.status,
          one.lines.map((line) => [line.lineItemId, line.quantity]),
        ]),
        facts.refunds.map((refund) => [refund.id, refund.paid]),
        facts.disputeOpen === true,
      ]),
    )
    .digest('hex')
    .slice(0, 32);
