import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { readSessionToken } from './auth/session-token.ts';
import { SECRETS, type TriedRoom, tryRoom } from './try-room.ts';

/** A small embedded app, guarded as a real one: it takes the first token for stale, and lets only the sandbox frame it. */
const smallApp = () => {
  const app = express();
  const tokens: string[] = [];
  let sandbox = '';
  app.post('/webhooks', (_request, response) => {
    response.sendStatus(200);
  });
  app.get('/api/me', (request, response) => {
    tokens.push(request.get('authorization') ?? '');
    if (tokens.length === 1) response.set('X-Shopify-Retry-Invalid-Session-Request', '1').sendStatus(401);
    else response.json({ ok: true });
  });
  app.get('/app.js', (_request, response) => {
    response.type('js').send(`
      const heading = document.querySelector('h1');
      document.addEventListener('shopify:navigate', (event) => {
        event.preventDefault();
        history.pushState(null, '', event.target.getAttribute('href'));
        heading.textContent = 'at ' + location.pathname;
      });
      document.querySelector('form').addEventListener('submit', (event) => {
        event.preventDefault();
        shopify.toast.show('Saved ' + document.querySelector('input').value);
      });
      fetch('/api/me').then((response) => { heading.textContent = 'me ' + response.status; });`);
  });
  app.get('/{*path}', (_request, response) => {
    response
      .set('content-security-policy', `frame-ancestors ${sandbox}; script-src 'self' ${sandbox}`)
      .send(`<!doctype html><html><head><meta name="shopify-api-key" content="${SECRETS.apiKey}">
        <script src="${sandbox}/shopify/app-bridge.js"></script><title>Small app</title></head><body>
        <s-app-nav><s-link href="/cases">Cases</s-link><s-link href="/approvals">Approvals</s-link></s-app-nav>
        <h1>…</h1><form data-save-bar><input aria-label="Name"></form><script src="/app.js"></script></body></html>`);
  });
  return {
    app,
    tokens,
    allow: (origin: string) => {
      sandbox = origin;
    },
  };
};

let server: Server;
let appUrl: string;
let small: ReturnType<typeof smallApp>;
let tried: TriedRoom;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  small = smallApp();
  server = createServer(small.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  tried = await tryRoom({ makegoodUrl: appUrl, seed: 'demo' });
  small.allow(new URL(tried.url).origin);
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await tried?.stop();
  server?.closeAllConnections();
  server?.close();
});
beforeEach(async () => {
  page = await browser.newPage();
  return () => page.close();
});

describe('the frame of the app', () => {
  it('gives tokens to its fetches, draws its menu, follows its address, saves and toasts', async () => {
    await page.goto(`${tried.url}/admin?staff=201`);
    const app = page.frameLocator('iframe');
    await app.locator('h1', { hasText: 'me 200' }).waitFor();
    const claims = small.tokens.map((token) => readSessionToken(SECRETS, token.replace('Bearer ', '')));
    expect(claims).toHaveLength(2);
    expect(claims[1]).toMatchObject({
      iss: 'https://demo.myshopify.com/admin',
      dest: 'https://demo.myshopify.com',
      sub: '201',
    });

    await page.locator('#app-menu a', { hasText: 'Approvals' }).click();
    await app.locator('h1', { hasText: 'at /approvals' }).waitFor();
    await page.waitForURL('**/shopify/admin/apps/makegood/approvals');

    await app.getByLabel('Name').fill('policy');
    await page.locator('#save-bar button.primary').click();
    await page.locator('.toast', { hasText: 'Saved policy' }).waitFor();
    expect(await page.locator('#save-bar').isVisible()).toBe(false);
  });

  it('opens deep links, and takes in a page that was opened outside of it', async () => {
    await page.goto(`${appUrl}/cases/7?shop=demo.myshopify.com`);
    await page.waitForURL('**/shopify/admin/apps/makegood/cases/7**');
    const app = page.frameLocator('iframe');
    await app.locator('h1', { hasText: 'me 200' }).waitFor();
    expect(page.frames()[1]?.url()).toContain('/cases/7?shop=demo.myshopify.com');
  });
});

describe('the pages of orders', () => {
  it('show an order and do to it what a person can', async () => {
    await page.goto(`${tried.url}/admin/orders`);
    await page.locator('a', { hasText: '#1004' }).click();
    await page.getByLabel('Tracking number').fill('1ZTEST');
    await page.getByRole('button', { name: 'Ship it' }).click();
    await page.getByText('1ZTEST').waitFor();
    await page.getByRole('button', { name: 'Request a return' }).click();
    await page.getByText('#1004-R1').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cannot cancel an order that has returns').waitFor();
  });

  it('place an order from a preset', async () => {
    await page.goto(`${tried.url}/admin/orders`);
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.locator('h1', { hasText: '#1013' }).waitFor();
    expect((await tried.get('/orders/1013')).body).toMatchObject({ total_price: '96.40', email: 'robin@example.com' });
  });

  it('escape what customers wrote', async () => {
    const { body } = await tried.post('/orders', {
      note: '<script>document.title = "taken"</script>',
      line_items: [{ title: '<img src=x onerror="document.title=1">', price: '1.00' }],
    });
    await page.goto(`${tried.url}/admin/orders/${body.id}`);
    expect(await page.title()).toContain(body.name);
    await page.getByText('<img src=x').first().waitFor();
  });
});
