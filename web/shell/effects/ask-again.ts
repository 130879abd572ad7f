import type { z } from 'zod';
import type { MoneyCompared } from '../../../policy/app/effects.ts';
import { CallFailed, type SuggestedMoney } from '../../../policy/app/ports.ts';
import type { EffectRecord, RefundIntentRecord, RefundIntentState } from '../../../policy/app/records.ts';
import { decide } from '../../../policy/decide/decide.ts';
import type { Ask, Breakdown, Decision } from '../../../policy/decision.ts';
import { PolicyError } from '../../../policy/errors.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { formatMoney } from '../../../policy/format.ts';
import { bothSums } from '../both-sums.ts';
import { lessByHand } from '../by-hand.ts';
import { laterOf } from '../clock.ts';
import type { World } from '../handler.ts';
import { loadWorld } from '../load-world.ts';
import { cancellationDue } from '../nothing-due.ts';
import { orderVersionOf } from '../order-version.ts';
import type { RunnerDeps, RunResult } from './runner.ts';

/** The case as the database has it, and the order as Shopify says it is this second. */
export const readBoth = async (
  deps: RunnerDeps,
  shop: string,
  caseId: string,
): Promise<{ world: World; facts: OrderFacts }> => {
  const world = await deps.store.transaction(shop, (tx) => loadWorld(tx, { caseId }, deps.clock.now()));
  if ('ok' in world || world.case === null) throw new Error(`case ${caseId} can't be loaded`);
  const fresh = await deps.shopify.readOrder(shop, world.case.orderId);
  if (fresh === null) throw new CallFailed('refused', `Shopify knows no order ${world.case.orderName} any more`);
  // What was read is known from now on, to the cards, to the next question, and to whoever tries again.
  const isNews =
    world.order === null ||
    world.order.facts.updatedAt < fresh.facts.updatedAt ||
    orderVersionOf(world.order.facts) !== orderVersionOf(fresh.facts);
  if (isNews)
    await deps.handle(
      {
        id: `seen:${fresh.facts.id}:${fresh.facts.updatedAt}:${orderVersionOf(fresh.facts)}`,
        shop,
        actor: { kind: 'shopify' },
      },
      { kind: 'order.observed', facts: fresh.facts, contact: fresh.contact },
    );
  return { world, facts: fresh.facts };
};

/**
 * Money moves only after the policy was asked again on what the order says now.
 * @returns null where the answer is the same; else one sentence for the person the case goes back to
 */
export const whyLapsed = (
  deps: Pick<RunnerDeps, 'clock'>,
  world: World,
  facts: OrderFacts,
  ask: Ask,
  intent: RefundIntentRecord,
): string | null => {
  const now = dueNow(deps, world, facts, ask, intent);
  return typeof now === 'string' ? now : null;
};

/**
 * What the policy gives now, where that comes to what was agreed; null: nothing is paid back, and the same goods go out.
 * @returns a sentence where it gives something else
 */
export const dueNow = (
  deps: Pick<RunnerDeps, 'clock'>,
  world: World,
  facts: OrderFacts,
  ask: Ask,
  intent: RefundIntentRecord,
): Breakdown | null | string => {
  if (facts.disputeOpen === true)
    return 'the customer opened a dispute with their bank: no money moves while it is open';
  let now: Decision;
  try {
    now = decide({
      // Another process's clock may be a moment ahead: nothing in the case lies in the future of the question.
      now: laterOf(deps.clock.now(), world.case?.updatedAt),
      shop: { timeZone: world.shop.timeZone, country: world.shop.country, currency: world.shop.currency },
      settings: world.settings,
      order: facts,
      ask,
    });
  } catch (error) {
    // The question itself no longer fits: what it asks about has shipped, or is not on the order any more.
    if (error instanceof PolicyError) return `the order changed: ${error.message}`;
    throw error;
  }
  const shown = (minor: number) => formatMoney(minor, intent.breakdown.currency);
  // Nothing is paid back, and the same goods go out: the policy still says so (P16).
  if (now.verdict === 'granted' && now.action === 'exchange' && intent.breakdown.total === 0) return null;
  const given = ask.kind === 'cancel' ? cancellationDue(now, facts.currency) : now.refund;
  if (now.verdict !== 'granted' || given === null) {
    return `the order changed: the policy now answers ${now.verdict} (${now.reasons.map((reason) => `${reason.clause} ${reason.because}`).join('; ')})`;
  }
  const due = lessByHand(given, world.case?.data, world.intents);
  if (due.total !== intent.breakdown.total || due.currency !== intent.breakdown.currency) {
    return `the order changed: ${shown(intent.breakdown.total)} was agreed, the policy now gives ${shown(due.total)}`;
  }
  return due;
};

/**
 * A refund that the order did not have before a call whose answer was lost, and that is not known to be the call's own:
 * somebody may have paid by hand what seemed not to come, and an amount that names no units changes nothing in what the
 * policy gives. @param before  null: not noted, from before it was
 */
const whyPaidMeanwhile = (facts: OrderFacts, before: readonly string[] | null): string | null => {
  const since = before === null ? [] : facts.refunds.filter(({ id }) => !before.includes(id));
  if (since.length === 0) return null;
  const paid = since.reduce((sum, refund) => sum + refund.paid, 0);
  return `${formatMoney(paid, facts.currency)} was refunded on the order since: it may be for the same`;
};

/** Why the same may not be sent once more after a lost answer: the order is not what it was before the call. */
export const whyNotAsBefore = (
  deps: RunnerDeps,
  world: World,
  facts: OrderFacts,
  ask: Ask,
  intent: RefundIntentRecord,
  refundsBefore: readonly string[] | null,
): string | null => whyLapsed(deps, world, facts, ask, intent) ?? whyPaidMeanwhile(facts, refundsBefore);

/** One minor unit of difference stops the money and shows both sums to a person. */
export const whyDifferent = (intent: RefundIntentRecord, shopifySays: number): string | null =>
  shopifySays === intent.breakdown.total ? null : bothSums(intent.breakdown, shopifySays);

/** Shopify's sum as it is kept beside ours. */
export const comparedOf = ({ amount, parts }: SuggestedMoney): z.infer<typeof MoneyCompared> => ({
  amount,
  ...(parts === undefined ? {} : { parts }),
});

/**
 * Notes what is about to be sent; from here on the refund can't be stopped.
 * @returns how the run ends where it may not go on: stopped in time, or another run was here first and is at it
 */
export const beginExecution = async (
  deps: RunnerDeps,
  shop: string,
  effectId: string,
  intentId: string,
  execution: unknown,
): Promise<RunResult | null> => {
  const outcome = await deps.handle(
    { id: `execute:${effectId}`, shop, actor: { kind: 'system' } },
    { kind: 'intent.execute', intentId, execution },
  );
  if (outcome.status === 'refused') return { done: { lapsed: outcome.because } };
  return outcome.replayed ? { again: 2000 } : null;
};

/** An approval that was taken back: what it had started ends without a word. */
const TAKEN_BACK: ReadonlySet<RefundIntentState> = new Set(['awaiting_approval', 'rejected', 'superseded', 'expired']);

/**
 * Stopped within the seconds that were left for it, or approved anew since: then another run is the one that was asked
 * for. @returns how this run ends; null where it goes on
 */
export const overtaken = (record: Pick<EffectRecord, 'key'>, intent: RefundIntentRecord): RunResult | null => {
  const approved = /:(\d+)$/.exec(record.key)?.[1];
  const another = intent.state === 'approved' && approved !== undefined && Number(approved) !== intent.version;
  return TAKEN_BACK.has(intent.state) || another ? { done: { stopped: true } } : null;
};

export const isRefusal = (error: unknown): error is CallFailed =>
  error instanceof CallFailed && error.outcome === 'refused';
