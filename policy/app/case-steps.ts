import type { Command } from './commands.ts';
import { isUnderWay } from './money-under-way.ts';
import type { CaseRecord, DecisionRecord, RefundIntentRecord, UnitRecord } from './records.ts';
import { isReplaced } from './ship-first.ts';

/** What a person can do next on a case, named as people say it, and the command it asks for. */
export const STEPS = {
  receive: 'parcel.receive',
  'receive-part': 'parcel.receive',
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
  issue: 'return.issue',
  'issue-charge': 'return.issue',
  'issue-waive': 'return.issue',
  photos: 'return.supply',
  'no-photos': 'return.supply',
  solved: 'return.supply',
  'not-solved': 'return.supply',
  remedy: 'return.remedy',
  convert: 'exchange.convert',
  'ship-first': 'exchange.ship-first',
  'write-off': 'exchange.write-off',
  withdraw: 'cancellation.withdraw',
  attribute: 'refund.attribute',
  settle: 'refund.settle',
  stop: 'refund.stop',
  delegate: 'refund.delegate',
  retry: 'case.retry',
  reopen: 'case.reopen',
  'agree-reopen': 'case.reopen-confirm',
  assign: 'case.assign',
  'void-links': 'links.revoke',
} as const satisfies Readonly<Record<string, Command['kind']>>;
export type StepName = keyof typeof STEPS;

export type StepsOf = Readonly<{
  case: Pick<CaseRecord, 'kind' | 'state' | 'data' | 'closedAt'>;
  units: readonly Pick<UnitRecord, 'goods' | 'result' | 'money'>[];
  intents: readonly Pick<RefundIntentRecord, 'state' | 'approvalsNeeded' | 'breakdown'>[];
  decisions: readonly Pick<DecisionRecord, 'kind' | 'decision'>[];
}>;

/** States of goods that a test left to a person (P24, P33). */
const TO_DECIDE: ReadonlySet<string> = new Set(['incomplete', 'wait_part', 'no_fault_found', 'wrong_item']);

/** Refunds that end like this need somebody to look; a newer refund takes their place. */
const STOPPED: ReadonlySet<string> = new Set(['failed', 'needs_person', 'expired', 'rejected', 'settlement_failed']);

/**
 * Money that stopped: the policy is asked again. An amount that was given up because the order, or the return in Shopify,
 * changed under it counts too, once nothing but the money is left to see to.
 */
const mayRetry = (of: StepsOf): boolean => {
  const last = of.intents.at(-1)?.state ?? '';
  const isGivenUp =
    last === 'superseded' &&
    !of.intents.some(isUnderWay) &&
    !untested(of) &&
    !undecided(of) &&
    of.units.some(({ money }) => money === 'none') &&
    of.case.data.byHand?.some((refund) => refund.for === null) !== true;
  return STOPPED.has(last) || isGivenUp;
};

/** Amounts that can't go back the way they came: somebody pays them another way, and says where it can be looked up. */
const STUCK: ReadonlySet<string> = new Set(['failed', 'settlement_failed', 'needs_person']);

const untested = ({ units }: StepsOf): boolean => units.some((unit) => unit.result === null);
const undecided = ({ units }: StepsOf): boolean => units.some((unit) => TO_DECIDE.has(unit.goods));
const extension = ({ case: { data } }: StepsOf): boolean => data.kind === 'return' && data.extension != null;
const finding = ({ case: { data } }: StepsOf): boolean =>
  data.kind === 'return' && (data.undelivered?.finding ?? null) === null;

/** P1: the request waits for somebody to say who pays the carriage. */
const leavesCarriage = ({ decisions }: StepsOf): boolean => {
  const last = decisions.at(-1)?.decision;
  return last?.verdict === 'needs-person' && last.clauses.includes('P1');
};

/** Several units may come in several parcels; one that is all of it has its own step. */
const mayComeInParts = ({ case: { state }, units }: StepsOf): boolean => {
  const expected = units.filter((unit) => unit.goods === 'expected').length;
  return state === 'received' ? expected > 0 : expected > 1;
};
const inParts = (of: StepsOf): StepName[] => (mayComeInParts(of) ? ['receive-part'] : []);

/** P16: tested, and no replacement can be sent: the money instead, or the customer waits. */
const exchangeStopped = (of: StepsOf): boolean =>
  of.case.data.kind === 'return' &&
  of.case.data.remedy === 'exchange' &&
  !untested(of) &&
  !of.intents.some(({ state }) => state === 'executing' || state === 'unknown');

/** P17: an exchange whose goods are awaited may go out first, once somebody else agrees. */
const mayShipFirst = ({ case: { state, data }, intents }: StepsOf): boolean =>
  (state === 'authorized' || state === 'in_transit') &&
  data.kind === 'return' &&
  data.remedy === 'exchange' &&
  !isReplaced(data) &&
  !intents.some(isUnderWay);

/** P17: the replacement is out. What is left to decide is what became of its goods. */
const NOT_ONCE_REPLACED: ReadonlySet<StepName> = new Set([
  'decline',
  'goodwill',
  'lost',
  'call-off',
  'remedy',
  'convert',
  'retry',
]);
const onceReplaced = (steps: readonly StepName[], { units }: StepsOf): readonly StepName[] => [
  ...steps.filter((step) => !NOT_ONCE_REPLACED.has(step)),
  ...(units.some((unit) => unit.goods === 'expected') ? (['write-off'] as const) : []),
];

type AnyRefund = Readonly<{ state: string; breakdown: Readonly<{ total: number }> }>;

/** The newest refund that counts, where it waits for somebody to pay it another way. */
export const stuckRefund = <T extends AnyRefund>(of: {
  readonly case: Readonly<{ state: string }>;
  readonly intents: readonly T[];
}): T | undefined => {
  const newest = of.intents.findLast(({ state }) => state !== 'superseded');
  // P5: while a dispute is open the bank may give the money back itself.
  if (newest === undefined || of.case.state === 'frozen') return undefined;
  return STUCK.has(newest.state) && newest.breakdown.total !== 0 ? newest : undefined;
};

/** Where money stopped, or can still be stopped: also on a case that has ended and whose refund came back. */
const moneySteps = ({ case: record, intents }: StepsOf): StepName[] => [
  ...((record.data.byHand ?? []).some((refund) => refund.for === null) ? (['attribute'] as const) : []),
  ...(stuckRefund({ case: record, intents }) === undefined ? [] : (['settle'] as const)),
  ...(intents.some(({ state, approvalsNeeded }) => state === 'approved' && approvalsNeeded > 0)
    ? (['stop'] as const)
    : []),
  ...(intents.some(({ state }) => state === 'awaiting_approval') ? (['delegate'] as const) : []),
];

/** What the policy left to a person once everything was tested, or refuses (P1, P4, P21). */
const leftToAPerson = (of: StepsOf): StepName[] => {
  const last = of.decisions.at(-1);
  if (last === undefined || last.kind !== 'settle' || untested(of) || undecided(of)) return [];
  // An approver said no to what the policy gives: the return is declined on a clause, or asked for again.
  if (of.intents.findLast(({ state }) => state !== 'superseded')?.state === 'rejected') return ['decline'];
  const { verdict, clauses } = last.decision;
  if (verdict === 'refused') return ['decline', 'goodwill'];
  if (verdict !== 'needs-person') return [];
  if (clauses.includes('P21')) return ['accept-late', 'decline'];
  return clauses.includes('P1') ? ['charge', 'waive'] : [];
};

/** P16: nothing is tested or reckoned yet: the customer may still want the other. */
export const isUntouched = ({ units, intents }: Pick<StepsOf, 'units' | 'intents'>): boolean =>
  units.every((unit) => unit.result === null && unit.money === 'none') && !intents.some(isUnderWay);

/** P21: a return whose clock does not run has no last day to move. */
const hasLastDay = ({ case: { data } }: Pick<StepsOf, 'case'>): boolean =>
  data.kind === 'return' && data.rma?.deadline != null;
const extendOf = (of: StepsOf): StepName[] => (hasLastDay(of) ? ['extend'] : []);

const firstOf = (of: StepsOf): StepName[] => (mayShipFirst(of) ? ['ship-first'] : []);

const untilItIsHere = (of: StepsOf): StepName[] => [
  'receive',
  ...inParts(of),
  'track',
  ...extendOf(of),
  'lost',
  'call-off',
  'remedy',
  ...firstOf(of),
];

const RETURN: Readonly<Record<string, (of: StepsOf) => StepName[]>> = {
  evidence_pending: () => ['photos', 'no-photos', 'remedy'],
  troubleshooting: () => ['not-solved', 'solved', 'remedy'],
  review: (of) => [
    ...(leavesCarriage(of) ? (['issue-charge', 'issue-waive'] as const) : (['issue'] as const)),
    'decline',
    'remedy',
  ],
  authorized: untilItIsHere,
  in_transit: untilItIsHere,
  expired: (of) => [
    ...(extension(of) ? (['agree-extension'] as const) : []),
    'receive',
    ...inParts(of),
    'decline',
    // Asked for once: a second person answers first.
    ...(extension(of) ? [] : (['extend'] as const)),
  ],
  grey_zone: (of) => ['receive', ...inParts(of), 'accept-late', 'decline', 'remedy'],
  suspected_lost: () => ['receive', 'lost', 'decline', 'goodwill'],
  refused_suspected: (of) => [...(finding(of) ? (['find'] as const) : []), 'receive-back'],
  received: (of) => [
    ...(of.units.some((unit) => unit.goods === 'rejected_pending') ? (['second-look'] as const) : []),
    ...(untested(of) ? (['inspect'] as const) : []),
    ...(undecided(of) ? (['decide-units'] as const) : []),
    ...leftToAPerson(of),
    ...(exchangeStopped(of) ? (['convert'] as const) : []),
    ...inParts(of),
    ...(mayRetry(of) ? (['retry'] as const) : []),
    ...(of.units.length > 0 && isUntouched(of) ? (['remedy'] as const) : []),
  ],
};

/** P10: until something of it was carried out. */
const CANCELLATION: Readonly<Record<string, readonly StepName[]>> = {
  requested: ['withdraw'],
  recalling: ['withdraw'],
  partial_offer: ['withdraw'],
  needs_agent: ['retry', 'withdraw'],
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
  const { kind, state, closedAt, data } = of.case;
  if (closedAt !== null) return [...moneySteps(of), data.reopening == null ? 'reopen' : 'agree-reopen'];
  const next =
    kind === 'return'
      ? (RETURN[state]?.(of) ?? [])
      : kind === 'backorder'
        ? (BACKORDER[state] ?? [])
        : (CANCELLATION[state] ?? []);
  const left = isReplaced(data) ? onceReplaced(next, of) : next;
  return [...left, ...moneySteps(of), 'assign', 'void-links'];
};
