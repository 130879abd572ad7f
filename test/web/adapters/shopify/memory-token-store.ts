import type { ShopTokens, TokenStore } from '../../../../policy/app/store.ts';

/** Tokens in memory, with the lock that the database gives: one update of a shop at a time. */
export const memoryTokenStore = (start: Readonly<Record<string, ShopTokens>> = {}): TokenStore => {
  const tokens = new Map(Object.entries(start));
  const locks = new Map<string, Promise<unknown>>();
  return {
    load: async (shop) => tokens.get(shop) ?? null,
    update: (shop, next) => {
      const turn = (locks.get(shop) ?? Promise.resolve()).then(async () => {
        const stored = await next(tokens.get(shop) ?? null);
        if (stored === null) tokens.delete(shop);
        else tokens.set(shop, stored);
        return stored;
      });
      locks.set(
        shop,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
};

/** Tokens that are good for an hour and can be renewed. */
export const someTokens = (more: Partial<ShopTokens> = {}): ShopTokens => ({
  accessToken: 'shpat_first',
  accessTokenExpiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  refreshToken: 'shprt_first',
  refreshTokenExpiresAt: new Date(Date.now() + 90 * 86_400_000).toISOString(),
  scopes: 'write_orders',
  ...more,
});
