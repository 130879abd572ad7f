import { randomBytes } from 'node:crypto';
import type { NewShopEntry, ShopEntryRecord } from '../policy/app/policy.ts';
import { canonicalJson, sha256 } from './digest.ts';
import { type ChainEnd, sealOf } from './entry-chain.ts';

/** An entry of a shop's history as it is stored. Without `salt` its personal fields have been redacted. */
export type ChainedShopEntry = ShopEntryRecord & Readonly<{ salt: string | null; seal: string }>;

/** Appends an entry: its digest covers the one before and everything it says, personal fields by their seal. */
export const chainShopEntry = (shop: string, entry: NewShopEntry, end: ChainEnd | null): ChainedShopEntry => {
  const salt = randomBytes(16).toString('hex');
  const open = {
    ...entry,
    shop,
    at: new Date(entry.at).toISOString(),
    seq: (end?.seq ?? 0) + 1,
    previousDigest: end?.digest ?? null,
  };
  const seal = sealOf(salt, open);
  return { ...open, salt, seal, digest: shopDigestOf({ ...open, seal }) };
};

export const shopDigestOf = (entry: Omit<ChainedShopEntry, 'digest' | 'salt' | 'byName' | 'text'>): string =>
  sha256(
    canonicalJson({
      id: entry.id,
      shop: entry.shop,
      seq: entry.seq,
      at: entry.at,
      by: entry.by,
      event: entry.event,
      subject: entry.subject,
      clauses: entry.clauses,
      seal: entry.seal,
      previousDigest: entry.previousDigest,
    }),
  );
