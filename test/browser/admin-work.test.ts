import path from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { returnWords } from '../support/return-words.ts';
import { refundedOf, type TestStage, testStage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** A day's work in Shopify admin alone, on the real Makegood: what Slack can do, these pages can. */

const PHOTO = path.resolve(import.meta.dirname, '../sandbox/pages/public/photos/headphones-broken-hinge.png');
const [OWNER, AGENT, LEAD] = ['1', '101', '201'];

let stage: TestStage;
let say: ReturnType<typeof returnWords>;
let browser: Browser;
const pages: Page[] = [];
beforeAll(async () => {
  [stage, browser] = await Promise.all([testStage(), launchBrowser()]);
  say = returnWords(stage);
}, 90_000);
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
});
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

/** Makegood inside Shopify admin, as a member of staff sees it. */
const admin = async (staff: string, address: string, more = ''): Promise<FrameLocator> => {
  const page = await browser.newPage({ viewport: { width: 1360, height: 1000 } });
  pages.push(page);
  page.setDefaultTimeout(25_000);
  const query = `${address.includes('?') ? '&' : '?'}staff=${staff}${more}`;
  await page.goto(`${stage.sandboxUrl}/shopify/admin/apps/makegood${address}${query}`);
  return page.frameLocator('iframe');
};

const caseOf = async (orderId: number): Promise<{ id: string; rma: string }> => {
  const { body } = await stage.admin<{ openCases: { id: string; rma: string | null }[] }>(
    OWNER,
    `/api/orders/${orderId}`,
  );
  const [found] = body.openCases;
  if (found?.rma == null) throw new Error('the order has no return with a number');
  return { id: found.id, rma: found.rma };
};

let made: Promise<{ case: number; rma: string }> | null = null;
/** A return that travels under a number of its own, beside a case of another customer about another product. */
const searched = () => {
  made ??= (async () => {
    await say.shippedOrder('#2010', 'somebody.else@example.com', { title: 'Kettle', sku: 'KT-1' });
    const other = await say.propose('RMA for #2010: 2 kettles, customer changed their mind');
    await say.press('U0AGENT', other.ts, 'proposal.confirm');
    const { id } = await say.issued('#2011', 'find.me@example.com');
    const { id: caseId, rma } = await caseOf(id);
    const { body } = await stage.admin<any>(OWNER, `/api/cases/${caseId}`);
    const tracked = await stage.admin(OWNER, `/api/cases/${caseId}/steps`, {
      method: 'POST',
      body: { kind: 'return.track', number: '1Z999FND0123456784' },
      headers: { 'if-match': `"${body.case.version}"` },
    });
    if (tracked.status !== 200) throw new Error(`the number was not taken: ${JSON.stringify(tracked.body)}`);
    return { case: body.case.number as number, rma };
  })();
  return made;
};

describe('the list of cases', () => {
  it.each([
    ['the customer’s address', 'find.me@example.com'],
    ['a word of the product', 'headph'],
    ['a part of the tracking number, as it is read out', '1Z 999 FND'],
    ['the RMA in small letters, without its dash', null],
  ])('finds a case by %s', async (_what, typed) => {
    const { case: found, rma } = await searched();
    const list = await admin(AGENT, '/cases?view=all');
    const search = list.getByLabel('Search by case, order, RMA or tracking number, customer or product');
    await search.fill('nothing that is here');
    await list.getByText('Try other words, or clear the filters.').waitFor();
    await search.fill(typed ?? rma.toLowerCase().replaceAll('-', ' '));
    await list.getByRole('link', { name: `Case ${found}`, exact: true }).waitFor();
    expect(await list.locator('tbody tr').count()).toBe(1);
  });
});

it('what failed for some of the chosen cases is done again for those alone, with the words that were typed', async () => {
  await searched();
  const list = await admin(AGENT, '/cases?view=all');
  await list.getByRole('link', { name: /^Case 1$/ }).waitFor();
  for (const row of [0, 1]) await list.locator('tbody tr').nth(row).getByRole('checkbox').check({ force: true });
  await list.getByText('2 cases chosen').waitFor();
  let sent = 0;
  // The second is done, and its answer is lost.
  await pages.at(-1)?.route('**/api/cases/*/steps', async (route) => {
    sent += 1;
    if (sent !== 2) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await list.getByLabel('Write something down').fill('called the carrier');
  await list.getByRole('button', { name: 'Add note' }).click();
  await list.getByText('1 case chosen').waitFor();
  await list.getByText('Check your connection', { exact: false }).waitFor();
  await list.getByRole('button', { name: 'Add note' }).click();
  await until(
    'the field is empty',
    async () => (await list.getByLabel('Write something down').inputValue()) === '' || null,
  );
  const { body } = await stage.admin<{ cases: { id: string }[] }>(OWNER, '/api/cases');
  for (const { id } of body.cases) {
    const { body: detail } = await stage.admin<{ entries: { text: string }[] }>(OWNER, `/api/cases/${id}`);
    expect(detail.entries.filter(({ text }) => text === 'called the carrier')).toHaveLength(1);
  }
});

describe('a return, from request to refund', () => {
  it('is opened from the policy’s answer, taken in at the desk, tested, approved by somebody else, and paid', async () => {
    const { id } = await say.shippedOrder('#2001', 'desk@example.com', { sku: 'AUR-HP-01' });

    const order = await admin(AGENT, `/orders/${id}`);
    await order.getByLabel('What happens').selectOption('return');
    await order.getByRole('button', { name: 'Ask the policy' }).click();
    // Nothing is decided about money yet: beside the units stands none.
    await order.getByText('2 × Headphones, may be returned').waitFor();
    expect(await order.getByText('$0.00', { exact: true }).count()).toBe(0);
    await order.getByLabel('In the customer’s words').fill('the left side is silent');
    await order.locator('input[type=file]').setInputFiles(PHOTO);
    await order.getByRole('button', { name: 'Remove headphones-broken-hinge.png' }).waitFor();
    await order.getByRole('button', { name: 'Open this case' }).click();
    await order.getByText('RMA issued').first().waitFor();
    await order.getByRole('link', { name: 'Open headphones-broken-hinge.png' }).waitFor();
    await stage.mail('desk@example.com', /RMA/);
    const { rma } = await caseOf(id);

    const desk = await admin(AGENT, '/desk');
    const scan = desk.getByLabel('Scan or type an RMA, tracking or order number');
    await scan.fill(rma.toLowerCase().replaceAll('-', ' '));
    await scan.press('Enter');
    await desk.getByRole('heading', { name: rma }).waitFor();
    await desk.getByRole('button', { name: 'Edit the list' }).click();
    await desk.getByLabel('Parts of Headphones, one a line').fill('headphones\ncharging cable');
    await desk.getByRole('button', { name: 'Save the list' }).click();
    await desk.getByText('Parts that belong to it: headphones, charging cable').waitFor();
    await desk.getByRole('button', { name: 'Yes' }).click();
    for (const unit of ['1', '2']) {
      const card = desk
        .locator('.Polaris-ShadowBevel')
        .filter({ has: desk.getByRole('heading', { name: `Headphones, unit ${unit}` }) });
      await card.getByLabel('headphones', { exact: true }).check();
      await card.getByLabel('charging cable').check();
      await card.getByRole('button', { name: 'Record this unit' }).click();
      await card.getByText('Result recorded: Accepted').waitFor();
    }

    const found = await admin(LEAD, '/approvals');
    await found.getByRole('button', { name: 'Approve $86.40' }).click();
    const paid = await until('the refund in Shopify', async () => {
      const now = await stage.order(id);
      return now.refunds.length > 0 ? now : null;
    });
    expect(refundedOf(paid)).toBe(8640);
    await order.getByText('Closed').first().waitFor({ timeout: 60_000 });
  });
});

describe('a parcel that nobody could match', () => {
  const keptApart = async (): Promise<string> => {
    const { status } = await stage.admin(AGENT, '/api/desk/parcels', { method: 'POST', body: { problem: 'unmarked' } });
    expect(status).toBe(201);
    const { body } = await stage.admin<{ parcels: { id: string }[] }>(AGENT, '/api/desk/parcels');
    return `/desk?parcel=${body.parcels[0]?.id}`;
  };

  it('is told more about, which says whose it may be, in the reader’s language', async () => {
    await say.issued('#2030', 'more.told@example.com');
    const desk = await admin(AGENT, await keptApart(), '&locale=de');
    await desk.getByText('Noch niemandem.', { exact: false }).waitFor();
    await desk.getByRole('button', { name: 'Mehr dazu festhalten' }).click();
    await desk.getByLabel('Bestellnummer im Paket').fill('2030');
    await desk.getByRole('button', { name: 'Gesehenes festhalten' }).click();
    await desk.getByRole('button', { name: /^Es ist RMA-.*#2030$/ }).waitFor();
    await desk.locator('li').getByText('Bestellnummer im Paket').waitFor();
  });

  it('is put to a return by its number', async () => {
    const { id } = await say.issued('#2031', 'by.number@example.com');
    const { rma } = await caseOf(id);
    const desk = await admin(AGENT, await keptApart());
    await desk.getByRole('button', { name: 'Put it to a return' }).click();
    const number = desk.getByLabel('RMA, tracking or order number of the return');
    await number.fill('1Z000NOTHING');
    await desk.getByRole('button', { name: 'Put it to this return' }).click();
    await desk.getByText('No return waits under 1Z000NOTHING.').waitFor();
    await number.fill(rma);
    await desk.getByRole('button', { name: 'Put it to this return' }).click();
    await desk.getByRole('heading', { name: 'Kept apart' }).waitFor();
    await say.state('#2031', 'received');
  });

  it('leaves the shelf with what became of it, and why', async () => {
    const desk = await admin(AGENT, await keptApart());
    await desk.getByRole('button', { name: 'Send back or close' }).click();
    await desk.getByLabel('What becomes of it').selectOption('disposed');
    await desk.getByRole('button', { name: 'Close the parcel' }).click();
    await desk.getByText('Say why, so that others can follow.').waitFor();
    await desk.getByLabel('Why?').fill('empty box');
    await desk.getByRole('button', { name: 'Close the parcel' }).click();
    await desk.getByRole('heading', { name: 'Kept apart' }).waitFor();
    const log = await admin(OWNER, '/audit?event=parcel.close');
    await log.getByText('Disposed of: empty box').waitFor();
  });

  it('is on a page of its own where many are kept apart', async () => {
    for (let made = 0; made < 51; made += 1) await keptApart();
    const desk = await admin(AGENT, '/desk');
    const listed = desk.locator('li').getByRole('link');
    const newest = await listed.first().innerText();
    expect(await listed.count()).toBe(50);
    await desk.getByRole('button', { name: 'Next' }).click();
    await desk.getByRole('link', { name: newest, exact: true }).waitFor({ state: 'detached' });
    expect(await listed.count()).toBeGreaterThan(0);
    await desk.getByRole('button', { name: 'Previous' }).click();
    await desk.getByRole('link', { name: newest, exact: true }).waitFor();
    expect(await listed.count()).toBe(50);
  });
});

it('a file that is no photo is refused by name', async () => {
  const desk = await admin(AGENT, '/desk');
  await desk.getByRole('button', { name: 'The parcel has no number' }).click();
  const file = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no photo') };
  await desk.locator('input[type=file]').setInputFiles(file);
  await desk.getByText('no photo in one of these forms: notes.txt', { exact: false }).waitFor();
  await desk.locator('input[type=file]').setInputFiles(PHOTO);
  await desk.getByRole('button', { name: 'Remove headphones-broken-hinge.png' }).waitFor();
  expect(await desk.getByText('notes.txt', { exact: false }).count()).toBe(0);
});

it('a return address that is not there is asked for, not agreed to', async () => {
  const { body } = await stage.admin<{ version: number; returnAddress: string[] }>(OWNER, '/api/settings');
  const set = (version: number, returnAddress: readonly string[]) =>
    stage.admin(OWNER, '/api/settings', {
      method: 'PUT',
      body: { returnAddress },
      headers: { 'if-match': `"${version}"` },
    });
  expect((await set(body.version, [])).status).toBe(200);
  const start = await admin(OWNER, '/set-up');
  await start.getByText('There is none yet.', { exact: false }).waitFor();
  await start.getByRole('link', { name: 'Enter it' }).waitFor();
  // The policy is still agreed to.
  expect(await start.getByRole('button', { name: 'This is right' }).count()).toBe(1);
  expect((await set(body.version + 1, body.returnAddress)).status).toBe(200);
});

it('a case names the version of the policy as the policy’s pages count it', async () => {
  const { id } = await say.issued('#2032', 'version@example.com');
  const { id: caseId } = await caseOf(id);
  const opened = await admin(AGENT, `/cases/${caseId}`);
  await opened.locator('dd').getByText('Version 1', { exact: true }).waitFor();
  await opened.getByText('Policy: Version 1', { exact: false }).waitFor();
});

describe('refunds', () => {
  it('are decided by approvers, never by who proposed them; a stale page is told so', async () => {
    const { id, ts } = await say.issued('#2002', 'stale@example.com', 'the left side is broken');
    const { id: caseId } = await caseOf(id);
    // Somebody has the page open while others go on in Slack.
    const early = await admin(AGENT, `/cases/${caseId}`);
    await early.getByRole('button', { name: 'More time' }).click();
    await early.getByLabel('How many more days').fill('7');
    await early.getByLabel('Why?').fill('was ill');
    await say.press('U0AGENT', ts, 'parcel.receive');
    await early.getByText('Received, in test').first().waitFor();
    await early.getByRole('button', { name: 'More time' }).click();
    await early.getByText('It has changed since you looked').waitFor();

    const desk = await admin(AGENT, `/cases/${caseId}`);
    await desk.getByRole('button', { name: 'Test result' }).click();
    await desk.getByLabel('What the test found').selectOption('accepted');
    await desk.getByRole('button', { name: 'Test result' }).click();
    await desk.getByText('Deciding on refunds takes an approver or an owner.').waitFor();
    expect(await desk.getByRole('button', { name: /^Approve/ }).count()).toBe(0);

    const lead = await admin(LEAD, `/cases/${caseId}`);
    await lead.getByRole('button', { name: 'Decline refund' }).click();
    await lead.getByLabel('Why not?').fill('serial number is not ours');
    await lead.getByRole('button', { name: 'Decline refund' }).click();
    await lead.getByText('serial number is not ours').first().waitFor();
    expect((await stage.order(id)).refunds).toEqual([]);
  });
});

it('sends a replacement before its goods once somebody else agrees, and says what is at stake', async () => {
  const speaker = {
    title: 'Tide waterproof speaker',
    sku: 'TID-SP-02',
    quantity: 1,
    price: '89.00',
    tax_lines: [{ title: 'NY tax', rate: 0.08, price: '7.12' }],
  };
  await stage.call('POST', '/shopify/inventory', { sku: speaker.sku, available: 20 });
  const { id } = await say.shippedOrder('#2003', 'birthday@example.com', speaker);
  const { ts } = await say.propose('exchange for #2003: the speaker, we sent the wrong item', { files: [say.photo] });
  await say.press('U0AGENT', ts, 'proposal.confirm');
  await say.state('#2003', 'authorized');
  const { id: caseId } = await caseOf(id);

  const desk = await admin(AGENT, `/cases/${caseId}`);
  await desk.getByRole('button', { name: 'Ship the replacement first' }).click();
  await desk.getByLabel('Why?').fill('a birthday on Friday');
  await desk.getByRole('button', { name: 'Ship the replacement first' }).click();
  await desk.getByRole('heading', { name: 'A replacement worth $96.12 waits for approval' }).waitFor();
  await desk.getByText('It goes out before the goods are back: a birthday on Friday.').waitFor();
  expect(await desk.getByRole('button', { name: 'Send it', exact: true }).count()).toBe(0);

  const lead = await admin(LEAD, `/cases/${caseId}`);
  await lead.getByRole('button', { name: 'Send it', exact: true }).click();
  await lead.getByText('At stake until the goods are back.').waitFor({ timeout: 60_000 });
  await lead.getByText('Replaced', { exact: true }).waitFor();
  expect((await stage.order(id)).refunds).toEqual([]);
});

describe('an owner', () => {
  it('goes through the set-up, leaves it, and finds it as it was', async () => {
    const start = await admin(OWNER, '/set-up');
    await start.getByText(/of \d done/).waitFor();
    await start.getByRole('button', { name: 'Send a test mail' }).click();
    await start.getByText('Last test mail:').waitFor();
    const address = start
      .locator('.Polaris-ShadowBevel')
      .filter({ has: start.getByRole('heading', { name: 'Check the return address' }) });
    await address.getByRole('button', { name: 'This is right' }).click();
    await address.getByText('Done').waitFor();

    const again = await admin(OWNER, '/set-up');
    const kept = again
      .locator('.Polaris-ShadowBevel')
      .filter({ has: again.getByRole('heading', { name: 'Check the return address' }) });
    await kept.getByText('Done').waitFor();
    const { body } = await stage.admin<{ contactEmail: string }>(OWNER, '/api/settings');
    await stage.mail(body.contactEmail, /^Test mail/);
  });

  it('says who may do what, and the change holds at once', async () => {
    const people = await admin(OWNER, '/people');
    await people.getByRole('button', { name: 'Change Ben Okafor' }).click();
    await people.getByLabel('Role', { exact: true }).selectOption('warehouse');
    await people.getByRole('button', { name: 'Save' }).click();
    await people
      .getByRole('row', { name: /Ben Okafor/ })
      .getByText('Warehouse')
      .waitFor();
    const { status } = await stage.admin('102', '/api/orders/1/cases', {
      method: 'POST',
      body: { kind: 'cancellation.request' },
    });
    expect([403, 404]).toContain(status);
    const { body } = await stage.admin<{ person: { role: string } }>('102', '/api/me');
    expect(body.person.role).toBe('warehouse');

    const log = await admin(OWNER, '/audit?event=people.save');
    await log.getByText('Changed Ben Okafor from agent to warehouse').waitFor();
  });
});

it('speaks German to whoever reads German', async () => {
  const page = await admin(OWNER, '/cases?view=all', '&locale=de');
  await page.getByRole('heading', { level: 1, name: 'Fälle' }).waitFor();
  await page.getByRole('button', { name: 'Überfällig' }).waitFor();

  // What the server worded as well: what is due, why it was decided, and what happened.
  const { id } = await say.issued('#2020', 'german@example.com');
  const { id: caseId } = await caseOf(id);
  const detail = await admin(OWNER, `/cases/${caseId}`, '&locale=de');
  await detail.getByText('Eine Rücksendenummer wird erteilt').first().waitFor();
  for (const heading of ['Nächster Schritt', 'Entscheidungen', 'Verlauf']) {
    const card = detail.locator('.Polaris-ShadowBevel').filter({ has: detail.getByRole('heading', { name: heading }) });
    expect(await card.innerText()).not.toMatch(/\b(the|of|is|are|and|to|not|already|by|it|has|for|with|issued|sent)\b/);
  }
});
