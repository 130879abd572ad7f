import { expect, it } from 'vitest';
import { type Sharing, shareBucket } from '../../../bench/support/shared-bucket.ts';

/** Processes that know nothing of each other on one shop's bucket. */
const TWO: Sharing = {
  processes: 2,
  workers: 12,
  maximum: 2000,
  rate: 100,
  warmSeconds: 60,
  seconds: 120,
  latencyMs: 180,
  lateSeconds: 0,
};

it.each([
  { what: 'a standard shop', sharing: TWO },
  { what: 'slow answers', sharing: { ...TWO, workers: 6, latencyMs: 600 } },
  { what: 'a big shop', sharing: { ...TWO, maximum: 20_000, rate: 1000, warmSeconds: 30, seconds: 60 } },
])('two of them use its whole rate, and are not throttled once they know: $what', async ({ sharing }) => {
  const { share, throttledFirst, throttledLater } = await shareBucket(sharing);
  expect(share).toBeGreaterThan(0.95);
  expect(throttledLater).toBe(0);
  expect(throttledFirst).toBeLessThan(20);
});

it('one that comes later finds the bucket empty: a few calls are throttled, and both go on', async () => {
  const { share, throttledFirst, throttledLater } = await shareBucket({ ...TWO, lateSeconds: 90 });
  expect(share).toBeGreaterThan(0.95);
  expect(throttledFirst + throttledLater).toBeLessThan(20);
});
