import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWords, LANGUAGES } from '../../policy/texts/customer/index.ts';
import { MAIL_TEMPLATES, renderMail } from '../../web/adapters/mail/render.ts';
import { launchBrowser } from '../support/browser.ts';
import { longest, SAMPLES } from '../web/adapters/mail/samples.ts';

/** Mails as a phone and a narrow pane show them. `npm run screenshots` takes their pictures. */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
}, 90_000);
afterAll(() => browser?.close());

it.each(MAIL_TEMPLATES)('%s is read without scrolling sideways, whatever is in it', async (template) => {
  const wide: string[] = [];
  for (const language of LANGUAGES) {
    const { html } = await renderMail(template, longest(template, language) as never);
    await page.setContent(html);
    for (const width of [375, 600]) {
      await page.setViewportSize({ width, height: 800 });
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      if (needed > width) wide.push(`${language}: ${needed} px at ${width}`);
    }
  }
  expect(wide).toEqual([]);
});

it.each([
  ['out-of-stock', 'Voraussichtlich am'],
  ['tracking-noted', 'Sendungsnummer'],
  ['tracking-noted', 'Sendungsverfolgung'],
  ['deadline-reminder', 'Muss hier sein bis'],
] as const)('%s keeps the words of a label whole on a phone: %s', async (template, label) => {
  for (const data of [{ ...SAMPLES[template], words: createWords('de') }, longest(template, 'de')]) {
    const { html } = await renderMail(template, data as never);
    await page.setContent(html);
    await page.setViewportSize({ width: 375, height: 800 });
    const lines = await page.getByText(label, { exact: true }).evaluate((cell) => {
      const node = cell.firstChild as Text;
      return [...node.data.matchAll(/\S+/g)].map(({ index, 0: text }) => {
        const word = document.createRange();
        word.setStart(node, index);
        word.setEnd(node, index + text.length);
        return word.getClientRects().length;
      });
    });
    expect(lines).toEqual(lines.map(() => 1));
  }
});
