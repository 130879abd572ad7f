import { decide as decideByPolicy } from '../decide/decide.ts';
import type { Decision, DecisionRequest } from '../decision.ts';
import { PolicyError } from '../errors.ts';
import type { PolicyVersion } from '../versions/version.ts';
import { type BacktestResult, Tally } from './tally.ts';

/** A question that was asked, or could have been: an order as it was known then, and what was wanted. */
export type PastCase = Readonly<{
  /** How people find it again: an order's name, a case's number. */
  label: string;
  /** What a page may link to, and which question it was. */
  about?: PastAbout;
  request: Omit<DecisionRequest, 'settings'>;
}>;

/** `ask`: an `AskKind` of natural asks, or the kind of a question that really was asked (`real.settle`). */
export type PastAbout = Readonly<{ orderId: string; caseId: string | null; ask: string }>;

export type BacktestEvent =
  | Readonly<{ kind: 'progress'; cases: number; changed: number }>
  | Readonly<{ kind: 'result'; result: BacktestResult }>;

export type BacktestOptions = Readonly<{
  /** Cases between two progress events. */
  every?: number;
  /** Most examples in all, and of one kind of turn. */
  examples?: number;
  examplesPerTurn?: number;
  decide?: (request: DecisionRequest, factsDigest: string) => Decision;
}>;

/** Nothing is recorded here, so nothing is digested or marked: that would cost more than deciding. */
const NO_DIGEST = '';
const NO_MARK = { version: 0, digest: '' } as const;

/**
 * Asks two versions the same past questions and reports what would have been answered otherwise. Reads one case at a
 * time and keeps none of them. It is synchronous between two events: a consumer that shares its thread with others
 * lets them run when a progress event comes. Ends with exactly one result, also where there are no cases.
 */
export async function* backtest(
  a: PolicyVersion,
  b: PolicyVersion,
  cases: Iterable<PastCase> | AsyncIterable<PastCase>,
  options: BacktestOptions = {},
): AsyncGenerator<BacktestEvent, void> {
  const { every = 250, examples = 20, examplesPerTurn = 3, decide = decideByPolicy } = options;
  const tally = new Tally({ examples, examplesPerTurn, problems: examples });
  for await (const { label, about, request } of cases) {
    try {
      const before = decide({ ...request, settings: a.settings, policy: NO_MARK }, NO_DIGEST);
      const after = decide({ ...request, settings: b.settings, policy: NO_MARK }, NO_DIGEST);
      tally.compare(label, request.order.currency, before, after, about);
    } catch (error) {
      // Facts that no version can answer are counted; anything else is a fault of ours and stops the run.
      if (!(error instanceof PolicyError)) throw error;
      tally.problem(label, error.code);
    }
    if (tally.cases % every === 0) yield { kind: 'progress', cases: tally.cases, changed: tally.changed };
  }
  yield { kind: 'result', result: tally.result() };
}
