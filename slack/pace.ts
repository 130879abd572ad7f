/** Slack takes about one message a second a channel, and short bursts. */
const PER_MESSAGE_MS = 1_000;
const BURST = 3;
/** Of the burst, kept free for what somebody waits for. */
const KEPT_FOR_URGENT = 1;
/** What is urgent goes out within five seconds, or says that it can't. */
const URGENT_PATIENCE_MS = 4_000;

/**
 * Says how long to wait before the next message of a channel, in milliseconds, and counts it as sent. A wait longer
 * than the patience is not taken: refused, with nothing counted, and `waitMs` tells when to come back. Cards of a burst
 * leave room for urgent messages, which may also run ahead of the allowance a little.
 */
export const createPace = (patienceMs = 2_000) => {
  /** Instant at which the channel's allowance is full again. */
  const fullAt = new Map<string, number>();
  return (channel: string, nowMs: number, urgent = false): Readonly<{ waitMs: number; refused: boolean }> => {
    const full = Math.max(fullAt.get(channel) ?? 0, nowMs);
    const burst = urgent ? BURST : BURST - KEPT_FOR_URGENT;
    const waitMs = Math.max(0, full - nowMs - (burst - 1) * PER_MESSAGE_MS);
    if (waitMs > (urgent ? URGENT_PATIENCE_MS : patienceMs)) return { waitMs, refused: true };
    fullAt.set(channel, full + PER_MESSAGE_MS);
    if (fullAt.size > 10_000) for (const [key, at] of fullAt) if (at <= nowMs) fullAt.delete(key);
    return { waitMs, refused: false };
  };
};
