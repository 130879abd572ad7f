import { isUnderWay } from '../../policy/app/money-under-way.ts';
import type { ReturnData } from '../../policy/app/records.ts';
import { isAsked, isReplaced, shipsFirst } from '../../policy/app/ship-first.ts';
import { type Context, type Refused, refused, type World } from './handler.ts';
import { type Stopped, stopIntents, withUnits } from './order-news/stop-intents.ts';
import type { ReturnCaseRecord } from './return-of.ts';

/**
 * Once the replacement is out, or may be, nothing else is decided for its goods than what became of them.
 * @returns why not, in words for whoever asked; null where nothing went out
 */
export const whyReplaced = (found: ReturnCaseRecord, world: World): Refused | null => {
  const no = (because: string): Refused => refused('ended', because, { caseId: found.id, clauses: ['P17'] });
  if (isReplaced(found.data))
    return no('the replacement went out first: what it replaced has to come back, or is written off');
  const sending = world.intents.some(
    ({ id, state }) => shipsFirst(found.data, id) !== null && (state === 'executing' || state === 'unknown'),
  );
  return sending ? no('the replacement is being sent: wait for Shopify’s answer') : null;
};

const NOTHING_STOPPED: Stopped = { intents: [], entries: [], effects: [], units: [] };

/** The data of a return in which nobody wants the replacement sent first any more. */
export const withoutShipFirst = ({ shipFirst, judged, ...data }: ReturnData): ReturnData => {
  const { shipFirst: _asked, ...rest } = judged ?? {};
  return {
    ...data,
    ...(shipFirst == null ? {} : { shipFirst: { ...shipFirst, dropped: true } }),
    ...(Object.keys(rest).length === 0 ? {} : { judged: rest }),
  };
};

export type Dropped = Readonly<{
  found: ReturnCaseRecord;
  stopped: Stopped;
  /** All units of the case, those of the amount that was dropped free again. */
  units: World['units'];
}>;

/**
 * The case goes another way before the replacement was sent: what was asked for is given up, approved or not. What
 * Shopify has been told to do already, or may have, stays as it is.
 */
export const dropShipFirst = (world: World, found: ReturnCaseRecord, why: string, context: Context): Dropped => {
  const own = world.intents.filter((one) => shipsFirst(found.data, one.id) !== null);
  const isSending = own.some(({ state }) => state === 'executing' || state === 'unknown');
  if (!isAsked(found.data) || isSending) return { found, stopped: NOTHING_STOPPED, units: world.units };
  const [waiting, failed] = (['drop', 'close'] as const).map((event) =>
    stopIntents(
      own.filter((intent) => isUnderWay(intent) === (event === 'drop')),
      world.units,
      event,
      why,
      context,
    ),
  ) as [Stopped, Stopped];
  const stopped: Stopped = {
    intents: [...waiting.intents, ...failed.intents],
    entries: [...waiting.entries, ...failed.entries],
    effects: [...waiting.effects, ...failed.effects],
    units: [...waiting.units, ...failed.units],
  };
  return {
    found: { ...found, data: withoutShipFirst(found.data) },
    stopped,
    units: withUnits(world.units, stopped.units),
  };
};
