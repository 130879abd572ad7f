import { planOutcome } from '../../actions/return-process.ts';
import type { Order, Return } from '../../model/model.ts';
import { add, atLeastZero, negate } from '../../model/money.ts';
import { shippingLeft } from '../../model/order-sums.ts';
import type { World } from '../../model/world.ts';
import { idOf } from '../context.ts';
import { moneyBag, readMoneyInput } from '../money-out.ts';
import { dutyRefundNode } from './refund.ts';
import {
  cartDiscountOf,
  type DutyArgs,
  shippingRefundNode,
  storeCreditMethod,
  tenderNodes,
  wantedDuties,
} from './suggested-refund.ts';

type MoneyInput = { amount: string; currencyCode: string };
export type RefundShippingArgs = { fullRefund?: boolean | null; shippingRefundAmount?: MoneyInput | null };

export const wantedShipping = (order: Order, shipping: RefundShippingArgs | null | undefined) => {
  if (!shipping) return null;
  if (shipping.fullRefund) return 'full' as const;
  if (!shipping.shippingRefundAmount) return null;
  const left = add(...order.shippingLines.map(shippingLeft));
  const bag = readMoneyInput(order, shipping.shippingRefundAmount, left, ['refundShipping', 'shippingRefundAmount']);
  // Nothing of the shipping goes back: the same as not asking.
  return bag.pres === 0 ? null : bag;
};

/** Return.suggestedFinancialOutcome: what settling these units comes to, fees taken off, changing nothing. */
export const suggestedOutcome = (
  world: World,
  order: Order,
  ret: Return,
  args: {
    returnLineItems: readonly { id: string; quantity: number }[];
    exchangeLineItems: readonly { id: string; quantity: number }[];
    refundShipping?: RefundShippingArgs | null;
    refundDuties?: readonly DutyArgs[] | null;
    tipLineId?: string | null;
    refundMethodAllocation?: string | null;
  },
): object => {
  const exchanges = args.exchangeLineItems.map((line) => ({
    exchangeLineId: idOf(line.id, 'ExchangeLineItem'),
    quantity: line.quantity,
  }));
  const { plan, amount } = planOutcome(world, order, ret, {
    lines: args.returnLineItems.map((line) => ({
      returnLineId: idOf(line.id, 'ReturnLineItem'),
      quantity: line.quantity,
    })),
    exchanges,
    shipping: wantedShipping(order, args.refundShipping),
    duties: wantedDuties(args.refundDuties),
    tips: Boolean(args.tipLineId),
  });
  const owed = amount.pres < 0;
  const credit = args.refundMethodAllocation === 'STORE_CREDIT';
  return {
    discountedSubtotal: moneyBag(order, plan.subtotal),
    maximumRefundable: moneyBag(order, plan.maximum),
    refundDuties: plan.duties.map(({ duty, amount: each }) => dutyRefundNode(order, duty.id, each)),
    shipping: shippingRefundNode(order, plan),
    totalAdditionalFees: moneyBag(order, plan.fees),
    totalCartDiscountAmount: moneyBag(order, cartDiscountOf(plan)),
    totalDuties: moneyBag(order, plan.dutiesTotal),
    totalTax: moneyBag(order, plan.tax),
    financialTransfer: owed
      ? { __typename: 'InvoiceReturnOutcome', amount: moneyBag(order, negate(amount)) }
      : {
          __typename: 'RefundReturnOutcome',
          amount: moneyBag(order, amount),
          suggestedTransactions: () => (credit ? [] : tenderNodes(world, order, atLeastZero(amount))),
          suggestedRefundMethods: storeCreditMethod(order, args.refundMethodAllocation, plan),
        },
  };
};

/** Return.suggestedRefund, the deprecated predecessor: the same sum without exchanges. */
export const suggestedReturnRefund = (
  world: World,
  order: Order,
  ret: Return,
  args: {
    returnRefundLineItems: readonly { returnLineItemId: string; quantity: number }[];
    refundShipping?: RefundShippingArgs | null;
    refundDuties?: readonly DutyArgs[] | null;
  },
): object => {
  const { plan } = planOutcome(world, order, ret, {
    lines: args.returnRefundLineItems.map((line) => ({
      returnLineId: idOf(line.returnLineItemId, 'ReturnLineItem'),
      quantity: line.quantity,
    })),
    exchanges: [],
    shipping: wantedShipping(order, args.refundShipping),
    duties: wantedDuties(args.refundDuties),
    tips: false,
  });
  return {
    amount: moneyBag(order, plan.amount),
    discountedSubtotal: moneyBag(order, plan.subtotal),
    maximumRefundable: moneyBag(order, plan.maximum),
    refundDuties: plan.duties.map(({ duty, amount }) => dutyRefundNode(order, duty.id, amount)),
    shipping: shippingRefundNode(order, plan),
    subtotal: moneyBag(order, plan.subtotal),
    suggestedTransactions: () => tenderNodes(world, order, plan.amount),
    fees: [],
    totalCartDiscountAmount: moneyBag(order, cartDiscountOf(plan)),
    totalDuties: moneyBag(order, plan.dutiesTotal),
    totalTax: moneyBag(order, plan.tax),
  };
};
