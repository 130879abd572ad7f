import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CallFailed } from '../../policy/app/ports.ts';
import type { ShopTokens } from '../../policy/app/store.ts';
import { createSecrets } from '../../prisma/secrets.ts';
import { createTokenStore } from '../../prisma/tokens.ts';
import { KEY, type Opened, openFresh } from './open.ts';
import { SHOP } from './samples.ts';

const tokens = (n: number): ShopTokens => ({
  accessToken: `shpat_${n}`,
  accessTokenExpiresAt: '2026-11-22T16:00:00Z',
  refreshToken: `shprt_${n}`,
  refreshTokenExpiresAt: '2027-02-20T15:00:00Z',
  scopes: 'read_orders,write_orders',
});

describe('tokens', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openFresh();
  });
  afterAll(() => opened.close());

  it('keeps, replaces and forgets them', async () => {
    const { tokens: store } = opened.db;
    expect(await store.load(SHOP)).toBeNull();
    expect(await store.update(SHOP, async (current) => (current === null ? tokens(1) : null))).toEqual(tokens(1));
    expect(await store.load(SHOP)).toEqual(tokens(1));
    expect(await store.update(SHOP, async (current) => current)).toEqual(tokens(1));
    expect(await store.update(SHOP, async () => null)).toBeNull();
    expect(await store.load(SHOP)).toBeNull();
  });

  it('keeps what is there when a refresh fails', async () => {
    const { tokens: store } = opened.db;
    await store.update(SHOP, async () => tokens(2));
    await expect(store.update(SHOP, () => Promise.reject(new Error('shopify is away')))).rejects.toThrow(
      'shopify is away',
    );
    expect(await store.load(SHOP)).toEqual(tokens(2));
  });

  it('lets one of all processes refresh at a time, each seeing what the one before wrote', async () => {
    const other = await opened.another();
    await opened.db.tokens.update(SHOP, async () => tokens(0));
    let inside = 0;
    const refresh = async (current: ShopTokens | null): Promise<ShopTokens> => {
      inside += 1;
      expect(inside).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
      return tokens(Number(current?.accessToken.split('_')[1]) + 1);
    };
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? opened.db : other).tokens.update(SHOP, refresh)),
    );
    expect(await opened.db.tokens.load(SHOP)).toEqual(tokens(12));
  });

  it('does not hold up one shop while another waits for Shopify', async () => {
    let answer = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const slow = Array.from({ length: 20 }, () =>
      opened.db.tokens.update('slow.myshopify.com', async () => {
        await waiting;
        return tokens(1);
      }),
    );
    expect(await opened.db.tokens.update(SHOP, async () => tokens(9))).toEqual(tokens(9));
    answer();
    await Promise.all(slow);
  });

  it('holds up nobody who only reads, nor the answer to whether the database is there, while many shops wait', async () => {
    await opened.db.tokens.update(SHOP, async () => tokens(5));
    let answer = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let asking = 0;
    const slow = Array.from({ length: 6 }, (_, n) =>
      opened.db.tokens.update(`slow-${n}.myshopify.com`, async () => {
        asking += 1;
        await waiting;
        return tokens(1);
      }),
    );
    await expect.poll(() => asking).toBeGreaterThanOrEqual(3);
    const soon = Promise.all([opened.db.ping(), opened.db.tokens.load(SHOP)]).then(([, found]) => found);
    const late = new Promise((resolve) => setTimeout(resolve, 3_000, 'held up'));
    expect(await Promise.race([soon, late])).toEqual(tokens(5));
    answer();
    await Promise.all(slow);
  });

  it('says of a shop whose turn does not come in time that it is to be tried later: what asks for it has no defect', async () => {
    const refreshing = new pg.Pool({ connectionString: opened.url, max: 1, connectionTimeoutMillis: 50 });
    const store = createTokenStore({ pool: refreshing, refreshing, secrets: createSecrets(KEY) });
    let answer = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const slow = store.update('slow.myshopify.com', async () => {
      await waiting;
      return tokens(1);
    });
    try {
      const failed = await store.update(SHOP, async () => tokens(2)).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(CallFailed);
      expect(failed).toMatchObject({ outcome: 'unavailable' });
    } finally {
      answer();
      await slow;
      await refreshing.end();
    }
  });

  it('keeps them unreadable in the table', async () => {
    await opened.db.tokens.update(SHOP, async () => tokens(3));
    const { rows } = await opened.sql.query<{ sealed: Buffer }>('SELECT sealed FROM shop_tokens WHERE shop = $1', [
      SHOP,
    ]);
    expect(rows[0]?.sealed.toString('latin1')).not.toMatch(/shpat|shprt/);
  });

  it('is not opened with another key', async () => {
    await expect(opened.another({ secretsKey: new Uint8Array(32).fill(9) })).rejects.toThrow(
      /MAKEGOOD_SECRETS_KEY is not the key/,
    );
    const rotated = await opened.another({
      secretsKey: new Uint8Array(32).fill(9),
      previousSecretsKeys: [new Uint8Array(32).fill(7)],
    });
    await opened.db.tokens.update(SHOP, async () => tokens(4));
    expect(await rotated.tokens.load(SHOP)).toEqual(tokens(4));
  });
});
