/**
 * Orders as Shopify posts them, written out by hand rather than by the builders: what a merchant's own shop would send.
 * Each says in its comment what was paid, so that the answers asked of it can be reckoned on paper.
 */
type Json = Record<string, unknown>;

const address = (country_code: string): Json => ({
  first_name: 'Ada',
  last_name: 'Example',
  country_code,
  zip: '10115',
});
const parcel = (id: number, at: string, units: Record<string, number>, more: Json = {}): Json => ({
  id,
  order_id: 5001,
  status: 'success',
  created_at: at,
  updated_at: at,
  service: 'manual',
  tracking_company: 'DHL',
  tracking_number: '00340434161094042557',
  shipment_status: null,
  line_items: Object.entries(units).map(([line, quantity]) => ({ id: Number(line), quantity })),
  ...more,
});

/** What Shopify sends beside what anybody decides by. */
const usual = {
  id: 5_500_000_000_001,
  admin_graphql_api_id: 'gid://shopify/Order/5500000000001',
  order_number: 2001,
  name: '#2001',
  email: 'ada@example.com',
  contact_email: 'ada@example.com',
  customer: { id: 7, email: 'ada@example.com', first_name: 'Ada', last_name: 'Example' },
  cancelled_at: null,
  cancel_reason: null,
  closed_at: null,
  confirmed: true,
  test: false,
  financial_status: 'paid',
  fulfillment_status: null,
  payment_gateway_names: ['shopify_payments'],
  total_tip_received: '0.00',
  tags: '',
  note: null,
  refunds: [],
  fulfillments: [],
};

/** Shipped two days after the order, four days before the question. */
export const SHIPPED_AT = '2026-11-18T12:00:00+01:00';

/**
 * Germany, tax included: 3 lamps at 33.33 less 7.50, a cable at 19.99 less 2.50; shipping 5.90 less 2.00, and 4.00 for
 * express. 92.49 + 17.49 + 3.90 + 4.00 = 117.88. Shipping by value: lamps 6.64 (2.22, 2.21, 2.21), cable 1.26.
 */
export const german = (more: Json = {}): Json => ({
  ...usual,
  created_at: '2026-11-16T09:00:00+01:00',
  updated_at: '2026-11-16T09:00:05+01:00',
  currency: 'EUR',
  presentment_currency: 'EUR',
  taxes_included: true,
  total_price: '117.88',
  total_tax: '18.82',
  total_discounts: '12.00',
  shipping_address: address('DE'),
  line_items: [
    {
      id: 1001,
      product_id: 501,
      variant_id: 5011,
      title: 'Lamp',
      quantity: 3,
      current_quantity: 3,
      fulfillable_quantity: 3,
      price: '33.33',
      total_discount: '0.00',
      discount_allocations: [{ amount: '7.50', discount_application_index: 0 }],
      tax_lines: [{ title: 'MwSt', rate: 0.19, price: '14.77' }],
      requires_shipping: true,
    },
    {
      id: 1002,
      product_id: 502,
      variant_id: 5021,
      title: 'Cable',
      quantity: 1,
      current_quantity: 1,
      fulfillable_quantity: 1,
      price: '19.99',
      total_discount: '0.00',
      discount_allocations: [{ amount: '2.50', discount_application_index: 0 }],
      tax_lines: [{ title: 'MwSt', rate: 0.19, price: '2.79' }],
      requires_shipping: true,
    },
  ],
  shipping_lines: [
    {
      id: 91,
      title: 'Standard',
      price: '5.90',
      discounted_price: '3.90',
      discount_allocations: [{ amount: '2.00', discount_application_index: 1 }],
      tax_lines: [{ title: 'MwSt', rate: 0.19, price: '0.62' }],
    },
    { id: 92, title: 'Express', price: '4.00', discounted_price: '4.00', discount_allocations: [], tax_lines: [] },
  ],
  ...more,
});

export const germanShipped = (more: Json = {}): Json =>
  german({ fulfillment_status: 'fulfilled', fulfillments: [parcel(81, SHIPPED_AT, { 1001: 3, 1002: 1 })], ...more });

/** Japan, no decimals: 3 cups at 1000, tax 300 on top, shipping 500 with tax 50. 3850 paid. */
export const japanese = (more: Json = {}): Json => ({
  ...usual,
  created_at: '2026-11-16T09:00:00+09:00',
  currency: 'JPY',
  taxes_included: false,
  total_price: '3850',
  shipping_address: address('JP'),
  line_items: [{ id: 1101, product_id: 511, title: 'Cup', quantity: 3, price: '1000', tax_lines: [{ price: '300' }] }],
  shipping_lines: [{ id: 93, title: 'Post', price: '500', tax_lines: [{ price: '50' }] }],
  ...more,
});
export const japaneseShipped = (): Json => japanese({ fulfillments: [parcel(82, SHIPPED_AT, { 1101: 3 })] });

/** Kuwait, three decimals, no tax: 3 oils at 1.250, shipping 0.500. 4.250 paid. */
export const kuwaiti = (more: Json = {}): Json => ({
  ...usual,
  created_at: '2026-11-16T09:00:00+03:00',
  currency: 'KWD',
  taxes_included: false,
  total_price: '4.250',
  shipping_address: address('KW'),
  line_items: [{ id: 1201, product_id: 521, title: 'Oil', quantity: 3, price: '1.250', tax_lines: [] }],
  shipping_lines: [{ id: 94, title: 'Courier', price: '0.500', tax_lines: [] }],
  ...more,
});
export const kuwaitiShipped = (): Json => kuwaiti({ fulfillments: [parcel(83, SHIPPED_AT, { 1201: 3 })] });

const both = (usd: string, cad: string): Json => ({
  shop_money: { amount: usd, currency_code: 'USD' },
  presentment_money: { amount: cad, currency_code: 'CAD' },
});

/** A shop in dollars, paid in Canadian ones: 2 bags at 54.00, tax 8.64 on top, shipping 13.50. 130.14 paid. */
export const canadian = (more: Json = {}): Json => ({
  ...usual,
  created_at: '2026-11-16T09:00:00-05:00',
  currency: 'USD',
  presentment_currency: 'CAD',
  taxes_included: false,
  total_price: '96.40',
  total_price_set: both('96.40', '130.14'),
  shipping_address: address('CA'),
  line_items: [
    {
      id: 1301,
      product_id: 531,
      title: 'Bag',
      quantity: 2,
      price: '40.00',
      price_set: both('40.00', '54.00'),
      total_discount: '0.00',
      total_discount_set: both('0.00', '0.00'),
      tax_lines: [{ price: '6.40', price_set: both('6.40', '8.64') }],
    },
  ],
  shipping_lines: [{ id: 95, title: 'Ground', price: '10.00', price_set: both('10.00', '13.50'), tax_lines: [] }],
  ...more,
});
export const canadianShipped = (): Json => canadian({ fulfillments: [parcel(84, SHIPPED_AT, { 1301: 2 })] });

/**
 * To the United Kingdom with duties, and a tip: 2 hats at 30.00 (duties 6.00), a scarf at 40.00 (duties 4.00), shipping
 * 12.00, tip 5.00. 127.00 paid. By value the hats have 7.20 of the shipping and 3.00 of the tip, the scarf 4.80 and 2.00.
 */
export const abroad = (more: Json = {}): Json => ({
  ...usual,
  created_at: '2026-11-16T09:00:00-05:00',
  currency: 'USD',
  taxes_included: false,
  total_price: '127.00',
  total_tip_received: '5.00',
  shipping_address: address('GB'),
  line_items: [
    { id: 1401, product_id: 541, title: 'Hat', quantity: 2, price: '30.00', duties: [{ id: 1, price: '6.00' }] },
    { id: 1402, product_id: 542, title: 'Scarf', quantity: 1, price: '40.00', duties: [{ id: 2, price: '4.00' }] },
    { id: 1403, product_id: null, title: 'Tip', quantity: 1, price: '5.00', tip: { payment_gateway: 'card' } },
  ],
  shipping_lines: [{ id: 96, title: 'Air', price: '12.00' }],
  ...more,
});
export const abroadShipped = (): Json => abroad({ fulfillments: [parcel(85, SHIPPED_AT, { 1401: 2, 1402: 1 })] });

/** The United States: headphones at 40.00 with 3.20 tax each, shipping 10.00. `quantity` 2: 96.40. */
export const american = (more: Json = {}, line: Json = {}): Json => ({
  ...usual,
  created_at: '2026-11-16T09:00:00-05:00',
  currency: 'USD',
  taxes_included: false,
  total_price: '96.40',
  shipping_address: address('US'),
  line_items: [
    {
      id: 1501,
      product_id: 551,
      title: 'Headphones',
      quantity: 2,
      price: '40.00',
      tax_lines: [{ title: 'Tax', rate: 0.08, price: '6.40' }],
      ...line,
    },
  ],
  shipping_lines: [{ id: 97, title: 'Ground', price: '10.00', tax_lines: [] }],
  ...more,
});
export const americanShipped = (more: Json = {}, line: Json = {}, units = 2): Json =>
  american({ fulfillments: [parcel(86, '2026-11-18T12:00:00-05:00', { 1501: units })], ...more }, line);

/** Money that went back, as part of an order. */
export const refund = (paid: string, lines: readonly Json[] = [], more: Json = {}): Json => ({
  id: 3001,
  created_at: '2026-11-19T12:00:00-05:00',
  refund_line_items: lines,
  order_adjustments: [],
  transactions: [{ id: 4001, kind: 'refund', status: 'success', gateway: 'shopify_payments', amount: paid }],
  ...more,
});
export const refundedLine = (
  line: number,
  quantity: number,
  restock_type: string,
  subtotal: number,
  tax = 0,
): Json => ({
  id: 3101,
  line_item_id: line,
  quantity,
  restock_type,
  subtotal,
  total_tax: tax,
});
export { parcel };
