import { CallFailed } from '../../../policy/app/ports.ts';

/** What Shopify reports of a shop's bucket with every answer; in points of query cost, and points a second. */
export type ThrottleStatus = Readonly<{ maximumAvailable: number; currentlyAvailable: number; restoreRate: number }>;

/** People who wait come first; what runs by itself takes what is left. */
export type Priority = 'interactive' | 'background';

export type Ticket = Readonly<{
  /** Says how the call ended: with what Shopify reports, or null where it reported nothing. Call it exactly once. */
  settle(status: ThrottleStatus | null, how?: 'throttled'): void;
}>;

export type Limiter = Readonly<{
  /**
   * Waits until the shop's bucket holds `cost` points.
   * @throws CallFailed `unavailable` at once where that would take longer than `maxWaitMs`
   */
  take(cost: number, priority: Priority): Promise<Ticket>;
  /** Nothing is sent for so long (HTTP 429 names a time). */
  pause(ms: number): void;
}>;

export type LimiterOptions = Readonly<{
  nowMs?: () => number;
  /** Longest wait for points; a runner that is told when to come back is better than one that hangs. */
  maxWaitMs?: number;
  /** The same for what runs by itself: it must not hold a worker that somebody waits for. Absent: as `maxWaitMs` where that is given. */
  maxBackgroundWaitMs?: number;
}>;

/** Until the first answer: a standard shop's bucket, half full, so that a restart does not run into the limit. */
const UNKNOWN_SHOP: ThrottleStatus = { maximumAvailable: 2000, currentlyAvailable: 1000, restoreRate: 100 };

/**
 * Processes that share a bucket see each other only in Shopify's reports. While they do, so much of the bucket stays
 * unspent as the others may have taken since the last report: it is restored all the same, so nothing is lost by it.
 */
const LEFT_FOR_OTHERS = 0.1;
/** Nobody else was seen for so long: the whole bucket is ours again. */
const OTHERS_GONE_MS = 60_000;
/** What was reported so long ago others may have spent: a few calls go first, the rest waits for what they report. */
const OLD_NEWS_MS = 10_000;
const FEW = 3;
/** A report tells whole points. */
const NOTICEABLE = 2;

type Waiter = { cost: number; grant: () => void };

/**
 * Keeps one shop's calls within its leaky bucket, so that Shopify never has to say THROTTLED. The level is reckoned from
 * the newest report, less what is on its way: it may be a little too low and never lastingly too high, and in the long
 * run the whole restore rate is used.
 */
export const createLimiter = ({
  nowMs = () => performance.now(),
  maxWaitMs,
  maxBackgroundWaitMs,
}: LimiterOptions = {}): Limiter => {
  const longest: Record<Priority, number> = {
    interactive: maxWaitMs ?? 30_000,
    background: maxBackgroundWaitMs ?? maxWaitMs ?? 5_000,
  };
  const queues: Record<Priority, Waiter[]> = { interactive: [], background: [] };
  let status = UNKNOWN_SHOP;
  let level = status.currentlyAvailable;
  let levelAt = nowMs();
  let onItsWay = 0;
  let calls = 0;
  let pausedUntil = 0;
  let reported = false;
  let reportedAt = levelAt;
  let othersUntil = Number.NEGATIVE_INFINITY;
  /** Points a second that others take, as seen lately. */
  let others = 0;
  let timer: NodeJS.Timeout | null = null;

  const isShared = (): boolean => nowMs() < othersUntil;
  /** Points a second that are restored for us. */
  const restoring = (): number =>
    isShared() ? Math.max(0.1 * status.restoreRate, status.restoreRate - others) : status.restoreRate;
  const available = (): number => {
    const restored = ((nowMs() - levelAt) / 1000) * restoring();
    return Math.min(status.maximumAvailable, level + restored);
  };
  const waitsForNews = (): boolean => calls >= FEW && (!reported || nowMs() - reportedAt > OLD_NEWS_MS);
  const notice = (currentlyAvailable: number, sentAt: number): void => {
    const seconds = Math.max(0.05, (nowMs() - reportedAt) / 1000);
    // What we reckoned has all of our own calls taken off, and nothing on that was restored since this one was sent:
    // whatever is missing beyond that, others took.
    const whole = level + (Math.max(0, sentAt - levelAt) / 1000) * status.restoreRate;
    const taken = reported ? Math.min(status.maximumAvailable, whole) - currentlyAvailable : 0;
    if (taken > NOTICEABLE) othersUntil = nowMs() + OTHERS_GONE_MS;
    const weight = Math.min(1, seconds / 5);
    others = (1 - weight) * others + weight * Math.max(0, Math.min(status.restoreRate, taken / seconds));
    reported = true;
    reportedAt = nowMs();
  };
  const spend = (cost: number): void => {
    level = available() - cost;
    levelAt = nowMs();
  };
  const msUntil = (points: number): number => {
    const kept = isShared() ? LEFT_FOR_OTHERS * status.maximumAvailable : 0;
    const wanted = Math.min(status.maximumAvailable, points + kept);
    return Math.max(0, ((wanted - available()) / restoring()) * 1000, pausedUntil - nowMs());
  };
  const next = (): Waiter[] => (queues.interactive.length > 0 ? queues.interactive : queues.background);

  const pump = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    for (let queue = next(); queue.length > 0; queue = next()) {
      // Whichever of them answers goes on from here.
      if (waitsForNews()) return;
      const first = queue[0] as Waiter;
      const wait = msUntil(first.cost);
      if (wait > 0) {
        timer = setTimeout(pump, Math.ceil(wait));
        return;
      }
      queue.shift();
      spend(first.cost);
      onItsWay += first.cost;
      calls += 1;
      first.grant();
    }
  };

  const ticket = (cost: number, sentAt = nowMs()): Ticket => ({
    settle: (report, how) => {
      onItsWay -= cost;
      calls -= 1;
      // We had reckoned that it was there.
      if (how === 'throttled') othersUntil = nowMs() + OTHERS_GONE_MS;
      if (report !== null) {
        notice(report.currentlyAvailable, sentAt);
        status = report;
        level = report.currentlyAvailable - onItsWay;
        levelAt = nowMs();
      }
      pump();
    },
  });

  return {
    take: (wanted, priority) => {
      // A call may cost more than was guessed, but waiting for more than the bucket holds would never end.
      const cost = Math.min(wanted, status.maximumAvailable);
      const ahead = priority === 'interactive' ? queues.interactive : [...queues.interactive, ...queues.background];
      const wait = msUntil(ahead.reduce((sum, waiter) => sum + waiter.cost, cost));
      if (wait > longest[priority]) {
        const message = `shopify's allowance for this shop is used up for ${Math.ceil(wait / 1000)} s`;
        return Promise.reject(new CallFailed('unavailable', message, { retryAfterMs: Math.ceil(wait) }));
      }
      return new Promise((resolve) => {
        queues[priority].push({ cost, grant: () => resolve(ticket(cost)) });
        pump();
      });
    },
    pause: (ms) => {
      pausedUntil = Math.max(pausedUntil, nowMs() + ms);
      pump();
    },
  };
};
