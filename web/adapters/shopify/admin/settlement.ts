import { CallFailed, type ShopifyAdmin } from '../../../../policy/app/ports.ts';
import { gid, legacyId } from '../../../../policy/facts/order-facts.ts';
import { moneyInput, presentment } from '../amounts.ts';
import type { Call } from '../client.ts';
import { checkUserErrors, missing } from '../failures.ts';
import { PROCESS_RETURN } from '../operations/process-return.ts';
import { READ_RETURN_OUTCOME } from '../operations/read-return-outcome.ts';
import { READ_RETURN_REFUNDS } from '../operations/read-return-refunds.ts';
import { dutiesOf } from './refunds.ts';
import { paidBack, tendersOf } from './tenders.ts';

type Settlement = Pick<ShopifyAdmin, 'suggestedReturnMoney' | 'processReturn'>;

const shippingOf = (refundShipping: number, currency: string) =>
  refundShipping > 0 ? { shippingRefundAmount: moneyInput(refundShipping, currency) } : undefined;

/** Units of one return line may go back to two places; Shopify takes each of its lines once. */
const byReturnLine = <L extends Readonly<{ returnLineItemId: string; quantity: number }>>(lines: readonly L[]) =>
  [...Map.groupBy(lines, ({ returnLineItemId }) => returnLineItemId)].map(([id, parts]) => ({
    id: gid('ReturnLineItem', id),
    quantity: parts.reduce((sum, { quantity }) => sum + quantity, 0),
    parts,
  }));

const exchangesOf = (exchanges: readonly Readonly<{ exchangeLineItemId: string; quantity: number }>[] | undefined) =>
  (exchanges ?? []).map(({ exchangeLineItemId, quantity }) => ({
    id: gid('ExchangeLineItem', exchangeLineItemId),
    quantity,
  }));

/** What a return comes to, and paying it. */
export const createSettlement = (call: Call): Settlement => ({
  suggestedReturnMoney: async (shop, input) => {
    const { return: read } = await call(shop, READ_RETURN_OUTCOME, {
      id: gid('Return', input.returnId),
      lines: byReturnLine(input.lines).map(({ id, quantity }) => ({ id, quantity })),
      exchanges: exchangesOf(input.exchanges),
      shipping: shippingOf(input.refundShipping, input.currency),
      ...((input.dutyIds ?? []).length > 0 && { duties: dutiesOf(input) }),
    });
    const outcome = read?.suggestedFinancialOutcome;
    if (!outcome) throw missing(READ_RETURN_OUTCOME, read === null ? 'such return' : 'outcome');
    const transfer = outcome.financialTransfer;
    const isRefund = transfer?.__typename === 'RefundReturnOutcome';
    // An invoice means that the customer would owe money: nothing goes back; an exchange that is not even says so.
    const owes = transfer?.__typename === 'InvoiceReturnOutcome' && (input.exchanges ?? []).length > 0;
    const owed = owes ? presentment(transfer.amount) : 0;
    return {
      amount: isRefund ? presentment(transfer.amount) : 0 - owed,
      maximum: presentment(outcome.maximumRefundable),
      parts: {
        items: presentment(outcome.discountedSubtotal),
        tax: presentment(outcome.totalTax),
        shipping: presentment(outcome.shipping.amountSet),
        fees: presentment(outcome.totalAdditionalFees),
      },
      tenders: isRefund ? tendersOf(transfer.suggestedTransactions) : [],
    };
  },

  processReturn: async (shop, input) => {
    const returnId = gid('Return', input.returnId);
    const { return: before } = await call(shop, READ_RETURN_REFUNDS, { id: returnId });
    if (before === null) throw new CallFailed('refused', `there is no return ${input.returnId}`);
    const earlier = new Set(before.refunds.nodes.map(({ id }) => id));
    // Restocking needs a place: where the order was shipped from.
    const locationId = before.order.fulfillments.find(({ location }) => location !== null)?.location?.id;

    const { returnProcess } = await call(shop, PROCESS_RETURN, {
      input: {
        returnId,
        note: input.note,
        notifyCustomer: false,
        returnLineItems: byReturnLine(input.lines).map(({ id, quantity, parts }) => ({
          id,
          quantity,
          dispositions: parts
            .flatMap(({ dispositions }) => dispositions)
            .map(({ reverseFulfillmentOrderLineItemId, quantity: units, type }) => ({
              reverseFulfillmentOrderLineItemId: gid(
                'ReverseFulfillmentOrderLineItem',
                reverseFulfillmentOrderLineItemId,
              ),
              quantity: units,
              dispositionType: type,
              ...(type === 'RESTOCKED' && { locationId }),
            })),
        })),
        ...((input.exchanges ?? []).length > 0 && { exchangeLineItems: exchangesOf(input.exchanges) }),
        refundShipping: shippingOf(input.refundShipping, input.currency),
        ...((input.dutyIds ?? []).length > 0 && { refundDuties: dutiesOf(input) }),
        ...(input.tenders.length > 0 && {
          financialTransfer: {
            issueRefund: {
              orderTransactions: input.tenders.map(({ parentId, amount }) => ({
                parentId: gid('OrderTransaction', parentId),
                transactionAmount: moneyInput(amount, input.currency),
              })),
            },
          },
        }),
      },
    });
    checkUserErrors(PROCESS_RETURN, returnProcess?.userErrors ?? []);
    if (!returnProcess?.return) throw missing(PROCESS_RETURN, 'return');
    const made = returnProcess.return.refunds.nodes.filter(({ id }) => !earlier.has(id));
    return {
      refundId: made.length === 0 ? null : legacyId((made[0] as (typeof made)[number]).id),
      amount: made.reduce((sum, refund) => sum + paidBack(refund), 0),
    };
  },
});
