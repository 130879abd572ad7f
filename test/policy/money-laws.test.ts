import { describe, it } from 'vitest';
import { MONEY_LAWS } from './support/money-laws.ts';

/** Enough to notice a broken law at once; the slow tests run each a hundred thousand times. */
const RUNS = 150;

describe('laws of money', () => {
  it.each(Object.entries(MONEY_LAWS))('%s', (_law, check) => check(RUNS));
});
