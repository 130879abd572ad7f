/** Buckets that are full again say nothing: they are dropped once there are this many. */
const MAX_BUCKETS = 10_000;

type Bucket = { tokens: number; at: number };

export type TokenBuckets = Readonly<{
  /** Takes one token of this key. @returns 0, or in how many whole seconds there is one again */
  take(key: string): number;
}>;

/**
 * A bucket of tokens for each key, in this process' memory: it keeps one caller from hurting others; it is no
 * accounting.
 * @param millis monotonic time in milliseconds (never the movable clock)
 */
export const tokenBuckets = (
  { perSecond, burst }: Readonly<{ perSecond: number; burst: number }>,
  millis: () => number = () => performance.now(),
): TokenBuckets => {
  const buckets = new Map<string, Bucket>();
  const refill = (bucket: Bucket, now: number): number =>
    Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
  return {
    take: (key) => {
      const now = millis();
      if (buckets.size >= MAX_BUCKETS) {
        for (const [name, bucket] of buckets) if (refill(bucket, now) >= burst) buckets.delete(name);
      }
      const tokens = refill(buckets.get(key) ?? { tokens: burst, at: now }, now);
      const isLeft = tokens >= 1;
      buckets.set(key, { tokens: isLeft ? tokens - 1 : tokens, at: now });
      return isLeft ? 0 : Math.ceil((1 - tokens) / perSecond);
    },
  };
};
