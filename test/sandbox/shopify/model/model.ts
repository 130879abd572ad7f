import type { Bag } from './money.ts';

/** What the local Shopify remembers. Ids are digits as strings; instants are milliseconds of the sandbox's clock. */

export type Shop = {
  id: string;
  domain: string;
  name: string;
  currency: string;
  timeZone: string;
  country: string;
  email: string;
  /** Whether the app is installed: no webhook and no token otherwise. */
  installed: boolean;
  scopes: string[];
  nextOrderNumber: number;
};

export type TaxLine = { title: string; rate: number; price: Bag };
export type Discount = { amount: Bag; application: number };
export type DiscountApplication = {
  type: 'discount_code' | 'manual' | 'automatic';
  title: string;
  code: string | null;
  value: string;
  valueType: 'percentage' | 'fixed_amount';
  targetType: 'line_item' | 'shipping_line';
  targetSelection: 'all' | 'entitled' | 'explicit';
  allocationMethod: 'across' | 'each' | 'one';
};
export type Duty = { id: string; price: Bag; hsCode: string | null; origin: string | null; refunded: Bag };

export type Line = {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  productId: string | null;
  variantId: string | null;
  quantity: number;
  /** One unit before discounts. */
  price: Bag;
  discounts: Discount[];
  taxLines: TaxLine[];
  duties: Duty[];
  requiresShipping: boolean;
  taxable: boolean;
  giftCard: boolean;
  grams: number;
  fulfillmentService: string;
  properties: { name: string; value: string }[];
  /** Units refunded, and units taken off by an order edit: neither counts as current any more. */
  refunded: number;
  removed: number;
  /** Units of processed returns whose money was not moved with the return. */
  returnedOnly: number;
  /** The order line that an exchange added, and for which return. */
  exchangeOf: string | null;
};

export type ShippingLine = {
  id: string;
  title: string;
  code: string | null;
  source: string | null;
  price: Bag;
  discounts: Discount[];
  taxLines: TaxLine[];
  refunded: Bag;
};

export type TransactionKind = 'authorization' | 'sale' | 'capture' | 'refund' | 'void' | 'change';
export type Transaction = {
  id: string;
  parentId: string | null;
  kind: TransactionKind;
  status: 'success' | 'pending' | 'failure' | 'error';
  gateway: string;
  amount: Bag;
  createdAt: number;
  refundId: string | null;
  message: string | null;
};

export type FulfillmentEvent = {
  id: string;
  status: string;
  happenedAt: number;
  message: string | null;
  city: string | null;
};
export type Tracking = { company: string | null; number: string | null; url: string | null };
export type Fulfillment = {
  id: string;
  name: string;
  status: 'success' | 'cancelled';
  createdAt: number;
  updatedAt: number;
  fulfillmentOrderId: string;
  locationId: string;
  service: string;
  lines: { id: string; lineId: string; quantity: number }[];
  tracking: Tracking[];
  shipmentStatus: string | null;
  deliveredAt: number | null;
  events: FulfillmentEvent[];
};

export type Hold = {
  id: string;
  reason: string;
  notes: string | null;
  handle: string | null;
  externalId: string | null;
  createdAt: number;
};
export type FulfillmentOrder = {
  id: string;
  status: 'open' | 'in_progress' | 'on_hold' | 'closed' | 'cancelled' | 'incomplete';
  requestStatus:
    | 'unsubmitted'
    | 'submitted'
    | 'accepted'
    | 'cancellation_requested'
    | 'cancellation_accepted'
    | 'cancellation_rejected'
    | 'closed';
  locationId: string;
  service: string;
  createdAt: number;
  updatedAt: number;
  lines: { id: string; lineId: string; total: number; remaining: number }[];
  holds: Hold[];
  requests: { id: string; kind: 'fulfillment_request' | 'cancellation_request'; message: string | null; at: number }[];
};

export type RestockType = 'no_restock' | 'cancel' | 'return';
export type RefundLine = {
  id: string;
  lineId: string;
  quantity: number;
  restockType: RestockType;
  locationId: string | null;
  subtotal: Bag;
  tax: Bag;
};
export type Refund = {
  id: string;
  createdAt: number;
  note: string | null;
  lines: RefundLine[];
  shipping: { id: string; shippingLineId: string; subtotal: Bag; tax: Bag }[];
  duties: { dutyId: string; amount: Bag }[];
  /** Fees withheld (return shipping, restocking), as positive amounts. */
  fees: Bag;
  /** Money that moved beyond (positive) or short of (negative) what lines, shipping, duties and fees say. */
  discrepancy: Bag;
  discrepancyReason: string | null;
  returnId: string | null;
};

export type ReturnLine = {
  id: string;
  fulfillmentId: string;
  fulfillmentLineId: string;
  lineId: string;
  quantity: number;
  reason: string;
  reasonDefinition: string | null;
  note: string;
  customerNote: string | null;
  restockingFee: { id: string; percentage: number } | null;
  processed: number;
  refunded: number;
};
export type Disposition = { id: string; type: string; quantity: number; locationId: string | null; createdAt: number };
export type ReverseFulfillmentOrder = {
  id: string;
  status: 'open' | 'closed' | 'canceled';
  lines: { id: string; returnLineId: string; total: number; dispositions: Disposition[] }[];
  deliveries: ReverseDelivery[];
};
export type ReverseDelivery = {
  id: string;
  lines: { id: string; reverseLineId: string; quantity: number }[];
  tracking: { number: string | null; url: string | null };
  labelUrl: string | null;
  createdAt: number;
  updatedAt: number;
};
export type ExchangeLine = { id: string; variantId: string; quantity: number; processed: number; lineIds: string[] };
export type Return = {
  id: string;
  name: string;
  status: 'requested' | 'open' | 'closed' | 'declined' | 'canceled';
  createdAt: number;
  closedAt: number | null;
  approvedAt: number | null;
  decline: { reason: string; note: string | null } | null;
  lines: ReturnLine[];
  exchangeLines: ExchangeLine[];
  shippingFee: { id: string; amount: Bag; settled: boolean } | null;
  reverseOrders: ReverseFulfillmentOrder[];
};

export type Dispute = { id: string; status: string; type: 'chargeback' | 'inquiry'; amount: Bag; createdAt: number };
export type Address = Record<string, unknown>;
export type Metafield = {
  id: string;
  namespace: string;
  key: string;
  value: string;
  type: string;
  createdAt: number;
  updatedAt: number;
};

export type Order = {
  id: string;
  shop: string;
  number: number;
  name: string;
  currency: string;
  presentmentCurrency: string;
  taxesIncluded: boolean;
  email: string | null;
  phone: string | null;
  customerId: string | null;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  locale: string | null;
  note: string | null;
  tags: string[];
  test: boolean;
  createdAt: number;
  updatedAt: number;
  processedAt: number;
  cancelledAt: number | null;
  cancelReason: string | null;
  cancelNote: string | null;
  closedAt: number | null;
  edited: boolean;
  lines: Line[];
  shippingLines: ShippingLine[];
  tips: Bag;
  discountApplications: DiscountApplication[];
  transactions: Transaction[];
  fulfillmentOrders: FulfillmentOrder[];
  fulfillments: Fulfillment[];
  refunds: Refund[];
  returns: Return[];
  disputes: Dispute[];
  metafields: Metafield[];
  sourceName: string;
};

export type Customer = {
  id: string;
  shop: string;
  email: string | null;
  phone: string | null;
  firstName: string | null;
  lastName: string | null;
  locale: string;
  createdAt: number;
  tags: string[];
  storeCredit: { id: string; currency: string; balance: number } | null;
};

export type Location = { id: string; shop: string; name: string; active: boolean; country: string; service: string };
export type Variant = {
  id: string;
  productId: string;
  title: string;
  sku: string | null;
  price: number;
  inventoryItemId: string;
  policy: 'deny' | 'continue';
  grams: number;
  barcode: string | null;
};
export type Product = {
  id: string;
  shop: string;
  title: string;
  vendor: string;
  productType: string;
  status: 'active' | 'archived' | 'draft';
  createdAt: number;
  variants: Variant[];
  metafields: Metafield[];
};
/** Stock of one item at one location. `on_hand` = available + committed. */
export type Level = { itemId: string; locationId: string; available: number; committed: number; updatedAt: number };
