import { expect, it } from 'vitest';
import type { CancellationData, RefundIntentRecord } from '../../../policy/app/records.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { parseSettings } from '../../../policy/settings.ts';
import { followCancelSettled } from '../../../web/shell/settled/cancellation.ts';
import { aCase, context, NOW, order, world } from './return-world.ts';

/**
 * P11: an order of which an edit had taken off lines that were paid for, cancelled. Neither the policy's sum nor Shopify's
 * has what was paid for them.
 */

const data: CancellationData = { kind: 'cancellation', lines: null, because: null, jobResult: null };
const intent = {
  id: 'i-1',
  caseId: 'case-1',
  state: 'executing',
  unitIds: [],
  approvalsNeeded: 0,
  approvals: [],
  breakdown: { currency: 'USD', total: 9640 },
} as unknown as RefundIntentRecord;

const cancelled = (paid: number, more: Partial<OrderFacts> = {}): OrderFacts => ({
  ...order({ unitsShipped: 0 }),
  cancelledAt: NOW,
  financialStatus: 'partially_refunded',
  transactions: [
    {
      id: '1',
      parentId: null,
      kind: 'sale',
      status: 'success',
      gateway: 'card',
      amount: paid,
      currency: 'USD',
      processedAt: NOW,
    },
  ],
  refunds: [
    { id: '7', createdAt: NOW, note: null, paid: 9640, lines: [], shipping: 1000, shippingTax: 0, duties: 0 },
  ] as never,
  ...more,
});

const settledBy = (facts: OrderFacts, settings: Record<string, unknown> = {}) =>
  followCancelSettled(
    world({
      case: aCase({ kind: 'cancellation', state: 'canceling', rma: null, data }),
      units: [],
      intents: [intent],
      order: { ...world().order, facts } as never,
      settings: parseSettings(settings),
    }),
    { kind: 'shopify.follow-cancel', caseId: 'case-1', intentId: 'i-1', jobResult: null, refundsBefore: [] },
    { outcome: 'done', result: { cancelledAt: NOW, refundId: '7', amount: 9640 }, error: null } as never,
    context(),
  );

const textsOf = (facts: OrderFacts, settings: Record<string, unknown> = {}): readonly string[] => {
  const changes = settledBy(facts, settings);
  return 'entries' in changes ? (changes.entries ?? []).map(({ text }) => text) : [];
};

it('tells a person what has not gone back with it', () => {
  expect(textsOf(cancelled(15_040)).at(-1)).toMatch(/^\$54\.00 of what was paid for the order has not gone back/);
  const changes = settledBy(cancelled(15_040));
  expect('effects' in changes ? changes.effects?.map(({ effect }) => effect.kind) : []).toContain('slack.say');
});

it.each<[string, OrderFacts, Record<string, unknown>]>([
  ['all of it went back', cancelled(9640), {}],
  ['what is left is a tip that the settings keep', cancelled(9840, { tips: 200 }), { 'tips.refund': 'never' }],
])('says nothing where %s', (_what, facts, settings) => {
  const texts = textsOf(facts, settings);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.join('\n')).not.toMatch(/has not gone back/);
});
