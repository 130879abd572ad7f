import { fillAddress, fillCustomer } from './fill-customer.ts';
import type { LineInput } from './fill-lines.ts';
import { fillLine, fillShippingLine } from './fill-lines.ts';
import { digitsOf } from './json.ts';
import type { DiscountApplication, Order, ShippingLine, Shop, TransactionKind } from './model.ts';
import { add, allocate, type Bag, proportion, times, ZERO } from './money.ts';
import type { OrderInput } from './order-input.ts';
import { OrderMoney } from './order-money.ts';
import { lineTotal, shippingTotal, totalsOf } from './order-sums.ts';
import { refusal, refuse } from './refused.ts';
import type { World } from './world.ts';

/**
 * An order from its webhook form, with everything filled in that the form leaves out, so that its sums are what Shopify
 * would have: the parts (lines, discounts, taxes, shipping, duties, tips) decide, totals are reckoned from them.
 * @throws Refused for a part that contradicts itself
 */
export const fillOrder = (world: World, shop: Shop, input: OrderInput): Order => {
  const money = new OrderMoney(input, shop.currency);
  const at = input.created_at ? Date.parse(input.created_at) : world.clock.now();
  const number = input.order_number ?? (Number(/^#?(\d+)$/.exec(input.name ?? '')?.[1]) || shop.nextOrderNumber);
  const id = digitsOf(input.id) ?? world.nextId('Order');
  if (world.orders.has(id)) refuse(['id'], `order ${id} is here already`);
  const name = input.name ?? `#${number}`;
  if (world.ofShop(shop).some((other) => other.name === name)) refuse(['name'], `order ${name} is here already`);
  shop.nextOrderNumber = Math.max(shop.nextOrderNumber, number + 1);

  const order: Order = {
    id,
    shop: shop.domain,
    number,
    name,
    currency: money.shop,
    presentmentCurrency: money.presentment,
    taxesIncluded: input.taxes_included ?? false,
    email: input.email === undefined ? (input.contact_email ?? input.customer?.email ?? null) : input.email,
    phone: input.phone ?? null,
    customerId: fillCustomer(world, shop, input, at),
    shippingAddress: fillAddress(input.shipping_address),
    billingAddress: fillAddress(input.billing_address ?? input.shipping_address),
    locale: input.customer_locale ?? 'en-US',
    note: input.note ?? null,
    tags: (typeof input.tags === 'string' ? input.tags.split(',') : (input.tags ?? []))
      .map((tag) => tag.trim())
      .filter(Boolean),
    test: input.test ?? false,
    createdAt: at,
    updatedAt: input.updated_at ? Date.parse(input.updated_at) : at,
    processedAt: input.processed_at ? Date.parse(input.processed_at) : at,
    cancelledAt: input.cancelled_at ? Date.parse(input.cancelled_at) : null,
    cancelReason: input.cancelled_at ? (input.cancel_reason ?? 'other') : null,
    cancelNote: null,
    closedAt: input.closed_at ? Date.parse(input.closed_at) : null,
    edited: false,
    lines: input.line_items.filter((line) => !isTip(line)).map((line) => fillLine(world, shop, money, line)),
    shippingLines: (input.shipping_lines ?? []).map((line) => fillShippingLine(world, money, line)),
    tips: tipsOf(input, money),
    discountApplications: (input.discount_applications ?? []).map(discountApplication),
    transactions: [],
    fulfillmentOrders: [],
    fulfillments: [],
    refunds: [],
    returns: [],
    disputes: [],
    metafields: [],
    sourceName: input.source_name ?? 'web',
  };
  spreadDiscounts(order, input, money);
  spreadTaxes(order, input, money);
  for (const line of order.lines) {
    if (lineTotal(line).pres < 0) refuse(['line_items'], `discounts of line ${line.id} exceed its price`);
  }
  fillTransactions(world, order, input, money);
  return order;
};

/** A tip that was left at checkout is a line of the form, but no goods. */
const isTip = (line: LineInput): boolean => line.tip !== null && line.tip !== undefined;

const tipsOf = (input: OrderInput, money: OrderMoney): Bag => {
  const lines = input.line_items.filter(isTip);
  if (lines.length === 0) return money.read(input.total_tip_received, input.total_tip_received_set) ?? ZERO;
  return add(...lines.map((line) => times(money.read(line.price, line.price_set) ?? ZERO, line.quantity)));
};

const discountApplication = (input: NonNullable<OrderInput['discount_applications']>[number]): DiscountApplication => ({
  type: (['discount_code', 'manual', 'automatic'] as const).find((type) => type === input.type) ?? 'manual',
  title: input.title ?? input.code ?? input.description ?? 'Discount',
  code: input.code ?? null,
  value: String(input.value ?? '0.0'),
  valueType: input.value_type === 'percentage' ? 'percentage' : 'fixed_amount',
  targetType: input.target_type === 'shipping_line' ? 'shipping_line' : 'line_item',
  targetSelection: 'all',
  allocationMethod: 'across',
});

/** Codes and order-wide discounts whose allocation the form does not give fall on the lines by value. */
const spreadDiscounts = (order: Order, input: OrderInput, money: OrderMoney): void => {
  const allocated = [...order.lines, ...order.shippingLines].some((line) => line.discounts.length > 0);
  if (allocated) return;
  const codes = input.discount_codes ?? [];
  const loose = codes.length > 0 ? codes : [{ code: null, amount: input.total_discounts, type: 'fixed_amount' }];
  for (const { code, amount, type } of loose) {
    const bag = money.read(amount, codes.length > 0 ? undefined : input.total_discounts_set);
    if (!bag || bag.pres === 0) continue;
    const shipping = type === 'shipping';
    const targets: { discounts: { amount: typeof bag; application: number }[] }[] = shipping
      ? order.shippingLines
      : order.lines;
    const known = order.discountApplications.findIndex((application) => application.code === (code ?? null));
    const application = known >= 0 ? known : order.discountApplications.length;
    if (known < 0) {
      order.discountApplications.push({
        type: code ? 'discount_code' : 'manual',
        title: code ?? 'Discount',
        code: code ?? null,
        value: String(amount),
        valueType: 'fixed_amount',
        targetType: shipping ? 'shipping_line' : 'line_item',
        targetSelection: 'all',
        allocationMethod: 'across',
      });
    }
    const weights = (key: 'shop' | 'pres') =>
      shipping
        ? order.shippingLines.map((line) => shippingTotal(line)[key])
        : order.lines.map((line) => (line.giftCard ? 0 : lineTotal(line)[key]));
    const shops = allocate(bag.shop, weights('shop'));
    const pres = allocate(bag.pres, weights('pres'));
    targets.forEach((target, index) => {
      const part = { shop: shops[index] ?? 0, pres: pres[index] ?? 0 };
      if (part.pres > 0) target.discounts.push({ amount: part, application });
    });
  }
};

/** Taxes that the form gives only for the whole order fall on the taxable lines by value. */
const spreadTaxes = (order: Order, input: OrderInput, money: OrderMoney): void => {
  const known = [...order.lines, ...order.shippingLines].some((line) => line.taxLines.length > 0);
  if (known) return;
  const given = input.tax_lines?.length ? input.tax_lines : [{ title: 'Tax', rate: 0, price: input.total_tax }];
  const taxable = order.lines.filter((line) => line.taxable && !line.giftCard);
  const targets: (Order['lines'][number] | ShippingLine)[] = taxable.length > 0 ? taxable : order.shippingLines;
  const value = (target: (typeof targets)[number]) =>
    'quantity' in target ? lineTotal(target) : shippingTotal(target);
  for (const tax of given) {
    const rate = Number(tax.rate ?? 0);
    const base = { shop: 0, pres: 0 };
    for (const target of targets) {
      base.shop += value(target).shop;
      base.pres += value(target).pres;
    }
    const reckoned = (minor: number) =>
      order.taxesIncluded ? Math.round((minor * rate) / (1 + rate)) : Math.round(minor * rate);
    const bag =
      money.read(tax.price, 'price_set' in tax ? tax.price_set : undefined) ??
      (rate > 0 ? { shop: reckoned(base.shop), pres: reckoned(base.pres) } : null);
    if (!bag || bag.pres === 0) continue;
    const shops = allocate(
      bag.shop,
      targets.map((target) => value(target).shop),
    );
    const pres = allocate(
      bag.pres,
      targets.map((target) => value(target).pres),
    );
    targets.forEach((target, index) => {
      target.taxLines.push({
        title: tax.title ?? 'Tax',
        rate,
        price: { shop: shops[index] ?? 0, pres: pres[index] ?? 0 },
      });
    });
  }
};

const KINDS: readonly TransactionKind[] = ['authorization', 'sale', 'capture', 'refund', 'void', 'change'];

/** The payments that were given, else what the financial status says: a captured sale on `bogus` by default. */
const fillTransactions = (world: World, order: Order, input: OrderInput, money: OrderMoney): void => {
  const { total } = totalsOf(order);
  for (const given of input.transactions ?? []) {
    const kind = KINDS.find((candidate) => candidate === String(given.kind ?? 'sale').toLowerCase());
    if (!kind)
      throw refusal(['transactions'], `transaction kind ${String(given.kind)} is not one of ${KINDS.join(', ')}`);
    const amount = given.amount === undefined ? total : money.readTransaction(given.amount, given.currency, total);
    order.transactions.push({
      id: digitsOf(given.id) ?? world.nextId('OrderTransaction'),
      parentId: digitsOf(given.parent_id) ?? parentFor(order, kind),
      kind,
      status: given.status ?? 'success',
      gateway: given.gateway ?? 'bogus',
      amount,
      createdAt: given.processed_at ? Date.parse(given.processed_at) : order.processedAt,
      refundId: null,
      message: null,
    });
  }
  if (input.transactions !== undefined || total.pres === 0) return;
  const status = input.financial_status ?? 'paid';
  const one = (kind: TransactionKind, parentId: string | null, amount = total) => {
    const id = world.nextId('OrderTransaction');
    const gateway = input.payment_gateway_names?.[0] ?? input.gateway ?? 'bogus';
    order.transactions.push({
      id,
      parentId,
      kind,
      status: 'success',
      gateway,
      amount,
      createdAt: order.processedAt,
      refundId: null,
      message: null,
    });
    return id;
  };
  if (status === 'pending') return;
  if (status === 'authorized') one('authorization', null);
  else if (status === 'voided') one('void', one('authorization', null));
  else if (status === 'partially_paid') {
    one('sale', null, { shop: proportion(total.shop, 1, 2), pres: proportion(total.pres, 1, 2) });
  } else one('sale', null);
};

const parentFor = (order: Order, kind: TransactionKind): string | null => {
  if (kind === 'authorization' || kind === 'sale') return null;
  const wanted = kind === 'refund' ? ['sale', 'capture'] : ['authorization'];
  return order.transactions.find((transaction) => wanted.includes(transaction.kind))?.id ?? null;
};
