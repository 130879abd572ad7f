import { type Sharing, shareBucket } from './support/shared-bucket.ts';

/** How much of a shop's allowance several processes use together, and how often Shopify has to say THROTTLED. */
const USUAL: Sharing = {
  processes: 1,
  workers: 12,
  maximum: 2000,
  rate: 100,
  warmSeconds: 60,
  seconds: 180,
  latencyMs: 180,
  lateSeconds: 0,
};
const CASES: readonly Readonly<{ what: string; sharing: Sharing }>[] = [
  { what: 'one process', sharing: USUAL },
  { what: 'two', sharing: { ...USUAL, processes: 2 } },
  { what: 'two, slow answers', sharing: { ...USUAL, processes: 2, workers: 6, latencyMs: 600 } },
  { what: 'two, a big shop', sharing: { ...USUAL, processes: 2, maximum: 20_000, rate: 1000 } },
  { what: 'two, one a minute and a half later', sharing: { ...USUAL, processes: 2, lateSeconds: 90 } },
  { what: 'four', sharing: { ...USUAL, processes: 4 } },
];

for (const { what, sharing } of CASES) {
  const { calls, throttledFirst, throttledLater, share } = await shareBucket(sharing);
  console.log(
    `${what.padEnd(36)} ${(100 * share).toFixed(1).padStart(6)} % of the rate used, ${String(calls).padStart(5)} calls, throttled ${throttledFirst} in the first minute, ${throttledLater} after it`,
  );
}
