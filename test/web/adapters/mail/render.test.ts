import { describe, expect, it } from 'vitest';
import { Effect } from '../../../../policy/app/effects.ts';
import { CLAUSES } from '../../../../policy/clauses.ts';
import { showAmount } from '../../../../policy/texts/customer/amounts.ts';
import { createWords, defaultText, LANGUAGES, MAIL_WORDS } from '../../../../policy/texts/customer/index.ts';
import { type MailTemplate, renderMail } from '../../../../web/adapters/mail/render.ts';
import { breakdown, emptiest, longest, SAMPLES } from './samples.ts';

const TEMPLATES = Object.keys(SAMPLES) as MailTemplate[];

it('has a template for every mail that can be asked for', () => {
  for (const template of TEMPLATES) {
    // About no case: an effect of its own.
    if (template === 'parcel-unmarked') continue;
    expect(Effect.safeParse({ kind: 'mail.send', caseId: '1', template, intentId: null }).success).toBe(true);
  }
});

describe.each(TEMPLATES)('%s', (template) => {
  it('says the same in HTML and in text: order, shop, whom to answer', async () => {
    const { subject, html, text } = await renderMail(template, SAMPLES[template] as never);
    // The mail that asks about tracking names the return by its number.
    expect(subject).toMatch(/#1003|RMA-4F7K2QZ/);
    for (const body of [html, text]) {
      expect(body).toContain('Jo Doe');
      expect(body).toContain('Demo Audio');
      expect(body).toContain('help@demo-audio.example');
      expect(body).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  it('is safe HTML that loads nothing', async () => {
    const { html } = await renderMail(template, SAMPLES[template] as never);
    expect(html).not.toContain('<One>');
    // An address may stand there to be read or pressed; nothing is fetched by opening the mail.
    expect(html).not.toMatch(/<script|<img|<link|<iframe|<object|url\(|@import|\s(src|background|poster)=/i);
  });

  it('has text lines that a terminal can show', async () => {
    const { text } = await renderMail(template, SAMPLES[template] as never);
    const lines = text.split('\n').filter((line) => !line.includes('https://'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
  });

  it('greets without a name where there is none', async () => {
    const { text } = await renderMail(template, { ...SAMPLES[template], customerName: null } as never);
    expect(text).toContain('Hello,');
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(TEMPLATES)(
    '%s bears the longest data: complete, escaped, every link whole, one line of subject',
    async (template) => {
      const data = longest(template, language);
      const { subject, html, text } = await renderMail(template, data as never);
      expect(subject).not.toMatch(/[\r\n]/);
      for (const body of [subject, html, text]) expect(body).not.toMatch(/undefined|NaN|\[object|\{[a-z]+\}/);
      expect(html).not.toContain('<b>');
      expect(html).toContain(`lang="${language}"`);
      // Loads nothing: the logo travels with the mail.
      expect(html.match(/src="[^"]*"/g) ?? []).toEqual(['src="cid:shop-logo"']);
      const urls = [...JSON.stringify(data).matchAll(/https:\/\/makegood[^"\\]*/g)].map(([url]) => url);
      for (const url of new Set(urls)) {
        expect(html).toContain(`href="${url}`);
        expect(text).toContain(url);
      }
      const items = (data as { items?: readonly { title: string }[] | null }).items ?? [];
      for (const { title } of items.slice(0, 2)) expect(text.replace(/\s+/g, ' ')).toContain(title);
    },
  );

  it.each(TEMPLATES)('%s bears the emptiest data: no hole, no dead button', async (template) => {
    const { subject, html, text } = await renderMail(template, emptiest(template, language) as never);
    expect(subject.trim()).not.toBe('');
    for (const body of [html, text]) {
      expect(body).not.toMatch(/undefined|null|NaN|\[object|\{[a-z]+\}|\(\s*\)| {2}\./);
      expect(body).toContain(createWords(language).say('greeting.nobody'));
    }
    expect(html).not.toMatch(/href="(?:null|undefined)?"|mailto:"/);
  });

  it.each(TEMPLATES)('%s says nothing that was left in another language', async (template) => {
    const { text } = await renderMail(template, { ...SAMPLES[template], words: createWords(language) } as never);
    const said = text.replace(/\s+/g, ' ');
    const others = LANGUAGES.filter((other) => other !== language).flatMap((other) =>
      MAIL_WORDS.filter((word) => defaultText(other, word) !== defaultText(language, word)).flatMap((word) =>
        defaultText(other, word)
          .split(/\{\w+\}/)
          .map((part) => part.trim())
          .filter((part) => part.length > 14),
      ),
    );
    expect(others.filter((part) => said.includes(part))).toEqual([]);
  });
});

describe('the sums', () => {
  it('stand line by line, with the clause of each deduction in plain words', async () => {
    const { html, text } = await renderMail('refund-made', SAMPLES['refund-made']);
    for (const body of [html, text]) {
      for (const amount of ['$80.00', '$6.40', '−$6.50', '$79.90']) expect(body).toContain(amount);
      expect(body).toContain(CLAUSES.P12.sentence);
      expect(body).toContain(CLAUSES.P25.sentence);
      expect(body).not.toContain('Duties');
    }
  });

  it('name no refund where nothing was paid', async () => {
    const nothing = breakdown({ items: 0, tax: 0, deductions: [], total: 0 });
    const { text } = await renderMail('cancelled', { ...SAMPLES.cancelled, refund: nothing });
    expect(text).not.toContain('$0.00');
    expect(text).toContain('nothing to pay back');
  });

  it('leave out a sum that is not known yet', async () => {
    const estimate = { ...breakdown({ deductions: [] }), total: null, missing: ['originalShippingCost'] };
    const { text } = await renderMail('too-late', { ...SAMPLES['too-late'], estimate });
    expect(text).toContain('Up to $86.40');
  });

  it.each([
    [123456789, 'USD', '$1,234,567.89'],
    [500, 'JPY', '¥500'],
    [1234, 'KWD', /KWD\s1\.234/],
    [123456, 'HUF', /Ft\s1,234\.56/],
    [1234567, 'IQD', /IQD\s1,234\.567/],
    [9_007_199_254_740_991, 'USD', '$90,071,992,547,409.91'],
  ])('are exact: %i %s', (minor, currency, shown) => {
    expect(showAmount(minor, currency, createWords('en'))).toMatch(shown);
  });

  it.each([
    ['AUD', 'AUD', 'en', '$12.34'],
    ['AUD', 'USD', 'en', 'US$12.34'],
    ['USD', 'CAD', 'en', 'CA$12.34'],
    ['USD', 'AUD', 'en', 'A$12.34'],
    ['USD', 'CAD', 'de', '12,34\u00a0CA$'],
    ['USD', 'EUR', 'en', '€12.34'],
  ] as const)(
    'say whose dollars they count where they are not the shop’s: %s, %s',
    (home, currency, language, shown) => {
      expect(showAmount(1234, currency, createWords(language, {}, home))).toBe(shown);
    },
  );
});

it('writes the last day out, with the zone as it is named on that day', async () => {
  const { text } = await renderMail('rma-issued', SAMPLES['rma-issued']);
  expect(text.replace(/\s+/g, ' ')).toContain(
    'Wednesday 4 November 2026, end of the day (Eastern Standard Time, America/New York)',
  );
});

it('names no last day where there is none', async () => {
  const { text } = await renderMail('rma-issued', { ...SAMPLES['rma-issued'], deadline: null });
  expect(text).not.toMatch(/to be here by|no refund/i);
});
