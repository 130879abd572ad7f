import type pg from 'pg';
import { type ChainedEntry, digestOf, sealOf } from './entry-chain.ts';
import { CHAINED_ENTRIES } from './store/tables.ts';

/** Where a case's history is broken: the entry's place in it, and how. */
export type BrokenChain = Readonly<{ seq: number; because: 'missing' | 'changed' | 'text-changed' | 'not-linked' }>;

/**
 * Reads a case's history again and checks that nothing was changed, taken out or put in. An entry whose personal fields
 * were redacted (no salt any more) is checked without them.
 * @returns null where it is whole
 */
export const verifyChain = async (
  db: pg.Pool | pg.Client | pg.PoolClient,
  caseId: string,
): Promise<BrokenChain | null> => {
  const { rows } = await db.query<ChainedEntry>(
    `SELECT ${CHAINED_ENTRIES.select} FROM entries WHERE case_id = $1 ORDER BY seq`,
    [caseId],
  );
  // A connection of somebody else's may answer with dates.
  return brokenAt(rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() })));
};

/** The first break in entries that are in order, from the first on. */
export const brokenAt = (entries: readonly ChainedEntry[]): BrokenChain | null => {
  let before: ChainedEntry | null = null;
  for (const entry of entries) {
    const seq = (before?.seq ?? 0) + 1;
    if (entry.seq !== seq) return { seq, because: 'missing' };
    if (entry.previousDigest !== (before?.digest ?? null)) return { seq, because: 'not-linked' };
    if (entry.digest !== digestOf(entry)) return { seq, because: 'changed' };
    if (entry.salt !== null && entry.seal !== sealOf(entry.salt, entry)) return { seq, because: 'text-changed' };
    before = entry;
  }
  return null;
};
