import { describe, expect, it } from 'vitest';
import type { CaseRecord, RefundIntentRecord } from '../../../policy/app/records.ts';
import { followOrder } from '../../../web/shell/backorder/follow-order.ts';
import { refundSettle } from '../../../web/shell/commands/refund-settle.ts';
import type { World } from '../../../web/shell/handler.ts';
import { overtakenNews } from '../../../web/shell/order-news/overtaken.ts';
import { aCase, context, order, world } from './return-world.ts';

/**
 * Our own call cancelled the order and paid something else than was agreed: a person has to look. That the order is
 * cancelled is no news then, and does not end the case with the customer's money missing.
 */

const cancelled = { ...order({ unitsShipped: 0 }), cancelledAt: '2026-11-23T16:00:00.000Z' };

const intent = (execution: unknown): RefundIntentRecord =>
  ({
    id: 'intent-1',
    caseId: 'case-1',
    state: 'needs_person',
    version: 5,
    approvalsNeeded: 0,
    unitIds: [],
    breakdown: { currency: 'USD', total: 9640 },
    ...(execution === undefined ? {} : { execution }),
  }) as unknown as RefundIntentRecord;

const here = (record: CaseRecord, intents: readonly RefundIntentRecord[]): World =>
  world({ case: record, cases: [record], intents, files: [{ record, units: [], intents, deadlines: [] }] as never });

const cancellation = aCase({
  kind: 'cancellation',
  state: 'needs_agent',
  rma: null,
  data: { kind: 'cancellation', lines: null, because: null, jobResult: null },
});
const shortage = aCase({
  kind: 'backorder',
  state: 'needs_agent',
  rma: null,
  data: {
    kind: 'backorder',
    lines: [{ lineItemId: '1', quantity: 2 }],
    notifiedAt: null,
    answer: 'refund',
    eta: null,
    refund: 'order',
  },
});

describe('a case that waits for a person, of an order that is cancelled', () => {
  it.each([
    { what: 'nothing was sent', execution: undefined, closed: true },
    { what: 'an amount was sent, and another one came of it', execution: { refundsBefore: [] }, closed: false },
  ])('$what: closed by itself: $closed', ({ execution, closed }) => {
    const intents = [intent(execution)];
    const news = overtakenNews(here(cancellation, intents), cancelled, context());
    expect(news?.cases?.[0]?.state ?? 'needs_agent').toBe(closed ? 'canceled' : 'needs_agent');
    const followed = followOrder(here(shortage, intents), cancelled, context());
    expect(followed.cases[0]?.state ?? 'needs_agent').toBe(closed ? 'resolved' : 'needs_agent');
  });
});

it('can not be said to be paid another way while a dispute is open: the bank may give it back itself (P5)', () => {
  const settle = (state: CaseRecord['state']) =>
    refundSettle.decide(
      world({ case: aCase({ state }), intent: intent(undefined), intents: [intent(undefined)] }),
      { kind: 'refund.settle', intentId: 'intent-1', reference: 'Bank transfer 99' },
      context(),
    );
  expect(settle('frozen')).toMatchObject({ ok: false, clauses: ['P5'] });
  expect(settle('received')).toMatchObject({ ok: true });
});
