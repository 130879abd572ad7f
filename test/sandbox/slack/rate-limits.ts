/**
 * Slack's rate limits: calls per minute, per method, per team, and a message a second per channel. Both bear a burst of
 * a minute's allowance. They run on real time: moving the sandbox's clock does not refill them.
 */

/** Calls a minute. `chat.postMessage` has the channel's limit beside its own. Source: Slack's tiers, as the Java SDK lists them. */
const TIER = { 1: 1, 2: 20, 3: 50, 4: 100, special: 300, unlimited: 600 } as const;
export type Tier = keyof typeof TIER;

const MESSAGES_PER_CHANNEL_A_SECOND = 1;
const CHANNEL_BURST = 60;

type Bucket = { left: number; at: number };

export const createRateLimits = (now: () => number = Date.now) => {
  const buckets = new Map<string, Bucket>();

  /** Takes one from a bucket that refills steadily. @returns seconds to wait, or 0 when it was given */
  const take = (key: string, capacity: number, perSecond: number): number => {
    const bucket = buckets.get(key) ?? { left: capacity, at: now() };
    bucket.left = Math.min(capacity, bucket.left + ((now() - bucket.at) / 1000) * perSecond);
    bucket.at = now();
    buckets.set(key, bucket);
    if (bucket.left >= 1) {
      bucket.left -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil((1 - bucket.left) / perSecond));
  };

  return {
    call: (team: string, method: string, tier: Tier): number => take(`${team} ${method}`, TIER[tier], TIER[tier] / 60),
    post: (team: string, channel: string): number =>
      take(`${team} post ${channel}`, CHANNEL_BURST, MESSAGES_PER_CHANNEL_A_SECOND),
    reset: () => buckets.clear(),
  };
};
