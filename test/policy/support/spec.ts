import { formatDecimal, parseDecimal, sum } from '../../../policy/index.ts';

/** One line of an order, in the words that matter; everything else has a default. */
export type LineSpec = {
  id: number;
  quantity: number;
  /** Price of one unit. */
  price: string;
  /** Tax of the whole line. */
  tax: string;
  discount: string;
  duties: string;
  currentQuantity: number;
  fulfillableQuantity: number;
  productId: number | null;
  title: string;
  giftCard: boolean;
  requiresShipping: boolean;
};

export type ShippingSpec = { price: string; discount: string; tax: string };

export type ParcelSpec = {
  at: string;
  /** Units by line id. */
  lines: Record<number, number>;
  status: 'success' | 'cancelled' | 'pending';
  shipmentStatus: string | null;
  deliveredAt: string | null;
  tracking: string | null;
};

export type RefundSpec = {
  /** Units by line id. */
  lines: Record<number, number>;
  restock: 'cancel' | 'return' | 'no_restock';
  /** What the refund gave back for goods and tax, by line id; what the units cost, if absent. */
  shipping: string;
  /** Money that moved; what the parts add up to, if absent. */
  paid: string;
};

/** An order in words: what the two forms of Shopify's (webhook, Admin API) are built from. */
export type OrderSpec = {
  id: number | bigint;
  name: string;
  createdAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  currency: string;
  /** What the customer paid in; amounts are in it. `rate`: shop units for one of the customer's. */
  presentment: { currency: string; rate: number } | null;
  taxesIncluded: boolean;
  financialStatus: string;
  shipTo: string | null;
  email: string | null;
  customerName: string | null;
  lines: LineSpec[];
  shipping: ShippingSpec[];
  tips: string;
  parcels: ParcelSpec[];
  refunds: RefundSpec[];
};

type Some<T> = Partial<T>;
export type OrderOptions = Omit<Some<OrderSpec>, 'lines' | 'shipping' | 'parcels' | 'refunds'> & {
  /** Default: two headphones at 40.00 with 8 % tax on top. */
  lines?: Some<LineSpec>[];
  /** A price, or each shipping line. Default 10.00 untaxed. */
  shipping?: string | Some<ShippingSpec>[];
  parcels?: Some<ParcelSpec>[];
  refunds?: Some<RefundSpec>[];
  /** Short for one parcel with this many units of the first line. */
  unitsShipped?: number;
  /** When that parcel left. */
  shippedAt?: string;
};

export const money = (spec: Pick<OrderSpec, 'currency' | 'presentment'>) => {
  const currency = spec.presentment?.currency ?? spec.currency;
  return {
    currency,
    minor: (text: string) => parseDecimal(text, currency),
    text: (minor: number) => formatDecimal(minor, currency),
  };
};

/** Fills in what was not said. Numbers of one order agree with one another. */
export const orderSpec = (options: OrderOptions = {}): OrderSpec => {
  const {
    lines = [{}],
    shipping = '10.00',
    parcels = [],
    refunds = [],
    unitsShipped = 0,
    shippedAt,
    ...rest
  } = options;
  const createdAt = rest.createdAt ?? '2026-11-20T09:00:00-05:00';
  const filledLines = lines.map((line, i): LineSpec => {
    const id = line.id ?? i + 1;
    const quantity = line.quantity ?? 2;
    const gone = sum(refunds.map((refund) => refund.lines?.[id] ?? 0));
    const inParcels = sum(parcels.filter((p) => p.status !== 'cancelled').map((p) => p.lines?.[id] ?? 0));
    const shipped = inParcels + (i === 0 ? unitsShipped : 0);
    const currentQuantity = line.currentQuantity ?? quantity - gone;
    return {
      id,
      quantity,
      price: '40.00',
      tax: line.price === undefined && quantity === 2 ? '6.40' : '0',
      discount: '0',
      duties: '0',
      productId: 100 + id,
      title: i === 0 ? 'Headphones' : `Product ${id}`,
      giftCard: false,
      requiresShipping: true,
      currentQuantity,
      fulfillableQuantity: Math.max(0, Math.min(currentQuantity, quantity - shipped)),
      ...line,
    };
  });
  const shippingLines = typeof shipping === 'string' ? [{ price: shipping }] : shipping;
  const oneParcel = unitsShipped > 0 ? [{ lines: { [filledLines[0]?.id ?? 1]: unitsShipped }, at: shippedAt }] : [];
  return {
    id: 1003,
    name: '#1003',
    updatedAt: createdAt,
    cancelledAt: null,
    currency: 'USD',
    presentment: null,
    taxesIncluded: false,
    financialStatus: 'paid',
    shipTo: 'US',
    email: 'ada@example.com',
    customerName: 'Ada Example',
    tips: '0',
    ...rest,
    createdAt,
    lines: filledLines,
    shipping: shippingLines.map((line) => ({ price: '10.00', discount: '0', tax: '0', ...line })),
    parcels: [...parcels, ...oneParcel].map((parcel) => ({
      at: shippedAt ?? '2026-11-21T12:00:00-05:00',
      lines: {},
      status: 'success',
      shipmentStatus: null,
      deliveredAt: null,
      tracking: null,
      ...Object.fromEntries(Object.entries(parcel).filter(([, value]) => value !== undefined)),
    })),
    refunds: refunds.map((refund) => ({
      lines: {},
      restock: 'cancel' as const,
      shipping: '0',
      paid: refundPaid(refund, filledLines, rest),
      ...refund,
    })),
  };
};

/** Parts of one earlier refund: units at their average price, which is exact for the round numbers of tests. */
const refundPaid = (refund: Some<RefundSpec>, lines: LineSpec[], spec: Some<OrderSpec>): string => {
  const { minor, text } = money({ currency: spec.currency ?? 'USD', presentment: spec.presentment ?? null });
  const goods = lines.map((line) => {
    const units = refund.lines?.[line.id] ?? 0;
    const net = minor(line.price) * line.quantity - minor(line.discount);
    return Math.round(((net + (spec.taxesIncluded ? 0 : minor(line.tax))) * units) / line.quantity);
  });
  return text(sum(goods) + minor(refund.shipping ?? '0'));
};

/** What the customer pays for the whole order, in minor units. */
export const totalOf = (spec: OrderSpec): number => {
  const { minor } = money(spec);
  const taxed = (tax: string) => (spec.taxesIncluded ? 0 : minor(tax));
  return (
    sum(spec.lines.map((l) => minor(l.price) * l.quantity - minor(l.discount) + taxed(l.tax) + minor(l.duties))) +
    sum(spec.shipping.map((s) => minor(s.price) - minor(s.discount) + taxed(s.tax))) +
    minor(spec.tips)
  );
};
