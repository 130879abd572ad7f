import type { Line, Order, Return, TaxLine } from '../model/model.ts';
import type { Bag } from '../model/money.ts';
import { add, share, ZERO } from '../model/money.ts';
import { bagAtRate, refundableQuantity, taxOf, unitsTotal } from '../model/order-sums.ts';
import { refuse } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import { routeLines } from './place-order.ts';

type Wanted = readonly { exchangeLineId: string; quantity: number }[];
type Unit = Readonly<{ variantId: string; price: Bag; taxLines: TaxLine[] }>;

/**
 * What each exchanged-for unit costs. A unit of the variant that comes back costs exactly what that unit cost, tax and
 * odd cents included, so that such an exchange is even; another variant costs its price today.
 */
export const exchangedUnits = (
  world: World,
  order: Order,
  /** Lines of the order that something comes back of. */
  lineIds: readonly string[],
  variantId: string,
  quantity: number,
): Unit[] => {
  const returned = lineIds
    .map((lineId) => order.lines.find((candidate) => candidate.id === lineId))
    .find((line) => line?.variantId === variantId);
  return Array.from({ length: quantity }, (_, index): Unit => {
    if (!returned || index >= refundableQuantity(returned)) {
      return { variantId, price: priceToday(world, order, variantId), taxLines: [] };
    }
    const from = returned.refunded + index;
    return {
      variantId,
      price: unitsTotal(returned, from, 1),
      taxLines: returned.taxLines.map((tax) => ({ ...tax, price: share(tax.price, returned.quantity, from, 1) })),
    };
  });
};

const priceToday = (world: World, order: Order, variantId: string): Bag => {
  const shop = world.findVariant(variantId)?.variant.price ?? 0;
  if (order.currency === order.presentmentCurrency) return { shop, pres: shop };
  const unit = order.lines[0]?.price ?? ZERO;
  const pres = unit.shop === 0 ? shop : Math.round((shop * unit.pres) / unit.shop);
  return { ...bagAtRate(order, pres, ZERO), shop };
};

const unitsOf = (world: World, order: Order, ret: Return, variantId: string, quantity: number): Unit[] =>
  exchangedUnits(
    world,
    order,
    ret.lines.map((line) => line.lineId),
    variantId,
    quantity,
  );

const find = (ret: Return, wanted: Wanted) =>
  wanted.map(({ exchangeLineId, quantity }, index) => {
    const line = ret.exchangeLines.find((candidate) => candidate.id === exchangeLineId);
    const at = (key: string) => ['input', 'exchangeLineItems', String(index), key];
    if (!line) return refuse(at('id'), 'Exchange line item was not found.', 'NOT_FOUND');
    if (quantity <= 0 || quantity > line.quantity - line.processed) {
      refuse(at('quantity'), 'Exchange line item has an invalid quantity.', 'INVALID');
    }
    return { line, quantity };
  });

/** What the exchanged-for units cost, tax included. */
export const exchangeTotal = (world: World, order: Order, ret: Return, wanted: Wanted): Bag =>
  add(
    ...find(ret, wanted)
      .flatMap(({ line, quantity }) => unitsOf(world, order, ret, line.variantId, quantity))
      .map((unit) => add(unit.price, order.taxesIncluded ? ZERO : taxOf(unit.taxLines))),
  );

/** What will be sent out. Made before the returned units are refunded: their shares are what the new ones cost. */
export const planExchanges = (world: World, order: Order, ret: Return, wanted: Wanted) =>
  find(ret, wanted).map(({ line, quantity }) => ({
    line,
    units: unitsOf(world, order, ret, line.variantId, quantity),
  }));

/**
 * The exchanged-for units become lines of the order, one each, with a fulfilment order of their own, which waits for
 * payment where the customer owes a difference.
 */
export const processExchanges = (
  world: World,
  order: Order,
  ret: Return,
  action: Action,
  planned: ReturnType<typeof planExchanges>,
  balance: Bag,
): void => {
  const added = planned.flatMap(({ line, units }) => {
    const lines = units.map((unit) => exchangedLine(world, ret, unit));
    line.processed += units.length;
    line.lineIds.push(...lines.map(({ id }) => id));
    return lines;
  });
  if (added.length === 0) return;
  order.lines.push(...added);
  order.edited = true;
  const before = order.fulfillmentOrders.length;
  routeLines(world, action.shop, order, action, added);
  if (balance.pres >= 0) return;
  for (const fo of order.fulfillmentOrders.slice(before)) {
    fo.status = 'on_hold';
    fo.holds.push({
      id: world.nextId('FulfillmentHold'),
      reason: 'AWAITING_PAYMENT',
      notes: null,
      handle: null,
      externalId: null,
      createdAt: action.at,
    });
  }
};

const exchangedLine = (world: World, ret: Return, unit: Unit): Line => {
  const known = world.findVariant(unit.variantId);
  return {
    id: world.nextId('LineItem'),
    title: known?.product.title ?? 'Exchange item',
    variantTitle: known?.variant.title === 'Default Title' ? null : (known?.variant.title ?? null),
    sku: known?.variant.sku ?? null,
    vendor: known?.product.vendor ?? null,
    productId: known?.product.id ?? null,
    variantId: unit.variantId,
    quantity: 1,
    price: unit.price,
    discounts: [],
    taxLines: unit.taxLines,
    duties: [],
    requiresShipping: true,
    taxable: true,
    giftCard: false,
    grams: known?.variant.grams ?? 0,
    fulfillmentService: 'manual',
    properties: [],
    refunded: 0,
    removed: 0,
    returnedOnly: 0,
    exchangeOf: ret.id,
  };
};
