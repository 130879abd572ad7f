import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShopTokens, TokenStore } from '../../../../policy/app/store.ts';
import { TokenRejected } from '../../../../web/adapters/shopify/token-endpoint.ts';
import { createTokens, type Tokens } from '../../../../web/adapters/shopify/tokens.ts';
import { createFetch } from '../../../../web/adapters/shopify/wire.ts';
import { memoryTokenStore, someTokens } from './memory-token-store.ts';
import { cut, json, page, stubbornServer } from './stubborn-server.ts';

const SHOP = 'demo.myshopify.com';
const NOW = Date.parse('2026-11-23T12:00:00Z');
const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();
const granted = (name: string, more: object = {}) =>
  json({
    access_token: `shpat_${name}`,
    scope: 'write_orders',
    expires_in: 3600,
    refresh_token: `shprt_${name}`,
    refresh_token_expires_in: 7_776_000,
    ...more,
  });

let server: Awaited<ReturnType<typeof stubbornServer>>;
let store: TokenStore;
let tokens: Tokens;

const given = (stored: Partial<ShopTokens> | null): void => {
  const full = someTokens({ accessTokenExpiresAt: at(60), refreshTokenExpiresAt: at(100_000), ...stored });
  store = memoryTokenStore(stored === null ? {} : { [SHOP]: full });
  const fetch = createFetch({ address: server.address, timeoutMs: 400 });
  const log = { info: () => undefined, warn: () => undefined };
  tokens = createTokens({ store, fetch, apiKey: 'key', apiSecret: 'secret', now: () => NOW, log });
};

beforeEach(async () => {
  server = await stubbornServer();
});
afterEach(async () => {
  expect(server.left()).toBe(0);
  await server.stop();
});

describe('a shop whose merchant opens the app', () => {
  it('gets an expiring offline token for the session token', async () => {
    given(null);
    server.will(granted('new'));
    expect(await tokens.ensureInstalled(SHOP, 'a.b.c')).toBe('installed');
    expect(server.seen[0]).toMatchObject({
      path: '/shopify/admin/oauth/access_token',
      shop: SHOP,
      body: {
        client_id: 'key',
        client_secret: 'secret',
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: 'a.b.c',
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
        expiring: '1',
      },
    });
    expect(await store.load(SHOP)).toEqual({
      accessToken: 'shpat_new',
      accessTokenExpiresAt: at(60),
      refreshToken: 'shprt_new',
      refreshTokenExpiresAt: at(129_600),
      scopes: 'write_orders',
    });
  });

  it.each([
    ['is good', {}],
    ['can be renewed', { accessTokenExpiresAt: at(-10) }],
    ['never ends', { accessTokenExpiresAt: null, refreshToken: null, refreshTokenExpiresAt: null }],
  ])('keeps the token it has where that %s', async (_what, stored) => {
    given(stored);
    expect(await tokens.ensureInstalled(SHOP, 'a.b.c')).toBe('already');
    expect(server.seen).toEqual([]);
  });

  it.each([
    ['is over', { accessTokenExpiresAt: at(-10), refreshTokenExpiresAt: at(-1) }],
    ['is over and came without a way to renew it', { accessTokenExpiresAt: at(-10), refreshToken: null }],
  ])('gets a new one where the old one %s', async (_what, stored) => {
    given(stored);
    server.will(granted('new'));
    expect(await tokens.ensureInstalled(SHOP, 'a.b.c')).toBe('installed');
    expect((await store.load(SHOP))?.accessToken).toBe('shpat_new');
  });

  it('asks once, however many pages open at the same time', async () => {
    given(null);
    server.will(granted('new'));
    const outcomes = await Promise.all([1, 2, 3].map(() => tokens.ensureInstalled(SHOP, 'a.b.c')));
    expect(outcomes.sort()).toEqual(['already', 'already', 'installed']);
  });

  it('is told when Shopify does not take the session token', async () => {
    given(null);
    server.will(json({ error: 'invalid_subject_token' }, 400));
    await expect(tokens.ensureInstalled(SHOP, 'a.b.c')).rejects.toBeInstanceOf(TokenRejected);
    expect(await store.load(SHOP)).toBeNull();
  });
});

describe('a token that is about to end', () => {
  it('is renewed, and both halves are stored together', async () => {
    given({ accessTokenExpiresAt: at(4) });
    server.will(granted('second'));
    expect(await tokens.accessToken(SHOP)).toBe('shpat_second');
    expect(await store.load(SHOP)).toMatchObject({
      accessToken: 'shpat_second',
      refreshToken: 'shprt_second',
      accessTokenExpiresAt: at(60),
    });
  });

  it('is renewed once, however many calls wait for it', async () => {
    given({ accessTokenExpiresAt: at(-1) });
    server.will(granted('second'));
    const all = await Promise.all(Array.from({ length: 6 }, () => tokens.accessToken(SHOP)));
    expect(new Set(all)).toEqual(new Set(['shpat_second']));
  });

  it('stays in use for its last minutes while the token endpoint is down', async () => {
    given({ accessTokenExpiresAt: at(4) });
    server.will(page(503));
    expect(await tokens.accessToken(SHOP)).toBe('shpat_first');
  });

  it.each([
    ['an error page', page(500)],
    ['a page where JSON should be', page(200)],
    ['an answer without a token', json({ scope: 'write_orders' })],
    ['a cut connection', cut],
    ['http 429', json({}, 429)],
  ])('is kept, and the call put off, for %s', async (_what, reaction) => {
    given({ accessTokenExpiresAt: at(-1) });
    server.will(reaction);
    await expect(tokens.accessToken(SHOP)).rejects.toMatchObject({ outcome: 'unavailable' });
    expect((await store.load(SHOP))?.refreshToken).toBe('shprt_first');
  });

  it('is taken for an hour where the answer forgets to say how long it lives', async () => {
    given({ accessTokenExpiresAt: at(-1) });
    server.will(granted('second', { expires_in: undefined }));
    await tokens.accessToken(SHOP);
    expect(await store.load(SHOP)).toMatchObject({ accessTokenExpiresAt: at(60), refreshToken: 'shprt_second' });
  });

  it('keeps a rotated refresh token whose answer lacks its life, and the old one where none came', async () => {
    given({ accessTokenExpiresAt: at(-1) });
    server.will(granted('second', { refresh_token_expires_in: undefined }));
    await tokens.accessToken(SHOP);
    expect(await store.load(SHOP)).toMatchObject({ refreshToken: 'shprt_second', refreshTokenExpiresAt: null });

    given({ accessTokenExpiresAt: at(-1) });
    server.will(granted('third', { refresh_token: undefined, refresh_token_expires_in: undefined, scope: undefined }));
    await tokens.accessToken(SHOP);
    expect(await store.load(SHOP)).toMatchObject({
      refreshToken: 'shprt_first',
      refreshTokenExpiresAt: at(100_000),
      scopes: 'write_orders',
    });
  });
});

describe('a shop that has to open the app first', () => {
  it.each([
    ['is not installed', null],
    ['has a token that is over for good', { accessTokenExpiresAt: at(-10), refreshTokenExpiresAt: at(-1) }],
  ])('%s: nothing is sent, and it is looked at again later', async (_what, stored) => {
    given(stored);
    await expect(tokens.accessToken(SHOP)).rejects.toMatchObject({
      outcome: 'unavailable',
      message: expect.stringContaining('open the app'),
      retryAfterMs: expect.any(Number),
    });
    expect(server.seen).toEqual([]);
  });

  it('has a refresh token that Shopify no longer takes: it is forgotten, and the next opening of the app gets a new one', async () => {
    given({ accessTokenExpiresAt: at(-1) });
    server.will(json({ error: 'invalid_grant' }, 400));
    await expect(tokens.accessToken(SHOP)).rejects.toMatchObject({
      outcome: 'unavailable',
      message: expect.stringContaining('open the app'),
    });
    expect(await store.load(SHOP)).toBeNull();
    server.will(granted('new'));
    expect(await tokens.ensureInstalled(SHOP, 'a.b.c')).toBe('installed');
  });

  it('but keeps its tokens while our own client secret is wrong', async () => {
    given({ accessTokenExpiresAt: at(-1) });
    server.will(json({ error: 'invalid_client' }, 400));
    await expect(tokens.accessToken(SHOP)).rejects.toMatchObject({
      outcome: 'unavailable',
      message: expect.stringContaining('client id'),
    });
    expect(await store.load(SHOP)).not.toBeNull();
  });
});
