import { expect, it } from 'vitest';
import { CallFailed } from '../../../policy/app/ports.ts';
import type { EffectRecord } from '../../../policy/app/records.ts';
import { readOrder } from '../../../web/shell/effects/read-order.ts';
import type { RunnerDeps } from '../../../web/shell/effects/runner.ts';

/** One refund from thirty payments is thirty-one hints to read one order: they must not be thirty-one readings. */

const AT = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-22T10:00:10.000Z';

const reading = (failures = 0) => {
  const asked: string[] = [];
  const observed: unknown[] = [];
  const waiting: (() => void)[] = [];
  let state = 0;
  let now = AT;
  const deps = {
    clock: { now: () => now },
    background: {
      readOrder: async (_shop: string, id: string) => {
        asked.push(id);
        const facts = { id, state };
        await new Promise<void>((go) => waiting.push(go));
        if (asked.length <= failures) throw new CallFailed('unavailable', 'the allowance is used up');
        return { facts, contact: {} };
      },
    },
    handle: async (_meta: unknown, { facts }: { facts: unknown }) => void observed.push(facts),
  } as unknown as RunnerDeps;
  const run = (id: string, orderId = '1', createdAt = AT) =>
    readOrder(deps, { kind: 'shopify.read-order', orderId }, { id, shop: 's', attempts: 1, createdAt } as EffectRecord);
  const answer = async () => {
    for (const go of waiting.splice(0)) go();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const change = () => {
    state += 1;
  };
  const clock = (at: string) => {
    now = at;
  };
  return { clock, run, answer, asked, observed, change };
};

it('who asks while an order is read shares the next reading, which has what they ask for', async () => {
  const { run, answer, asked, observed, change } = reading();
  const first = run('e0');
  change();
  const others = Array.from({ length: 30 }, (_, i) => run(`e${i + 1}`));
  expect(asked).toHaveLength(1);
  await answer();
  await first;
  await answer();
  expect(await Promise.all(others)).toEqual(others.map(() => ({ done: { found: true } })));
  expect(observed).toEqual([
    { id: '1', state: 0 },
    { id: '1', state: 1 },
  ]);
  const later = run('e99');
  await answer();
  await later;
  expect(asked).toHaveLength(3);
});

it('orders do not wait for each other', async () => {
  const { run, answer, asked } = reading();
  const both = [run('a', '1'), run('b', '2')];
  expect(asked).toEqual(['1', '2']);
  await answer();
  await Promise.all(both);
});

it('a reading that failed is followed by the next all the same', async () => {
  const { run, answer, asked } = reading(1);
  const first = run('a').catch((error: unknown) => error);
  const second = run('b');
  await answer();
  expect(await first).toMatchObject({ outcome: 'unavailable' });
  await answer();
  expect(await second).toEqual({ done: { found: true } });
  expect(asked).toHaveLength(2);
});

it('what waited in the queue while a later reading was made is answered by it; what came since is not', async () => {
  const { clock, run, answer, asked } = reading();
  clock(LATER);
  const first = run('a');
  await answer();
  await first;
  expect(await run('b')).toEqual({ done: { found: true } });
  expect(asked).toHaveLength(1);
  const newer = run('c', '1', LATER);
  await answer();
  await newer;
  expect(asked).toHaveLength(2);
  // Set back: the reading seems to lie ahead.
  clock(AT);
  const back = run('d');
  await answer();
  await back;
  expect(asked).toHaveLength(3);
});
