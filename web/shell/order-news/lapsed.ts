import type { CaseRecord, UnitRecord } from '../../../policy/app/records.ts';
import type { Changes } from '../../../policy/app/store.ts';
import type { Ask } from '../../../policy/decision.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { settleAsk } from '../asks.ts';
import { whyLapsed } from '../effects/ask-again.ts';
import type { Context, World } from '../handler.ts';
import { orderVersionOf } from '../order-version.ts';
import type { ReturnCaseRecord } from '../return-of.ts';
import { toPerson } from '../settled/to-person.ts';
import { undeliveredOf } from '../undelivered-of.ts';

const askOf = (found: CaseRecord, units: readonly UnitRecord[]): Ask =>
  found.kind === 'return' ? settleAsk(found as ReturnCaseRecord, units) : undeliveredOf(found).ask;

/**
 * The order was edited while an amount waits for approval, and the policy gives another now: nobody need wait for an
 * approver to hear it. One that is still the same waits on.
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
  if (waiting.orderVersion === orderVersionOf(facts)) return null;
  const clock = { now: () => context.now };
  const why = whyLapsed({ clock }, world, facts, askOf(world.case, world.units), waiting);
  const stopped = why === null ? null : toPerson(world, waiting, 'order-changed', why, context);
  return stopped === null || 'ok' in stopped ? null : stopped;
};
