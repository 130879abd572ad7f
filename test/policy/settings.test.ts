import { describe, expect, it } from 'vitest';
import {
  CLAUSES,
  DEFAULT_SETTINGS,
  parseSettings,
  resolveSettings,
  SETTING_NAMES,
  SETTINGS,
  settingsDiff,
} from '../../policy/index.ts';
import { settingSchema } from '../../policy/settings.ts';

describe('settings', () => {
  it('settles every ambiguity of the text that has a setting', () => {
    const settled = new Set(SETTING_NAMES.map((name) => SETTINGS[name].ambiguity));
    // A13 and A23 are settled by the text itself.
    const all = Array.from({ length: 28 }, (_, i) => `A${i + 1}`).filter((a) => a !== 'A13' && a !== 'A23');
    expect([...settled].sort()).toEqual(all.sort());
  });

  it.each(SETTING_NAMES)('%s: its default is allowed, and it is explained', (name) => {
    const { default: value, description, because, allowed, clauses } = SETTINGS[name];
    expect(settingSchema(name).parse(value)).toEqual(value);
    expect(description).toMatch(/^[A-Z].+\.$/);
    expect(because).toMatch(/[^.]$/);
    expect(allowed).not.toBe('');
    for (const clause of clauses) expect(CLAUSES).toHaveProperty(clause);
  });

  it('only what differs is given, and told', () => {
    const settings = parseSettings({ missingParts: 'refuse', 'evidence.minPhotos.defective': 2, 'approval.auto': 50 });
    expect(settings).toEqual({
      ...DEFAULT_SETTINGS,
      missingParts: 'refuse',
      'evidence.minPhotos.defective': 2,
      'approval.auto': '50',
    });
    expect(settingsDiff(settings)).toEqual({
      missingParts: 'refuse',
      'evidence.minPhotos.defective': 2,
      'approval.auto': '50',
    });
    expect(parseSettings(undefined)).toBe(DEFAULT_SETTINGS);
  });

  // biome-ignore format: rows of a table
  it.each([
    [{ missingPart: 'refuse' }, 'settings/unknown', 'settings.missingPart', 'did you mean `missingParts`'],
    [{ somethingElse: 1 }, 'settings/unknown', 'settings.somethingElse', 'unknown setting'],
    [{ missingParts: 'maybe' }, 'settings/bad-value', 'settings.missingParts', 'allowed: ask, deduct, refuse'],
    [{ 'rma.validDays': '30' }, 'settings/bad-value', 'settings.rma.validDays', 'allowed: 0 to 365'],
    [{ 'rma.validDays': 1.5 }, 'settings/bad-value', 'settings.rma.validDays', '1.5'],
    [{ 'rma.validDays': -1 }, 'settings/bad-value', 'settings.rma.validDays', '-1'],
    [{ 'deadline.zone': 'Mars/Olympus' }, 'settings/bad-value', 'settings.deadline.zone', 'Mars'],
    [{ 'approval.auto': '-5' }, 'settings/bad-value', 'settings.approval.auto', '-5'],
    [{ restockingFee: 101 }, 'settings/bad-value', 'settings.restockingFee', '101'],
    [{ products: { '7': { 'tender.order': 'proportional' } } }, 'settings/not-overridable', 'settings.products.7.tender.order', 'by product'],
    [{ markets: { DE: { missingParts: 'refuse' } } }, 'settings/not-overridable', 'settings.markets.DE.missingParts', 'by market'],
    [{ markets: { Germany: {} } }, 'settings/bad-value', 'settings.markets', 'a country'],
    [{ products: { '7': { 'warranty.months': 'long' } } }, 'settings/bad-value', 'settings.products.7.warranty.months', 'long'],
    [[], 'settings/bad-value', 'settings', 'a list'],
    ['refuse', 'settings/bad-value', 'settings', 'refuse'],
  ])('%j is refused by name', (input, code, path, message) => {
    expect(() => parseSettings(input)).toThrow(
      expect.objectContaining({ code, path, message: expect.stringContaining(message) }),
    );
  });

  it('the narrower wins: product, collection, market, shop', () => {
    const settings = parseSettings({
      'warranty.months': 6,
      markets: { DE: { 'warranty.months': 24, legalOverlay: 'apply' } },
      collections: { '1': { productIds: ['10', '11'], settings: { 'warranty.months': 36 } } },
      products: { '11': { 'warranty.months': 48 } },
    });
    const months = (shipTo: string | null, productId: string | null) =>
      resolveSettings(settings, { shipTo, productId })['warranty.months'];
    expect([months('US', null), months('DE', null), months('DE', '9'), months('DE', '10'), months('US', '11')]).toEqual(
      [6, 24, 24, 36, 48],
    );
    expect(resolveSettings(settings, { shipTo: 'DE', productId: '11' })).toMatchObject({
      legalOverlay: 'apply',
      products: {},
    });
  });

  it('what has no override stays the same object, so that nothing is reckoned twice', () => {
    expect(resolveSettings(DEFAULT_SETTINGS, { shipTo: 'DE', productId: '1' })).toBe(DEFAULT_SETTINGS);
  });
});
