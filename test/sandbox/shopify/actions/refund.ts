import type { Line, Order, Refund, RestockType, Transaction } from '../model/model.ts';
import type { Bag } from '../model/money.ts';
import { add, atLeastZero, least, spoken, subtract, ZERO } from '../model/money.ts';
import {
  isPayment,
  paymentsOf,
  refundableOn,
  refundableQuantity,
  shippingLeft,
  shippingTaxOn,
  suggestTenders,
  unfulfilledOf,
  unitsTax,
  unitsTotal,
} from '../model/order-sums.ts';
import { refuse } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import { restRefund, restTransaction } from '../rest/rest-parts.ts';
import { homeLocation, releaseStock, returnStock } from './stock.ts';

export type WantedLine = { lineId: string; quantity: number; restockType: RestockType; locationId: string | null };
export type WantedRefund = Readonly<{
  lines?: readonly WantedLine[];
  /** What of the shipping goes back, before tax where prices exclude it. */
  shipping?: Bag | 'full' | null;
  duties?: readonly { dutyId: string; proportional: boolean }[];
  tips?: boolean;
  fees?: Bag;
}>;

export type RefundPlan = ReturnType<typeof planRefund>;

/**
 * What these lines, shipping and duties come to: the sum Shopify suggests.
 * @throws Refused in Shopify's words for a quantity or an amount beyond what is left
 */
export const planRefund = (order: Order, wanted: WantedRefund) => {
  const taken = new Map<string, number>();
  const lines = (wanted.lines ?? []).map((want, index) => {
    const line = order.lines.find((candidate) => candidate.id === want.lineId);
    const at = (key: string) => ['refundLineItems', String(index), key];
    if (!line) return refuse(at('lineItemId'), 'Line item does not exist');
    const before = taken.get(line.id) ?? 0;
    if (want.quantity <= 0) refuse(at('quantity'), 'Quantity must be greater than 0');
    if (before + want.quantity > refundableQuantity(line)) {
      refuse(at('quantity'), 'Quantity cannot refund more items than were purchased');
    }
    if (want.restockType === 'cancel' && want.quantity > unfulfilledOf(order, line.id)) {
      refuse(at('quantity'), 'Quantity cannot remove more items than are unfulfilled');
    }
    taken.set(line.id, before + want.quantity);
    const from = line.refunded + before;
    return {
      line,
      ...want,
      subtotal: unitsTotal(line, from, want.quantity),
      tax: unitsTax(line, from, want.quantity),
    };
  });
  const shipping = planShipping(order, wanted.shipping ?? null);
  const duties = planDuties(order, wanted.duties ?? [], lines);
  const subtotal = add(...lines.map((line) => line.subtotal));
  const lineTax = add(...lines.map((line) => line.tax));
  const shippingAmount = add(...shipping.map((part) => part.subtotal));
  const shippingTax = add(...shipping.map((part) => part.tax));
  const dutiesTotal = add(...duties.map((duty) => duty.amount));
  const tax = add(lineTax, shippingTax);
  const tips = wanted.tips ? order.tips : ZERO;
  const fees = wanted.fees ?? ZERO;
  const gross = add(subtotal, shippingAmount, order.taxesIncluded ? ZERO : tax, dutiesTotal, tips);
  const maximum = paymentsOf(order).left;
  const due = subtract(gross, fees);
  return {
    lines,
    shipping,
    duties,
    subtotal,
    lineTax,
    shippingAmount,
    shippingTax,
    dutiesTotal,
    tax,
    tips,
    fees,
    /** What it comes to, below zero where fees exceed the goods, and that capped by what is left to refund. */
    due,
    amount: least(atLeastZero(due), maximum),
    maximum,
  };
};

const planShipping = (order: Order, wanted: Bag | 'full' | null) => {
  if (wanted === null) return [];
  const left = add(...order.shippingLines.map(shippingLeft));
  if (wanted !== 'full' && wanted.pres > left.pres) {
    const field = ['shipping', 'amount'];
    return refuse(field, `Shipping amount cannot be greater than ${spoken(left.pres, order.presentmentCurrency)}`);
  }
  let rest = wanted === 'full' ? left : wanted;
  return order.shippingLines.flatMap((line) => {
    const part = least(rest, shippingLeft(line));
    rest = subtract(rest, part);
    return part.pres > 0 ? [{ line, subtotal: part, tax: shippingTaxOn(line, part) }] : [];
  });
};

const planDuties = (
  order: Order,
  wanted: readonly { dutyId: string; proportional: boolean }[],
  lines: readonly { line: Line; quantity: number }[],
) =>
  wanted.map(({ dutyId, proportional }, index) => {
    const line = order.lines.find((candidate) => candidate.duties.some((duty) => duty.id === dutyId));
    const duty = line?.duties.find((candidate) => candidate.id === dutyId);
    if (!line || !duty) return refuse(['refundDuties', String(index), 'dutyId'], 'Duty does not exist');
    const left = subtract(duty.price, duty.refunded);
    const units = lines.filter((part) => part.line === line).reduce((sum, part) => sum + part.quantity, 0);
    const part = (key: 'shop' | 'pres') => Math.round((duty.price[key] * units) / line.quantity);
    const amount = proportional ? least({ shop: part('shop'), pres: part('pres') }, left) : left;
    return { duty, amount };
  });

export type Tender = { parentId: string; amount: Bag };

/**
 * The caps on money: every refund names a payment of this order, and all together stay within what was received and not
 * yet given back.
 */
export const checkTenders = (order: Order, tenders: readonly Tender[], storeCredit: Bag = ZERO): Transaction[] => {
  const { left } = paymentsOf(order);
  const total = add(storeCredit, ...tenders.map((tender) => tender.amount));
  const perParent = new Map<string, number>();
  const parents = tenders.map((tender) => {
    const parent = order.transactions.find((transaction) => transaction.id === tender.parentId);
    if (!parent || !isPayment(parent) || parent.status !== 'success') {
      return refuse(['transactions'], 'Transactions require a parent_id associated with the order');
    }
    if (tender.amount.pres <= 0) return refuse(['transactions'], 'Amount must be greater than zero');
    // No recording has these words: what counts is that nothing is booked and that the gateway is to blame.
    if (parent.gateway === 'no_refunds')
      return refuse(['transactions'], 'The payment gateway does not support refunds');
    perParent.set(parent.id, (perParent.get(parent.id) ?? 0) + tender.amount.pres);
    return parent;
  });
  const say = (minor: number) => spoken(minor, order.presentmentCurrency);
  if (total.pres > left.pres) {
    refuse(null, `Refund amount ${say(total.pres)} is greater than net payment received ${say(left.pres)}`);
  }
  for (const parent of parents) {
    const most = refundableOn(order, parent).pres;
    const asked = perParent.get(parent.id) ?? 0;
    if (asked > most) refuse(null, `Refund amount ${say(asked)} is greater than net payment received ${say(most)}`);
  }
  return parents;
};

export type RefundOrder = WantedRefund &
  Readonly<{
    transactions: readonly Tender[] | 'suggested';
    storeCredit?: Bag;
    note?: string | null;
    returnId?: string | null;
    discrepancyReason?: string | null;
    /** Where returned units go; the shop's own location by default. */
    locationId?: string | null;
  }>;

/** Makes a refund: the record always, money only with transactions. */
export const makeRefund = (world: World, order: Order, action: Action, wanted: RefundOrder): Refund => {
  const plan = planRefund(order, wanted);
  const tenders =
    wanted.transactions === 'suggested'
      ? suggestTenders(order, plan.amount).map(({ parent, amount }) => ({ parentId: parent.id, amount }))
      : wanted.transactions;
  const parents = checkTenders(order, tenders, wanted.storeCredit);
  const zone = action.shop.timeZone;
  const refundId = world.nextId('Refund');

  const transactions = tenders.map((tender, index): Transaction => {
    const parent = parents[index] as Transaction;
    // A payment taken on the gateway `pending` is refunded the slow way: the money is on its way until it is settled.
    const slow = parent.gateway === 'pending';
    return {
      id: world.nextId('OrderTransaction'),
      parentId: parent.id,
      kind: 'refund',
      status: slow ? 'pending' : 'success',
      // Whatever gateway the caller named, money goes back where it came from.
      gateway: parent.gateway,
      amount: tender.amount,
      createdAt: action.at,
      refundId,
      message: slow ? 'Refund is pending' : 'Refunded',
    };
  });
  const credit = wanted.storeCredit;
  if (credit && credit.pres > 0) {
    transactions.push({
      id: world.nextId('OrderTransaction'),
      parentId: order.transactions.find(isPayment)?.id ?? null,
      kind: 'refund',
      status: 'success',
      gateway: 'shopify_store_credit',
      amount: credit,
      createdAt: action.at,
      refundId,
      message: null,
    });
  }
  const moved = add(...transactions.map((transaction) => transaction.amount));
  const refund: Refund = {
    id: refundId,
    createdAt: action.at,
    note: wanted.note ?? null,
    lines: plan.lines.map((line) => ({
      id: world.nextId('RefundLineItem'),
      lineId: line.line.id,
      quantity: line.quantity,
      restockType: line.restockType,
      locationId: line.restockType === 'no_restock' ? null : (line.locationId ?? homeLocation(world, action.shop).id),
      subtotal: line.subtotal,
      tax: line.tax,
    })),
    shipping: plan.shipping.map((part) => ({
      id: world.nextId('RefundShippingLine'),
      shippingLineId: part.line.id,
      subtotal: part.subtotal,
      tax: part.tax,
    })),
    duties: plan.duties.map(({ duty, amount }) => ({ dutyId: duty.id, amount })),
    fees: plan.fees,
    discrepancy: subtract(moved, atLeastZero(plan.due)),
    discrepancyReason: wanted.discrepancyReason ?? null,
    returnId: wanted.returnId ?? null,
  };
  for (const part of plan.lines) {
    part.line.refunded += part.quantity;
    if (part.restockType === 'cancel') takeFromFulfillmentOrders(world, order, action, part.line, part.quantity, true);
    if (part.restockType === 'return' && !wanted.returnId) {
      const locationId = part.locationId ?? homeLocation(world, action.shop).id;
      returnStock(world, action, part.line, locationId, part.quantity);
    }
  }
  for (const part of plan.shipping) part.line.refunded = add(part.line.refunded, part.subtotal);
  for (const { duty, amount } of plan.duties) duty.refunded = add(duty.refunded, amount);
  order.transactions.push(...transactions);
  order.refunds.push(refund);
  for (const transaction of transactions) {
    action.emit('order_transactions/create', () => restTransaction(order, transaction, zone));
  }
  action.emit('refunds/create', () => restRefund(order, refund, zone));
  action.touch(order);
  return refund;
};

/** Units that will not be shipped leave their fulfilment orders, which close when nothing is left. */
export const takeFromFulfillmentOrders = (
  world: World,
  order: Order,
  action: Action,
  line: Line,
  units: number,
  restock: boolean,
): void => {
  let left = units;
  for (const fo of order.fulfillmentOrders) {
    if (fo.status === 'closed' || fo.status === 'cancelled') continue;
    for (const foLine of fo.lines.filter((candidate) => candidate.lineId === line.id)) {
      const taken = Math.min(left, foLine.remaining);
      if (taken <= 0) continue;
      foLine.remaining -= taken;
      foLine.total -= taken;
      left -= taken;
      releaseStock(world, action, line, fo.locationId, taken, restock);
    }
    if (fo.lines.every((foLine) => foLine.remaining === 0)) fo.status = 'closed';
    fo.updatedAt = action.at;
  }
};

/** A pending refund settles or fails, as the payment provider says. */
export const settleRefund = (order: Order, action: Action, transaction: Transaction, accepted: boolean): void => {
  transaction.status = accepted ? 'success' : 'failure';
  transaction.message = accepted ? 'Refunded' : 'Refund failed';
  action.emit('order_transactions/create', () => restTransaction(order, transaction, action.shop.timeZone));
  action.touch(order);
};
