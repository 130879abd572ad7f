import { describe, expect, it } from 'vitest';
import { resolveSettings } from '../../../policy/settings/resolve-settings.ts';
import { parseSettings } from '../../../policy/settings.ts';
import {
  collectionScope,
  collectionsOf,
  countriesOf,
  ownAt,
  productsIn,
  productsOf,
  valueAt,
  withoutScope,
  withProducts,
  withValue,
} from '../../../web/admin/pages/policy/form.ts';

describe('a value that differs', () => {
  const usual = { 'changeOfMind.windowDays': 14 };

  it.each([
    ['DE', 'markets'],
    ['8001', 'products'],
  ])('for %s stands under %s, and the policy takes it', (scope, root) => {
    const settings = withValue(usual, scope, 'warranty.months', 24);
    expect(settings).toEqual({ ...usual, [root]: { [scope]: { 'warranty.months': 24 } } });
    expect(valueAt(settings, scope, 'warranty.months')).toBe(24);
    expect(valueAt(settings, null, 'warranty.months')).toBeUndefined();
    expect(ownAt(settings, scope)).toEqual({ 'warranty.months': 24 });
    expect([...countriesOf(settings), ...productsOf(settings)]).toEqual([scope]);
    expect(parseSettings(settings)).toMatchObject(settings);
  });

  it('for a collection stands beside its products, and the policy reads it for each that has none of its own', () => {
    const scope = collectionScope('77');
    const months = withValue(usual, scope, 'warranty.months', 24);
    const settings = withValue(withProducts(months, '77', ['31', '32']), '32', 'warranty.months', 6);
    expect(settings.collections).toEqual({ 77: { productIds: ['31', '32'], settings: { 'warranty.months': 24 } } });
    expect(valueAt(settings, scope, 'warranty.months')).toBe(24);
    expect(ownAt(settings, scope)).toEqual({ 'warranty.months': 24 });
    expect([collectionsOf(settings), productsIn(settings, '77')]).toEqual([['77'], ['31', '32']]);
    const parsed = parseSettings(settings);
    const monthsOf = (productId: string) => resolveSettings(parsed, { productId })['warranty.months'];
    expect(['31', '32', '33'].map(monthsOf)).toEqual([24, 6, parsed['warranty.months']]);

    // Its products stay when a value goes, and its values when products do.
    expect(withValue(settings, scope, 'warranty.months', undefined).collections).toEqual({
      77: { productIds: ['31', '32'], settings: {} },
    });
    expect(ownAt(withProducts(settings, '77', []), scope)).toEqual({ 'warranty.months': 24 });
    expect(collectionsOf(withoutScope(settings, scope))).toEqual([]);
  });

  it('is as usual again once it is taken away', () => {
    const both = withValue(withValue(usual, 'DE', 'warranty.months', 24), '8001', 'warranty.months', 12);
    expect(valueAt(withValue(both, '8001', 'warranty.months', undefined), '8001', 'warranty.months')).toBeUndefined();
    expect(productsOf(withoutScope(both, '8001'))).toEqual([]);
    expect(countriesOf(withoutScope(both, '8001'))).toEqual(['DE']);
  });
});
