import type { HandleCommand } from '../../policy/app/commands.ts';
import { CallFailed, type Clock, type ShopifyAdmin } from '../../policy/app/ports.ts';
import type { Reconciliations } from '../../policy/app/store.ts';
import type { Log } from './log.ts';

/** Shopify promises no webhook: once an hour, by the product's clock, we look for ourselves. */
const EVERY_MS = 3_600_000;
/** Shopify's search lags behind its orders, and clocks differ: each look begins a little before the last one ended. */
const OVERLAP_MS = 300_000;

type Deps = Readonly<{
  reconciliations: Reconciliations;
  /** Second in line: nobody waits for this. */
  shopify: Pick<ShopifyAdmin, 'changedOrders'>;
  handle: HandleCommand;
  clock: Clock;
  log: Log;
}>;

/**
 * Finds what lost webhooks would have told: orders that changed since the last look and are not older than what is
 * stored, and the orders of open cases, whose returns and disputes change without the order saying so. Each is read
 * again the usual way (`order.stale`), paced and tried again like any other effect.
 * @param when  `due`: shops whose last look is an hour old; `now`: every shop
 */
export const createReconcile = (deps: Deps): ((when: 'due' | 'now', stopping?: AbortSignal) => Promise<void>) => {
  return async (when, stopping) => {
    const now = deps.clock.now();
    for (const { shop, installedAt, lookedAt } of await deps.reconciliations.shops()) {
      if (stopping?.aborted) return;
      if (when === 'due' && lookedAt !== null && Date.parse(now) - Date.parse(lookedAt) < EVERY_MS) continue;
      const from = lookedAt ?? installedAt ?? now;
      try {
        await lookAt(deps, shop, new Date(Date.parse(from) - OVERLAP_MS).toISOString(), now);
      } catch (error) {
        // Not noted as done: it is looked at again in a minute, from where the last whole look ended.
        if (error instanceof CallFailed) deps.log.warn({ shop, reason: error.message }, 'reconciliation not finished');
        else deps.log.error({ shop, err: error }, 'reconciliation not finished');
      }
    }
  };
};

const lookAt = async (deps: Deps, shop: string, since: string, now: string): Promise<void> => {
  const wanted = new Set(await deps.reconciliations.openOrders(shop));
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<ShopifyAdmin['changedOrders']>> = await deps.shopify.changedOrders(
      shop,
      since,
      cursor,
    );
    const known = await deps.reconciliations.storedUpdates(
      shop,
      page.orders.map(({ id }) => id),
    );
    for (const { id, updatedAt } of page.orders) {
      const at = known.get(id);
      // Of one second too: Shopify's time has whole ones, and more may have happened in it than what is stored.
      if (at === undefined || Date.parse(at) <= Date.parse(updatedAt)) wanted.add(id);
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  for (const orderId of wanted) {
    // One reading an order and look, however often this look has to begin again.
    await deps.handle(
      { id: `reconcile:${shop}:${orderId}:${since}`, shop, actor: { kind: 'system' } },
      { kind: 'order.stale', orderId, because: 'reconciliation' },
    );
  }
  await deps.reconciliations.noteLook(shop, now);
  deps.log.info({ shop, since, orders: wanted.size }, 'reconciled');
};
