import type { RequestHandler } from 'express';
import { tokenBuckets } from '../token-buckets.ts';
import { ProblemError } from './problem.ts';
import { sessionOf } from './session.ts';

/** A page asks every few seconds; a burst is somebody clicking through cases. */
const DEFAULTS = { perSecond: 5, burst: 60 };

/**
 * A bucket of tokens for each staff member of each shop: it keeps a runaway page from hurting others.
 * @param millis monotonic time in milliseconds (never the shop's movable clock)
 */
export const rateLimit = (
  limits: { perSecond: number; burst: number } = DEFAULTS,
  millis: () => number = () => performance.now(),
): RequestHandler => {
  const buckets = tokenBuckets(limits, millis);
  return (_req, res, next) => {
    const { shop, staffId } = sessionOf(res);
    const seconds = buckets.take(`${shop} ${staffId}`);
    if (seconds > 0) {
      res.set('Retry-After', String(seconds));
      throw new ProblemError('too-many-requests', `wait ${seconds} s, then try again`);
    }
    next();
  };
};
