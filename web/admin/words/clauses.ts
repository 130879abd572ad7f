import { CLAUSES } from '../../../policy/clauses.ts';
import { ownClause } from '../messages/index.ts';

/** A clause in the customer's words; null for one that this version of the page does not know. */
export const clauseSentence = (id: string): string | null =>
  ownClause(id) ?? (Object.hasOwn(CLAUSES, id) ? CLAUSES[id as keyof typeof CLAUSES].sentence : null);
