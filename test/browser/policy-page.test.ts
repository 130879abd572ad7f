import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildAdmin } from '../../web/admin/build.ts';
import { launchBrowser } from '../support/browser.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { SHOP } from '../web/admin/support/records.ts';
import { ask } from '../web/admin/support/serve.ts';
import { type ServedApp, serveApp } from '../web/admin/support/serve-app.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const [OWNER, APPROVER] = ['1', '201'];
const VALID_DAYS = 'How long an RMA is valid, counted from the day after its issue';
const SECOND = 'Refunds above this amount need two different approvers';
const WINDOW = 'Days after delivery within which a change of mind is accepted';

let browser: Browser;
let app: ServedApp;
let page: Page;
let errors: string[];

beforeAll(async () => {
  await buildAdmin({ ifStale: true });
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  app = await serveApp();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(15_000);
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
});
afterEach(async () => {
  await page.close();
  await app.close();
  expect(errors).toEqual([]);
});

const open = async (path: string, heading: string, staff = OWNER): Promise<void> => {
  await page.goto(app.address(path, staff));
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
};

type Violation = { id: string; help: string; nodes: { html: string }[] };
const violations = async (): Promise<string[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`);
};

const saveDraft = async (settings: object, match: string | null = null): Promise<void> => {
  const answer = await ask(app.url, '/api/policy/draft', {
    method: 'PUT',
    as: OWNER,
    body: { settings },
    headers: match === null ? { 'If-None-Match': '*' } : { 'If-Match': match },
  });
  expect(answer.status).toBeLessThan(300);
};
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const bar = () => page.getByRole('region', { name: 'Unsaved changes' });

it('the text for the store is there in each language that customers are written to in', async () => {
  await open('/policy/text', 'Text for your store');
  await page.getByText('Your RMA is valid for 30 days').waitFor();
  await page.getByLabel('Language').selectOption('German');
  await page.getByText('Ihre Rücksendenummer gilt 30 Tage').waitFor();
  await page.getByRole('heading', { level: 2, name: 'Mangelhafte Produkte' }).waitFor();
  expect(page.url()).toContain('language=de');
  expect(await violations()).toEqual([]);
});

describe.each([
  ['a desk', 1280],
  ['a phone', 375],
])('on %s', (_name, width) => {
  it.each([
    ['in general', '/policy', 'Policy', OWNER],
    ['a part of it', '/policy?section=Defective+products', 'Policy', OWNER],
    ['out of stock', '/policy?section=Products+out+of+stock', 'Policy', OWNER],
    ['the RMA procedure', '/policy?section=RMA+Procedure', 'Policy', OWNER],
    ['pictures and carriage', '/policy?section=Policy', 'Policy', OWNER],
    ['approvals', '/policy?section=approvals', 'Policy', OWNER],
    ['a country', '/policy?market=DE', 'Policy', OWNER],
    ['a collection', '/policy?section=Defective+products&collection=77', 'Policy', OWNER],
    ['as somebody who may only look', '/policy', 'Policy', APPROVER],
    ['its versions', '/policy/versions', 'Policy versions', OWNER],
    ['its text', '/policy/text', 'Text for your store', OWNER],
    ['set-up', '/policy/set-up', 'Set-up', OWNER],
    ['the end of set-up', '/policy/set-up?step=5', 'Set-up', OWNER],
  ])('%s is accessible, stays in its width and does not jump', async (_page, path, heading, staff) => {
    await saveDraft({ 'changeOfMind.windowDays': 14, markets: { DE: { legalOverlay: 'apply' } } });
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await open(path, heading, staff);
    expect(await violations()).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    const shifted = await page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0),
    );
    expect(shifted).toBeLessThanOrEqual(0.1);
  });
});

describe('a merchant changes the policy', () => {
  it('sees what customers read while typing, tries it on past orders, and publishes it', async () => {
    await open('/policy?section=Defective+products', 'Policy');
    await page.getByLabel(VALID_DAYS).fill('14');
    await page.getByText('Your RMA is valid for 14 days, counted from the day after we issued it.').waitFor();
    await bar().getByRole('button', { name: 'Save draft' }).click();
    await page.getByRole('heading', { name: '1 change against version 1' }).waitFor();
    await page.getByText(`${VALID_DAYS}: 30 days → 14 days`).waitFor();
    expect(await bar().count()).toBe(0);
    // The field keeps what was typed.
    expect(await page.getByLabel(VALID_DAYS).inputValue()).toBe('14');

    await press('Try it on past orders');
    await page.getByText(/Looking at \d+ of \d+ orders and cases/).waitFor();
    await page.getByRole('heading', { name: 'By question' }).waitFor();
    await page.getByRole('row', { name: /Return: Defective/ }).waitFor();
    expect(await violations()).toEqual([]);
    // Nothing stands on both sides of an arrow.
    await page.getByText('as before, with another date or clause').first().waitFor();
    const example = page.getByRole('link', { name: /^#\d+$/ }).first();
    expect(await example.getAttribute('href')).toMatch(/^\/orders\/\d+$/);

    await press('Publish…');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Orders placed before keep the version of their day').waitFor();
    expect(await violations()).toEqual([]);
    // Closed, it leaves the keyboard where it was.
    await page.keyboard.press('Escape');
    await page.locator('button:focus', { hasText: 'Publish…' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Version 2 is in force since').waitFor();
    expect(await page.evaluate(() => (window as unknown as { toasts: string[] }).toasts)).toContain('Policy published');
    await page.goto(app.address('/policy/versions', OWNER));
    await page.getByText('Published by Olive Owner,').waitFor();
    await page.getByText(`${VALID_DAYS}: 30 days → 14 days`).waitFor();
    expect(app.world.policy.versions.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('takes back a version that is not in force yet, once it is sure', async () => {
    const headers = { 'If-Match': '"1"' };
    await saveDraft({ 'rma.validDays': 14 });
    const effectiveOn = '2026-12-20';
    await ask(app.url, '/api/policy/publish', { method: 'POST', as: OWNER, body: { effectiveOn }, headers });
    await open('/policy/versions', 'Policy versions', APPROVER);
    await page.getByText('Scheduled').waitFor();
    expect(await page.getByRole('button', { name: 'Withdraw version 2' }).count()).toBe(0);
    await open('/policy/versions', 'Policy versions');
    await press('Withdraw version 2');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It will never be in force').waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('button:focus', { hasText: 'Withdraw…' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('Withdrawn before it was in force,').waitFor();
    await page.getByText('Changes against version 1').waitFor();
    expect(app.world.policy.versions[1]?.withdrawnAt).not.toBeUndefined();
  });

  it('is told of a newer draft instead of writing over it', async () => {
    await saveDraft({ 'rma.validDays': 20 });
    await open('/policy?section=Defective+products', 'Policy');
    await page.getByLabel(VALID_DAYS).fill('14');
    await saveDraft({ 'rma.validDays': 25 }, '"1"');
    await bar().getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('It has changed since you looked').waitFor();
    await page.getByText(/Olive Owner saved the draft since you looked/).waitFor();
    expect(await violations()).toEqual([]);
    // What was typed is still there, until the newer one is asked for.
    expect(await page.getByLabel(VALID_DAYS).inputValue()).toBe('14');
    await press('Load the newer draft');
    await page.waitForFunction(() => [...document.querySelectorAll('input')].some((input) => input.value === '25'));
    await page.getByLabel(VALID_DAYS).fill('24');
    await bar().getByRole('button', { name: 'Save draft' }).click();
    await page.getByText(`${VALID_DAYS}: 30 days → 24 days`).waitFor();
  });

  it('discards what was typed, and asks before a page is left with it', async () => {
    await open('/policy?section=Defective+products', 'Policy');
    await page.getByLabel(VALID_DAYS).fill('14');
    page.once('dialog', (dialog) => void dialog.dismiss());
    await page.getByRole('link', { name: 'Versions' }).click();
    expect(new URL(page.url()).pathname).toBe('/policy');
    await bar().getByRole('button', { name: 'Discard' }).click();
    expect(await page.getByLabel(VALID_DAYS).inputValue()).toBe('30');
    await page.getByRole('link', { name: 'Versions' }).click();
    await page.getByRole('heading', { level: 1, name: 'Policy versions' }).waitFor();
  });

  it('does not save what is no value', async () => {
    await open('/policy?section=Defective+products', 'Policy');
    await page.getByLabel(VALID_DAYS).fill('999');
    await page.getByText('Write a number from 0 to 365.').waitFor();
    await bar().getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('Correct the fields that are marked, then save.').waitFor();
    expect(app.world.handled).toEqual([]);
  });

  it('reads an amount as it is written at home, and takes none that the currency does not have', async () => {
    await open('/policy?section=approvals', 'Policy');
    const second = page.getByLabel(SECOND);
    await second.fill('1.500');
    await page.getByText('Write an amount like 500.00.').waitFor();
    await second.fill('1500,5');
    await bar().getByRole('button', { name: 'Save draft' }).click();
    await page.getByRole('heading', { name: '1 change against version 1' }).waitFor();
    expect(app.world.handled.at(-1)?.command).toMatchObject({ settings: { 'approval.second': '1500.50' } });
  });

  it('sets a number where there was none, with the keyboard alone', async () => {
    await open('/policy', 'Policy');
    await page.getByLabel(WINDOW, { exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByLabel(`${WINDOW} (days)`).focus();
    await page.keyboard.type('14');
    await page.getByText('You have 14 days after delivery.').waitFor();
    await bar().getByRole('button', { name: 'Save draft' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(`${WINDOW}: Not set → 14 days`).waitFor();
  });

  it('lets a country differ, and shows the law that collides', async () => {
    await open('/policy?section=Defective+products&market=DE', 'Policy');
    await page
      .getByText('A defective product is put right free of charge, postage included', { exact: false })
      .waitFor();
    await page.getByLabel(`Differs in Germany: ${VALID_DAYS}`).check();
    await page.getByLabel(VALID_DAYS, { exact: true }).fill('60');
    await bar().getByRole('button', { name: 'Save draft' }).click();
    await page.getByText(`${VALID_DAYS}, in Germany: as everywhere → 60 days`).waitFor();
    await page.goto(app.address('/policy/text?of=draft', OWNER));
    await page.getByText('Germany: Your RMA is valid for 60 days').waitFor();
  });

  it('lets the products of a collection differ', async () => {
    await open('/policy?section=Defective+products', 'Policy');
    await press('Add a collection');
    const number = page.getByLabel('Number of the collection');
    await number.fill('summer');
    await press('Add a collection');
    await page.getByText('Enter the digits alone.').waitFor();
    expect(await violations()).toEqual([]);
    await number.fill('77');
    await press('Add a collection');
    await page.getByText('Choose the products first: without any, nothing differs.').waitFor();
    expect(new URL(page.url()).searchParams.get('collection')).toBe('77');
    await page.getByLabel('Wireless headphones', { exact: true }).check();
    await page.getByLabel(`Differs in collection 77: ${VALID_DAYS}`).check();
    await page.getByLabel(VALID_DAYS, { exact: true }).fill('45');
    expect(await violations()).toEqual([]);
    await bar().getByRole('button', { name: 'Save draft' }).click();
    await page.getByText(`${VALID_DAYS}, in collection 77: as everywhere → 45 days`).waitFor();
    await page.getByText('Collection 77: 1 product added, 0 removed', { exact: false }).waitFor();
    expect((await app.world.policy.read.policyDraft(SHOP))?.settings.collections).toEqual({
      77: { productIds: ['31'], settings: { 'rma.validDays': 45 } },
    });

    await press('Remove all of collection 77');
    await page.getByText('Products of collection 77').waitFor({ state: 'detached' });
    await bar().getByRole('button', { name: 'Save draft' }).click();
    await page.getByText(`in collection 77`).waitFor({ state: 'detached' });
  });

  it('is an owner; others see and change nothing', async () => {
    await saveDraft({ 'rma.validDays': 20 });
    await open('/policy?section=Defective+products', 'Policy', APPROVER);
    await page.getByText('Only owners of this shop change the policy.').waitFor();
    expect(await page.getByLabel(VALID_DAYS).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Publish…' }).count()).toBe(0);
  });
});

it('asks a new shop what its text leaves open, keeps the answers, and goes on where it was left', async () => {
  await open('/policy/set-up', 'Set-up');
  await page.getByLabel(WINDOW, { exact: true }).selectOption('number');
  await page.getByLabel(`${WINDOW} (days)`).fill('30');
  await press('Save and continue');
  await page.getByRole('heading', { name: 'Returns of defective products' }).waitFor();
  // The browser's own way back leads to the questions before these, and forward again.
  await page.goBack();
  await page.getByLabel(`${WINDOW} (days)`).waitFor();
  await page.goForward();
  await page.getByRole('heading', { name: 'Returns of defective products' }).waitFor();
  await page.goto(app.address('/policy/set-up?step=2', OWNER));
  await page.getByLabel('What happens when original parts are missing from a return').selectOption('refuse');
  await press('Save and continue');
  await press('Save and continue');
  await press('Save and review');
  await page.getByText('Your answers are a draft.', { exact: false }).waitFor();
  await page.getByRole('link', { name: 'Review and publish' }).click();
  await page.getByRole('heading', { name: '2 changes against version 1' }).waitFor();
});

describe('in Shopify admin', () => {
  let stage: TestStage;
  beforeAll(async () => {
    stage = await testStage();
  }, 60_000);
  afterAll(() => stage?.stop());

  it('has the admin’s own bar for what is not saved, and its menu', async () => {
    await page.goto(`${stage.sandboxUrl}/shopify/admin/apps/makegood/policy?section=Defective+products`);
    const frame = page.frameLocator('iframe');
    // What can't be saved stays unsaved, and so does the bar.
    await frame.getByLabel(VALID_DAYS).fill('-1');
    await page.locator('#save-bar').getByRole('button', { name: 'Save' }).click();
    await frame.getByText('Write a number from 0 to 365.').waitFor();
    await frame.getByLabel(VALID_DAYS).fill('14');
    await page.locator('#save-bar').getByRole('button', { name: 'Save' }).click();
    await frame.getByRole('heading', { name: '1 change against version 1' }).waitFor();
    await page.locator('#save-bar').waitFor({ state: 'hidden' });
    await frame.getByLabel(VALID_DAYS).fill('20');
    await page.locator('#save-bar').getByRole('button', { name: 'Discard' }).click();
    await page.locator('#save-bar').waitFor({ state: 'hidden' });
    expect(await frame.getByLabel(VALID_DAYS).inputValue()).toBe('14');
    await frame.getByRole('button', { name: 'Publish…' }).click();
    await frame.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await frame.getByText('Version 2 is in force since').waitFor();
  });
});

it('does not save over an amount that is typed and not added', async () => {
  await open('/policy', 'Policy');
  await page.getByLabel('Country (“*”: all others)').fill('DE');
  await page.getByLabel('Amount', { exact: true }).fill('4.90');
  await bar().getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Not in the list yet: add it, or empty both fields.').waitFor();
  expect(app.world.handled).toEqual([]);
  await press('Add');
  await page.getByText('DE: 4.90').waitFor();
  await bar().getByRole('button', { name: 'Save draft' }).click();
  await bar().waitFor({ state: 'detached' });
  await page.getByText('1 change', { exact: false }).first().waitFor();
});
