import type { Line, Order, Refund, Return, ReturnLine } from '../model/model.ts';
import type { Bag } from '../model/money.ts';
import { add, spoken, subtract, ZERO } from '../model/money.ts';
import { refundableQuantity, unitsTotal } from '../model/order-sums.ts';
import { refuse } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import { exchangeTotal, planExchanges, processExchanges } from './exchange.ts';
import type { RefundPlan, Tender } from './refund.ts';
import { checkTenders, makeRefund, planRefund } from './refund.ts';
import type { WantedDisposition } from './reverse.ts';
import { checkDispositions, dispose } from './reverse.ts';

export type OutcomeWish = Readonly<{
  lines: readonly { returnLineId: string; quantity: number }[];
  exchanges: readonly { exchangeLineId: string; quantity: number }[];
  shipping: Bag | 'full' | null;
  duties: readonly { dutyId: string; proportional: boolean }[];
  tips: boolean;
}>;

const lineOf = (order: Order, returnLine: ReturnLine): Line => {
  const line = order.lines.find((candidate) => candidate.id === returnLine.lineId);
  return line ?? refuse(null, 'Line item does not exist', 'NOT_FOUND');
};

/**
 * A percentage of what the units cost after discounts, before tax is added, each unit's share rounded as money is. The
 * schema says only "the value of the fee as a percentage", and not of what: where Makegood reckons with tax that was
 * added, the two sums differ, and a person sees both.
 */
const restockingFee = (order: Order, returnLine: ReturnLine, quantity: number): Bag => {
  if (!returnLine.restockingFee) return ZERO;
  const line = lineOf(order, returnLine);
  const total = unitsTotal(line, line.refunded, quantity);
  const part = (minor: number) => Math.round((minor * (returnLine.restockingFee?.percentage ?? 0)) / 100);
  return { shop: part(total.shop), pres: part(total.pres) };
};

/** The return's own fees on these units; the shipping fee falls on whatever is settled first. */
export const feesOf = (order: Order, ret: Return, lines: OutcomeWish['lines']): Bag => {
  const restocking = lines.map(({ returnLineId, quantity }) => {
    const returnLine = ret.lines.find((candidate) => candidate.id === returnLineId);
    return returnLine ? restockingFee(order, returnLine, quantity) : ZERO;
  });
  return add(...restocking, ret.shippingFee && !ret.shippingFee.settled ? ret.shippingFee.amount : ZERO);
};

/** What settling these units comes to: money back (positive) or owed by the customer (negative). */
export const planOutcome = (world: World, order: Order, ret: Return, wish: OutcomeWish) => {
  const plan: RefundPlan = planRefund(order, {
    lines: wish.lines.map(({ returnLineId, quantity }, index) => {
      const returnLine = ret.lines.find((candidate) => candidate.id === returnLineId);
      const at = (key: string) => ['returnLineItems', String(index), key];
      if (!returnLine) return refuse(at('id'), 'Return line item was not found.', 'NOT_FOUND');
      if (quantity <= 0 || quantity > returnLine.quantity - returnLine.refunded) {
        refuse(at('quantity'), 'Return line item has an invalid quantity.', 'INVALID');
      }
      return { lineId: returnLine.lineId, quantity, restockType: 'return' as const, locationId: null };
    }),
    shipping: wish.shipping,
    duties: wish.duties,
    tips: wish.tips,
    fees: feesOf(order, ret, wish.lines),
  });
  const exchanges = exchangeTotal(world, order, ret, wish.exchanges);
  const net = subtract(plan.due, exchanges);
  const amount = net.pres > plan.maximum.pres ? plan.maximum : net;
  return { plan, exchanges, amount };
};

/** Whether units of this line go back on the shelf. */
const restocked = (ret: Return, line: ReturnLine, dispositions: readonly WantedDisposition[]): boolean =>
  dispositions.some(
    ({ type, reverseLineId }) =>
      type === 'RESTOCKED' &&
      ret.reverseOrders.some((rfo) =>
        rfo.lines.some((reverse) => reverse.id === reverseLineId && reverse.returnLineId === line.id),
      ),
  );

export type ProcessWish = OutcomeWish &
  Readonly<{
    dispositions: readonly WantedDisposition[];
    /** Null: nothing is paid back now. */
    tenders: readonly Tender[] | null;
    storeCredit: Bag;
    note: string | null;
  }>;

/** Settles received units: they count in the books, dispositions are set, money moves with a financial transfer. */
export const processReturn = (
  world: World,
  order: Order,
  ret: Return,
  action: Action,
  wish: ProcessWish,
): Refund | null => {
  const root = ['input', 'returnLineItems'];
  if (ret.status !== 'open') refuse(['input', 'returnId'], 'Return status is invalid.', 'INVALID_STATE');
  const found = wish.lines.map(({ returnLineId, quantity }, index) => {
    const line = ret.lines.find((candidate) => candidate.id === returnLineId);
    // A line of which everything is processed is no longer found.
    if (!line || line.processed >= line.quantity) {
      return refuse([...root, String(index), 'id'], 'Return line item was not found.', 'NOT_FOUND');
    }
    if (quantity <= 0 || quantity > line.quantity - line.processed) {
      refuse([...root, String(index), 'quantity'], 'Return line item has an invalid quantity.', 'INVALID');
    }
    return { line, quantity };
  });
  checkDispositions(order, ret, wish.dispositions, ['input', 'returnLineItems']);
  const { plan, amount } = planOutcome(world, order, ret, wish);
  const exchanges = planExchanges(world, order, ret, wish.exchanges);
  const moved = add(wish.storeCredit, ...(wish.tenders ?? []).map((tender) => tender.amount));
  if (wish.tenders !== null) {
    checkTenders(order, wish.tenders, wish.storeCredit);
    if (moved.pres > Math.max(0, amount.pres)) {
      const say = (minor: number) => spoken(Math.max(0, minor), order.presentmentCurrency);
      const message = `Refund amount ${say(moved.pres)} is greater than the refundable amount ${say(amount.pres)}`;
      refuse(['input', 'financialTransfer'], message, 'INVALID');
    }
  }
  let refund: Refund | null = null;
  if (wish.tenders !== null || wish.shipping !== null) {
    refund = makeRefund(world, order, action, {
      lines: found.map(({ line, quantity }) => ({
        lineId: line.lineId,
        quantity,
        restockType: restocked(ret, line, wish.dispositions) ? ('return' as const) : ('no_restock' as const),
        locationId: null,
      })),
      shipping: wish.shipping,
      duties: wish.duties,
      tips: wish.tips,
      fees: plan.fees,
      transactions: wish.tenders ?? [],
      storeCredit: wish.storeCredit,
      note: wish.note,
      returnId: ret.id,
    });
    if (ret.shippingFee) ret.shippingFee.settled = true;
  }
  for (const { line, quantity } of found) {
    line.processed += quantity;
    if (refund) line.refunded += quantity;
    else {
      const orderLine = lineOf(order, line);
      orderLine.returnedOnly += Math.min(quantity, refundableQuantity(orderLine));
    }
  }
  dispose(world, order, ret, action, wish.dispositions);
  processExchanges(world, order, ret, action, exchanges, amount);
  // The documented sample of this payload is empty: whoever listens has to read the return again.
  action.emit('returns/process', () => ({}));
  action.touch(order);
  return refund;
};
