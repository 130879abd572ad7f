/** Where things are in Shopify admin. */
export type Links = Readonly<{
  order(shop: string, orderId: string): string;
  case(shop: string, caseId: string): string;
}>;

const storeOf = (shop: string): string => shop.replace(/\.myshopify\.com$/, '');

/** @param apiKey  the app's client id: what Shopify admin calls the app by */
export const adminLinks = (apiKey: string): Links => ({
  order: (shop, orderId) => `https://admin.shopify.com/store/${storeOf(shop)}/orders/${orderId}`,
  case: (shop, caseId) => `https://admin.shopify.com/store/${storeOf(shop)}/apps/${apiKey}/cases/${caseId}`,
});

const ADMIN = /^https:\/\/admin\.shopify\.com\/store\/([a-z0-9-]+)\/(?:apps\/[^/]+\/)?(orders|cases)\/([0-9a-f-]+)/;
const OLD_ADMIN = /^https:\/\/([a-z0-9-]+)\.myshopify\.com\/admin\/(?:apps\/[^/]+\/)?(orders|cases)\/([0-9a-f-]+)/;

export type Linked = Readonly<{ shop: string; what: 'order' | 'case'; id: string }>;

/** The order or case that a link leads to; null for any other link. */
export const readLink = (url: string): Linked | null => {
  const match = ADMIN.exec(url) ?? OLD_ADMIN.exec(url);
  const [, store, what, id] = match ?? [];
  if (store === undefined || id === undefined) return null;
  return { shop: `${store}.myshopify.com`, what: what === 'orders' ? 'order' : 'case', id };
};
