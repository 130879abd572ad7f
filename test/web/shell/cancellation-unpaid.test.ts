import { describe, expect, it } from 'vitest';
import type { CancellationData, RefundIntentRecord } from '../../../policy/app/records.ts';
import type { OrderFacts, TransactionFacts } from '../../../policy/facts/order-facts.ts';
import { cancellationRequest } from '../../../web/shell/commands/cancellation-request.ts';
import { retryCancellation } from '../../../web/shell/commands/case-retry.ts';
import { whyLapsed } from '../../../web/shell/effects/ask-again.ts';
import type { RunnerDeps } from '../../../web/shell/effects/runner.ts';
import type { World } from '../../../web/shell/handler.ts';
import { paidAfterwardsNews } from '../../../web/shell/order-news/paid-afterwards.ts';
import { aCase, context, NOW, order, world } from './return-world.ts';

/** P11: orders that nobody has paid yet, say by a bank transfer or cash on delivery. */

const facts = (more: object = {}): OrderFacts => order({ unitsShipped: 0, financialStatus: 'pending', ...more });
const payment: TransactionFacts = {
  id: '1',
  parentId: null,
  kind: 'sale',
  status: 'success',
  gateway: 'bank deposit',
  amount: 9640,
  currency: 'USD',
  processedAt: NOW,
};
const unpaid = (now: OrderFacts = facts()): World =>
  world({ case: null, units: [], order: { ...world().order, facts: now } as never });
const command = { kind: 'cancellation.request', orderId: facts().id } as const;
const data: CancellationData = { kind: 'cancellation', lines: null, because: null, jobResult: null };
const nothing = { breakdown: { currency: 'USD', total: 0 }, state: 'succeeded' } as unknown as RefundIntentRecord;

describe('is cancelled with nothing to refund', () => {
  it.each(['pending', 'voided', 'expired'] as const)('where it is %s', (financialStatus) => {
    const verdict = cancellationRequest.decide(unpaid(facts({ financialStatus })), command, context());
    expect(verdict).toMatchObject({
      ok: true,
      changes: { cases: [{ kind: 'cancellation', data: { lines: null } }], intents: [{ breakdown: { total: 0 } }] },
      would: expect.arrayContaining(['refund nothing: no payment was received']),
    });
  });

  it('or a part of it, named', () => {
    const some = { ...command, lines: [{ lineItemId: '1', quantity: 1 }] };
    expect(cancellationRequest.decide(unpaid(), some, context())).toMatchObject({
      ok: true,
      changes: { cases: [{ data: { lines: some.lines } }], intents: [{ breakdown: { total: 0 } }] },
    });
  });

  it('and not where the policy refuses it', () => {
    const shipped = cancellationRequest.decide(
      unpaid(order({ unitsShipped: 2, financialStatus: 'pending' })),
      command,
      context(),
    );
    expect(shipped).toMatchObject({ ok: false, code: 'policy' });
  });
});

describe('a payment that arrives', () => {
  const paid = facts({ financialStatus: 'paid', transactions: [payment] });
  const deps = { clock: { now: () => NOW } } as unknown as RunnerDeps;
  const ask = { kind: 'cancel' } as const;
  const stopped = { ...unpaid(), case: aCase({ kind: 'cancellation', state: 'needs_agent', rma: null, data }) };

  it('before anything was sent stops it', () => {
    expect(whyLapsed(deps, unpaid(), facts(), ask, nothing)).toBeNull();
    expect(whyLapsed(deps, unpaid(), paid, ask, nothing)).toMatch(/\$0\.00 was agreed, the policy now gives \$96\.40/);
  });

  it.each([
    ['goes on as a paid cancellation once a person says so', paid, 9640],
    ['that did not come after all: nothing is refunded', facts(), 0],
  ])('%s', (_what, now, total) => {
    const here = { ...stopped, order: { ...stopped.order, facts: now } as never };
    expect(retryCancellation(here, data, context())).toMatchObject({
      ok: true,
      changes: { intents: [{ breakdown: { total } }] },
    });
  });

  describe('once it is cancelled', () => {
    const ended = aCase({ kind: 'cancellation', state: 'canceled', rma: null, data, closedAt: NOW });
    const late = { ...paid, cancelledAt: NOW };
    const at = (more: Partial<World> = {}) => world({ case: ended, units: [], intents: [nothing], ...more });

    it('is told to a person, once', () => {
      const changes = paidAfterwardsNews(at(), late, context());
      expect(changes?.entries).toMatchObject([{ text: expect.stringMatching(/^\$96\.40 was paid.*by hand$/) }]);
      expect(changes?.effects?.map(({ effect }) => effect.kind)).toEqual(['slack.show', 'slack.say']);
      expect(paidAfterwardsNews(at({ case: changes?.cases?.[0] ?? null }), late, context())).toBeNull();
    });

    it.each<[string, World, OrderFacts]>([
      ['nothing came', at(), { ...facts(), cancelledAt: NOW }],
      ['it went back already', at(), { ...late, refunds: [{ id: '7', paid: 9640, lines: [] }] as never }],
      ['we refunded it ourselves', at({ intents: [{ ...nothing, breakdown: { total: 9640 } } as never] }), late],
      ['nobody cancelled it here', at({ intents: [] }), late],
    ])('not where %s', (_what, here, now) => {
      expect(paidAfterwardsNews(here, now, context())).toBeNull();
    });
  });
});
