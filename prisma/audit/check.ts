import { digestOf, sealOf } from '../entry-chain.ts';
import { shopDigestOf } from '../shop-chain.ts';
import { chainOf, type ExportedEntry } from './exported.ts';

/** The first entry that does not fit: where it stands in the file (from 1), in its chain, and what is wrong. */
export type Misfit = Readonly<{ place: number; chain: string; seq: number; because: string }>;

export type Checked = Readonly<{ entries: number; chains: number; redacted: number; misfit: Misfit | null }>;

/**
 * Reckons every digest of an export again. In a filtered one entries are missing on purpose: what is there is checked,
 * and neighbours are only compared where they follow each other.
 */
export const checkExport = (entries: Iterable<ExportedEntry>, filtered: boolean): Checked => {
  const ends = new Map<string, Readonly<{ seq: number; digest: string }>>();
  let place = 0;
  let redacted = 0;
  for (const entry of entries) {
    place += 1;
    const chain = chainOf(entry);
    const because = wrongWith(entry, ends.get(chain) ?? null, filtered);
    if (because !== null)
      return { entries: place, chains: ends.size, redacted, misfit: { place, chain, seq: entry.seq, because } };
    if (entry.salt === null) redacted += 1;
    ends.set(chain, { seq: entry.seq, digest: entry.digest });
  }
  return { entries: place, chains: ends.size, redacted, misfit: null };
};

const wrongWith = (
  entry: ExportedEntry,
  before: Readonly<{ seq: number; digest: string }> | null,
  filtered: boolean,
): string | null => {
  const digest = entry.chain === 'case' ? digestOf(entry) : shopDigestOf(entry);
  if (entry.digest !== digest) return 'its digest is not that of what it says: it was changed';
  if (entry.salt !== null && entry.seal !== sealOf(entry.salt, entry))
    return 'who wrote it or what was written is not what was sealed: it was changed';
  const follows = entry.seq === (before?.seq ?? 0) + 1;
  if (!filtered && !follows)
    return entry.seq <= (before?.seq ?? 0)
      ? `it stands after entry ${before?.seq} of its chain: it was put in or moved`
      : `entry ${(before?.seq ?? 0) + 1} of its chain is missing before it`;
  if (follows && entry.previousDigest !== (before?.digest ?? null))
    return 'it does not follow on the entry before it: one of them was put in or taken out';
  return null;
};
