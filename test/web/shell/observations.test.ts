import { describe, expect, it } from 'vitest';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { orderObserved } from '../../../web/shell/commands/observations.ts';
import type { Context, World } from '../../../web/shell/handler.ts';
import { orderFacts } from '../../policy/support/builders.ts';

const SECOND = '2026-11-23T10:00:00Z';
const known = (over: Partial<OrderFacts> = {}): OrderFacts => ({
  ...orderFacts(),
  updatedAt: SECOND,
  returns: [],
  ...over,
});
const refunded = {
  refunds: [{ id: '9', createdAt: SECOND, note: null, lines: [], shipping: 0, shippingTax: 0, duties: 0, paid: 4320 }],
};

const observe = (stored: OrderFacts, facts: OrderFacts) => {
  const shop = { installedAt: SECOND };
  const world = { shop, order: { facts: stored }, cases: [], files: [] } as unknown as World;
  const context = { ids: { id: () => 'id' }, now: SECOND } as unknown as Context;
  const verdict = orderObserved.decide(world, { kind: 'order.observed', facts, contact: {} }, context);
  if (!verdict.ok) throw new Error(verdict.because);
  return {
    stores: verdict.changes.orders?.[0]?.facts,
    reads: (verdict.changes.effects ?? []).map((one) => one.effect.kind),
  };
};

describe('two states of one second', () => {
  const webhook = (over: Partial<OrderFacts> = {}): OrderFacts => known({ returns: null, ...over });

  it('that differ in what an amount rests on are settled by reading the order, whichever came first', () => {
    for (const [stored, facts] of [
      [known(refunded), webhook()],
      [known(), webhook(refunded)],
      [webhook(), webhook(refunded)],
    ] as const)
      expect(observe(stored, facts)).toEqual({ stores: undefined, reads: ['shopify.read-order'] });
  });

  it('that say the same are taken as they are', () => {
    expect(observe(known(), webhook({ tags: ['new'] }))).toMatchObject({ stores: { tags: ['new'] }, reads: [] });
  });

  it('of which one was read from Shopify: that one counts', () => {
    expect(observe(webhook(), known(refunded))).toMatchObject({ stores: refunded, reads: [] });
  });
});

it('an older state changes nothing', () => {
  const older = known({ updatedAt: '2026-11-23T09:59:59Z', returns: null });
  expect(observe(known(refunded), older)).toEqual({ stores: undefined, reads: [] });
});
