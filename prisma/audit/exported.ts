import type { ChainedEntry } from '../entry-chain.ts';
import type { ChainedShopEntry } from '../shop-chain.ts';

/** An entry as it leaves: all that its digest covers, so that anybody can reckon it again. */
export type ExportedEntry =
  | (ChainedEntry & Readonly<{ chain: 'case' }>)
  | (ChainedShopEntry & Readonly<{ chain: 'shop' }>);

/** First line of a file. `filtered`: entries were left out on purpose, so gaps say nothing. */
export type ExportHead = Readonly<{
  makegoodAudit: 1;
  shop: string;
  exportedAt: string;
  filtered: boolean;
}>;

/** Columns of the CSV, in order; a field that a chain does not have is empty. */
export const COLUMNS = [
  'chain',
  'id',
  'caseId',
  'shop',
  'seq',
  'at',
  'by',
  'byName',
  'event',
  'from',
  'to',
  'subject',
  'text',
  'clauses',
  'decisionId',
  'previousDigest',
  'digest',
  'salt',
  'seal',
] as const;

/** Which chain an entry belongs to, as a file names it. */
export const chainOf = (entry: ExportedEntry): string =>
  entry.chain === 'case' ? `case ${entry.caseId}` : `shop ${entry.shop}`;
