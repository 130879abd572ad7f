import { z } from 'zod';
import { CallFailed } from '../../../policy/app/ports.ts';
import type { ShopTokens } from '../../../policy/app/store.ts';
import { retryAfter } from './failures.ts';
import { type Fetch, WireFailure } from './wire.ts';

/** Shopify says that this session or refresh token is good for nothing (any more). */
export class TokenRejected extends Error {
  override readonly name = 'TokenRejected';
}

export type TokenGrant =
  | Readonly<{ sessionToken: string }>
  /** `scopes` as they are known: a refresh answer may leave them out. */
  | Readonly<{ refreshToken: string; refreshTokenExpiresAt: string | null; scopes: string }>;

const Answer = z.object({
  access_token: z.string().min(1),
  scope: z.string().optional(),
  expires_in: z.number().positive().optional(),
  refresh_token: z.string().min(1).optional(),
  refresh_token_expires_in: z.number().positive().optional(),
});

/** An expiring access token lives for an hour; taken where the answer forgets to say. */
const ONE_HOUR_S = 3600;

/**
 * Asks `POST /admin/oauth/access_token` for an expiring offline token.
 *
 * Written here because the library's own calls lose what matters: they throw a SyntaxError on an error page, ask for
 * tokens that never expire unless told otherwise, and drop a rotated refresh token whose answer lacks its lifetime.
 * @throws TokenRejected · CallFailed `unavailable` (nothing is lost: the old refresh token stays good until the new one is used)
 */
export const askForTokens = async (
  deps: Readonly<{ fetch: Fetch; apiKey: string; apiSecret: string; now: () => number }>,
  shop: string,
  grant: TokenGrant,
): Promise<ShopTokens> => {
  const response = await post(deps.fetch, shop, {
    client_id: deps.apiKey,
    client_secret: deps.apiSecret,
    ...grantFields(grant),
  });
  const answer = Answer.safeParse(response);
  if (!answer.success) throw new CallFailed('unavailable', "shopify's token answer has no token");
  const { access_token, scope, expires_in, refresh_token, refresh_token_expires_in } = answer.data;
  const inSeconds = (seconds: number): string => new Date(deps.now() + seconds * 1000).toISOString();
  const known = 'refreshToken' in grant ? grant : null;
  const canRefresh = (refresh_token ?? known?.refreshToken) !== undefined;
  return {
    accessToken: access_token,
    accessTokenExpiresAt: expires_in === undefined && !canRefresh ? null : inSeconds(expires_in ?? ONE_HOUR_S),
    refreshToken: refresh_token ?? known?.refreshToken ?? null,
    refreshTokenExpiresAt:
      refresh_token_expires_in === undefined
        ? refresh_token === undefined
          ? (known?.refreshTokenExpiresAt ?? null)
          : null
        : inSeconds(refresh_token_expires_in),
    scopes: scope ?? known?.scopes ?? '',
  };
};

const grantFields = (grant: TokenGrant): Record<string, string> =>
  'sessionToken' in grant
    ? {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: grant.sessionToken,
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
        expiring: '1',
      }
    : { grant_type: 'refresh_token', refresh_token: grant.refreshToken };

const post = async (fetch: Fetch, shop: string, fields: Record<string, string>): Promise<unknown> => {
  try {
    const response = await fetch(`https://${shop}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(fields),
    });
    const text = await response.text();
    if (response.ok) return parsed(text);
    if (response.status === 429 || response.status >= 500) {
      throw new CallFailed('unavailable', `shopify's token endpoint answered http ${response.status}`, {
        retryAfterMs: retryAfter(Object.fromEntries(response.headers)),
      });
    }
    throw rejection(shop, response.status, text);
  } catch (error) {
    if (error instanceof CallFailed || error instanceof TokenRejected) throw error;
    const why = error instanceof WireFailure ? error.message : 'the answer was cut short';
    throw new CallFailed('unavailable', `shopify's token endpoint: ${why}`, { cause: error });
  }
};

/** OAuth errors that are about the app and not about the token: every shop's tokens stay as they are. */
const ABOUT_THE_APP = /invalid_client|unauthorized_client|application_cannot_be_found/;

const rejection = (shop: string, status: number, text: string): Error =>
  ABOUT_THE_APP.test(text)
    ? new CallFailed('unavailable', "shopify does not know this app's client id or secret")
    : new TokenRejected(`shopify rejected the token for ${shop} (http ${status})`);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CallFailed('unavailable', "shopify's token endpoint answered with something else than JSON", {
      cause: error,
    });
  }
};
