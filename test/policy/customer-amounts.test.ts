import { describe, expect, it } from 'vitest';
import { written } from '../../policy/app/written.ts';
import { deductionName, showAmount } from '../../policy/texts/customer/amounts.ts';
import { showDay, showDeadline, showInstant } from '../../policy/texts/customer/dates.ts';
import { createWords } from '../../policy/texts/customer/index.ts';

/** Blanks that a font may draw in one of several widths. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe("a customer's amount", () => {
  it.each<[number, string, 'en' | 'de', string | null, string]>([
    [123_450, 'USD', 'en', 'USD', '$1,234.50'],
    [123_450, 'USD', 'en', null, '$1,234.50'],
    [123_450, 'USD', 'en', 'EUR', 'US$1,234.50'],
    [123_450, 'CAD', 'en', 'USD', 'CA$1,234.50'],
    [123_450, 'EUR', 'de', 'EUR', '1.234,50 €'],
    [500, 'JPY', 'en', 'JPY', '¥500'],
    [359_995, 'HUF', 'de', 'EUR', '3.599,95 HUF'],
    [1_234_500, 'KWD', 'de', 'EUR', '1.234,500 KWD'],
    [9_007_199_254_740_991, 'USD', 'en', 'USD', '$90,071,992,547,409.91'],
  ])('%i minor units of %s in %s, where the shop counts in %s: %s', (minor, currency, language, home, shown) => {
    expect(plain(showAmount(minor, currency as never, createWords(language, {}, home)))).toBe(shown);
  });

  it.each([
    ['original shipping', 'Original shipping'],
    ['original shipping, as far as it goes', 'Original shipping, as far as it goes'],
    ['a scratch', 'A scratch'],
  ])('names what is taken off: %s', (label, shown) => {
    expect(deductionName(label, createWords('en'))).toBe(shown);
  });
});

describe("a customer's day", () => {
  const deadline = { date: '2026-12-22', instant: '2026-12-23T04:59:59.999Z', timeZone: 'America/New_York' };

  it.each([
    ['en', 'Tuesday 22 December 2026', 'Eastern Standard Time'],
    ['de', 'Dienstag, 22. Dezember 2026', 'Nordamerikanische Ostküsten-Normalzeit'],
  ] as const)('in %s says weekday, month and zone in words', (language, day, zone) => {
    const words = createWords(language);
    expect(showDay('2026-12-22', words)).toBe(day);
    expect(showDeadline(deadline, words)).toContain(zone);
    expect(showInstant(deadline.instant, deadline.timeZone, words)).toContain('23:59');
  });
});

describe('what somebody wrote', () => {
  it.each([
    [' by phone\n', 'by phone'],
    ['', ''],
    [' \n\t ', ''],
    ['\u200b\u2060\ufeff', ''],
    ['\u0000', ''],
    ['👍', '👍'],
  ])('%j is %j', (text, seen) => {
    expect(written(text)).toBe(seen);
  });
});
