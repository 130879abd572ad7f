import type { RequestHandler } from 'express';
import { ProblemError } from './problem.ts';
import { sessionOf } from './session.ts';

/** A page asks every few seconds; a burst is somebody clicking through cases. */
const DEFAULTS = { perSecond: 5, burst: 60 };
/** Buckets that are full again say nothing: they are dropped once there are this many. */
const MAX_BUCKETS = 10_000;

type Bucket = { tokens: number; at: number };

/**
 * A bucket of tokens for each staff member of each shop, in this process' memory: it keeps a runaway page from hurting
 * others; it is no accounting.
 * @param millis monotonic time in milliseconds (never the shop's movable clock)
 */
export const rateLimit = (
  { perSecond, burst }: { perSecond: number; burst: number } = DEFAULTS,
  millis: () => number = () => performance.now(),
): RequestHandler => {
  const buckets = new Map<string, Bucket>();
  const refill = (bucket: Bucket, now: number): number =>
    Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);

  return (_req, res, next) => {
    const { shop, staffId } = sessionOf(res);
    const key = `${shop} ${staffId}`;
    const now = millis();
    if (buckets.size >= MAX_BUCKETS) {
      for (const [name, bucket] of buckets) if (refill(bucket, now) >= burst) buckets.delete(name);
    }
    const tokens = refill(buckets.get(key) ?? { tokens: burst, at: now }, now);
    if (tokens < 1) {
      const seconds = Math.ceil((1 - tokens) / perSecond);
      buckets.set(key, { tokens, at: now });
      res.set('Retry-After', String(seconds));
      throw new ProblemError('too-many-requests', `wait ${seconds} s, then try again`);
    }
    buckets.set(key, { tokens: tokens - 1, at: now });
    next();
  };
};
