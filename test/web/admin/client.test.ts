import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { read, readBlob } from '../../../web/admin/api/client.ts';

/** A server that takes no token but the second: the first ran out on its way. */
const sent: (string | null)[] = [];
const answer = (_path: string, init: RequestInit): Response => {
  const authorization = new Headers(init.headers).get('Authorization');
  sent.push(authorization);
  return authorization === 'Bearer token-1'
    ? new Response(null, { status: 401, headers: { 'X-Shopify-Retry-Invalid-Session-Request': '1' } })
    : Response.json({ kept: true });
};

beforeEach(() => {
  sent.length = 0;
  let minted = 0;
  vi.stubGlobal('window', { shopify: { idToken: async () => `token-${++minted}` } });
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => answer(path, init));
});
afterEach(() => vi.unstubAllGlobals());

it.each([
  ['JSON', () => read('/audit')],
  ['a file', async () => JSON.parse(await (await readBlob('/audit/export')).text()) as unknown],
])('asks for %s once more, with a fresh token, where the first ran out on its way', async (_what, load) => {
  expect(await load()).toEqual({ kept: true });
  expect(sent).toEqual(['Bearer token-1', 'Bearer token-2']);
});
