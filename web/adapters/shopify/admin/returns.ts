import { CallFailed, type ReturnInput, type ShopifyAdmin } from '../../../../policy/app/ports.ts';
import { gid, legacyId } from '../../../../policy/facts/order-facts.ts';
import { sum } from '../../../../policy/money/money.ts';
import { type MoneyBag, moneyInput, presentment } from '../amounts.ts';
import type { Call } from '../client.ts';
import { checkUserErrors, missing } from '../failures.ts';
import { CALCULATE_RETURN } from '../operations/calculate-return.ts';
import { CANCEL_RETURN } from '../operations/cancel-return.ts';
import { CLOSE_RETURN } from '../operations/close-return.ts';
import { CREATE_RETURN } from '../operations/create-return.ts';
import { DECLINE_RETURN } from '../operations/decline-return.ts';
import { READ_RETURN } from '../operations/read-return.ts';
import { READ_RETURNS } from '../operations/read-returns.ts';
import { RECORD_TRACKING } from '../operations/record-tracking.ts';
import { REOPEN_RETURN } from '../operations/reopen-return.ts';
import { joinReturn } from './return-lines.ts';
import { createReturnReasons } from './return-reasons.ts';
import { paidBack } from './tenders.ts';
import { wholeReturn } from './whole-return.ts';

type Returns = Pick<
  ShopifyAdmin,
  | 'previewReturn'
  | 'createReturn'
  | 'readReturns'
  | 'recordTracking'
  | 'closeReturn'
  | 'reopenReturn'
  | 'cancelReturn'
  | 'declineReturn'
>;

/** Shopify's limit on every list that it is sent. */
const MOST_LINES = 250;

const feeOf = (percent: number | null) =>
  percent !== null && percent > 0 ? { restockingFee: { percentage: percent } } : {};

const exchangesOf = ({ exchanges = [] }: ReturnInput) =>
  exchanges.map(({ variantId, quantity }) => ({ variantId: gid('ProductVariant', variantId), quantity }));

const shippingFeeOf = ({ shippingFee, currency }: ReturnInput) =>
  shippingFee !== null && shippingFee > 0 ? { returnShippingFee: { amount: moneyInput(shippingFee, currency) } } : {};

export const createReturns = (call: Call): Returns => {
  const reasonInput = createReturnReasons(call);
  return {
    previewReturn: async (shop, input) => {
      const { returnCalculate: read } = await call(shop, CALCULATE_RETURN, {
        input: {
          orderId: gid('Order', input.orderId),
          returnLineItems: input.lines.map(({ fulfillmentLineItemId, quantity, restockingPercent = null }) => ({
            fulfillmentLineItemId: gid('FulfillmentLineItem', fulfillmentLineItemId),
            quantity,
            ...feeOf(restockingPercent),
          })),
          exchangeLineItems: exchangesOf(input),
          ...shippingFeeOf(input),
        },
      });
      if (read === null) throw missing(CALCULATE_RETURN, 'such order');
      const lines = read.returnLineItems;
      const taxOf = (line: Readonly<{ totalTaxSet: MoneyBag }>): number =>
        input.taxesIncluded ? 0 : presentment(line.totalTaxSet);
      const goingOut = read.exchangeLineItems;
      return {
        items: sum(lines.map(({ subtotalSet }) => presentment(subtotalSet))),
        tax: sum(lines.map(taxOf)),
        restocking: sum(lines.map(({ restockingFee: fee }) => (fee === null ? 0 : presentment(fee.amountSet)))),
        shippingFee: read.returnShippingFee === null ? 0 : presentment(read.returnShippingFee.amountSet),
        exchange:
          goingOut.length === 0 ? null : sum(goingOut.map((line) => presentment(line.subtotalSet) + taxOf(line))),
      };
    },

    createReturn: async (shop, input) => {
      if (input.lines.length > MOST_LINES) {
        throw new CallFailed(
          'refused',
          `${input.lines.length} lines are more than one return may have (${MOST_LINES})`,
        );
      }
      const returnLineItems = [];
      for (const { fulfillmentLineItemId, quantity, reason, note, restockingPercent = null } of input.lines) {
        returnLineItems.push({
          fulfillmentLineItemId: gid('FulfillmentLineItem', fulfillmentLineItemId),
          quantity,
          ...(await reasonInput(shop, reason, note)),
          ...feeOf(restockingPercent),
        });
      }
      const { returnCreate } = await call(shop, CREATE_RETURN, {
        input: {
          orderId: gid('Order', input.orderId),
          returnLineItems,
          ...((input.exchanges ?? []).length > 0 && { exchangeLineItems: exchangesOf(input) }),
          ...shippingFeeOf(input),
        },
      });
      checkUserErrors(CREATE_RETURN, returnCreate?.userErrors ?? []);
      if (!returnCreate?.return) throw missing(CREATE_RETURN, 'return');
      return joinReturn(await wholeReturn(call, shop, returnCreate.return));
    },

    readReturns: async (shop, orderId) => {
      const { order } = await call(shop, READ_RETURNS, { id: gid('Order', orderId) });
      const found = [];
      for (const { id } of order?.returns.nodes ?? []) {
        const { return: known } = await call(shop, READ_RETURN, { id });
        if (known === null) continue;
        const read = await wholeReturn(call, shop, known);
        const verified = read.returnLineItems.nodes.filter((line) => line.__typename === 'ReturnLineItem');
        found.push({
          ...joinReturn(read),
          status: read.status.toLowerCase(),
          createdAt: read.createdAt,
          notes: verified.map((line) => line.returnReasonNote),
          processed: verified.reduce((sum, line) => sum + line.processedQuantity, 0),
          refunds: known.refunds.nodes.toReversed().map((refund) => ({
            id: legacyId(refund.id),
            amount: paidBack(refund),
            createdAt: refund.createdAt ?? read.createdAt,
          })),
        });
      }
      return found;
    },

    recordTracking: async (shop, { reverseFulfillmentOrderId, number, url }) => {
      const { reverseDeliveryCreateWithShipping: created } = await call(shop, RECORD_TRACKING, {
        id: gid('ReverseFulfillmentOrder', reverseFulfillmentOrderId),
        tracking: { number, ...(url !== null && { url }) },
      });
      checkUserErrors(RECORD_TRACKING, created?.userErrors ?? []);
      if (!created?.reverseDelivery) throw missing(RECORD_TRACKING, 'delivery');
    },

    closeReturn: async (shop, returnId) => {
      const { returnClose } = await call(shop, CLOSE_RETURN, { id: gid('Return', returnId) });
      checkUserErrors(CLOSE_RETURN, returnClose?.userErrors ?? []);
    },

    reopenReturn: async (shop, returnId) => {
      const { returnReopen } = await call(shop, REOPEN_RETURN, { id: gid('Return', returnId) });
      checkUserErrors(REOPEN_RETURN, returnReopen?.userErrors ?? []);
    },

    cancelReturn: async (shop, returnId) => {
      const { returnCancel } = await call(shop, CANCEL_RETURN, { id: gid('Return', returnId) });
      checkUserErrors(CANCEL_RETURN, returnCancel?.userErrors ?? []);
    },

    declineReturn: async (shop, { returnId, note }) => {
      const { returnDeclineRequest } = await call(shop, DECLINE_RETURN, {
        input: { id: gid('Return', returnId), declineReason: 'OTHER', declineNote: note },
      });
      checkUserErrors(DECLINE_RETURN, returnDeclineRequest?.userErrors ?? []);
    },
  };
};
