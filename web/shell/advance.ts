import type { NewEntry } from '../../policy/app/store.ts';
import { eventsFrom, type Machine, step } from '../../policy/machines/machine.ts';
import { type Context, type Refused, refused } from './handler.ts';

/** One step of a machine, and the sentence that the case's history keeps of it. */
export type Move<Event extends string, Facts extends object> = Readonly<{
  event: Event;
  facts?: Partial<Facts>;
  text: string;
  clauses?: readonly string[];
  decisionId?: string | null;
}>;

export type Advanced<State extends string> = Readonly<{ ok: true; state: State; entries: readonly NewEntry[] }>;

/** Why a step does not go on from a state, as people say it. @param reopens  whether it may be opened again */
export const notWhile = (what: string, state: string, reopens: boolean): string =>
  `not possible while the ${what} is ${state.replaceAll('_', ' ')}${reopens ? ': open it again first' : ''}`;

/**
 * Takes several steps of a case's machine in a row and writes one history entry for each.
 * @returns the state it ends in, or why a step is not possible (then nothing of it counts)
 */
export const advance = <State extends string, Event extends string, Facts extends object, Effect extends string>(
  machine: Machine<State, Event, Facts, Effect>,
  subject: Readonly<{ caseId: string; state: string }>,
  moves: readonly Move<Event, Facts>[],
  context: Context,
): Advanced<State> | Refused => {
  let state = subject.state;
  const entries: NewEntry[] = [];
  for (const move of moves) {
    const result = step(machine, state, move.event, move.facts ?? {});
    if (!result.ok) {
      const reopens = (eventsFrom(machine, state) as readonly string[]).includes('reopen');
      const because = result.refusal.code === 'guard' ? result.refusal.message : notWhile(machine.name, state, reopens);
      return refused('illegal-event', because, { caseId: subject.caseId });
    }
    entries.push(
      entry(context, subject.caseId, {
        event: `${machine.name}.${move.event}`,
        from: result.from,
        to: result.to,
        text: move.text,
        clauses: move.clauses ?? result.clauses,
        decisionId: move.decisionId ?? null,
      }),
    );
    state = result.to;
  }
  return { ok: true, state: state as State, entries };
};

/** A history entry by whoever acts now. Texts carry no personal data of customers. */
export const entry = (
  context: Context,
  caseId: string,
  fields: Pick<NewEntry, 'event' | 'text'> & Partial<Pick<NewEntry, 'from' | 'to' | 'clauses' | 'decisionId'>>,
): NewEntry => ({
  id: context.ids.id(),
  caseId,
  at: context.now,
  by: context.by,
  byName: context.byName,
  from: null,
  to: null,
  clauses: [],
  decisionId: null,
  ...fields,
});
