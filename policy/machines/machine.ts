import type { ClauseId } from '../clauses.ts';

/**
 * A machine is a table: from a state, on an event, to one state. What an event means is settled by whoever knows the
 * facts (`nothing-shipped` and `all-shipped` are two events, not one with two guards), so a row leads to one place and
 * its guard only says whether it may be taken. Nothing here acts: effects are names that the caller carries out.
 */
export type Row<State extends string, Guard extends string = string> = Readonly<{
  /** `any-open`: every state that is neither `new` nor final, except the one it leads to. */
  from: State | readonly State[] | 'any-open';
  /** What happened or what somebody decided, as a verb phrase. */
  event: string;
  guard?: Guard;
  /** `remembered`: the stage that was noted when the state was entered. */
  to: State | 'remembered';
  effects: readonly string[];
  clauses: readonly ClauseId[];
}>;

/** A named condition. A fact that is not given is not true: guards are written so that silence refuses. */
export type Guard<Facts> = Readonly<{
  /** Completes the sentence "… needs …". */
  needs: string;
  holds: (facts: Partial<Facts>) => boolean;
}>;

export type Machine<
  State extends string,
  Event extends string,
  Facts extends object,
  Effect extends string,
> = Readonly<{
  name: string;
  initial: State;
  states: readonly State[];
  final: readonly State[];
  rows: readonly (Row<State> & Readonly<{ event: Event; effects: readonly Effect[] }>)[];
  guards: Readonly<Record<string, Guard<Facts>>>;
  /** Events beside `reopen` that a final state still takes, each with its reason in the machine's file. */
  late?: readonly Event[];
  /** Where `remembered` leads. */
  remembered?: (facts: Partial<Facts>) => State | null;
}>;

/** Any of the machines, for code that only walks tables (diagrams, tests). */
export type AnyMachine = Readonly<{
  name: string;
  initial: string;
  states: readonly string[];
  final: readonly string[];
  rows: readonly Row<string>[];
  guards: Readonly<Record<string, Readonly<{ needs: string }>>>;
  late?: readonly string[];
}>;

export type Step<State extends string, Effect extends string> =
  | Readonly<{ ok: true; from: State; to: State; effects: readonly Effect[]; clauses: readonly ClauseId[] }>
  | Readonly<{ ok: false; refusal: Readonly<{ code: 'illegal-event' | 'guard'; message: string }> }>;

/** Does this row start in this state? */
export const startsIn = (machine: AnyMachine, row: Row<string>, state: string): boolean =>
  row.from === 'any-open'
    ? state !== machine.initial && !machine.final.includes(state) && state !== row.to
    : typeof row.from === 'string'
      ? row.from === state
      : row.from.includes(state);

/** Rows that leave a state, in the table's order. */
export const rowsFrom = (machine: AnyMachine, state: string): readonly Row<string>[] =>
  machine.rows.filter((row) => startsIn(machine, row, state));

/** Events that a state takes: what may be offered as buttons. */
export const eventsFrom = <State extends string, Event extends string, Facts extends object, Effect extends string>(
  machine: Machine<State, Event, Facts, Effect>,
  state: string,
): readonly Event[] => rowsFrom(machine, state).map((row) => row.event as Event);

/** True where nothing is left to do. */
export const isFinal = (machine: Pick<AnyMachine, 'final'>, state: string): boolean => machine.final.includes(state);

const refuse = (code: 'illegal-event' | 'guard', message: string) =>
  ({ ok: false, refusal: { code, message } }) as const;

/**
 * Takes one step, or says why not. Never throws and never stays silent.
 * @param state  as stored; one that the machine does not know is refused, not guessed
 * @param facts  what the row's guard wants to know; a `clause` in it (a person's decline) is cited beside the row's own
 */
export const step = <State extends string, Event extends string, Facts extends object, Effect extends string>(
  machine: Machine<State, Event, Facts, Effect>,
  state: string,
  event: Event,
  facts: Partial<Facts> = {},
): Step<State, Effect> => {
  const row = machine.rows.find((one) => one.event === event && startsIn(machine, one, state));
  if (row === undefined) {
    const takes = eventsFrom(machine, state).join(', ') || 'nothing';
    return refuse('illegal-event', `a ${machine.name} that is ${state} takes no '${event}' (it takes: ${takes})`);
  }
  const guard = row.guard === undefined ? undefined : machine.guards[row.guard];
  if (guard !== undefined && !guard.holds(facts)) return refuse('guard', `'${event}' needs ${guard.needs}`);
  const to = row.to === 'remembered' ? (machine.remembered?.(facts) ?? null) : row.to;
  if (to === null) return refuse('guard', `'${event}' needs the stage that the ${machine.name} was in before`);
  const cited = 'clause' in facts && typeof facts.clause === 'string' ? [facts.clause as ClauseId] : [];
  const clauses = [...row.clauses, ...cited.filter((clause) => !row.clauses.includes(clause))];
  return { ok: true, from: state as State, to: to as State, effects: row.effects, clauses };
};
