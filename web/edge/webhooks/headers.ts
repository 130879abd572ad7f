import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { ShopDomain } from '../../../policy/app/actors.ts';
import type { InboxItem } from '../../../policy/app/store.ts';

/** What Shopify says about a delivery beside its body, or what is wrong with it. */
export type Delivery =
  | Readonly<{ ok: true; envelope: Omit<InboxItem, 'body'>; idIsDerived: boolean }>
  | Readonly<{ ok: false; problem: string }>;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
/** Longest topic and id that are kept: far above Shopify's own (40 and 36). */
const LONGEST = 200;

const header = (headers: IncomingHttpHeaders, name: string): string => {
  const value = headers[name];
  return typeof value === 'string' && value.length <= LONGEST ? value.trim() : '';
};

/**
 * Reads the headers of a delivery whose signature is good.
 * `X-Shopify-Webhook-Id` names a delivery and is repeated when Shopify tries again; where it is missing, the same body
 * under the same topic is taken for the same delivery.
 */
export const readDelivery = (headers: IncomingHttpHeaders, body: Uint8Array): Delivery => {
  const topic = header(headers, 'x-shopify-topic').toLowerCase();
  if (topic === '') return { ok: false, problem: 'X-Shopify-Topic is missing' };
  const shop = ShopDomain.safeParse(header(headers, 'x-shopify-shop-domain').toLowerCase());
  if (!shop.success) return { ok: false, problem: 'X-Shopify-Shop-Domain is missing or no shop domain' };
  const given = header(headers, 'x-shopify-webhook-id');
  const triggeredAt = header(headers, 'x-shopify-triggered-at');
  return {
    ok: true,
    idIsDerived: given === '',
    envelope: {
      source: 'shopify',
      shop: shop.data,
      topic,
      id: given === '' ? derivedId(topic, body) : given,
      triggeredAt: INSTANT.test(triggeredAt) && !Number.isNaN(Date.parse(triggeredAt)) ? triggeredAt : null,
    },
  };
};

const derivedId = (topic: string, body: Uint8Array): string =>
  `sha256:${createHash('sha256').update(topic).update('\n').update(body).digest('hex')}`;
