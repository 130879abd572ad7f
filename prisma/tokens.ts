import type pg from 'pg';
import { z } from 'zod';
import { CallFailed } from '../policy/app/ports.ts';
import type { ShopTokens, TokenStore } from '../policy/app/store.ts';
import { inTransaction } from './in-transaction.ts';
import type { Secrets } from './secrets.ts';
import { one, prepared, type Queryable } from './store/statement.ts';

const Tokens = z.object({
  accessToken: z.string(),
  accessTokenExpiresAt: z.string().nullable(),
  refreshToken: z.string().nullable(),
  refreshTokenExpiresAt: z.string().nullable(),
  scopes: z.string(),
});

/**
 * Shopify's tokens. A refresh token is worth one refresh: `update` runs under a lock that all processes share, and
 * within a process the shop's callers wait in line, so that a slow refresh holds one connection of `refreshing` and
 * not all of them. What only reads is never behind one that waits for Shopify.
 */
export const createTokenStore = ({
  pool,
  refreshing,
  secrets,
}: Readonly<{ pool: pg.Pool; refreshing: pg.Pool; secrets: Secrets }>): TokenStore => {
  const lines = new Map<string, Promise<unknown>>();
  return {
    load: (shop) => load(pool, secrets, shop),
    update: (shop, next) => {
      const turn = (lines.get(shop) ?? Promise.resolve())
        .catch(() => {})
        .then(() => update(refreshing, secrets, shop, next));
      lines.set(shop, turn);
      const leave = (): void => {
        if (lines.get(shop) === turn) lines.delete(shop);
      };
      turn.then(leave, leave);
      return turn;
    },
  };
};

export const tokensPlace = (shop: string): string => `shopify tokens/${shop}`;

const load = async (db: Queryable, secrets: Secrets, shop: string): Promise<ShopTokens | null> => {
  const row = await one<{ sealed: Buffer }>(db, 'tokens.load', 'SELECT sealed FROM shop_tokens WHERE shop = $1', [
    shop,
  ]);
  return row === null ? null : Tokens.parse(JSON.parse(secrets.open(tokensPlace(shop), row.sealed)));
};

/** @throws CallFailed `unavailable` where its turn does not come in time: others wait for Shopify, or the database is away */
const update = async (
  pool: pg.Pool,
  secrets: Secrets,
  shop: string,
  next: (current: ShopTokens | null) => Promise<ShopTokens | null>,
): Promise<ShopTokens | null> => {
  let isOurTurn = false;
  const work = inTransaction(pool, async (db) => {
    await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`tokens/${shop}`]);
    isOurTurn = true;
    const current = await load(db, secrets, shop);
    const changed = await next(current);
    if (changed === null) await prepared(db, 'tokens.delete', 'DELETE FROM shop_tokens WHERE shop = $1', [shop]);
    else if (changed !== current)
      await prepared(db, 'tokens.save', SAVE, [shop, secrets.seal(tokensPlace(shop), JSON.stringify(changed))]);
    return changed;
  });
  return work.catch((error: unknown) => {
    if (isOurTurn) throw error;
    throw new CallFailed('unavailable', `the token of ${shop} could not be looked at in time`, { cause: error });
  });
};

const SAVE = `
INSERT INTO shop_tokens (shop, sealed, updated_at) VALUES ($1, $2, now())
ON CONFLICT (shop) DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at`;
