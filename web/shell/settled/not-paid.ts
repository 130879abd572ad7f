import type { CommandOf } from '../../../policy/app/commands.ts';
import { Lapsed } from '../../../policy/app/effects.ts';
import type { RefundIntentRecord } from '../../../policy/app/records.ts';
import type { Changes } from '../../../policy/app/store.ts';
import type { Context, Refused, World } from '../handler.ts';
import { moveIntent } from '../intents.ts';
import { withSuggested } from './money.ts';
import { toPerson } from './to-person.ts';

/**
 * What follows where an effect that pays has not paid for certain: its answer was lost, Shopify refused, or what was asked
 * for no longer holds.
 * @returns null where it was done: `settled.result` says what
 */
export const unlessDone = (
  world: World,
  intent: RefundIntentRecord,
  settled: CommandOf<'effect.settled'>,
  context: Context,
): Changes | Refused | null => {
  if (settled.outcome === 'unknown') return answerLost(intent, settled.error, context);
  if (settled.outcome === 'refused')
    return notPaid(world, intent, 'refused', settled.error ?? 'Shopify refused', context);
  const lapsed = Lapsed.safeParse(settled.result);
  return lapsed.success
    ? notPaid(world, withSuggested(intent, settled.result), 'lapsed', lapsed.data.lapsed, context)
    : null;
};

/** The answer was lost on the way: it may have been paid. Noted once; the effect looks before anything is tried again. */
const answerLost = (intent: RefundIntentRecord, error: string | null, context: Context): Changes | Refused => {
  if (intent.state !== 'executing') return {};
  const why = `the answer was lost (${error ?? 'no reason'}): it is looked up before anything is tried again`;
  const moved = moveIntent(intent, 'answer-lost', {}, why, context, { lastError: why });
  return moved.ok ? { intents: [moved.intent], entries: moved.entries } : moved;
};

/**
 * Shopify took it, and what came of it is not what was agreed, or nobody can read it: it may have been paid, in part or
 * whole. A person looks; nothing is sent again, and the customer hears nothing yet.
 */
export const mayBePaid = (
  world: World,
  intent: RefundIntentRecord,
  event: 'other-refund-found' | 'none-found-too-late',
  why: string,
  context: Context,
): Changes | Refused => {
  if (intent.state === 'unknown') return toPerson(world, intent, event, why, context);
  if (intent.state !== 'executing') return notPaid(world, intent, 'refused', why, context);
  const lost = moveIntent(intent, 'answer-lost', {}, why, context, { lastError: why });
  return lost.ok ? toPerson(world, lost.intent, event, why, context, lost.entries) : lost;
};

/** Nothing was paid: Shopify refused, or the order no longer says what the amount rested on. */
export const notPaid = (
  world: World,
  intent: RefundIntentRecord,
  what: 'refused' | 'lapsed',
  why: string,
  context: Context,
): Changes | Refused => {
  switch (intent.state) {
    case 'executing':
      // Whoever ran it first died, and may have called: what was refused later says nothing of that.
      return what === 'refused' && world.effect?.unsure === true
        ? mayBePaid(world, intent, 'none-found-too-late', why, context)
        : toPerson(world, intent, what, why, context);
    case 'new':
      return toPerson(world, intent, 'propose-mismatch', why, context);
    case 'unknown':
      return toPerson(world, intent, 'none-found-too-late', why, context);
    case 'proposed':
    case 'awaiting_approval':
    case 'approved':
      return toPerson(world, intent, 'order-changed', why, context);
    // Given up meanwhile, and whoever did has said why.
    case 'superseded':
    case 'rejected':
      return {};
    default:
      return toPerson(world, intent, null, why, context);
  }
};
