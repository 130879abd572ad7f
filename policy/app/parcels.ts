import type { Candidate } from '../parcels/rank.ts';
import type { CaseRecord, EvidenceRef } from './records.ts';

/**
 * A parcel on the dock that nobody can put to a return yet (P19, P20, P34, P35): its number is missing, misread, or of no
 * case that waits for one. It is kept apart, with what can be read on and in it, until somebody says whose it is.
 */
export type ParcelRecord = Readonly<{
  id: string;
  shop: string;
  /** Counts writes, as a case's does. */
  version: number;
  /** What is written on the shelf: "parcel 7". Unique in a shop. */
  number: number;
  state: 'quarantined' | 'held' | 'matched' | 'closed';
  problem: ParcelProblem;
  /** The number on the outside, as it was read; null where there is none. */
  written: string | null;
  /** What tells whose it is. About people: kept sealed, and forgotten when the parcel's owner is found or it has gone. */
  seen: ParcelSeen;
  photos: readonly EvidenceRef[];
  /** When it arrived: counts for the last day (A12), however long it lay here. */
  receivedAt: string;
  /** Looked at again by then. */
  holdUntil: string | null;
  /** Since when whoever it may belong to is asked; null again where the mail did not reach them. */
  askedAt: string | null;
  /** The case it was put to. */
  caseId: string | null;
  /** How it ended, where it was put to no case. */
  ended: ParcelEnd | null;
  endedBecause: string | null;
  /** Slack channel in which it is talked about. */
  channel: string | null;
  by: string;
  byName: string;
  endedByName: string | null;
  createdAt: string;
  updatedAt: string;
}>;

/**
 * `unmarked`: nothing on the outside · `misread`: the check symbol or the length does not fit · `unknown`: a good number
 * that no case here has · `not-expected`: its case does not wait for a parcel.
 */
export type ParcelProblem = 'unmarked' | 'misread' | 'unknown' | 'not-expected';
export type ParcelEnd = 'sent_back' | 'disposed' | 'not_a_return';

export type ParcelSeen = Readonly<{
  tracking: string | null;
  senderName: string | null;
  senderPhone: string | null;
  /** Order number on a slip inside. */
  orderNumber: string | null;
  note: string | null;
  /** What those wrote who were asked whether it is theirs, oldest first. */
  answers: readonly ParcelAnswer[];
}>;

/** The answer of the customer of one order, by mail. */
export type ParcelAnswer = Readonly<{
  orderId: string;
  orderName: string;
  at: string;
  text: string;
  /** It came from the address of that order. */
  fromCustomer: boolean;
}>;

export const NOTHING_SEEN: ParcelSeen = {
  tracking: null,
  senderName: null,
  senderPhone: null,
  orderNumber: null,
  note: null,
  answers: [],
};

/** With whose it may be, likeliest first. */
export type ParcelView = Readonly<{
  parcel: ParcelRecord;
  candidates: readonly Candidate[];
  /** The case it was put to. */
  case: Pick<CaseRecord, 'id' | 'number' | 'orderName' | 'rma' | 'state'> | null;
}>;

export type ParcelQuery = Readonly<{
  open?: boolean;
  limit: number /** Opaque; from the page before. */;
  cursor?: string;
}>;
export type ParcelPage = Readonly<{ parcels: readonly ParcelRecord[]; nextCursor: string | null }>;

/** What edges may ask about parcels. Every call is bound to one shop. */
export type ParcelRead = Readonly<{
  parcel(shop: string, id: string): Promise<ParcelView | null>;
  /** Newest first. */
  parcels(shop: string, query: ParcelQuery): Promise<ParcelPage>;
}>;
