import { idNumber } from '../model/json.ts';
import type { Line, Order, ShippingLine } from '../model/model.ts';
import type { Bag } from '../model/money.ts';
import { currentQuantity } from '../model/order-sums.ts';
import { refusal, refuse } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import { idAndGid } from '../rest/rest-common.ts';
import { routeLines } from './place-order.ts';
import { takeFromFulfillmentOrders } from './refund.ts';

export type OrderEdit = Readonly<{
  quantities: readonly { lineId: string; quantity: number; restock: boolean }[];
  added: readonly {
    title: string;
    quantity: number;
    price: Bag;
    variantId: string | null;
    requiresShipping: boolean;
  }[];
  addedShipping: readonly { title: string; price: Bag }[];
}>;

/** Commits an edit: `orders/edited` carries the differences only. */
export const commitEdit = (world: World, order: Order, action: Action, edit: OrderEdit): void => {
  if (order.cancelledAt !== null) refuse(['id'], 'The order cannot be edited.');
  const additions: { id: string; delta: number }[] = [];
  const removals: { id: string; delta: number }[] = [];
  for (const { lineId, quantity, restock } of edit.quantities) {
    const line = order.lines.find((candidate) => candidate.id === lineId);
    if (!line) throw refusal(['lineItemId'], 'The line item does not exist on the order.');
    const delta = quantity - currentQuantity(line);
    if (delta < 0) {
      line.removed -= delta;
      takeFromFulfillmentOrders(world, order, action, line, -delta, restock);
      removals.push({ id: line.id, delta: -delta });
    } else if (delta > 0) {
      growLine(line, delta);
      routeLines(world, action.shop, order, action, [{ ...line, quantity: delta }]);
      additions.push({ id: line.id, delta });
    }
  }
  for (const wanted of edit.added) {
    const line = addedLine(world, wanted);
    order.lines.push(line);
    routeLines(world, action.shop, order, action, [line]);
    additions.push({ id: line.id, delta: line.quantity });
  }
  const shipping = edit.addedShipping.map(
    (wanted): ShippingLine => ({
      id: world.nextId('ShippingLine'),
      title: wanted.title,
      code: null,
      source: null,
      price: wanted.price,
      discounts: [],
      taxLines: [],
      refunded: { shop: 0, pres: 0 },
    }),
  );
  order.shippingLines.push(...shipping);
  order.edited = true;
  action.emit('orders/edited', () => ({
    order_edit: {
      id: idNumber(world.nextId('OrderEdit')),
      order_id: idNumber(order.id),
      app_id: null,
      created_at: new Date(action.at).toISOString(),
      notify_customer: false,
      reason: null,
      staff_note: null,
      user_id: null,
      line_items: {
        additions: additions.map(({ id, delta }) => ({ ...idAndGid('LineItem', id), delta })),
        removals: removals.map(({ id, delta }) => ({ ...idAndGid('LineItem', id), delta })),
      },
      shipping_lines: {
        additions: shipping.map((line) => ({ id: idNumber(line.id) })),
        removals: [],
      },
      discounts: { line_item: { additions: [], removals: [] } },
    },
  }));
  action.touch(order);
};

/** More units of a line: at its unit price, with its taxes in proportion and without its discounts. */
const growLine = (line: Line, units: number): void => {
  const factor = (line.quantity + units) / line.quantity;
  line.taxLines = line.taxLines.map((tax) => ({
    ...tax,
    price: { shop: Math.round(tax.price.shop * factor), pres: Math.round(tax.price.pres * factor) },
  }));
  line.quantity += units;
};

const addedLine = (world: World, wanted: OrderEdit['added'][number]): Line => {
  const known = world.findVariant(wanted.variantId);
  return {
    id: world.nextId('LineItem'),
    title: known?.product.title ?? wanted.title,
    variantTitle: null,
    sku: known?.variant.sku ?? null,
    vendor: known?.product.vendor ?? null,
    productId: known?.product.id ?? null,
    variantId: wanted.variantId,
    quantity: wanted.quantity,
    price: wanted.price,
    discounts: [],
    taxLines: [],
    duties: [],
    requiresShipping: wanted.requiresShipping,
    taxable: false,
    giftCard: false,
    grams: known?.variant.grams ?? 0,
    fulfillmentService: 'manual',
    properties: [],
    refunded: 0,
    removed: 0,
    returnedOnly: 0,
    exchangeOf: null,
  };
};
