import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../../policy/settings.ts';
import {
  countriesOf,
  ownAt,
  productsOf,
  valueAt,
  withoutScope,
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

  it('is as usual again once it is taken away', () => {
    const both = withValue(withValue(usual, 'DE', 'warranty.months', 24), '8001', 'warranty.months', 12);
    expect(valueAt(withValue(both, '8001', 'warranty.months', undefined), '8001', 'warranty.months')).toBeUndefined();
    expect(productsOf(withoutScope(both, '8001'))).toEqual([]);
    expect(countriesOf(withoutScope(both, '8001'))).toEqual(['DE']);
  });
});
