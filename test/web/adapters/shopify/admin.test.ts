import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RefundInput } from '../../../../policy/app/ports.ts';
import { createShopifyAdmin, type ShopifyAdapter } from '../../../../web/adapters/shopify/admin.ts';
import { memoryTokenStore, someTokens } from './memory-token-store.ts';
import { problemsOf } from './schema-check.ts';
import { json, stubbornServer } from './stubborn-server.ts';

const SHOP = 'demo.myshopify.com';
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

let server: Awaited<ReturnType<typeof stubbornServer>>;
let shopify: ShopifyAdapter;

beforeEach(async () => {
  server = await stubbornServer();
  shopify = createShopifyAdmin({
    apiKey: 'key',
    apiSecret: 'secret',
    appUrl: 'https://makegood.example.com',
    address: server.address,
    tokens: memoryTokenStore({ [SHOP]: someTokens() }),
    log: silent as never,
    timeoutMs: 2000,
  });
});
afterEach(async () => {
  expect(server.left()).toBe(0);
  for (const { body } of server.seen) expect(problemsOf(String(body.query), body.variables as never)).toEqual([]);
  await server.stop();
});

const answers = (data: unknown) => server.will(json({ data }));
const sent = (index = 0) => server.seen[index]?.body.variables as Record<string, object>;
const bag = (amount: string, currencyCode = 'USD') => ({ presentmentMoney: { amount, currencyCode } });
const said = (...messages: string[]) => messages.map((message) => ({ message, field: null, code: null }));

it('reads the shop', async () => {
  answers({
    shop: {
      name: 'Demo',
      ianaTimezone: 'Europe/Berlin',
      currencyCode: 'EUR',
      contactEmail: 'a@b.example',
      shopAddress: { countryCodeV2: 'DE', formatted: ['12 Harbor Street', 'Springfield'] },
    },
    currentAppInstallation: { accessScopes: [{ handle: 'write_returns' }, { handle: 'write_orders' }] },
  });
  expect(await shopify.readShop(SHOP)).toEqual({
    address: ['Demo', '12 Harbor Street', 'Springfield'],
    name: 'Demo',
    ianaTimezone: 'Europe/Berlin',
    country: 'DE',
    currency: 'EUR',
    contactEmail: 'a@b.example',
    scopes: ['write_orders', 'write_returns'],
  });
});

describe('reading an order', () => {
  it('tells one that is not there', async () => {
    answers({ order: null });
    expect(await shopify.readOrder(SHOP, '1001')).toBeNull();
    expect(sent()).toEqual({ id: 'gid://shopify/Order/1001' });
  });

  it('refuses to act on one that can not be understood whole, and says what is wrong', async () => {
    answers({ order: { id: 'gid://shopify/Order/1001', name: '#1001' } });
    await expect(shopify.readOrder(SHOP, '1001')).rejects.toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('order.presentmentCurrencyCode'),
    });
  });
});

describe('cancelling an order', () => {
  const input = {
    orderId: '1001',
    reason: 'CUSTOMER' as const,
    restock: true,
    refund: true,
    staffNote: 'x'.repeat(300),
  };

  it('starts a job', async () => {
    answers({
      orderCancel: { jobResult: { id: 'gid://shopify/OrderCancelJobResult/ab-1' }, orderCancelUserErrors: [] },
    });
    expect(await shopify.cancelOrder(SHOP, input)).toEqual({ jobResult: 'gid://shopify/OrderCancelJobResult/ab-1' });
    expect(sent()).toEqual({
      orderId: 'gid://shopify/Order/1001',
      reason: 'CUSTOMER',
      restock: true,
      refund: true,
      staffNote: 'x'.repeat(255),
    });
    expect(server.seen[0]?.body.query).toContain('originalPaymentMethodsRefund: $refund');
  });

  it("is refused in Shopify's words", async () => {
    answers({
      orderCancel: {
        jobResult: null,
        orderCancelUserErrors: said('Cannot cancel an order that has already been canceled'),
      },
    });
    await expect(shopify.cancelOrder(SHOP, input)).rejects.toMatchObject({
      outcome: 'refused',
      message: 'CancelOrder: Cannot cancel an order that has already been canceled',
    });
  });

  it.each([
    [
      "Shopify's own trouble",
      {
        orderCancel: {
          jobResult: null,
          orderCancelUserErrors: [{ message: 'Oops', code: 'INTERNAL_ERROR', field: null }],
        },
      },
    ],
    ['an answer without a job', { orderCancel: { jobResult: null, orderCancelUserErrors: [] } }],
    ['no answer to it at all', { orderCancel: null }],
  ])('is unknown after %s', async (_what, data) => {
    answers(data);
    await expect(shopify.cancelOrder(SHOP, input)).rejects.toMatchObject({ outcome: 'unknown' });
  });

  it.each([
    [
      'runs',
      { done: false, status: 'STARTED', errors: [], order: { cancelledAt: null } },
      { done: false, failed: false, errors: [], cancelledAt: null },
    ],
    [
      'is done',
      { done: true, status: 'SUCCEEDED', errors: [], order: { cancelledAt: '2026-11-23T10:00:00Z' } },
      { done: true, failed: false, errors: [], cancelledAt: '2026-11-23T10:00:00Z' },
    ],
    [
      'failed',
      { done: true, status: 'FAILED', errors: said('Order has returns'), order: { cancelledAt: null } },
      { done: true, failed: true, errors: ['Order has returns'], cancelledAt: null },
    ],
    ['is forgotten', null, { done: true, failed: false, errors: [], cancelledAt: null }],
  ])('tells that the job %s', async (_what, node, expected) => {
    answers({ node: node === null ? null : { __typename: 'OrderCancelJobResult', ...node } });
    expect(await shopify.cancelJob(SHOP, 'gid://shopify/OrderCancelJobResult/1')).toEqual(expected);
  });
});

describe('a refund of lines', () => {
  const input: RefundInput = {
    orderId: '1001',
    currency: 'USD',
    lines: [{ lineItemId: '11', quantity: 2, restock: 'CANCEL' }],
    shipping: 500,
    dutyIds: ['7'],
  };
  const tenders = [
    { parentId: '900', gateway: 'gift_card', kind: 'SUGGESTED_REFUND', amount: 1000 },
    { parentId: '901', gateway: 'visa', kind: 'SUGGESTED_REFUND', amount: 3820 },
  ];

  it('is first summed up by Shopify, with the payments it would go back to', async () => {
    answers({
      order: {
        suggestedRefund: {
          amountSet: bag('48.2'),
          maximumRefundableSet: bag('96.40'),
          discountedSubtotalSet: bag('40.00'),
          totalTaxSet: bag('3.20'),
          shipping: { amountSet: bag('5.00') },
          suggestedTransactions: [
            {
              gateway: 'gift_card',
              kind: 'SUGGESTED_REFUND',
              amountSet: bag('10.0'),
              parentTransaction: { id: 'gid://shopify/OrderTransaction/900' },
            },
            {
              gateway: 'visa',
              kind: 'SUGGESTED_REFUND',
              amountSet: bag('38.2'),
              parentTransaction: { id: 'gid://shopify/OrderTransaction/901' },
            },
            {
              gateway: 'other',
              kind: 'SUGGESTED_REFUND',
              amountSet: bag('0.0'),
              parentTransaction: { id: 'gid://shopify/OrderTransaction/902' },
            },
          ],
        },
      },
    });
    expect(await shopify.suggestedRefund(SHOP, input)).toEqual({
      amount: 4820,
      maximum: 9640,
      parts: { items: 4000, tax: 320, shipping: 500, fees: null },
      tenders,
    });
    expect(sent()).toEqual({
      id: 'gid://shopify/Order/1001',
      whole: false,
      lines: [{ lineItemId: 'gid://shopify/LineItem/11', quantity: 2, restockType: 'CANCEL' }],
      shipping: '5.00',
      duties: [{ dutyId: 'gid://shopify/Duty/7', refundType: 'PROPORTIONAL' }],
    });
  });

  it('of all that is left is asked for without naming lines: there may be more than an input takes', async () => {
    answers({ order: null });
    await expect(shopify.suggestedRefund(SHOP, { ...input, whole: true })).rejects.toMatchObject({
      outcome: 'unavailable',
    });
    expect(sent()).toMatchObject({ whole: true, lines: [] });
  });

  it('moves money under its key, tender by tender', async () => {
    answers({
      refundCreate: {
        refund: {
          id: 'gid://shopify/Refund/55',
          createdAt: '2026-11-23T10:00:00Z',
          transactions: {
            nodes: [
              { kind: 'REFUND', status: 'SUCCESS', amountSet: bag('10.00') },
              { kind: 'REFUND', status: 'PENDING', amountSet: bag('38.20') },
              { kind: 'REFUND', status: 'FAILURE', amountSet: bag('1.00') },
            ],
          },
        },
        userErrors: [],
      },
    });
    expect(await shopify.refund(SHOP, { ...input, tenders, key: 'key-1', note: 'P9' })).toEqual({
      refundId: '55',
      amount: 4820,
    });
    expect(server.seen[0]?.body.query).toContain('refundCreate(input: $input) @idempotent(key: $key)');
    expect(sent()).toEqual({
      key: 'key-1',
      input: {
        orderId: 'gid://shopify/Order/1001',
        currency: 'USD',
        note: 'P9',
        notify: false,
        refundLineItems: [{ lineItemId: 'gid://shopify/LineItem/11', quantity: 2, restockType: 'CANCEL' }],
        refundDuties: [{ dutyId: 'gid://shopify/Duty/7', refundType: 'PROPORTIONAL' }],
        shipping: { amount: '5.00' },
        transactions: [
          {
            orderId: 'gid://shopify/Order/1001',
            parentId: 'gid://shopify/OrderTransaction/900',
            gateway: 'gift_card',
            kind: 'REFUND',
            amount: '10.00',
          },
          {
            orderId: 'gid://shopify/Order/1001',
            parentId: 'gid://shopify/OrderTransaction/901',
            gateway: 'visa',
            kind: 'REFUND',
            amount: '38.20',
          },
        ],
      },
    });
  });

  it.each([
    ['JPY', 500, '500'],
    ['KWD', 1234, '1.234'],
    ['USD', 5, '0.05'],
  ])('writes amounts as %s has them', async (currency, minor, written) => {
    answers({
      refundCreate: {
        refund: { id: 'gid://shopify/Refund/1', createdAt: null, transactions: { nodes: [] } },
        userErrors: [],
      },
    });
    await shopify.refund(SHOP, {
      ...input,
      currency,
      shipping: 0,
      tenders: [{ parentId: '900', gateway: 'visa', kind: 'SUGGESTED_REFUND', amount: minor }],
      key: 'k',
      note: '',
    });
    expect(sent()).toHaveProperty('input.transactions[0].amount', written);
    expect(sent()?.input).not.toHaveProperty('shipping');
  });

  it.each([
    ['refused', 'Refund amount $25.00 is greater than net payment received $15.00'],
    ['unknown', 'A concurrent request with the same idempotency key is in progress'],
  ])('is %s: %s', async (outcome, message) => {
    answers({ refundCreate: { refund: null, userErrors: [{ message, field: null }] } });
    await expect(shopify.refund(SHOP, { ...input, tenders, key: 'k', note: '' })).rejects.toMatchObject({ outcome });
  });
});

/** Line 11 goes back to two places; line 12 to one. */
const RETURN = {
  id: 'gid://shopify/Return/70',
  name: '#1001-R1',
  status: 'OPEN',
  createdAt: '2026-11-23T10:00:00Z',
  returnLineItems: {
    pageInfo: { hasNextPage: false },
    nodes: [
      {
        __typename: 'ReturnLineItem',
        id: 'gid://shopify/ReturnLineItem/71',
        quantity: 3,
        processedQuantity: 1,
        returnReasonNote: 'RMA-4F7K2QZ defective',
        fulfillmentLineItem: {
          id: 'gid://shopify/FulfillmentLineItem/1',
          lineItem: { id: 'gid://shopify/LineItem/11' },
        },
      },
      {
        __typename: 'ReturnLineItem',
        id: 'gid://shopify/ReturnLineItem/72',
        quantity: 1,
        processedQuantity: 1,
        returnReasonNote: 'RMA-4F7K2QZ defective',
        fulfillmentLineItem: {
          id: 'gid://shopify/FulfillmentLineItem/2',
          lineItem: { id: 'gid://shopify/LineItem/12' },
        },
      },
      { __typename: 'UnverifiedReturnLineItem', id: 'gid://shopify/UnverifiedReturnLineItem/73', quantity: 1 },
    ],
  },
  reverseFulfillmentOrders: {
    pageInfo: { hasNextPage: false },
    nodes: [
      {
        id: 'gid://shopify/ReverseFulfillmentOrder/80',
        lineItems: {
          pageInfo: { hasNextPage: false },
          nodes: [
            {
              id: 'gid://shopify/ReverseFulfillmentOrderLineItem/81',
              totalQuantity: 2,
              fulfillmentLineItem: { id: 'gid://shopify/FulfillmentLineItem/1' },
            },
            {
              id: 'gid://shopify/ReverseFulfillmentOrderLineItem/82',
              totalQuantity: 1,
              fulfillmentLineItem: { id: 'gid://shopify/FulfillmentLineItem/2' },
            },
          ],
        },
      },
      {
        id: 'gid://shopify/ReverseFulfillmentOrder/85',
        lineItems: {
          pageInfo: { hasNextPage: false },
          nodes: [
            {
              id: 'gid://shopify/ReverseFulfillmentOrderLineItem/86',
              totalQuantity: 1,
              fulfillmentLineItem: { id: 'gid://shopify/FulfillmentLineItem/1' },
            },
          ],
        },
      },
    ],
  },
};
const JOINED = {
  id: '70',
  name: '#1001-R1',
  lines: [
    {
      returnLineItemId: '71',
      reverseFulfillmentOrderId: '80',
      reverseFulfillmentOrderLineItemId: '81',
      lineItemId: '11',
      quantity: 2,
    },
    {
      returnLineItemId: '71',
      reverseFulfillmentOrderId: '85',
      reverseFulfillmentOrderLineItemId: '86',
      lineItemId: '11',
      quantity: 1,
    },
    {
      returnLineItemId: '72',
      reverseFulfillmentOrderId: '80',
      reverseFulfillmentOrderLineItemId: '82',
      lineItemId: '12',
      quantity: 1,
    },
  ],
};
const LIBRARY = {
  returnReasonDefinitions: {
    nodes: [
      { id: 'gid://shopify/ReturnReasonDefinition/6', handle: 'damaged-or-defective' },
      { id: 'gid://shopify/ReturnReasonDefinition/5', handle: 'other-reason' },
    ],
  },
};

describe('a return', () => {
  const line = (reason: string, note = '') => ({ fulfillmentLineItemId: '1', quantity: 3, reason, note });
  const open = (lines: ReturnType<typeof line>[], shippingFee: number | null = null) =>
    shopify.createReturn(SHOP, { orderId: '1001', lines, shippingFee, currency: 'USD' });

  it('is opened with its fee, and read back with the ids that settling it wants', async () => {
    answers(LIBRARY);
    answers({ returnCreate: { return: RETURN, userErrors: [] } });
    expect(await open([line('defective', 'no sound left')], 650)).toEqual(JOINED);
    expect(sent(1)?.input).toEqual({
      orderId: 'gid://shopify/Order/1001',
      returnLineItems: [
        {
          fulfillmentLineItemId: 'gid://shopify/FulfillmentLineItem/1',
          quantity: 3,
          returnReasonDefinitionId: 'gid://shopify/ReturnReasonDefinition/6',
          returnReasonNote: 'no sound left',
        },
      ],
      returnShippingFee: { amount: { amount: '6.50', currencyCode: 'USD' } },
    });
  });

  it.each([
    { taxesIncluded: false, tax: 640, exchange: 8640 },
    { taxesIncluded: true, tax: 0, exchange: 8000 },
  ])('is previewed to the minor unit: prices with tax $taxesIncluded', async ({ taxesIncluded, tax, exchange }) => {
    const money = (amount: string) => bag(amount);
    answers({
      returnCalculate: {
        returnLineItems: [
          { subtotalSet: money('40.0'), totalTaxSet: money('3.2'), restockingFee: { amountSet: money('4.01') } },
          { subtotalSet: money('40.0'), totalTaxSet: money('3.2'), restockingFee: null },
        ],
        exchangeLineItems: [{ subtotalSet: money('80.0'), totalTaxSet: money('6.4') }],
        returnShippingFee: { amountSet: money('6.5') },
      },
    });
    const asked = {
      orderId: '1001',
      lines: [{ ...line('defective'), restockingPercent: 10 }],
      exchanges: [{ variantId: '5', quantity: 2 }],
      shippingFee: 650,
      currency: 'USD',
      taxesIncluded,
    };
    expect(await shopify.previewReturn(SHOP, asked)).toEqual({
      items: 8000,
      tax,
      restocking: 401,
      shippingFee: 650,
      exchange,
    });
    expect(sent()?.input).toEqual({
      orderId: 'gid://shopify/Order/1001',
      returnLineItems: [
        {
          fulfillmentLineItemId: 'gid://shopify/FulfillmentLineItem/1',
          quantity: 3,
          restockingFee: { percentage: 10 },
        },
      ],
      exchangeLineItems: [{ variantId: 'gid://shopify/ProductVariant/5', quantity: 2 }],
      returnShippingFee: { amount: { amount: '6.50', currencyCode: 'USD' } },
    });
  });

  it('asks for the shop\'s reasons once, falls back to the older ones, and gives "other" its note', async () => {
    answers(LIBRARY);
    answers({ returnCreate: { return: RETURN, userErrors: [] } });
    answers({ returnCreate: { return: RETURN, userErrors: [] } });
    await open([line('changed_mind')]);
    await open([line('refused_delivery')], 0);
    expect(sent(1)?.input).toMatchObject({
      returnLineItems: [
        {
          returnReason: 'UNWANTED',
          returnReasonNote: 'Changed their mind',
        },
      ],
    });
    expect(sent(2)?.input).toMatchObject({
      returnLineItems: [
        {
          returnReasonDefinitionId: 'gid://shopify/ReturnReasonDefinition/5',
          returnReasonNote: 'Customer refused the delivery',
        },
      ],
    });
    expect(sent(2)?.input).not.toHaveProperty('returnShippingFee');
  });

  it('is refused before anything is sent where it has too many lines', async () => {
    await expect(open(Array.from({ length: 251 }, () => line('defective')))).rejects.toMatchObject({
      outcome: 'refused',
    });
    expect(server.seen).toEqual([]);
  });

  it('is found again after a lost answer, with what was paid for it', async () => {
    answers({ order: { returns: { nodes: [{ id: RETURN.id }] } } });
    answers({
      return: {
        ...RETURN,
        refunds: {
          nodes: [
            {
              id: 'gid://shopify/Refund/9',
              createdAt: '2026-11-23T11:00:00Z',
              transactions: { nodes: [{ kind: 'REFUND', status: 'SUCCESS', amountSet: bag('43.20') }] },
            },
          ],
        },
      },
    });
    expect(await shopify.readReturns(SHOP, '1001')).toEqual([
      {
        ...JOINED,
        status: 'open',
        createdAt: RETURN.createdAt,
        notes: ['RMA-4F7K2QZ defective', 'RMA-4F7K2QZ defective'],
        processed: 2,
        refunds: [{ id: '9', amount: 4320, createdAt: '2026-11-23T11:00:00Z' }],
      },
    ]);
  });

  it.each([null, 'https://track.example/1Z'])('records how it travels (%s)', async (url) => {
    answers({
      reverseDeliveryCreateWithShipping: { reverseDelivery: { id: 'gid://shopify/ReverseDelivery/1' }, userErrors: [] },
    });
    await shopify.recordTracking(SHOP, { reverseFulfillmentOrderId: '80', number: '1Z', url });
    expect(sent()).toEqual({
      id: 'gid://shopify/ReverseFulfillmentOrder/80',
      tracking: url === null ? { number: '1Z' } : { number: '1Z', url },
    });
  });

  it('is closed, or not', async () => {
    answers({ returnClose: { return: { id: RETURN.id, status: 'CLOSED' }, userErrors: [] } });
    await shopify.closeReturn(SHOP, '70');
    expect(sent()).toEqual({ id: 'gid://shopify/Return/70' });
    answers({ returnClose: { return: null, userErrors: said('Return is not closable.') } });
    await expect(shopify.closeReturn(SHOP, '70')).rejects.toMatchObject({ outcome: 'refused' });
  });

  it('is opened again, or not', async () => {
    answers({ returnReopen: { return: { id: RETURN.id, status: 'OPEN' }, userErrors: [] } });
    await shopify.reopenReturn(SHOP, '70');
    expect(sent()).toEqual({ id: 'gid://shopify/Return/70' });
    answers({ returnReopen: { return: null, userErrors: said('Return status is invalid.') } });
    await expect(shopify.reopenReturn(SHOP, '70')).rejects.toMatchObject({ outcome: 'refused' });
  });
});

/** What Shopify says that its sum is made of. */
const PARTS = {
  discountedSubtotal: bag('40.00'),
  totalTax: bag('3.20'),
  totalAdditionalFees: bag('9.00'),
  shipping: { amountSet: bag('2.50') },
};

describe('settling a return', () => {
  const money = { returnId: '70', currency: 'USD' };

  it('asks Shopify what it comes to', async () => {
    answers({
      return: {
        suggestedFinancialOutcome: {
          maximumRefundable: bag('96.40'),
          ...PARTS,
          financialTransfer: {
            __typename: 'RefundReturnOutcome',
            amount: bag('36.70'),
            suggestedTransactions: [
              {
                gateway: 'visa',
                kind: 'SUGGESTED_REFUND',
                amountSet: bag('36.70'),
                parentTransaction: { id: 'gid://shopify/OrderTransaction/901' },
              },
            ],
          },
        },
      },
    });
    const asked = { ...money, lines: [{ returnLineItemId: '71', quantity: 1 }], refundShipping: 250 };
    expect(await shopify.suggestedReturnMoney(SHOP, asked)).toEqual({
      amount: 3670,
      maximum: 9640,
      parts: { items: 4000, tax: 320, shipping: 250, fees: 900 },
      tenders: [{ parentId: '901', gateway: 'visa', kind: 'SUGGESTED_REFUND', amount: 3670 }],
    });
    expect(sent()).toEqual({
      id: 'gid://shopify/Return/70',
      lines: [{ id: 'gid://shopify/ReturnLineItem/71', quantity: 1 }],
      exchanges: [],
      shipping: { shippingRefundAmount: { amount: '2.50', currencyCode: 'USD' } },
    });
  });

  it('takes an invoice for what it is: nothing goes back, and an exchange is not even', async () => {
    const invoice = {
      return: {
        suggestedFinancialOutcome: {
          maximumRefundable: bag('96.40'),
          ...PARTS,
          financialTransfer: { __typename: 'InvoiceReturnOutcome', amount: bag('3.00') },
        },
      },
    };
    answers(invoice);
    const asked = { ...money, lines: [], refundShipping: 0 };
    expect(await shopify.suggestedReturnMoney(SHOP, asked)).toMatchObject({ amount: 0, maximum: 9640, tenders: [] });
    const exchanges = [{ exchangeLineItemId: '91', quantity: 1 }];
    answers(invoice);
    expect(await shopify.suggestedReturnMoney(SHOP, { ...asked, exchanges })).toMatchObject({ amount: -300 });
  });

  const settle = (tenders: { parentId: string; gateway: string; kind: string; amount: number }[]) =>
    shopify.processReturn(SHOP, {
      ...money,
      lines: [
        {
          returnLineItemId: '71',
          quantity: 2,
          dispositions: [
            { reverseFulfillmentOrderLineItemId: '81', quantity: 1, type: 'RESTOCKED' },
            { reverseFulfillmentOrderLineItemId: '81', quantity: 1, type: 'NOT_RESTOCKED' },
          ],
        },
      ],
      refundShipping: 0,
      tenders,
      note: 'P12',
    });
  const earlier = {
    id: 'gid://shopify/Refund/8',
    createdAt: '2026-11-20T10:00:00Z',
    transactions: { nodes: [{ kind: 'REFUND', status: 'SUCCESS', amountSet: bag('5.00') }] },
  };
  const now = {
    id: 'gid://shopify/Refund/9',
    createdAt: '2026-11-23T10:00:00Z',
    transactions: { nodes: [{ kind: 'REFUND', status: 'PENDING', amountSet: bag('36.70') }] },
  };
  const before = {
    return: {
      refunds: { nodes: [{ id: earlier.id }] },
      order: { fulfillments: [{ location: null }, { location: { id: 'gid://shopify/Location/3' } }] },
    },
  };

  it('pays, says where the goods go, and tells its own refund from earlier ones', async () => {
    answers(before);
    answers({ returnProcess: { return: { id: RETURN.id, refunds: { nodes: [earlier, now] } }, userErrors: [] } });
    expect(await settle([{ parentId: '901', gateway: 'visa', kind: 'SUGGESTED_REFUND', amount: 3670 }])).toEqual({
      refundId: '9',
      amount: 3670,
    });
    expect(sent(1)?.input).toEqual({
      returnId: 'gid://shopify/Return/70',
      note: 'P12',
      notifyCustomer: false,
      returnLineItems: [
        {
          id: 'gid://shopify/ReturnLineItem/71',
          quantity: 2,
          dispositions: [
            {
              reverseFulfillmentOrderLineItemId: 'gid://shopify/ReverseFulfillmentOrderLineItem/81',
              quantity: 1,
              dispositionType: 'RESTOCKED',
              locationId: 'gid://shopify/Location/3',
            },
            {
              reverseFulfillmentOrderLineItemId: 'gid://shopify/ReverseFulfillmentOrderLineItem/81',
              quantity: 1,
              dispositionType: 'NOT_RESTOCKED',
            },
          ],
        },
      ],
      financialTransfer: {
        issueRefund: {
          orderTransactions: [
            {
              parentId: 'gid://shopify/OrderTransaction/901',
              transactionAmount: { amount: '36.70', currencyCode: 'USD' },
            },
          ],
        },
      },
    });
  });

  it('names each return line once, where its units go back to two places', async () => {
    answers(before);
    answers({ returnProcess: { return: { id: RETURN.id, refunds: { nodes: [] } }, userErrors: [] } });
    const part = (rfo: string) => ({
      returnLineItemId: '71',
      quantity: 1,
      dispositions: [{ reverseFulfillmentOrderLineItemId: rfo, quantity: 1, type: 'MISSING' as const }],
    });
    await shopify.processReturn(SHOP, {
      ...money,
      lines: [part('81'), part('86')],
      refundShipping: 0,
      tenders: [],
      note: '',
    });
    expect(sent(1)?.input).toMatchObject({
      returnLineItems: [
        {
          id: 'gid://shopify/ReturnLineItem/71',
          quantity: 2,
          dispositions: [{ quantity: 1 }, { quantity: 1 }],
        },
      ],
    });
  });

  it('books a return that nothing is paid for', async () => {
    answers(before);
    answers({ returnProcess: { return: { id: RETURN.id, refunds: { nodes: [earlier] } }, userErrors: [] } });
    expect(await settle([])).toEqual({ refundId: null, amount: 0 });
    expect(sent(1)?.input).not.toHaveProperty('financialTransfer');
  });

  it('moves nothing where the return is not there', async () => {
    answers({ return: null });
    await expect(settle([])).rejects.toMatchObject({ outcome: 'refused' });
    expect(server.seen).toHaveLength(1);
  });

  it("is refused in Shopify's words", async () => {
    answers(before);
    answers({ returnProcess: { return: null, userErrors: said('Return line item has an invalid quantity.') } });
    await expect(settle([])).rejects.toMatchObject({
      outcome: 'refused',
      message: 'ProcessReturn: Return line item has an invalid quantity.',
    });
  });
});
