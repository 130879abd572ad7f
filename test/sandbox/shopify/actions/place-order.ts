import { fillOrder } from '../model/fill-order.ts';
import { digitsOf } from '../model/json.ts';
import type { FulfillmentOrder, Line, Order, Shop } from '../model/model.ts';
import { minorOf } from '../model/money.ts';
import { OrderInput } from '../model/order-input.ts';
import {
  bagAtRate,
  financialStatus,
  paymentsOf,
  suggestTenders,
  totalsOf,
  unfulfilledOf,
} from '../model/order-sums.ts';
import { refusal } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import { restOrder } from '../rest/rest-order.ts';
import { restTransaction } from '../rest/rest-parts.ts';
import { shipLines } from './fulfill.ts';
import { makeRefund } from './refund.ts';
import { commitStock, locationFor } from './stock.ts';

/** One fulfilment order for each fulfilment service that has something of the order. */
export const routeLines = (world: World, shop: Shop, order: Order, action: Action, lines: readonly Line[]): void => {
  const services = [...new Set(lines.map((line) => line.fulfillmentService))];
  for (const service of services) {
    const location = locationFor(world, shop, service);
    const outside = service !== 'manual' && service !== 'gift_card';
    const own = lines.filter((line) => line.fulfillmentService === service);
    const fulfillmentOrder: FulfillmentOrder = {
      id: world.nextId('FulfillmentOrder'),
      status: outside ? 'in_progress' : 'open',
      requestStatus: outside ? 'accepted' : 'unsubmitted',
      locationId: location.id,
      service,
      createdAt: action.at,
      updatedAt: action.at,
      lines: own.map((line) => ({
        id: world.nextId('FulfillmentOrderLineItem'),
        lineId: line.id,
        total: line.quantity,
        remaining: line.quantity,
      })),
      holds: [],
      requests: [],
    };
    order.fulfillmentOrders.push(fulfillmentOrder);
    for (const line of own) commitStock(world, action, line, location.id, line.quantity);
  }
};

/** Somebody bought something: `orders/create`, `orders/paid`, and what the form says happened since. */
export const placeOrder = (world: World, shop: Shop, body: unknown): Order => {
  const input = OrderInput.parse(body);
  const order = fillOrder(world, shop, input);
  const action = world.begin(shop);
  world.orders.set(order.id, order);
  action.emit('orders/create', () => restOrder(world, order));
  routeLines(world, shop, order, action, order.lines);
  for (const transaction of order.transactions) {
    action.emit('order_transactions/create', () => restTransaction(order, transaction, shop.timeZone));
  }
  if (financialStatus(order) === 'paid') action.emit('orders/paid', () => restOrder(world, order));
  action.commit();
  replayPast(world, shop, order, input);
  return order;
};

/** Fulfilments and refunds that the form already has. */
const replayPast = (world: World, shop: Shop, order: Order, input: OrderInput): void => {
  for (const given of input.fulfillments ?? []) {
    if (given.status && given.status !== 'success') continue;
    const action = world.begin(shop);
    const lines = given.line_items?.map((line) => ({ lineId: digitsOf(line.id) ?? '', quantity: line.quantity }));
    const at = given.created_at ? Date.parse(given.created_at) : action.at;
    const [fulfillment] = shipLines(world, order, action, lines ?? null, {
      company: given.tracking_company ?? null,
      number: given.tracking_number ?? null,
      url: given.tracking_url ?? null,
    });
    if (!fulfillment) throw refusal(['fulfillments'], 'nothing is left to ship');
    const id = digitsOf(given.id);
    if (id) fulfillment.id = id;
    fulfillment.createdAt = at;
    fulfillment.updatedAt = given.updated_at ? Date.parse(given.updated_at) : at;
    fulfillment.shipmentStatus = given.shipment_status ?? null;
    if (given.shipment_status === 'delivered') fulfillment.deliveredAt = fulfillment.updatedAt;
    action.commit();
  }
  for (const given of input.refunds ?? []) replayRefund(world, shop, order, given);
  if (input.cancelled_at) {
    for (const fo of order.fulfillmentOrders) {
      fo.status = 'closed';
      for (const line of fo.lines) Object.assign(line, { total: line.total - line.remaining, remaining: 0 });
    }
  }
  const status = input.financial_status;
  const { left } = paymentsOf(order);
  if (input.transactions === undefined && status === 'refunded' && left.pres > 0) {
    replayRefund(world, shop, order, {
      refund_line_items: order.lines.map((line) => ({
        line_item_id: line.id,
        quantity: line.quantity - line.refunded,
        restock_type: unfulfilledOf(order, line.id) > 0 ? 'cancel' : 'no_restock',
      })),
      shipping: { amount: String(totalsOf(order).shipping.pres) },
    });
  }
};

const replayRefund = (
  world: World,
  shop: Shop,
  order: Order,
  given: NonNullable<OrderInput['refunds']>[number],
): void => {
  const action = world.begin(shop);
  const lines = (given.refund_line_items ?? []).filter((line) => line.quantity > 0);
  const wanted = {
    lines: lines.map((line) => ({
      lineId: digitsOf(line.line_item_id) ?? '',
      quantity: line.quantity,
      restockType: line.restock_type === 'cancel' || line.restock_type === 'return' ? line.restock_type : 'no_restock',
      locationId: null,
    })) as Parameters<typeof makeRefund>[3]['lines'],
    shipping: given.shipping
      ? bagAtRate(order, minorOf(given.shipping.amount, order.presentmentCurrency) ?? 0, totalsOf(order).shipping)
      : null,
    note: given.note ?? null,
  };
  const money = given.transactions?.map((transaction) => ({
    parentId: digitsOf(transaction.parent_id) ?? suggestTenders(order, paymentsOf(order).left)[0]?.parent.id ?? '',
    amount: bagAtRate(
      order,
      minorOf(transaction.amount ?? '0', order.presentmentCurrency) ?? 0,
      paymentsOf(order).left,
    ),
  }));
  makeRefund(world, order, action, { ...wanted, transactions: money ?? 'suggested' });
  action.commit();
};
