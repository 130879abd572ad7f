import type { Runner, RunnerDeps, RunResult } from './runner.ts';

/** The reading of an order that is on its way, and the one that follows it: whoever asks meanwhile is answered by that. */
type Readings = { now: Promise<RunResult>; next: Promise<RunResult> | null };

const READINGS = new WeakMap<RunnerDeps, Map<string, Readings>>();

/**
 * Reads the order again; what it says now re-enters like a webhook would. One action may bring dozens of hints to read the
 * same order (each payment of a refund is one): each by itself, they would use up what the shop may ask Shopify. A reading
 * that has begun may have missed what a later hint is about, so all of those share the next.
 */
export const readOrder: Runner<'shopify.read-order'> = (deps, effect, record) => {
  const key = `${record.shop}/${effect.orderId}`;
  const readings = READINGS.get(deps) ?? new Map<string, Readings>();
  READINGS.set(deps, readings);

  const read = async (): Promise<RunResult> => {
    const order = await deps.background.readOrder(record.shop, effect.orderId);
    if (order === null) return { done: { found: false } };
    await deps.handle(
      { id: `read:${record.id}:${record.attempts}`, shop: record.shop, actor: { kind: 'shopify' } },
      { kind: 'order.observed', facts: order.facts, contact: order.contact },
    );
    return { done: { found: true } };
  };
  const begin = (): Promise<RunResult> => {
    const reading: Readings = { now: read(), next: null };
    readings.set(key, reading);
    const over = () => {
      if (readings.get(key) === reading) readings.delete(key);
    };
    reading.now.then(over, over);
    return reading.now;
  };

  const running = readings.get(key);
  if (running === undefined) return begin();
  running.next ??= running.now.then(begin, begin);
  return running.next;
};
