import type { PrivacyKind } from '../../policy/app/privacy.ts';

/**
 * Every webhook topic this product takes, and what its payload means.
 * - `observe`: the payload is an order, as it stands.
 * - `reread`: something of an order changed and the payload names the order; it is read again. `order` are the places
 *   where the order's id may stand. `unnamed`: why nothing is lost when a payload names none; without it such a payload
 *   is parked.
 * - `recall`: a fulfilment service answered; the payload names a fulfilment order alone, at `fulfillmentOrder`.
 * - `stock`: how much there is of an inventory item changed; the figure is read again. `item` is where its id stands.
 * - `hint`: something will perhaps not be supplied; `id` is where its id stands, `only` which states of it are a hint.
 * - `export`: a bulk operation has ended.
 * - `shop`: something of the shop itself changed; it is read again.
 * - `privacy`: a customer's data is shown or cleared, or a shop emptied.
 * - `uninstall`: the merchant removed the app.
 */
export type Meaning =
  | Readonly<{ does: 'observe' }>
  | Readonly<{ does: 'reread'; order: readonly string[]; unnamed?: string }>
  | Readonly<{ does: 'recall'; fulfillmentOrder: readonly string[] }>
  | Readonly<{ does: 'stock'; item: string; unnamed?: string | undefined }>
  | Readonly<{
      does: 'hint';
      about: 'product' | 'fulfillment-order';
      id: readonly string[];
      because: string;
      only?: Readonly<{ at: string; is: string; otherwise: string }>;
    }>
  | Readonly<{ does: 'export' }>
  | Readonly<{ does: 'shop' }>
  | Readonly<{ does: 'privacy'; request: PrivacyKind }>
  | Readonly<{ does: 'uninstall' }>;

const observe: Meaning = { does: 'observe' };
const reread = (order: string[], unnamed?: string): Meaning => ({ does: 'reread', order, unnamed });

/** Where returns name their order: the older topics nest it, the shorter ones do not. */
const RETURN_ORDER = ['order.admin_graphql_api_id', 'order.id', 'order_id'];
const byFulfillmentOrder = (): Meaning =>
  reread(
    ['fulfillment_order.order_id', 'order_id'],
    'it names a fulfilment order only; what it does to the order comes as orders/updated or fulfillments/*',
  );
const recall: Meaning = { does: 'recall', fulfillmentOrder: ['fulfillment_order.id', 'id'] };
const stock = (unnamed?: string): Meaning => ({ does: 'stock', item: 'inventory_item_id', unnamed });

const VARIANT_ONLY = 'it names a variant only; its stock comes as inventory_levels/update';

export const TOPICS: Readonly<Record<string, Meaning>> = {
  'orders/create': observe,
  'orders/updated': observe,
  'orders/paid': observe,
  'orders/cancelled': observe,
  'orders/fulfilled': observe,
  'orders/partially_fulfilled': observe,
  'orders/edited': reread(['order_edit.order_id']),
  'orders/delete': reread(['id']),

  'fulfillments/create': reread(['order_id']),
  'fulfillments/update': reread(['order_id']),
  'fulfillment_events/create': reread(['order_id']),
  'refunds/create': reread(['order_id']),
  'order_transactions/create': reread(['order_id']),
  'disputes/create': reread(['order_id']),
  'disputes/update': reread(['order_id']),

  'fulfillment_orders/cancelled': byFulfillmentOrder(),
  'fulfillment_orders/cancellation_request_accepted': recall,
  'fulfillment_orders/cancellation_request_rejected': recall,
  'fulfillment_orders/fulfillment_service_failed_to_complete': {
    does: 'hint',
    about: 'fulfillment-order',
    id: ['fulfillment_order.id', 'id'],
    because: 'a fulfilment service could not complete what it was asked to ship',
  },
  'fulfillment_orders/hold_released': byFulfillmentOrder(),
  'fulfillment_orders/moved': byFulfillmentOrder(),
  'fulfillment_orders/placed_on_hold': byFulfillmentOrder(),

  'returns/request': reread(RETURN_ORDER),
  'returns/approve': reread(RETURN_ORDER),
  'returns/decline': reread(RETURN_ORDER),
  'returns/cancel': reread(RETURN_ORDER),
  'returns/close': reread(RETURN_ORDER),
  'returns/reopen': reread(RETURN_ORDER),
  'returns/update': reread(
    RETURN_ORDER,
    'it names a return only; the return is read again before anything is done with it',
  ),
  'returns/process': reread(RETURN_ORDER, 'it may name nothing at all; the refund it makes comes as refunds/create'),
  'reverse_deliveries/attach_deliverable': reread(
    RETURN_ORDER,
    'it names a return only; tracking is recorded with the case',
  ),
  'reverse_fulfillment_orders/dispose': reread(
    RETURN_ORDER,
    'it names a reverse fulfilment order only; what a return may still give back is asked when it is settled',
  ),

  'inventory_levels/update': stock(),
  'variants/in_stock': stock(VARIANT_ONLY),
  'variants/out_of_stock': stock(VARIANT_ONLY),
  'products/update': {
    does: 'hint',
    about: 'product',
    id: ['admin_graphql_api_id', 'id'],
    because: 'a product was archived',
    only: { at: 'status', is: 'archived', otherwise: 'an order keeps what it needs of its products' },
  },
  'products/delete': {
    does: 'hint',
    about: 'product',
    id: ['admin_graphql_api_id', 'id'],
    because: 'a product was removed from the shop',
  },

  'bulk_operations/finish': { does: 'export' },

  'app/uninstalled': { does: 'uninstall' },
  'app/scopes_update': { does: 'shop' },
  'shop/update': { does: 'shop' },

  'customers/data_request': { does: 'privacy', request: 'data-request' },
  'customers/redact': { does: 'privacy', request: 'redact-customer' },
  'shop/redact': { does: 'privacy', request: 'redact-shop' },
};
