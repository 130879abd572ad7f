/** Slack takes about one message a second a channel, and short bursts. */
const PER_MESSAGE_MS = 1_000;
const BURST = 3;

/**
 * Says how long to wait before the next message of a channel, in milliseconds, and counts it as sent. A wait longer
 * than `patienceMs` is not taken: null, with nothing counted, and `retryAfterMs` tells when to come back.
 */
export const createPace = (patienceMs = 2_000) => {
  /** Instant at which the channel's allowance is full again. */
  const fullAt = new Map<string, number>();
  return (channel: string, nowMs: number): Readonly<{ waitMs: number; refused: boolean }> => {
    const full = Math.max(fullAt.get(channel) ?? 0, nowMs);
    const waitMs = Math.max(0, full - nowMs - (BURST - 1) * PER_MESSAGE_MS);
    if (waitMs > patienceMs) return { waitMs, refused: true };
    fullAt.set(channel, full + PER_MESSAGE_MS);
    if (fullAt.size > 10_000) for (const [key, at] of fullAt) if (at <= nowMs) fullAt.delete(key);
    return { waitMs, refused: false };
  };
};
