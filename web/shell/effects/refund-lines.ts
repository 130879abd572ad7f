import { CallFailed, type RefundInput, type SuggestedMoney } from '../../../policy/app/ports.ts';
import type { CaseRecord, EffectRecord, RefundIntentRecord } from '../../../policy/app/records.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { countOf } from '../../../policy/format.ts';
import type { World } from '../handler.ts';
import { refundedDuties, undeliveredOf } from '../undelivered-of.ts';
import {
  beginExecution,
  comparedOf,
  overtaken,
  readBoth,
  whyDifferent,
  whyLapsed,
  whyNotAsBefore,
} from './ask-again.ts';
import { lessParts } from './less-parts.ts';
import { lookAgain } from './look-first.ts';
import { caseOf, intentOf, type Runner, type RunnerDeps, type RunResult } from './runner.ts';
import { tendersFor } from './tenders.ts';

/** Shopify remembers a refund's key for a day; past this we look instead of asking again. */
const KEY_YOUNG_MS = 20 * 3_600_000;

type Execution = Readonly<{
  input: RefundInput;
  tenders: SuggestedMoney['tenders'];
  startedAt: string;
  refundsBefore?: readonly string[];
}>;

/** refundCreate for lines that never shipped. What is sent is stored first; a second try sends the same under the same key. */
export const refundLines: Runner<'shopify.refund-lines'> = async (deps, effect, record) => {
  const intent = intentOf(await caseOf(deps, record, effect.caseId), effect.intentId);
  const over = overtaken(record, intent);
  if (over !== null) return over;
  let execution = intent.execution as Execution | undefined;
  if (intent.state === 'executing' || intent.state === 'unknown') {
    if (execution === undefined) throw new Error(`refund ${intent.id} is ${intent.state} without what was sent`);
    const { world, facts } = await readBoth(deps, record.shop, effect.caseId);
    const made = findMade(facts, intent.id, execution);
    if (made !== null) return made;
    const later = lookAgain(record);
    if (later !== null) return later;
    const why = whyNotAgain(deps, world, facts, intent, execution);
    if (why !== null) throw new CallFailed('refused', why);
  } else {
    const { world, facts } = await readBoth(deps, record.shop, effect.caseId);
    const { ask, lines } = undeliveredOf(world.case as CaseRecord);
    const lapsed = whyLapsed(deps, world, facts, ask, intent);
    if (lapsed !== null) return { done: { lapsed } };
    if (lines === null) throw new Error(`case ${effect.caseId} names no lines to refund`);
    const restockOf = await restocks(deps, record, facts, effect.restock);
    const input: RefundInput = {
      orderId: facts.id,
      currency: facts.currency,
      lines: lines.map((line) => ({ ...line, restock: restockOf(line) })),
      shipping: intent.breakdown.shipping,
      dutyIds: refundedDuties(facts, lines, intent.breakdown.duties),
    };
    const suggested = lessParts(intent, await deps.shopify.suggestedRefund(record.shop, input));
    const different = whyDifferent(intent, suggested.amount);
    if (different !== null) return { done: { lapsed: different, suggested: comparedOf(suggested) } };
    execution = {
      input,
      tenders: tendersFor(facts.transactions, intent.breakdown.total, facts.currency, world.settings['tender.order']),
      startedAt: deps.clock.now(),
      refundsBefore: facts.refunds.map((refund) => refund.id),
    };
    const stopped = await beginExecution(deps, record.shop, record.id, intent.id, execution);
    if (stopped !== null) return stopped;
  }
  const refund = await deps.shopify.refund(record.shop, {
    ...execution.input,
    tenders: execution.tenders,
    key: intent.key,
    note: noteOf(intent.id),
  });
  return { done: { refundId: refund.refundId, amount: refund.amount } };
};

/**
 * Shopify goes on counting units that were refunded without restock as ones to ship. So only what is held is refunded
 * that way, and only where nothing of the line has left yet: else nobody could tell such a unit from one that came
 * back. Other units are cancelled.
 */
const restocks = async (
  deps: RunnerDeps,
  record: EffectRecord,
  facts: OrderFacts,
  wanted: RefundInput['lines'][number]['restock'],
): Promise<(line: { lineItemId: string; quantity: number }) => RefundInput['lines'][number]['restock']> => {
  if (wanted !== 'NO_RESTOCK') return () => wanted;
  const held = (await deps.shopify.fulfillmentOrders(record.shop, facts.id))
    .filter((one) => one.status === 'on_hold')
    .flatMap((one) => one.lines);
  const unitsHeld = (lineItemId: string): number =>
    held.reduce((sum, line) => sum + (line.lineItemId === lineItemId ? line.remaining : 0), 0);
  const hasLeft = (lineItemId: string): boolean =>
    facts.fulfillments.some((parcel) => parcel.lines.some((line) => line.lineItemId === lineItemId));
  return ({ lineItemId, quantity }) =>
    unitsHeld(lineItemId) >= quantity && !hasLeft(lineItemId) ? 'NO_RESTOCK' : 'CANCEL';
};

/** Written on the refund in Shopify, where a person and a second look find it. */
const noteOf = (intentId: string): string => `Makegood: refund ${intentId}`;

/** The refund of a call whose answer was lost: new on the order, with our note. */
const findMade = (facts: OrderFacts, intentId: string, { refundsBefore }: Execution): RunResult | null => {
  const made = facts.refunds.find((refund) => refund.note === noteOf(intentId) && !refundsBefore?.includes(refund.id));
  return made === undefined ? null : { done: { refundId: made.id, amount: made.paid } };
};

/**
 * No refund was found. The same is asked for again under the same key, while Shopify still knows that key and the order
 * is as it was before the call; else a person sees how it was and how it is.
 */
const whyNotAgain = (
  deps: RunnerDeps,
  world: World,
  facts: OrderFacts,
  intent: RefundIntentRecord,
  { startedAt, refundsBefore }: Execution,
): string | null => {
  const isOld = Date.parse(deps.clock.now()) - Date.parse(startedAt) > KEY_YOUNG_MS;
  const { ask } = undeliveredOf(world.case as CaseRecord);
  const changed = whyNotAsBefore(deps, world, facts, ask, intent, refundsBefore ?? null);
  if (!isOld && changed === null) return null;
  const why = isOld ? 'its key is too old to ask again' : changed;
  return `the answer to this refund was lost, and ${why}; before the call the order had ${countOf(refundsBefore?.length ?? 0, 'refund')}, now it has ${facts.refunds.length}: look at the order in Shopify, and settle it by hand or try again`;
};
