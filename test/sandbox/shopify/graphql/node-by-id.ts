import { REASON_DEFINITIONS, returnableQuantity } from '../actions/returns.ts';
import { digitsOf, gidOf } from '../model/json.ts';
import type { Order } from '../model/model.ts';
import { connection, type PageArgs } from './connection.ts';
import type { Context } from './context.ts';
import { draftOrderNode } from './mutations/draft-order.ts';
import { customerNode } from './nodes/customer.ts';
import { fulfillmentLineNode, fulfillmentNode, fulfillmentOrderNode } from './nodes/fulfillment.ts';
import { jobResultNode } from './nodes/job.ts';
import { lineNode } from './nodes/line.ts';
import { orderNode } from './nodes/order.ts';
import { inventoryItemNode, levelNode, locationNode, productNode, variantNode } from './nodes/product.ts';
import { refundNode, transactionNode } from './nodes/refund.ts';
import { reasonDefinitionNode, returnNode, reverseDeliveryNode, reverseOrderNode } from './nodes/return.ts';
import { shopNode } from './nodes/shop.ts';

/** Without `read_all_orders` an app sees 60 days of orders. */
const ORDER_WINDOW_MS = 60 * 86_400_000;

export const visibleOrders = (context: Context): Order[] => {
  const all = context.world.ofShop(context.shop);
  if (context.scopes.includes('read_all_orders')) return all;
  return all.filter((order) => order.createdAt > context.world.clock.now() - ORDER_WINDOW_MS);
};

export const orderById = (context: Context, id: string): Order | undefined =>
  visibleOrders(context).find((order) => order.id === id);

/** Whatever a global id names, of the caller's shop; null where there is nothing of that kind. */
export const nodeById = (context: Context, gid: string): object | null => {
  const { world, shop } = context;
  const type = /^gid:\/\/shopify\/(\w+)\//.exec(gid)?.[1] ?? '';
  const id = digitsOf(gid) ?? '';
  const own = (order: Order | undefined): order is Order => order?.shop === shop.domain;
  const inOrders = <T>(pick: (order: Order) => T | undefined, node: (order: Order, found: T) => object) => {
    const hit = world.findInOrders((order) => (own(order) ? pick(order) : undefined));
    return hit ? node(hit.order, hit.found) : null;
  };
  switch (type) {
    case 'Order': {
      const order = orderById(context, id);
      return order ? orderNode(world, order) : null;
    }
    case 'LineItem':
      return inOrders(
        (o) => o.lines.find((l) => l.id === id),
        (o, l) => lineNode(world, o, l),
      );
    case 'Refund':
      return inOrders(
        (o) => o.refunds.find((r) => r.id === id),
        (o, r) => refundNode(world, o, r),
      );
    case 'OrderTransaction':
      return inOrders(
        (o) => o.transactions.find((t) => t.id === id),
        (o, t) => transactionNode(world, o, t),
      );
    case 'Fulfillment':
      return inOrders(
        (o) => o.fulfillments.find((f) => f.id === id),
        (o, f) => fulfillmentNode(world, o, f),
      );
    case 'FulfillmentOrder':
      return inOrders(
        (o) => o.fulfillmentOrders.find((f) => f.id === id),
        (o, f) => fulfillmentOrderNode(world, o, f),
      );
    case 'Return':
      return inOrders(
        (o) => o.returns.find((r) => r.id === id),
        (o, r) => returnNode(world, o, r),
      );
    case 'ReverseFulfillmentOrder': {
      const hit = world.findReverseOrder(id);
      return hit && own(hit.order) ? reverseOrderNode(world, hit.order, hit.ret, hit.rfo) : null;
    }
    case 'ReverseDelivery': {
      const hit = world.findReverseDelivery(id);
      return hit && own(hit.order) ? reverseDeliveryNode(world, hit.order, hit.ret, hit.rfo, hit.delivery) : null;
    }
    case 'BulkOperation': {
      const operation = context.edits.bulkOperations.get(id);
      return operation?.shop === shop.domain ? operation : null;
    }
    case 'Customer': {
      const customer = world.customers.get(id);
      return customer?.shop === shop.domain ? customerNode(world, customer) : null;
    }
    case 'Location': {
      const location = world.locations.get(id);
      return location?.shop === shop.domain ? locationNode(location) : null;
    }
    case 'Product': {
      const product = world.products.get(id);
      return product?.shop === shop.domain ? productNode(world, product) : null;
    }
    case 'ProductVariant': {
      const hit = world.findVariant(id);
      return hit?.product.shop === shop.domain ? variantNode(world, hit.product, hit.variant) : null;
    }
    case 'InventoryItem': {
      const hit = world.findItem(id);
      return hit?.product.shop === shop.domain ? inventoryItemNode(world, hit.product, hit.variant) : null;
    }
    case 'InventoryLevel': {
      const [, locationId, itemId] = /InventoryLevel\/(\d+)\?inventory_item_id=(\d+)/.exec(gid) ?? [];
      const hit = itemId ? world.findItem(itemId) : undefined;
      return hit && itemId && locationId ? levelNode(world, world.levelOf(itemId, locationId)) : null;
    }
    case 'OrderCancelJobResult':
      return jobResultNode(context, gid);
    case 'ReturnReasonDefinition': {
      const definition = REASON_DEFINITIONS.find((candidate) => candidate.id === id);
      return definition ? reasonDefinitionNode(definition) : null;
    }
    case 'ReturnableFulfillment':
      return inOrders(
        (o) => o.fulfillments.find((f) => f.id === id),
        (o, f) => returnableNode(context, o, f),
      );
    case 'DraftOrder': {
      const draft = context.edits.drafts.get(id);
      return draft ? draftOrderNode(context, draft) : null;
    }
    case 'Shop':
      return id === shop.id ? shopNode(context, shop) : null;
    default:
      return null;
  }
};

export const returnableNode = (context: Context, order: Order, fulfillment: Order['fulfillments'][number]): object => ({
  __typename: 'ReturnableFulfillment',
  id: gidOf('ReturnableFulfillment', fulfillment.id),
  fulfillment: () => fulfillmentNode(context.world, order, fulfillment),
  returnableFulfillmentLineItems: (args: PageArgs) =>
    connection(
      fulfillment.lines.filter((line) => returnableQuantity(order, fulfillment, line.id) > 0),
      args,
      (line) => line.id,
      (line) => ({
        fulfillmentLineItem: () => fulfillmentLineNode(context.world, order, line),
        quantity: returnableQuantity(order, fulfillment, line.id),
      }),
    ),
});
