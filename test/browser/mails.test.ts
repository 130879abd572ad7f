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

it('keeps the words of a label whole on a phone', async () => {
  const { html } = await renderMail('out-of-stock', { ...SAMPLES['out-of-stock'], words: createWords('de') });
  await page.setContent(html);
  await page.setViewportSize({ width: 375, height: 800 });
  const lines = await page.getByText('Voraussichtlich am').evaluate((cell) => {
    const word = document.createRange();
    word.setStart(cell.firstChild as Node, 0);
    word.setEnd(cell.firstChild as Node, 'Voraussichtlich'.length);
    return word.getClientRects().length;
  });
  expect(lines).toBe(1);
});
