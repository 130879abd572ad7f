import { describe, expect, it } from 'vitest';
import { type LineFacts, parseJson, parseWebhookOrder, stringifyJson } from '../../policy/index.ts';
import { anOrder, orderFacts } from './support/builders.ts';

type Json = Record<string, unknown>;
const first =
  (line: Json) =>
  (order: Json): Json => ({
    ...order,
    line_items: (order.line_items as Json[]).map((item, i) => (i === 0 ? { ...item, ...line } : item)),
  });
const line = (facts: { lines: readonly LineFacts[] }) => facts.lines[0] as LineFacts;

describe('facts of an order as Shopify posts it', () => {
  it('reads amounts in the currency that the customer paid in', () => {
    const facts = orderFacts({ presentment: { currency: 'EUR', rate: 1.1 } });
    expect(facts).toMatchObject({ shopCurrency: 'USD', currency: 'EUR', total: 9640, totalShop: 10604 });
    expect(line(facts).unitPrice).toBe(4000);
  });

  it('counts every discount on a line once, order-wide ones included', () => {
    const order = first({
      total_discount: '3.00',
      total_discount_set: undefined,
      discount_allocations: [{ amount: '3.00' }, { amount: '5.00' }],
    })(anOrder());
    expect(line(parseWebhookOrder(order).facts)).toMatchObject({ discount: 800, total: 7200 });
  });

  it('takes a tip line for a tip and not for goods', () => {
    const order = anOrder();
    const tip = {
      id: 77,
      quantity: 1,
      price: '5.00',
      title: 'Tip',
      product_id: null,
      tip: { payment_gateway: 'bogus' },
    };
    const { facts } = parseWebhookOrder({ ...order, line_items: [...order.line_items, tip] });
    expect(facts.tips).toBe(500);
    expect(facts.lines).toHaveLength(1);
  });

  it('leaves removed shipping lines out, and knows shipping discounts', () => {
    const order = anOrder({ shipping: [{ price: '10.00', discount: '4.00' }, { price: '99.00' }] });
    const [kept, removed] = order.shipping_lines;
    const { facts } = parseWebhookOrder({ ...order, shipping_lines: [kept, { ...removed, is_removed: true }] });
    expect(facts.shippingLines.map((s) => s.total)).toEqual([600]);
  });

  it('reads a refund in the older form: shipping as an adjustment, subtotals as numbers', () => {
    const order = {
      ...anOrder(),
      refunds: [
        {
          id: 1,
          created_at: '2026-11-21T00:00:00Z',
          refund_line_items: [{ line_item_id: 1, quantity: 1, subtotal: 40, total_tax: 3.2, restock_type: 'cancel' }],
          order_adjustments: [{ kind: 'shipping_refund', amount: '-5.00', tax_amount: '-0.40' }],
          transactions: [{ id: 2, kind: 'refund', status: 'pending', amount: '48.60', currency: 'USD' }],
        },
      ],
    };
    expect(parseWebhookOrder(order).facts.refunds[0]).toMatchObject({
      shipping: 500,
      shippingTax: 40,
      paid: 4860,
      lines: [{ quantity: 1, subtotal: 4000, tax: 320, restock: 'cancel' }],
    });
  });

  it('a refund without a word of payments counts what its parts add up to; with an empty list, nothing', () => {
    const refund = {
      id: 1,
      created_at: '2026-11-21T00:00:00Z',
      refund_line_items: [{ line_item_id: 1, quantity: 1, subtotal: 40, total_tax: 3.2 }],
    };
    const paid = (more: Json) =>
      parseWebhookOrder({ ...anOrder(), refunds: [{ ...refund, ...more }] }).facts.refunds[0]?.paid;
    expect(paid({})).toBe(4320);
    expect(paid({ transactions: [] })).toBe(0);
  });

  it('keeps ids beyond 2^53 exact, in and out', () => {
    const text = stringifyJson({ ...anOrder(), id: 9007199254740993n });
    expect(text).toContain('"id":9007199254740993,');
    expect(parseWebhookOrder(parseJson(text)).facts.id).toBe('9007199254740993');
  });

  it('keeps personal data out of the facts', () => {
    const { facts, contact } = parseWebhookOrder(anOrder());
    expect(contact).toMatchObject({ name: 'Ada Example', email: 'ada@example.com', postcode: '10001' });
    expect(JSON.stringify(facts)).not.toMatch(/ada|example/i);
    expect(facts.contactable).toEqual({ email: true, phone: false, name: true });
  });
});

describe('what is missing or contradicts itself is named with its place', () => {
  const without =
    (...keys: string[]) =>
    (order: Json): Json =>
      Object.fromEntries(Object.entries(order).filter(([key]) => !keys.includes(key)));
  it.each<[string, (order: Json) => unknown, string, string]>([
    ['no order', () => null, 'facts/missing', 'order'],
    ['no object', () => [1], 'input/ill-typed', 'order'],
    ['no id', without('id'), 'facts/missing', 'order.id'],
    ['an id that lost digits', (o) => ({ ...o, id: 2 ** 53 + 2 }), 'input/ill-typed', 'order.id'],
    ['no line', (o) => ({ ...o, line_items: [] }), 'facts/no-lines', 'order.line_items'],
    ['no currency', without('currency'), 'money/unknown-currency', 'order.currency'],
    ['a currency that is none', (o) => ({ ...o, currency: 'ABC' }), 'money/unknown-currency', 'order.currency'],
    ['no word on included tax', without('taxes_included'), 'facts/missing', 'order.taxes_included'],
    ['no payment status', without('financial_status'), 'facts/missing', 'order.financial_status'],
    [
      'a payment status of its own',
      (o) => ({ ...o, financial_status: 'maybe' }),
      'input/unknown-value',
      'order.financial_status',
    ],
    ['no price', first({ price: undefined, price_set: undefined }), 'facts/missing', 'order.line_items[0].price'],
    [
      'a price with three decimals',
      first({ price_set: { presentment_money: { amount: '1.005', currency_code: 'USD' } } }),
      'input/bad-amount',
      'order.line_items[0].price_set.presentment_money.amount',
    ],
    [
      'a price in another currency',
      first({ price_set: { presentment_money: { amount: '1.00', currency_code: 'EUR' } } }),
      'money/mixed-currencies',
      'order.line_items[0].price_set.presentment_money',
    ],
    [
      'a negative price',
      first({ price_set: undefined, price: '-1.00' }),
      'facts/contradictory',
      'order.line_items[0].price',
    ],
    [
      'only the shop’s currency known',
      (o) => first({ price_set: undefined })({ ...o, presentment_currency: 'EUR' }),
      'facts/missing',
      'order.line_items[0].price_set.presentment_money',
    ],
    [
      'more left than ordered',
      first({ current_quantity: 3, quantity: 1 }),
      'facts/contradictory',
      'order.line_items[0]',
    ],
    [
      'a discount above the price',
      first({ discount_allocations: [{ amount: '80.01' }] }),
      'facts/contradictory',
      'order.line_items[0]',
    ],
    [
      'shipped, but in no parcel',
      (o) => ({ ...o, fulfillment_status: 'fulfilled' }),
      'facts/missing',
      'order.fulfillments',
    ],
    [
      'a parcel of another order',
      (o) => ({
        ...o,
        fulfillments: [
          { id: 1, status: 'success', created_at: '2026-11-21T00:00:00Z', line_items: [{ id: 99, quantity: 1 }] },
        ],
      }),
      'facts/contradictory',
      'order.fulfillments[0].line_items[0]',
    ],
    [
      'more shipped than ordered',
      (o) => ({
        ...o,
        fulfillments: [
          { id: 1, status: 'success', created_at: '2026-11-21T00:00:00Z', line_items: [{ id: 1, quantity: 3 }] },
        ],
      }),
      'facts/contradictory',
      'order.fulfillments[0].line_items[0]',
    ],
    [
      'more refunded than ordered',
      (o) => ({ ...o, refunds: [{ id: 1, refund_line_items: [{ line_item_id: 1, quantity: 3, subtotal: 1 }] }] }),
      'facts/contradictory',
      'order.refunds[0].refund_line_items[0]',
    ],
    [
      'a day that does not exist',
      (o) => ({ ...o, created_at: '2026-02-30T00:00:00Z' }),
      'input/bad-instant',
      'order.created_at',
    ],
    [
      'a line twice',
      (o) => ({ ...o, line_items: [...(o.line_items as Json[]), ...(o.line_items as Json[])] }),
      'facts/contradictory',
      'order.line_items[1].id',
    ],
  ])('%s', (_name, spoil, code, path) => {
    let thrown: unknown;
    try {
      parseWebhookOrder(spoil(anOrder() as Json));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: 'PolicyError', code });
    expect((thrown as { path: string }).path).toContain(path);
  });
});
