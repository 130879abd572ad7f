import { gidOf } from '../model/json.ts';
import type { Fulfillment, FulfillmentOrder, Order, Tracking } from '../model/model.ts';
import { refuse } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import { restFulfillmentStatus, restOrder } from '../rest/rest-order.ts';
import { restFulfillment, restFulfillmentEvent } from '../rest/rest-parts.ts';
import { shipStock } from './stock.ts';

/** Statuses under which a fulfilment order can be shipped. */
const SHIPPABLE: readonly FulfillmentOrder['status'][] = ['open', 'in_progress'];

type Part = { fo: FulfillmentOrder; lines: { lineId: string; foLineId: string; quantity: number }[] };

/** Ships units: one fulfilment for each fulfilment order that has some of them. `null` ships all that is open. */
export const shipLines = (
  world: World,
  order: Order,
  action: Action,
  wanted: readonly { lineId: string; quantity: number }[] | null,
  tracking: Tracking,
): Fulfillment[] => {
  const held = order.fulfillmentOrders.find((fo) => fo.status === 'on_hold');
  const open = order.fulfillmentOrders.filter((fo) => SHIPPABLE.includes(fo.status));
  const left = new Map<string, number>(
    wanted?.map((line) => [line.lineId, line.quantity]) ??
      open.flatMap((fo) => fo.lines.map((line): [string, number] => [line.lineId, line.remaining])),
  );
  const parts: Part[] = [];
  for (const fo of open) {
    const part: Part = { fo, lines: [] };
    for (const line of fo.lines) {
      const quantity = Math.min(line.remaining, left.get(line.lineId) ?? 0);
      if (quantity <= 0) continue;
      part.lines.push({ lineId: line.lineId, foLineId: line.id, quantity });
      left.set(line.lineId, (left.get(line.lineId) ?? 0) - quantity);
    }
    if (part.lines.length > 0) parts.push(part);
  }
  if (wanted && [...left.values()].some((units) => units > 0)) {
    if (held) refuse(['fulfillment'], `Fulfillment order ${held.id} has an unfulfillable status= on_hold.`);
    refuse(['fulfillment'], 'Invalid fulfillment order line item quantity requested.');
  }
  if (parts.length === 0) {
    const fo = held ?? order.fulfillmentOrders[0];
    refuse(
      ['fulfillment'],
      `Fulfillment order ${fo?.id ?? ''} has an unfulfillable status= ${fo?.status ?? 'closed'}.`,
    );
  }
  return parts.map((part) => shipPart(world, order, action, part, tracking));
};

const shipPart = (world: World, order: Order, action: Action, part: Part, tracking: Tracking): Fulfillment => {
  const { fo } = part;
  const fulfillment: Fulfillment = {
    id: world.nextId('Fulfillment'),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    status: 'success',
    createdAt: action.at,
    updatedAt: action.at,
    fulfillmentOrderId: fo.id,
    locationId: fo.locationId,
    service: fo.service,
    lines: part.lines.map((line) => ({
      id: world.nextId('FulfillmentLineItem'),
      lineId: line.lineId,
      quantity: line.quantity,
    })),
    tracking: tracking.number || tracking.url || tracking.company ? [tracking] : [],
    shipmentStatus: null,
    deliveredAt: null,
    events: [],
  };
  order.fulfillments.push(fulfillment);
  for (const shipped of part.lines) {
    const foLine = fo.lines.find((line) => line.id === shipped.foLineId);
    if (foLine) foLine.remaining -= shipped.quantity;
    const line = order.lines.find((candidate) => candidate.id === shipped.lineId);
    if (line) shipStock(world, action, line, fo.locationId, shipped.quantity);
  }
  fo.updatedAt = action.at;
  const complete = fo.lines.every((line) => line.remaining === 0);
  fo.status = complete ? 'closed' : 'in_progress';
  action.emit('fulfillments/create', () => restFulfillment(order, fulfillment, action.shop.timeZone));
  const status = restFulfillmentStatus(order);
  if (status === 'fulfilled') action.emit('orders/fulfilled', () => restOrder(world, order));
  if (status === 'partial') action.emit('orders/partially_fulfilled', () => restOrder(world, order));
  action.touch(order);
  return fulfillment;
};

export const SHIPMENT_STATUSES = [
  'label_printed',
  'label_purchased',
  'attempted_delivery',
  'ready_for_pickup',
  'confirmed',
  'carrier_picked_up',
  'in_transit',
  'delayed',
  'out_for_delivery',
  'delivered',
  'failure',
] as const;

/** What a carrier reports: `fulfillment_events/create`, and the fulfilment's `shipment_status` follows. */
export const carrierEvent = (
  world: World,
  order: Order,
  fulfillment: Fulfillment,
  action: Action,
  event: { status: string; message?: string | null; happenedAt?: number | null; city?: string | null },
) => {
  const happenedAt = event.happenedAt ?? action.at;
  const made = {
    id: world.nextId('FulfillmentEvent'),
    status: event.status,
    happenedAt,
    message: event.message ?? null,
    city: event.city ?? null,
  };
  fulfillment.events.push(made);
  fulfillment.shipmentStatus = event.status;
  fulfillment.updatedAt = action.at;
  if (event.status === 'delivered') fulfillment.deliveredAt = happenedAt;
  const zone = action.shop.timeZone;
  action.emit('fulfillment_events/create', () => restFulfillmentEvent(order, fulfillment, made, action.shop.id, zone));
  action.emit('fulfillments/update', () => restFulfillment(order, fulfillment, zone));
  action.touch(order);
  return made;
};

/** Takes a fulfilment back: its units can be shipped again, under a new fulfilment order. */
export const cancelFulfillment = (world: World, order: Order, fulfillment: Fulfillment, action: Action): void => {
  if (fulfillment.status === 'cancelled') refuse(['id'], 'Fulfillment is already cancelled.');
  if (fulfillment.shipmentStatus === 'delivered') refuse(['id'], 'Fulfillment cannot be cancelled: it is delivered.');
  fulfillment.status = 'cancelled';
  fulfillment.updatedAt = action.at;
  order.fulfillmentOrders.push({
    id: world.nextId('FulfillmentOrder'),
    status: 'open',
    requestStatus: 'unsubmitted',
    locationId: fulfillment.locationId,
    service: fulfillment.service,
    createdAt: action.at,
    updatedAt: action.at,
    lines: fulfillment.lines.map((line) => ({
      id: world.nextId('FulfillmentOrderLineItem'),
      lineId: line.lineId,
      total: line.quantity,
      remaining: line.quantity,
    })),
    holds: [],
    requests: [],
  });
  action.emit('fulfillments/update', () => restFulfillment(order, fulfillment, action.shop.timeZone));
  action.touch(order);
};

/** The little that fulfilment order webhooks carry: ids are global ids. */
/** Shopify names the fulfilment order alone here: whose it is has to be read. */
export const fulfillmentOrderPayload = (_order: Order, fo: FulfillmentOrder) => ({
  fulfillment_order: { id: gidOf('FulfillmentOrder', fo.id), status: fo.status },
});
