import { formatDecimal, minorDigits } from '../../../policy/index.ts';
import { money, type OrderSpec, totalOf } from './spec.ts';

const page = <T>(nodes: T[]) => ({ pageInfo: { hasNextPage: false }, nodes });
const gid = (type: string, id: number | bigint | string) => `gid://shopify/${type}/${id}`;

/** Both currencies of an amount, as GraphQL writes them: `40.0`, and `1000.0` for yen. */
const bags = (spec: OrderSpec) => {
  const { currency, minor } = money(spec);
  const short = (amount: string) => amount.replace(/(\.\d+?)0+$/, '$1').replace(/^(\d+)$/, '$1.0');
  return (amount: string) => {
    const ratio = spec.presentment
      ? spec.presentment.rate * 10 ** (minorDigits(spec.currency) - minorDigits(currency))
      : 1;
    const inShop = formatDecimal(Math.round(minor(amount) * ratio), spec.currency);
    return {
      presentmentMoney: { amount: short(amount), currencyCode: currency },
      shopMoney: { amount: short(inShop), currencyCode: spec.currency },
    };
  };
};

const unless0 = <T>(amount: string, make: () => T): T[] => (Number(amount) === 0 ? [] : [make()]);

/** The Admin API's answer to `ORDER_FACTS_FRAGMENT` for the same order. */
export const adminOrder = (spec: OrderSpec) => {
  const bag = bags(spec);
  const { text, minor } = money(spec);
  const [firstName, lastName] = spec.customerName?.split(' ') ?? [];
  const taxLines = (tax: string) => unless0(tax, () => ({ priceSet: bag(tax) }));
  const allocations = (discount: string) => unless0(discount, () => ({ allocatedAmountSet: bag(discount) }));
  return {
    id: gid('Order', spec.id),
    name: spec.name,
    createdAt: spec.createdAt,
    updatedAt: spec.updatedAt,
    cancelledAt: spec.cancelledAt,
    currencyCode: spec.currency,
    presentmentCurrencyCode: money(spec).currency,
    taxesIncluded: spec.taxesIncluded,
    displayFinancialStatus: spec.financialStatus.toUpperCase(),
    email: spec.email,
    phone: null,
    customerLocale: null,
    tags: [] as string[],
    totalPriceSet: bag(text(totalOf(spec))),
    totalOutstandingSet: bag('0'),
    totalTipReceivedSet: bag(spec.tips),
    customer: spec.customerName ? { firstName, lastName, defaultEmailAddress: null, defaultPhoneNumber: null } : null,
    shippingAddress: spec.shipTo ? { name: null, phone: null, zip: '10001', countryCodeV2: spec.shipTo } : null,
    billingAddress: null,
    lineItems: page(
      spec.lines.map((line) => ({
        id: gid('LineItem', line.id),
        title: line.title,
        variantTitle: null,
        sku: null,
        quantity: line.quantity,
        currentQuantity: line.currentQuantity,
        unfulfilledQuantity: line.fulfillableQuantity,
        requiresShipping: line.requiresShipping,
        isGiftCard: line.giftCard,
        product: line.productId === null ? null : { id: gid('Product', line.productId) },
        variant:
          line.productId === null
            ? null
            : {
                id: gid('ProductVariant', line.productId * 10),
                inventoryItem: { id: gid('InventoryItem', line.productId * 100) },
              },
        originalUnitPriceSet: bag(line.price),
        discountAllocations: allocations(line.discount),
        taxLines: taxLines(line.tax),
        duties: unless0(line.duties, () => ({
          id: gid('Duty', line.id * 1000),
          price: bag(line.duties),
          taxLines: [],
        })),
      })),
    ),
    shippingLines: page(
      spec.shipping.map((line, i) => ({
        id: gid('ShippingLine', 500 + i),
        title: 'Standard',
        originalPriceSet: bag(line.price),
        discountedPriceSet: bag(text(minor(line.price) - minor(line.discount))),
        discountAllocations: allocations(line.discount),
        taxLines: taxLines(line.tax),
      })),
    ),
    fulfillments: spec.parcels.map((parcel, i) => ({
      id: gid('Fulfillment', 700 + i),
      status: parcel.status.toUpperCase(),
      createdAt: parcel.at,
      displayStatus: parcel.shipmentStatus?.toUpperCase() ?? 'FULFILLED',
      deliveredAt: parcel.deliveredAt,
      trackingInfo: parcel.tracking ? [{ company: 'UPS', number: parcel.tracking, url: null }] : [],
      fulfillmentLineItems: page(
        Object.entries(parcel.lines).map(([id, quantity], j) => ({
          id: gid('FulfillmentLineItem', 7000 + j),
          quantity,
          lineItem: { id: gid('LineItem', id) },
        })),
      ),
    })),
    refunds: spec.refunds.map((refund, i) => ({
      id: gid('Refund', 900 + i),
      createdAt: spec.updatedAt,
      note: null,
      duties: [],
      refundLineItems: page(
        Object.entries(refund.lines).map(([id, quantity]) => {
          const line = spec.lines.find((l) => l.id === Number(id));
          const share = (amount: number) => bag(text(Math.round((amount * quantity) / (line?.quantity ?? 1))));
          const net = line ? minor(line.price) * line.quantity - minor(line.discount) : 0;
          return {
            quantity,
            restockType: refund.restock.toUpperCase(),
            lineItem: { id: gid('LineItem', id) },
            subtotalSet: share(net),
            totalTaxSet: share(line ? minor(line.tax) : 0),
          };
        }),
      ),
      refundShippingLines: page(
        unless0(refund.shipping, () => ({ subtotalAmountSet: bag(refund.shipping), taxAmountSet: bag('0') })),
      ),
      transactions: page([{ kind: 'REFUND', status: 'SUCCESS', amountSet: bag(refund.paid) }]),
    })),
    transactions: [] as unknown[],
    returns: page([] as unknown[]),
    disputes: [] as unknown[],
  };
};
