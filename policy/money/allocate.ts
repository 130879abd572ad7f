import { PolicyError } from '../errors.ts';
import { type Minor, sum } from './money.ts';

/** `total × weight / whole`, rounded down, with the remainder; exact beyond 2^53. */
const portion = (total: Minor, weight: number, whole: number): readonly [floor: Minor, remainder: number] => {
  const product = total * weight;
  if (Number.isSafeInteger(product)) return [Math.floor(product / whole), product % whole];
  const exact = BigInt(total) * BigInt(weight);
  return [Number(exact / BigInt(whole)), Number(exact % BigInt(whole))];
};

/**
 * Splits an amount by weights, losing no unit: each share is rounded down, and what is left goes one by one to the
 * largest remainders, the earlier share where they tie. Where all weights are 0, all shares weigh the same.
 * @param total   minor units, not negative
 * @param weights whole and not negative
 * @throws PolicyError `money/not-whole`
 */
export const allocate = (total: Minor, weights: readonly number[]): Minor[] => {
  for (const n of [total, ...weights]) {
    if (!Number.isSafeInteger(n) || n < 0) {
      throw new PolicyError(
        'money/not-whole',
        '',
        `can't split by ${n}: amounts and weights are whole and not negative`,
      );
    }
  }
  if (weights.length === 0) return [];
  const whole = sum(weights);
  if (whole === 0)
    return allocate(
      total,
      weights.map(() => 1),
    );
  const portions = weights.map((weight) => portion(total, weight, whole));
  const shares = portions.map(([floor]) => floor);
  // Sorting is stable: where remainders tie, the earlier share comes first.
  const byRemainder = portions
    .map(([, remainder], index) => ({ index, remainder }))
    .sort((a, b) => b.remainder - a.remainder);
  let left = total - sum(shares);
  for (const { index } of byRemainder) {
    if (left === 0) break;
    shares[index] = (shares[index] as number) + 1;
    left -= 1;
  }
  return shares;
};

/**
 * What the units `from` (inclusive) to `to` (exclusive) of `units` equal ones have of `total`. Same shares as
 * `allocate` with equal weights, without building them: the first `total mod units` units have one more.
 */
export const unitShares = (total: Minor, units: number, from: number, to: number): Minor => {
  const upTo = (k: number): Minor => k * Math.floor(total / units) + Math.min(k, total % units);
  return units === 0 ? 0 : upTo(to) - upTo(from);
};
