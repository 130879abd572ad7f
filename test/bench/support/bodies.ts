import { createHash } from 'node:crypto';

/** Orders as Shopify posts them, about so many bytes long: what repeats in them and what does not is as in real ones. */
export const orderBodies = (bytes: number, count: number): readonly Buffer[] =>
  Array.from({ length: count }, (_, index) => Buffer.from(JSON.stringify(anOrder(index, bytes))));

/** Tokens, ids and addresses of pages are random in real orders: compression gets nothing out of them. */
const noise = (seed: string): string => createHash('sha256').update(seed).digest('hex');
const digits = (seed: string): number =>
  Number(BigInt(`0x${noise(seed).slice(0, 12)}`) % 9_000_000_000_000n) + 10 ** 12;

const money = (amount: string) => ({
  shop_money: { amount, currency_code: 'USD' },
  presentment_money: { amount, currency_code: 'USD' },
});

const aLine = (order: number, index: number) => {
  const price = `${10 + ((order * 7 + index * 13) % 190)}.${String((order * 31 + index * 17) % 100).padStart(2, '0')}`;
  return {
    id: digits(`line ${order} ${index}`),
    admin_graphql_api_id: `gid://shopify/LineItem/${digits(`line ${order} ${index}`)}`,
    attributed_staffs: [],
    current_quantity: 1,
    fulfillable_quantity: 1,
    fulfillment_service: 'manual',
    fulfillment_status: null,
    gift_card: false,
    grams: 120 + index,
    name: `Wireless headphones ${order % 40} - Black`,
    price,
    price_set: money(price),
    product_id: digits(`product ${order} ${index}`),
    quantity: 1,
    requires_shipping: true,
    properties: [{ name: '_engraving', value: noise(`words ${order} ${index}`).slice(0, 24) }],
    sku: noise(`sku ${order} ${index}`).slice(0, 10).toUpperCase(),
    taxable: true,
    title: `Wireless headphones ${order % 40}`,
    total_discount: '0.00',
    total_discount_set: money('0.00'),
    variant_id: digits(`variant ${order} ${index}`),
    variant_title: 'Black',
    vendor: 'Example Audio',
    tax_lines: [{ price: '0.80', rate: 0.08, title: 'State Tax', price_set: money('0.80'), channel_liable: false }],
    discount_allocations: [],
  };
};

const anOrder = (index: number, bytes: number) => {
  const id = 6_100_000_000_000 + index;
  const order = {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    name: `#${1001 + index}`,
    cart_token: noise(`cart ${index}`).slice(0, 32),
    checkout_token: noise(`checkout ${index}`).slice(0, 32),
    token: noise(`token ${index}`).slice(0, 32),
    order_status_url: `https://demo.myshopify.com/69/orders/${noise(`url ${index}`)}/authenticate?key=${noise(`key ${index}`)}`,
    landing_site: `/products/${noise(`page ${index}`)}?utm_source=${noise(`source ${index}`)}`,
    client_details: {
      browser_ip: '203.0.113.7',
      user_agent: `Mozilla/5.0 (${noise(`agent ${index}`)}) AppleWebKit/537.36`,
    },
    created_at: '2026-11-23T10:00:00-05:00',
    updated_at: `2026-11-23T10:${String(index % 60).padStart(2, '0')}:00-05:00`,
    currency: 'USD',
    presentment_currency: 'USD',
    email: `customer-${index}@example.com`,
    financial_status: 'paid',
    taxes_included: false,
    total_price: '120.00',
    total_price_set: money('120.00'),
    customer: { id: 8_200_000_000_000 + index, first_name: 'Robin', last_name: `Example ${index}` },
    shipping_address: {
      first_name: 'Robin',
      last_name: 'Example',
      address1: '1 Test Street',
      city: 'Albany',
      zip: '12207',
      country_code: 'US',
    },
    shipping_lines: [],
    fulfillments: [],
    refunds: [],
    line_items: [] as ReturnType<typeof aLine>[],
  };
  let length = JSON.stringify(order).length;
  for (let line = 0; length < bytes; line += 1) {
    const added = aLine(index, line);
    order.line_items.push(added);
    length += JSON.stringify(added).length + 1;
  }
  return order;
};
