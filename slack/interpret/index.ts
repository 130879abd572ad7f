export { interpret } from './grammar.ts';
export type { Interpret, InterpretContext, Meaning, MeaningOf, NamedItem } from './types.ts';
