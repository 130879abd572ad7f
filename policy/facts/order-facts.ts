import type { Currency, Minor } from '../money/money.ts';

/**
 * What rules may see of an order: parsed once, from an Order as Shopify posts it (`fromWebhook`) or from the Admin
 * GraphQL answer (`fromAdmin`), both to the same facts. No personal data is in here: see `OrderContact`.
 *
 * Ids are the digits of Shopify's numeric id as a string, so that ids beyond 2^53 survive; `gid()` makes the global id.
 * Amounts are whole minor units of the presentment currency unless their name says `shop`.
 * Instants are ISO 8601 in UTC (`2026-11-22T15:00:00Z`).
 */
export type OrderFacts = Readonly<{
  id: string;
  /** As staff write it, with the number sign: `#1003`. */
  name: string;
  createdAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  /** The shop's own currency, and the one the customer paid in. */
  shopCurrency: Currency;
  currency: Currency;
  /** What was paid in all, in the shop's currency and in the customer's: their ratio is the order's rate. */
  totalShop: Minor;
  total: Minor;
  /** Still to be paid by the customer, in the customer's currency; absent where the source does not tell. */
  outstanding?: Minor;
  taxesIncluded: boolean;
  financialStatus:
    | 'pending'
    | 'authorized'
    | 'partially_paid'
    | 'paid'
    | 'partially_refunded'
    | 'refunded'
    | 'voided'
    | 'expired';
  /** ISO 3166 country the goods go to; null for a digital or pick-up order. */
  shipTo: string | null;
  contactable: Readonly<{ email: boolean; phone: boolean; name: boolean }>;
  lines: readonly LineFacts[];
  shippingLines: readonly ShippingLineFacts[];
  tips: Minor;
  fulfillments: readonly FulfillmentFacts[];
  refunds: readonly RefundFacts[];
  transactions: readonly TransactionFacts[];
  /** Returns that Shopify knows of (null where the source does not tell, as in webhooks). */
  returns: readonly ReturnFacts[] | null;
  /** A chargeback or inquiry that is open; null where the source does not tell. */
  disputeOpen: boolean | null;
  /** The newest dispute has ended, and the bank has given the customer the money; absent otherwise. */
  disputeLost?: boolean;
  tags: readonly string[];
}>;

export type LineFacts = Readonly<{
  id: string;
  productId: string | null;
  variantId: string | null;
  inventoryItemId: string | null;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  /** Ordered, and what is left of it after order edits and refunds (Shopify's `current_quantity`). */
  quantity: number;
  currentQuantity: number;
  /** Units that Shopify still means to ship; absent where the source does not tell. */
  unfulfilledQuantity?: number;
  requiresShipping: boolean;
  giftCard: boolean;
  /** One unit before discounts. */
  unitPrice: Minor;
  /** All discounts that fall on this line, order-wide ones included. */
  discount: Minor;
  /** `unitPrice × quantity − discount`, tax included where the order's prices include it. */
  total: Minor;
  tax: Minor;
  duties: Minor;
  /** The duties one by one, for `refundDuties`. */
  dutyIds: readonly string[];
}>;

export type ShippingLineFacts = Readonly<{
  id: string;
  title: string;
  price: Minor;
  discount: Minor;
  total: Minor;
  tax: Minor;
}>;

export type FulfillmentFacts = Readonly<{
  id: string;
  status: 'pending' | 'open' | 'success' | 'cancelled' | 'error' | 'failure';
  createdAt: string;
  lines: readonly Readonly<{ lineItemId: string; quantity: number; fulfillmentLineItemId: string | null }>[];
  shipmentStatus: string | null;
  deliveredAt: string | null;
  tracking: readonly Readonly<{ company: string | null; number: string; url: string | null }>[];
}>;

export type RefundFacts = Readonly<{
  id: string;
  createdAt: string;
  note: string | null;
  lines: readonly Readonly<{
    lineItemId: string;
    quantity: number;
    subtotal: Minor;
    tax: Minor;
    /** `cancel`: had not shipped; `return`: came back; `none`: not told. */
    restock?: 'cancel' | 'return' | 'none';
  }>[];
  shipping: Minor;
  shippingTax: Minor;
  duties: Minor;
  /** Money that moved or is moving (success and pending refund transactions). */
  paid: Minor;
  /** Money that the payment provider could not give back in the end; absent where all of it moved. */
  failed?: Minor;
}>;

export type TransactionFacts = Readonly<{
  id: string;
  parentId: string | null;
  kind: 'authorization' | 'sale' | 'capture' | 'refund' | 'void' | 'change' | 'other';
  status: 'success' | 'pending' | 'failure' | 'error' | 'awaiting_response' | 'unknown';
  gateway: string;
  /** Minor units of `currency`. */
  amount: Minor;
  currency: Currency;
  processedAt: string;
}>;

export type ReturnFacts = Readonly<{
  id: string;
  name: string;
  /** Absent in facts that were kept before it was read. */
  createdAt?: string;
  status: 'requested' | 'open' | 'closed' | 'declined' | 'canceled';
  lines: readonly Readonly<{ lineItemId: string; quantity: number }>[];
}>;

/** Personal fields, kept apart from the facts and encrypted at rest. */
export type OrderContact = Readonly<{
  name: string | null;
  email: string | null;
  phone: string | null;
  postcode: string | null;
  locale: string | null;
}>;

/** Shopify's global id, e.g. `gid('Order', '1001')` → `gid://shopify/Order/1001`. */
export const gid = (type: string, id: string): string => (id.startsWith('gid://') ? id : `gid://shopify/${type}/${id}`);

/** The digits of a global or numeric id. */
export const legacyId = (id: string | number | bigint): string => {
  const digits = /^(?:gid:\/\/shopify\/\w+\/)?(\d+)(?:\?.*)?$/.exec(String(id))?.[1];
  if (digits === undefined) throw new TypeError(`not a Shopify id: ${String(id).slice(0, 80)}`);
  return digits;
};
