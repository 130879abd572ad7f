import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings } from '../../policy/settings.ts';
import {
  CLAUSE_TEXTS,
  createVersion,
  diffVersions,
  isIntact,
  type PolicyVersion,
  versionFor,
} from '../../policy/versions/index.ts';

const version = (number: number, effectiveAt: string, settings: object = {}): PolicyVersion =>
  createVersion({ number, settings: parseSettings(settings), effectiveAt });
const first = version(1, '2026-01-01T00:00:00Z');

describe('a version', () => {
  it('carries every setting and the words of every clause, and can not be changed', () => {
    expect(first.settings).toEqual(DEFAULT_SETTINGS);
    expect(first.clauses.P11).toBe(CLAUSE_TEXTS.P11);
    expect(() => Object.assign(first, { number: 2 })).toThrow(TypeError);
    expect(() => Object.assign(first.settings, { missingParts: 'refuse' })).toThrow(TypeError);
    expect(
      () =>
        (first.settings.markets as Record<string, unknown>).DE === undefined &&
        Object.assign(first.settings.markets, { DE: {} }),
    ).toThrow(TypeError);
  });

  it('leaves the settings it was made of free to be edited', () => {
    const settings = { ...structuredClone(DEFAULT_SETTINGS), markets: { DE: {} } };
    createVersion({ number: 1, settings, effectiveAt: '2026-01-01T00:00:00Z' });
    expect(Object.isFrozen(settings.markets)).toBe(false);
  });

  it('has one digest for one content: order of names and spelling of the instant do not count', () => {
    const shuffled = Object.fromEntries(Object.entries(DEFAULT_SETTINGS).reverse()) as typeof DEFAULT_SETTINGS;
    const same = createVersion({ number: 9, settings: shuffled, effectiveAt: '2026-01-01T01:00:00+01:00' });
    expect(same.digest).toBe(first.digest);
    expect(first.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['a setting', version(1, '2026-01-01T00:00:00Z', { missingParts: 'refuse' })],
    ['a market', version(1, '2026-01-01T00:00:00Z', { markets: { DE: { legalOverlay: 'apply' } } })],
    ['the date', version(1, '2026-01-02T00:00:00Z')],
    [
      'a word of a clause',
      createVersion({
        number: 1,
        settings: DEFAULT_SETTINGS,
        effectiveAt: first.effectiveAt,
        clauses: { ...CLAUSE_TEXTS, P1: 'x' },
      }),
    ],
  ])('has another digest when %s differs', (_, other) => {
    expect(other.digest).not.toBe(first.digest);
  });

  it('shows when what is stored is not what was published', () => {
    expect(isIntact(first)).toBe(true);
    expect(isIntact({ ...first, settings: { ...first.settings, missingParts: 'refuse' } })).toBe(false);
  });

  it('refuses a date that is none', () => {
    expect(() => version(1, 'tomorrow')).toThrow('tomorrow');
  });
});

describe('the version in force', () => {
  const versions = [version(3, '2026-06-01T00:00:00Z'), first, version(2, '2026-03-01T00:00:00Z')];
  it.each([
    ['before the first', '2025-12-31T23:59:59Z', 1],
    ['on the second the first begins', '2026-01-01T00:00:00Z', 1],
    ['one second before the next', '2026-02-28T23:59:59Z', 1],
    ['on the second the next begins', '2026-03-01T00:00:00Z', 2],
    ['the same instant elsewhere', '2026-02-28T19:00:00-05:00', 2],
    ['after all', '2027-01-01T00:00:00Z', 3],
  ])('%s: %s → %i', (_, instant, number) => {
    expect(versionFor(versions, instant).number).toBe(number);
  });

  it('is the later published of two with the same date', () => {
    expect(versionFor([version(5, '2026-03-01T00:00:00Z'), ...versions], '2026-03-02T00:00:00Z').number).toBe(5);
  });

  it('never is one that was withdrawn', () => {
    const last = '2026-12-31T00:00:00Z';
    const withdrawn = versions.map((one) => (one === versionFor(versions, last) ? { ...one, withdrawnAt: last } : one));
    expect(versionFor(withdrawn, last).number).not.toBe(versionFor(versions, last).number);
    expect(versionFor([{ ...first, withdrawnAt: null }], last).number).toBe(1);
  });

  it('is an error without any version', () => {
    expect(() => versionFor([], '2026-01-01T00:00:00Z')).toThrow('at least one policy version');
  });

  it('never is one that begins later, where an earlier one exists, whatever the order', () => {
    const days = fc.uniqueArray(fc.nat(300), { minLength: 1, maxLength: 8 });
    const at = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
    fc.assert(
      fc.property(days, fc.nat(300), (starts, day) => {
        const all = starts.map((start, index) => ({ number: index + 1, effectiveAt: at(start), start }));
        const begun = all.filter(({ start }) => start <= day).map(({ start }) => start);
        const expected = begun.length > 0 ? Math.max(...begun) : Math.min(...starts);
        expect(versionFor(all, at(day)).start).toBe(expected);
      }),
    );
  });
});

describe('what a version changes', () => {
  it('nothing, against itself', () => {
    expect(diffVersions(first, first)).toEqual({ changes: [], clauses: [] });
    expect(diffVersions(first, version(2, '2026-01-01T01:00:00+01:00'))).toEqual({ changes: [], clauses: [] });
  });

  it.each([
    [
      { 'backorder.responseHours': 24 },
      'backorder.responseHours: 72 → 24 (hours since the customer was told)',
      ['P7', 'P9'],
    ],
    [{ missingParts: 'refuse' }, 'missingParts: ask → refuse', ['P33']],
    [{ 'warranty.months': 24 }, 'warranty.months: not set → 24 (months)', ['P23']],
    [{ 'intake.required': [] }, 'intake.required: order_number, email → none', ['P30']],
    [
      { markets: { DE: { legalOverlay: 'apply' } } },
      'legalOverlay in DE: as for the shop → apply',
      ['P12', 'P21', 'P23', 'P26', 'P38'],
    ],
    [
      { products: { 7: { 'warranty.months': 12 } } },
      'warranty.months of product 7: as for the shop → 12 (months)',
      ['P23'],
    ],
  ] as const)('%j: %s', (settings, sentence, clauses) => {
    const diff = diffVersions(first, version(2, first.effectiveAt, settings));
    expect(diff.changes.map((change) => change.sentence)).toEqual([sentence]);
    expect(diff.clauses).toEqual(clauses);
  });

  it('says what a collection holds now, with the clauses of its settings', () => {
    const with1 = version(2, first.effectiveAt, {
      collections: { 9: { productIds: ['1', '2'], settings: { missingParts: 'deduct' } } },
    });
    const with2 = version(3, first.effectiveAt, {
      collections: { 9: { productIds: ['2', '3', '4'], settings: { missingParts: 'deduct' } } },
    });
    expect(diffVersions(with1, with2)).toEqual({
      changes: [
        { path: 'collections.9.productIds', sentence: 'collection 9: 2 products added, 1 removed', clauses: ['P33'] },
      ],
      clauses: ['P33'],
    });
  });

  it('names a clause whose words changed, and the new date', () => {
    const reworded = createVersion({
      number: 2,
      settings: DEFAULT_SETTINGS,
      effectiveAt: '2026-02-01T00:00:00Z',
      clauses: { ...CLAUSE_TEXTS, P15: 'We hurry.' },
    });
    const diff = diffVersions(first, reworded);
    expect(diff.changes.map((change) => change.path)).toEqual(['clauses.P15', 'effectiveAt']);
    expect(diff.changes[1]?.sentence).toBe('counts from 2026-02-01T00:00:00Z (before: 2026-01-01T00:00:00Z)');
    expect(diff.clauses).toEqual(['P15']);
  });

  it('is empty exactly where the digests agree', () => {
    const settings = fc.record(
      {
        missingParts: fc.constantFrom('ask', 'deduct', 'refuse'),
        'warranty.months': fc.constantFrom(null, 12),
        restockingFee: fc.constantFrom(0, 10),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(settings, settings, (a, b) => {
        const [one, two] = [version(1, first.effectiveAt, a), version(2, first.effectiveAt, b)];
        expect(diffVersions(one, two).changes.length === 0).toBe(one.digest === two.digest);
      }),
    );
  });
});
