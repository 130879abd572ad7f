import { formatDecimal, minorDigits } from '../../../policy/index.ts';
import { money, type OrderSpec, totalOf } from './spec.ts';

const written = (amount: string) => amount;

/** Both currencies of an amount, as REST writes sets. */
const sets = (spec: OrderSpec) => {
  const { currency, minor } = money(spec);
  const inShop = (amount: string): string => {
    if (!spec.presentment) return amount;
    const ratio = 10 ** (minorDigits(spec.currency) - minorDigits(currency));
    return formatDecimal(Math.round(minor(amount) * spec.presentment.rate * ratio), spec.currency);
  };
  return (key: string, amount: string) => ({
    [key]: inShop(amount),
    [`${key}_set`]: {
      shop_money: { amount: inShop(amount), currency_code: spec.currency },
      presentment_money: { amount: written(amount), currency_code: currency },
    },
  });
};

const taxLines = (set: ReturnType<typeof sets>, tax: string) =>
  Number(tax) === 0 ? [] : [{ title: 'Tax', rate: 0.08, ...set('price', tax) }];

const allocations = (set: ReturnType<typeof sets>, discount: string) =>
  Number(discount) === 0 ? [] : [{ discount_application_index: 0, ...set('amount', discount) }];

/** An Order as Shopify posts it to `orders/*`. */
export const webhookOrder = (spec: OrderSpec) => {
  const set = sets(spec);
  const { text, minor, currency } = money(spec);
  const total = text(totalOf(spec));
  return {
    id: spec.id,
    admin_graphql_api_id: `gid://shopify/Order/${spec.id}`,
    name: spec.name,
    created_at: spec.createdAt,
    updated_at: spec.updatedAt,
    cancelled_at: spec.cancelledAt,
    currency: spec.currency,
    presentment_currency: currency,
    taxes_included: spec.taxesIncluded,
    financial_status: spec.financialStatus,
    fulfillment_status: null,
    email: spec.email ?? '',
    customer: spec.customerName
      ? { id: 7, first_name: spec.customerName.split(' ')[0], last_name: spec.customerName.split(' ')[1] }
      : null,
    shipping_address: spec.shipTo ? { country_code: spec.shipTo, zip: '10001' } : null,
    tags: '',
    ...set('total_price', total),
    ...(Number(spec.tips) > 0 ? set('total_tip_received', spec.tips) : { total_tip_received: '0.00' }),
    line_items: spec.lines.map((line) => ({
      id: line.id,
      product_id: line.productId,
      variant_id: line.productId === null ? null : line.productId * 10,
      title: line.title,
      quantity: line.quantity,
      current_quantity: line.currentQuantity,
      fulfillable_quantity: line.fulfillableQuantity,
      requires_shipping: line.requiresShipping,
      gift_card: line.giftCard,
      ...set('price', line.price),
      ...set('total_discount', '0'),
      discount_allocations: allocations(set, line.discount),
      tax_lines: taxLines(set, line.tax),
      duties:
        Number(line.duties) === 0
          ? []
          : [
              {
                id: line.id * 1000,
                shop_money: set('x', line.duties).x_set,
                presentment_money: { amount: line.duties, currency_code: currency },
                tax_lines: [],
              },
            ],
    })),
    shipping_lines: spec.shipping.map((line, i) => ({
      id: 500 + i,
      title: 'Standard',
      ...set('price', line.price),
      ...set('discounted_price', line.price),
      discount_allocations: allocations(set, line.discount),
      tax_lines: taxLines(set, line.tax),
    })),
    fulfillments: spec.parcels.map((parcel, i) => ({
      id: 700 + i,
      status: parcel.status,
      created_at: parcel.at,
      shipment_status: parcel.shipmentStatus,
      ...(parcel.deliveredAt === null ? {} : { delivered_at: parcel.deliveredAt }),
      tracking_company: parcel.tracking ? 'UPS' : null,
      tracking_number: parcel.tracking,
      tracking_numbers: parcel.tracking ? [parcel.tracking] : [],
      line_items: Object.entries(parcel.lines).map(([id, quantity]) => ({ id: Number(id), quantity })),
    })),
    refunds: spec.refunds.map((refund, i) => ({
      id: 900 + i,
      created_at: spec.updatedAt,
      note: null,
      refund_line_items: Object.entries(refund.lines).map(([id, quantity], j) => {
        const line = spec.lines.find((l) => l.id === Number(id));
        const share = (amount: number) => text(Math.round((amount * quantity) / (line?.quantity ?? 1)));
        const net = line ? minor(line.price) * line.quantity - minor(line.discount) : 0;
        return {
          id: 9000 + j,
          line_item_id: Number(id),
          quantity,
          restock_type: refund.restock,
          ...set('subtotal', share(net)),
          ...set('total_tax', share(line ? minor(line.tax) : 0)),
        };
      }),
      refund_shipping_lines:
        Number(refund.shipping) === 0
          ? []
          : [{ id: 95, ...set('subtotal_amount', refund.shipping), ...set('tax_amount', '0') }],
      order_adjustments: [],
      duties: [],
      transactions: [
        {
          id: 800 + i,
          kind: 'refund',
          status: 'success',
          gateway: 'bogus',
          amount: refund.paid,
          currency,
          created_at: spec.updatedAt,
        },
      ],
    })),
  };
};
