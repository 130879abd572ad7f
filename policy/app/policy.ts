import type { BacktestResult } from '../backtest/index.ts';
import type { OrderFacts } from '../facts/order-facts.ts';
import type { PolicyVersionRecord } from './records.ts';

/** The policy as something that people work on: a draft, the versions that were published, what a draft would change. */

/** What an owner is working on. A shop has at most one that is open; what became of the others stays known. */
export type PolicyDraftRecord = Readonly<{
  id: string;
  shop: string;
  /** Counts writes: who saw an older one is told so. */
  version: number;
  state: 'open' | 'discarded' | 'published';
  /** Complete, as `parseSettings` makes them. */
  settings: Readonly<Record<string, unknown>>;
  /** Number of the version it was begun from. */
  basedOn: number;
  savedBy: string;
  savedByName: string;
  createdAt: string;
  updatedAt: string;
}>;

/** History of a shop: what people did that is no case's. Chained by digest, as a case's entries are. */
export type ShopEntryRecord = Readonly<{
  id: string;
  shop: string;
  seq: number;
  at: string;
  by: string;
  byName: string;
  /** Command, e.g. `policy.publish`. */
  event: string;
  /** What it was done to, e.g. the id of the version. */
  subject: string | null;
  /** One sentence for people. */
  text: string;
  clauses: readonly string[];
  previousDigest: string | null;
  digest: string;
}>;

export type NewShopEntry = Omit<ShopEntryRecord, 'shop' | 'seq' | 'previousDigest' | 'digest'>;

export type PolicyVersionView = PolicyVersionRecord & Readonly<{ publishedByName: string | null }>;

export type BacktestState = 'running' | 'done' | 'cancelled' | 'failed';

/** "What would have changed": a draft run over past orders and decisions, by some process, seen from all. */
export type BacktestRecord = Readonly<{
  id: string;
  shop: string;
  draftId: string;
  draftVersion: number;
  /** Number of the version it was compared with. */
  against: number;
  state: BacktestState;
  /** Orders and cases looked at so far, and in all. */
  done: number;
  total: number;
  /** Of the questions asked so far, those that would be answered otherwise. */
  changed: number;
  result: BacktestResult | null;
  /** Lower case, for people. */
  error: string | null;
  startedAt: string;
  updatedAt: string;
}>;

/** What pages may ask about a shop's policy. Nothing here changes anything. */
export type PolicyRead = Readonly<{
  /** Newest first, also withdrawn ones. */
  policyVersions(shop: string): Promise<readonly PolicyVersionView[]>;
  /** The open one. */
  policyDraft(shop: string): Promise<PolicyDraftRecord | null>;
  /** Newest first. */
  shopEntries(shop: string, limit: number): Promise<readonly ShopEntryRecord[]>;
}>;

/** Orders and cases of the past, page by page, newest first: `after` is the cursor that the page before gave. */
export type PastRead = Readonly<{
  countPast(shop: string): Promise<Readonly<{ orders: number; cases: number }>>;
  pastOrders(shop: string, after: string | null, limit: number): Promise<PastPage<OrderFacts>>;
  pastCases(shop: string, after: string | null, limit: number): Promise<PastPage<PastCaseRecord>>;
}>;

export type PastPage<T> = Readonly<{ items: readonly T[]; next: string | null }>;

/** A case with every question that was asked about it (`facts` of its decisions, oldest first). */
export type PastCaseRecord = Readonly<{
  caseId: string;
  number: number;
  orderId: string;
  requests: readonly unknown[];
}>;

/** Where runs of a backtest are kept, so that any process can show and stop them. */
export type Backtests = Readonly<{
  /** Keeps a new run, stops one that still goes on in this shop, and forgets older ones. */
  begin(
    run: Pick<BacktestRecord, 'id' | 'shop' | 'draftId' | 'draftVersion' | 'against' | 'total'>,
  ): Promise<BacktestRecord>;
  /** @returns false where it was stopped meanwhile: then nobody waits for a result */
  note(id: string, progress: Pick<BacktestRecord, 'done' | 'changed'>): Promise<boolean>;
  /** Ends a run that still goes on. */
  end(
    id: string,
    end: Readonly<{ state: Exclude<BacktestState, 'running'>; result?: BacktestResult; error?: string }>,
  ): Promise<void>;
  /** @returns false where nothing runs under this id */
  stop(shop: string, id: string): Promise<boolean>;
  /** A run whose process died counts as failed. */
  latest(shop: string): Promise<BacktestRecord | null>;
}>;
