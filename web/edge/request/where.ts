import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { ShopDomain } from '../../../policy/app/actors.ts';

/** Under which shop, and at which address, the form is shown. */
export type Where = Readonly<{
  shop: string;
  /** What its own addresses begin with: `/r/demo`, or the shop's own path where Shopify forwards (`/apps/makegood`). */
  base: string;
  /** Whose requests are counted together. */
  caller: string;
}>;

/** What Shopify's app proxy signed may be this old, in seconds. */
const FRESH_S = 600;

/** null: no shop of that name can be, or Shopify did not sign it. */
export const whereOf = (req: Request, secrets: readonly string[], now = Date.now()): Where | null => {
  if (req.params.shop !== undefined) {
    const shop = ShopDomain.safeParse(`${String(req.params.shop)}.myshopify.com`);
    return shop.success ? { shop: shop.data, base: `/r/${String(req.params.shop)}`, caller: req.ip ?? '' } : null;
  }
  const query = new URL(req.originalUrl, 'http://localhost').searchParams;
  const shop = ShopDomain.safeParse(query.get('shop'));
  const age = Math.abs(now / 1000 - Number(query.get('timestamp') ?? 0));
  if (!shop.success || !(age < FRESH_S) || !isSigned(query, secrets)) return null;
  const prefix = query.get('path_prefix') ?? '';
  if (!/^\/[\w-]+\/[\w-]+$/.test(prefix)) return null;
  return { shop: shop.data, base: prefix, caller: behindShopify(req) };
};

/**
 * Who asked Shopify: Shopify is who called us or our own proxies, and what it added to `X-Forwarded-For` stands just
 * before it. What stands further in front a client may have sent itself, and another each time.
 * @see https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
const behindShopify = (req: Request): string => {
  const said = (req.headers['x-forwarded-for'] ?? '').toString().split(',');
  const nearestFirst = [req.socket.remoteAddress, ...said.map((one) => one.trim()).reverse()];
  return nearestFirst[nearestFirst.indexOf(req.ip) + 1] || (req.ip ?? '');
};

/**
 * Shopify signs the query: every parameter but `signature` as `name=value`, values of one name joined by commas, sorted,
 * one after the other without a separator; HMAC-SHA256 in hex.
 * @see https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export const isSigned = (query: URLSearchParams, secrets: readonly string[]): boolean => {
  const given = Buffer.from(query.get('signature') ?? '', 'hex');
  const names = [...new Set(query.keys())].filter((name) => name !== 'signature');
  const message = names
    .map((name) => `${name}=${query.getAll(name).join(',')}`)
    .sort()
    .join('');
  return secrets.some((secret) => {
    const own = createHmac('sha256', secret).update(message).digest();
    return own.length === given.length && timingSafeEqual(own, given);
  });
};
