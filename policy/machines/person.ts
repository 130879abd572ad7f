import type { ClauseId } from '../clauses.ts';
import type { Guard } from './machine.ts';

/** What a person's decision carries. Ids are of people, never of chat accounts: two accounts of one person are one. */
export type PersonFacts = Readonly<{
  by: string | null;
  secondPerson: string | null;
  reason: string | null;
  /** Where money or goods that were settled outside can be looked up: a refund id, a bank reference. */
  reference: string | null;
  clause: ClauseId | null;
}>;

const given = (text: string | null | undefined): boolean => text !== null && text !== undefined && text.trim() !== '';
const twoPeople = (facts: Partial<PersonFacts>): boolean =>
  given(facts.by) && given(facts.secondPerson) && facts.by !== facts.secondPerson;

/** Guards that every machine shares: how people take over from rules. */
export const PERSON_GUARDS = {
  'reason-given': { needs: 'a reason', holds: (facts) => given(facts.reason) },
  'reference-given': {
    needs: 'a reference to what was done by hand',
    holds: (facts) => given(facts.reference),
  },
  'clause-given': {
    needs: 'the clause it rests on and the person who decides',
    holds: (facts) => given(facts.clause) && given(facts.by),
  },
  'second-person': { needs: 'a second person, other than the first', holds: twoPeople },
  'reason-and-second-person': {
    needs: 'a reason and a second person, other than the first',
    holds: (facts) => given(facts.reason) && twoPeople(facts),
  },
} as const satisfies Record<string, Guard<PersonFacts>>;
