import type { Line, Order, Return } from '../model/model.ts';
import type { Bag } from '../model/money.ts';
import { add, share, times, ZERO } from '../model/money.ts';
import { bagAtRate, lineTotal } from '../model/order-sums.ts';
import { refuse } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import { routeLines } from './place-order.ts';

type Wanted = readonly { exchangeLineId: string; quantity: number }[];

/** A unit of the same variant costs what the customer paid for it; another variant costs its price today. */
const unitPrice = (world: World, order: Order, ret: Return, variantId: string): Bag => {
  const returned = ret.lines
    .map((line) => order.lines.find((candidate) => candidate.id === line.lineId))
    .find((line) => line?.variantId === variantId);
  if (returned) return share(lineTotal(returned), returned.quantity, returned.refunded, 1);
  const price = world.findVariant(variantId)?.variant.price ?? 0;
  if (order.currency === order.presentmentCurrency) return { shop: price, pres: price };
  const unit = order.lines[0]?.price ?? ZERO;
  const pres = unit.shop === 0 ? price : Math.round((price * unit.pres) / unit.shop);
  return { ...bagAtRate(order, pres, ZERO), shop: price };
};

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

/** What the exchanged-for units cost. */
export const exchangeTotal = (world: World, order: Order, ret: Return, wanted: Wanted): Bag =>
  add(...find(ret, wanted).map(({ line, quantity }) => times(unitPrice(world, order, ret, line.variantId), quantity)));

/**
 * The exchanged-for units become lines of the order with a fulfilment order of their own, which waits for payment where
 * the customer owes a difference.
 */
export const processExchanges = (
  world: World,
  order: Order,
  ret: Return,
  action: Action,
  wanted: Wanted,
  balance: Bag,
): void => {
  const added = find(ret, wanted).map(({ line, quantity }): Line => {
    const known = world.findVariant(line.variantId);
    const made: Line = {
      id: world.nextId('LineItem'),
      title: known?.product.title ?? 'Exchange item',
      variantTitle: known?.variant.title === 'Default Title' ? null : (known?.variant.title ?? null),
      sku: known?.variant.sku ?? null,
      vendor: known?.product.vendor ?? null,
      productId: known?.product.id ?? null,
      variantId: line.variantId,
      quantity,
      price: unitPrice(world, order, ret, line.variantId),
      discounts: [],
      taxLines: [],
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
    line.processed += quantity;
    line.lineIds.push(made.id);
    return made;
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
