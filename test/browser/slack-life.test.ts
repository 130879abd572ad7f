import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { returnWords } from '../support/return-words.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** The whole life of one case in the sandbox's Slack page: written, pressed, filled in, approved, stopped, paid. */
const PHOTO = path.resolve(import.meta.dirname, '../sandbox/pages/public/photos/headphones-broken-hinge.png');
/** Where pictures go for whoever wants to look at every card and form: `PICTURES=/tmp/x vitest …`. */
const PICTURES = process.env.PICTURES;

let stage: TestStage;
let browser: Browser;
let say: ReturnType<typeof returnWords>;
beforeAll(async () => {
  [stage, browser] = await Promise.all([testStage({ settings: { 'approval.undoSeconds': 600 } }), launchBrowser()]);
  say = returnWords(stage);
  if (PICTURES !== undefined) mkdirSync(PICTURES, { recursive: true });
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

const open = async (user: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1360, height: 1000 } });
  page.setDefaultTimeout(20_000);
  await page.goto(`${stage.sandboxUrl}/slack?user=${user}#/C0RETURNS`);
  return page;
};

const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES !== undefined) await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
};

const threadOf = async (page: Page, text: string): Promise<Locator> => {
  const written = page.locator('main article').filter({ hasText: text });
  await written
    .getByRole('button', { name: /repl(y|ies)/ })
    .last()
    .click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.waitFor();
  return thread;
};

const write = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Message #returns', { exact: true }).fill(text);
  await page.getByLabel('Message #returns', { exact: true }).press('Enter');
};

describe('a case, in a browser', () => {
  it('lives from the first word to the money without leaving Slack', async () => {
    const email = 'whole.life@example.com';
    const { id } = await say.shippedOrder('#1601', email);
    const page = await open('U0AGENT');
    await page.locator('main input[type=file]').first().setInputFiles([PHOTO]);
    await write(page, '@Makegood RMA for #1601: 2 headphones, dead on arrival');
    const thread = await threadOf(page, 'dead on arrival');
    await picture(page, '1-asked');
    await thread.getByRole('button', { name: /^Yes/ }).first().click();
    await thread.getByRole('button', { name: 'Confirm' }).waitFor();
    await picture(page, '2-proposal');
    await thread.getByRole('button', { name: 'Confirm' }).click();
    await stage.mail(email, /RMA-/);
    await thread.getByRole('button', { name: 'Tracking…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tracking number').fill('1Z999AA10123456784');
    await dialog.getByLabel('Carrier', { exact: false }).and(dialog.locator('input[type=text]')).first().fill('UPS');
    await picture(page, '3-tracking');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await thread
      .getByText(/UPS 1Z999AA10123456784/)
      .first()
      .waitFor();
    await picture(page, '4-on-its-way');

    // The dock: typed wrongly once, then as it is written.
    const { rma } = (await say.state('#1601', 'in_transit')).case;
    await write(page, '/makegood parcel');
    await dialog.getByLabel('RMA number on the outside').fill(`${rma.slice(0, -1)}${rma.endsWith('0') ? '1' : '0'}`);
    await dialog.getByRole('button', { name: 'Take in' }).click();
    await dialog.getByText(/last symbol does not fit/).waitFor();
    await picture(page, '5-parcel-desk');
    await dialog.getByLabel('RMA number on the outside').fill(rma);
    await dialog.getByRole('button', { name: 'Take in' }).click();
    await say.state('#1601', 'received');

    await thread.getByRole('button', { name: 'Test result…' }).click();
    await dialog.getByText('What the test found').waitFor();
    await picture(page, '6-test');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await thread.getByRole('textbox').fill('@Makegood tested, defect confirmed, accept it');
    await thread.getByRole('button', { name: 'Send' }).click();
    await thread.getByRole('button', { name: 'Confirm' }).click();
    await thread.getByRole('button', { name: 'Approve' }).waitFor();
    await picture(page, '7-waits');

    const lead = await open('U0LEAD');
    const leads = await threadOf(lead, 'dead on arrival');
    await leads.getByRole('button', { name: 'Approve' }).click();
    await leads.getByRole('button', { name: 'Stop' }).waitFor();
    await leads.getByRole('button', { name: 'Stop' }).scrollIntoViewIfNeeded();
    await picture(lead, '8-approved');
    await leads.getByRole('button', { name: 'Stop' }).click();
    await leads
      .getByText(/stopped the refund/)
      .first()
      .waitFor();
    await leads.getByRole('button', { name: 'Approve' }).click();
    await leads.getByRole('button', { name: 'Stop' }).waitFor();
    await stage.call('POST', '/clock', { advance: 'PT11M' });
    await until('the money', async () => (await stage.order(id)).refunds.length === 1);
    await say.state('#1601', 'closed');
    await leads
      .getByText(/Approved and paid/)
      .first()
      .waitFor();
    await picture(lead, '9-paid');
    expect(await leads.getByRole('button', { name: 'Stop' }).count()).toBe(0);
    await lead.close();
    await page.close();
  });

  it('shows an unmarked parcel with whose it may be, and a Home with what waits', async () => {
    await say.issued('#1602', 'parcel.home@example.com');
    const page = await open('U0AGENT');
    await write(page, '/makegood parcel');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Order number inside').fill('1602');
    await dialog.getByLabel("Sender's name").fill('Nobody we know');
    await dialog.getByRole('button', { name: 'Take in' }).click();
    const card = page.locator('main article').filter({ hasText: /Parcel 1(?!\d)/ });
    await card.getByRole('button', { name: 'Match' }).waitFor();
    await picture(page, '10-parcel');
    await card.getByRole('button', { name: 'Match' }).click();
    await card
      .getByText(/Matched/)
      .first()
      .waitFor();
    await page
      .getByRole('link', { name: /Makegood/ })
      .or(page.getByRole('button', { name: /Makegood/ }))
      .first()
      .click();
    await page.getByText('Home', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Settings…' }).waitFor();
    await picture(page, '11-home');
    await page.getByRole('button', { name: 'Settings…' }).click();
    await dialog.getByText('What I am written to about').waitFor();
    await picture(page, '12-settings');
    await page.close();
  });
});
