import { afterEach, describe, expect, it } from 'vitest';
import { shopLocale } from '../../../web/admin/format/locale.ts';
import { formatMoney } from '../../../web/admin/format/money.ts';
import { de } from '../../../web/admin/messages/de.ts';
import { en } from '../../../web/admin/messages/en.ts';
import { language, speak, t, tn, word } from '../../../web/admin/messages/index.ts';
import { languageOf } from '../../../web/admin/messages/languages.ts';

const blanks = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string).sort();
const keys = Object.keys(en) as (keyof typeof en)[];

afterEach(() => speak('en', {}));

describe('German', () => {
  it('says all that English says: a new sentence needs a line in messages/de.ts', () => {
    expect(keys.filter((key) => de[key] === undefined)).toEqual([]);
    expect(Object.keys(de).filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });

  it('fills in what English fills in', () => {
    const differ = keys.filter(
      (key) => de[key] !== undefined && blanks(de[key] ?? '').join() !== blanks(en[key]).join(),
    );
    // One of something needs no number.
    expect(differ.filter((key) => !key.endsWith('.one'))).toEqual([]);
  });

  it.each([
    ['English', en],
    ['German', de],
  ])('names each button of a case page by a name of its own, in %s', (_language, words) => {
    const buttons = keys.filter(
      (key) => key.startsWith('step.') || /^approval\.(first\.)?(approve|decline)$/.test(key),
    );
    const names = buttons.map((key) => words[key]);
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    // The bare verb leaves open whether the refund is declined or the return.
    expect(names.filter((name) => name === 'Decline' || name === 'Ablehnen')).toEqual([]);
  });

  it('is spoken once it is set, and English stands in for what it lacks', () => {
    speak('de', { 'case.number': 'Fall {number}', 'home.approvals.other': '{count} Erstattungen' });
    expect(language()).toBe('de');
    expect(t('case.number', { number: 12 })).toBe('Fall 12');
    expect(tn('home.approvals', 2)).toBe('2 Erstattungen');
    expect(word('state', 'closed')).toBe(en['state.closed']);
  });

  it('writes amounts as the shop’s staff do', () => {
    expect(formatMoney(123450, 'EUR', shopLocale('DE', 'de'))).toMatch(/^1\.234,50\s€$/);
    expect(formatMoney(123450, 'USD', shopLocale('US', 'en'))).toBe('$1,234.50');
  });
});

it.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE_ch', 'de'],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['', 'en'],
  [null, 'en'],
])('a locale of %j is read in %s', (locale, expected) => expect(languageOf(locale)).toBe(expected));
