import type { CaseRecord, RefundIntentRecord, RefundIntentState } from '../../policy/app/records.ts';
import type { NewEntry } from '../../policy/app/store.ts';
import { type ApprovalKind, decideApproval } from '../../policy/approvals/decide-approval.ts';
import type { Breakdown } from '../../policy/decision.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { step } from '../../policy/machines/machine.ts';
import { type RefundEvent, type RefundFacts, refundIntent } from '../../policy/machines/refund-intent.ts';
import type { Minor } from '../../policy/money/money.ts';
import { entry } from './advance.ts';
import { lessByHand } from './by-hand.ts';
import { type Context, type Refused, refused, type World } from './handler.ts';
import { isOverride } from './judgements.ts';
import { orderVersionOf } from './order-version.ts';

/** A new amount that is to go back. Its key is minted here, once, and stored before anything is called. */
export const newIntent = (
  world: World,
  context: Context,
  caseId: string,
  due: Breakdown,
  unitIds: readonly string[],
  kind: ApprovalKind,
  /** Goods that go out although nothing is paid, at what they are worth: limits are for them as for money. */
  atStake: Minor = 0,
): RefundIntentRecord => {
  if (world.order === null) throw new Error('a refund without an order');
  const { facts } = world.order;
  const breakdown = lessByHand(due, world.case?.data, world.intents);
  const shopMinor = inShopCurrency(breakdown.total + atStake, facts);
  const judged = world.case?.data.kind === 'return' ? world.case.data.judged : undefined;
  const approval = decideApproval({
    amountShopMinor: shopMinor,
    shopCurrency: facts.shopCurrency,
    kind,
    override: isOverride(judged, world.settings),
    rejectedUnit: world.units.some((unit) => unit.goods === 'rejected'),
    goodwill: judged?.goodwill === true,
    settings: world.settings,
  });
  const id = context.ids.id();
  return {
    id,
    shop: world.shop.domain,
    caseId,
    orderId: facts.id,
    key: `makegood-${id}`,
    state: 'new',
    version: 1,
    breakdown,
    shopMinor,
    orderVersion: orderVersionOf(facts),
    unitIds,
    proposedBy: context.person?.id ?? null,
    approvalsNeeded: approval.needed,
    approvals: [],
    shopifyRefundId: null,
    lastError: null,
    createdAt: context.now,
    updatedAt: context.now,
  };
};

/** At the order's own rate, rounded half up; products of two amounts can pass 2^53, so they are reckoned in whole big numbers. */
const inShopCurrency = (minor: number, facts: OrderFacts): number =>
  facts.total === 0
    ? 0
    : Number((2n * BigInt(minor) * BigInt(facts.totalShop) + BigInt(facts.total)) / (2n * BigInt(facts.total)));

type Moved = Readonly<{ ok: true; intent: RefundIntentRecord; entries: readonly NewEntry[] }>;

/** One step of a refund: the record after it, and the sentence the case's history keeps. */
export const moveIntent = (
  intent: RefundIntentRecord,
  event: RefundEvent,
  facts: Partial<RefundFacts>,
  text: string,
  context: Context,
  change: Partial<RefundIntentRecord> = {},
): Moved | Refused => {
  const result = step(refundIntent, intent.state, event, facts);
  if (!result.ok) return refused('illegal-event', result.refusal.message, { caseId: intent.caseId });
  return {
    ok: true,
    intent: {
      ...intent,
      ...change,
      state: result.to as RefundIntentState,
      version: intent.version + 1,
      updatedAt: context.now,
    },
    entries: [
      entry(context, intent.caseId, {
        event: `refund.${event}`,
        from: result.from,
        to: result.to,
        text,
        clauses: result.clauses,
      }),
    ],
  };
};

/** Intents that are neither paid nor given up. */
export const isOpen = (intent: RefundIntentRecord): boolean =>
  !refundIntent.final.includes(intent.state as (typeof refundIntent.final)[number]);

/** A case one version on. */
export const nextVersion = (record: CaseRecord, change: Partial<CaseRecord>, context: Context): CaseRecord => ({
  ...record,
  ...change,
  version: record.version + 1,
  updatedAt: context.now,
});

/** Refunds of a case that ends without them: what is not on its way is given up. @returns a refusal where one is */
export const dropIntents = (
  intents: readonly RefundIntentRecord[],
  why: string,
  context: Context,
): Readonly<{ intents: readonly RefundIntentRecord[]; entries: readonly NewEntry[] }> | Refused => {
  const dropped: RefundIntentRecord[] = [];
  const entries: NewEntry[] = [];
  for (const intent of intents.filter(isOpen)) {
    const event = intent.state === 'needs_person' || intent.state === 'failed' ? 'close' : 'drop';
    const moved = moveIntent(intent, event, { reason: why }, why, context, { lastError: why });
    if (!moved.ok)
      return refused('ended', `a refund of this case is ${intent.state.replaceAll('_', ' ')}: wait for it`);
    dropped.push(moved.intent);
    entries.push(...moved.entries);
  }
  return { intents: dropped, entries };
};
