import type { Line, Order, ShippingLine, TaxLine, Transaction } from './model.ts';
import type { Bag } from './money.ts';
import { add, atLeastZero, least, negate, proportion, share, subtract, times, ZERO } from './money.ts';

/** Everything an order's money says, reckoned from its lines and transactions; nothing of it is stored. */

export const taxOf = (taxLines: readonly TaxLine[]): Bag => add(...taxLines.map((tax) => tax.price));
export const discountOf = (line: Line | ShippingLine): Bag => add(...line.discounts.map((discount) => discount.amount));
/** After discounts, tax included where the order's prices include it. */
export const lineTotal = (line: Line): Bag => subtract(times(line.price, line.quantity), discountOf(line));
export const shippingTotal = (line: ShippingLine): Bag => subtract(line.price, discountOf(line));
export const dutiesOf = (line: Line): Bag => add(...line.duties.map((duty) => duty.price));

export const currentQuantity = (line: Line): number => line.quantity - line.refunded - line.removed - line.returnedOnly;
export const refundableQuantity = (line: Line): number => line.quantity - line.refunded - line.removed;

/** Net price of the next `count` units of a line that were not refunded yet. */
export const unitsTotal = (line: Line, from: number, count: number): Bag =>
  share(lineTotal(line), line.quantity, from, count);
export const unitsTax = (line: Line, from: number, count: number): Bag =>
  share(taxOf(line.taxLines), line.quantity, from, count);

/** Tax on the next `amount` of a shipping line, exact when the rest is taken. */
export const shippingTaxOn = (line: ShippingLine, amount: Bag): Bag => {
  const total = shippingTotal(line);
  const tax = taxOf(line.taxLines);
  const upTo = (key: keyof Bag, taken: number) => proportion(tax[key], taken, total[key]);
  const one = (key: keyof Bag) => upTo(key, line.refunded[key] + amount[key]) - upTo(key, line.refunded[key]);
  return { shop: one('shop'), pres: one('pres') };
};

export const shippingLeft = (line: ShippingLine): Bag => subtract(shippingTotal(line), line.refunded);

export const totalsOf = (order: Order) => {
  const lineItems = add(...order.lines.map((line) => times(line.price, line.quantity)));
  const lineDiscounts = add(...order.lines.map(discountOf));
  const shippingDiscounts = add(...order.shippingLines.map(discountOf));
  const subtotal = subtract(lineItems, lineDiscounts);
  const shippingBefore = add(...order.shippingLines.map((line) => line.price));
  const shipping = add(...order.shippingLines.map(shippingTotal));
  const tax = add(
    ...order.lines.map((line) => taxOf(line.taxLines)),
    ...order.shippingLines.map((line) => taxOf(line.taxLines)),
  );
  const duties = add(...order.lines.map(dutiesOf));
  const addedTax = order.taxesIncluded ? ZERO : tax;
  const total = add(subtotal, shipping, addedTax, duties, order.tips);
  const discounts = add(lineDiscounts, shippingDiscounts);
  return { lineItems, discounts, subtotal, shippingBefore, shipping, tax, duties, total };
};

/** The order as it stands after edits and refunds. */
export const currentOf = (order: Order) => {
  const left = (line: Line) => ({ from: line.refunded + line.returnedOnly, count: Math.max(0, currentQuantity(line)) });
  const lineUnits = order.lines.map((line) => ({ line, ...left(line) }));
  const subtotal = add(...lineUnits.map(({ line, from, count }) => unitsTotal(line, from, count)));
  const lineTax = add(...lineUnits.map(({ line, from, count }) => unitsTax(line, from, count)));
  const shipping = add(...order.shippingLines.map(shippingLeft));
  const shippingTax = add(...order.shippingLines.map((line) => shippingTaxOn(line, shippingLeft(line))));
  const discounts = add(
    ...lineUnits.map(({ line, from, count }) => share(discountOf(line), line.quantity, from, count)),
    ...order.shippingLines.map(discountOf),
  );
  const duties = subtract(
    add(...order.lines.map(dutiesOf)),
    add(...order.lines.flatMap((line) => line.duties.map((duty) => duty.refunded))),
  );
  const tax = add(lineTax, shippingTax);
  const fees = add(...order.refunds.map((refund) => refund.fees));
  const discrepancy = add(...order.refunds.map((refund) => refund.discrepancy));
  const tips = order.cancelledAt === null ? order.tips : ZERO;
  const total = add(subtotal, shipping, order.taxesIncluded ? ZERO : tax, duties, tips, fees);
  return { subtotal, shipping, tax, discounts, duties, fees, discrepancy, total };
};

const settled = (transaction: Transaction) => transaction.status === 'success';
const moving = (transaction: Transaction) => transaction.status === 'success' || transaction.status === 'pending';
export const isPayment = (transaction: Transaction) => transaction.kind === 'sale' || transaction.kind === 'capture';

const sumOf = (list: readonly Transaction[]): Bag => add(...list.map((transaction) => transaction.amount));

export const paymentsOf = (order: Order) => {
  const of = (kind: string, test = settled) => order.transactions.filter((t) => t.kind === kind && test(t));
  const received = sumOf(order.transactions.filter((t) => isPayment(t) && settled(t)));
  const refunded = sumOf(of('refund'));
  /** What is left to refund: refunds that are still on their way count as gone. */
  const left = atLeastZero(subtract(received, sumOf(of('refund', moving))));
  const capturable = add(...of('authorization').map((authorization) => capturableOf(order, authorization)));
  return { received, refunded, net: subtract(received, refunded), left, capturable };
};

export const capturableOf = (order: Order, authorization: Transaction): Bag => {
  const children = order.transactions.filter((t) => t.parentId === authorization.id && settled(t));
  if (children.some((t) => t.kind === 'void')) return ZERO;
  return atLeastZero(subtract(authorization.amount, sumOf(children.filter((t) => t.kind === 'capture'))));
};

/** What may still go back to one payment. */
export const refundableOn = (order: Order, payment: Transaction): Bag =>
  isPayment(payment) && settled(payment)
    ? atLeastZero(
        subtract(
          payment.amount,
          sumOf(order.transactions.filter((t) => t.parentId === payment.id && t.kind === 'refund' && moving(t))),
        ),
      )
    : ZERO;

export const outstandingOf = (order: Order): Bag => {
  const { net } = paymentsOf(order);
  const { total, discrepancy } = currentOf(order);
  return order.cancelledAt === null ? subtract(subtract(total, net), discrepancy) : ZERO;
};

export const financialStatus = (order: Order): string => {
  const { received, refunded, capturable } = paymentsOf(order);
  if (received.pres > 0) {
    if (refunded.pres >= received.pres) return 'refunded';
    if (refunded.pres > 0) return 'partially_refunded';
    return received.pres >= totalsOf(order).total.pres || outstandingOf(order).pres <= 0 ? 'paid' : 'partially_paid';
  }
  if (capturable.pres > 0) return 'authorized';
  if (order.transactions.some((t) => t.kind === 'void' && settled(t))) return 'voided';
  return order.transactions.length === 0 && totalsOf(order).total.pres === 0 ? 'paid' : 'pending';
};

/** An amount that was given in the customer's currency, at the order's rate; the whole of `cap` stays the whole. */
export const bagAtRate = (order: Order, pres: number, cap: Bag): Bag => {
  if (order.currency === order.presentmentCurrency) return { shop: pres, pres };
  if (pres === cap.pres) return cap;
  const { total } = totalsOf(order);
  return { shop: total.pres === 0 ? 0 : proportion(total.shop, pres, total.pres), pres };
};

/** From which payments an amount would go back: the oldest first, each up to what is left of it. */
export const suggestTenders = (order: Order, amount: Bag): { parent: Transaction; amount: Bag; maximum: Bag }[] => {
  let rest = amount;
  const tenders: { parent: Transaction; amount: Bag; maximum: Bag }[] = [];
  for (const parent of order.transactions) {
    const maximum = refundableOn(order, parent);
    if (maximum.pres <= 0) continue;
    const part = least(rest, maximum);
    if (part.pres > 0) tenders.push({ parent, amount: part, maximum });
    rest = add(rest, negate(part));
  }
  return tenders;
};

export const unfulfilledOf = (order: Order, lineId: string): number =>
  order.fulfillmentOrders
    .filter((fo) => fo.status !== 'cancelled' && fo.status !== 'closed')
    .flatMap((fo) => fo.lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, line) => sum + line.remaining, 0);

export const fulfilledOf = (order: Order, lineId: string): number =>
  order.fulfillments
    .filter((fulfillment) => fulfillment.status === 'success')
    .flatMap((fulfillment) => fulfillment.lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, line) => sum + line.quantity, 0);
