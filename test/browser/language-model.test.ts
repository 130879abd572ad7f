import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildAdmin } from '../../web/admin/build.ts';
import { launchBrowser } from '../support/browser.ts';
import { type ServedApp, serveApp } from '../web/admin/support/serve-app.ts';

/** The card of the optional language model on the settings page. */
const OWNER = '1';
const APPROVER = '201';

let browser: Browser;
let app: ServedApp;
let page: Page;
beforeAll(async () => {
  await buildAdmin({ ifStale: true });
  browser = await launchBrowser();
  app = await serveApp();
  page = await browser.newPage({ viewport: { width: 375, height: 900 } });
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

it('is set by an owner, whose key is not shown again, and is shown to nobody else', async () => {
  await page.goto(app.address('/settings', OWNER));
  await page.getByRole('heading', { name: 'Language model' }).waitFor();
  await page.getByRole('button', { name: 'Set up a model' }).click();
  await page.getByLabel('Address', { exact: true }).fill('https://api.example.com/v1');
  await page.getByLabel('Model', { exact: true }).fill('small');
  await page.getByLabel('Key', { exact: true }).fill('sk-very-secret');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: /Remove it/ }).waitFor();
  await expect.poll(() => page.getByLabel('Key', { exact: true }).inputValue()).toBe('');
  expect(await page.content()).not.toContain('sk-very-secret');
  await page.getByText(/given up the ghost/).waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  if (process.env.PICTURE !== undefined) await page.screenshot({ path: process.env.PICTURE, fullPage: true });
  await page.getByRole('button', { name: /Remove it/ }).click();
  await page.getByText('None is set').waitFor();

  await page.goto(app.address('/settings', APPROVER));
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  expect(await page.getByRole('heading', { name: 'Language model' }).count()).toBe(0);
});
