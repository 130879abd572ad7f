import type { Decision } from '../decision.ts';
import type { OrderContact, OrderFacts } from '../facts/order-facts.ts';
import type { Minor } from '../money/money.ts';
import type { SamePhoto } from './evidence.ts';
import type { ListedCase } from './folded-cards.ts';
import type { ParcelView } from './parcels.ts';
import type { CaseDetail, CaseSummary, IntentView, OrderView } from './read-model.ts';
import type { CustomerLinkRecord, EvidenceRef, ProposalRecord, ReturnData, SuggestedParts, Thread } from './records.ts';
import type { ReturnSums } from './return-preview.ts';

/** Injected, so that tests and the demo can move time. Instants are ISO 8601 in UTC. */
export type Clock = Readonly<{ now(): string }>;

/** New ids (UUID version 7, ordered by time) and unguessable random symbols for RMA numbers. */
export type Ids = Readonly<{ id(): string; randomBytes(count: number): Uint8Array }>;

/**
 * What became of a call to the world, thrown by adapters.
 * - `refused`: the other side said no; nothing was done; trying again changes nothing.
 * - `unavailable`: certainly not done; try again later (`retryAfterMs` where the other side said when).
 * - `unknown`: it may have been done; look before anything is tried again.
 * `message` is lower-case, for people, and carries no token and no customer's data.
 */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly outcome: 'refused' | 'unavailable' | 'unknown';
  readonly retryAfterMs: number | null;
  /** Of mail: there is no such address, and there will be none. */
  readonly deadAddress: boolean;
  /** Held back by ourselves: the other side was not called. */
  readonly paced: boolean;
  /** Of a chat: the channel is archived, or none of ours any more. */
  readonly placeGone: boolean;
  constructor(
    outcome: 'refused' | 'unavailable' | 'unknown',
    message: string,
    options: ErrorOptions & { retryAfterMs?: number; deadAddress?: boolean; paced?: boolean; placeGone?: boolean } = {},
  ) {
    super(message, options);
    this.deadAddress = options.deadAddress ?? false;
    this.paced = options.paced ?? false;
    this.placeGone = options.placeGone ?? false;
    this.outcome = outcome;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** Shopify's Admin API as this product uses it. Every call is bound to a shop; amounts are minor units of the order's presentment currency. Throws `CallFailed`. */
export type ShopifyAdmin = Readonly<{
  readShop(shop: string): Promise<{
    name: string;
    ianaTimezone: string;
    country: string;
    currency: string;
    contactEmail: string;
    address: readonly string[];
    /** Access scopes that the merchant has granted. */
    scopes: readonly string[];
  }>;

  readOrder(shop: string, orderId: string): Promise<{ facts: OrderFacts; contact: OrderContact } | null>;

  /**
   * Orders that changed at `since` (ISO instant) or later, oldest change first, a page at a time: what webhooks that
   * were lost would have told. `cursor` null: the first page.
   */
  changedOrders(
    shop: string,
    since: string,
    cursor: string | null,
  ): Promise<{ orders: readonly { id: string; updatedAt: string }[]; nextCursor: string | null }>;

  /** Starts an export of all orders since an instant (null: all that the app may see). One at a time a shop. → gid of the BulkOperation */
  startExport(shop: string, since: string | null): Promise<{ operation: string }>;
  /** One that was started after an instant and whose answer was lost. */
  findExport(shop: string, since: string | null, startedAfter: string): Promise<{ operation: string } | null>;
  readExport(shop: string, operation: string): Promise<OrderExport>;
  /** The orders of its file, one at a time, from a line on. Throws `CallFailed` where the file can't be read. */
  exportedOrders(url: string, fromLine: number): AsyncIterable<ExportedOrder>;

  /** orderCancel. No `@idempotent` here: the caller has read `cancelledAt` just before. → gid of the OrderCancelJobResult. */
  cancelOrder(
    shop: string,
    input: {
      orderId: string;
      reason: 'CUSTOMER' | 'INVENTORY';
      restock: boolean;
      /** All that was paid goes back to where it came from; or nothing does. */
      refund: boolean;
      staffNote: string;
    },
  ): Promise<{ jobResult: string }>;
  cancelJob(
    shop: string,
    jobResult: string,
  ): Promise<{ done: boolean; failed: boolean; errors: readonly string[]; cancelledAt: string | null }>;

  /** Shopify's own sum for these lines: what our calculator is compared with. */
  /** `whole`: all that is left of the order, tips with it, as cancelling it gives back; its lines are left aside then. */
  suggestedRefund(shop: string, input: RefundInput & Readonly<{ whole?: boolean }>): Promise<SuggestedMoney>;
  /** refundCreate under `@idempotent(key)`. */
  refund(
    shop: string,
    input: RefundInput & { key: string; tenders: SuggestedMoney['tenders']; note: string },
  ): Promise<{ refundId: string; amount: Minor }>;

  /** Fulfilment orders of an order that are not closed or cancelled. Needs no money, changes nothing. */
  fulfillmentOrders(shop: string, orderId: string): Promise<readonly FulfillmentOrderView[]>;
  /** Which order a fulfilment order is of, as digits; null where Shopify does not know it. */
  orderOfFulfillmentOrder(shop: string, fulfillmentOrderId: string): Promise<string | null>;
  /** fulfillmentOrderSubmitCancellationRequest: the service answers later. → how the request stands, lower case */
  requestRecall(
    shop: string,
    input: { fulfillmentOrderId: string; message: string },
  ): Promise<{ requestStatus: string }>;
  /** fulfillmentOrderHold with INVENTORY_OUT_OF_STOCK. With `lines` they are split off and only they are held. → id of the hold */
  holdFulfillment(
    shop: string,
    input: {
      fulfillmentOrderId: string;
      /** Unique among this app's holds on the fulfilment order: a second hold under it is refused. */
      handle: string;
      notes: string;
      lines: readonly { id: string; quantity: number }[] | null;
    },
  ): Promise<{ holdId: string }>;
  releaseHold(shop: string, input: { fulfillmentOrderId: string; holdIds: readonly string[] }): Promise<void>;
  /** What may be sold of an inventory item, over all its locations; null where Shopify does not know or count it. */
  readStock(shop: string, of: { inventoryItemId: string } | { variantId: string }): Promise<StockFigure | null>;

  /** returnCalculate: what this return would come to. Changes nothing. */
  previewReturn(shop: string, input: ReturnInput & { taxesIncluded: boolean }): Promise<ReturnSums>;
  createReturn(shop: string, input: ReturnInput): Promise<NonNullable<ReturnData['shopifyReturn']>>;
  /** What a customer asked for in Shopify; null where it is gone. `reason`: handle of Shopify's library. */
  readReturnRequest(
    shop: string,
    returnId: string,
  ): Promise<{
    name: string;
    status: string;
    lines: readonly {
      lineItemId: string;
      quantity: number;
      reason: string | null;
      /** The customer's words. */
      note: string | null;
      /** Staff's words; ours begin with the RMA number, or with the number of our case. */
      staffNote: string | null;
    }[];
  } | null>;
  /** returnApproveRequest: the request becomes an open return. No `@idempotent`: the caller has read its status. */
  approveReturn(shop: string, returnId: string): Promise<NonNullable<ReturnData['shopifyReturn']>>;
  /** Opened returns of the order, to find one that a cut connection left behind. */
  readReturns(
    shop: string,
    orderId: string,
  ): Promise<
    readonly (NonNullable<ReturnData['shopifyReturn']> & {
      /** Lower case: `open`, `closed`, `canceled` … */
      status: string;
      createdAt: string;
      /** What was written on its lines; ours begin with the RMA number. */
      notes?: readonly string[];
      /** Units that returnProcess has settled. */
      processed?: number;
      refunds: readonly { id: string; amount: Minor; createdAt: string }[];
    })[]
  >;
  recordTracking(
    shop: string,
    input: { reverseFulfillmentOrderId: string; number: string; url: string | null },
  ): Promise<void>;
  /** `suggestedFinancialOutcome` of the return. Below zero where an exchange leaves the customer owing money. */
  suggestedReturnMoney(
    shop: string,
    input: {
      returnId: string;
      lines: readonly { returnLineItemId: string; quantity: number }[];
      /** Goods that go out in exchange. */
      exchanges?: readonly { exchangeLineItemId: string; quantity: number }[];
      refundShipping: Minor;
      /** Duties that go back in proportion to the units of their lines. */
      dutyIds?: readonly string[];
      currency: string;
    },
  ): Promise<SuggestedMoney>;
  processReturn(
    shop: string,
    input: {
      returnId: string;
      lines: readonly {
        returnLineItemId: string;
        quantity: number;
        dispositions: readonly {
          reverseFulfillmentOrderLineItemId: string;
          quantity: number;
          type: 'RESTOCKED' | 'NOT_RESTOCKED' | 'MISSING' | 'PROCESSING_REQUIRED';
        }[];
      }[];
      exchanges?: readonly { exchangeLineItemId: string; quantity: number }[];
      refundShipping: Minor;
      dutyIds?: readonly string[];
      tenders: SuggestedMoney['tenders'];
      currency: string;
      note: string;
    },
  ): Promise<{ refundId: string | null; amount: Minor }>;
  /** What goes out in exchange, how much of it is processed, and the lines of the order it became. */
  readExchanges(
    shop: string,
    returnId: string,
  ): Promise<
    readonly {
      exchangeLineItemId: string;
      variantId: string | null;
      quantity: number;
      processed: number;
      lineItemIds: readonly string[];
    }[]
  >;
  /** removeFromReturn: what will not go out. */
  removeExchanges(
    shop: string,
    input: { returnId: string; lines: readonly { exchangeLineItemId: string; quantity: number }[] },
  ): Promise<void>;
  /** What has become of a return's goods so far, by line of its reverse fulfilment orders. */
  readDispositions(
    shop: string,
    returnId: string,
  ): Promise<
    readonly Readonly<{
      lineId: string;
      total: number;
      done: readonly Readonly<{ type: string; quantity: number }>[];
    }>[]
  >;
  /** reverseFulfillmentOrderDispose: goods whose verdict moved no money. Lines of one reverse fulfilment order a call. */
  disposeGoods(
    shop: string,
    returnId: string,
    dispositions: readonly Readonly<{
      lineId: string;
      quantity: number;
      type: 'RESTOCKED' | 'NOT_RESTOCKED' | 'MISSING';
    }>[],
  ): Promise<void>;
  closeReturn(shop: string, returnId: string): Promise<void>;
  /** returnReopen: of a closed return. */
  reopenReturn(shop: string, returnId: string): Promise<void>;
  /** returnCancel: of an open return with nothing processed. */
  cancelReturn(shop: string, returnId: string): Promise<void>;
  /** returnDeclineRequest: of a return that is only asked for. `note` is read by the customer, at most 500 characters. */
  declineReturn(shop: string, input: { returnId: string; note: string }): Promise<void>;
}>;

export type OrderExport = Readonly<{
  state: 'running' | 'completed' | 'failed';
  /** Lines and orders written so far. */
  objects: number;
  orders: number;
  /** Null until it is complete, and where it found nothing. */
  url: string | null;
  error: string | null;
}>;

export type ExportedOrder = Readonly<{
  id: string;
  updatedAt: string;
  /** Null: it has parcels, refunds or returns, which an export can't tell: it has to be read by itself. */
  whole: Readonly<{ facts: OrderFacts; contact: OrderContact }> | null;
  /** Lines of the file that it took. */
  lines: number;
}>;

export type FulfillmentOrderView = Readonly<{
  id: string;
  status: string;
  /** Where it stands with a fulfilment service, lower case: `unsubmitted` where none has it. */
  requestStatus: string;
  holds: readonly Readonly<{ id: string; handle: string | null; reason: string }>[];
  lines: readonly Readonly<{ id: string; lineItemId: string; remaining: number }>[];
}>;

/** `available` is below zero where more was sold than there is. */
export type StockFigure = Readonly<{
  inventoryItemId: string;
  variantIds: readonly string[];
  available: number;
  /** The merchant sells it beyond what is there on purpose (`inventoryPolicy: CONTINUE`). */
  oversells: boolean;
}>;

/** A return as it is to be made. */
export type ReturnInput = Readonly<{
  orderId: string;
  lines: readonly {
    fulfillmentLineItemId: string;
    quantity: number;
    reason: string;
    note: string;
    /** Percent of what the units cost; null or absent: none. */
    restockingPercent?: number | null;
  }[];
  /** What goes out in exchange (P16); nothing is reserved before the return is processed. */
  exchanges?: readonly { variantId: string; quantity: number }[];
  shippingFee: Minor | null;
  currency: string;
}>;

export type RefundInput = Readonly<{
  orderId: string;
  currency: string;
  lines: readonly { lineItemId: string; quantity: number; restock: 'CANCEL' | 'NO_RESTOCK' | 'RETURN' }[];
  shipping: Minor;
  dutyIds: readonly string[];
}>;

/** Shopify's suggestion: how much, and from which payments it would go back. */
export type SuggestedMoney = Readonly<{
  amount: Minor;
  maximum: Minor;
  /** What the amount is made of, as Shopify tells it. */
  parts?: Omit<SuggestedParts, 'amount'>;
  tenders: readonly Readonly<{ parentId: string; gateway: string; kind: string; amount: Minor }>[];
}>;

/** Links that customers get in mails. The token is made from the id and a secret, so that only its digest is kept. */
export type CustomerLinks = Readonly<{
  /** Makes the link known and gives its token; the same id gives the same link again. */
  issue(link: Omit<CustomerLinkRecord, 'tokenHash' | 'revokedAt'>): Promise<string>;
  /** What a token opens, expired or revoked as it may be; null for anything that was never issued. */
  open(token: string): Promise<CustomerLinkRecord | null>;
}>;

/** Mail to the customer. The runner gives the address; nothing of it is logged. */
export type Mailer = Readonly<{
  /** @param messageId stable for the intent, so that a second attempt is recognised by the receiver's side. */
  send(mail: OutgoingMail): Promise<void>;
}>;

export type OutgoingMail = Readonly<{
  from: string;
  to: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo: string | null;
  /** `cid`: shown inside the mail, where it says so. */
  attachments: readonly { filename: string; content: Uint8Array; contentType: string; cid?: string }[];
}>;

/** What staff see. Pure data: `slack/` renders it. */
export type StaffMessage =
  | Readonly<{
      kind: 'proposal';
      proposal: ProposalRecord;
      order: OrderView | null;
      case: CaseDetail | null;
      /** Photos of it that are in other cases as well. */
      samePhotos?: readonly SamePhoto[];
    }>
  | Readonly<{ kind: 'case'; case: CaseDetail; samePhotos?: readonly SamePhoto[] }>
  | Readonly<{
      kind: 'approval';
      view: IntentView;
      case: CaseDetail;
      /** Up to when an approval can be taken back; null: it can't (any more). */
      stopUntil?: string | null;
    }>
  | Readonly<{ kind: 'parcel'; view: ParcelView; now: string; timeZone: string }>
  /** What is due this morning: in the shop, or of one person. Of all that is overdue, `cases` are the first to be named. */
  | Readonly<{
      kind: 'digest';
      whose: 'shop' | 'person';
      waiting: number;
      overdue: number;
      parcels: number;
      cases: readonly CaseSummary[];
      now: string;
    }>
  /** New cases of a burst, oldest first. */
  | Readonly<{ kind: 'burst'; cases: readonly ListedCase[] }>
  | Readonly<{
      kind: 'say';
      text: string;
      order: OrderView | null;
      decision: Decision | null;
      /** Slack ids of whom it calls by name. */
      mention?: readonly string[];
      /** Nobody waits for it: it goes out when the channel has room. */
      quiet?: boolean;
    }>;

/** Implemented by `slack/`. Throws `CallFailed`. */
export type StaffChannel = Readonly<{
  /**
   * Posts (no `ts`) or updates in place (with `ts`). `key` travels as message metadata, so that a post whose answer was
   * lost can be found: with `retry` (an earlier attempt began) it is looked for before anything is posted again.
   */
  show(
    shop: string,
    target: Readonly<{ channel: string; threadTs: string | null; ts: string | null; key: string; retry?: boolean }>,
    message: StaffMessage,
  ): Promise<Thread>;
}>;

/** Where the bytes of photos and documents lie, under their SHA-256 (hex). The same bytes are kept once. */
export type Blobs = Readonly<{
  /** Resolves once they are kept for good. */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  /** null: nothing is kept under it. */
  get(sha256: string): Promise<Uint8Array | null>;
  /** Gone, or was not there. */
  remove(sha256: string): Promise<void>;
}>;

/** Addresses of customers that mail does not reach. The address itself is kept nowhere: only a keyed digest of it. */
export type DeadAddresses = Readonly<{
  note(
    shop: string,
    address: string,
    why: Readonly<{ reason: string; caseId: string | null; at: string }>,
  ): Promise<void>;
  find(shop: string, address: string): Promise<Readonly<{ reason: string; at: string }> | null>;
  /** Newest first. `hint`: enough of it for staff to know it again, e.g. `r…@example.com`. */
  list(shop: string): Promise<readonly DeadAddress[]>;
  /** It works again; `digest` as listed. @returns false where there is none */
  forget(shop: string, digest: string): Promise<boolean>;
}>;
export type DeadAddress = Readonly<{ digest: string; hint: string; reason: string; caseId: string | null; at: string }>;

/** Photos and documents of a case. */
export type EvidenceStore = Readonly<{
  put(
    shop: string,
    file: { name: string; mimetype: string; bytes: Uint8Array; capturedAt?: string | null },
  ): Promise<EvidenceRef>;
  get(shop: string, id: string): Promise<{ ref: EvidenceRef; bytes: Uint8Array } | null>;
}>;
