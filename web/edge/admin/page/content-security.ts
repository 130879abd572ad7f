/** Addresses in settings may carry a path or a slash; a policy names origins. */
const originOf = (url: string): string => new URL(url).origin;

/**
 * Who may frame a page: this shop's admin and nobody else (Shopify's review refuses wildcards). `shop` must have passed
 * `ShopDomain`; a page that belongs to no shop may not be framed at all.
 */
export const contentSecurity = (
  shop: string | null,
  options: Readonly<{ appBridgeUrl: string; frameAncestorsExtra: readonly string[] }>,
): string => {
  const scripts = new Set(["'self'", 'https://cdn.shopify.com', originOf(options.appBridgeUrl)]);
  const ancestors =
    shop === null
      ? ["'none'"]
      : [`https://${shop}`, 'https://admin.shopify.com', ...options.frameAncestorsExtra.map(originOf)];
  return [
    `frame-ancestors ${ancestors.join(' ')}`,
    `script-src ${[...scripts].join(' ')}`,
    "object-src 'none'",
    "base-uri 'self'",
  ].join('; ');
};
