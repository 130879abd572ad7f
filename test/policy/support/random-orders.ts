import fc from 'fast-check';
import type { Ask, DecisionRequest, LineFacts, OrderFacts, ReturnReason } from '../../../policy/index.ts';
import { DEFAULT_SETTINGS, sum } from '../../../policy/index.ts';
import { SHOP } from './builders.ts';

/** Any line: free ones, discounted to nothing, taxed or not, of one unit or several. */
const arbLine = fc
  .record({
    quantity: fc.integer({ min: 1, max: 7 }),
    unitPrice: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 99_999 })),
    discountPermille: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1000 })),
    taxPermille: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 270 })),
    duties: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9_999 })),
    requiresShipping: fc.boolean(),
  })
  .map(({ quantity, unitPrice, discountPermille, taxPermille, duties, requiresShipping }): Omit<LineFacts, 'id'> => {
    const before = unitPrice * quantity;
    const discount = Math.floor((before * discountPermille) / 1000);
    const total = before - discount;
    return {
      productId: null,
      variantId: null,
      inventoryItemId: null,
      title: 'something',
      variantTitle: null,
      sku: null,
      quantity,
      currentQuantity: quantity,
      requiresShipping,
      giftCard: false,
      unitPrice,
      discount,
      total,
      tax: Math.round((total * taxPermille) / 1000),
      duties,
      dutyIds: [],
    };
  });

const arbShippingLine = fc
  .record({ price: fc.integer({ min: 0, max: 5_000 }), tax: fc.integer({ min: 0, max: 900 }) })
  .map(({ price, tax }, id = 0) => ({
    id: String(id),
    title: 'Standard',
    price,
    discount: 0,
    total: price,
    tax: price > 0 ? tax : 0,
  }));

export const totalPaid = (order: Pick<OrderFacts, 'lines' | 'shippingLines' | 'tips' | 'taxesIncluded'>): number => {
  const tax = (amount: number) => (order.taxesIncluded ? 0 : amount);
  return (
    sum(order.lines.map((l) => l.total + tax(l.tax) + l.duties)) +
    sum(order.shippingLines.map((s) => s.total + tax(s.tax))) +
    order.tips
  );
};

/** An order that is paid, with nothing shipped and nothing refunded. */
export const arbOrder: fc.Arbitrary<OrderFacts> = fc
  .record({
    lines: fc.array(arbLine, { minLength: 1, maxLength: 4 }),
    shippingLines: fc.array(arbShippingLine, { maxLength: 2 }),
    tips: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2_000 })),
    taxesIncluded: fc.boolean(),
    currency: fc.constantFrom('USD', 'JPY', 'KWD', 'EUR'),
  })
  .map(({ lines, ...order }) => {
    const facts = { ...order, lines: lines.map((line, i) => ({ ...line, id: String(i + 1) })) };
    const total = totalPaid(facts);
    return {
      ...facts,
      id: '1003',
      name: '#1003',
      createdAt: '2026-10-01T00:00:00Z',
      updatedAt: '2026-10-01T00:00:00Z',
      cancelledAt: null,
      shopCurrency: order.currency,
      totalShop: total,
      total,
      financialStatus: 'paid',
      shipTo: 'US',
      contactable: { email: true, phone: false, name: true },
      fulfillments: [],
      refunds: [],
      transactions: [],
      returns: null,
      disputeOpen: null,
      tags: [],
    };
  });

/** Everything in one parcel. */
export const shipped = (order: OrderFacts): OrderFacts => ({
  ...order,
  fulfillments: [
    {
      id: '1',
      status: 'success',
      createdAt: '2026-10-02T00:00:00Z',
      lines: order.lines.map((l) => ({ lineItemId: l.id, quantity: l.quantity, fulfillmentLineItemId: null })),
      shipmentStatus: null,
      deliveredAt: null,
      tracking: [],
    },
  ],
});

export type Picked = Readonly<Record<string, number>>;

export const picked = (units: Picked) =>
  Object.entries(units)
    .filter(([, quantity]) => quantity > 0)
    .map(([lineItemId, quantity]) => ({ lineItemId, quantity }));

/** Every unit of the order, each put into one of some heaps: a way to split a refund. */
export const arbSplit = (order: OrderFacts, heaps: number): fc.Arbitrary<Picked[]> => {
  const units = order.lines.flatMap((line) => Array.from({ length: line.quantity }, () => line.id));
  return fc.array(fc.nat(heaps - 1), { minLength: units.length, maxLength: units.length }).map((into) =>
    Array.from({ length: heaps }, (_, heap) => {
      const pile: Record<string, number> = {};
      units.forEach((id, i) => {
        if (into[i] === heap) pile[id] = (pile[id] ?? 0) + 1;
      });
      return pile;
    }).filter((pile) => Object.keys(pile).length > 0),
  );
};

export const arbOrderAndSplit = fc
  .tuple(arbOrder, fc.integer({ min: 1, max: 4 }))
  .chain(([order, heaps]) => fc.record({ order: fc.constant(order), split: arbSplit(order, heaps) }));

export const arbReason = fc.constantFrom<ReturnReason>(
  'changed_mind',
  'defective',
  'wrong_item_sent',
  'refused_delivery',
);

export const request = (order: OrderFacts, ask: Ask): DecisionRequest => ({
  now: '2026-11-22T15:00:00Z',
  shop: SHOP,
  settings: DEFAULT_SETTINGS,
  order,
  ask,
});

/** Settling units that came back sound. A free order’s shipping had cost 3.00 (or 300 of what the currency has). */
export const settleAll = (reason: ReturnReason, units: Picked): Ask => ({
  kind: 'settle',
  return: { reason, lines: picked(units), originalShippingCost: 300 },
  parcel: { receivedAt: '2026-11-20T15:00:00Z' },
  inspection: picked(units).map((line) => ({ ...line, result: 'accepted' as const })),
});
