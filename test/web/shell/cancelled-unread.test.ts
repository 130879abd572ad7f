import { describe, expect, it } from 'vitest';
import { CallFailed } from '../../../policy/app/ports.ts';
import type { CancellationData, EffectRecord } from '../../../policy/app/records.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { followCancel } from '../../../web/shell/effects/cancel-order.ts';
import type { RunnerDeps } from '../../../web/shell/effects/runner.ts';
import { followCancelSettled } from '../../../web/shell/settled/cancellation.ts';
import { aCase, beingPaid, context, NOW, order, world } from './return-world.ts';

/**
 * Shopify took a cancellation, and what came of it can't be read, or is nothing of what was agreed: nobody may say that
 * nothing was paid, and the customer is not told of a refund that is not there.
 */

const TOTAL = 9640;
const data: CancellationData = { kind: 'cancellation', lines: null, because: null, jobResult: 'job-1' };
const record = aCase({ kind: 'cancellation', state: 'canceling', rma: null, data });
const intent = beingPaid(TOTAL);
const EFFECT = {
  kind: 'shopify.follow-cancel' as const,
  caseId: 'case-1',
  intentId: 'i-1',
  jobResult: 'job-1',
  refundsBefore: [],
};

const cancelled = (...paid: number[]): OrderFacts => ({
  ...order({ unitsShipped: 0 }),
  cancelledAt: NOW,
  refunds: paid.map((amount, i) => ({ id: String(i), createdAt: NOW, note: null, paid: amount, lines: [] })) as never,
});

/** Follows it as the queue does. @param seen  what each look shows, the last of them from then on */
const follow = async (...seen: (OrderFacts | CallFailed)[]): Promise<unknown> => {
  let result: unknown = null;
  for (let attempts = 1; attempts < 20; attempts += 1) {
    const deps = {
      read: { caseDetail: async () => ({ case: record, intents: [intent] }) },
      handle: async () => ({ status: 'done' }),
      shopify: {
        cancelJob: async () => ({ done: true, failed: false, errors: [] }),
        readOrder: async () => {
          const shown = seen[Math.min(attempts, seen.length) - 1];
          if (shown instanceof CallFailed) throw shown;
          return { facts: shown, contact: {} };
        },
      },
    } as unknown as RunnerDeps;
    const ran = await followCancel(deps, EFFECT, { id: 'e', shop: 's', attempts, result } as EffectRecord);
    if ('done' in ran) return ran.done;
    result = ran.progress ?? result;
  }
  throw new Error('it never ends');
};

describe('what came of it', () => {
  it('is not taken for a refusal where only the reading is refused', async () => {
    expect(await follow(new CallFailed('refused', 'access denied'))).toEqual({ unread: 'access denied' });
  });

  it('is looked for a little longer where its refund does not show yet', async () => {
    expect(await follow(cancelled(), cancelled(TOTAL))).toMatchObject({ amount: TOTAL, refundId: '0' });
    expect(await follow(cancelled())).toMatchObject({ amount: 0, refundId: null });
  });
});

describe('where it is not what was agreed', () => {
  const settled = (result: object) =>
    followCancelSettled(
      world({ case: record, units: [], intents: [intent] }),
      EFFECT,
      { outcome: 'done', result, error: null } as never,
      context(),
    );
  const nothing = { cancelledAt: NOW, refundId: null, amount: 0 };

  it.each<[string, object, RegExp]>([
    ['could not be read', { unread: 'access denied' }, /could not be read: access denied; look at the order/],
    ['shows no refund', nothing, /shows \$0\.00 paid back where \$96\.40 was agreed/],
  ])('it %s: a person looks, with nothing said to be paid or not', (_what, result, why) => {
    const changes = settled(result);
    expect(changes).toMatchObject({
      cases: [{ state: 'needs_agent' }],
      intents: [{ state: 'needs_person', version: 5, lastError: expect.stringMatching(why) }],
    });
    const effects = ('effects' in changes && changes.effects) || [];
    expect(effects.filter(({ effect }) => effect.kind === 'mail.send')).toEqual([]);
    const said = effects.flatMap(({ effect }) => (effect.kind === 'slack.say' ? [effect.text] : []));
    expect(said).toEqual([expect.stringMatching(/^Stopped: /)]);
  });

  it('the customer hears of what was paid as agreed', () => {
    const changes = settled({ cancelledAt: NOW, refundId: '7', amount: TOTAL });
    expect(changes).toMatchObject({ cases: [{ state: 'canceled' }], intents: [{ state: 'succeeded' }] });
  });
});
