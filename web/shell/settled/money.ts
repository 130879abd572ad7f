import { Lapsed, MoneyCompared } from '../../../policy/app/effects.ts';
import type { RefundIntentRecord } from '../../../policy/app/records.ts';
import { payoutWords } from '../../../policy/app/ship-first.ts';
import type { Changes } from '../../../policy/app/store.ts';
import { approvalDeadlines } from '../approval-deadlines.ts';
import { bothSums } from '../both-sums.ts';
import { startPaying } from '../commands/refund-approve.ts';
import { whyDamaged } from '../damaged-policy.ts';
import { showApproval, showCase } from '../effects-of.ts';
import type { Context, Refused, World } from '../handler.ts';
import { moveIntent, nextVersion } from '../intents.ts';
import type { Settle } from './index.ts';
import { toPerson } from './to-person.ts';

/** Section of the law of money: a difference of one minor unit to Shopify's own sum stops it and shows both to a person. */
export const compareMoneySettled: Settle<'shopify.compare-money'> = (
  world,
  effect,
  settled,
  context,
): Changes | Refused => {
  const asked = world.intents.find((one) => one.id === effect.intentId);
  if (asked === undefined || world.case === null || asked.state !== 'new') return {};
  const intent = withSuggested(asked, settled.result);
  if (settled.outcome !== 'done')
    return mismatch(world, intent, `Shopify did not tell its own sum: ${settled.error ?? 'no reason given'}`, context);
  const lapsed = Lapsed.safeParse(settled.result);
  if (lapsed.success) {
    const stopped = mismatch(world, intent, lapsed.data.lapsed, context);
    return lapsed.data.unavailable === true && !('ok' in stopped) ? markUnavailable(stopped) : stopped;
  }
  const damaged = whyDamaged(world.version);
  if (damaged !== null) return mismatch(world, intent, damaged, context);
  const { amount } = MoneyCompared.parse(settled.result);
  if (amount !== intent.breakdown.total) {
    return mismatch(world, intent, bothSums(intent.breakdown, amount), context);
  }
  return propose(world, intent, context);
};

/** P16: no replacement is there; the card offers the money, or to wait. */
const markUnavailable = (changes: Changes): Changes => ({
  ...changes,
  cases: (changes.cases ?? []).map((record) =>
    record.data.kind === 'return'
      ? { ...record, data: { ...record.data, exchange: { ...record.data.exchange, state: 'unavailable' as const } } }
      : record,
  ),
});

/** With Shopify's own sum beside ours, where the result tells it: what a person compares. */
export const withSuggested = (intent: RefundIntentRecord, result: unknown): RefundIntentRecord => {
  const lapsed = Lapsed.safeParse(result);
  const compared = MoneyCompared.safeParse(lapsed.success ? lapsed.data.suggested : result);
  if (!compared.success) return intent;
  const { amount, parts } = compared.data;
  return {
    ...intent,
    suggested: { amount, ...(parts ?? { items: null, tax: null, shipping: null, fees: null }) },
  };
};

const propose = (world: World, intent: RefundIntentRecord, context: Context): Changes | Refused => {
  const found = world.case;
  if (found === null) return {};
  const proposed = moveIntent(
    intent,
    'propose',
    { suggestionAgrees: true },
    `${payoutWords(found.data, intent)} proposed; Shopify reckons the same`,
    context,
  );
  if (!proposed.ok) return proposed;
  const none = intent.approvalsNeeded === 0;
  const asked = moveIntent(
    proposed.intent,
    none ? 'approve-by-policy' : 'request-approval',
    { approvalsNeeded: intent.approvalsNeeded },
    none
      ? 'no approver needed by the settings'
      : `waits for ${intent.approvalsNeeded === 1 ? 'an approver' : `${intent.approvalsNeeded} approvers`}`,
    context,
  );
  if (!asked.ok) return asked;
  // Both steps are one write.
  const next = { ...asked.intent, version: intent.version + 1 };
  const entries = [...proposed.entries, ...asked.entries];
  if (!none) {
    const record = nextVersion(found, {}, context);
    return {
      cases: [record],
      intents: [next],
      entries,
      deadlines: approvalDeadlines(world, context),
      effects: [showApproval(context, next), ...showCase(context, record)],
    };
  }
  const started = startPaying(world, found, next, context);
  if ('ok' in started) return toPerson(world, next, 'order-changed', started.because, context, entries);
  return {
    cases: [started.record],
    intents: [next],
    entries: [...entries, ...started.entries],
    effects: [...started.effects, ...showCase(context, started.record)],
  };
};

const mismatch = (world: World, intent: RefundIntentRecord, why: string, context: Context): Changes | Refused =>
  toPerson(world, intent, 'propose-mismatch', why, context);
