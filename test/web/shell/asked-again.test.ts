import { describe, expect, it } from 'vitest';
import { CallFailed } from '../../../policy/app/ports.ts';
import type { CaseRecord, EffectRecord, RefundIntentRecord, UnitRecord } from '../../../policy/app/records.ts';
import type { OrderFacts, RefundFacts } from '../../../policy/facts/order-facts.ts';
import { cancelOrder } from '../../../web/shell/effects/cancel-order.ts';
import { processReturn } from '../../../web/shell/effects/process-return.ts';
import type { RunnerDeps, RunResult } from '../../../web/shell/effects/runner.ts';
import { aCase, order, returnData, unit, world } from './return-world.ts';

/**
 * orderCancel and returnProcess have no idempotency key. One whose answer was lost is asked again only where Shopify
 * shows that it was not done, and the policy, asked on what Shopify shows now, still says the same.
 */

type Ended = Readonly<{ calls: number; looks: number; result: unknown }>;
type Answer = 'does it' | string;

const refund = (more: Partial<RefundFacts> = {}): RefundFacts => ({
  id: '77',
  createdAt: '2026-11-23T15:00:30.000Z',
  paid: 100,
  note: null,
  lines: [],
  shipping: 0,
  shippingTax: 0,
  duties: 0,
  ...more,
});

const intentOf = (more: Partial<RefundIntentRecord>, total: number): RefundIntentRecord =>
  ({
    id: 'intent-1',
    caseId: 'case-1',
    state: 'unknown',
    key: 'key-1',
    version: 4,
    approvalsNeeded: 0,
    unitIds: [],
    shopifyRefundId: null,
    breakdown: { currency: 'USD', items: total, tax: 0, shipping: 0, duties: 0, tips: 0, deductions: [], total },
    ...more,
  }) as unknown as RefundIntentRecord;

type Situation = Readonly<{
  record: CaseRecord;
  units: readonly UnitRecord[];
  intent: RefundIntentRecord;
  /** What Shopify shows at each look, the last of them from then on; null: no such order any more. */
  facts: readonly (OrderFacts | null)[];
  shopify: (call: () => void) => object;
}>;

/** Runs it as the queue does, until it does not ask to be run again. */
const runAgain = async (
  run: (deps: RunnerDeps, record: EffectRecord) => Promise<RunResult>,
  { record, units, intent, facts, shopify }: Situation,
): Promise<Ended> => {
  let calls = 0;
  let looks = 0;
  let progress: unknown = null;
  const known = world({ case: record, units: [...units], intents: [intent] });
  const deps = {
    clock: { now: () => '2026-11-23T15:01:00.000Z' },
    read: { caseDetail: async () => ({ case: record, intents: [intent], units, effects: [], order: facts[0] }) },
    store: { transaction: async () => known },
    handle: async () => ({ status: 'done' }),
    settingsOf: async () => known.settings,
    shopify: {
      readOrder: async () => {
        const shown = facts[Math.min(looks, facts.length - 1)] ?? null;
        looks += 1;
        return shown === null ? null : { facts: shown, contact: {} };
      },
      ...shopify(() => {
        calls += 1;
      }),
    },
  } as unknown as RunnerDeps;
  for (let attempts = 2; attempts < 40; attempts += 1) {
    const effectRecord = { id: 'e', shop: 'demo.myshopify.com', key: 'x:intent-1:4', attempts, result: progress };
    const result = await run(deps, effectRecord as EffectRecord).catch((error: Error) => ({
      [error instanceof CallFailed ? error.outcome : 'defect']: error.message,
    }));
    if (!('again' in result)) return { calls, looks, result };
    progress = (result as { progress?: unknown }).progress;
  }
  throw new Error('it never ends');
};

/** What the policy gives for the whole of an order that has not shipped. */
const WHOLE = 9640;
const open = (more: Partial<OrderFacts> = {}): OrderFacts => ({ ...order({ unitsShipped: 0 }), ...more });
const CANCELLED = '2026-11-23T15:00:40.000Z';

const cancelAgain = (facts: readonly (OrderFacts | null)[], answers: readonly Answer[] = ['does it']): Promise<Ended> =>
  runAgain(
    (deps, record) =>
      cancelOrder(
        deps,
        { kind: 'shopify.cancel-order', caseId: 'case-1', intentId: 'intent-1', reason: 'CUSTOMER' },
        record,
      ),
    {
      record: aCase({
        kind: 'cancellation',
        state: 'canceling',
        rma: null,
        data: { kind: 'cancellation', lines: null, because: null, jobResult: null },
      }),
      units: [],
      intent: intentOf({ execution: { refundsBefore: ['1'] } }, WHOLE),
      facts,
      shopify: (called) => {
        let asked = 0;
        return {
          cancelOrder: async () => {
            called();
            const answer = answers[Math.min(asked, answers.length - 1)];
            asked += 1;
            if (answer !== 'does it') throw new CallFailed('refused', `orderCancel: ${answer}`);
            return { jobResult: 'job-2' };
          },
        };
      },
    },
  );

describe('a cancellation whose answer was lost, by what Shopify shows meanwhile', () => {
  const shippedPart = open({ fulfillments: order({ unitsShipped: 1 }).fulfillments });
  const shippedAll = open({ fulfillments: order({ unitsShipped: 2 }).fulfillments });
  const REFUSED = 'Cannot cancel an order that has already been canceled';

  it.each([
    {
      shows: 'the order cancelled',
      facts: [open({ cancelledAt: CANCELLED })],
      calls: 0,
      result: { done: { jobResult: null, refundsBefore: ['1'] } },
    },
    {
      shows: 'the order cancelled, at the second look',
      facts: [open(), open({ cancelledAt: CANCELLED })],
      calls: 0,
      result: { done: { jobResult: null, refundsBefore: ['1'] } },
    },
    {
      shows: 'the order as it was, at every look',
      facts: [open()],
      calls: 1,
      result: { done: { jobResult: 'job-2', refundsBefore: ['1'] } },
    },
    {
      shows: 'a part of it shipped',
      facts: [shippedPart],
      calls: 0,
      result: { refused: /answer .* lost.*order changed/ },
    },
    {
      shows: 'all of it shipped',
      facts: [shippedAll],
      calls: 0,
      result: { refused: /lost.*policy now answers refused/ },
    },
    {
      shows: 'a dispute',
      facts: [open({ disputeOpen: true })],
      calls: 0,
      result: { refused: /lost.*dispute with their bank/ },
    },
    {
      shows: 'a unit refunded by hand',
      facts: [
        open({
          refunds: [refund({ paid: 4320, lines: [{ lineItemId: '1', quantity: 1, restock: 'cancel' }] as never })],
          lines: order().lines.map((line) => ({ ...line, currentQuantity: 1 })),
        }),
      ],
      calls: 0,
      result: { refused: /lost.*96\.40 was agreed, the policy now gives/ },
    },
    { shows: 'no such order', facts: [null], calls: 0, result: { refused: /knows no order/ } },
  ])('$shows: asked again $calls times', async ({ facts, calls, result }) => {
    const ended = await cancelAgain(facts);
    expect({ calls: ended.calls, result: ended.result }).toMatchObject({ calls, result: matching(result) });
  });

  it('looks three times before it asks again', async () => {
    expect((await cancelAgain([open()])).looks).toBe(4);
  });

  it('asked again and refused, it looks: the first call has cancelled the order after all', async () => {
    const still = Array.from({ length: 4 }, () => open());
    const ended = await cancelAgain([...still, open({ cancelledAt: CANCELLED })], [REFUSED]);
    expect(ended).toMatchObject({ calls: 1, result: { done: { jobResult: null } } });
  });

  it('a refusal is believed the third time', async () => {
    const ended = await cancelAgain([open()], ['Cannot cancel an order that has outstanding fulfillments']);
    expect(ended).toMatchObject({ calls: 3, result: { refused: expect.stringMatching(/outstanding fulfillments/) } });
  });
});

/** One unit of a defective return: its value and tax. */
const ONE = 4320;
const shipped = (more: Partial<OrderFacts> = {}): OrderFacts => ({ ...order(), ...more });
type ReadReturn = { id: string; status: string; processed: number; refunds: { id: string; amount: number }[] };
const ours = (more: Partial<ReadReturn> = {}): ReadReturn => ({
  id: '9',
  status: 'open',
  processed: 0,
  refunds: [],
  ...more,
});

const processAgain = (
  returns: readonly (ReadReturn | undefined)[],
  {
    facts = shipped(),
    answers = ['does it'],
    total = ONE,
  }: { facts?: OrderFacts; answers?: readonly Answer[]; total?: number } = {},
): Promise<Ended> => {
  const lines = [{ returnLineItemId: '91', quantity: 1, dispositions: [] }];
  return runAgain(
    (deps, record) =>
      processReturn(deps, { kind: 'shopify.process-return', caseId: 'case-1', intentId: 'intent-1' }, record),
    {
      record: aCase({
        state: 'settling',
        data: returnData({
          lines: [{ lineItemId: '1', quantity: 1 }],
          remedy: total === 0 ? 'exchange' : 'refund',
          reason: total === 0 ? 'wrong_item_sent' : 'defective',
          parcel: { receivedAt: '2026-11-23T14:00:00.000Z', rmaMarked: true, carrierAcceptedAt: null },
        }),
      }),
      units: [unit({ goods: 'accepted', result: 'accepted', money: 'proposed' })],
      intent: intentOf(
        {
          unitIds: ['unit-1'],
          execution: {
            input: {
              returnId: '9',
              lines,
              refundShipping: 0,
              tenders: total === 0 ? [] : [{ parentId: '5', gateway: 'bogus', kind: 'REFUND', amount: total }],
              currency: 'USD',
              note: '',
            },
            refundsBefore: ['1'],
            processedBefore: 0,
          },
        },
        total,
      ),
      facts: [facts],
      shopify: (called) => {
        let asked = 0;
        let read = 0;
        return {
          readReturns: async () => {
            const shown = returns[Math.min(read, returns.length - 1)];
            read += 1;
            return shown === undefined ? [] : [shown];
          },
          processReturn: async () => {
            called();
            const answer = answers[Math.min(asked, answers.length - 1)];
            asked += 1;
            if (answer !== 'does it') throw new CallFailed('refused', `returnProcess: ${answer}`);
            return { refundId: '88', amount: total };
          },
        };
      },
    },
  );
};

describe('a settled return whose answer was lost, by what Shopify shows meanwhile', () => {
  const paid = { id: '88', amount: ONE };

  it.each([
    {
      shows: 'a new refund of the return',
      returns: [ours({ refunds: [{ id: '1', amount: 5 }, paid] })],
      calls: 0,
      result: { done: { refundId: '88', amount: ONE } },
    },
    {
      shows: 'a new refund, at the third look',
      returns: [ours(), ours(), ours({ refunds: [paid] })],
      calls: 0,
      result: { done: { refundId: '88', amount: ONE } },
    },
    {
      shows: 'a new refund of another amount, which a person has to see',
      returns: [ours({ refunds: [{ id: '90', amount: 1 }] })],
      calls: 0,
      result: { done: { refundId: '90', amount: 1 } },
    },
    {
      shows: 'only a refund that was there before',
      returns: [ours({ refunds: [{ id: '1', amount: ONE }] })],
      calls: 1,
      result: { done: { refundId: '88', amount: ONE } },
    },
    {
      shows: 'the return closed with nothing settled',
      returns: [ours({ status: 'closed' })],
      answers: ['Return status is invalid.'],
      calls: 3,
      result: { refused: /Return status is invalid/ },
    },
    {
      shows: 'the return taken back',
      returns: [ours({ status: 'canceled' })],
      answers: ['Return status is invalid.'],
      calls: 3,
      result: { refused: /Return status is invalid/ },
    },
    {
      shows: 'a dispute',
      returns: [ours()],
      facts: shipped({ disputeOpen: true }),
      calls: 0,
      result: { refused: /lost.*dispute with their bank/ },
    },
    {
      shows: 'the unit refunded by hand, beside the return',
      returns: [ours()],
      facts: shipped({
        refunds: [refund({ paid: 9640, lines: [{ lineItemId: '1', quantity: 2, restock: 'no_restock' }] as never })],
        lines: order().lines.map((line) => ({ ...line, currentQuantity: 0 })),
      }),
      calls: 0,
      result: { refused: /answer to this refund was lost, and the order changed/ },
    },
  ])('$shows: asked again $calls times', async ({ returns, facts, answers, calls, result }) => {
    const ended = await processAgain(returns, { ...(facts && { facts }), ...(answers && { answers }) });
    expect({ calls: ended.calls, result: ended.result }).toMatchObject({ calls, result: matching(result) });
  });

  it('asked again and refused, it looks at once: the first call had paid after all', async () => {
    const before = Array.from({ length: 4 }, () => ours());
    const ended = await processAgain([...before, ours({ refunds: [paid] })], {
      answers: ['Return line item has an invalid quantity.'],
    });
    expect(ended).toMatchObject({ calls: 1, result: { done: { refundId: '88', amount: ONE } } });
  });
});

/** Words that are told by a pattern, in the place of the words. */
const matching = (result: object): object =>
  Object.fromEntries(
    Object.entries(result).map(([key, value]) => [key, value instanceof RegExp ? expect.stringMatching(value) : value]),
  );
