import type { BackfillRecord } from '../../../policy/app/backfill.ts';
import { CallFailed, type ExportedOrder, type OrderExport } from '../../../policy/app/ports.ts';
import { isRefusal } from './ask-again.ts';
import type { Runner, RunnerDeps } from './runner.ts';

/** How often an export is looked at. A shop with a year of orders takes minutes. */
const WATCH_MS = 5_000;
/** Work at a stretch: then the queue may stop, and others get their turn. */
const STRETCH_MS = 10_000;
/** Orders between two notes of how far it has come: so many are taken again after a crash, which changes nothing. */
const NOTE_EVERY = 25;

const current = async (deps: RunnerDeps, shop: string, startedAt: string): Promise<BackfillRecord | null> => {
  const backfill = await deps.backfills.read(shop);
  return backfill !== null && backfill.startedAt === startedAt && backfill.doneAt === null ? backfill : null;
};

/** An earlier attempt whose answer was lost may have started it: Shopify runs one at a time, so it is looked for first. */
export const startExport: Runner<'shopify.start-export'> = async (deps, effect, record) => {
  const backfill = await current(deps, record.shop, effect.startedAt);
  if (backfill === null) return { done: { operation: null } };
  const left =
    record.unsure === true ? await deps.background.findExport(record.shop, backfill.since, record.createdAt) : null;
  return { done: left ?? (await deps.background.startExport(record.shop, backfill.since)) };
};

export const watchExport: Runner<'shopify.watch-export'> = async (deps, effect, record) => {
  const backfill = await current(deps, record.shop, effect.startedAt);
  // Its webhook came: the file is being read, or it is done.
  if (backfill === null || backfill.state !== 'exporting') return { done: { state: 'overtaken', error: null } };
  const read = await deps.background.readExport(record.shop, effect.operation);
  if (read.state !== 'running') return { done: { state: read.state, error: read.error } };
  await deps.backfills.note(record.shop, effect.startedAt, { total: read.orders, updatedAt: deps.clock.now() });
  return { again: WATCH_MS };
};

/** Reads the file from where it was left. Each order comes in as a webhook would bring it; an older state changes nothing. */
export const takeExport: Runner<'shopify.take-export'> = async (deps, effect, record) => {
  const { shop } = record;
  const backfill = await current(deps, shop, effect.startedAt);
  if (backfill === null) return { done: { taken: 0, skipped: 0 } };
  const note = (progress: Parameters<typeof deps.backfills.note>[2]) =>
    deps.backfills.note(shop, effect.startedAt, { ...progress, updatedAt: deps.clock.now() });
  const read = await deps.background.readExport(shop, effect.operation);
  if (read.state === 'failed') {
    await note({ state: 'failed', error: read.error });
    return { done: { taken: backfill.taken, skipped: backfill.skipped } };
  }
  if (read.state === 'running') return { again: WATCH_MS };

  let { taken, skipped, lines } = backfill;
  await note({ state: 'taking', total: read.orders });
  const until = performance.now() + STRETCH_MS;
  try {
    for await (const order of ordersFrom(deps, read, lines)) {
      if (await take(deps, shop, effect.operation, order)) taken += 1;
      else skipped += 1;
      lines += order.lines;
      if ((taken + skipped) % NOTE_EVERY === 0) await note({ taken, skipped, lines });
      if (performance.now() > until) {
        await note({ taken, skipped, lines });
        return { again: 0 };
      }
    }
  } catch (error) {
    // What was read before it broke off is not read again.
    await note({ taken, skipped, lines });
    if (!isRefusal(error)) throw error;
    await note({ state: 'failed', error: error.message });
    return { done: { taken, skipped } };
  }
  await note({ taken, skipped, lines });
  if (taken + skipped < read.orders)
    throw new CallFailed('unavailable', `the file of the export holds ${taken + skipped} of ${read.orders} orders`);
  await deps.backfills.note(shop, effect.startedAt, {
    state: 'done',
    updatedAt: deps.clock.now(),
    doneAt: deps.clock.now(),
  });
  return { done: { taken, skipped } };
};

/** Where nothing was found there is no file; where something was, it is gone after a week. */
const ordersFrom = (
  deps: RunnerDeps,
  { url, orders }: OrderExport,
  lines: number,
): AsyncIterable<ExportedOrder> | readonly ExportedOrder[] => {
  if (url !== null) return deps.background.exportedOrders(url, lines);
  if (orders === 0) return [];
  throw new CallFailed('refused', "shopify does not keep the export's file any more: start it again");
};

/** @returns false where the order can't be read: it is counted, and read again when anything happens to it */
const take = async (deps: RunnerDeps, shop: string, operation: string, order: ExportedOrder): Promise<boolean> => {
  const stored = await deps.read.order(shop, order.id);
  if (stored !== null && Date.parse(stored.facts.updatedAt) >= Date.parse(order.updatedAt)) return true;
  const found = order.whole ?? (await readAlone(deps, shop, order.id));
  if (found === null) return false;
  await deps.handle(
    { id: `backfill:${operation}:${order.id}`, shop, actor: { kind: 'shopify' } },
    { kind: 'order.observed', facts: found.facts, contact: found.contact },
  );
  return true;
};

const readAlone = async (deps: RunnerDeps, shop: string, orderId: string) => {
  try {
    return await deps.background.readOrder(shop, orderId);
  } catch (error) {
    if (error instanceof CallFailed && error.outcome === 'refused') return null;
    throw error;
  }
};
