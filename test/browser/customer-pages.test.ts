import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { customerPhone, PICTURES } from '../support/customer-phone.ts';
import { linkAfter } from '../support/customer-words.ts';
import { phonePhotos } from '../support/photo-png.ts';
import { returnWords } from '../support/return-words.ts';
import { refundedOf, type TestStage, testStage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** Customers with a phone: what they see and press behind their links, and on the request form. */
let stage: TestStage;
let say: ReturnType<typeof returnWords>;
let browser: Browser;
let phone: ReturnType<typeof customerPhone>['phone'];
let sound: ReturnType<typeof customerPhone>['sound'];
let unseen: ReturnType<typeof customerPhone>['unseen'];
beforeAll(async () => {
  [stage, browser] = await Promise.all([testStage(), launchBrowser()]);
  say = returnWords(stage);
  ({ phone, sound, unseen } = customerPhone(stage, browser));
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

const place = async (name: string, email: string, more: object = {}): Promise<number> => {
  const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', {
    name,
    email,
    currency: 'USD',
    customer: { first_name: 'Robin', last_name: 'Example', email },
    shipping_address: { first_name: 'Robin', last_name: 'Example', zip: '12207', country_code: 'US' },
    line_items: [{ title: 'Headphones', sku: 'HP-1', quantity: 2, price: '40.00' }],
    shipping_lines: [{ title: 'Standard', price: '10.00' }],
    ...more,
  });
  await until(`order ${name}`, async () => (await stage.admin('1', `/api/orders/${id}`)).status === 200);
  return id;
};

const outOfStock = async (name: string, email: string) => {
  const id = await place(name, email);
  const { ts } = await say.propose(`2 headphones of ${name} are out of stock`);
  await say.press('U0AGENT', ts, 'proposal.confirm');
  const mail = await stage.mail(email, /Out of stock/);
  return { id, mail };
};
const caseState = (name: string, state: string) => say.state(name, state);

describe('out of stock', () => {
  it('waits, after looking twice', async () => {
    const { mail } = await outOfStock('#1601', 'wait@example.com');
    const page = await phone({ scripts: false });
    await page.goto(linkAfter(mail, /I’ll wait/));
    await page.reload();
    await caseState('#1601', 'customer_notified');
    await page.getByRole('button', { name: /I’ll wait/ }).click();
    await page.getByRole('heading', { name: 'Thank you for waiting' }).waitFor();
    const body = await caseState('#1601', 'waiting');
    expect(body.entries.some((one: any) => /by their link/.test(one.text))).toBe(true);
  });

  it('wants the money, and gets it', async () => {
    const { id, mail } = await outOfStock('#1602', 'money@example.com');
    const page = await phone();
    await page.goto(linkAfter(mail, /Refund me/));
    await sound(page, 'backorder-answer');
    await page.getByRole('button', { name: /Refund me/ }).click();
    await page.getByRole('heading', { name: /refund/i }).waitFor();
    const order = await until('the refund', async () => {
      const found = await stage.order(id);
      return found.refunds.length > 0 ? found : null;
    });
    expect(refundedOf(order)).toBe(9000);
    await page.reload();
    await sound(page, 'backorder-answer-refunded');
  });

  it('is asked which way, where a part of the order can be sent, and may change their mind', async () => {
    await place('#1608', 'part@example.com', {
      line_items: [
        { title: 'Headphones', sku: 'HP-1', quantity: 2, price: '40.00' },
        { title: 'Kettle', sku: 'KT-1', quantity: 1, price: '20.00' },
      ],
    });
    const { ts } = await say.propose('2 headphones of #1608 are out of stock');
    await say.press('U0AGENT', ts, 'proposal.confirm');
    const mail = await stage.mail('part@example.com', /Out of stock/);
    const page = await phone();
    const link = linkAfter(mail, /I’ll wait/);
    await page.goto(link);
    await page.getByRole('button', { name: /I’ll wait, send me the rest now/ }).waitFor();
    await sound(page, 'backorder-answer-part');
    await page.getByRole('button', { name: /I’ll wait, send me the rest now/ }).click();
    await page.getByRole('heading', { name: 'Thank you for waiting' }).waitFor();
    await sound(page, 'backorder-answer-waiting');
    const { body } = await stage.admin<any>('1', '/api/cases?text=%231608&limit=1');
    const { version } = (await stage.admin<any>('1', `/api/cases/${body.cases[0].id}`)).body.case;
    const ended = await stage.admin('1', `/api/cases/${body.cases[0].id}/steps`, {
      method: 'POST',
      body: { kind: 'links.revoke', because: 'sent to the wrong person' },
      headers: { 'if-match': `"${version}"` },
    });
    expect(ended.status).toBe(200);
    await page.goto(link);
    await page.getByRole('heading', { name: 'This link is no longer in use' }).waitFor();
    await sound(page, 'apart-ended');
  });

  it('says nothing, and gets the money when the time is over', async () => {
    const { id } = await outOfStock('#1603', 'silent@example.com');
    // The time runs from when the case knows that the customer was told.
    await say.caseThat('#1603', 'told', (body) =>
      body.entries.some((one: any) => one.text === 'mail sent: out of stock'),
    );
    await stage.call('POST', '/clock', { advance: 'PT73H' });
    const order = await until('the refund', async () => {
      const found = await stage.order(id);
      return found.refunds.length > 0 ? found : null;
    });
    expect(refundedOf(order)).toBe(9000);
  });
});

describe('the request form', () => {
  it('refuses a stranger kindly, and grants what the policy grants', async () => {
    const order = await say.shippedOrder('#1604', 'guest@example.com');
    const page = await phone();
    await page.goto(`${stage.makegoodUrl}/r/demo`);
    await sound(page, 'request-1-find');
    await page.getByLabel('Order number').fill('#1604');
    await page.getByLabel(/E-mail address or postcode/).fill('stranger@example.com');
    await page.getByRole('button', { name: 'Find my order' }).click();
    await page
      .getByRole('alert')
      .getByText(/can’t find an order/)
      .waitFor();
    await sound(page, 'request-1-refused');

    await page.getByLabel(/E-mail address or postcode/).fill(order.email);
    await page.getByRole('button', { name: 'Find my order' }).click();
    await page.getByLabel('It does not work or is broken').waitFor();
    await sound(page, 'request-2-reason');
    await page.getByLabel('It does not work or is broken').check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Was the damage caused by handling').waitFor();
    await sound(page, 'request-3-questions');
    await page.getByLabel('No', { exact: true }).first().check();
    await page.getByLabel('No', { exact: true }).last().check();
    await page.getByRole('button', { name: 'Show me the answer' }).click();
    await page.getByRole('heading', { name: 'This is what our policy says' }).waitFor();
    await page.getByText('We need photos of it first').waitFor();
    await sound(page, 'request-4-answer');
    // What was told stands there again, also in a browser that goes by names and places.
    await page.getByRole('button', { name: 'Change something' }).click();
    await page.getByText('Was the damage caused by handling').waitFor();
    expect(await page.getByLabel('No', { exact: true }).last().isChecked()).toBe(true);
    await sound(page, 'request-4-changed');
    await page.getByRole('button', { name: 'Show me the answer' }).click();
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.getByRole('heading', { name: 'We have your request' }).waitFor();
    await sound(page, 'request-5-thanks');
    await page.getByRole('link', { name: 'See how it stands' }).click();
    await page.getByText('We wait for your photos: send them by the link in our mail').waitFor();
    await sound(page, 'case-photos');
  });

  it('speaks German to who reads German, and shows an order that can’t be cancelled what it can be', async () => {
    const id = await place('#1605', 'deutsch@example.com', { customer_locale: 'de-DE' });
    await stage.call('POST', `/shopify/orders/${id}/fulfill`, {});
    const page = await phone({ scripts: false, locale: 'de-DE' });
    await page.goto(`${stage.makegoodUrl}/r/demo`);
    await page.getByLabel('Bestellnummer').fill('1605');
    await page.getByLabel(/E-Mail-Adresse oder Postleitzahl/).fill('12207');
    await page.getByRole('button', { name: 'Bestellung finden' }).click();
    await page.getByLabel('Ich habe es mir anders überlegt').check();
    await page.getByRole('button', { name: 'Weiter' }).click();
    await page.getByRole('button', { name: 'Antwort zeigen' }).click();
    await page.getByText('Sie können es zurücksenden').waitFor();
    await page.getByText('80,00').first().waitFor();
    await page.getByRole('button', { name: 'Anfrage absenden' }).click();
    await page.getByRole('heading', { name: 'Ihre Anfrage ist angekommen' }).waitFor();
    const mail = await stage.mail('deutsch@example.com', /Rücksendenummer/);
    expect(mail.text).toContain('Unsere Bedingungen');
  });
});

describe('a defect, from photos to the parcel', () => {
  it('is done on a phone: photos with their progress, steps, tracking, state and label', async () => {
    const email = 'guest@example.com';
    const wanted = await stage.mail(email, /Please send photos/);
    const page = await phone();
    await page.goto(linkAfter(wanted, /Send photos/));
    await sound(page, 'photos');
    await page
      .getByLabel('Choose photos')
      .setInputFiles([{ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no photo at all') }]);
    await page.getByRole('button', { name: 'Send the photos' }).click();
    await page.getByRole('alert').getByText('notes.txt: not a JPEG').waitFor();
    await sound(page, 'photos-refused');
    const [first, second] = phonePhotos as [(typeof phonePhotos)[0], (typeof phonePhotos)[0]];
    const bill = { name: 'bill.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 not a photo') };
    await page.getByLabel('Choose photos').setInputFiles([first, bill]);
    await page.getByRole('button', { name: 'Send the photos' }).click();
    await page.getByRole('heading', { name: 'Not every file could be kept' }).waitFor();
    await page.getByRole('alert').getByText('bill.pdf: not a JPEG').waitFor();
    await sound(page, 'photos-not-all');
    await page.getByLabel('Choose photos').setInputFiles([second]);
    await page.getByRole('button', { name: 'Send the photos' }).click();
    await page.getByText('We have 2 of your photos').waitFor();
    await sound(page, 'photos-thanks');

    const steps = await stage.mail(email, /try to solve it/);
    await page.goto(linkAfter(steps, /It still does not work/));
    await sound(page, 'checklist');
    await page.getByRole('button', { name: /It still does not work/ }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await sound(page, 'checklist-done');

    const rma = await stage.mail(email, /RMA-/);
    await page.goto(linkAfter(rma, /Enter the tracking number/));
    await sound(page, 'tracking');
    await page.getByLabel('Tracking number').fill('1Z999AA10123456784');
    await page.getByLabel(/Website for tracking/).fill('https://www.ups.com/track');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'We have noted it' }).waitFor();
    await sound(page, 'tracking-noted');
    await caseState('#1604', 'in_transit');

    await page.goto(linkAfter(rma, /See how it stands/));
    await page.getByText('on its way to us').waitFor();
    await sound(page, 'case');
    await page.goto(linkAfter(rma, /Call it off/));
    await sound(page, 'withdraw');
    await page.getByRole('button', { name: 'Call it off' }).click();
    await page.getByRole('heading', { name: 'Your request is called off' }).waitFor();
    await sound(page, 'withdraw-done');
    await page.goto(linkAfter(rma, /Enter the tracking number/));
    await page.getByRole('heading', { name: 'No tracking number is needed' }).waitFor();
    await sound(page, 'tracking-over');
    await page.goto(linkAfter(wanted, /Send photos/));
    await page.getByRole('heading', { name: 'No photos are needed any more' }).waitFor();
    await sound(page, 'photos-over');
    await page.goto(`${stage.makegoodUrl}/c/${'x'.repeat(48)}`);
    await sound(page, 'apart-unknown');
  });
});

describe('a mistake of ours', () => {
  it('P16, A19: lets the customer choose refund or exchange until the goods are here', async () => {
    const order = await say.shippedOrder('#1606', 'ours@example.com', {
      title: 'Headphones with a name as long as a name of a product in a catalogue of headphones can be',
      variant_title: 'Black / Over-ear / 2 m cable',
    });
    const page = await phone();
    await page.goto(`${stage.makegoodUrl}/r/demo`);
    await page.getByLabel('Order number').fill('#1606');
    await page.getByLabel(/E-mail address or postcode/).fill(order.email);
    await page.getByRole('button', { name: 'Find my order' }).click();
    await page.getByLabel('You sent the wrong product').check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel('Photos of what you received').setInputFiles(phonePhotos);
    await sound(page, 'request-3-wrong-product');
    await page.getByRole('button', { name: 'Show me the answer' }).click();
    await page.getByText('We pay for sending it back').waitFor();
    await sound(page, 'request-4-free');
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.getByRole('heading', { name: 'We have your request' }).waitFor();

    const rma = await stage.mail(order.email, /RMA-/);
    await page.goto(linkAfter(rma, /Choose refund or exchange/));
    await page.getByText('You have chosen your money back').waitFor();
    await sound(page, 'remedy');
    await page.getByRole('button', { name: 'I would rather have the same product again' }).click();
    await page.getByText('You have chosen the same product again').waitFor();
    await sound(page, 'remedy-chosen');
    await say.caseThat('#1606', 'an exchange is wanted', (body) =>
      body.entries.some((one: any) => one.text === 'an exchange is wanted'),
    );
    const card = await stage.seen(say.channel, /#1606/);
    await say.press('U0AGENT', card.ts, 'parcel.receive');
    await caseState('#1606', 'received');
    await page.reload();
    await page.getByRole('heading', { name: 'This is decided already' }).waitFor();
    await sound(page, 'remedy-over');
    await page.goto(linkAfter(rma, /Call it off/));
    await page.getByRole('heading', { name: 'It can’t be called off any more' }).waitFor();
    await sound(page, 'withdraw-over');
  });
});

describe('an order that has not left', () => {
  it('P11: is cancelled from a phone, with the sum before; a pass of yesterday says so', async () => {
    await place('#1607', 'cancel@example.com');
    const page = await phone();
    await page.goto(`${stage.makegoodUrl}/r/demo`);
    await page.getByLabel('Order number').fill('#1607');
    await page.getByLabel(/E-mail address or postcode/).fill('cancel@example.com');
    await page.getByRole('button', { name: 'Find my order' }).click();
    await page.getByLabel(/don’t want it any more/).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await sound(page, 'request-3-cancel');
    await page.getByRole('combobox').selectOption('0');
    await page.getByRole('button', { name: 'Show me the answer' }).click();
    await page.getByRole('alert').getByText('Please choose at least one product').waitFor();
    await sound(page, 'request-3-nothing-chosen');
    await page.getByRole('combobox').selectOption('2');
    await page.getByRole('button', { name: 'Show me the answer' }).click();
    await page.getByText('Your order can be cancelled').waitFor();
    await page.getByText('$90.00').first().waitFor();
    await sound(page, 'request-4-cancel');
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.getByRole('link', { name: 'See how it stands' }).click();
    await stage.mail('cancel@example.com', /Cancelled/);
    await caseState('#1607', 'canceled');
    await page.reload();
    await page.getByText('Your order is cancelled').waitFor();
    await sound(page, 'case-cancelled');
    await page.goto(`${stage.makegoodUrl}/r/demo/o/yesterday.pass`);
    await page.getByRole('heading', { name: 'This page has waited too long' }).waitFor();
    await sound(page, 'request-old');
  });
});

describe('what staff see of it', () => {
  it('is a mail in the mailbox as its reader sees it, with its links and its sheet', async () => {
    const context = await browser.newContext({ viewport: { width: 900, height: 1100 } });
    const page = await context.newPage();
    const { id } = await stage.mail('guest@example.com', /RMA-/);
    await page.goto(`${stage.sandboxUrl}/mail/${id}`);
    const mail = page.frameLocator('iframe');
    await mail.getByRole('link', { name: 'Enter the tracking number' }).waitFor();
    await page.getByRole('link', { name: /return-label-RMA.*pdf/ }).waitFor();
    if (PICTURES !== undefined) await page.screenshot({ path: path.join(PICTURES, 'mailbox.png') });
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      mail.getByRole('link', { name: 'See how it stands' }).click(),
    ]);
    await opened.getByRole('heading', { name: /#1604/ }).waitFor();
  });

  it('is the page on which an owner changes what mails say, with a preview of a real case', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(20_000);
    await page.goto(`${stage.sandboxUrl}/shopify/admin/apps/makegood/mails`);
    const app = page.frameLocator('iframe');
    await app.getByLabel('Mail', { exact: true }).selectOption('request-received');
    await app.getByLabel('Title', { exact: true }).fill('We heard you');
    await app.frameLocator('iframe[title="The mail as the customer sees it"]').getByText('We heard you').waitFor();
    await app.getByLabel('Title', { exact: true }).fill('Send {nonsense} back');
    if (PICTURES !== undefined) await page.screenshot({ path: path.join(PICTURES, 'admin-mails.png') });
    const frame = page.frames().find((one) => one.url().includes('/mails'));
    expect(await frame?.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

it('every page behind a link of a mail was looked at', () => expect(unseen()).toEqual([]));
