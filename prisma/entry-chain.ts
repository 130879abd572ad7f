import { createHmac, randomBytes } from 'node:crypto';
import type { EntryRecord } from '../policy/app/records.ts';
import type { NewEntry } from '../policy/app/store.ts';
import { canonicalJson, sha256 } from './digest.ts';

/** An entry as it is stored. Without `salt` its personal fields have been redacted. */
export type ChainedEntry = EntryRecord & Readonly<{ salt: string | null; seal: string }>;

/** The end of a case's chain. */
export type ChainEnd = Readonly<{ seq: number; digest: string }>;

/** Appends an entry: its digest covers the one before and everything it says, personal fields by their seal. */
export const chainEntry = (entry: NewEntry, end: ChainEnd | null): ChainedEntry => {
  const salt = randomBytes(16).toString('hex');
  const open = {
    ...entry,
    at: new Date(entry.at).toISOString(),
    seq: (end?.seq ?? 0) + 1,
    previousDigest: end?.digest ?? null,
  };
  const seal = sealOf(salt, open);
  return { ...open, salt, seal, digest: digestOf({ ...open, seal }) };
};

/** Who, and what was written, may be personal: they enter the chain only as a digest that nobody can guess at. */
export const sealOf = (salt: string, { byName, text }: Pick<EntryRecord, 'byName' | 'text'>): string =>
  createHmac('sha256', Buffer.from(salt, 'hex'))
    .update(canonicalJson([byName, text]))
    .digest('hex');

export const digestOf = (entry: Omit<ChainedEntry, 'digest' | 'salt' | 'byName' | 'text'>): string =>
  sha256(
    canonicalJson({
      id: entry.id,
      caseId: entry.caseId,
      seq: entry.seq,
      at: entry.at,
      by: entry.by,
      event: entry.event,
      from: entry.from,
      to: entry.to,
      clauses: entry.clauses,
      decisionId: entry.decisionId,
      seal: entry.seal,
      previousDigest: entry.previousDigest,
    }),
  );
