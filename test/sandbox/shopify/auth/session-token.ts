import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** Session tokens as Shopify admin mints them (HS256); they live for a minute of real time. */
const LIFE_S = 60;
/** Clocks may differ by that much. */
const TOLERANCE_S = 10;

export type SessionClaims = Readonly<{
  iss: string;
  dest: string;
  aud: string;
  sub: string;
  exp: number;
  nbf: number;
  iat: number;
  jti: string;
  sid: string;
}>;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const sign = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('base64url');

export const mintSessionToken = (
  app: { apiKey: string; apiSecret: string },
  shop: string,
  staffId: string,
  lifeSeconds = LIFE_S,
): string => {
  const now = Math.floor(Date.now() / 1000);
  const claims: SessionClaims = {
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: app.apiKey,
    sub: staffId,
    exp: now + lifeSeconds,
    nbf: now,
    iat: now,
    jti: randomUUID(),
    sid: randomUUID(),
  };
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${text}.${sign(app.apiSecret, text)}`;
};

/** The claims of a token that this app's secret signed and that is in force; null for any other. */
export const readSessionToken = (app: { apiKey: string; apiSecret: string }, token: string): SessionClaims | null => {
  const [header, payload, mac] = token.split('.');
  if (!header || !payload || !mac) return null;
  const expected = Buffer.from(sign(app.apiSecret, `${header}.${payload}`));
  const given = Buffer.from(mac);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  try {
    const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg?: string };
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as SessionClaims;
    const now = Date.now() / 1000;
    const inForce = claims.exp > now - TOLERANCE_S && claims.nbf < now + TOLERANCE_S;
    return alg === 'HS256' && inForce && claims.aud === app.apiKey ? claims : null;
  } catch {
    return null;
  }
};

/** What the frame is told of its shop, as Shopify encodes it. */
export const hostParam = (shop: string): string =>
  Buffer.from(`admin.shopify.com/store/${shop.replace('.myshopify.com', '')}`).toString('base64url');
