import path from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildAdmin } from '../../web/admin/build.ts';
import { launchBrowser } from '../support/browser.ts';
import { uuid } from '../web/admin/support/records.ts';
import { type ServedApp, serveApp } from '../web/admin/support/serve-app.ts';

/** Two people at one thing, and a server that is slow or whose answers get lost. */

const OWNER = '1';
const PHOTO = path.resolve(import.meta.dirname, '../sandbox/pages/public/photos/headphones-broken-hinge.png');

let browser: Browser;
let app: ServedApp;
let page: Page;

beforeAll(async () => {
  await buildAdmin({ ifStale: true });
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  app = await serveApp();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(15_000);
});
afterEach(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.close();
  await app.close();
});

const open = async (path: string, heading: string, staff = '101'): Promise<void> => {
  await page.goto(app.address(path, staff));
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
};
/** The first case's parcel is here, and nothing of it is tested. */
const arrived = (): void => {
  const detail = app.world.shop.details.find(({ case: { id } }) => id === uuid(1));
  Object.assign(detail?.case ?? {}, { state: 'received' });
  for (const unit of detail?.units ?? []) Object.assign(unit, { result: null, goods: 'arrived' });
};
/** The page reads again, as it does every few seconds. */
const readAgain = (): Promise<unknown> => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
const versionOf = (route: Route): string | undefined => route.request().headers()['if-match'];
const stale = (route: Route): Promise<void> =>
  route.fulfill({
    status: 412,
    json: { type: 'about:blank', status: 412, code: 'stale', title: 'It has changed since you looked', detail: 'look' },
  });
const told = () => page.getByText('It has changed since you looked');

describe('what somebody else has changed while a form was open', () => {
  it('is said once, and then the step is taken on what the page shows', async () => {
    await open(`/cases/${uuid(1)}`, 'Case 1');
    await page.getByRole('button', { name: 'Hand over' }).click();
    const form = page.locator('form', { has: page.getByRole('heading', { name: 'Hand over' }) });
    await form.getByRole('combobox').selectOption({ index: 1 });
    // The colleague's change comes before the page has read again.
    const [detail] = app.world.shop.details.filter(({ case: { id } }) => id === uuid(1));
    Object.assign(detail?.case ?? {}, { version: (detail?.case.version ?? 0) + 1 });
    await form.getByRole('button', { name: 'Hand over' }).click();
    await told().waitFor();
    expect(app.world.handled).toEqual([]);
    await form.getByRole('button', { name: 'Hand over' }).click();
    await form.waitFor({ state: 'detached' });
    expect(app.world.handled).toMatchObject([{ command: { kind: 'case.assign' } }]);
  });

  it('is not overwritten by what was seen on a parcel', async () => {
    let version = 1;
    await page.route('**/api/desk/parcels/*', async (route) => {
      const answer = await route.fetch();
      const body = await answer.json();
      await route.fulfill({ json: { ...body, parcel: { ...body.parcel, version } } });
    });
    const sent: (string | undefined)[] = [];
    await page.route('**/api/desk/parcels/*/steps', (route) => {
      sent.push(versionOf(route));
      return stale(route);
    });
    await open(`/desk?parcel=${uuid(7701)}`, 'Parcel desk');
    await page.getByRole('button', { name: 'Say more about it' }).click();
    version = 2;
    const read = page.waitForResponse((response) => response.url().endsWith(`/desk/parcels/${uuid(7701)}`));
    await readAgain();
    await read;
    for (const versions of [['"1"'], ['"1"', '"2"']]) {
      await page.getByRole('button', { name: 'Keep what was seen' }).click();
      await told().waitFor();
      await expect.poll(() => sent).toEqual(versions);
    }
  });

  it('is not overwritten by a list of parts', async () => {
    let version = 1;
    await page.route('**/checklist', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...(await answer.json()), version } });
    });
    const sent: (string | undefined)[] = [];
    await page.route('**/api/desk/checklists', (route) => {
      sent.push(versionOf(route));
      return stale(route);
    });
    await open(`/desk?case=${uuid(1)}`, 'Parcel desk');
    await page.getByRole('button', { name: 'Edit the list' }).first().click();
    version = 2;
    const read = page.waitForResponse((response) => response.url().endsWith('/checklist'));
    await readAgain();
    await read;
    for (const versions of [['"1"'], ['"1"', '"2"']]) {
      await page.getByRole('button', { name: 'Save the list' }).click();
      await told().waitFor();
      await expect.poll(() => sent).toEqual(versions);
    }
  });
});

describe('settings that somebody else has saved meanwhile', () => {
  /** The page's answers once a colleague has written: another version, and another value beside the one that is typed. */
  const written = async (at: string, theirs: Readonly<Record<string, unknown>>) => {
    const sent: Readonly<{ version: string | undefined; body: unknown }>[] = [];
    let version: number | null = null;
    await page.route(`**/api${at}`, async (route) => {
      if (route.request().method() === 'PUT') {
        sent.push({ version: versionOf(route), body: route.request().postDataJSON() });
        return sent.length === 1 ? stale(route) : route.continue();
      }
      const body = await (await route.fetch()).json();
      await route.fulfill({ json: version === null ? body : { ...body, ...theirs, version } });
    });
    return {
      sent,
      /** Seen by the page only after its own write was refused. */
      theyWrite: (number: number) => {
        version = number;
      },
    };
  };

  it('keep what was typed, show the rest as it is now, and are saved on top of it', async () => {
    const { sent, theyWrite } = await written('/settings', { contactEmail: 'theirs@example.com' });
    await open('/settings', 'Settings', OWNER);
    await page.getByLabel('Return address').fill('Mine 1\nTown');
    theyWrite(77);
    await page.getByRole('button', { name: 'Save' }).click();
    await told().waitFor();
    expect(await page.getByLabel('Return address').inputValue()).toBe('Mine 1\nTown');
    await expect.poll(() => page.getByLabel('Customers answer to').inputValue()).toBe('theirs@example.com');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => sent.length).toBe(2);
    expect(sent[1]).toEqual({ version: '"77"', body: { returnAddress: ['Mine 1', 'Town'] } });
    expect(sent[0]?.version).not.toBe('"77"');
  });

  it('of mails as well', async () => {
    const { sent, theyWrite } = await written('/mails', { replyTo: 'theirs@example.com' });
    await open('/mails', 'Mails to customers', OWNER);
    await page.getByLabel(/^Colou?r/).fill('#123456');
    theyWrite(78);
    await page.getByRole('button', { name: 'Save' }).click();
    await told().waitFor();
    await expect.poll(() => page.getByLabel(/^Answers go to/).inputValue()).toBe('theirs@example.com');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => sent.length).toBe(2);
    expect(sent[1]).toMatchObject({ version: '"78"', body: { accent: '#123456', replyTo: 'theirs@example.com' } });
  });
});

it('a chosen case that has left the list is not counted, and the note for it stays', async () => {
  let left = false;
  await page.route('**/api/cases?*', async (route) => {
    const body = await (await route.fetch()).json();
    await route.fulfill({ json: { ...body, cases: left ? body.cases.slice(1) : body.cases } });
  });
  await open('/cases', 'Cases');
  await page.locator('tbody tr').first().getByRole('checkbox').check();
  await page.getByText('1 case chosen').waitFor();
  await page.getByLabel('Write something down').fill('called the carrier');
  left = true;
  await readAgain();
  await page.getByText('0 cases chosen').waitFor();
  expect(await page.getByLabel('Write something down').inputValue()).toBe('called the carrier');
  expect(await page.getByRole('button', { name: 'Add note' }).isDisabled()).toBe(true);
  await page.locator('tbody tr').first().getByRole('checkbox').check();
  await page.getByText('1 case chosen').waitFor();
  await page.getByText('1 selected').waitFor();
});

describe('at the desk', () => {
  it('what was scanned last is shown, whatever is answered when, and no letter is lost', async () => {
    const waiting = new Map<string, () => Promise<void>>();
    await page.route('**/api/desk/scan*', (route) => {
      const scan = new URL(route.request().url()).searchParams.get('scan') ?? '';
      const caseId = scan === 'FIRST' ? uuid(1) : uuid(2);
      waiting.set(scan, () => route.fulfill({ json: { found: 'case', caseId } }));
    });
    const answer = async (scan: string): Promise<void> => {
      while (!waiting.has(scan)) await page.waitForTimeout(20);
      await waiting.get(scan)?.();
    };
    await open('/desk', 'Parcel desk');
    for (const scan of ['FIRST', 'SECOND']) {
      await page.keyboard.type(scan);
      await page.keyboard.press('Enter');
    }
    await page.getByText('Looking up SECOND').waitFor();
    await answer('FIRST');
    await page.keyboard.type('THI');
    await answer('SECOND');
    await page.waitForURL((url) => url.searchParams.get('case') === uuid(2));
    await page.keyboard.type('RD');
    expect(await page.getByLabel('Scan or type an RMA, tracking or order number').inputValue()).toBe('THIRD');
  });

  it('what is scanned while a parcel is tested finds its way, and records no verdict', async () => {
    arrived();
    await open(`/desk?case=${uuid(1)}`, 'Parcel desk');
    await page.getByRole('heading', { name: 'Wireless headphones, unit 1' }).click();
    await page.keyboard.type('RMA-NEXT');
    expect(await page.getByLabel('Scan or type an RMA, tracking or order number').inputValue()).toBe('RMA-NEXT');
    const note = page.getByLabel('Note').first();
    await note.fill('RMA-NEXT');
    await note.press('Enter');
    await readAgain();
    await page.waitForResponse((response) => response.url().endsWith(`/cases/${uuid(1)}`));
    expect(app.world.handled).toEqual([]);
  });

  it('says that the list of parts, and with it the units, can’t be read', async () => {
    await page.route('**/checklist', (route) => route.abort());
    await open(`/desk?case=${uuid(1)}`, 'Parcel desk');
    await page.getByText('No connection to Makegood').waitFor();
    await page.unroute('**/checklist');
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.getByRole('button', { name: 'Edit the list' }).first().waitFor();
  });

  it('a parcel whose answer was lost is not kept apart twice', async () => {
    const keys: (string | undefined)[] = [];
    await page.route('**/api/desk/parcels', (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      keys.push(route.request().headers()['idempotency-key']);
      return keys.length < 3 ? route.abort() : route.fallback();
    });
    await open('/desk', 'Parcel desk');
    await page.getByRole('button', { name: 'The parcel has no number' }).click();
    const save = page.getByRole('button', { name: 'Keep it apart' });
    const lost = page.getByText('No connection to Makegood');
    for (let time = 0; time < 2; time += 1) {
      await save.click();
      await lost.waitFor();
    }
    // Other words are another description.
    await page.getByLabel('Sender’s name').fill('R. Sample');
    await save.click();
    await save.waitFor({ state: 'detached' });
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});

describe('while the server is slow', () => {
  /** Holds back what is asked at an address until it is let go. */
  const held = async (address: string, method = 'POST'): Promise<() => void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await page.route(address, async (route) => {
      if (route.request().method() === method) await promise;
      await route.fallback();
    });
    return resolve;
  };

  it('the words typed while a photo is on its way stay', async () => {
    arrived();
    const letGo = await held('**/api/photos');
    await open(`/cases/${uuid(1)}`, 'Case 1', '1');
    await page.getByRole('button', { name: 'Test result' }).click();
    const form = page.locator('form', { has: page.getByRole('heading', { name: 'Test result' }) });
    await form.locator('input[type=file]').setInputFiles(PHOTO);
    await form.getByText('Sending').waitFor();
    await form.getByLabel('Note').fill('the hinge is loose');
    letGo();
    await form.getByRole('button', { name: 'Remove' }).waitFor();
    expect(await form.getByLabel('Note').inputValue()).toBe('the hinge is loose');
  });

  it('the next note is begun while one is saved', async () => {
    const letGo = await held('**/api/cases/*/notes');
    await open(`/cases/${uuid(1)}`, 'Case 1');
    const note = page.getByLabel('Write something down');
    await note.fill('called the customer');
    await page.getByRole('button', { name: 'Add note' }).click();
    await note.fill('and the carrier');
    letGo();
    await page.getByRole('listitem').getByText('called the customer').waitFor();
    expect(await note.inputValue()).toBe('and the carrier');
  });

  it.each([
    ['/settings', 'Settings', 'Customers get mails from', 'Kept <kept@example.com>', 'Save settings'],
    ['/mails', 'Mails to customers', 'Answers go to', 'kept@example.com', 'Save the mails'],
  ])('%s takes nothing while it is saved, which would be gone then', async (path, heading, label, value, save) => {
    const letGo = await held(`**/api${path}`, 'PUT');
    await open(path, heading, OWNER);
    await page.getByLabel(label).fill(value);
    const button = page.getByRole('region', { name: 'Unsaved changes' }).getByRole('button', { name: save });
    await button.click();
    await page.getByLabel(label).press('End');
    await page.getByLabel(label).pressSequentially('x');
    expect(await page.getByLabel(label).inputValue()).toBe(value);
    letGo();
    await button.waitFor({ state: 'detached' });
  });

  it('the policy’s answer to another question is not shown under this one', async () => {
    const letGo = await held('**/api/orders/*/preview');
    await open('/orders/5000001001', '#1001');
    await page.getByLabel('What happens').selectOption('return');
    await page.getByLabel('Photos').selectOption('0');
    const ask = page.getByRole('button', { name: 'Ask the policy' });
    await ask.click();
    await page.getByLabel('Photos').selectOption('1');
    const answered = page.waitForResponse('**/api/orders/*/preview');
    letGo();
    await (await answered).finished();
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    expect(await page.getByRole('button', { name: 'Open this case' }).count()).toBe(0);
    await ask.click();
    await page.getByRole('button', { name: 'Open this case' }).waitFor();
    expect(app.world.previews).toMatchObject([{ ask: { photos: 0 } }, { ask: { photos: 1 } }]);
  });
});
