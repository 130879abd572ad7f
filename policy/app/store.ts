import type { Decision } from '../decision.ts';
import type { OrderContact, OrderFacts } from '../facts/order-facts.ts';
import type { Actor, Person, RoleGroup } from './actors.ts';
import type { BackfillRecord } from './backfill.ts';
import type { Envelope, Outcome } from './commands.ts';
import type { Effect } from './effects.ts';
import type { ParcelRecord } from './parcels.ts';
import type { NewShopEntry, PolicyDraftRecord } from './policy.ts';
import type { PrivacyRequestRecord } from './privacy.ts';
import type {
  CaseRecord,
  CustomerLinkRecord,
  DeadlineRecord,
  EffectRecord,
  PolicyVersionRecord,
  ProposalRecord,
  RefundIntentRecord,
  ShopRecord,
  StoredOrder,
  UnitRecord,
} from './records.ts';

/** What remembers. Implemented by `prisma/`; one transaction a command. */
export type Store = Readonly<{
  /**
   * Runs `work` in one transaction. Commands on one order (or one shop, where no order is known) are serialised by the
   * database through `tx.lock`, never by a process. Serialization failures and deadlocks are tried again, three times.
   * @param durable  `soon` does not wait for the disk: when the database's machine dies within a second, this may be
   *   lost together with everything written after it. For work that is then asked for again. What is written later and
   *   waits for the disk makes this lasting too.
   */
  transaction<T>(shop: string, work: (tx: Tx) => Promise<T>, how?: Readonly<{ durable?: 'now' | 'soon' }>): Promise<T>;
  /**
   * Takes the effect for running (state → running, attempts + 1) unless it is done, refused or parked already, or runs
   * in another process that is alive: one effect never runs twice at the same time.
   */
  beginEffect(effectId: string): Promise<EffectRecord | null>;
  /**
   * Puts it back in the queue (unavailable), or notes progress of one that runs in steps.
   * @param how  `unsure`: the attempt ended in a way that leaves open what it did; `told`: the other side only asked to
   *   come later, which is no failure
   */
  postponeEffect(
    effectId: string,
    afterMs: number,
    error: string | null,
    progress?: unknown,
    how?: Readonly<{ unsure?: boolean; told?: boolean }>,
  ): Promise<void>;
  /** Stops trying; visible as parked work. */
  parkEffect(effectId: string, error: string): Promise<void>;
  /**
   * Orders of which units of these variants are still to be shipped, or for which a backorder case of them is open.
   * Found by an index of open lines; oldest paid first.
   */
  ordersWanting(shop: string, variantIds: readonly string[]): Promise<readonly WantingOrder[]>;
  /** Orders of which units of a product are still to be shipped, oldest first. */
  ordersOfProduct(shop: string, productId: string): Promise<readonly string[]>;
  /** Deadlines that are due at `now`, oldest first. */
  dueDeadlines(now: string, limit: number): Promise<readonly DeadlineRecord[]>;
  /** The message of a subject on the staff channel: where `slack.show` posted it. */
  messageOf(shop: string, subject: string, id: string): Promise<{ channel: string; ts: string } | null>;
  noteMessage(shop: string, subject: string, id: string, at: { channel: string; ts: string }): Promise<void>;
  /** Keeps what was said in a case's thread. Idempotent on (channel, ts). */
  noteTranscript(
    shop: string,
    entry: {
      caseId: string | null;
      channel: string;
      threadTs: string;
      ts: string;
      by: string;
      text: string;
      at: string;
    },
  ): Promise<void>;
}>;

export type Tx = Readonly<{
  /** Advisory lock until the transaction ends. Key: `order:<id>`, `proposal:<id>`, `shop`. */
  lock(key: string): Promise<void>;
  /** What this envelope's command answered the first time. */
  outcomeOf(envelopeId: string): Promise<Outcome | null>;

  shop(): Promise<ShopRecord | null>;
  person(actor: Actor): Promise<Person | null>;
  personById(id: string): Promise<Person | null>;
  /** Everybody the shop knows. */
  people(): Promise<readonly Person[]>;
  order(orderId: string): Promise<StoredOrder | null>;
  /**
   * The version in force at an instant: of those that were not withdrawn, the newest whose effectiveAt is not after it;
   * the first version where none is.
   */
  policyVersionAt(instant: string): Promise<PolicyVersionRecord>;
  policyVersion(id: string): Promise<PolicyVersionRecord>;
  /** All of the shop's, also withdrawn ones, oldest first. */
  policyVersions(): Promise<readonly PolicyVersionRecord[]>;
  /** The open one. */
  policyDraft(): Promise<PolicyDraftRecord | null>;
  case(id: string): Promise<CaseRecord | null>;
  casesOfOrder(orderId: string): Promise<readonly CaseRecord[]>;
  units(caseId: string): Promise<readonly UnitRecord[]>;
  intents(caseId: string): Promise<readonly RefundIntentRecord[]>;
  intent(id: string): Promise<RefundIntentRecord | null>;
  effect(id: string): Promise<EffectRecord | null>;
  /** True while what opens, replaces or reopens the case's Return in Shopify has not ended well, nor was dismissed. */
  returnAtWork(caseId: string): Promise<boolean>;
  deadlines(caseId: string): Promise<readonly DeadlineRecord[]>;
  deadline(id: string): Promise<DeadlineRecord | null>;
  proposal(id: string): Promise<ProposalRecord | null>;
  customerLink(id: string): Promise<CustomerLinkRecord | null>;
  privacyRequest(id: string): Promise<PrivacyRequestRecord | null>;
  backfill(): Promise<BackfillRecord | null>;
  parcel(id: string): Promise<ParcelRecord | null>;
  nextParcelNumber(): Promise<number>;
  /** True where this installation has used the number in any shop. */
  rmaTaken(number: string): Promise<boolean>;
  nextCaseNumber(): Promise<number>;

  /**
   * Writes all of it, chains the entries, queues the effects, remembers the outcome under the envelope's id, and ends the
   * transaction: nothing may be read or written after it. All is written when it resolves, and nothing when it rejects.
   * @throws StaleWrite where somebody else wrote first
   */
  record(envelope: Envelope, outcome: Outcome, changes: Changes): Promise<void>;
}>;

/** Everything one command writes. Absent lists write nothing. */
export type Changes = Readonly<{
  /** Inserted where `version` is 1; otherwise updated, and the stored version must be `version − 1` (else `StaleWrite`). */
  cases?: readonly CaseRecord[];
  /** Inserted or replaced by id. */
  units?: readonly UnitRecord[];
  /** As cases: `version` 1 is new. */
  intents?: readonly RefundIntentRecord[];
  proposals?: readonly ProposalRecord[];
  deadlines?: readonly DeadlineRecord[];
  /** A group for a role; an empty `groupId`: none any more. */
  roleGroups?: readonly RoleGroup[];
  /** As cases: `version` 1 is new. */
  parcels?: readonly ParcelRecord[];
  decisions?: readonly NewDecision[];
  entries?: readonly NewEntry[];
  effects?: readonly NewEffect[];
  /** Facts newer than the stored ones (compared by `updatedAt`; an older one is left alone). */
  orders?: readonly Readonly<{ facts: OrderFacts; contact: OrderContact }>[];
  /** Ends an effect. */
  settledEffects?: readonly Readonly<{
    id: string;
    state: 'done' | 'refused' | 'unknown' | 'queued' | 'dismissed';
    result: unknown;
    error: string | null;
  }>[];
  shop?: ShopRecord;
  /** Inserted or replaced by id. */
  privacyRequests?: readonly PrivacyRequestRecord[];
  backfill?: BackfillRecord;
  /** The shop's rows are removed, all but its own history and the requests that led to it. Nothing else is written with it than those. */
  emptied?: boolean;
  /** Inserted or replaced by id, in this order: an account that moves is first taken, then given. */
  people?: readonly Person[];
  /** Cases whose customers' links are void from now on. */
  revokedLinks?: readonly Readonly<{ caseId: string; at: string }>[];
  /** As cases: `version` 1 is new. */
  policyDrafts?: readonly PolicyDraftRecord[];
  /** Published; never written again. A number that is taken is a `StaleWrite`. */
  policyVersions?: readonly PolicyVersionRecord[];
  /** Versions that are not in force yet, taken back. One that is in force at `at`, or was withdrawn, is a `StaleWrite`. */
  withdrawnVersions?: readonly Readonly<{ id: string; at: string }>[];
  /** History that is no case's. */
  shopEntries?: readonly NewShopEntry[];
  /** Where a subject's message is: a case takes over the message of the proposal that opened it. */
  messages?: readonly Readonly<{
    subject: 'proposal' | 'case' | 'approval' | 'parcel';
    id: string;
    channel: string;
    ts: string;
  }>[];
}>;

/** An order that has units of some variants to ship, with its open backorder cases. */
export type WantingOrder = Readonly<{
  orderId: string;
  /** When it was placed: who paid first is served first. */
  placedAt: string;
  lines: readonly Readonly<{ lineItemId: string; variantId: string; open: number }>[];
  cases: readonly CaseRecord[];
}>;

export type NewDecision = Readonly<{
  id: string;
  caseId: string;
  at: string;
  kind: string;
  policyVersion: string;
  decision: Decision;
  facts: unknown;
}>;

export type NewEntry = Readonly<{
  id: string;
  caseId: string;
  at: string;
  by: string;
  byName: string;
  event: string;
  from: string | null;
  to: string | null;
  text: string;
  clauses: readonly string[];
  decisionId: string | null;
}>;

export type NewEffect = Readonly<{
  id: string;
  key: string;
  caseId: string | null;
  effect: Effect /** Earliest start, ISO; absent: at once. */;
  runAt?: string;
}>;

/** Somebody else wrote first; load again and ask again. */
export class StaleWrite extends Error {
  override readonly name = 'StaleWrite';
}

/** Webhooks and Slack events, stored before they are acknowledged. */
export type Inbox = Readonly<{
  /** Group-committed; resolves when durable. False: it was here already (same shop, topic and id), and nothing changed. */
  store(item: InboxItem): Promise<boolean>;
}>;

export type InboxItem = Readonly<{
  source: 'shopify' | 'slack' | 'mail';
  shop: string;
  topic: string;
  /** X-Shopify-Webhook-Id, or Slack's event_id. */
  id: string;
  /** X-Shopify-Triggered-At where there is one. */
  triggeredAt: string | null;
  body: Uint8Array;
}>;

export type StoredInboxItem = InboxItem & Readonly<{ rowId: string; receivedAt: string; attempts: number }>;

/** The other end of the inbox, for the drain. */
export type InboxDrain = Readonly<{
  claim(limit: number): Promise<readonly StoredInboxItem[]>;
  done(rowIds: readonly string[]): Promise<void>;
  /** Kept, with a reason a person can read; not tried again by itself. */
  park(rowId: string, reason: string): Promise<void>;
  /** Tried again later, with the error noted; parked after `maxAttempts`. */
  postpone(rowId: string, reason: string, afterMs: number): Promise<void>;
  retryParked(rowId: string): Promise<boolean>;
  /** Takes a parked row off the list; what came in stays stored. False: it is not parked (any more). */
  dismissParked(rowId: string): Promise<boolean>;
}>;

/** What works by itself: an effect, the inbox, the minute. */
export type JobHandlers = Readonly<{
  effect(effectId: string): Promise<void>;
  /** `stopping`: once it is aborted nothing more is begun, however much there is to do. */
  drainInbox(stopping: AbortSignal): Promise<void>;
  sweep(stopping: AbortSignal): Promise<void>;
  /** Asks other systems, and so may take long: apart from the sweep, which must not wait for them. */
  reconcile(stopping: AbortSignal): Promise<void>;
}>;

/** Shopify's offline tokens of one shop. Kept encrypted (AES-256-GCM). Instants ISO 8601 UTC; null: does not expire. */
export type ShopTokens = Readonly<{
  accessToken: string;
  accessTokenExpiresAt: string | null;
  refreshToken: string | null;
  refreshTokenExpiresAt: string | null;
  scopes: string;
}>;

export type TokenStore = Readonly<{
  load(shop: string): Promise<ShopTokens | null>;
  /** Runs `next` under a lock that all processes share; stores what it returns (null deletes; the same object: unchanged). */
  update(shop: string, next: (current: ShopTokens | null) => Promise<ShopTokens | null>): Promise<ShopTokens | null>;
}>;

/** A shop's place in this installation: written when a merchant first opens the app, and when it leaves. */
export type Installations = Readonly<{
  /**
   * Creates the shop, with its first policy version (all defaults), or brings it back. What is known of it stays: a change
   * is a command's (`shop.observed`), so that its history tells.
   * @returns `changed`: it is known otherwise than told here
   */
  install(
    shop: Readonly<{
      domain: string;
      name: string;
      timeZone: string;
      country: string;
      currency: string;
      contactEmail: string;
      /** Where goods come back to, line by line: taken over the first time, and left alone afterwards. */
      address: readonly string[];
      scopes: readonly string[];
    }>,
    at: string,
    /** A token had to be got: it was installed anew, whatever is known of the shop. */
    anew?: boolean,
  ): Promise<'as-told' | 'changed'>;
  /** Binds a Slack workspace to the shop. */
  bindSlack(
    shop: string,
    slack: Readonly<{ team: string; channel: string; approvalsChannel: string; botToken: string | null }>,
  ): Promise<void>;
  slackToken(team: string): Promise<string | null>;
  /** Deletes what is kept of a workspace. */
  forgetSlack(team: string): Promise<void>;
  /** Makes this member of staff the owner where the shop has none; changes nothing where it has one. */
  firstOwner(shop: string, staffId: string): Promise<void>;
  savePerson(
    person: Readonly<{
      shop: string;
      name: string;
      role: string | null;
      staffId: string | null;
      slackTeam: string | null;
      slackUser: string | null;
    }>,
  ): Promise<void>;
}>;

/** What a reconciliation needs to know: where it looked last, and what is here to compare with. */
export type Reconciliations = Readonly<{
  /** Shops that have the app. `lookedAt`: up to when their changes were looked at; null: never. */
  shops(): Promise<readonly Readonly<{ shop: string; installedAt: string | null; lookedAt: string | null }>[]>;
  /** Notes a look that has come to its end. */
  noteLook(shop: string, at: string): Promise<void>;
  /** Orders with a case that is not closed. */
  openOrders(shop: string): Promise<readonly string[]>;
  /** `updatedAt` of those of these orders that are stored, by id. */
  storedUpdates(shop: string, orderIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}>;
