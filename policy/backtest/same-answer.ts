import type { Decision } from '../decision.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Equal as JSON, for values of one shape: field by field, since writing both out costs more than deciding them. */
const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (!isFields(a) || !isFields(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) if (!same(a[name], b[name])) return false;
  return true;
};

/** Nothing differs that a customer or an agent would notice: the facts, and so their digest, are the same anyway. */
export const sameAnswer = (a: Decision, b: Decision): boolean =>
  (Object.keys(a) as (keyof Decision)[]).every((name) => name === 'factsDigest' || same(a[name], b[name]));
