import type { RefundIntentRecord, UnitRecord } from '../../../policy/app/records.ts';
import type { NewEffect, NewEntry } from '../../../policy/app/store.ts';
import { eventsFrom } from '../../../policy/machines/machine.ts';
import { type RefundEvent, refundIntent } from '../../../policy/machines/refund-intent.ts';
import { showApproval } from '../effects-of.ts';
import type { Context } from '../handler.ts';
import { moveIntent } from '../intents.ts';

export type Stopped = Readonly<{
  intents: readonly RefundIntentRecord[];
  entries: readonly NewEntry[];
  effects: readonly NewEffect[];
  /** Units of the stopped amounts, free to be reckoned again. */
  units: readonly UnitRecord[];
}>;

/** Stops every amount that takes this event: what is on its way already is not among them. */
export const stopIntents = (
  intents: readonly RefundIntentRecord[],
  units: readonly UnitRecord[],
  event: RefundEvent,
  why: string,
  context: Context,
): Stopped => {
  const stopped: RefundIntentRecord[] = [];
  const entries: NewEntry[] = [];
  for (const intent of intents) {
    if (!eventsFrom(refundIntent, intent.state).includes(event)) continue;
    const facts = { by: context.by, reason: why, nothingPaid: true };
    const moved = moveIntent(intent, event, facts, why, context, { lastError: why });
    if (!moved.ok) continue;
    stopped.push(moved.intent);
    entries.push(...moved.entries);
  }
  const ids = new Set(stopped.flatMap((intent) => intent.unitIds));
  return {
    intents: stopped,
    entries,
    effects: stopped.filter((intent) => intent.approvalsNeeded > 0).map((intent) => showApproval(context, intent)),
    units: units
      .filter((unit) => ids.has(unit.id) && unit.money === 'proposed')
      .map((unit) => ({ ...unit, money: 'none' as const })),
  };
};

/** True while Shopify may be at work on an amount of the case: what it shows meanwhile may be that. */
export const isPaying = (intents: readonly RefundIntentRecord[]): boolean =>
  intents.some((intent) => intent.state === 'executing' || intent.state === 'unknown');

/**
 * True where an amount of the case was sent and a person has to look at what became of it: nothing that the order says
 * ends such a case, least of all what our own call did to it.
 */
export const isUnsettled = (intents: readonly RefundIntentRecord[]): boolean =>
  intents.some((intent) => intent.state === 'needs_person' && intent.execution != null);

/** All units, with those that changed in their place. */
export const withUnits = (all: readonly UnitRecord[], changed: readonly UnitRecord[]): readonly UnitRecord[] => {
  const byId = new Map(changed.map((unit) => [unit.id, unit]));
  return all.map((unit) => byId.get(unit.id) ?? unit);
};
