import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallFailed } from '../../../../policy/app/ports.ts';
import { createLimiter, type Priority, type ThrottleStatus } from '../../../../web/adapters/shopify/limiter.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/** Shopify's side: takes what was asked for at once, gives back what was not used when the answer goes out. */
const bucket = (maximumAvailable: number, restoreRate: number, start = maximumAvailable) => {
  let level = start;
  let at = performance.now();
  const restore = () => {
    level = Math.min(maximumAvailable, level + ((performance.now() - at) / 1000) * restoreRate);
    at = performance.now();
  };
  const report = (): ThrottleStatus => ({ maximumAvailable, restoreRate, currentlyAvailable: Math.floor(level) });
  return {
    take: (cost: number): boolean => {
      restore();
      if (level < cost) return false;
      level -= cost;
      return true;
    },
    giveBack: (unused: number): ThrottleStatus => {
      restore();
      level = Math.min(maximumAvailable, level + unused);
      return report();
    },
  };
};

describe('a shop that is asked without pause', () => {
  it.each([
    { plan: 'standard', maximum: 2000, rate: 100 },
    { plan: 'advanced', maximum: 4000, rate: 200 },
    { plan: 'plus', maximum: 20_000, rate: 1000 },
  ])('is never throttled and used to 95 % of its rate: $plan', async ({ maximum, rate }) => {
    const shopify = bucket(maximum, rate);
    const limiter = createLimiter({ maxWaitMs: 600_000 });
    let throttled = 0;
    let spent = 0;
    const seconds = 120;
    const until = performance.now() + seconds * 1000;
    const worker = async (asked: number, used: number) => {
      while (performance.now() < until) {
        const ticket = await limiter.take(asked, 'background');
        const accepted = shopify.take(asked);
        if (!accepted) throttled += 1;
        await new Promise((resolve) => setTimeout(resolve, 180));
        if (accepted && performance.now() < until) spent += used;
        ticket.settle(shopify.giveBack(accepted ? asked - used : 0));
      }
    };
    const work = Promise.all(Array.from({ length: 24 }, (_, i) => worker(20 + (i % 5) * 10, 15 + (i % 5) * 8)));
    // A minute longer, so that those who wait when the time is over get their turn.
    await vi.advanceTimersByTimeAsync((seconds + 60) * 1000);
    await work;
    expect(throttled).toBe(0);
    // What the bucket held at the start comes on top of what it got back meanwhile.
    expect(spent).toBeGreaterThan(0.95 * seconds * rate);
  });
});

const waitFor = (
  limiter: ReturnType<typeof createLimiter>,
  cost: number,
  priority: Priority,
  order: string[],
  name: string,
) =>
  limiter.take(cost, priority).then((ticket) => {
    order.push(name);
    return ticket;
  });

it('lets people go first', async () => {
  const limiter = createLimiter();
  const order: string[] = [];
  const first = await limiter.take(1000, 'background');
  first.settle({ maximumAvailable: 2000, currentlyAvailable: 0, restoreRate: 100 });
  const rest = [
    waitFor(limiter, 100, 'background', order, 'background 1'),
    waitFor(limiter, 100, 'background', order, 'background 2'),
    waitFor(limiter, 100, 'interactive', order, 'interactive 1'),
    waitFor(limiter, 100, 'interactive', order, 'interactive 2'),
  ];
  await vi.advanceTimersByTimeAsync(4100);
  for (const ticket of await Promise.all(rest)) ticket.settle(null);
  expect(order).toEqual(['interactive 1', 'interactive 2', 'background 1', 'background 2']);
});

it('sends back at once, saying when, what would have to wait too long', async () => {
  const limiter = createLimiter({ maxWaitMs: 5000 });
  (await limiter.take(1000, 'interactive')).settle({ maximumAvailable: 2000, currentlyAvailable: 0, restoreRate: 100 });
  const failure = await limiter.take(1000, 'interactive').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CallFailed);
  expect(failure).toMatchObject({ outcome: 'unavailable', retryAfterMs: 10_000 });
});

it('asks a shop that it knows nothing new of with a few calls, until the first of them tells', async () => {
  const limiter = createLimiter();
  const order: string[] = [];
  const all = ['a', 'b', 'c', 'd', 'e'].map((name) => waitFor(limiter, 10, 'interactive', order, name));
  await vi.advanceTimersByTimeAsync(0);
  expect(order).toEqual(['a', 'b', 'c']);
  (await all[0])?.settle({ maximumAvailable: 2000, currentlyAvailable: 1900, restoreRate: 100 });
  await vi.advanceTimersByTimeAsync(0);
  expect(order).toEqual(['a', 'b', 'c', 'd', 'e']);
});

it('counts those who wait already', async () => {
  const limiter = createLimiter({ maxWaitMs: 5000 });
  (await limiter.take(1000, 'background')).settle({ maximumAvailable: 2000, currentlyAvailable: 0, restoreRate: 100 });
  const waiting = limiter.take(400, 'background');
  await expect(limiter.take(400, 'background')).rejects.toMatchObject({ retryAfterMs: 8000 });
  await vi.advanceTimersByTimeAsync(4001);
  (await waiting).settle(null);
});

it('learns the real allowance from the first answer', async () => {
  const limiter = createLimiter({ maxWaitMs: 1000 });
  (await limiter.take(10, 'interactive')).settle({
    maximumAvailable: 40_000,
    currentlyAvailable: 39_990,
    restoreRate: 2000,
  });
  (await limiter.take(20_000, 'interactive')).settle(null);
  (await limiter.take(19_990, 'interactive')).settle(null);
  await expect(limiter.take(20_000, 'interactive')).rejects.toMatchObject({ outcome: 'unavailable' });
});

it('asks nothing for as long as Shopify wants peace', async () => {
  const limiter = createLimiter();
  limiter.pause(2000);
  const order: string[] = [];
  const waiting = waitFor(limiter, 10, 'interactive', order, 'asked');
  await vi.advanceTimersByTimeAsync(1900);
  expect(order).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  (await waiting).settle(null);
  expect(order).toEqual(['asked']);
});

it('does not wait for more than the bucket can hold', async () => {
  const limiter = createLimiter();
  const taken = limiter.take(5000, 'interactive');
  await vi.advanceTimersByTimeAsync(10_100);
  (await taken).settle(null);
});
