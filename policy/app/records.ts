import type { ClauseId } from '../clauses.ts';
import type { Breakdown, Deadline, Decision, InspectionResult, Judged, ReturnReason } from '../decision.ts';
import type { OrderContact, OrderFacts } from '../facts/order-facts.ts';
import type { Minor } from '../money/money.ts';
import type { LinkPurpose } from './links.ts';
import type { ReturnPreview } from './return-preview.ts';

/** What is remembered, as the rest of the program sees it. `prisma/` keeps it; ids are UUIDs unless said otherwise. */

export type CaseKind = 'cancellation' | 'backorder' | 'return';

/** Where a case is talked about. */
export type Thread = Readonly<{ channel: string; ts: string }>;

export type ThreadOrNull = Thread | null;

export type EvidenceRef = Readonly<{
  id: string;
  name: string;
  mimetype: string;
  bytes: number;
  sha256: string;
  /** When the photo was taken, as far as it says: its own words, unproved. */
  capturedAt?: string | null;
}>;

/**
 * A refund that somebody made in Shopify without us while the case was open. `for`: what it was for; null: it names no
 * units (or moved no money), so a person has to say before anything else is paid.
 */
export type HandRefund = Readonly<{
  refundId: string;
  /** Minor units of the order's currency. */
  amount: Minor;
  for: 'units' | 'line' | 'shipping' | 'goodwill' | null;
  /** Of it, what Shopify has down as shipping, tax included: the policy gives that much less by itself. Minor units. */
  shipping?: Minor;
  /**
   * Units of a return that it counts as refunded although it moved no money, or that may be another return's: settled
   * once a person says so.
   */
  unitIds?: readonly string[];
}>;

/**
 * P17: somebody asked to send what is exchanged before the goods are back. Another one approves it, as an amount of
 * nothing; once it is processed nothing else goes out for these goods.
 */
export type ShipFirst = Readonly<{
  because: string;
  by: string;
  byName: string;
  /** The amounts of nothing that stood for it, newest last: each asking has its own. */
  intentIds: readonly string[];
  /** Declined, or overtaken by what happened: nobody wants it any more. */
  dropped: boolean;
  /** What was paid for the goods, price and tax: at stake until they are back. Minor units of the order's currency. */
  worth: Minor;
  /** When Shopify was told to send it; null: not yet. */
  sentAt: string | null;
  /** Day by which staff are told that nothing has come back, where the RMA itself has no last day. */
  backBy: Deadline | null;
}>;

/** Somebody asked to open an ended case again: a second person has to agree. */
export type Reopening = Readonly<{ because: string; by: string; byName: string }>;

/** What a case of each kind carries beside its state. Everything here is plain JSON. */
export type CancellationData = Readonly<{
  kind: 'cancellation';
  /** Absent: all that is not shipped. */
  lines: readonly Readonly<{ lineItemId: string; quantity: number }>[] | null;
  because: string | null;
  /** gid of the OrderCancelJobResult that is followed. */
  jobResult: string | null;
  /** P11: where a fulfilment service had the goods and was asked to stop; absent in cases of before it was asked. */
  recall?: Readonly<{
    state: 'asking' | 'asked' | 'not-needed' | 'accepted' | 'rejected' | 'unanswered';
    askedAt: string;
    fulfillmentOrderIds: readonly string[];
  }>;
  /** It was cancelled with nothing paid, a payment arrived later, and staff were told. */
  paidAfterwards?: boolean;
  byHand?: readonly HandRefund[];
  reopening?: Reopening | null;
  /** How often it was opened again. */
  reopened?: number;
  /** State that a dispute found it in; noted while one is open. */
  stageBeforeDispute?: string | null;
}>;

export type ReturnData = Readonly<{
  kind: 'return';
  reason: ReturnReason;
  lines: readonly Readonly<{ lineItemId: string; quantity: number }>[];
  because: string | null;
  remedy: 'refund' | 'exchange';
  photos: readonly EvidenceRef[];
  /** Of what the test found, oldest first. */
  testPhotos?: readonly EvidenceRef[];
  troubleshootingDone: boolean | null;
  artificialDamageDeclared: boolean | null;
  /** P3: why staff went on without photos. */
  photosWaived?: string | null;
  contact: Readonly<{ hasName: boolean; hasEmail: boolean; hasPhone: boolean }> | null;
  originalShippingCost: Minor | null;
  returnPostage: Readonly<{ paidBy: 'customer' | 'merchant'; amount: Minor | null }> | null;
  rma: Readonly<{ number: string; issuedAt: string; deadline: Deadline | null }> | null;
  tracking: Readonly<{
    number: string;
    carrier: string | null;
    url: string | null;
    recordedAt: string;
    /** When the carrier took it, where somebody told. */
    acceptedAt?: string | null;
  }> | null;
  parcel: Readonly<{ receivedAt: string; rmaMarked: boolean | null; carrierAcceptedAt: string | null }> | null;
  /** What people decided about this return in place of the settings, or against them. */
  judged?: Judged;
  /** More days were asked for after the last one: a second person has to agree. */
  extension?: Readonly<{ days: number; because: string; by: string; byName: string }> | null;
  /** P16: where the replacement is. `lineItemIds`: lines of the order that it became. */
  exchange?: Readonly<{
    state: 'awaiting_return' | 'unavailable' | 'waiting' | 'releasing' | 'fulfilled' | 'converted_to_refund';
    lineItemIds?: readonly string[];
  }>;
  shipFirst?: ShipFirst | null;
  /** Before anything came back Shopify reckoned it otherwise; absent: the same. */
  preview?: ReturnPreview | null;
  /** The label of ours was taken off an amount that is paid: it is not taken off again (P12). */
  postageTaken?: boolean;
  /** P38: the parcel is lost, and by whose label it travelled. `ours`: the policy puts the loss on the merchant (A20). */
  lost?: Readonly<{ at: string; labelBy: 'customer' | 'merchant'; ours?: boolean }> | null;
  /** P13: the parcel that seems to come back, and what a person found out about it. */
  undelivered?: Readonly<{
    fulfillmentId: string;
    finding: 'refused' | 'wrong_address' | 'lost' | 'false_alarm' | null;
  }> | null;
  /** What a person declined it on. */
  declined?: Readonly<{ clauses: readonly ClauseId[]; because: string }> | null;
  /** State that a won dispute goes back to; noted when the case is frozen. */
  stageBeforeDispute?: string | null;
  byHand?: readonly HandRefund[];
  reopening?: Reopening | null;
  /** Who called it off: the customer by their own link, or somebody else. Absent: nobody has. */
  calledOffBy?: 'customer' | 'other';
  /** How often it was opened again. */
  reopened?: number;
  /** Somebody ended that Return in Shopify by hand, and staff were told. */
  endedInShopify?: 'canceled' | 'closed' | null;
  /** Shopify's Return that mirrors this case, with the ids that returnProcess wants. */
  shopifyReturn: Readonly<{
    id: string;
    name: string;
    lines: readonly Readonly<{
      returnLineItemId: string;
      reverseFulfillmentOrderId: string;
      reverseFulfillmentOrderLineItemId: string;
      lineItemId: string;
      quantity: number;
    }>[];
  }> | null;
}>;

export type BackorderData = Readonly<{
  kind: 'backorder';
  lines: readonly Readonly<{ lineItemId: string; quantity: number }>[];
  notifiedAt: string | null;
  answer: 'wait' | 'refund' | null;
  /** Local date on which it is expected again. */
  eta: string | null;
  /** Who noticed: staff (then the figures are not believed until they rise), or the stock figures. */
  source?: 'staff' | 'stock';
  because?: string | null;
  /** How often the customer was asked; each time is answered once. */
  round?: number;
  /** What the customer chose where only a part is out of stock (A2). */
  choice?: 'wait-all' | 'ship-rest' | 'refund-part' | 'cancel-all' | null;
  /** P8: when and how the customer agreed to wait, under which policy, and for which date. */
  consent?: Readonly<{
    at: string;
    how: 'link' | 'staff';
    note: string | null;
    policyVersion: string;
    eta: string | null;
    /** From where the link was pressed; null where somebody told it. */
    ip?: string | null;
  }> | null;
  /** Set where it will never come. */
  discontinued?: boolean;
  /** What goes back: the whole order (orderCancel) or these lines (refundCreate). */
  refund?: 'order' | 'lines' | null;
  /** gid of the OrderCancelJobResult that is followed. */
  jobResult?: string | null;
  /** By line: the stock figure from which a rise is counted. */
  baseline?: Readonly<Record<string, number>>;
  /** Lines whose stock is back. */
  back?: readonly string[];
  byHand?: readonly HandRefund[];
  reopening?: Reopening | null;
  /** How often it was opened again. */
  reopened?: number;
  /** State that a dispute found it in; noted while one is open. */
  stageBeforeDispute?: string | null;
}>;

/** A customer's link: one purpose, one case. The token is in the mail alone; here is only its SHA-256 (hex). */
export type CustomerLinkRecord = Readonly<{
  id: string;
  shop: string;
  caseId: string;
  purpose: LinkPurpose;
  tokenHash: string;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
}>;

export type CaseData = CancellationData | ReturnData | BackorderData;

export type CaseRecord = Readonly<{
  id: string;
  /** Small number that people say: "case 12". Unique in a shop. */
  number: number;
  shop: string;
  kind: CaseKind;
  state: string;
  /** Counts writes: a command that saw an older one is stale. */
  version: number;
  orderId: string;
  orderName: string;
  /** Id of the PolicyVersion in force when the order was placed. */
  policyVersion: string;
  rma: string | null;
  data: CaseData;
  thread: Thread | null;
  /** Person who opened it, and who looks after it. */
  openedBy: string | null;
  assignee: string | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}>;

/** One physical unit in a case: where the goods are (inspection machine) and where the money is. */
export type UnitRecord = Readonly<{
  id: string;
  caseId: string;
  lineItemId: string;
  /** Which of the line's units, from 0: the k-th unit has the k-th share of the line's amount. */
  index: number;
  goods: string;
  money: 'none' | 'proposed' | 'paid' | 'refused';
  result: InspectionResult | null;
  deduction: Minor | null;
  note: string | null;
  /** Who posted the result: a rejection is confirmed by somebody else (P25). */
  inspectedBy?: string | null;
}>;

/** History of a case. Entries of one case are chained: each digest covers the one before. */
export type EntryRecord = Readonly<{
  id: string;
  caseId: string;
  seq: number;
  at: string;
  /** Person id, or the kind of actor that is no person. */
  by: string;
  byName: string;
  /** Command or event, e.g. `cancellation.request`. */
  event: string;
  from: string | null;
  to: string | null;
  /** One sentence for people. */
  text: string;
  clauses: readonly string[];
  decisionId: string | null;
  previousDigest: string | null;
  digest: string;
}>;

export type DecisionRecord = Readonly<{
  id: string;
  caseId: string;
  at: string;
  kind: string;
  policyVersion: string;
  decision: Decision;
  /** The request as it was asked (facts, ask, now): enough to ask again. */
  facts: unknown;
}>;

/** `dismissed`: it had stopped, and a person said why it is not needed any more. */
export type EffectState = 'queued' | 'running' | 'done' | 'refused' | 'unknown' | 'parked' | 'dismissed';

export type EffectRecord = Readonly<{
  id: string;
  shop: string;
  caseId: string | null;
  /** Idempotency key: an effect with the same key is recorded once. */
  key: string;
  kind: string;
  payload: unknown;
  state: EffectState;
  attempts: number;
  /** Lower-case, for people, without tokens or customers' data. */
  lastError: string | null;
  result: unknown;
  /** From `beginEffect` alone: it was running already, so whoever ran it died half-way; look before anything is done again. */
  interrupted?: boolean;
  /** From `beginEffect` alone: an earlier attempt ended without an answer, or died; what it did is not known. Stays true. */
  unsure?: boolean;
  /** From `beginEffect` alone: failures in a row up to now; a step that ended well starts the count again. */
  failures?: number;
  createdAt: string;
  updatedAt: string;
}>;

export type RefundIntentState =
  /** Written down, not yet compared with Shopify's own sum. */
  | 'new'
  | 'proposed'
  | 'needs_person'
  | 'awaiting_approval'
  | 'approved'
  | 'rejected'
  | 'expired'
  | 'superseded'
  | 'executing'
  | 'succeeded'
  | 'failed'
  | 'unknown'
  | 'settlement_failed';

/** Shopify's own sum for an amount, in minor units of the order's currency; null: it does not tell this part. */
export type SuggestedParts = Readonly<{
  amount: Minor;
  items: Minor | null;
  tax: Minor | null;
  shipping: Minor | null;
  fees: Minor | null;
}>;

export type RefundIntentRecord = Readonly<{
  id: string;
  shop: string;
  caseId: string;
  orderId: string;
  /** Sent to Shopify as the idempotency key; minted once, never changed. */
  key: string;
  state: RefundIntentState;
  version: number;
  breakdown: Breakdown;
  /** In the shop's currency, at the order's rate: what approval limits are compared with. */
  shopMinor: Minor;
  /** Digest of what the amount rests on: an approval lapses when it changes. */
  orderVersion: string;
  unitIds: readonly string[];
  proposedBy: string | null;
  approvalsNeeded: number;
  approvals: readonly Readonly<{ personId: string; name: string; at: string }>[];
  shopifyRefundId: string | null;
  /** Shopify's own sum, part by part where it tells them; null: not asked yet, or nothing to compare. */
  suggested?: SuggestedParts | null;
  /** Exactly what was about to be sent, stored before the first call: a second try sends the same, or looks for what came of it. */
  execution?: unknown;
  lastError: string | null;
  /** Person to whom an approver handed it; others may decide all the same. */
  delegatedTo?: string | null;
  createdAt: string;
  updatedAt: string;
}>;

export type DeadlineRecord = Readonly<{
  id: string;
  shop: string;
  caseId: string;
  kind: string;
  dueAt: string;
  /**
   * `open`: its time is to come, and something happens by itself then. `late`: it has come, what it was for has not
   * happened, and somebody has to see to it. `done`, `dropped`: nothing is waited for any more.
   */
  state: 'open' | 'late' | 'done' | 'dropped';
}>;

/** A draft command an agent was shown and may confirm. The button carries its id, never amounts. */
export type ProposalRecord = Readonly<{
  id: string;
  shop: string;
  version: number;
  state: 'open' | 'confirmed' | 'dismissed' | 'lapsed';
  /** A command without its envelope; may still lack fields (`missing`). */
  draft: Readonly<Record<string, unknown>> & Readonly<{ kind: string }>;
  orderId: string | null;
  caseId: string | null;
  decision: Decision | null;
  /** What would happen, one short sentence each. */
  would: readonly string[];
  /** Names of fields that must be given before it can be confirmed. */
  missing: readonly string[];
  /** Why it can't be done at all, if so. */
  refusal: string | null;
  by: string;
  byName: string;
  thread: Thread;
  /** Timestamp of the bot's message, once posted. */
  messageTs: string | null;
  endedBy: string | null;
  endedByName: string | null;
  endedAt: string | null;
  createdAt: string;
}>;

export type ShopRecord = Readonly<{
  domain: string;
  name: string;
  timeZone: string;
  country: string;
  currency: string;
  installedAt: string | null;
  uninstalledAt: string | null;
  slackTeam: string | null;
  /** Where cases and approvals are posted. */
  slackChannel: string | null;
  approvalsChannel: string | null;
  mailFrom: string;
  returnAddress: readonly string[];
  contactEmail: string;
  /** What the shop chose about Makegood itself, beside its policy. Null: nothing yet. */
  preferences?: Readonly<{
    /** Counts writes: who saw an older one is told so. */
    version: number;
    setUpDismissed?: boolean;
    /** Steps of the set-up that are done although nothing in the data shows it. */
    setUpDone?: readonly string[];
    /** Parts that belong to a product (digits of its id), as the parcel desk checks them off. */
    checklists?: Readonly<Record<string, readonly string[]>>;
    /** Lists of cases that staff come back to: a name, and the query of the page's address. */
    views?: readonly Readonly<{ name: string; query: string }>[];
    retention?: Retention;
    /** New cases within a minute from which Slack gets one message that lists them; absent: `LIST_FROM`. */
    slackListFrom?: number;
    /** The workspace that an owner disconnected: the environment's binding does not bring it back. */
    slackLeft?: string;
  }> | null;
  /** Access scopes that were granted; null: not asked yet. */
  scopes?: readonly string[] | null;
}>;

/** So many new cases within a minute are a burst where the shop has set nothing: read one by one they would drown the rest. */
export const LIST_FROM = 10;
/** One case is no list. */
export const MIN_LIST_FROM = 2;
/** More a minute than anybody reads one by one. */
export const MAX_LIST_FROM = 1000;

/** For how many days a shop keeps what it has no more use for. */
export type Retention = Readonly<{
  /** Bodies of messages that were dealt with; absent: `KEPT_MESSAGE_DAYS`, which is also the most. */
  webhookDays?: number;
  /** Photos, counted from when their case closed; null or absent: until they are asked to be forgotten. */
  photoDays?: number | null;
  /** What leads to a person, counted from when the last case of the order closed; null or absent: as photos. */
  personalDays?: number | null;
}>;

/** Messages of webhooks and of Slack are kept for so many days, whatever a shop says; then they are gone whole. */
export const KEPT_MESSAGE_DAYS = 14;

export type PolicyVersionRecord = Readonly<{
  id: string;
  shop: string;
  number: number;
  settings: Readonly<Record<string, unknown>>;
  effectiveAt: string;
  publishedBy: string | null;
  /** Absent for a shop's first version, which came with the installation. */
  publishedAt?: string | null;
  /** The words of every clause as they were then; null: those of this release. */
  clauses?: Readonly<Record<string, string>> | null;
  digest: string;
  /** Taken back before it was in force: nothing is judged by it. Null or absent: it stands. */
  withdrawnAt?: string | null;
}>;

export type StoredOrder = Readonly<{ shop: string; facts: OrderFacts; contact: OrderContact; updatedAt: string }>;
