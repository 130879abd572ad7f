import type { Runner, RunnerDeps, RunResult } from './runner.ts';

/** Readings of one order: one on its way, the one that follows it, and when the last that was done had begun. */
type Readings = { now: Promise<RunResult> | null; next: Promise<RunResult> | null; begun: string | null };

const READINGS = new WeakMap<RunnerDeps, Map<string, Readings>>();
/** As many orders as are remembered; of the others a hint is read once more than it need be. */
const MOST_ORDERS = 1000;
/** Another process's clock may be ahead of ours by so much. */
const SKEW_MS = 2000;

const readingsOf = (deps: RunnerDeps, key: string): Readings => {
  const all = READINGS.get(deps) ?? new Map<string, Readings>();
  READINGS.set(deps, all);
  const known = all.get(key) ?? { now: null, next: null, begun: null };
  all.delete(key);
  all.set(key, known);
  const [oldest] = all.keys();
  if (all.size > MOST_ORDERS && oldest !== undefined) all.delete(oldest);
  return known;
};

/** What asked before the last reading began has been answered by it; a clock that was set back tells nothing. */
const isAnswered = (askedAt: string, begun: string | null, now: string): boolean =>
  begun !== null && begun <= now && Date.parse(askedAt) + SKEW_MS < Date.parse(begun);

/**
 * Reads the order again; what it says now re-enters like a webhook would. One action may bring dozens of hints to read the
 * same order (each payment of a refund is one): each by itself, they would use up what the shop may ask Shopify. A reading
 * that has begun may have missed what a later hint is about: those share the next, and what waited longer is answered.
 */
export const readOrder: Runner<'shopify.read-order'> = async (deps, effect, record) => {
  const readings = readingsOf(deps, `${record.shop}/${effect.orderId}`);
  if (isAnswered(record.createdAt, readings.begun, deps.clock.now())) return { done: { found: true } };

  const read = async (): Promise<RunResult> => {
    const begun = deps.clock.now();
    const order = await deps.background.readOrder(record.shop, effect.orderId);
    if (order === null) return { done: { found: false } };
    await deps.handle(
      { id: `read:${record.id}:${record.attempts}`, shop: record.shop, actor: { kind: 'shopify' } },
      { kind: 'order.observed', facts: order.facts, contact: order.contact },
    );
    readings.begun = begun;
    return { done: { found: true } };
  };
  const begin = (): Promise<RunResult> => {
    const reading = read();
    const over = () => {
      if (readings.now === reading) readings.now = null;
    };
    readings.now = reading;
    readings.next = null;
    reading.then(over, over);
    return reading;
  };

  if (readings.now === null) return begin();
  readings.next ??= readings.now.then(begin, begin);
  return readings.next;
};
