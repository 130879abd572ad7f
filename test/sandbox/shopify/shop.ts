import type { Shop } from './model/model.ts';

/** What merchants grant when they install the app. */
export const DEFAULT_SCOPES: readonly string[] = [
  'read_all_orders',
  'write_app_proxy',
  'write_orders',
  'read_shopify_payments_disputes',
  'write_returns',
  'write_order_edits',
  'write_draft_orders',
  'write_merchant_managed_fulfillment_orders',
  'write_third_party_fulfillment_orders',
  'read_fulfillments',
  'write_inventory',
  'read_products',
  'read_customers',
  'read_locations',
  'write_store_credit_account_transactions',
];

/** The shop of the demo. The app is installed: a token can be had by exchange at once. */
export const DEMO_SHOP: Omit<Shop, 'scopes'> = {
  id: '71000000001',
  domain: 'demo.myshopify.com',
  name: 'Demo Store',
  currency: 'USD',
  timeZone: 'America/New_York',
  country: 'US',
  email: 'owner@example.com',
  installed: true,
  nextOrderNumber: 1001,
};

/** Who works there. */
export const STAFF: readonly { id: string; name: string; role: string }[] = [
  { id: '1', name: 'Olivia Owner', role: 'owner' },
  { id: '101', name: 'Ada Agent', role: 'agent' },
  { id: '102', name: 'Ben Agent', role: 'agent' },
  { id: '201', name: 'Lena Lead', role: 'approver' },
  { id: '202', name: 'Luca Lead', role: 'approver' },
];
