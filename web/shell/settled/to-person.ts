import type { CaseRecord, RefundIntentRecord } from '../../../policy/app/records.ts';
import type { Changes, NewEntry } from '../../../policy/app/store.ts';
import { caseMachine } from '../../../policy/machines/index.ts';
import { eventsFrom, step } from '../../../policy/machines/machine.ts';
import type { RefundEvent } from '../../../policy/machines/refund-intent.ts';
import { entry } from '../advance.ts';
import { say, showApproval, showCase } from '../effects-of.ts';
import type { Context, Refused, World } from '../handler.ts';
import { moveIntent, nextVersion } from '../intents.ts';

/** After these it is not certain that no money moved. */
const MAYBE_PAID: ReadonlySet<RefundEvent> = new Set(['other-refund-found', 'none-found-too-late'] as const);

/** The words each machine has for "stop: a person has to look", best first. */
const STOPS = ['job-failed', 'order-changed', 'cancel-blocked'] as const;

/**
 * Money stops, and the case goes back to a person with one sentence that says why.
 * @param event  what happened to the refund; null where it had not begun
 * @param before  entries of steps that the refund has just taken: they and this are one write, and count as one version
 */
export const toPerson = (
  world: World,
  intent: RefundIntentRecord,
  event: RefundEvent | null,
  why: string,
  context: Context,
  before: readonly NewEntry[] = [],
): Changes | Refused => {
  const found = world.case;
  if (found === null) return {};
  const moved = event === null ? null : moveIntent(intent, event, {}, why, context, { lastError: why });
  if (moved !== null && !moved.ok) return moved;
  const halted = halt(found, why, context);
  const record = nextVersion(found, { state: halted.state }, context);
  const ids = new Set(intent.unitIds);
  const over = moved !== null && moved.intent.state !== 'unknown';
  const next =
    moved === null ? null : { ...moved.intent, version: before.length > 0 ? intent.version : moved.intent.version };
  return {
    cases: [record],
    intents: next === null ? [] : [next],
    units: over
      ? world.units.filter((unit) => ids.has(unit.id)).map((unit) => ({ ...unit, money: 'none' as const }))
      : [],
    entries: [...before, ...(moved?.entries ?? []), ...halted.entries],
    effects: [
      ...(next !== null && intent.approvalsNeeded > 0 ? [showApproval(context, next)] : []),
      ...showCase(context, record),
      ...(record.thread === null
        ? []
        : [
            say(context, `stopped:${record.id}:${record.version}`, {
              channel: record.thread.channel,
              threadTs: record.thread.ts,
              text: `Stopped${event !== null && MAYBE_PAID.has(event) ? '' : ', nothing was paid'}: ${why}. A person has to look at case ${record.number}.`,
              caseId: record.id,
              orderId: null,
            }),
          ]),
    ],
  };
};

const halt = (found: CaseRecord, why: string, context: Context): { state: string; entries: readonly NewEntry[] } => {
  const machine = caseMachine(found.kind);
  const takes = eventsFrom(machine, found.state);
  const event = STOPS.find((candidate) => takes.includes(candidate));
  const result = event === undefined ? null : step(machine, found.state, event);
  if (result === null || !result.ok)
    return { state: found.state, entries: [entry(context, found.id, { event: 'stopped', text: why })] };
  return {
    state: result.to,
    entries: [
      entry(context, found.id, {
        event: `${machine.name}.${event}`,
        from: result.from,
        to: result.to,
        text: why,
        clauses: result.clauses,
      }),
    ],
  };
};
