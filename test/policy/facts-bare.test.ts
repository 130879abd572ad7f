import { describe, expect, it } from 'vitest';
import { gid, legacyId, parseAdminOrder, parseJson, parseWebhookOrder, stringifyJson } from '../../policy/index.ts';
import { anAdminOrder, anOrder } from './support/builders.ts';

type Json = Record<string, unknown>;

/** As little of an order as decisions can be made on; what it does not tell is empty, never guessed. */
const BARE: Json = {
  id: 1003,
  created_at: '2026-11-20T09:00:00-05:00',
  currency: 'USD',
  financial_status: 'paid',
  line_items: [{ id: 1, quantity: 2, price: '40.00' }],
};

describe('an order that tells hardly anything', () => {
  it('is read all the same', () => {
    const { facts, contact } = parseWebhookOrder(BARE);
    expect(facts).toEqual({
      id: '1003',
      name: '#1003',
      createdAt: '2026-11-20T14:00:00Z',
      updatedAt: '2026-11-20T14:00:00Z',
      cancelledAt: null,
      shopCurrency: 'USD',
      currency: 'USD',
      totalShop: 8000,
      total: 8000,
      taxesIncluded: false,
      financialStatus: 'paid',
      shipTo: null,
      contactable: { email: false, phone: false, name: false },
      lines: [
        {
          id: '1',
          productId: null,
          variantId: null,
          inventoryItemId: null,
          title: '',
          variantTitle: null,
          sku: null,
          quantity: 2,
          currentQuantity: 2,
          requiresShipping: true,
          giftCard: false,
          unitPrice: 4000,
          discount: 0,
          total: 8000,
          tax: 0,
          duties: 0,
          dutyIds: [],
        },
      ],
      shippingLines: [],
      tips: 0,
      fulfillments: [],
      refunds: [],
      transactions: [],
      returns: null,
      disputeOpen: null,
      tags: [],
    });
    expect(contact).toEqual({ name: null, email: null, phone: null, postcode: null, locale: null });
  });

  it('and so are its parts', () => {
    const { facts } = parseWebhookOrder({
      ...BARE,
      order_number: 7,
      tags: 'vip,, late ',
      taxes_included: true,
      shipping_lines: [{ price: '5.00' }],
      fulfillments: [
        {
          updated_at: '2026-11-21T09:00:00Z',
          tracking_number: 'Z1',
          line_items: [{ id: 1, quantity: 1 }],
        },
      ],
      refunds: [
        { refund_line_items: [{ line_item_id: 1, quantity: 1 }], duties: [{}] },
        { processed_at: '2026-11-22T09:00:00Z', refund_shipping_lines: [{ subtotal_amount: '1.00' }] },
        {
          order_adjustments: [
            { kind: 'shipping_refund', amount: '-2.00' },
            { kind: 'refund_discrepancy', amount: '-9.00' },
          ],
        },
      ],
      transactions: [
        { amount: '80.00' },
        { kind: 'sale', status: 'success', amount: '5.00', created_at: '2026-11-20T15:00:00Z' },
      ],
    });
    expect(facts).toMatchObject({
      name: '#7',
      tags: ['vip', 'late'],
      shippingLines: [{ id: '0', title: '', price: 500, discount: 0, total: 500, tax: 0 }],
      fulfillments: [
        {
          id: '0',
          status: 'success',
          createdAt: '2026-11-21T09:00:00Z',
          tracking: [{ company: null, number: 'Z1', url: null }],
        },
      ],
      refunds: [
        {
          id: '0',
          createdAt: '2026-11-20T14:00:00Z',
          lines: [{ subtotal: 0, tax: 0, restock: 'none' }],
          duties: 0,
          paid: 0,
        },
        { createdAt: '2026-11-22T09:00:00Z', shipping: 100, shippingTax: 0, paid: 100 },
        { shipping: 200, shippingTax: 0, paid: 200 },
      ],
      transactions: [
        {
          id: '0',
          parentId: null,
          kind: 'other',
          status: 'unknown',
          gateway: '',
          amount: 8000,
          currency: 'USD',
          processedAt: '2026-11-20T14:00:00Z',
        },
        { kind: 'sale', processedAt: '2026-11-20T15:00:00Z' },
      ],
    });
    expect(facts.lines[0]?.currentQuantity).toBe(1);
  });

  it('duties have tax of their own, on top or in the price', () => {
    const duty = { id: 9, price: '8.00', tax_lines: [{ price: '1.00' }] };
    const of = (taxesIncluded: boolean) =>
      parseWebhookOrder({
        ...BARE,
        taxes_included: taxesIncluded,
        line_items: [{ id: 1, quantity: 1, price: '40.00', duties: [duty] }],
      }).facts;
    expect([of(false).lines[0]?.duties, of(true).lines[0]?.duties]).toEqual([900, 800]);
    expect([of(false).total, of(true).total]).toEqual([4900, 4800]);
  });

  it('a moment of the order stands in for another', () => {
    const { created_at: _, ...late } = BARE;
    const createdAt = (order: Json) => parseWebhookOrder(order).facts.createdAt;
    expect(createdAt({ ...late, processed_at: '2026-11-20T10:00:00Z', updated_at: '2026-11-21T10:00:00Z' })).toBe(
      '2026-11-20T10:00:00Z',
    );
    expect(createdAt({ ...late, updated_at: '2026-11-21T10:00:00Z' })).toBe('2026-11-21T10:00:00Z');
  });
});

const withLine = (line: Json): Json => ({ ...BARE, line_items: [{ id: 1, quantity: 2, price: '40.00', ...line }] });

describe('a fact that is missing, ill-typed or contradictory is named', () => {
  // biome-ignore format: rows of a table
  it.each<[string, unknown, string, string]>([
    ['nothing', undefined, 'facts/missing', 'order'],
    ['a list', [], 'input/ill-typed', 'order'],
    ['a line that is none', { ...BARE, line_items: [7] }, 'input/ill-typed', 'order.line_items[0]'],
    ['lines that are no list', { ...BARE, line_items: {} }, 'input/ill-typed', 'order.line_items'],
    ['no line', { ...BARE, line_items: [] }, 'facts/no-lines', 'order.line_items'],
    ['no lines at all', { ...BARE, line_items: undefined }, 'facts/no-lines', 'order.line_items'],
    ['no id', { ...BARE, id: null }, 'facts/missing', 'order.id'],
    ['a negative id', { ...BARE, id: -1003 }, 'input/ill-typed', 'order.id'],
    ['an id that lost its digits', { ...BARE, id: 2 ** 60 }, 'input/ill-typed', 'order.id'],
    ['an id in words', { ...BARE, id: 'the last one' }, 'input/ill-typed', 'order.id'],
    ['no date', { ...BARE, created_at: null }, 'facts/missing', 'order.created_at'],
    ['a date that is a number', { ...BARE, created_at: 5 }, 'input/ill-typed', 'order.created_at'],
    ['no status', { ...BARE, financial_status: null }, 'facts/missing', 'order.financial_status'],
    ['a status of its own', { ...BARE, financial_status: 'half' }, 'input/unknown-value', 'order.financial_status'],
    ['no quantity', withLine({ quantity: null }), 'facts/missing', 'order.line_items[0].quantity'],
    ['half a unit', withLine({ quantity: 0.5 }), 'input/ill-typed', 'order.line_items[0].quantity'],
    ['less than nothing', withLine({ quantity: -1 }), 'input/ill-typed', 'order.line_items[0].quantity'],
    ['yes in words', withLine({ gift_card: 'no' }), 'input/ill-typed', 'order.line_items[0].gift_card'],
    ['no price', withLine({ price: null }), 'facts/missing', 'order.line_items[0].price'],
    ['a negative price', withLine({ price: '-1.00' }), 'facts/contradictory', 'order.line_items[0].price'],
    ['more off than it costs', withLine({ total_discount: '80.01' }), 'facts/contradictory', 'order.line_items[0]'],
    ['tax, and nobody says whether in the price', withLine({ tax_lines: [{ price: '1.00' }] }), 'facts/missing', 'order.taxes_included'],
    ['tax on the shipping alone', { ...BARE, shipping_lines: [{ price: '5.00', tax_lines: [{ price: '1.00' }] }] }, 'facts/missing', 'order.taxes_included'],
    ['more left than ordered', withLine({ current_quantity: 3 }), 'facts/contradictory', 'order.line_items[0].current_quantity'],
    ['shipping with more off than it costs', { ...BARE, shipping_lines: [{ price: '5.00', discount_allocations: [{ amount: '6.00' }] }] }, 'facts/contradictory', 'order.shipping_lines[0]'],
    ['shipped, and no parcel', { ...BARE, fulfillment_status: 'fulfilled' }, 'facts/missing', 'order.fulfillments'],
    ['a line shipped, and no parcel', withLine({ fulfillment_status: 'partial' }), 'facts/missing', 'order.fulfillments'],
    ['a parcel without a date', { ...BARE, fulfillments: [{ line_items: [] }] }, 'facts/missing', 'order.fulfillments[0].updated_at'],
    ['a payment in a third currency', { ...BARE, transactions: [{ amount: '1.00', currency: 'EUR' }] }, 'money/mixed-currencies', 'order.transactions[0].currency'],
    ['a payment in no currency', { ...BARE, transactions: [{ amount: '1.00', currency: 'EURO' }] }, 'money/unknown-currency', 'order.transactions[0].currency'],
    ['a payment without an amount', { ...BARE, transactions: [{ kind: 'sale' }] }, 'input/bad-amount', 'order.transactions[0].amount'],
    ['prices in the shop’s currency only', { ...BARE, presentment_currency: 'EUR' }, 'facts/missing', 'order.line_items[0].price_set.presentment_money'],
    ['a price in another currency than it should', withLine({ price_set: { presentment_money: { amount: '1.00', currency_code: 'EUR' } } }), 'money/mixed-currencies', 'order.line_items[0].price_set.presentment_money'],
  ])('%s', (_name, order, code, path) =>
    expect(() => parseWebhookOrder(order)).toThrow(expect.objectContaining({ code, path })),
  );
});

describe('payments in the shop’s currency, where the customer paid in another', () => {
  const both = (shop: string, customer: string) => ({
    shop_money: { amount: shop, currency_code: 'USD' },
    presentment_money: { amount: customer, currency_code: 'EUR' },
  });
  const order = (refund: Json, transactions: Json[] = []): Json => ({
    ...BARE,
    presentment_currency: 'EUR',
    total_price_set: both('88.00', '80.00'),
    line_items: [{ id: 1, quantity: 2, price_set: both('44.00', '40.00') }],
    transactions,
    refunds: [
      { id: 5, transactions: [{ kind: 'refund', status: 'success', amount: '44.00', currency: 'USD' }], ...refund },
    ],
  });

  it('a refund is worth what its parts are', () => {
    const line = { line_item_id: 1, quantity: 1, subtotal_set: both('44.00', '40.00') };
    expect(parseWebhookOrder(order({ refund_line_items: [line] })).facts.refunds[0]?.paid).toBe(4000);
  });

  it('and without any is not guessed', () =>
    expect(() => parseWebhookOrder(order({}))).toThrow(
      expect.objectContaining({
        code: 'facts/missing',
        path: 'order.refunds[0].transactions[0].amount_set.presentment_money',
      }),
    ));

  it('an amount in both is read in the customer’s', () => {
    const payment = {
      kind: 'sale',
      status: 'success',
      amount: '88.00',
      amount_set: both('88.00', '80.00'),
      currency: 'USD',
    };
    const transactions = [{ kind: 'refund', status: 'success', amount: '44.00', amount_set: both('44.00', '40.00') }];
    const { facts } = parseWebhookOrder(order({ transactions }, [payment]));
    expect(facts.transactions[0]).toMatchObject({ amount: 8000, currency: 'EUR' });
    expect(facts.refunds[0]?.paid).toBe(4000);
  });
});

const usd = (amount: string) => ({
  shopMoney: { amount, currencyCode: 'USD' },
  presentmentMoney: { amount, currencyCode: 'USD' },
});

describe('the Admin API’s answer', () => {
  const admin = (change: Json): Json => ({ ...(anAdminOrder({ unitsShipped: 1 }) as Json), ...change });
  // biome-ignore format: rows of a table
  it.each<[string, Json, string, string]>([
    ['whether tax is in the price', { taxesIncluded: null }, 'facts/missing', 'order.taxesIncluded'],
    ['the status, and payments were tried', { displayFinancialStatus: null, transactions: [{}] }, 'facts/missing', 'order.displayFinancialStatus'],
    ['the total', { totalPriceSet: null }, 'facts/missing', 'order.totalPriceSet.shopMoney'],
    ['the name', { name: '' }, 'facts/missing', 'order.name'],
    ['the rest of a list', { shippingLines: { pageInfo: { hasNextPage: true }, nodes: [] } }, 'facts/missing', 'order.shippingLines'],
    ['the rest of a list without pages', { refunds: Array.from({ length: 10 }, () => ({})) }, 'facts/missing', 'order.refunds'],
    ['an object', { lineItems: 7 }, 'input/ill-typed', 'order.lineItems'],
    ['sense: more off the shipping than it costs', { shippingLines: { nodes: [{ originalPriceSet: usd('5.00'), discountAllocations: [{ allocatedAmountSet: usd('6.00') }] }] } }, 'facts/contradictory', 'order.shippingLines.nodes[0]'],
    ['what shipping was', { shippingLines: { nodes: [{}] } }, 'facts/missing', 'order.shippingLines.nodes[0].originalPriceSet'],
  ])('lacks %s', (_name, change, code, path) =>
    expect(() => parseAdminOrder(admin(change))).toThrow(expect.objectContaining({ code, path })),
  );

  it('tells no status while no payment was so much as tried: nothing is paid', () => {
    const { facts } = parseAdminOrder(admin({ displayFinancialStatus: null, transactions: [] }));
    expect(facts.financialStatus).toBe('pending');
  });

  it('may lack what no decision rests on', () => {
    const transaction = {
      id: 'gid://shopify/OrderTransaction/9',
      kind: 'SALE',
      status: null,
      amountSet: usd('40.00'),
      createdAt: '2026-11-20T14:00:00Z',
    };
    const { facts } = parseAdminOrder({
      id: 'gid://shopify/Order/1003',
      name: '#1003',
      createdAt: '2026-11-20T14:00:00Z',
      currencyCode: 'USD',
      presentmentCurrencyCode: 'USD',
      taxesIncluded: false,
      displayFinancialStatus: 'PAID',
      totalPriceSet: usd('40.00'),
      lineItems: {
        nodes: [
          { id: 'gid://shopify/LineItem/1', quantity: 1, currentQuantity: 1, originalUnitPriceSet: usd('40.00') },
        ],
      },
      shippingLines: { nodes: [{ originalPriceSet: usd('5.00'), discountedPriceSet: usd('4.00') }] },
      fulfillments: [
        {
          id: 'gid://shopify/Fulfillment/7',
          createdAt: '2026-11-21T14:00:00Z',
          displayStatus: 'MARKED_AS_FULFILLED',
          fulfillmentLineItems: { nodes: [] },
          trackingInfo: [{ number: null }, { number: 'Z1' }],
        },
        { id: 'gid://shopify/Fulfillment/8', createdAt: '2026-11-21T14:00:00Z', fulfillmentLineItems: { nodes: [] } },
      ],
      refunds: [
        {
          id: 'gid://shopify/Refund/8',
          transactions: { nodes: [{ kind: 'REFUND', status: null, amountSet: usd('1.00') }] },
        },
      ],
      transactions: [transaction],
      returns: { nodes: [{ id: 'gid://shopify/Return/6', returnLineItems: { nodes: [{ quantity: 1 }] } }] },
    });
    expect(facts).toMatchObject({
      updatedAt: '2026-11-20T14:00:00Z',
      shipTo: null,
      tips: 0,
      lines: [
        { title: '', productId: null, variantId: null, inventoryItemId: null, requiresShipping: true, giftCard: false },
      ],
      shippingLines: [{ id: '0', title: '', price: 500, discount: 100, total: 400 }],
      fulfillments: [
        { status: 'success', shipmentStatus: null, tracking: [{ company: null, number: 'Z1', url: null }] },
        { shipmentStatus: null, tracking: [] },
      ],
      refunds: [{ createdAt: '2026-11-20T14:00:00Z', note: null, paid: 0 }],
      transactions: [{ status: 'unknown', gateway: '', parentId: null }],
      returns: [{ id: '6', name: '', status: 'open', lines: [] }],
    });
  });
});

describe('ids', () => {
  it.each([
    [1003, '1003'],
    [18446744073709551615n, '18446744073709551615'],
    ['gid://shopify/Order/1003?key=1', '1003'],
    ['1003', '1003'],
  ])('%s', (id, digits) => expect(legacyId(id)).toBe(digits));
  it.each(['-1', 'x1', 'gid://shopify/Order/', ''])('%s is none', (id) =>
    expect(() => legacyId(id)).toThrow('not a Shopify id'),
  );
  it('global ones are made once', () => {
    expect(gid('Order', '1003')).toBe('gid://shopify/Order/1003');
    expect(gid('Order', 'gid://shopify/Order/1003')).toBe('gid://shopify/Order/1003');
  });
  it('numbers of any size survive the way in and out', () => {
    const text = '{"id":18446744073709551615,"price":1.5,"text":"1234567890123456"}';
    expect(stringifyJson(parseJson(text))).toBe(text);
    expect(parseWebhookOrder(parseJson(stringifyJson({ ...anOrder(), id: 9007199254740993n }))).facts.id).toBe(
      '9007199254740993',
    );
  });
});
