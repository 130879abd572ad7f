import type { PastCaseRecord } from '../../../policy/app/policy.ts';
import type { BacktestResult } from '../../../policy/backtest/index.ts';
import type { ShopFacts } from '../../../policy/decision.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { parseSettings } from '../../../policy/settings.ts';
import { createVersion, type PolicyVersion } from '../../../policy/versions/index.ts';

/** What a run is about, as the thread is given it. */
export type Task = Readonly<{
  shop: ShopFacts;
  now: string;
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
}>;

export type ToWorker =
  | Readonly<{ kind: 'orders'; orders: readonly OrderFacts[] }>
  | Readonly<{ kind: 'cases'; cases: readonly PastCaseRecord[] }>
  | Readonly<{ kind: 'end' }>;

/** `ready`: that page is done, the next one may come. */
export type FromWorker =
  | Readonly<{ kind: 'ready'; changed: number }>
  | Readonly<{ kind: 'result'; result: BacktestResult }>;

/** Only settings count in a comparison; numbers and dates are made up. */
export const versionsOf = ({ before, after, now }: Task): Readonly<{ before: PolicyVersion; after: PolicyVersion }> => {
  const version = (number: number, settings: Readonly<Record<string, unknown>>): PolicyVersion =>
    createVersion({ number, settings: parseSettings(settings), effectiveAt: now });
  return { before: version(1, before), after: version(2, after) };
};
