import type { Changes } from '../../../policy/app/store.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { showApproval } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { toPerson } from '../settled/to-person.ts';
import { stillDue } from '../still-due.ts';

/**
 * The order was edited while an amount waits for approval. Where the policy gives another now, nobody need wait for an
 * approver to hear it; one that is still the same waits on, and may be approved.
 * @param known  the order as it was known before: only what was read anew counts, a webhook may tell of a moment between
 */
export const lapsedNews = (
  world: World,
  known: OrderFacts | null,
  facts: OrderFacts,
  context: Context,
): Changes | null => {
  const waiting = world.intents.find(({ state }) => state === 'awaiting_approval');
  if (world.case === null || waiting === undefined || facts.returns === known?.returns) return null;
  const now = stillDue(world, facts, waiting, context);
  if (now === null) return null;
  if (typeof now === 'string') {
    const stopped = toPerson(world, waiting, 'order-changed', now, context);
    return 'ok' in stopped ? null : stopped;
  }
  const intent = { ...now.intent, version: waiting.version + 1, updatedAt: context.now };
  return { intents: [intent], entries: now.entries, effects: [showApproval(context, intent)] };
};
