import { describe, expect, it } from 'vitest';
import { type OrderFacts, parseAdminOrder, parseWebhookOrder } from '../../policy/index.ts';
import { anAdminOrder, anOrder, type OrderOptions } from './support/builders.ts';

/** What only the Admin API tells. */
const told = (facts: OrderFacts) => {
  const { outstanding: _outstanding, returns: _returns, disputeOpen: _disputeOpen, ...rest } = facts;
  return {
    ...rest,
    lines: rest.lines.map((line) => ({ ...line, inventoryItemId: null })),
    fulfillments: rest.fulfillments.map((parcel) => ({
      ...parcel,
      lines: parcel.lines.map((line) => ({ ...line, fulfillmentLineItemId: null })),
    })),
    transactions: [],
  };
};

const ORDERS: Record<string, OrderOptions> = {
  plain: {},
  'discounted, two lines, several shipping lines, one discounted': {
    lines: [
      { price: '19.99', quantity: 3, discount: '6.01', tax: '4.32' },
      { price: '5.00', quantity: 1, productId: null, requiresShipping: false },
    ],
    shipping: [
      { price: '7.50', tax: '0.60' },
      { price: '5.00', discount: '5.00' },
    ],
  },
  'tax included, Germany, euros': {
    taxesIncluded: true,
    currency: 'EUR',
    shipTo: 'DE',
    lines: [{ price: '119.00', quantity: 1, tax: '19.00' }],
  },
  'paid in yen by a customer of a shop in dollars': {
    presentment: { currency: 'JPY', rate: 0.0065 },
    shipTo: 'JP',
    lines: [{ price: '6000', quantity: 2, tax: '1200' }],
    shipping: '800',
  },
  'three decimals': {
    currency: 'KWD',
    shipTo: 'KW',
    lines: [{ price: '12.345', quantity: 3, tax: '0' }],
    shipping: '1.500',
  },
  'a tip, duties, a gift card': {
    tips: '5.00',
    lines: [{ duties: '12.00' }, { price: '25.00', quantity: 1, giftCard: true, requiresShipping: false }],
  },
  'part shipped, delivered, tracked; part refunded': {
    lines: [{ quantity: 4, tax: '12.80' }],
    parcels: [
      {
        lines: { 1: 1 },
        at: '2026-11-01T09:00:00Z',
        deliveredAt: '2026-11-04T09:00:00Z',
        shipmentStatus: 'delivered',
        tracking: '1Z999AA10123456784',
      },
      { lines: { 1: 1 }, at: '2026-11-02T09:00:00Z', status: 'cancelled' },
    ],
    refunds: [{ lines: { 1: 2 }, restock: 'cancel', shipping: '5.00' }],
    financialStatus: 'partially_refunded',
  },
  'edited: one unit removed': { lines: [{ quantity: 3, currentQuantity: 2, tax: '9.60' }] },
  'no customer, no email, no shipping line, no address': {
    email: null,
    customerName: null,
    shipping: [],
    shipTo: null,
  },
  'cancelled, voided, id beyond 2^53': {
    id: 9007199254740993n,
    cancelledAt: '2026-11-21T00:00:00Z',
    financialStatus: 'voided',
  },
};

describe('the webhook and the Admin API tell the same facts', () => {
  it.each(Object.entries(ORDERS))('%s', (_name, options) => {
    const webhook = parseWebhookOrder(anOrder(options));
    const admin = parseAdminOrder(anAdminOrder(options));
    expect(told(admin.facts)).toEqual(told(webhook.facts));
    expect(admin.contact).toEqual(webhook.contact);
  });
});

describe('what only the Admin API tells', () => {
  it('returns, disputes, and the ids that returns are made of', () => {
    const order = anAdminOrder({ unitsShipped: 1 });
    const { facts } = parseAdminOrder({
      ...order,
      disputes: [{ id: 'gid://shopify/OrderDisputeSummary/1', status: 'UNDER_REVIEW' }],
      returns: {
        pageInfo: { hasNextPage: false },
        nodes: [
          {
            id: 'gid://shopify/Return/5',
            name: '#1003-R1',
            status: 'OPEN',
            returnLineItems: {
              pageInfo: { hasNextPage: false },
              nodes: [{ quantity: 1, fulfillmentLineItem: { lineItem: { id: 'gid://shopify/LineItem/1' } } }],
            },
          },
        ],
      },
    });
    expect(facts.disputeOpen).toBe(true);
    expect(facts.returns).toEqual([
      { id: '5', name: '#1003-R1', status: 'open', lines: [{ lineItemId: '1', quantity: 1 }] },
    ]);
    expect(facts.lines[0]?.inventoryItemId).toBe('10100');
    expect(facts.fulfillments[0]?.lines[0]?.fulfillmentLineItemId).toBe('7000');
  });

  it('a dispute that was won is no open one', () => {
    const { facts } = parseAdminOrder({
      ...anAdminOrder(),
      disputes: [{ id: 'gid://shopify/OrderDisputeSummary/1', status: 'WON' }],
    });
    expect(facts.disputeOpen).toBe(false);
  });

  it('the line of a tip is no goods', () => {
    const order = anAdminOrder({
      tips: '5.00',
      lines: [{}, { title: 'Tip', price: '5.00', quantity: 1, productId: null, requiresShipping: false }],
    });
    const { facts } = parseAdminOrder(order);
    expect(facts.tips).toBe(500);
    expect(facts.lines.map((line) => line.title)).toEqual(['Headphones']);
  });

  it.each(['lineItems', 'shippingLines', 'fulfillments', 'refunds', 'transactions', 'returns'] as const)(
    'a further page of %s is named, not left out',
    (list) => {
      const order = { ...anAdminOrder(), [list]: { pageInfo: { hasNextPage: true }, nodes: [] } };
      expect(() => parseAdminOrder(order)).toThrow(
        expect.objectContaining({ code: 'facts/missing', path: `order.${list}` }),
      );
    },
  );
});
