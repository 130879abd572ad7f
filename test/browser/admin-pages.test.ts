import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildAdmin } from '../../web/admin/build.ts';
import { launchBrowser } from '../support/browser.ts';
import { addRareCases, RARE_CASES, rareCase } from '../web/admin/support/rare-cases.ts';
import { SHOP, uuid } from '../web/admin/support/records.ts';
import { type ServedApp, serveApp } from '../web/admin/support/serve-app.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CASE = `/cases/${uuid(1)}`;

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
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: false });
  page.setDefaultTimeout(15_000);
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
});
afterEach(async () => {
  await page.close();
  await app.close();
  expect(errors).toEqual([]);
});

/** Opens an address and waits until its data is drawn. */
const open = async (path: string, heading: string, staff = '201'): Promise<void> => {
  await page.goto(app.address(path, staff));
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
};

type Violation = { id: string; help: string; nodes: { html: string }[] };
const violations = async (): Promise<string[]> => {
  // The page's own rules forbid foreign scripts, so axe comes through the debugger and not as a script tag.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`);
};

/** What can be pressed or typed into and lies beyond the right edge, where nothing scrolls to it: a card cuts it off. */
const cutOff = (): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (box: Element): boolean =>
      /auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth;
    const isReached = (element: Element): boolean => {
      for (let box = element.parentElement; box !== null; box = box.parentElement) if (scrolls(box)) return true;
      return element.getBoundingClientRect().right <= document.documentElement.clientWidth + 1;
    };
    return [...document.querySelectorAll('button, a, input, select, textarea')]
      .filter((element) => element.getBoundingClientRect().width > 1 && !isReached(element))
      .map((element) => element.outerHTML.slice(0, 200));
  });

const PAGES = [
  ['home', '/', 'Makegood'],
  ['cases', '/cases?view=all', 'Cases'],
  ['a search without result', '/cases?text=nothing-like-this', 'Cases'],
  ['a case', CASE, 'Case 1'],
  ['a case of another shop', `/cases/${uuid(404)}`, 'Cases'],
  ['orders', '/orders', 'Orders'],
  ['an order', '/orders/5000001090', '#1090'],
  ['approvals', '/approvals', 'Approvals'],
  ['parked work', '/parked', 'Parked work'],
  ['the parcel desk', '/desk', 'Parcel desk'],
  ['a return at the desk', `/desk?case=${uuid(1)}`, 'Parcel desk'],
  ['a parcel kept apart', `/desk?parcel=${uuid(7701)}`, 'Parcel desk'],
  ['the audit log', '/audit', 'Audit log'],
  ['people', '/people', 'People and roles'],
  ['settings', '/settings', 'Settings'],
  ['set-up', '/set-up', 'Set up Makegood'],
  ['mails', '/mails', 'Mails to customers'],
  ['personal data', '/data', 'Customer data'],
] as const;

describe.each([
  ['a desk', 1280],
  ['a phone', 375],
])('on %s', (_name, width) => {
  it.each([
    ...PAGES,
    ...RARE_CASES.map((name) => {
      const { path, number } = rareCase(name);
      return [`a case (${name})`, path, `Case ${number}`] as const;
    }),
  ])('%s is accessible, stays in its width and does not jump', async (_page, path, heading) => {
    addRareCases(app.world.shop);
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await open(path, heading);
    expect(await violations()).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(await cutOff()).toEqual([]);
    const shifted = await page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0),
    );
    expect(shifted).toBeLessThanOrEqual(0.1);
  });
});

/** Names that run out of their card, where nothing scrolls to the rest of them. */
const namesCutOff = (name: string): Promise<string[]> =>
  page.evaluate((wanted) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const card = node.parentElement?.closest('.Polaris-ShadowBevel');
      if (!node.textContent?.includes(wanted) || !card || node.parentElement?.closest('.mg-scroll')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if (range.getBoundingClientRect().right > card.getBoundingClientRect().right)
        found.push(node.parentElement?.outerHTML.slice(0, 200) ?? '');
    }
    return found;
  }, name);

it.each([1280, 375])('breaks a product’s name of one long word, %i px wide', async (width) => {
  const name = 'Noiseless'.repeat(18);
  for (const order of [...app.world.shop.orders, ...app.world.shop.details.map((detail) => detail.order)])
    for (const line of order.lines) Object.assign(line, { title: name });
  await page.setViewportSize({ width, height: 800 });
  await open('/orders/5000001090', '#1090');
  const lines = page.getByRole('table');
  expect(await lines.evaluate((table) => table.scrollWidth)).toBeLessThanOrEqual(Math.max(width, 500));
  expect(await namesCutOff(name)).toEqual([]);
  await open(CASE, 'Case 1');
  await page.getByRole('button', { name: 'Show 1 earlier decision' }).click();
  expect(await namesCutOff(name)).toEqual([]);
  await open(`/desk?case=${uuid(1)}`, 'Parcel desk');
  expect(await namesCutOff(name)).toEqual([]);
});

it('sends at most 250 KB of script for the first page, built for production', async () => {
  const scripts: string[] = [];
  const said: string[] = [];
  // React's development build says on the console what it is.
  page.on('console', (message) => said.push(message.text()));
  page.on('response', (response) => {
    if (response.url().includes('/assets/') && response.url().endsWith('.js')) scripts.push(response.url());
  });
  await open('/', 'Makegood');
  const sizes = await Promise.all(scripts.map(async (url) => gzipSync(await (await fetch(url)).bytes()).length));
  expect(said.join()).not.toContain('React DevTools');
  expect(scripts.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
});

describe('a case', () => {
  it('shows its decisions with clauses in the customer’s words, its money line by line, and its history', async () => {
    await open(CASE, 'Case 1');
    const text = await page.locator('main').innerText();
    for (const part of [
      'An approver decides on the refund',
      'One unit was damaged by handling: it is not taken back',
      'Damage caused by handling is not accepted as a defect.',
      'Damaged by handling: hinge was forced open',
      'UPS 1Z999AA10123456784',
      'December 20, 2026 (America/New_York)',
      'The mail server refused the connection',
      'RMA-4F7K2QZ is here, number is on the box',
      'Facts 3f1ac04b',
    ]) {
      expect(text).toContain(part);
    }
    await page.getByRole('button', { name: 'Show 1 earlier decision' }).click();
    await page.getByText('What a return would give back').waitFor();
  });

  it('is approved with a button, on what was seen', async () => {
    await open(CASE, 'Case 1');
    await page.getByRole('button', { name: 'Approve $43.20' }).click();
    await page.getByRole('button', { name: 'Approve $43.20' }).waitFor({ state: 'detached' });
    expect(app.world.handled.map(({ command }) => command.kind)).toEqual(['refund.approve']);
    expect(await page.evaluate(() => (window as unknown as { toasts: string[] }).toasts)).toEqual(['Refund approved']);
  });

  it('is declined only with a reason', async () => {
    await open(CASE, 'Case 1');
    for (const _ of ['to the form', 'without a reason'])
      await page.getByRole('button', { name: 'Decline refund' }).click();
    await page.getByText('Say why, so that the agent can tell the customer.').waitFor();
    expect(app.world.handled).toEqual([]);
    await page.getByLabel('Why not?').fill('serial number is not ours');
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Decline refund' }).click();
    await page.getByRole('button', { name: 'Decline refund' }).waitFor({ state: 'detached' });
    expect(app.world.handled[0]?.command).toMatchObject({
      kind: 'refund.decline',
      because: 'serial number is not ours',
    });
  });

  it('names what each button declines where the refund of a part waits and the rest is refused', async () => {
    addRareCases(app.world.shop);
    await open(rareCase('partRefused').path, 'Case 41');
    const names = await page.locator('main').getByRole('button').allInnerTexts();
    expect(names.filter((name) => name.startsWith('Decline'))).toEqual(['Decline refund', 'Decline the return']);
    expect(await violations()).toEqual([]);
  });

  it('asks for a replacement before its goods as what it is: nothing is refunded', async () => {
    addRareCases(app.world.shop);
    await open(rareCase('shipFirstAsked').path, 'Case 42');
    const main = page.locator('main');
    await main.getByRole('heading', { name: 'A replacement worth $86.40 waits for approval' }).waitFor();
    await main.getByText('It goes out before the goods are back: a birthday on Friday.').waitFor();
    expect(await main.getByText('Replacement proposed').count()).toBe(2);
    expect(await main.innerText()).not.toMatch(/\$0\.00|refund proposed/i);
    await main.getByRole('button', { name: 'Do not send it first' }).click();
    expect(await violations()).toEqual([]);
    await main.getByRole('button', { name: 'Keep waiting' }).click();
    await main.getByRole('button', { name: 'Send it', exact: true }).click();
    await main.getByRole('button', { name: 'Send it', exact: true }).waitFor({ state: 'detached' });
    expect(app.world.handled.map(({ command }) => command.kind)).toEqual(['refund.approve']);
    const toasts = await page.evaluate(() => (window as unknown as { toasts: string[] }).toasts);
    expect(toasts).toEqual(['The replacement goes out']);
  });

  it('says of a replacement that went first what is out and at stake', async () => {
    addRareCases(app.world.shop);
    await open(rareCase('shippedFirst').path, 'Case 43');
    const text = await page.locator('main').innerText();
    for (const part of ['Replacement first, worth $86.40', 'Sent', 'At stake until the goods are back.', 'Replaced'])
      expect(text).toContain(part);
    expect(text).not.toMatch(/\$0\.00|\bPaid\b|Refunded/);
  });

  it.each([
    ['previewDiffers', ['Goods|$80.00|$80.00', 'Tax|$6.40|$6.40', 'Restocking fee|-$8.64|-$8.00']],
    ['sumsDiffer', ['Goods|$80.00|$80.00', 'Tax|$6.40|$6.40', 'Shipping|$0.00|$0.00', 'Deductions|-$8.64|-$8.00']],
  ] as const)('shows Shopify’s sum beside the policy’s where they differ (%s)', async (name, rows) => {
    addRareCases(app.world.shop);
    await open(rareCase(name).path, `Case ${rareCase(name).number}`);
    const table = page.getByRole('table', { name: 'The two sums differ, so nothing is paid' });
    const cells = await table
      .locator('tr')
      .evaluateAll((trs) =>
        trs.map((tr) => [...tr.children].map((cell) => (cell as HTMLElement).innerText.trim()).join('|')),
      );
    expect(cells).toEqual(['|Policy|Shopify', ...rows, 'Total|$77.76|$78.40']);
  });

  it('says why somebody may not decide', async () => {
    await open(CASE, 'Case 1', '101');
    await page.getByText('Deciding on refunds takes an approver or an owner.').waitFor();
    expect(await page.getByRole('button', { name: 'Approve $43.20' }).count()).toBe(0);
  });

  it('says what to do when it has changed meanwhile', async () => {
    await open(CASE, 'Case 1');
    const because = 'somebody else approved it a moment ago: look again';
    app.world.answerNext({ status: 'refused', code: 'stale', because, clauses: [], caseId: uuid(1) });
    await page.getByRole('button', { name: 'Approve $43.20' }).click();
    await page.getByText('It has changed since you looked').waitFor();
    await page.getByText('Somebody else approved it a moment ago: look again.').waitFor();
    expect(await violations()).toEqual([]);
  });

  it('takes a note and shows it in its history', async () => {
    await open(CASE, 'Case 1');
    await page.getByLabel('Write something down').fill('called the customer back');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.getByRole('listitem').getByText('called the customer back').waitFor();
    expect(await page.getByLabel('Write something down').inputValue()).toBe('');
  });

  it('has what stopped tried again', async () => {
    await open(CASE, 'Case 1');
    await page.getByRole('button', { name: 'Try again: Mail to the customer: parcel received' }).click();
    await page.getByText('Queued').first().waitFor();
    expect(app.world.handled.map(({ command }) => command)).toEqual([{ kind: 'effect.retry', effectId: uuid(3003) }]);
  });

  it('shows within seconds what happens elsewhere', async () => {
    await open(CASE, 'Case 1');
    await app.world.handle(
      { id: 'from-slack', shop: SHOP, actor: { kind: 'staff', staffId: '201' } },
      { kind: 'case.note', caseId: uuid(1), text: 'written in Slack' },
    );
    await page.getByText('written in Slack').waitFor({ timeout: 10_000 });
  });
});

describe('lists', () => {
  it('lead to a case and back, as the address says', async () => {
    await open('/cases', 'Cases');
    await page.getByRole('link', { name: 'Case 1', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Case 1' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(CASE);
    await page.getByRole('link', { name: 'Cases' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Case 1' }).waitFor();
  });

  it('filter, search and page, and an address brings the same list', async () => {
    await open('/cases', 'Cases');
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBe(3);
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 25);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 6);
    await page.getByRole('button', { name: 'Previous' }).click();
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 25);
    await page.getByLabel('Kind').selectOption('backorder');
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    expect(new URL(page.url()).search).toContain('kind=backorder');
    await page.goto(app.address('/cases?view=all&text=RMA-4F7K2QZ'));
    await page.getByRole('link', { name: 'Case 1', exact: true }).waitFor();
    expect(await rows.count()).toBe(1);
  });

  it('are kept under a name, found again by it, and given up', async () => {
    await open('/cases?view=all&kind=return', 'Cases');
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('All returns');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Remove this view' }).waitFor();
    await open('/cases', 'Cases');
    await page.getByLabel('Saved view').selectOption('All returns');
    await page.waitForFunction(() => location.search.includes('kind=return'));
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Remove this view' }).click();
    await page.getByLabel('Saved view').waitFor({ state: 'detached' });
  });

  it('take the same note for several cases at once', async () => {
    await open('/cases', 'Cases');
    for (const row of [0, 1]) await page.locator('tbody tr').nth(row).getByRole('checkbox').check();
    await page.getByText('2 cases chosen').waitFor();
    // Some rows are ticked: the box for all of them is neither ticked nor empty, to everybody.
    expect(await violations()).toEqual([]);
    await page.locator('tbody tr').nth(2).getByRole('checkbox').check();
    await page.getByText('3 cases chosen').waitFor();
    await page.getByLabel('Write something down').fill('asked the carrier');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.waitForFunction(() => (window as unknown as { toasts: string[] }).toasts.includes('Done for 3 cases'));
    const noted = app.world.handled.map(({ command }) => command);
    expect(noted).toMatchObject([1, 2, 3].map(() => ({ kind: 'case.note', text: 'asked the carrier' })));
    expect(await violations()).toEqual([]);
  });

  it('follow Shopify admin’s own navigation', async () => {
    await open('/', 'Makegood');
    const reached = page.getByRole('heading', { level: 1, name: 'Parked work' });
    await page.evaluate(() => {
      const link = document.querySelector('s-app-nav [href="/parked"]');
      link?.dispatchEvent(new Event('shopify:navigate', { bubbles: true, cancelable: true }));
    });
    await reached.waitFor();
    expect(await page.title()).toBe('Parked work');
  });
});

describe('an order', () => {
  it('is reached from Shopify’s own order page', async () => {
    await open('/orders?id=5000001001', '#1001');
    expect(new URL(page.url()).pathname).toBe('/orders/5000001001');
  });

  it('says what would happen, with the clauses, and records nothing', async () => {
    await open('/orders/5000001001', '#1001');
    await page.getByLabel('What happens').selectOption('return');
    await page.getByLabel('Photos').selectOption('0');
    await page.getByRole('button', { name: 'Ask the policy' }).click();
    await page.getByText('Still needed: photos').waitFor();
    await page.getByText('We need pictures of what you received.').waitFor();
    expect(await violations()).toEqual([]);
    expect(app.world.previews).toMatchObject([
      { orderId: '5000001001', ask: { kind: 'return', reason: 'defective', photos: 0 } },
    ]);
    expect(app.world.handled).toEqual([]);
    // Another question has no answer yet.
    await page.getByLabel('Photos', { exact: true }).selectOption('1');
    expect(await page.getByText('Still needed: photos').count()).toBe(0);
  });
});

describe('when something is wrong', () => {
  it.each([
    ['a note', CASE, 'Case 1', 'Write something down'],
    ['a setting', '/settings', 'Settings', 'Customers get mails from'],
  ])('keeps %s that somebody types while the server is away and back', async (_what, path, heading, field) => {
    await open(path, heading, '1');
    await page.getByLabel(field).fill('half a sent');
    let away = true;
    await page.route('**/api/**', (route) => (away ? route.abort() : route.fallback()));
    const again = (): Promise<unknown> => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await again();
    await page.getByText('No connection to Makegood').waitFor();
    expect(await page.getByLabel(field).inputValue()).toBe('half a sent');
    away = false;
    await again();
    await page.getByText('No connection to Makegood').waitFor({ state: 'detached' });
    expect(await page.getByLabel(field).inputValue()).toBe('half a sent');
  });

  it('keeps what was read, says so, and goes on by itself', async () => {
    await open('/', 'Makegood');
    await page.route('**/api/home', (route) => route.abort());
    await page.getByText('No connection to Makegood').waitFor({ timeout: 15_000 });
    await page.getByText('1 refund waits for approval').waitFor();
    await page.unroute('**/api/home');
    await page.getByText('No connection to Makegood').waitFor({ state: 'detached', timeout: 30_000 });
  });

  it('asks once more with a fresh token, and only once', async () => {
    let refused = 0;
    await page.route('**/api/home', (route) => {
      refused += 1;
      return refused === 1
        ? route.fulfill({ status: 401, headers: { 'X-Shopify-Retry-Invalid-Session-Request': '1' }, json: {} })
        : route.continue();
    });
    await open('/', 'Makegood');
    await page.getByText('1 refund waits for approval').waitFor();
    expect(refused).toBeGreaterThanOrEqual(2);
  });

  it('tells somebody without a role that they may only look', async () => {
    await open('/', 'Makegood', '401');
    await page.getByText('You have no role in Makegood yet').waitFor();
    expect(await violations()).toEqual([]);
  });

  it('says where the app lives when it is opened outside Shopify admin', async () => {
    await page.route('**/app-bridge.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(app.address('/'));
    await page.getByText('This page works inside Shopify admin').waitFor();
  });
});
