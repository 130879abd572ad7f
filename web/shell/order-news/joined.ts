import type { Changes } from '../../../policy/app/store.ts';

/** Several changes as one. */
export const joined = (all: readonly Changes[]): Changes => ({
  cases: all.flatMap((one) => one.cases ?? []),
  units: all.flatMap((one) => one.units ?? []),
  intents: all.flatMap((one) => one.intents ?? []),
  decisions: all.flatMap((one) => one.decisions ?? []),
  entries: all.flatMap((one) => one.entries ?? []),
  deadlines: all.flatMap((one) => one.deadlines ?? []),
  effects: all.flatMap((one) => one.effects ?? []),
});
