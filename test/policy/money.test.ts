import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocate,
  formatDecimal,
  formatMoney,
  money,
  parseAmount,
  parseDecimal,
  plus,
  sum,
  unitShares,
} from '../../policy/index.ts';

const currency = fc.constantFrom('USD', 'JPY', 'KWD');

describe('amounts', () => {
  it.each([
    ['12.30', 'USD', 1230],
    ['12.3', 'USD', 1230],
    ['12', 'USD', 1200],
    ['0.01', 'USD', 1],
    ['-5.00', 'USD', -500],
    ['-0.00', 'USD', 0],
    ['500', 'JPY', 500],
    ['1000.0', 'JPY', 1000],
    ['1.234', 'KWD', 1234],
    ['90071992547409.91', 'USD', Number.MAX_SAFE_INTEGER],
  ])('%s %s is %i', (text, code, minor) => expect(parseDecimal(text, code)).toBe(minor));

  it.each([
    ['12.345', 'USD'],
    ['0.5', 'JPY'],
    ['1.2345', 'KWD'],
    ['1,50', 'USD'],
    ['1e3', 'USD'],
    [' 1', 'USD'],
    ['', 'USD'],
    ['.5', 'USD'],
    ['+1', 'USD'],
    ['Infinity', 'USD'],
    ['90071992547409.92', 'USD'],
    [12.3, 'USD'],
    [null, 'USD'],
  ])('%s %s is no exact amount', (text, code) =>
    expect(() => parseDecimal(text, code, 'here')).toThrow(
      expect.objectContaining({ code: 'input/bad-amount', path: 'here' }),
    ),
  );

  it('an amount that is asked for is not negative', () => {
    expect(() => parseAmount('-0.01', 'USD')).toThrow('no negative amount');
  });

  it('reading and writing undo one another', () =>
    fc.assert(
      fc.property(fc.maxSafeInteger(), currency, (minor, code) => {
        expect(parseDecimal(formatDecimal(minor, code), code)).toBe(minor === 0 ? 0 : minor);
      }),
    ));

  it('shows amounts as people write them', () => {
    expect(formatMoney(1230, 'USD')).toBe('$12.30');
    expect(formatMoney(500, 'JPY')).toBe('¥500');
    expect(formatMoney(123456, 'EUR', 'de-DE')).toBe('1.234,56\u00a0€');
    expect(formatMoney(Number.MAX_SAFE_INTEGER, 'USD')).toBe('$90,071,992,547,409.91');
  });

  it('refuses to add currencies, and what is not whole', () => {
    expect(plus(money(1, 'USD'), money(2, 'USD'))).toEqual({ minor: 3, currency: 'USD' });
    expect(() => plus(money(1, 'USD'), money(2, 'EUR'))).toThrow(
      expect.objectContaining({ code: 'money/mixed-currencies' }),
    );
    expect(() => money(0.5, 'USD')).toThrow(expect.objectContaining({ code: 'money/not-whole' }));
  });
});

describe('splitting', () => {
  it.each([
    [1000, [1, 1, 1], [334, 333, 333]],
    [1000, [30, 20, 20], [428, 286, 286]],
    [1, [1, 1], [1, 0]],
    [0, [5, 5], [0, 0]],
    [7, [0, 0, 0], [3, 2, 2]],
    [5, [0, 1], [0, 5]],
  ])('%i by %j is %j', (total, weights, shares) => expect(allocate(total, weights)).toEqual(shares));

  it('loses nothing, gives nobody less than the floor or more than the ceiling, exact beyond 2^53', () =>
    fc.assert(
      fc.property(fc.nat(1e12), fc.array(fc.nat(1e9), { minLength: 1, maxLength: 12 }), (total, weights) => {
        const shares = allocate(total, weights);
        expect(sum(shares)).toBe(total);
        const whole = BigInt(sum(weights));
        fc.pre(whole > 0n);
        shares.forEach((share, i) => {
          const floor = (BigInt(total) * BigInt(weights[i] ?? 0)) / whole;
          expect(BigInt(share) - floor === 0n || BigInt(share) - floor === 1n).toBe(true);
        });
      }),
    ));

  it('unit shares are those of equal weights', () =>
    fc.assert(
      fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 20 }), fc.nat(20), fc.nat(20), (total, units, a, b) => {
        const [from, to] = [Math.min(a, b, units), Math.min(Math.max(a, b), units)];
        const shares = allocate(
          total,
          Array.from({ length: units }, () => 1),
        );
        expect(unitShares(total, units, from, to)).toBe(sum(shares.slice(from, to)));
      }),
    ));

  it('refuses what is no amount', () => {
    expect(() => allocate(-1, [1])).toThrow('not negative');
    expect(() => allocate(1, [0.5])).toThrow('whole');
    expect(allocate(1, [])).toEqual([]);
  });
});
