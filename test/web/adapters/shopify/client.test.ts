import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CallFailed } from '../../../../policy/app/ports.ts';
import { type Call, createClient } from '../../../../web/adapters/shopify/client.ts';
import { createLibrary } from '../../../../web/adapters/shopify/library.ts';
import { CANCEL_ORDER } from '../../../../web/adapters/shopify/operations/cancel-order.ts';
import { READ_SHOP } from '../../../../web/adapters/shopify/operations/read-shop.ts';
import { createTokens } from '../../../../web/adapters/shopify/tokens.ts';
import { createFetch } from '../../../../web/adapters/shopify/wire.ts';
import { memoryTokenStore, someTokens } from './memory-token-store.ts';
import {
  cost,
  cut,
  cutInTheMiddle,
  json,
  page,
  type Reaction,
  silence,
  stubbornServer,
  throttled,
} from './stubborn-server.ts';

const SHOP = 'demo.myshopify.com';
const APP = { apiKey: 'key', apiSecret: 'secret', appUrl: 'https://makegood.example.com' };
const SHOP_ANSWER = {
  shop: {
    name: 'Demo',
    ianaTimezone: 'America/New_York',
    currencyCode: 'USD',
    contactEmail: 'help@demo.example',
    shopAddress: { countryCodeV2: 'US' },
  },
};
const CANCEL = { orderId: 'gid://shopify/Order/1', reason: 'CUSTOMER', restock: true, refund: true } as const;

let server: Awaited<ReturnType<typeof stubbornServer>>;
let logged: string;
let call: Call;

const clientAt = (address: string): Call => {
  const note = (...entry: unknown[]) => {
    logged += JSON.stringify(entry);
  };
  const log = { debug: note, info: note, warn: note, error: note } as never;
  const fetch = createFetch({ address, timeoutMs: 400 });
  const tokens = createTokens({ ...APP, store: memoryTokenStore({ [SHOP]: someTokens() }), fetch, now: Date.now, log });
  return createClient({ shopify: createLibrary(APP, log), tokens, fetch, log })('interactive');
};

beforeEach(async () => {
  server = await stubbornServer();
  logged = '';
  call = clientAt(server.address);
});
afterEach(async () => {
  expect(server.left()).toBe(0);
  expect(logged).not.toMatch(/shpat_|shprt_/);
  await server.stop();
});

const read = () => call(SHOP, READ_SHOP, {}).catch((error: unknown) => error);
const mutate = () => call(SHOP, CANCEL_ORDER, CANCEL).catch((error: unknown) => error);

describe('a call that is answered', () => {
  it('goes to the shop with its token, once, in the version the types are from', async () => {
    server.will(json({ data: SHOP_ANSWER, extensions: cost(2) }));
    expect(await read()).toEqual(SHOP_ANSWER);
    expect(server.seen).toHaveLength(1);
    expect(server.seen[0]).toMatchObject({ path: '/shopify/admin/api/2026-10/graphql.json', shop: SHOP });
    expect(server.seen[0]?.headers['x-shopify-access-token']).toBe('shpat_first');
    expect(server.seen[0]?.body.query).toContain('query ReadShop');
  });

  it('comes back when Shopify throttled it: nothing had been done', async () => {
    server.will(throttled, json({ data: SHOP_ANSWER, extensions: cost(10) }));
    expect(await read()).toEqual(SHOP_ANSWER);
    expect(server.seen).toHaveLength(2);
  });

  it('is asked again with a new token when the old one was revoked', async () => {
    server.will(
      json({ errors: '[API] Invalid API key or access token' }, 401),
      json({
        access_token: 'shpat_second',
        scope: 'write_orders',
        expires_in: 3600,
        refresh_token: 'shprt_second',
        refresh_token_expires_in: 7_776_000,
      }),
      json({ data: SHOP_ANSWER, extensions: cost(2) }),
    );
    expect(await read()).toEqual(SHOP_ANSWER);
    expect(server.seen[1]).toMatchObject({
      path: '/shopify/admin/oauth/access_token',
      body: { grant_type: 'refresh_token', refresh_token: 'shprt_first' },
    });
    expect(server.seen[2]?.headers['x-shopify-access-token']).toBe('shpat_second');
  });
});

/** What happens on the wire, what it is for a mutation, and what for a read. */
const MISHAPS: [string, Reaction, CallFailed['outcome'], CallFailed['outcome']][] = [
  ['the connection is cut before an answer', cut, 'unknown', 'unavailable'],
  ['the answer is cut in the middle', cutInTheMiddle, 'unknown', 'unavailable'],
  ['there is no answer in time', silence, 'unknown', 'unavailable'],
  ['http 500 as a page', page(500), 'unknown', 'unavailable'],
  ['http 502 as a page', page(502), 'unknown', 'unavailable'],
  ['http 503 as JSON', json({ errors: 'Service Unavailable' }, 503), 'unknown', 'unavailable'],
  ['a page instead of a result', page(200), 'unknown', 'unavailable'],
  ['an answer without data', json({}), 'unknown', 'unavailable'],
  [
    'an internal error of Shopify',
    json({
      errors: [
        {
          message: 'Internal error. Looks like something went wrong on our end.',
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    }),
    'unknown',
    'unavailable',
  ],
  [
    'the same key is still at work',
    json({ errors: [{ message: 'busy', extensions: { code: 'IDEMPOTENCY_CONCURRENT_REQUEST' } }] }),
    'unknown',
    'unavailable',
  ],
  ['http 429', json({ errors: 'Exceeded 40 calls' }, 429, { 'retry-after': '2.0' }), 'unavailable', 'unavailable'],
  ['http 430', json({ errors: 'rejected' }, 430), 'unavailable', 'unavailable'],
  ['a frozen shop', json({ errors: 'Unavailable Shop' }, 402), 'unavailable', 'unavailable'],
  ['a locked shop', json({ errors: 'Locked' }, 423), 'unavailable', 'unavailable'],
  ['http 400', json({ errors: 'bad' }, 400), 'refused', 'refused'],
  ['http 403', json({ errors: 'forbidden' }, 403), 'refused', 'refused'],
  ['no such shop', page(404), 'refused', 'refused'],
  [
    'a scope that is missing',
    json({
      errors: [{ message: 'Access denied for orderCancel field.', extensions: { code: 'ACCESS_DENIED' } }],
      data: null,
    }),
    'refused',
    'refused',
  ],
  [
    'a document Shopify does not take',
    json({ errors: [{ message: "Field 'x' doesn't exist", extensions: { code: 'undefinedField' } }] }),
    'refused',
    'refused',
  ],
  [
    'a missing key',
    json({ errors: [{ message: 'The @idempotent directive is required', extensions: { code: 'BAD_REQUEST' } }] }),
    'refused',
    'refused',
  ],
];

describe('a mutation that fails is sent once and says what is known', () => {
  it.each(MISHAPS)('%s', async (_what, reaction, outcome) => {
    server.will(reaction);
    const failure = await mutate();
    expect(failure).toBeInstanceOf(CallFailed);
    expect(failure).toMatchObject({ outcome, message: expect.stringContaining('CancelOrder') });
    expect(server.seen).toHaveLength(1);
  });
});

describe('a read that fails changed nothing', () => {
  it.each(MISHAPS)('%s', async (_what, reaction, _mutation, outcome) => {
    server.will(reaction);
    const failure = await read();
    expect(failure).toBeInstanceOf(CallFailed);
    expect(failure).toMatchObject({ outcome });
    expect(server.seen).toHaveLength(1);
  });
});

it('certainly did nothing where nobody listens', async () => {
  const gone = await stubbornServer();
  await gone.stop();
  call = clientAt(gone.address);
  expect(await mutate()).toMatchObject({ outcome: 'unavailable' });
});

it('names the time Shopify names', async () => {
  server.will(json({ errors: 'slow down' }, 429, { 'retry-after': '2.0' }));
  expect(await read()).toMatchObject({ outcome: 'unavailable', retryAfterMs: 2000 });
});

it('waits after a 429 before it asks that shop again', async () => {
  server.will(json({ errors: 'slow down' }, 429, { 'retry-after': '0.3' }), json({ data: SHOP_ANSWER }));
  await read();
  const asked = performance.now();
  expect(await read()).toEqual(SHOP_ANSWER);
  expect(performance.now() - asked).toBeGreaterThanOrEqual(250);
});

it('gives up on a shop that keeps throttling, and says that nothing was done', async () => {
  server.will(
    ...Array<Reaction>(5).fill(
      json({ errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }], extensions: cost(1, 1900) }),
    ),
  );
  expect(await mutate()).toMatchObject({ outcome: 'unavailable', retryAfterMs: expect.any(Number) });
});

it('does not go round in circles with a token that is refused twice', async () => {
  server.will(
    json({ errors: 'invalid' }, 401),
    json({ access_token: 'shpat_second', expires_in: 3600, refresh_token: 'shprt_second' }),
    json({ errors: 'invalid' }, 401),
  );
  expect(await mutate()).toMatchObject({ outcome: 'unavailable', message: expect.stringContaining('open the app') });
});
