import { describe, expect, it } from 'vitest';
import type { EffectRecord, RefundIntentRecord } from '../../../policy/app/records.ts';
import type { RefundFacts } from '../../../policy/facts/order-facts.ts';
import { refundLines } from '../../../web/shell/effects/refund-lines.ts';
import type { RunnerDeps } from '../../../web/shell/effects/runner.ts';
import { aCase, order, world } from './return-world.ts';

/** A refundCreate whose answer was lost: what is looked at, and when the same is asked for again under the same key. */

const SENT_AT = '2026-11-23T15:00:00.000Z';
const LINES = [{ lineItemId: '1', quantity: 1 }];
const unshipped = (refunds: readonly RefundFacts[] = []) => ({ ...order({ unitsShipped: 0 }), refunds });

const cancellation = aCase({
  kind: 'cancellation',
  state: 'canceling_lines',
  rma: null,
  data: { kind: 'cancellation', lines: LINES, because: null, jobResult: null },
});

const intent = (total: number): RefundIntentRecord =>
  ({
    id: 'intent-1',
    caseId: cancellation.id,
    state: 'unknown',
    key: 'key-1',
    version: 4,
    approvalsNeeded: 0,
    unitIds: [],
    breakdown: { currency: 'USD', items: total, tax: 0, shipping: 0, duties: 0, tips: 0, deductions: [], total },
    execution: {
      input: { orderId: '1', currency: 'USD', lines: LINES, shipping: 0, dutyIds: [] },
      tenders: [],
      startedAt: SENT_AT,
      refundsBefore: [],
    },
  }) as unknown as RefundIntentRecord;

const refund = (more: Partial<RefundFacts>): RefundFacts => ({
  id: '77',
  createdAt: SENT_AT,
  paid: 100,
  note: null,
  lines: [],
  shipping: 0,
  shippingTax: 0,
  duties: 0,
  ...more,
});

/** Runs until it does not ask to be run again. @returns what was sent, and how it ended */
const run = async (facts: ReturnType<typeof unshipped>, total: number, now = '2026-11-23T15:01:00.000Z') => {
  const sent: { key: string }[] = [];
  let looks = 0;
  let progress: unknown = null;
  const known = { ...facts };
  const deps = {
    clock: { now: () => now },
    read: { caseDetail: async () => ({ case: cancellation, intents: [intent(total)] }) },
    store: {
      transaction: async () =>
        world({ case: cancellation, units: [], order: { ...(world().order as object), facts: known } as never }),
    },
    handle: async () => ({ status: 'done' }),
    shopify: {
      readOrder: async () => {
        looks += 1;
        return { facts, contact: {} };
      },
      refund: async (_shop: string, input: { key: string }) => {
        sent.push(input);
        return { refundId: '88', amount: total };
      },
    },
  } as unknown as RunnerDeps;
  for (let attempts = 2; attempts < 10; attempts += 1) {
    const record = {
      id: 'e',
      shop: 'demo.myshopify.com',
      key: 'refund-lines:intent-1:4',
      attempts,
      result: progress,
    } as EffectRecord;
    const effect = {
      kind: 'shopify.refund-lines',
      caseId: cancellation.id,
      intentId: 'intent-1',
      restock: 'CANCEL',
    } as const;
    const result = await refundLines(deps, effect, record).catch((error: Error) => ({ refused: error.message }));
    if (!('again' in result)) return { sent: sent.map(({ key }) => key), looks, result };
    progress = result.progress;
  }
  throw new Error('it never ends');
};

/** What the policy gives for one unit of this order. */
const DUE = 4320;

describe('a refund whose answer was lost', () => {
  it('is asked for again under its key once it was looked for, and the order is as it was', async () => {
    const { sent, looks, result } = await run(unshipped(), DUE);
    expect(result).toEqual({ done: { refundId: '88', amount: DUE } });
    expect(sent).toEqual(['key-1']);
    expect(looks).toBeGreaterThanOrEqual(3);
  });

  it('that is there is taken, and nothing is sent', async () => {
    const made = refund({ note: 'Makegood: refund intent-1', paid: DUE });
    const { sent, result } = await run(unshipped([made]), DUE);
    expect(result).toEqual({ done: { refundId: '77', amount: DUE } });
    expect(sent).toEqual([]);
  });

  it('is not asked for again where the order is another: a person sees how it was and how it is', async () => {
    const { sent, result } = await run(unshipped(), DUE + 1);
    expect(sent).toEqual([]);
    expect(result).toMatchObject({
      refused: expect.stringMatching(/answer .* was lost.*43\.21.*43\.20.*had 0 refunds/),
    });
  });

  it('is not asked for again where somebody paid by hand meanwhile, though the policy still gives the same', async () => {
    const { sent, result } = await run(unshipped([refund({ paid: DUE, note: 'the app hung' })]), DUE);
    expect(sent).toEqual([]);
    expect(result).toMatchObject({
      refused: expect.stringMatching(/lost, and \$43\.20 was refunded on the order since/),
    });
  });

  it('is not asked for again once Shopify may have forgotten its key', async () => {
    const { sent, result } = await run(unshipped(), DUE, '2026-11-24T11:00:01.000Z');
    expect(sent).toEqual([]);
    expect(result).toMatchObject({ refused: expect.stringMatching(/too old to ask again.*now it has 0/) });
  });
});
