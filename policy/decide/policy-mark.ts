import { CLAUSE_IDS, CLAUSES } from '../clauses.ts';
import type { Decision, DecisionRequest } from '../decision.ts';
import type { Settings } from '../settings.ts';
import { digestOf } from './digest.ts';

const words = (): Record<string, string> => Object.fromEntries(CLAUSE_IDS.map((id) => [id, CLAUSES[id].sentence]));

/** Settings never change, so what was reckoned from them holds; forgotten together with them. */
const known = new WeakMap<Settings, Decision['policy']>();

/** The policy that was asked: the published version where the question names it, else what its settings and words are. */
export const policyMark = ({ settings, policy }: Pick<DecisionRequest, 'settings' | 'policy'>): Decision['policy'] => {
  if (policy !== undefined) return policy;
  const before = known.get(settings);
  if (before !== undefined) return before;
  const mark = { version: null, digest: digestOf({ settings, clauses: words() }) };
  known.set(settings, mark);
  return mark;
};
