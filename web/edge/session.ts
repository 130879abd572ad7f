import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { ShopDomain } from '../../policy/app/actors.ts';
import type { Problem } from './admin/contract/problem.ts';

/** Who a verified session token speaks for. `token` is kept for a token exchange in the same request and nothing else. */
export type Session = Readonly<{ shop: string; staffId: string; token: string }>;

/** The claims of a session token that matter here; Shopify signs them for one minute. */
type Claims = Readonly<{ iss?: unknown; dest?: unknown; sub?: unknown }>;

type Deps = Readonly<{
  /** Checks signature (HS256), life and audience; throws otherwise. */
  decodeSessionToken(token: string): Promise<Claims>;
  log: Pick<Logger, 'debug'>;
}>;

/**
 * For everything under `/api`: App Bridge puts a session token on each request of the embedded app. A valid one becomes
 * `res.locals.session`; anything else is 401 with the header that makes App Bridge fetch a fresh token and ask once more.
 */
export const requireSession = ({ decodeSessionToken, log }: Deps): RequestHandler => {
  return async (req, res, next) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(req.get('authorization') ?? '')?.[1];
    if (token === undefined) return unauthorized(res, 'missing');
    let claims: Claims;
    try {
      claims = await decodeSessionToken(token);
    } catch {
      // The library's message quotes the whole token: it is neither logged nor answered.
      log.debug({ path: req.path }, 'session token not valid');
      return unauthorized(res, 'invalid');
    }
    const session = sessionOf(claims, token);
    if (session === null) return unauthorized(res, 'invalid');
    res.locals.session = session;
    next();
  };
};

/** The shop is named twice, as who issued the token and whom it is for: they must agree. */
const sessionOf = ({ iss, dest, sub }: Claims, token: string): Session | null => {
  const shop = ShopDomain.safeParse(hostOf(dest));
  if (!shop.success || hostOf(iss) !== shop.data) return null;
  if (typeof sub !== 'string' || !/^\d+$/.test(sub)) return null;
  return { shop: shop.data, staffId: sub, token };
};

const hostOf = (address: unknown): string | null =>
  typeof address === 'string' && URL.canParse(address) ? new URL(address).hostname : null;

const unauthorized = (res: Response, what: 'missing' | 'invalid'): void => {
  const problem: Problem = {
    type: 'about:blank',
    title: 'Not signed in',
    status: 401,
    code: 'unauthorized',
    detail: `the session token is ${what}: reload the app in Shopify admin`,
  };
  res.status(401).set('X-Shopify-Retry-Invalid-Session-Request', '1').type('application/problem+json').json(problem);
};
