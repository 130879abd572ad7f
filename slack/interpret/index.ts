export { interpret } from './grammar.ts';
export { takeItems } from './items.ts';
export { takeReferences } from './references.ts';
export {
  type Intent,
  type Interpret,
  InterpretContext,
  Meaning,
  type MeaningOf,
  type NamedItem,
} from './types.ts';
