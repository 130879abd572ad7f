import type { RefundInput, ShopifyAdmin } from '../../../../policy/app/ports.ts';
import { gid, legacyId } from '../../../../policy/facts/order-facts.ts';
import { moneyInput, presentment } from '../amounts.ts';
import type { Call } from '../client.ts';
import { checkUserErrors, missing } from '../failures.ts';
import { CREATE_REFUND } from '../operations/create-refund.ts';
import { READ_SUGGESTED_REFUND } from '../operations/read-suggested-refund.ts';
import { paidBack, tendersOf } from './tenders.ts';

type Refunds = Pick<ShopifyAdmin, 'suggestedRefund' | 'refund'>;

const linesOf = ({ lines }: RefundInput) =>
  lines.map(({ lineItemId, quantity, restock }) => ({
    lineItemId: gid('LineItem', lineItemId),
    quantity,
    restockType: restock,
  }));

/** In proportion to the units that are refunded: for all of a line's units that is all of its duties. */
export const dutiesOf = ({ dutyIds = [] }: Partial<Pick<RefundInput, 'dutyIds'>>) =>
  dutyIds.map((id) => ({ dutyId: gid('Duty', id), refundType: 'PROPORTIONAL' as const }));

export const createRefunds = (call: Call): Refunds => ({
  suggestedRefund: async (shop, input) => {
    const { order } = await call(shop, READ_SUGGESTED_REFUND, {
      id: gid('Order', input.orderId),
      whole: input.whole === true,
      // Left aside where all is suggested, and an input list may have 250 at most.
      lines: input.whole === true ? [] : linesOf(input),
      shipping: moneyInput(input.shipping, input.currency).amount,
      duties: dutiesOf(input),
    });
    const suggested = order?.suggestedRefund;
    if (!suggested) throw missing(READ_SUGGESTED_REFUND, order === null ? 'such order' : 'suggestion');
    return {
      amount: presentment(suggested.amountSet),
      maximum: presentment(suggested.maximumRefundableSet),
      parts: {
        items: presentment(suggested.discountedSubtotalSet),
        tax: presentment(suggested.totalTaxSet),
        shipping: presentment(suggested.shipping.amountSet),
        fees: null,
      },
      tenders: tendersOf(suggested.suggestedTransactions),
    };
  },

  refund: async (shop, input) => {
    const orderId = gid('Order', input.orderId);
    const { refundCreate } = await call(shop, CREATE_REFUND, {
      key: input.key,
      input: {
        orderId,
        currency: input.currency,
        note: input.note,
        // The customer hears of it from our own mail, which explains the sum.
        notify: false,
        refundLineItems: linesOf(input),
        refundDuties: dutiesOf(input),
        ...(input.shipping > 0 && { shipping: { amount: moneyInput(input.shipping, input.currency).amount } }),
        // Without transactions Shopify would book a refund and move no money.
        transactions: input.tenders.map(({ parentId, gateway, amount }) => ({
          orderId,
          parentId: gid('OrderTransaction', parentId),
          gateway,
          kind: 'REFUND' as const,
          amount: moneyInput(amount, input.currency).amount,
        })),
      },
    });
    checkUserErrors(CREATE_REFUND, refundCreate?.userErrors ?? []);
    if (!refundCreate?.refund) throw missing(CREATE_REFUND, 'refund');
    return { refundId: legacyId(refundCreate.refund.id), amount: paidBack(refundCreate.refund) };
  },
});
