import type { Logger } from 'pino';
import { CallFailed } from '../../../policy/app/ports.ts';
import type { ShopTokens, TokenStore } from '../../../policy/app/store.ts';
import { askForTokens, type TokenGrant, TokenRejected } from './token-endpoint.ts';
import type { Fetch } from './wire.ts';

export type Tokens = Readonly<{
  /**
   * Makes sure that there is a usable offline token, by exchanging the session token of the person who opened the app.
   * @returns `installed` where it had to be got: a new installation, or one that came back
   * @throws TokenRejected where Shopify does not take the session token · CallFailed `unavailable`
   */
  ensureInstalled(shop: string, sessionToken: string): Promise<'installed' | 'already'>;
  /**
   * The shop's access token, refreshed where it is about to expire. Never called while a webhook is being received.
   * @throws CallFailed `unavailable`, also where somebody has to open the app first
   */
  accessToken(shop: string): Promise<string>;
  /** After a 401: refreshes unless somebody else has done so already. */
  renewed(shop: string, rejected: string): Promise<string>;
}>;

type Deps = Readonly<{
  store: TokenStore;
  fetch: Fetch;
  apiKey: string;
  apiSecret: string;
  /** Real time, in ms: a token's life is not the sandbox's. */
  now: () => number;
  log: Pick<Logger, 'info' | 'warn'>;
}>;

/** A token is renewed this long before it ends, so that no call starts with one that ends on its way. */
const EARLY_MS = 5 * 60_000;
/** Somebody has to open the app: worth another look, but not every second. */
const OPEN_THE_APP_MS = 15 * 60_000;

export const createTokens = (deps: Deps): Tokens => {
  const { store, log, now } = deps;
  const ask = (shop: string, grant: TokenGrant) => askForTokens(deps, shop, grant);
  const isOver = (instant: string | null, earlyMs: number): boolean =>
    instant !== null && Date.parse(instant) - earlyMs <= now();
  const isFresh = (tokens: ShopTokens): boolean => !isOver(tokens.accessTokenExpiresAt, EARLY_MS);
  const canRefresh = (tokens: ShopTokens): boolean =>
    tokens.refreshToken !== null && !isOver(tokens.refreshTokenExpiresAt, 0);

  const openTheApp = (shop: string, why: string): CallFailed =>
    new CallFailed('unavailable', `${shop} ${why}: open the app in shopify admin`, { retryAfterMs: OPEN_THE_APP_MS });

  /** Under the shop's lock, so that two processes do not use up one refresh token. */
  const refresh = async (shop: string, isGood: (tokens: ShopTokens) => boolean): Promise<string> => {
    let why = 'is not installed';
    const stored = await store.update(shop, async (current) => {
      if (current === null) return null;
      if (isGood(current)) return current;
      const { refreshToken, refreshTokenExpiresAt, scopes } = current;
      // What can't be renewed is forgotten, so that the next opening of the app gets a new token.
      why = "has a token that can't be renewed";
      if (refreshToken === null || !canRefresh(current)) return null;
      try {
        const renewed = await ask(shop, { refreshToken, refreshTokenExpiresAt, scopes });
        log.info({ shop }, 'offline token renewed');
        return renewed;
      } catch (error) {
        if (!(error instanceof TokenRejected)) throw error;
        // Revoked, most likely by an uninstallation.
        return null;
      }
    });
    if (stored === null) throw openTheApp(shop, why);
    return stored.accessToken;
  };

  const accessToken = async (shop: string): Promise<string> => {
    const tokens = await store.load(shop);
    if (tokens === null) throw openTheApp(shop, 'is not installed');
    if (isFresh(tokens)) return tokens.accessToken;
    try {
      return await refresh(shop, isFresh);
    } catch (error) {
      // Minutes are left: better used than lost to a token endpoint that is down.
      if (!isOver(tokens.accessTokenExpiresAt, 0)) {
        log.warn({ shop, err: error }, 'offline token not renewed yet');
        return tokens.accessToken;
      }
      throw error;
    }
  };

  return {
    accessToken,
    renewed: (shop, rejected) => refresh(shop, (tokens) => tokens.accessToken !== rejected && isFresh(tokens)),
    ensureInstalled: async (shop, sessionToken) => {
      const known = await store.load(shop);
      if (known !== null && (isFresh(known) || canRefresh(known))) return 'already';
      let received = false;
      await store.update(shop, async (current) => {
        if (current !== null && (isFresh(current) || canRefresh(current))) return current;
        const tokens = await ask(shop, { sessionToken });
        received = true;
        return tokens;
      });
      if (!received) return 'already';
      log.info({ shop }, 'offline token received');
      return 'installed';
    },
  };
};
