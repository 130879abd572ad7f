import type { RequestKind } from './commands.ts';
import type { CaseRecord, DecisionRecord, RefundIntentRecord, UnitRecord } from './records.ts';

/** What a person can do next on a case, named as people say it, and the command it asks for. */
export const STEPS = {
  receive: 'parcel.receive',
  'receive-back': 'parcel.receive',
  track: 'return.track',
  inspect: 'unit.inspect',
  'second-look': 'unit.confirm',
  'decide-units': 'unit.decide',
  find: 'delivery.find',
  extend: 'return.extend',
  'agree-extension': 'return.confirm',
  decline: 'return.decline',
  'call-off': 'return.cancel',
  lost: 'return.lost',
  'accept-late': 'return.judge',
  goodwill: 'return.judge',
  charge: 'return.judge',
  waive: 'return.judge',
  answer: 'backorder.answer',
  eta: 'backorder.eta',
  discontinued: 'backorder.discontinued',
  release: 'backorder.release',
  retry: 'case.retry',
  assign: 'case.assign',
} as const satisfies Readonly<Record<string, RequestKind>>;
export type StepName = keyof typeof STEPS;

export type StepsOf = Readonly<{
  case: Pick<CaseRecord, 'kind' | 'state' | 'data' | 'closedAt'>;
  units: readonly Pick<UnitRecord, 'goods' | 'result'>[];
  intents: readonly Pick<RefundIntentRecord, 'state'>[];
  decisions: readonly Pick<DecisionRecord, 'kind' | 'decision'>[];
}>;

/** States of goods that a test left to a person (P24, P33). */
const TO_DECIDE: ReadonlySet<string> = new Set(['incomplete', 'wait_part', 'no_fault_found', 'wrong_item']);

/** Refunds that end like this need somebody to look; a newer refund takes their place. */
const STOPPED: ReadonlySet<string> = new Set(['failed', 'needs_person', 'expired', 'rejected', 'settlement_failed']);

const untested = ({ units }: StepsOf): boolean => units.some((unit) => unit.result === null);
const undecided = ({ units }: StepsOf): boolean => units.some((unit) => TO_DECIDE.has(unit.goods));
const extension = ({ case: { data } }: StepsOf): boolean => data.kind === 'return' && data.extension != null;
const finding = ({ case: { data } }: StepsOf): boolean =>
  data.kind === 'return' && (data.undelivered?.finding ?? null) === null;

/** What the policy left to a person once everything was tested, or refuses (P1, P4, P21). */
const leftToAPerson = (of: StepsOf): StepName[] => {
  const last = of.decisions.at(-1);
  if (last === undefined || last.kind !== 'settle' || untested(of) || undecided(of)) return [];
  const { verdict, clauses } = last.decision;
  if (verdict === 'refused') return ['decline', 'goodwill'];
  if (verdict !== 'needs-person') return [];
  if (clauses.includes('P21')) return ['accept-late', 'decline'];
  return clauses.includes('P1') ? ['charge', 'waive'] : [];
};

const RETURN: Readonly<Record<string, (of: StepsOf) => StepName[]>> = {
  authorized: () => ['receive', 'track', 'extend', 'lost', 'call-off'],
  in_transit: () => ['receive', 'track', 'extend', 'lost', 'call-off'],
  expired: (of) => [...(extension(of) ? (['agree-extension'] as const) : []), 'receive', 'decline', 'extend'],
  grey_zone: () => ['receive', 'accept-late', 'decline'],
  suspected_lost: () => ['receive', 'lost', 'decline', 'goodwill'],
  refused_suspected: (of) => [...(finding(of) ? (['find'] as const) : []), 'receive-back'],
  received: (of) => [
    ...(of.units.some((unit) => unit.goods === 'rejected_pending') ? (['second-look'] as const) : []),
    ...(untested(of) ? (['inspect'] as const) : []),
    ...(undecided(of) ? (['decide-units'] as const) : []),
    ...leftToAPerson(of),
    ...(STOPPED.has(of.intents.at(-1)?.state ?? '') ? (['retry'] as const) : []),
  ],
};

const BACKORDER: Readonly<Record<string, readonly StepName[]>> = {
  detected: ['eta', 'release', 'discontinued'],
  customer_notified: ['answer', 'eta', 'release', 'discontinued'],
  waiting: ['release', 'eta', 'answer', 'discontinued'],
  needs_agent: ['retry', 'answer', 'discontinued'],
};

/**
 * What a person may do next, most pressing first. A page and a chat offer the same; whether it is possible is what the
 * command answers.
 */
export const stepsOf = (of: StepsOf): readonly StepName[] => {
  const { kind, state, closedAt } = of.case;
  if (closedAt !== null) return [];
  const next =
    kind === 'return'
      ? (RETURN[state]?.(of) ?? [])
      : kind === 'backorder'
        ? (BACKORDER[state] ?? [])
        : state === 'needs_agent'
          ? (['retry'] as const)
          : [];
  return [...next, 'assign'];
};
