import { GraphQLError } from 'graphql';
import { REASON_DEFINITIONS, returnableQuantity } from '../actions/returns.ts';
import { digitsOf, gidOf } from '../model/json.ts';
import type { Order } from '../model/model.ts';
import { connection, MAX_PAGE, type PageArgs } from './connection.ts';
import type { Context } from './context.ts';
import { idOf, needScope } from './context.ts';
import { nodeById, orderById, returnableNode, visibleOrders } from './node-by-id.ts';
import { calculateReturn } from './nodes/calculated-return.ts';
import { customerNode } from './nodes/customer.ts';
import { fulfillmentOrderNode } from './nodes/fulfillment.ts';
import { jobNode } from './nodes/job.ts';
import { orderNode } from './nodes/order.ts';
import { inventoryItemNode, locationNode, productNode, variantNode } from './nodes/product.ts';
import { reasonDefinitionNode } from './nodes/return.ts';
import { appNode, installationNode, shopNode } from './nodes/shop.ts';
import type { TypeResolvers } from './schema.ts';
import { searchOrders, sortOrders } from './search.ts';

/** One root field that takes an id of this type only. */
const byId =
  (type: string, ...scopes: string[]) =>
  (_source: unknown, { id }: { id: string }, context: Context, info: { fieldName: string }) => {
    needScope(context, info.fieldName, ...scopes);
    idOf(id, type);
    return nodeById(context, id);
  };

type ListArgs = PageArgs & { query?: string | null; sortKey?: string | null };

const bulkOf = (context: Context) =>
  [...context.edits.bulkOperations.values()].filter((one) => one.shop === context.shop.domain);

export const QUERIES: TypeResolvers = {
  app: (_s, _a, context) => appNode(context),
  appInstallation: (_s, _a, context) => installationNode(context),
  currentAppInstallation: (_s, _a, context) => installationNode(context),
  shop: (_s, _a, context) => shopNode(context, context.shop),
  node: (_s, { id }: { id: string }, context) => nodeById(context, id),
  nodes: (_s, { ids }: { ids: string[] }, context) => {
    if (ids.length > MAX_PAGE) {
      const message = `The input array size of ${ids.length} is greater than the maximum allowed of ${MAX_PAGE}.`;
      throw new GraphQLError(message, { extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' } });
    }
    return ids.map((id) => nodeById(context, id));
  },
  job: (_s, { id }: { id: string }, context) => jobNode(context, id),
  order: byId('Order', 'read_orders'),
  orders: (_s, args: ListArgs, context) => {
    needScope(context, 'orders', 'read_orders');
    const found = sortOrders(searchOrders(visibleOrders(context), args.query), args.sortKey);
    return connection(
      found,
      args,
      (order) => order.id,
      (order) => orderNode(context.world, order),
    );
  },
  ordersCount: (_s, args: ListArgs, context) => {
    needScope(context, 'ordersCount', 'read_orders');
    return { count: searchOrders(visibleOrders(context), args.query).length, precision: 'EXACT' };
  },
  customer: byId('Customer', 'read_customers'),
  customers: (_s, args: ListArgs, context) => {
    needScope(context, 'customers', 'read_customers');
    const all = [...context.world.customers.values()].filter((customer) => customer.shop === context.shop.domain);
    const email = /email:"?([^"\s]+)/.exec(args.query ?? '')?.[1];
    const found = all.filter((customer) => !email || customer.email === email);
    return connection(
      found,
      args,
      (customer) => customer.id,
      (customer) => customerNode(context.world, customer),
    );
  },
  draftOrder: byId('DraftOrder', 'read_draft_orders'),
  fulfillment: byId('Fulfillment', 'read_orders', 'read_fulfillments'),
  fulfillmentOrder: byId(
    'FulfillmentOrder',
    'read_merchant_managed_fulfillment_orders',
    'read_third_party_fulfillment_orders',
  ),
  fulfillmentOrders: (_s, args: ListArgs & { includeClosed?: boolean | null }, context) => {
    const scopes = ['read_merchant_managed_fulfillment_orders', 'read_third_party_fulfillment_orders'];
    needScope(context, 'fulfillmentOrders', ...scopes);
    const all = visibleOrders(context).flatMap((order) => order.fulfillmentOrders.map((fo) => ({ order, fo })));
    const found = all.filter(({ fo }) => args.includeClosed || !['closed', 'cancelled'].includes(fo.status));
    return connection(
      found,
      args,
      ({ fo }) => fo.id,
      ({ order, fo }) => fulfillmentOrderNode(context.world, order, fo),
    );
  },
  inventoryItem: byId('InventoryItem', 'read_inventory'),
  inventoryItems: (_s, args: ListArgs, context) => {
    needScope(context, 'inventoryItems', 'read_inventory');
    const sku = /sku:"?([^"\s]+)/.exec(args.query ?? '')?.[1];
    const all = [...context.world.products.values()]
      .filter((product) => product.shop === context.shop.domain)
      .flatMap((product) => product.variants.map((variant) => ({ product, variant })))
      .filter(({ variant }) => !sku || variant.sku === sku);
    return connection(
      all,
      args,
      ({ variant }) => variant.inventoryItemId,
      ({ product, variant }) => inventoryItemNode(context.world, product, variant),
    );
  },
  inventoryLevel: byId('InventoryLevel', 'read_inventory'),
  location: (_s, { id }: { id?: string | null }, context) => {
    needScope(context, 'location', 'read_locations', 'read_inventory');
    const [home] = context.world.locationsOf(context.shop);
    return id ? nodeById(context, id) : home ? locationNode(home) : null;
  },
  locations: (_s, args: ListArgs & { includeInactive?: boolean | null }, context) => {
    needScope(context, 'locations', 'read_locations', 'read_inventory');
    const found = context.world.locationsOf(context.shop).filter((l) => l.active || args.includeInactive);
    return connection(found, args, (location) => location.id, locationNode);
  },
  product: byId('Product', 'read_products'),
  products: (_s, args: ListArgs, context) => {
    needScope(context, 'products', 'read_products');
    const all = [...context.world.products.values()].filter((product) => product.shop === context.shop.domain);
    const word = (args.query ?? '').toLowerCase().replace(/^title:\*?|\*$/g, '');
    const found = all.filter((product) => product.title.toLowerCase().includes(word));
    return connection(
      found,
      args,
      (product) => product.id,
      (product) => productNode(context.world, product),
    );
  },
  productVariant: byId('ProductVariant', 'read_products'),
  productVariants: (_s, args: ListArgs, context) => {
    needScope(context, 'productVariants', 'read_products');
    const sku = /sku:"?([^"\s]+)/.exec(args.query ?? '')?.[1];
    const all = [...context.world.products.values()]
      .filter((product) => product.shop === context.shop.domain)
      .flatMap((product) => product.variants.map((variant) => ({ product, variant })))
      .filter(({ variant }) => !sku || variant.sku === sku);
    return connection(
      all,
      args,
      ({ variant }) => variant.id,
      ({ product, variant }) => variantNode(context.world, product, variant),
    );
  },
  refund: byId('Refund', 'read_orders'),
  return: byId('Return', 'read_returns', 'read_orders'),
  returnCalculate: (_s, { input }: { input: Parameters<typeof calculateReturn>[1] }, context) => {
    needScope(context, 'returnCalculate', 'read_returns');
    return calculateReturn(context, input);
  },
  returnReasonDefinitions: (_s, args: ListArgs & { ids?: string[] | null; handles?: string[] | null }, context) => {
    needScope(context, 'returnReasonDefinitions', 'read_returns');
    const found = REASON_DEFINITIONS.filter(
      ({ id, handle }) =>
        (!args.ids || args.ids.includes(gidOf('ReturnReasonDefinition', id))) &&
        (!args.handles || args.handles.includes(handle)),
    );
    return connection(found, args, ({ id }) => id, reasonDefinitionNode);
  },
  returnableFulfillment: byId('ReturnableFulfillment', 'read_returns'),
  returnableFulfillments: (_s, args: PageArgs & { orderId: string }, context) => {
    needScope(context, 'returnableFulfillments', 'read_returns');
    const order = orderById(context, idOf(args.orderId, 'Order'));
    const found = (order?.fulfillments ?? []).filter(
      (fulfillment) => order && fulfillment.lines.some((line) => returnableQuantity(order, fulfillment, line.id) > 0),
    );
    return connection(
      found,
      args,
      (fulfillment) => fulfillment.id,
      (fulfillment) => returnableNode(context, order as Order, fulfillment),
    );
  },
  reverseDelivery: byId('ReverseDelivery', 'read_returns'),
  reverseFulfillmentOrder: byId('ReverseFulfillmentOrder', 'read_returns'),
  bulkOperation: (_s, { id }: { id: string }, context) => nodeById(context, id),
  bulkOperations: (_s, args: PageArgs, context) => {
    const all = bulkOf(context);
    return connection(all, args, (operation) => digitsOf(operation.id) ?? '');
  },
  currentBulkOperation: (_s, _a, context) => bulkOf(context).at(-1) ?? null,
  webhookSubscription: (_s, { id }: { id: string }, context) =>
    context.edits.subscriptions.get(digitsOf(id) ?? '') ?? null,
  webhookSubscriptions: (_s, args: PageArgs & { topics?: string[] | null }, context) => {
    const all = [...context.edits.subscriptions.values()].filter((s) => !args.topics || args.topics.includes(s.topic));
    return connection(all, args, (subscription) => digitsOf(subscription.id) ?? '');
  },
};
