import type { RefundIntentRecord } from '../../../policy/app/records.ts';
import type { Changes } from '../../../policy/app/store.ts';
import type { Context, Refused, World } from '../handler.ts';
import { moveIntent } from '../intents.ts';
import { toPerson } from './to-person.ts';

/** The answer was lost on the way: it may have been paid. Noted once; the effect looks before anything is tried again. */
export const answerLost = (
  _world: World,
  intent: RefundIntentRecord,
  error: string | null,
  context: Context,
): Changes | Refused => {
  if (intent.state !== 'executing') return {};
  const why = `the answer was lost (${error ?? 'no reason'}): it is looked up before anything is tried again`;
  const moved = moveIntent(intent, 'answer-lost', {}, why, context, { lastError: why });
  return moved.ok ? { intents: [moved.intent], entries: moved.entries } : moved;
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
      return toPerson(world, intent, what, why, context);
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
