import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InspectionResults, ReturnReasons } from '../../../policy/app/commands.ts';
import { Effect } from '../../../policy/app/effects.ts';
import { CLAUSE_IDS } from '../../../policy/clauses.ts';
import { startOfDay as dayBegins } from '../../../policy/days/local-day.ts';
import { backorder, cancellation, inspection, refundIntent, returnCase } from '../../../policy/machines/index.ts';
import { countryName } from '../../../web/admin/format/country.ts';
import { shopLocale } from '../../../web/admin/format/locale.ts';
import { decimalText, formatMoney } from '../../../web/admin/format/money.ts';
import { parseMoney } from '../../../web/admin/format/parse-money.ts';
import {
  formatDate,
  formatExact,
  formatInstant,
  formatInstantsIn,
  startOfDay,
} from '../../../web/admin/format/time.ts';
import { en } from '../../../web/admin/messages/en.ts';
import { hasWord, t, tn, word } from '../../../web/admin/messages/index.ts';
import { caseFilters, caseListPath, isFiltered } from '../../../web/admin/pages/cases/case-filters.ts';
import { buildAsk, emptyForm } from '../../../web/admin/pages/order/build-ask.ts';
import { casePath, matchPage, orderPath } from '../../../web/admin/router/match.ts';
import { CASE_STATES, caseStates } from '../../../web/admin/words/case-states.ts';
import { clauseSentence } from '../../../web/admin/words/clauses.ts';
import { effectTitle } from '../../../web/admin/words/effect-title.ts';
import { entrySentence, sentence } from '../../../web/admin/words/sentence.ts';
import { valueWords } from '../../../web/admin/words/setting.ts';
import { short } from '../../../web/admin/words/short.ts';
import { lookOf } from '../../../web/admin/words/tones.ts';
import { Ask, CaseQuery, EffectState, Verdict } from '../../../web/edge/admin/contract.ts';

/** Templates of mails and subjects of Slack messages: what tells two effects of one kind apart. */
const effectsAbout = Effect.options.flatMap(({ shape }) => [
  ...('template' in shape ? shape.template.options : []),
  ...('subject' in shape ? shape.subject.options : []),
]);

describe('words', () => {
  it.each([
    ['state', [...cancellation.states, ...backorder.states, ...returnCase.states]],
    ['goods', inspection.states],
    ['intent', refundIntent.states],
    ['effect-state', EffectState.options],
    ['effect', Effect.options.map((option) => option.shape.kind.value)],
    ['about', effectsAbout],
    ['verdict', Verdict.options],
    ['reason', ReturnReasons.options],
    ['result', InspectionResults.options],
  ])('every %s has one: a new value needs a line in messages/en.ts', (group, values) => {
    expect(values.filter((value) => !hasWord(group, value))).toEqual([]);
  });

  it('are plain where a newer server says something unheard of', () => {
    expect(word('state', 'waiting_for_moon')).toBe('Waiting for moon');
    expect(word('effect', 'carrier.book-pickup')).toBe('Carrier book pickup');
  });

  it('of every clause are the customer’s', () => {
    for (const id of CLAUSE_IDS) expect(clauseSentence(id)?.length).toBeGreaterThan(10);
    expect(clauseSentence('P99')).toBeNull();
    expect(clauseSentence('constructor')).toBeNull();
  });

  it('fill in and count', () => {
    expect(t('case.number', { number: 12 })).toBe('Case 12');
    expect(tn('home.approvals', 1)).toBe('1 refund waits for approval');
    expect(tn('home.approvals', 0)).toBe('0 refunds wait for approval');
    expect(tn('home.approvals', 2)).toBe('2 refunds wait for approval');
  });

  it('use no emoji, and never a red case state', () => {
    expect(Object.values(en).filter((text) => /\p{Extended_Pictographic}/u.test(text))).toEqual([]);
    for (const state of caseStates()) expect(lookOf('state', state).tone).not.toBe('critical');
  });

  it.each([
    ['asked for before anything shipped', 'Asked for before anything shipped'],
    ['demo.myshopify.com is not installed', 'demo.myshopify.com is not installed'],
    ['#1001 is closed', '#1001 is closed'],
    ['late.', 'Late.'],
    ['', ''],
  ])('begin a sentence: %s', (text, begun) => expect(sentence(text)).toBe(begun));

  it.each([
    ['case.note', 'once more: no role', 'once more: no role'],
    ['refund.approve', 'approved the refund', 'Approved the refund'],
    ['case.note', 'wait until 2026-12-02 23:42 UTC', 'wait until 2026-12-02 23:42 UTC'],
    ['policy.withdraw', 'from 2026-12-02 23:42 UTC', 'From Dec 2'],
  ])('leave a note as it was written: %s', (event, text, said) =>
    expect(entrySentence({ event, text }, (worded) => worded.replace(/2026-12-02 .*UTC/, 'Dec 2'))).toBe(said),
  );

  it.each([
    [1, '1 day'],
    [2, '2 days'],
    [null, 'Not set'],
  ])('count the values of a setting: %j', (value, said) => {
    const control = { kind: 'number', min: 0, max: 90, step: 1, none: true, word: null } as const;
    expect(valueWords({ name: 'rma.validDays', control, unit: 'days since the RMA' }, value)).toBe(said);
  });

  it('name a step by what it is about', () => {
    expect(effectTitle({ kind: 'mail.send', about: 'rma-issued' })).toBe('Mail to the customer: RMA number');
    expect(effectTitle({ kind: 'shopify.close-return', about: null })).toBe('Close the return in Shopify');
  });
});

describe('the filter by state', () => {
  it.each([
    ['cancellation', cancellation],
    ['backorder', backorder],
    ['return', returnCase],
  ] as const)('offers exactly the states of a %s', (kind, machine) => {
    expect([...CASE_STATES[kind]].sort()).toEqual(machine.states.filter((state) => state !== machine.initial).sort());
  });

  it.each([
    ['', '/cases?open=true'],
    ['view=all', '/cases'],
    ['view=closed&kind=return', '/cases?open=false&kind=return'],
    ['state=in_transit', '/cases?open=true&state=in_transit'],
    ['state=in_transit&kind=cancellation', '/cases?open=true&kind=cancellation'],
    ['state=nonsense&kind=nonsense&view=nonsense', '/cases?open=true'],
    ['view=all&text=%20RMA-4F7K2QZ%20', '/cases?text=RMA-4F7K2QZ'],
    ['view=all&text=a%26b', '/cases?text=a%26b'],
    ['view=all&cursor=1_2', '/cases?cursor=1_2'],
  ])('turns the address ?%s into %s', (query, path) => {
    expect(caseListPath(caseFilters(new URLSearchParams(query)))).toBe(path);
  });

  it('never asks what the server refuses', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('view', 'text', 'kind', 'state', 'cursor'), fc.string()), (query) => {
        const path = caseListPath(caseFilters(new URLSearchParams(query)));
        const asked = Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''));
        expect(CaseQuery.safeParse(asked).success).toBe(true);
      }),
    );
  });

  it('knows whether something narrows the list', () => {
    expect(isFiltered(caseFilters(new URLSearchParams('view=closed')))).toBe(false);
    expect(isFiltered(caseFilters(new URLSearchParams('text=x')))).toBe(true);
  });
});

describe('money', () => {
  it.each([
    [4320, 'USD', 'en-US', '$43.20'],
    [-500, 'USD', 'en-US', '-$5.00'],
    [0, 'EUR', 'en-US', '€0.00'],
    [5, 'EUR', 'en-US', '€0.05'],
    [500, 'JPY', 'en-US', '¥500'],
    [1234, 'KWD', 'en-US', 'KWD 1.234'],
    [9_007_199_254_740_991, 'USD', 'en-US', '$90,071,992,547,409.91'],
  ])('%i of %s in %s is %s', (minor, currency, locale, text) => {
    expect(formatMoney(minor, currency, locale).replaceAll('\u00a0', ' ')).toBe(text);
  });

  it('keeps every minor unit', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(0, 2, 3), (minor, digits) => {
        const text = decimalText(minor, digits);
        expect(BigInt(text.replace('.', ''))).toBe(BigInt(minor));
        expect((text.split('.')[1] ?? '').length).toBe(digits);
      }),
    );
  });
});

describe('an amount that somebody types', () => {
  it.each([
    ['7', 2, 700],
    ['7.5', 2, 750],
    ['7,05', 2, 705],
    [' 0.00 ', 2, 0],
    ['500', 0, 500],
    ['1.234', 3, 1234],
    ['7.005', 2, null],
    ['5.0', 0, null],
    ['-7', 2, null],
    ['1e3', 2, null],
    ['seven', 2, null],
    ['', 2, null],
  ])('"%s" with %i digits is %s', (text, digits, minor) => expect(parseMoney(text, digits)).toBe(minor));

  it('is what its text says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.constantFrom(0, 2, 3), (minor, digits) => {
        expect(parseMoney(decimalText(minor, digits), digits)).toBe(minor);
      }),
    );
  });

  // What a browser knows of these has no digits after the point; their amounts have.
  it.each([
    ['HUF', 123_456, 'HUF 1,234.56'],
    ['COP', 123_456, 'COP 1,234.56'],
    ['IQD', 1_234_567, 'IQD 1,234.567'],
    ['JPY', 500, '¥500'],
  ])('in %s is shown with all its digits', (currency, minor, shown) =>
    expect(formatMoney(minor, currency, 'en-US').replace(/\s/g, ' ')).toBe(shown),
  );
  it('in HUF is read with its digits', () => {
    const lines = [{ id: '1', unitsShipped: 1, currentQuantity: 1 }] as unknown as Parameters<
      typeof buildAsk
    >[1]['lines'];
    const built = buildAsk({ ...emptyForm, kind: 'return', shippingCost: '12' }, { lines, currency: 'HUF' });
    expect(built).toMatchObject({ originalShippingCost: 1200 });
  });
});

it.each([
  ['US', 'United States'],
  ['EU', 'European Union'],
  ['nowhere', 'nowhere'],
])('%s is called %s', (code, name) => expect(countryName(code, 'en-US')).toBe(name));

describe('times', () => {
  const albany = { locale: 'en-US', timeZone: 'America/New_York' };
  const now = new Date('2026-11-22T15:00:00Z');
  const plain = (text: string): string => text.replaceAll('\u202f', ' ');

  it.each([
    ['2026-11-22T14:58:00Z', albany, 'Nov 22, 9:58 AM'],
    // Already the next day in the shop's zone, and already the next year.
    ['2026-11-22T23:30:00Z', { ...albany, timeZone: 'Europe/Berlin' }, 'Nov 23, 12:30 AM'],
    ['2026-12-31T23:30:00Z', { ...albany, timeZone: 'Europe/Berlin' }, 'Jan 1, 2027, 12:30 AM'],
    ['2025-07-01T12:00:00Z', albany, 'Jul 1, 2025, 8:00 AM'],
  ])('%s is read in the shop’s zone', (iso, zone, text) => {
    expect(plain(formatInstant(iso, zone, now))).toBe(text);
  });

  it.each([
    [
      'en-US',
      'wait or be refunded by 2026-12-02 23:42 UTC — customer',
      'wait or be refunded by Dec 2, 6:42 PM — customer',
    ],
    ['de-DE', 'warten, bis 2026-12-03 04:42 UTC — Kundschaft', 'warten, bis 2. Dez., 23:42 — Kundschaft'],
    ['en-US', 'cancel #1001 of 2026-12-02', 'cancel #1001 of 2026-12-02'],
    ['en-US', 'in force from 2026-12-15T05:00:00.000Z, with 1 change', 'in force from Dec 15, 12:00 AM, with 1 change'],
  ])('writes instants inside a sentence of the server’s in the shop’s zone: %s, %s', (locale, said, text) => {
    const zone = { locale, timeZone: 'America/New_York' };
    expect(plain(formatInstantsIn(said, zone, new Date('2026-11-22T12:00:00Z')))).toBe(text);
  });

  it.each([
    'UTC',
    'America/New_York',
    'America/Santiago',
    'Asia/Tokyo',
    'Asia/Beirut',
    'Pacific/Auckland',
    'Pacific/Apia',
  ])('a day of %s begins when the policy says it does', (timeZone) => {
    const noon = Date.parse('2026-01-01T12:00:00Z');
    const days = Array.from({ length: 400 }, (_, day) => new Date(noon + day * 86_400_000).toISOString().slice(0, 10));
    for (const day of days) expect(`${day} ${startOfDay(day, timeZone)}`).toBe(`${day} ${dayBegins(day, timeZone)}`);
  });

  it('say the zone where the second matters', () => {
    expect(plain(formatExact('2026-12-21T04:59:59Z', albany))).toBe('Dec 20, 2026, 11:59:59 PM EST');
  });

  it('leave a calendar date as it is, whoever reads it', () => {
    expect(formatDate('2026-12-20', 'en-US')).toBe('December 20, 2026');
    expect(formatDate('2026-12-20', 'en-DE')).toBe('20 December 2026');
  });

  it.each([
    ['US', 'en-US'],
    ['DE', 'en-DE'],
    ['', 'en'],
    ['united states', 'en'],
  ])('a shop in "%s" reads %s', (country, locale) => expect(shopLocale(country)).toBe(locale));
});

describe('addresses', () => {
  it.each([
    ['/', { page: 'home', id: null }],
    ['/cases', { page: 'cases', id: null }],
    ['/cases/', { page: 'cases', id: null }],
    ['/cases/019-a', { page: 'case', id: '019-a' }],
    ['/orders/5001', { page: 'order', id: '5001' }],
    ['/cases/1/notes', null],
    ['/case', null],
    ['/cases/%E0%A4%A', null],
  ])('%s', (path, match) => expect(matchPage(path)).toEqual(match));

  it('lead where they came from', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (id) => {
        fc.pre(id !== '.' && id !== '..');
        expect(matchPage(casePath(id))).toEqual({ page: 'case', id });
        expect(matchPage(orderPath(id))).toEqual({ page: 'order', id });
      }),
    );
  });

  it.each([
    ['019300aa-0000-7000-8000-0000000000c1', '000000c1'],
    ['3f1ac04be3ce9b7f', '3f1ac04b'],
    ['v3', 'v3'],
  ])('%s is told apart by %s', (id, text) => expect(short(id)).toBe(text));
});

describe('what would happen if', () => {
  const line = { id: '7001', title: 'Headphones', variantTitle: null, sku: null, unitPrice: 1, discount: 0, total: 1 };
  const order = (quantity: number, unitsShipped: number) => ({
    currency: 'USD',
    lines: [{ ...line, quantity, currentQuantity: quantity, unitsShipped }],
  });

  it.each([
    ['the whole order', {}, order(2, 0), { kind: 'cancel' }],
    [
      'one of two',
      { quantities: { 7001: 1 } },
      order(2, 0),
      { kind: 'cancel', lines: [{ lineItemId: '7001', quantity: 1 }] },
    ],
    ['none', { quantities: { 7001: 0 } }, order(2, 0), null],
    ['all shipped: asked all the same', {}, order(2, 2), { kind: 'cancel' }],
    [
      'a return of what shipped',
      { kind: 'return', reason: 'changed_mind', photos: 0 },
      order(3, 2),
      { kind: 'return', reason: 'changed_mind', photos: 0, lines: [{ lineItemId: '7001', quantity: 2 }] },
    ],
    [
      'a defect',
      { kind: 'return', troubleshootingDone: false },
      order(1, 1),
      {
        kind: 'return',
        reason: 'defective',
        photos: 1,
        troubleshootingDone: false,
        lines: [{ lineItemId: '7001', quantity: 1 }],
      },
    ],
    [
      'a free shipment sent back',
      { kind: 'return', reason: 'changed_mind', shippingCost: '7' },
      order(1, 1),
      {
        kind: 'return',
        reason: 'changed_mind',
        photos: 1,
        lines: [{ lineItemId: '7001', quantity: 1 }],
        originalShippingCost: 700,
      },
    ],
    ['a cost that is none', { kind: 'return', reason: 'changed_mind', shippingCost: 'seven' }, order(1, 1), null],
    ['a return of nothing', { kind: 'return' }, order(2, 0), null],
    [
      'more than there is',
      { kind: 'return', reason: 'changed_mind', quantities: { 7001: 9 } },
      order(2, 1),
      { kind: 'return', reason: 'changed_mind', photos: 1, lines: [{ lineItemId: '7001', quantity: 1 }] },
    ],
    [
      'stock-out, silent',
      { kind: 'stock-out' },
      order(2, 1),
      { kind: 'stock-out', lines: [{ lineItemId: '7001', quantity: 1 }] },
    ],
    [
      'stock-out, wants the money',
      { kind: 'stock-out', answer: 'refund' },
      order(1, 0),
      { kind: 'stock-out', answer: 'refund', lines: [{ lineItemId: '7001', quantity: 1 }] },
    ],
  ] as const)('%s', (_name, form, given, ask) => {
    const built = buildAsk({ ...emptyForm, ...form }, given);
    expect(built).toEqual(ask);
    if (built !== null) expect(Ask.parse(built)).toEqual(built);
  });
});
