import { describe, expect, it } from 'vitest';
import { naturalAsks } from '../../policy/backtest/index.ts';
import { decide } from '../../policy/decide/decide.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { DEFAULT_SETTINGS, parseSettings } from '../../policy/settings.ts';
import { aDecisionRequest } from './support/builders.ts';

const NOW = '2028-01-01T00:00:00Z';
const PLACED = { createdAt: '2026-09-20T09:00:00-04:00' };
const SHIPPED = { ...PLACED, unitsShipped: 2, shippedAt: '2026-09-21T09:00:00-04:00' };
const order = (spec: object, over: Partial<OrderFacts> = {}): OrderFacts => ({
  ...aDecisionRequest({ kind: 'cancel' }, { order: spec }).order,
  ...over,
});
const asked = (facts: OrderFacts, now = NOW) => naturalAsks(facts, DEFAULT_SETTINGS, now);
const kinds = (facts: OrderFacts, now = NOW): readonly string[] => asked(facts, now).map(({ about }) => about);

const RETURNS = [
  'return.changed_mind',
  'return.customer_ordered_wrong',
  'return.defective',
  'return.wrong_item_sent',
  'return.missing_item',
  'return.refused_delivery',
];

describe('the questions an order stands for', () => {
  it.each([
    ['nothing shipped', order(PLACED), ['cancel.before-shipping']],
    ['cancelled', order(PLACED, { cancelledAt: '2026-09-20T10:00:00Z' }), []],
    [
      'shipped, and nobody has had time to send it back',
      order(SHIPPED),
      ['cancel.before-shipping', 'cancel.after-shipping', ...RETURNS],
      '2026-09-23T00:00:00Z',
    ],
    [
      'shipped long ago',
      order(SHIPPED),
      [
        'cancel.before-shipping',
        'cancel.after-shipping',
        ...RETURNS,
        'settle.changed_mind.accepted',
        'settle.changed_mind.missing_components',
        'settle.defective.accepted',
        'settle.defective.no_fault_found',
        'settle.wrong_item_sent.accepted',
      ],
      '2032-01-01T00:00:00Z',
    ],
  ] as const)('%s', (_, facts, expected, now: string = NOW) => {
    expect(kinds(facts, now)).toEqual(expected);
  });

  it('asks nothing about units that are gone, and nothing later than now', () => {
    const facts = order(SHIPPED);
    const gone = {
      ...facts,
      lines: facts.lines.map((line) => ({ ...line, currentQuantity: 0, unfulfilledQuantity: 0 })),
    };
    expect(kinds(gone)).toEqual([]);
    for (const { now } of asked(facts, '2026-09-25T00:00:00Z')) {
      expect(Date.parse(now)).toBeLessThanOrEqual(Date.parse('2026-09-25T00:00:00Z'));
    }
  });

  it('asks of an order before it shipped as it was then', () => {
    const [first] = asked(order(SHIPPED));
    expect(first).toMatchObject({ about: 'cancel.before-shipping', order: { fulfillments: [] } });
    expect(Date.parse(first?.now ?? '')).toBeLessThan(Date.parse(SHIPPED.shippedAt));
  });

  it('sends what the version in force wants to see', () => {
    const settings = parseSettings({ 'evidence.minPhotos.defective': 4 });
    const found = naturalAsks(order(SHIPPED), settings, NOW).find(({ about }) => about === 'return.defective');
    expect(found?.ask).toMatchObject({ photos: 4, troubleshootingDone: true });
  });

  it('can be answered, every one of them, and comes out the same when it is asked again', () => {
    const { shop } = aDecisionRequest({ kind: 'cancel' });
    for (const id of ['1001', '1002', '1007', '999999999999']) {
      const facts = order(SHIPPED, { id });
      const all = asked(facts, '2032-01-01T00:00:00Z');
      expect(asked(facts, '2032-01-01T00:00:00Z')).toEqual(all);
      for (const { now, order: then, ask } of all) {
        expect(() => decide({ now, shop, settings: DEFAULT_SETTINGS, order: then, ask })).not.toThrow();
      }
    }
  });
});
