/**
 * Access scopes without which a part of the policy can't be kept; as in `shopify.app.toml`, which a test compares.
 * `write_x` includes `read_x`. Without `read_all_orders` Shopify shows 60 days of orders.
 */
export const NEEDED_SCOPES = [
  'read_all_orders',
  'read_customers',
  'read_fulfillments',
  'read_inventory',
  'read_locations',
  'read_products',
  'read_shopify_payments_disputes',
  'write_app_proxy',
  'write_merchant_managed_fulfillment_orders',
  'write_orders',
  'write_returns',
  'write_third_party_fulfillment_orders',
] as const;

export const missingScopes = (granted: readonly string[]): readonly string[] => {
  const has = new Set(granted);
  return NEEDED_SCOPES.filter((scope) => !has.has(scope) && !has.has(scope.replace(/^read_/, 'write_')));
};
