import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type TestStage, testStage } from '../support/stage.ts';

/** A newcomer at the sandbox's pages, with nothing but a browser: says things, presses buttons, reads the mail. */
const PHOTOS = ['headphones-broken-hinge.png', 'headphones-serial-number.png'].map((name) =>
  path.resolve(import.meta.dirname, '../sandbox/pages/public/photos', name),
);

let stage: TestStage;
let browser: Browser;
beforeAll(async () => {
  [stage, browser] = await Promise.all([testStage(), launchBrowser()]);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

const open = async (address: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
  page.setDefaultTimeout(20_000);
  await page.goto(`${stage.sandboxUrl}${address}`);
  return page;
};

/** Places a story's order with the button on the start page, and reads its name there. */
const placeOrder = async (story: RegExp): Promise<string> => {
  const page = await open('/');
  const card = page
    .locator('article, li, section')
    .filter({ has: page.getByRole('heading', { name: story }) })
    .last();
  await card.getByRole('button', { name: /^Place an order/ }).click();
  const done = card.getByText(/#\d{4,}/).first();
  await done.waitFor();
  const name = /#\d{4,}/.exec((await done.textContent()) ?? '')?.[0] ?? '';
  expect(name).toMatch(/^#\d+$/);
  await page.close();
  return name;
};

/** Writes to Makegood in #returns and opens the thread of the answer. */
const writeInChannel = async (page: Page, text: string, photos: readonly string[] = []): Promise<Locator> => {
  if (photos.length > 0)
    await page
      .locator('main input[type=file]')
      .first()
      .setInputFiles([...photos]);
  await page.getByLabel('Message #returns', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Send' }).first().click();
  const written = page.locator('main article').filter({ hasText: text.replace('@Makegood ', '') });
  await written
    .getByRole('button', { name: /repl(y|ies)/ })
    .last()
    .click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.waitFor();
  return thread;
};

const reply = async (thread: Locator, text: string): Promise<void> => {
  await thread.getByRole('textbox').fill(text);
  await thread.getByRole('button', { name: 'Send' }).click();
};

const mailTo = async (address: string, subject: RegExp): Promise<string> => {
  const mail = await stage.mail(address, subject);
  const page = await open(`/mail/${mail.id}`);
  const text = await Promise.all(page.frames().map((frame) => frame.locator('body').innerText()));
  await page.close();
  return text.join('\n');
};

describe('the sandbox’s pages', () => {
  it('story 1: cancelled before shipping', async () => {
    const order = await placeOrder(/Cancelled before shipping/);
    const page = await open('/slack?user=U0AGENT#/C0RETURNS');
    const thread = await writeInChannel(page, `@Makegood cancel ${order}, the customer changed her mind`);
    await thread.getByText('$96.40').first().waitFor();
    await thread.getByText(/P11/).first().waitFor();
    await thread.getByRole('button', { name: 'Confirm' }).click();
    await thread
      .getByText(/cancel(l)?ed/i)
      .first()
      .waitFor();
    await thread
      .getByText(/Ana Ruiz/)
      .first()
      .waitFor();
    await thread.getByRole('button', { name: 'Confirm' }).waitFor({ state: 'detached' });
    expect(await mailTo('robin.cancels@example.com', /cancel/i)).toContain('96.40');
    await page.close();
  });

  it('story 2: asked too late, and a return instead', async () => {
    const order = await placeOrder(/Asked too late/);
    const page = await open('/slack?user=U0AGENT#/C0RETURNS');
    const thread = await writeInChannel(page, `@Makegood please cancel ${order}, changed her mind`);
    await thread.getByText(/P12/).first().waitFor();
    expect(await thread.getByText(/P14/).count()).toBeGreaterThan(0);
    await thread.getByText('$64.80').first().waitFor();
    expect(await thread.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
    await thread.getByRole('button', { name: 'Start the return' }).click();
    await thread.getByRole('button', { name: 'Confirm' }).click();
    expect(await mailTo('robin.late@example.com', /RMA-/)).toMatch(/RMA-[0-9A-Z]{7}/);
    await page.close();
  });

  it('story 3: a defective product, from RMA to refund', async () => {
    const order = await placeOrder(/Defective/);
    const email = 'robin.defective@example.com';
    const page = await open('/slack?user=U0AGENT#/C0RETURNS');
    const thread = await writeInChannel(
      page,
      `@Makegood issue RMA for ${order}, two of the headphones are dead on arrival`,
      PHOTOS,
    );
    await thread.getByRole('button', { name: /^Yes/ }).first().click();
    await thread.getByRole('button', { name: 'Confirm' }).click();
    const issued = await mailTo(email, /RMA-/);
    expect(issued).toMatch(/RMA-[0-9A-Z]{7}/);
    await reply(thread, '@Makegood the parcel is here, number on the outside');
    await thread.getByRole('button', { name: 'Confirm' }).click();
    await stage.mail(email, /arriv|receiv/i);
    await reply(thread, '@Makegood tested, defect confirmed, accept it');
    await thread.getByRole('button', { name: 'Confirm' }).click();
    await thread.getByRole('button', { name: 'Approve' }).click();
    await thread
      .getByText(/you proposed this refund|approver/i)
      .first()
      .waitFor();

    const lead = await open('/slack?user=U0LEAD#/C0RETURNS');
    await lead
      .locator('main article')
      .filter({ hasText: order })
      .getByRole('button', { name: /repl(y|ies)/ })
      .last()
      .click();
    await lead.getByRole('complementary', { name: 'Thread' }).getByRole('button', { name: 'Approve' }).click();
    expect(await mailTo(email, /refund/i)).toContain('86.40');
    await lead.close();

    const admin = await open('/shopify/admin/apps/makegood/cases');
    const app = admin.frameLocator('iframe');
    await app
      .getByRole('tab', { name: /All/ })
      .or(app.getByRole('button', { name: /^All$/ }))
      .first()
      .click();
    await app.getByText(order).first().click();
    await app
      .getByText(/RMA-[0-9A-Z]{7}/)
      .first()
      .waitFor();
    await app.getByText('$86.40').first().waitFor();
    await app.getByText(/P29/).first().waitFor();
    await admin.close();
    await page.close();
  });
});
