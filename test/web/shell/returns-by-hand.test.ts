import { describe, expect, it } from 'vitest';
import type { Command } from '../../../policy/app/commands.ts';
import type { EffectRecord } from '../../../policy/app/records.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { readReturnRequest } from '../../../web/shell/effects/return-request.ts';
import type { RunnerDeps } from '../../../web/shell/effects/runner.ts';
import { requestsToRead } from '../../../web/shell/order-news/return-requests.ts';
import { aCase, context, order, returnData, world } from './return-world.ts';

/** Returns that were asked for or made in Shopify: which become cases. */

type Status = 'requested' | 'open' | 'closed' | 'declined' | 'canceled';
const withReturns = (...all: readonly (readonly [id: string, status: Status])[]): OrderFacts => ({
  ...order(),
  returns: all.map(([id, status]) => ({ id, name: `#1003-R${id}`, status, lines: [] })),
});

describe('which returns of an order are read', () => {
  it.each<[string, OrderFacts, OrderFacts, readonly string[]]>([
    ['one that was asked for', withReturns(), withReturns(['9', 'requested']), ['9']],
    ['one that was made by hand', withReturns(), withReturns(['9', 'open']), ['9']],
    [
      'one that was approved before it was heard of',
      withReturns(['9', 'requested']),
      withReturns(['9', 'open']),
      ['9'],
    ],
    ['not one that was open before the order was known', withReturns(['9', 'open']), withReturns(['9', 'open']), []],
    ['not where it is not known what was there', { ...order(), returns: null }, withReturns(['9', 'open']), []],
    ['not one that has ended', withReturns(), withReturns(['9', 'closed'], ['8', 'declined'], ['7', 'canceled']), []],
    ['not one that a case is about', withReturns(), withReturns(['1', 'open']), []],
  ])('%s', (_what, known, facts, read) => {
    const mirrored = aCase({ data: returnData({ shopifyReturn: { id: '1', name: '#1003-R1', lines: [] } }) });
    const here = { ...world(), cases: [mirrored] };
    const since = { ...here, shop: { ...here.shop, installedAt: '2030-01-01T00:00:00.000Z' } };
    const effects = requestsToRead(since, known, facts, context());
    expect(effects.map(({ effect }) => (effect as { returnId: string }).returnId)).toEqual(read);
  });
});

it('reads one of which nothing was known, where the order is younger than Makegood in the shop', () => {
  const facts = withReturns(['9', 'open']);
  const read = (installedAt: string) => {
    const here = { ...world(), cases: [], shop: { ...world().shop, installedAt } };
    return requestsToRead(here, { ...order(), returns: null }, facts, context()).length;
  };
  expect([read(facts.createdAt), read('2030-01-01T00:00:00.000Z')]).toEqual([1, 0]);
});

it.each<[string, OrderFacts | null, Status, string, number]>([
  ['made since Makegood is here, of an order never heard of', null, 'open', '2026-11-23T12:00:00Z', 1],
  ['asked for since, of an order never heard of', null, 'requested', '2026-11-23T12:00:00Z', 1],
  ['made before, of an order never heard of', null, 'open', '2026-11-21T12:00:00Z', 0],
  ['asked for before, of an order never heard of', null, 'requested', '2026-11-21T12:00:00Z', 0],
  ['made since, of an old order known by a webhook', { ...order(), returns: null }, 'open', '2026-11-23T12:00:00Z', 1],
  ['made before, of an old order known by a webhook', { ...order(), returns: null }, 'open', '2026-11-21T12:00:00Z', 0],
])('reads a return by its own age: %s', (_what, known, status, createdAt, read) => {
  const facts = withReturns(['9', status]);
  const returns = facts.returns?.map((one) => ({ ...one, createdAt })) ?? null;
  const here = { ...world(), cases: [], shop: { ...world().shop, installedAt: '2026-11-22T00:00:00Z' } };
  expect(requestsToRead(here, known, { ...facts, returns }, context())).toHaveLength(read);
});

describe('what a return that is read becomes', () => {
  const read = async (status: string, notes: Readonly<{ note?: string; staffNote?: string }>) => {
    const asked: Command[] = [];
    const line = {
      lineItemId: '1',
      quantity: 1,
      reason: 'damaged-or-defective',
      note: null,
      staffNote: null,
      ...notes,
    };
    const deps = {
      background: { readReturnRequest: async () => ({ name: '#1003-R9', status, lines: [line] }) },
      handle: async (_envelope: unknown, command: Command) => {
        asked.push(command);
        return { status: 'done', caseId: 'case-1' };
      },
    } as unknown as RunnerDeps;
    const effect = { kind: 'shopify.read-return-request', orderId: '1003', returnId: '9' } as const;
    const ended = await readReturnRequest(deps, effect, { shop: 'demo.myshopify.com' } as EffectRecord);
    return { ended, asked };
  };

  it('of a customer: a request, in their words', async () => {
    const { asked } = await read('requested', { note: 'crackles', staffNote: '' });
    expect(asked).toMatchObject([
      {
        kind: 'return.request',
        reason: 'defective',
        because: 'crackles',
        shopifyReturn: { id: '9', name: '#1003-R9' },
      },
    ]);
    expect(asked[0]).not.toHaveProperty('shopifyReturn.byHand');
  });

  it('of staff: one that is open already, in theirs', async () => {
    const { asked } = await read('open', { staffNote: 'called us' });
    expect(asked).toMatchObject([{ because: 'called us', shopifyReturn: { byHand: true } }]);
  });

  it.each([
    ['our own, whose answer is on its way', 'open', 'RMA-4F7K2QZ changed mind'],
    ['our own, which has no number', 'open', 'Makegood case 12: refused at the door'],
    ['one that has ended meanwhile', 'canceled', 'called us'],
  ])('%s: nothing', async (_what, status, staffNote) => {
    expect(await read(status, { staffNote })).toEqual({ ended: { done: { asked: false } }, asked: [] });
  });
});
