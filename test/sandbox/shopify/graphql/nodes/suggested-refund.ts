import type { RefundPlan, WantedLine } from '../../actions/refund.ts';
import { planRefund } from '../../actions/refund.ts';
import type { Order } from '../../model/model.ts';
import type { Bag } from '../../model/money.ts';
import { add, share } from '../../model/money.ts';
import { discountOf, refundableQuantity, shippingLeft, suggestTenders, unfulfilledOf } from '../../model/order-sums.ts';
import type { World } from '../../model/world.ts';
import { idOf } from '../context.ts';
import { moneyBag, readPresentment, shopDecimal } from '../money-out.ts';
import { dutyRefundNode, refundLineNode, transactionNode } from './refund.ts';

export type RefundLineArgs = {
  lineItemId: string;
  quantity: number;
  restockType?: string | null;
  locationId?: string | null;
};
export type DutyArgs = { dutyId: string; refundType?: string | null };

export const wantedLines = (lines: readonly RefundLineArgs[] | null | undefined): WantedLine[] =>
  (lines ?? []).map((line) => ({
    lineId: idOf(line.lineItemId, 'LineItem'),
    quantity: line.quantity,
    restockType: line.restockType === 'CANCEL' ? 'cancel' : line.restockType === 'RETURN' ? 'return' : 'no_restock',
    locationId: line.locationId ? idOf(line.locationId, 'Location') : null,
  }));

export const wantedDuties = (duties: readonly DutyArgs[] | null | undefined) =>
  (duties ?? []).map((duty) => ({
    dutyId: idOf(duty.dutyId, 'Duty'),
    proportional: duty.refundType === 'PROPORTIONAL',
  }));

export const tenderNodes = (world: World, order: Order, amount: Bag) =>
  suggestTenders(order, amount).map((tender) => ({
    accountNumber: null,
    amount: shopDecimal(order, tender.amount),
    amountSet: moneyBag(order, tender.amount),
    formattedGateway: tender.parent.gateway,
    gateway: tender.parent.gateway,
    kind: 'SUGGESTED_REFUND',
    maximumRefundable: shopDecimal(order, tender.maximum),
    maximumRefundableSet: moneyBag(order, tender.maximum),
    parentTransaction: () => transactionNode(world, order, tender.parent),
  }));

export const shippingRefundNode = (order: Order, plan: RefundPlan) => {
  const left = add(...order.shippingLines.map(shippingLeft));
  return {
    amount: shopDecimal(order, plan.shippingAmount),
    amountSet: moneyBag(order, plan.shippingAmount),
    maximumRefundable: shopDecimal(order, left),
    maximumRefundableSet: moneyBag(order, left),
    tax: shopDecimal(order, plan.shippingTax),
    taxSet: moneyBag(order, plan.shippingTax),
  };
};

export const cartDiscountOf = (plan: RefundPlan): Bag =>
  add(...plan.lines.map(({ line, quantity }) => share(discountOf(line), line.quantity, line.refunded, quantity)));

export const storeCreditMethod = (order: Order, allocation: string | null | undefined, plan: RefundPlan) =>
  allocation === 'STORE_CREDIT' && plan.amount.pres > 0
    ? [
        {
          __typename: 'SuggestedStoreCreditRefund',
          amount: moneyBag(order, plan.amount),
          maximumRefundable: moneyBag(order, plan.maximum),
        },
      ]
    : [];

/** Order.suggestedRefund: what it comes to and where it would go, changing nothing. */
export const suggestedRefund = (
  world: World,
  order: Order,
  args: {
    suggestFullRefund?: boolean | null;
    shippingAmount?: string | null;
    refundShipping?: boolean | null;
    refundLineItems?: readonly RefundLineArgs[] | null;
    refundDuties?: readonly DutyArgs[] | null;
    refundMethodAllocation?: string | null;
  },
): object => {
  const full = args.suggestFullRefund === true;
  const left = add(...order.shippingLines.map(shippingLeft));
  const shipping =
    full || args.refundShipping
      ? ('full' as const)
      : args.shippingAmount === null || args.shippingAmount === undefined
        ? null
        : readPresentment(order, args.shippingAmount, left, ['shippingAmount']);
  const plan = planRefund(order, {
    lines: full ? everyLine(order) : wantedLines(args.refundLineItems),
    shipping,
    duties: full
      ? order.lines.flatMap((line) => line.duties.map((duty) => ({ dutyId: duty.id, proportional: false })))
      : wantedDuties(args.refundDuties),
    tips: full,
  });
  const credit = args.refundMethodAllocation === 'STORE_CREDIT';
  return {
    amount: shopDecimal(order, plan.amount),
    amountSet: moneyBag(order, plan.amount),
    discountedSubtotalSet: moneyBag(order, plan.subtotal),
    maximumRefundable: shopDecimal(order, plan.maximum),
    maximumRefundableSet: moneyBag(order, plan.maximum),
    refundDuties: plan.duties.map(({ duty, amount }) => dutyRefundNode(order, duty.id, amount)),
    refundLineItems: plan.lines.map((line) => refundLineNode(world, order, { ...line, lineId: line.line.id })),
    shipping: shippingRefundNode(order, plan),
    subtotal: shopDecimal(order, plan.subtotal),
    subtotalSet: moneyBag(order, plan.subtotal),
    suggestedRefundMethods: storeCreditMethod(order, args.refundMethodAllocation, plan),
    suggestedTransactions: () => (credit ? [] : tenderNodes(world, order, plan.amount)),
    totalCartDiscountAmountSet: moneyBag(order, cartDiscountOf(plan)),
    totalDutiesSet: moneyBag(order, plan.dutiesTotal),
    totalTaxSet: moneyBag(order, plan.tax),
    totalTaxes: shopDecimal(order, plan.tax),
  };
};

const everyLine = (order: Order): WantedLine[] =>
  order.lines
    .filter((line) => refundableQuantity(line) > 0)
    .map((line) => ({
      lineId: line.id,
      quantity: refundableQuantity(line),
      restockType: unfulfilledOf(order, line.id) >= refundableQuantity(line) ? 'cancel' : 'return',
      locationId: null,
    }));
