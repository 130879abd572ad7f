import { describe, expect, it } from 'vitest';
import { Effect } from '../../../../policy/app/effects.ts';
import { CLAUSES } from '../../../../policy/clauses.ts';
import { showAmount } from '../../../../web/adapters/mail/amounts.ts';
import { type MailTemplate, renderMail } from '../../../../web/adapters/mail/render.ts';
import { breakdown, SAMPLES } from './samples.ts';

const TEMPLATES = Object.keys(SAMPLES) as MailTemplate[];

it('has a template for every mail that can be asked for', () => {
  for (const template of TEMPLATES) {
    expect(Effect.safeParse({ kind: 'mail.send', caseId: '1', template, intentId: null }).success).toBe(true);
  }
});

describe.each(TEMPLATES)('%s', (template) => {
  it('says the same in HTML and in text: order, shop, whom to answer', async () => {
    const { subject, html, text } = await renderMail(template, SAMPLES[template] as never);
    expect(subject).toContain('#1003');
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
    // What a link leads to is loaded when somebody presses it.
    const loaded = html.replaceAll(/(?<=<a[^>]*) href="[^"]*"/g, '');
    expect(loaded).not.toMatch(/<script|<img|url\(|https?:\/\/(?!www\.w3\.org)/i);
  });

  it('has text lines that a terminal can show', async () => {
    const { text } = await renderMail(template, SAMPLES[template] as never);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(76);
  });

  it('greets without a name where there is none', async () => {
    const { text } = await renderMail(template, { ...SAMPLES[template], customerName: null } as never);
    expect(text).toContain('Hello,');
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
    [9_007_199_254_740_991, 'USD', '$90,071,992,547,409.91'],
  ])('are exact: %i %s', (minor, currency, shown) => {
    expect(showAmount(minor, currency)).toMatch(shown);
  });
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
