import type { AnyMachine, Row } from '../machines/machine.ts';

const fromStates = (row: Row<string>): readonly string[] => (typeof row.from === 'string' ? [row.from] : row.from);

/** A move from more states than this is told in words: its lines would hide the way that most cases go. */
const MOST_LINES = 4;
const isDrawn = (row: Row<string>): boolean =>
  row.from !== 'any-open' && row.to !== 'remembered' && row.event !== 'reopen' && fromStates(row).length <= MOST_LINES;

/** A machine as Mermaid draws it: one line for each pair of states, its events side by side. */
export const machineDiagram = (machine: AnyMachine): string => {
  const name = (state: string): string => (state === machine.initial ? '[*]' : state);
  const edges = new Map<string, string[]>();
  for (const row of machine.rows.filter(isDrawn)) {
    for (const from of fromStates(row)) {
      const edge = `${name(from)} --> ${name(row.to)}`;
      edges.set(edge, [...(edges.get(edge) ?? []), row.event]);
    }
  }
  const lines = [...edges].map(([edge, events]) => `  ${edge}: ${events.join(', ')}`);
  const ends = machine.final.map((state) => `  ${state} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...lines, ...ends, '```'].join('\n');
};

/** The moves that the diagram leaves out. */
export const undrawnMoves = (machine: AnyMachine): readonly string[] =>
  machine.rows
    .filter((row) => !isDrawn(row))
    .map((row) => {
      const from =
        row.from === 'any-open'
          ? 'any open state'
          : fromStates(row)
              .map((state) => `\`${state}\``)
              .join(', ');
      const to = row.to === 'remembered' ? 'the stage it was in before' : `\`${row.to}\``;
      return `\`${row.event}\`: from ${from} to ${to}`;
    });

/** Guards of a machine's moves: event, and what it needs. */
export const guardedMoves = (machine: AnyMachine): readonly Readonly<{ needs: string; events: readonly string[] }>[] =>
  Object.entries(machine.guards).flatMap(([guard, { needs }]) => {
    const events = [...new Set(machine.rows.filter((row) => row.guard === guard).map((row) => row.event))];
    return events.length === 0 ? [] : [{ needs, events }];
  });
