import { CLAUSE_IDS, CLAUSES, type ClauseId } from '../clauses.ts';
import { parseInstant } from '../days/instants.ts';
import { digestOf } from '../decide/digest.ts';
import type { Settings } from '../settings.ts';

export type ClauseTexts = Readonly<Record<ClauseId, string>>;

/**
 * A policy as it was published: every setting with its value, the words of every clause, and from when it counts. Once
 * made it never changes; a change is a new version. An order is judged by the version in force when it was placed.
 */
export type PolicyVersion = Readonly<{
  number: number;
  /** Complete, not what differs from the defaults: defaults of a later release must not change an old version. */
  settings: Settings;
  clauses: ClauseTexts;
  /** ISO 8601 instant. */
  effectiveAt: string;
  /** SHA-256 (hex) of the canonical JSON of settings, clauses and effective date. */
  digest: string;
}>;

/** The clauses in the words of this release. */
export const CLAUSE_TEXTS = Object.freeze(
  Object.fromEntries(CLAUSE_IDS.map((id) => [id, CLAUSES[id].sentence])),
) as ClauseTexts;

/** As it is stored: settings and words of another release have other names than this one's. */
type Content = Readonly<{
  settings: Readonly<Record<string, unknown>>;
  clauses: Readonly<Record<string, string>>;
  effectiveAt: string;
}>;

/** Two versions with one digest say the same. */
export const versionDigest = ({ settings, clauses, effectiveAt }: Content): string =>
  digestOf({ settings, clauses, effectiveAt: parseInstant(effectiveAt, 'effectiveAt') });

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
};

/**
 * Publishes settings as a version.
 * @throws PolicyError `input/bad-instant` where the effective date is no instant
 */
export const createVersion = (
  content: Readonly<{ number: number; settings: Settings; effectiveAt: string; clauses?: ClauseTexts }>,
): PolicyVersion => {
  const { number, effectiveAt, clauses = CLAUSE_TEXTS } = content;
  // A copy, so that freezing it never freezes what somebody still edits.
  const settings = structuredClone(content.settings);
  const digest = versionDigest({ settings, clauses, effectiveAt });
  return freeze({ number, settings, clauses: { ...clauses }, effectiveAt, digest });
};

/** False where the stored content, as it is stored, is not what was published. */
export const isIntact = (version: Content & Pick<PolicyVersion, 'digest'>): boolean =>
  versionDigest(version) === version.digest;

/** What tells which version is in force when. `withdrawnAt`: taken back before it was; null or absent: it stands. */
type Dated = Pick<PolicyVersion, 'number' | 'effectiveAt'> & Readonly<{ withdrawnAt?: string | null }>;

/**
 * The version in force at an instant: of those that were not withdrawn, the newest whose effective date is not after
 * it, of two with the same date the higher number; before the first version, the first.
 * @throws PolicyError `input/bad-instant`
 * @throws TypeError where there is no version at all: a shop has its first one from the day it installs
 */
export const versionFor = <V extends Dated>(versions: readonly V[], instant: string): V => {
  const at = parseInstant(instant, 'instant');
  const from = (version: V): number => parseInstant(version.effectiveAt, 'effectiveAt');
  const oldestFirst = versions
    .filter(({ withdrawnAt }) => !withdrawnAt)
    .sort((a, b) => from(a) - from(b) || a.number - b.number);
  const inForce = oldestFirst.findLast((version) => from(version) <= at) ?? oldestFirst[0];
  if (inForce === undefined) throw new TypeError('expected at least one policy version');
  return inForce;
};
