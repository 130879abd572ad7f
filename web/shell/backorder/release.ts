import type { BackorderData } from '../../../policy/app/records.ts';
import type { Changes } from '../../../policy/app/store.ts';
import { backorder } from '../../../policy/machines/backorder.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { advance } from '../advance.ts';
import { releaseHold, showCase } from '../effects-of.ts';
import type { Context, Refused, World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { type BackorderCase, droppedDeadlines } from './case.ts';

/** P8: it is in stock: what was held goes out. The customer hears of it once the hold is really gone. */
export const release = (
  world: World,
  found: BackorderCase,
  data: BackorderData,
  text: string,
  context: Context,
): Changes | Refused => {
  const waited = found.state === 'waiting';
  const advanced = advance(
    backorder,
    { caseId: found.id, state: found.state },
    // Whoever decides this knows the queue: the reading of the stock serves the oldest consent first, a person may not.
    [waited ? { event: 'stock-in', facts: { firstInQueue: true }, text } : { event: 'stock-back', text }],
    context,
  );
  if (!advanced.ok) return advanced;
  const over = isFinal(backorder, advanced.state);
  const record = nextVersion(found, { state: advanced.state, data, closedAt: over ? context.now : null }, context);
  return {
    cases: [record],
    entries: advanced.entries,
    deadlines: droppedDeadlines(world),
    effects: [releaseHold(context, record, 'all'), ...showCase(context, record)],
  };
};
