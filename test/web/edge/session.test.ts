import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getJwt } from '@shopify/shopify-api/test-helpers';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSessionDecoder } from '../../../web/adapters/shopify/library.ts';
import { requireSession } from '../../../web/edge/session.ts';

const APP = {
  apiKey: 'test-key',
  apiSecret: 'test-secret',
  previousApiSecret: 'secret-before',
  appUrl: 'https://makegood.example.com',
};
const SHOP = 'demo.myshopify.com';

let server: Server;
let url: string;
let logged: string;

beforeAll(async () => {
  const note = (...entry: unknown[]) => {
    logged += JSON.stringify(entry);
  };
  const log = { debug: note, warn: note, error: note } as never;
  const app = express();
  app.use('/api', requireSession({ decodeSessionToken: createSessionDecoder(APP, log), log }));
  app.get(
    '/api/me',
    (_req, res) => void res.json({ shop: res.locals.session.shop, staffId: res.locals.session.staffId }),
  );
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/me`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  logged = '';
});

const token = async (more: object = {}, secret = APP.apiSecret): Promise<string> =>
  (
    await getJwt(SHOP, APP.apiKey, secret, {
      iss: `https://${SHOP}/admin`,
      dest: `https://${SHOP}`,
      sub: '101',
      ...more,
    })
  ).token;

const ask = (authorization?: string) => fetch(url, authorization === undefined ? {} : { headers: { authorization } });
const past = () => Math.floor(Date.now() / 1000) - 120;

it('lets a signed token in and says whom it speaks for', async () => {
  const response = await ask(`Bearer ${await token()}`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ shop: SHOP, staffId: '101' });
});

it('takes one under the secret from before a rotation', async () => {
  expect((await ask(`Bearer ${await token({}, APP.previousApiSecret)}`)).status).toBe(200);
});

describe('anything else is 401, and the page is told to try with a fresh token', () => {
  it.each<[string, () => Promise<string | undefined>]>([
    ['no token', async () => undefined],
    ['another kind of authorization', async () => 'Basic YTpi'],
    ['no token at all', async () => 'Bearer '],
    ['a text that is no token', async () => 'Bearer abc'],
    ['a token of another secret', async () => `Bearer ${await token({}, 'another')}`],
    ['a token for another app', async () => `Bearer ${await token({ aud: 'another-key' })}`],
    ['a token that is over', async () => `Bearer ${await token({ exp: past(), nbf: past() - 60, iat: past() - 60 })}`],
    [
      'a token that is not valid yet',
      async () => `Bearer ${await token({ nbf: Math.floor(Date.now() / 1000) + 600 })}`,
    ],
    [
      'a token for something that is no shop',
      async () => `Bearer ${await token({ dest: 'https://evil.example.com', iss: 'https://evil.example.com/admin' })}`,
    ],
    [
      'a token issued by another shop than it is for',
      async () => `Bearer ${await token({ iss: 'https://other.myshopify.com/admin' })}`,
    ],
    ['a token without a person', async () => `Bearer ${await token({ sub: '' })}`],
    [
      'a token that is not signed at all',
      async () => {
        const [, payload] = (await token()).split('.');
        return `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
      },
    ],
  ])('%s', async (_what, make) => {
    const authorization = await make();
    const response = await ask(authorization);
    expect(response.status).toBe(401);
    expect(response.headers.get('x-shopify-retry-invalid-session-request')).toBe('1');
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ status: 401, code: 'unauthorized' });
    const given = authorization?.split(' ')[1];
    if (given) expect(body + logged).not.toContain(given);
  });
});
