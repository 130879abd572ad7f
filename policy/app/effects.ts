import { z } from 'zod';
import { ReturnPreview } from './return-preview.ts';

/**
 * What the shell asks of the world. An effect is a row written in the transaction that decided it, under a key of its
 * own; `run-effects` performs it, and what comes of it re-enters as `effect.settled`. Payloads carry ids, not copies of
 * people's data: a runner reads what it needs when it runs, so a late effect shows the newest state.
 */

const Amount = z.number().int().nonnegative();

export const Effect = z.discriminatedUnion('kind', [
  /** Reads the order again and reports `order.observed`. */
  z.object({ kind: z.literal('shopify.read-order'), orderId: z.string() }),

  /** P6: looks whom a hint of a shortage concerns, has their stock read, and tells staff. Result `{ orders }`. */
  z.object({
    kind: z.literal('shopify.hint-shortage'),
    about: z.enum(['product', 'fulfillment-order']),
    id: z.string(),
    because: z.string(),
  }),

  /** Reads name, zone, currency and granted scopes again and reports `shop.observed`. */
  z.object({ kind: z.literal('shopify.read-shop') }),

  /** Asks Shopify for an export of past orders. Result `{ operation }`. */
  z.object({ kind: z.literal('shopify.start-export'), startedAt: z.string() }),
  /** Looks until the export has ended, should its webhook not come. */
  z.object({ kind: z.literal('shopify.watch-export'), startedAt: z.string(), operation: z.string() }),
  /** Takes the orders of an export over, in steps. Result `{ taken, skipped }`. */
  z.object({ kind: z.literal('shopify.take-export'), startedAt: z.string(), operation: z.string() }),

  /** Looks up what is kept about a customer. Result: `PrivacyFound`. */
  z.object({ kind: z.literal('privacy.find'), requestId: z.string() }),
  /** Clears what is kept about a customer. Result: `PrivacyFound`. */
  z.object({ kind: z.literal('privacy.forget'), requestId: z.string() }),
  /** Removes a shop's photos; what ends it removes its rows. Result `{ photos }`. */
  z.object({ kind: z.literal('privacy.empty'), requestId: z.string() }),

  /** The shop has uninstalled: its tokens are deleted. */
  z.object({ kind: z.literal('shopify.forget-tokens') }),

  /** P11, P9: reads the order again, asks the policy again, then orderCancel. Result `{ jobResult }`, or `{ lapsed }`. */
  z.object({
    kind: z.literal('shopify.cancel-order'),
    caseId: z.string(),
    intentId: z.string(),
    reason: z.enum(['CUSTOMER', 'INVENTORY']),
  }),
  /** Follows the job of orderCancel to its end. Result `{ cancelledAt, refundId }`. */
  z.object({
    kind: z.literal('shopify.follow-cancel'),
    caseId: z.string(),
    intentId: z.string(),
    /** null: the order was cancelled already when we came to it. */
    jobResult: z.string().nullable(),
    /** Refunds the order had before, so that the one that follows is known. */
    refundsBefore: z.array(z.string()),
  }),

  /**
   * orderCancel without a refund: the bank has paid the customer of a whole order that was to be cancelled, so that
   * nobody ships it. Result `{ cancelled }`.
   */
  z.object({ kind: z.literal('shopify.cancel-unpaid'), caseId: z.string() }),

  /** Asks the fulfilment services that hold the goods to stop. Result `{ asked }`: each with where it stands. */
  z.object({ kind: z.literal('shopify.recall'), caseId: z.string() }),
  /** Reads what a fulfilment service has answered. */
  z.object({ kind: z.literal('shopify.read-recall'), fulfillmentOrderId: z.string() }),

  /** Asks Shopify for its own sum before anybody is asked to approve ours. Result `{ amount }` (minor units). */
  z.object({ kind: z.literal('shopify.compare-money'), caseId: z.string(), intentId: z.string() }),

  /** refundCreate with `@idempotent(key)` for lines that never shipped. Result `{ refundId, amount }`, or `{ lapsed }`. */
  z.object({
    kind: z.literal('shopify.refund-lines'),
    caseId: z.string(),
    intentId: z.string(),
    restock: z.enum(['CANCEL', 'NO_RESTOCK', 'RETURN']),
  }),

  /** Reads what a customer asked for in Shopify; it re-enters as `return.request`. */
  z.object({ kind: z.literal('shopify.read-return-request'), orderId: z.string(), returnId: z.string() }),
  /** Opens the Return (returnCreate), or approves the customer's own request. Result `{ return }`: ids as in `ReturnData.shopifyReturn`. */
  z.object({ kind: z.literal('shopify.create-return'), caseId: z.string() }),
  /** reverseDeliveryCreateWithShipping. */
  z.object({ kind: z.literal('shopify.record-tracking'), caseId: z.string() }),
  /** Moves the money of accepted units and sets dispositions (returnProcess). Result `{ refundId, amount }`, or `{ lapsed }`. */
  z.object({ kind: z.literal('shopify.process-return'), caseId: z.string(), intentId: z.string() }),
  z.object({ kind: z.literal('shopify.close-return'), caseId: z.string() }),
  /** P5: the case was opened again (returnReopen). Result `{ reopened }`. */
  z.object({ kind: z.literal('shopify.reopen-return'), caseId: z.string() }),
  /** P16: the Return gets what goes out in exchange, or loses it, as the case says now. Result `ReturnChanged`. */
  z.object({ kind: z.literal('shopify.change-return'), caseId: z.string() }),
  /** Takes the Return back: returnDeclineRequest while it is only asked for, returnCancel once it is open. */
  z.object({ kind: z.literal('shopify.cancel-return'), caseId: z.string() }),

  /** P6: holds what of the order is out of stock (`short`), or what waits with it (`rest`). Result `{ held }`. */
  z.object({
    kind: z.literal('shopify.hold-fulfillment'),
    caseId: z.string(),
    part: z.enum(['short', 'rest']),
  }),
  /** Releases what this case holds: `all`, or only `rest`. Result `{ released }`. */
  z.object({ kind: z.literal('shopify.release-hold'), caseId: z.string(), part: z.enum(['all', 'rest']) }),
  /** Reads a stock figure and tells every order that it concerns. `confirm`: the debounce is over. */
  z.object({
    kind: z.literal('shopify.check-stock'),
    inventoryItemId: z.string().nullable(),
    /** Where only the variant is known. */
    variantId: z.string().nullable(),
    confirm: z.boolean(),
  }),

  /** One mail to the customer. `template` names a file of web/adapters/mail/templates. */
  z.object({
    kind: z.literal('mail.send'),
    caseId: z.string(),
    template: z.enum([
      'cancelled',
      'too-late',
      'rma-issued',
      'parcel-received',
      'refund-made',
      'parcel-returning',
      'parts-missing',
      'deadline-reminder',
      'deadline-passed',
      'deadline-extended',
      'return-cancelled',
      'declined',
      'out-of-stock',
      'backorder-reminder',
      'backorder-waiting',
      'backorder-new-date',
      'backorder-ships',
      'backorder-discontinued',
      'request-received',
      'photos-wanted',
      'photos-reminder',
      'troubleshooting',
      'solved',
      'tracking-wanted',
      'tracking-noted',
      'parcel-lost',
      'parcel-identified',
      'test-result',
      'exchange-shipped',
    ]),
    intentId: z.string().nullable(),
    /** The money went another way than back through Shopify. */
    byHand: z.boolean().optional(),
  }),

  /** A mail to the shop's own address, to see whether mails arrive. */
  z.object({ kind: z.literal('mail.test') }),

  /** Posts or updates the one message that shows this proposal, case or approval, as it stands when it runs. */
  z.object({
    kind: z.literal('slack.show'),
    subject: z.enum(['proposal', 'case', 'approval', 'parcel']),
    id: z.string(),
  }),
  /**
   * The days of a hold are over: the parcel is looked at again, and its thread hears of it. `unmatched`: so many days,
   * and nobody has said whose it is.
   */
  z.object({ kind: z.literal('parcel.hold-over'), parcelId: z.string(), unmatched: z.int().optional() }),
  /** One mail to the customer of an order whose parcel it may be. */
  z.object({ kind: z.literal('mail.ask-sender'), parcelId: z.string(), orderId: z.string() }),
  /** Tells staff in the morning what is due, if anything is. */
  z.object({ kind: z.literal('slack.digest'), date: z.string() }),
  /** Lists the cases of a burst in one message. `digest`: which one, e.g. `2026-11-29T11:05`. */
  z.object({ kind: z.literal('slack.fold'), digest: z.string() }),
  /** A workspace was disconnected: its token is deleted. */
  z.object({ kind: z.literal('slack.forget'), team: z.string() }),
  /** What a case's history has to say of late, by its entries' ids: a short reply in the case's thread. */
  z.object({ kind: z.literal('slack.tell'), caseId: z.string(), entries: z.array(z.string()) }),
  /** A short reply in a thread. */
  z.object({
    kind: z.literal('slack.say'),
    channel: z.string(),
    threadTs: z.string(),
    text: z.string(),
    /** Slack ids of whom it calls by name. */
    mention: z.array(z.string()).optional(),
    caseId: z.string().nullable(),
    orderId: z.string().nullable(),
    /** In the thread of a parcel's card, where that is; then it names no channel. */
    parcelId: z.string().optional(),
    decision: z.unknown().optional(),
  }),
]);
export type Effect = z.infer<typeof Effect>;
export type EffectKind = Effect['kind'];
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>;

/** Result of a money effect, checked when it re-enters. */
export const RefundResult = z.object({
  refundId: z.string().nullable(),
  amount: Amount,
  /** Lines of the order that goods sent in exchange became. */
  exchanged: z.array(z.string()).optional(),
});
export const CancelStarted = z.object({ jobResult: z.string().nullable(), refundsBefore: z.array(z.string()) });
export const CancelEnded = z.object({ cancelledAt: z.string(), refundId: z.string().nullable(), amount: Amount });
/** Shopify took the cancellation, and does not let anybody read what came of it. */
export const CancelUnread = z.object({ unread: z.string() });
export const Recalled = z.object({ asked: z.array(z.object({ id: z.string(), requestStatus: z.string() })) });
const Part = z.number().int().nullable();
/** Below zero where the customer would owe money. */
export const MoneyCompared = z.object({
  amount: z.number().int(),
  parts: z.object({ items: Part, tax: Part, shipping: Part, fees: Part }).optional(),
});
/** The order no longer says what the amount rests on: nothing was done, the case goes back to a person. */
export const Lapsed = z.object({
  lapsed: z.string(),
  suggested: MoneyCompared.optional(),
  /** P16: there is no replacement to send. */
  unavailable: z.boolean().optional(),
});
/** An approval was taken back before anything was called: nothing follows. */
export const Stopped = z.object({ stopped: z.literal(true) });
export const ReturnCreated = z.object({
  /** Where Shopify reckons the return otherwise than the policy. */
  preview: ReturnPreview.nullable().optional(),
  /** Whether what is wanted in exchange is there. */
  exchange: z.enum(['awaiting_return', 'unavailable']).optional(),
  return: z.object({
    id: z.string(),
    name: z.string(),
    lines: z.array(
      z.object({
        returnLineItemId: z.string(),
        reverseFulfillmentOrderId: z.string(),
        reverseFulfillmentOrderLineItemId: z.string(),
        lineItemId: z.string(),
        quantity: z.number().int(),
      }),
    ),
  }),
});

/** `exchange`: null where nothing goes out in exchange any more. */
export const ReturnChanged = ReturnCreated.extend({ exchange: z.enum(['awaiting_return', 'unavailable']).nullable() });
export const Held = z.object({ held: z.array(z.string()) });
