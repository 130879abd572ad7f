import { GraphQLError } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import { REASON_DEFINITIONS, returnableQuantity } from '../actions/returns.ts';
import { digitsOf, gidOf } from '../model/json.ts';
import type { Order, Shop } from '../model/model.ts';
import { connection, MAX_PAGE, type PageArgs } from './connection.ts';
import type { Context } from './context.ts';
import { idOf, needScope } from './context.ts';
import { draftOrderNode } from './mutations/draft-order.ts';
import { calculateReturn } from './nodes/calculated-return.ts';
import { customerNode } from './nodes/customer.ts';
import { fulfillmentLineNode, fulfillmentNode, fulfillmentOrderNode } from './nodes/fulfillment.ts';
import { jobNode, jobResultNode } from './nodes/job.ts';
import { lineNode } from './nodes/line.ts';
import { orderNode } from './nodes/order.ts';
import { inventoryItemNode, levelNode, locationNode, productNode, variantNode } from './nodes/product.ts';
import { refundNode, transactionNode } from './nodes/refund.ts';
import { reasonDefinitionNode, returnNode, reverseDeliveryNode, reverseOrderNode } from './nodes/return.ts';
import type { TypeResolvers } from './schema.ts';
import { searchOrders, sortOrders } from './search.ts';

/** Without `read_all_orders` an app sees 60 days of orders. */
const ORDER_WINDOW_MS = 60 * 86_400_000;

const visibleOrders = (context: Context): Order[] => {
  const all = context.world.ofShop(context.shop);
  if (context.scopes.includes('read_all_orders')) return all;
  return all.filter((order) => order.createdAt > context.world.clock.now() - ORDER_WINDOW_MS);
};

const orderById = (context: Context, id: string): Order | undefined =>
  visibleOrders(context).find((order) => order.id === id);

export const shopNode = (context: Context, shop: Shop): object => {
  const now = Temporal.Instant.fromEpochMilliseconds(context.world.clock.now()).toZonedDateTimeISO(shop.timeZone);
  return {
    __typename: 'Shop',
    id: gidOf('Shop', shop.id),
    name: shop.name,
    myshopifyDomain: shop.domain,
    email: shop.email,
    contactEmail: shop.email,
    currencyCode: shop.currency,
    enabledPresentmentCurrencies: [shop.currency, 'EUR', 'GBP', 'CAD'],
    ianaTimezone: shop.timeZone,
    timezoneAbbreviation: now.toLocaleString('en-US', { timeZoneName: 'short' }).split(' ').at(-1) ?? '',
    timezoneOffset: now.offset.replace(':', ''),
    timezoneOffsetMinutes: now.offsetNanoseconds / 60_000_000_000,
    plan: { displayName: 'Basic', publicDisplayName: 'Basic', partnerDevelopment: true, shopifyPlus: false },
    shopAddress: {
      id: gidOf('ShopAddress', shop.id),
      countryCodeV2: shop.country,
      country: new Intl.DisplayNames(['en'], { type: 'region' }).of(shop.country),
      coordinatesValidated: false,
      formatted: [shop.name, shop.country],
    },
    shopOwnerName: 'Demo Owner',
    setupRequired: false,
    taxesIncluded: false,
    taxShipping: false,
    url: `https://${shop.domain}`,
    unitSystem: 'METRIC_SYSTEM',
    weightUnit: 'KILOGRAMS',
    orderNumberFormatPrefix: '#',
    orderNumberFormatSuffix: '',
    checkoutApiSupported: true,
    customerAccounts: 'OPTIONAL',
    currencyFormats: {
      moneyFormat: '{{amount}}',
      moneyWithCurrencyFormat: `{{amount}} ${shop.currency}`,
      moneyInEmailsFormat: '{{amount}}',
      moneyWithCurrencyInEmailsFormat: `{{amount}} ${shop.currency}`,
    },
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  };
};

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

const returnableNode = (context: Context, order: Order, fulfillment: Order['fulfillments'][number]): object => ({
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

/** One root field that takes an id of this type only. */
const byId =
  (type: string, ...scopes: string[]) =>
  (_source: unknown, { id }: { id: string }, context: Context, info: { fieldName: string }) => {
    needScope(context, info.fieldName, ...scopes);
    idOf(id, type);
    return nodeById(context, id);
  };

type ListArgs = PageArgs & { query?: string | null; sortKey?: string | null };

const appNode = (context: Context) => ({
  __typename: 'App',
  id: gidOf('App', '1'),
  apiKey: 'demo',
  title: 'Makegood',
  handle: 'makegood',
  embedded: true,
  features: [],
  developerName: 'Makegood',
  developerType: 'PARTNER',
  webhookApiVersion: '2026-10',
  published: true,
  publicCategory: 'PUBLIC',
  requestedAccessScopes: context.scopes.map((handle) => ({ handle, description: handle })),
});

const installationNode = (context: Context) => ({
  __typename: 'AppInstallation',
  id: gidOf('AppInstallation', '1'),
  accessScopes: context.scopes.map((handle) => ({ handle, description: handle })),
  app: () => appNode(context),
  launchUrl: `${context.sandboxUrl}/shopify/admin/apps/makegood`,
});

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
  bulkOperation: (_s, { id }: { id: string }, context) => context.edits.bulkOperations.get(digitsOf(id) ?? '') ?? null,
  bulkOperations: (_s, args: PageArgs, context) => {
    const all = [...context.edits.bulkOperations.values()];
    return connection(all, args, (operation) => digitsOf(operation.id) ?? '');
  },
  currentBulkOperation: (_s, _a, context) => [...context.edits.bulkOperations.values()].at(-1) ?? null,
  webhookSubscription: (_s, { id }: { id: string }, context) =>
    context.edits.subscriptions.get(digitsOf(id) ?? '') ?? null,
  webhookSubscriptions: (_s, args: PageArgs & { topics?: string[] | null }, context) => {
    const all = [...context.edits.subscriptions.values()].filter((s) => !args.topics || args.topics.includes(s.topic));
    return connection(all, args, (subscription) => digitsOf(subscription.id) ?? '');
  },
};
