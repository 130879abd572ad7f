import type { Changes, NewEffect, NewEntry } from '../../../policy/app/store.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { type BackorderEvent, type BackorderFacts, backorder } from '../../../policy/machines/backorder.ts';
import { advance, type Move } from '../advance.ts';
import { releaseHold, showCase } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { isUnsettled } from '../order-news/stop-intents.ts';
import { type BackorderCase, openBackorders, stillToShip } from './case.ts';

type Followed = Required<Pick<Changes, 'cases' | 'entries' | 'effects'>>;

/** The order changed: what was released has shipped, or nothing of a case is short any more. */
export const followOrder = (world: World, facts: OrderFacts, context: Context): Followed => {
  const cases = [];
  const entries: NewEntry[] = [];
  const effects: NewEffect[] = [];
  for (const found of openBackorders(world)) {
    const moves = movesOf(world, found, facts);
    if (moves === null) continue;
    const advanced = advance(backorder, { caseId: found.id, state: found.state }, moves, context);
    if (!advanced.ok) continue;
    const record = nextVersion(found, { state: advanced.state, closedAt: context.now }, context);
    cases.push(record);
    entries.push(...advanced.entries);
    if (advanced.state === 'resolved') effects.push(releaseHold(context, record, 'all'));
    effects.push(...showCase(context, record));
  }
  return { cases, entries, effects };
};

/** Null while something of it is still to be shipped, or its money is on the way or with a person. */
const movesOf = (
  world: World,
  found: BackorderCase,
  facts: OrderFacts,
): Move<BackorderEvent, BackorderFacts>[] | null => {
  const intents = world.files.find((file) => file.record.id === found.id)?.intents ?? [];
  if (isUnsettled(intents)) return null;
  if (found.state === 'refunding' || stillToShip(facts, world.settings, found.data.lines).length > 0) return null;
  const cancelled = facts.cancelledAt !== null;
  const gone = {
    event: 'line-gone' as const,
    text: cancelled ? 'the order was cancelled' : 'nothing of it is out of stock any more',
  };
  if (found.state !== 'releasing') return [gone];
  return cancelled
    ? [{ event: 'release-failed', text: 'cancelled before it shipped' }, gone]
    : [{ event: 'fulfilled', text: 'it has shipped' }];
};
