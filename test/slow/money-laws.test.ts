import { describe, it } from 'vitest';
import { MONEY_LAWS } from '../policy/support/money-laws.ts';

const RUNS = 100_000;

describe('laws of money, at length', () => {
  it.each(Object.entries(MONEY_LAWS))('%s', (_law, check) => check(RUNS));
});
