import type { CaseRecord } from './records.ts';

/** A case as a list of many names it. */
export type ListedCase = Readonly<Pick<CaseRecord, 'id' | 'number' | 'orderName' | 'kind' | 'state' | 'closedAt'>>;

/** Which list a case stands in instead of having a card, and its state when it was put there. */
export type FoldedCard = Readonly<{ digest: string; state: string }>;

/** New cases that came many at once: listed in one message of the staff channel instead of a card each. */
export type FoldedCards = Readonly<{
  /** Cases that nobody of the staff opened: those since `burst`, and older ones since `oldest` that have no message yet. */
  fresh(shop: string, since: Readonly<{ burst: string; oldest: string }>): Promise<number>;
  /** Open ones of them that have no message yet, oldest first. */
  waiting(shop: string, oldest: string, limit: number): Promise<readonly ListedCase[]>;
  of(shop: string, caseId: string): Promise<FoldedCard | null>;
  /** Cases in a list, as they stand now, oldest first. */
  inDigest(shop: string, digest: string): Promise<readonly ListedCase[]>;
  /** A case that is listed already stays where it is. */
  note(shop: string, digest: string, cases: readonly ListedCase[]): Promise<void>;
}>;
