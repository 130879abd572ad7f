import { describe, expect, it } from 'vitest';
import { decide } from '../../policy/decide/decide.ts';
import { ledgerOf } from '../../policy/decide/ledger.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { parseSettings } from '../../policy/settings.ts';
import { NOW, orderFacts, SHOP } from './support/builders.ts';

const SETTINGS = parseSettings({});
const REFUNDED_AT = '2026-11-21T12:00:00Z';

/** Two headphones, one of them refunded without restock, one shipped before or after that. */
const oneRefundedOneShipped = (shippedAt: string | null): OrderFacts => {
  const facts = orderFacts();
  const line = facts.lines[0] as OrderFacts['lines'][number];
  return {
    ...facts,
    // Shopify goes on counting a unit that was refunded without restock as one to ship.
    lines: [{ ...line, currentQuantity: 1, unfulfilledQuantity: shippedAt === null ? 2 : 1 }],
    refunds: [
      {
        id: '900',
        createdAt: REFUNDED_AT,
        note: null,
        lines: [{ lineItemId: line.id, quantity: 1, subtotal: 4000, tax: 320, restock: 'none' }],
        shipping: 500,
        shippingTax: 0,
        duties: 0,
        paid: 4820,
      },
    ],
    fulfillments:
      shippedAt === null
        ? []
        : [
            {
              id: '800',
              status: 'success',
              createdAt: shippedAt,
              lines: [{ lineItemId: line.id, quantity: 1, fulfillmentLineItemId: null }],
              shipmentStatus: null,
              deliveredAt: null,
              tracking: [],
            },
          ],
  };
};

describe('a unit that was refunded because it was out of stock', () => {
  it.each([
    { case: 'nothing shipped yet', shippedAt: null, unshipped: 1, returnable: 0 },
    { case: 'the other shipped afterwards', shippedAt: '2026-11-21T15:00:00Z', unshipped: 0, returnable: 1 },
    { case: 'the other shipped in the same second', shippedAt: REFUNDED_AT, unshipped: 0, returnable: 1 },
  ])('is the one that is gone: $case', ({ shippedAt, unshipped, returnable }) => {
    const [entry] = ledgerOf(oneRefundedOneShipped(shippedAt), SETTINGS).lines;
    expect(entry).toMatchObject({ gone: 1, left: 1, unshipped, returnable });
  });

  it('is not paid a second time by a cancellation of the one that shipped', () => {
    const order = oneRefundedOneShipped('2026-11-21T15:00:00Z');
    const decision = decide({ now: NOW, shop: SHOP, settings: SETTINGS, order, ask: { kind: 'cancel' } });
    expect(decision).toMatchObject({ verdict: 'refused', action: 'offer_return', refund: null });
  });
});

describe('something that never comes', () => {
  const ask = (more: object, settings = {}) =>
    decide({
      now: NOW,
      shop: SHOP,
      settings: parseSettings(settings),
      order: orderFacts(),
      ask: { kind: 'stock-out', lines: [{ lineItemId: orderFacts().lines[0]?.id ?? '', quantity: 2 }], ...more },
    });

  it.each([
    { case: 'nobody was told yet', more: {} },
    { case: 'told an hour ago', more: { customerNotifiedAt: '2026-11-22T09:00:00-05:00' } },
    { case: 'the customer had agreed to wait', more: { answer: 'wait' } },
  ])('is refunded in full at once: $case', ({ more }) => {
    const decision = ask({ ...more, discontinued: true });
    expect(decision).toMatchObject({ verdict: 'granted', action: 'cancel_order', clauses: ['P9'] });
    expect(decision.refund?.total).toBe(9640);
  });
});
