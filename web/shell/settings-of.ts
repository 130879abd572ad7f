import type { Clock } from '../../policy/app/ports.ts';
import type { CaseDetail } from '../../policy/app/read-model.ts';
import type { Store } from '../../policy/app/store.ts';
import { parseSettings, resolveSettings, type Settings } from '../../policy/settings.ts';

/** The settings that a case is decided by: those of its policy version, as they hold where the goods go. */
export const createSettingsOf =
  (store: Pick<Store, 'transaction'>): ((detail: CaseDetail) => Promise<Settings>) =>
  async ({ case: record, order }) => {
    const version = await store.transaction(record.shop, (tx) => tx.policyVersion(record.policyVersion));
    return resolveSettings(parseSettings(version.settings), { shipTo: order.shipTo });
  };

/** The settings that a new case of an order would be decided by: those in force when it was placed. */
export const createOrderSettings =
  (store: Pick<Store, 'transaction'>, clock: Clock) =>
  (shop: string, orderId: string): Promise<Settings> =>
    store.transaction(shop, async (tx) => {
      const order = await tx.order(orderId);
      const version = await tx.policyVersionAt(order?.facts.createdAt ?? clock.now());
      return resolveSettings(parseSettings(version.settings), { shipTo: order?.facts.shipTo ?? null });
    });
