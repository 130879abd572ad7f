import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PATTERNS } from '../../../web/admin/router/match.ts';
import { type AdminPageOptions, adminPage } from '../../../web/edge/admin/page.ts';

const INDEX =
  '<!doctype html><html><head><!--app-bridge--><script type="module" src="/assets/index-abc.js"></script></head>';
const SCRIPT = `console.log(${JSON.stringify('x'.repeat(3000))});`;

let dist: string;
let server: Server;
let url: string;
const opened: { shop: string; token: string }[] = [];
const logged: string[] = [];

const serve = async (more: Partial<AdminPageOptions> = {}): Promise<void> => {
  const app = express();
  app.use((_req, res, next) => {
    // As helmet does for everything before it.
    res.set('X-Frame-Options', 'SAMEORIGIN').set('Content-Security-Policy', "frame-ancestors 'self'");
    next();
  });
  app.use(
    adminPage({
      apiKey: 'key"<&',
      appBridgeUrl: 'https://cdn.shopify.com/shopifycloud/app-bridge.js',
      distDir: dist,
      onOpen: async (shop, token) => {
        opened.push({ shop, token });
      },
      log: (code) => logged.push(code),
      ...more,
    }),
  );
  server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'makegood-page-'));
  await mkdir(join(dist, 'assets'));
  await writeFile(join(dist, 'index.html'), INDEX);
  await writeFile(join(dist, 'assets/index-abc.js'), SCRIPT);
  await writeFile(join(dist, 'assets/index-abc.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(dist, 'assets/tiny-abc.js'), '1;');
  opened.length = 0;
  logged.length = 0;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(dist, { recursive: true });
});

const ancestors = (response: Response): string =>
  /frame-ancestors ([^;]*)/.exec(response.headers.get('Content-Security-Policy') ?? '')?.[1] ?? 'none given';

describe('the document', () => {
  // Every address that the app's own router knows: one that only it knows is lost when the page is loaded again.
  it.each(Object.values(PATTERNS).map((path) => path.replace(':id', '0193')))(
    '%s may be framed by this shop and Shopify admin alone',
    async (path) => {
      await serve();
      const response = await fetch(`${url}${path}?shop=demo.myshopify.com`);
      expect(response.status).toBe(200);
      expect(ancestors(response)).toBe('https://demo.myshopify.com https://admin.shopify.com');
      expect(response.headers.get('X-Frame-Options')).toBeNull();
      expect(response.headers.get('Cache-Control')).toBe('no-store');
    },
  );

  it('names each shop in its own answer', async () => {
    await serve();
    const both = await Promise.all(['one', 'two'].map((name) => fetch(`${url}/?shop=${name}.myshopify.com`)));
    expect(both.map(ancestors)).toEqual([
      'https://one.myshopify.com https://admin.shopify.com',
      'https://two.myshopify.com https://admin.shopify.com',
    ]);
  });

  it('may be framed by the sandbox where it is told so', async () => {
    await serve({ frameAncestorsExtra: ['http://127.0.0.1:3001/'] });
    const response = await fetch(`${url}/?shop=demo.myshopify.com`);
    expect(ancestors(response)).toBe('https://demo.myshopify.com https://admin.shopify.com http://127.0.0.1:3001');
  });

  it('has the key and then App Bridge before every other script', async () => {
    await serve();
    const html = await (await fetch(`${url}/?shop=demo.myshopify.com`)).text();
    const [meta, bridge, app] = [
      '<meta name="shopify-api-key"',
      '<script src="https://cdn.shopify.com',
      '<script type="module"',
    ].map((part) => html.indexOf(part));
    expect(meta).toBeGreaterThan(0);
    expect(bridge).toBeGreaterThan(meta ?? 0);
    expect(html.indexOf('<script')).toBe(bridge);
    expect(app).toBeGreaterThan(bridge ?? 0);
    expect(html).toContain('content="key&#34;&#60;&#38;"');
    expect(html).not.toMatch(/app-bridge\.js"[^>]*(async|defer)/);
  });

  it.each([
    ['', 200],
    ['?shop=', 400],
    ['?shop=demo.myshopify.com.evil.example', 400],
    ['?shop=evil.example%20demo.myshopify.com', 400],
    ['?shop=*.myshopify.com', 400],
    ['?shop=demo.myshopify.com%0d%0aX-Evil:%201', 400],
    ['?shop=a.myshopify.com&shop=b.myshopify.com', 400],
  ])('%s is told the way in, without scripts, and may not be framed', async (query, status) => {
    await serve();
    const response = await fetch(`${url}/${query}`);
    const html = await response.text();
    expect(response.status).toBe(status);
    expect(ancestors(response)).toBe("'none'");
    expect(response.headers.get('X-Evil')).toBeNull();
    expect(html).toContain('Makegood');
    expect(html).not.toContain('<script');
    expect(opened).toEqual([]);
  });

  it('names the files of its own page, which then come along with the first ones', async () => {
    const pages = [
      { path: '/cases', files: ['assets/cases-abc.js', 'assets/table-abc.js'] },
      { path: '/cases/:id', files: ['assets/case-abc.js'] },
    ];
    await writeFile(join(dist, 'preloads.json'), JSON.stringify(pages));
    await serve();
    const named = async (path: string) =>
      [
        ...(await (await fetch(`${url}${path}?shop=demo.myshopify.com`)).text()).matchAll(
          /modulepreload"[^>]*href="([^"]*)"/g,
        ),
      ].map(([, href]) => href);
    expect(await named('/cases')).toEqual(['/assets/cases-abc.js', '/assets/table-abc.js']);
    expect(await named('/cases/0193')).toEqual(['/assets/case-abc.js']);
    expect(await named('/')).toEqual([]);
  });

  it('is the new one after a new build', async () => {
    await serve();
    await fetch(`${url}/?shop=demo.myshopify.com`);
    await writeFile(join(dist, 'index.html'), INDEX.replace('index-abc', 'index-def'));
    await utimes(join(dist, 'index.html'), new Date(), new Date(Date.now() + 5000));
    expect(await (await fetch(`${url}/?shop=demo.myshopify.com`)).text()).toContain('index-def');
  });

  it('says what to do where nothing is built', async () => {
    await rm(join(dist, 'index.html'));
    await serve();
    const response = await fetch(`${url}/?shop=demo.myshopify.com`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });

  it('shows an old link inside the frame, where the app says what to do', async () => {
    await serve();
    const response = await fetch(`${url}/returns/12/old?shop=demo.myshopify.com`);
    expect(response.status).toBe(404);
    expect(ancestors(response)).toBe('https://demo.myshopify.com https://admin.shopify.com');
    expect(await response.text()).toBe(await (await fetch(`${url}/cases?shop=demo.myshopify.com`)).text());
    expect(await (await fetch(`${url}/returns/12/old`)).text()).toContain('Cannot GET');
  });

  it('leaves other addresses to others', async () => {
    await serve();
    expect((await fetch(`${url}/webhooks?shop=demo.myshopify.com`)).status).toBe(404);
    expect((await fetch(`${url}/cases/1/notes?shop=demo.myshopify.com`)).status).toBe(404);
  });
});

describe('opening', () => {
  it('passes the token on once, with its shop', async () => {
    await serve();
    await fetch(`${url}/cases?shop=demo.myshopify.com&id_token=a.b.c`);
    expect(opened).toEqual([{ shop: 'demo.myshopify.com', token: 'a.b.c' }]);
  });

  it.each([
    [Object.assign(new Error('token a.b.c is not valid'), { code: 'session/invalid' }), 'session/invalid'],
    [new TypeError('a.b.c'), 'TypeError'],
    ['a.b.c', 'unknown'],
  ])('shows the page all the same when it fails, and logs a code without the token', async (failure, code) => {
    await serve({
      onOpen: async () => {
        throw failure;
      },
    });
    const response = await fetch(`${url}/?shop=demo.myshopify.com&id_token=a.b.c`);
    expect(response.status).toBe(200);
    expect(logged).toEqual([code]);
  });
});

describe('assets', () => {
  const get = (path: string, encoding = 'identity'): Promise<Response> =>
    fetch(`${url}/assets/${path}`, { headers: { 'Accept-Encoding': encoding } });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', null],
    ['identity', null],
  ])('for %s come as %s, to be kept for ever', async (accepted, encoding) => {
    await serve();
    const response = await get('index-abc.js', accepted);
    expect(response.headers.get('Content-Encoding')).toBe(encoding);
    expect(response.headers.get('Content-Type')).toMatch(/^text\/javascript/);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('Vary')).toContain('Accept-Encoding');
    expect(await response.text()).toBe(SCRIPT);
  });

  it('come plain where no compressed twin was worth it', async () => {
    await serve();
    expect(await (await get('tiny-abc.js', 'br')).text()).toBe('1;');
  });

  it.each(['gone-abc.js', '../index.html', '%2e%2e/index.html', '..%2f..%2fetc%2fpasswd'])(
    '%s is not there, and nobody keeps that',
    async (path) => {
      await serve();
      const response = await get(path, 'br');
      expect(response.status).not.toBe(200);
      expect(response.headers.get('Cache-Control')).toBeNull();
      expect(await response.text()).not.toContain('app-bridge');
    },
  );
});
