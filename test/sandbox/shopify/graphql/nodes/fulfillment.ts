import { MAX_HOLDS } from '../../actions/fulfillment-orders.ts';
import { gidOf } from '../../model/json.ts';
import type { Fulfillment, FulfillmentOrder, Hold, Line, Order } from '../../model/model.ts';
import { share, times, ZERO } from '../../model/money.ts';
import { lineTotal } from '../../model/order-sums.ts';
import type { World } from '../../model/world.ts';
import { connection, firstOf, type PageArgs } from '../connection.ts';
import { type Context, needScope } from '../context.ts';
import { moneyBag, shopDecimal } from '../money-out.ts';
import { time, timeOrNull } from './common.ts';
import { lineNode } from './line.ts';
import { orderNode } from './order.ts';
import { locationNode, variantNode } from './product.ts';

const lineOf = (order: Order, lineId: string): Line => {
  const line = order.lines.find((candidate) => candidate.id === lineId);
  if (!line) throw new Error(`order ${order.id} has no line ${lineId}`);
  return line;
};

export const fulfillmentLineNode = (world: World, order: Order, shipped: Fulfillment['lines'][number]): object => {
  const line = lineOf(order, shipped.lineId);
  const discounted = share(lineTotal(line), line.quantity, 0, shipped.quantity);
  const original = times(line.price, shipped.quantity);
  return {
    __typename: 'FulfillmentLineItem',
    id: gidOf('FulfillmentLineItem', shipped.id),
    discountedTotal: shopDecimal(order, discounted),
    discountedTotalSet: moneyBag(order, discounted),
    originalTotal: shopDecimal(order, original),
    originalTotalSet: moneyBag(order, original),
    lineItem: () => lineNode(world, order, line),
    quantity: shipped.quantity,
  };
};

const displayStatus = (fulfillment: Fulfillment): string => {
  if (fulfillment.status === 'cancelled') return 'CANCELED';
  const status = fulfillment.shipmentStatus;
  return status === null ? 'FULFILLED' : status === 'failure' ? 'NOT_DELIVERED' : status.toUpperCase();
};

export const fulfillmentEventNode = (event: Fulfillment['events'][number]): object => ({
  __typename: 'FulfillmentEvent',
  id: gidOf('FulfillmentEvent', event.id),
  status: event.status.toUpperCase(),
  message: event.message,
  city: event.city,
  happenedAt: time(event.happenedAt),
  createdAt: time(event.happenedAt),
});

export const fulfillmentNode = (world: World, order: Order, fulfillment: Fulfillment): object => ({
  __typename: 'Fulfillment',
  id: gidOf('Fulfillment', fulfillment.id),
  legacyResourceId: fulfillment.id,
  name: fulfillment.name,
  status: fulfillment.status.toUpperCase(),
  displayStatus: displayStatus(fulfillment),
  createdAt: time(fulfillment.createdAt),
  updatedAt: time(fulfillment.updatedAt),
  deliveredAt: timeOrNull(fulfillment.deliveredAt),
  inTransitAt: timeOrNull(fulfillment.events.find((event) => event.status === 'in_transit')?.happenedAt ?? null),
  estimatedDeliveryAt: null,
  events: (args: PageArgs) => connection(fulfillment.events, args, (event) => event.id, fulfillmentEventNode),
  fulfillmentLineItems: (args: PageArgs) =>
    connection(
      fulfillment.lines,
      args,
      (line) => line.id,
      (line) => fulfillmentLineNode(world, order, line),
    ),
  fulfillmentOrders: (args: PageArgs) =>
    connection(
      order.fulfillmentOrders.filter((fo) => fo.id === fulfillment.fulfillmentOrderId),
      args,
      (fo) => fo.id,
      (fo) => fulfillmentOrderNode(world, order, fo),
    ),
  location: () => {
    const location = world.locations.get(fulfillment.locationId);
    return location ? locationNode(location) : null;
  },
  order: () => orderNode(world, order),
  requiresShipping: fulfillment.lines.some((line) => lineOf(order, line.lineId).requiresShipping),
  totalQuantity: fulfillment.lines.reduce((sum, line) => sum + line.quantity, 0),
  trackingInfo: ({ first }: { first?: number | null }) => firstOf(fulfillment.tracking, first),
});

const holdNode = (hold: Hold) => ({
  __typename: 'FulfillmentHold',
  id: gidOf('FulfillmentHold', hold.id),
  displayReason: hold.reason.toLowerCase().replace(/_/g, ' '),
  handle: hold.handle,
  heldByApp: (_args: unknown, context: Context) => {
    needScope(context, 'heldByApp', 'read_apps');
    return null;
  },
  heldByRequestingApp: true,
  reason: hold.reason,
  reasonNotes: hold.notes,
});

const actionsOf = (fo: FulfillmentOrder): string[] => {
  if (fo.status === 'on_hold') return ['RELEASE_HOLD', ...(fo.holds.length < MAX_HOLDS ? ['HOLD'] : []), 'MOVE'];
  const units = fo.lines.reduce((sum, line) => sum + line.remaining, 0);
  if (fo.status === 'open')
    return ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MOVE', 'HOLD', ...(units > 1 ? ['SPLIT'] : [])];
  if (fo.status === 'in_progress') {
    return fo.requestStatus === 'accepted'
      ? ['REQUEST_CANCELLATION']
      : ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'HOLD', 'MARK_AS_OPEN'];
  }
  return [];
};

export const fulfillmentOrderNode = (world: World, order: Order, fo: FulfillmentOrder): object => {
  const location = world.locations.get(fo.locationId);
  const address = order.shippingAddress;
  return {
    __typename: 'FulfillmentOrder',
    id: gidOf('FulfillmentOrder', fo.id),
    status: fo.status.toUpperCase(),
    requestStatus: fo.requestStatus.toUpperCase(),
    assignedLocation: {
      name: location?.name ?? 'Location',
      countryCode: location?.country ?? 'US',
      location: location ? locationNode(location) : null,
    },
    createdAt: time(fo.createdAt),
    updatedAt: time(fo.updatedAt),
    fulfillAt: time(fo.createdAt),
    deliveryMethod: null,
    destination: address
      ? {
          __typename: 'FulfillmentOrderDestination',
          id: gidOf('FulfillmentOrderDestination', fo.id),
          address1: address.address1 ?? null,
          address2: address.address2 ?? null,
          city: address.city ?? null,
          company: address.company ?? null,
          countryCode: address.country_code ?? null,
          email: order.email,
          firstName: address.first_name ?? null,
          lastName: address.last_name ?? null,
          phone: address.phone ?? null,
          province: address.province ?? null,
          zip: address.zip ?? null,
        }
      : null,
    fulfillmentHolds: fo.holds.map(holdNode),
    fulfillments: (args: PageArgs) =>
      connection(
        order.fulfillments.filter((fulfillment) => fulfillment.fulfillmentOrderId === fo.id),
        args,
        (fulfillment) => fulfillment.id,
        (fulfillment) => fulfillmentNode(world, order, fulfillment),
      ),
    lineItems: (args: PageArgs) =>
      connection(
        fo.lines,
        args,
        (line) => line.id,
        (line) => foLineNode(world, order, line),
      ),
    merchantRequests: (args: PageArgs & { kind?: string | null }) =>
      connection(
        fo.requests.filter((request) => !args.kind || request.kind.toUpperCase() === args.kind),
        args,
        (request) => request.id,
        (request) => ({
          __typename: 'FulfillmentOrderMerchantRequest',
          id: gidOf('FulfillmentOrderMerchantRequest', request.id),
          fulfillmentOrder: () => fulfillmentOrderNode(world, order, fo),
          kind: request.kind.toUpperCase(),
          message: request.message,
          sentAt: time(request.at),
        }),
      ),
    order: () => orderNode(world, order),
    orderId: gidOf('Order', order.id),
    orderName: order.name,
    orderProcessedAt: time(order.processedAt),
    supportedActions: actionsOf(fo).map((action) => ({ action, externalUrl: null })),
  };
};

const foLineNode = (world: World, order: Order, foLine: FulfillmentOrder['lines'][number]): object => {
  const line = lineOf(order, foLine.lineId);
  const found = world.findVariant(line.variantId);
  return {
    __typename: 'FulfillmentOrderLineItem',
    id: gidOf('FulfillmentOrderLineItem', foLine.id),
    inventoryItemId: found ? gidOf('InventoryItem', found.variant.inventoryItemId) : null,
    lineItem: () => lineNode(world, order, line),
    originalUnitPriceSet: moneyBag(order, line.price ?? ZERO),
    productTitle: line.title,
    remainingQuantity: foLine.remaining,
    totalQuantity: foLine.total,
    requiresShipping: line.requiresShipping,
    sku: line.sku,
    variant: () => (found ? variantNode(world, found.product, found.variant) : null),
    variantTitle: line.variantTitle,
    vendor: line.vendor,
    weight: { unit: 'GRAMS', value: line.grams },
  };
};
