import type { Clock } from '../../policy/app/ports.ts';
import type { Preview } from '../../policy/app/read-model.ts';
import type { Store } from '../../policy/app/store.ts';
import { askPolicy } from './ask-policy.ts';
import { loadWorld } from './load-world.ts';

/**
 * "What would happen if": the very decision, recorded nowhere.
 * @throws Error where the order is not known here
 */
export const createPreview = ({ store, clock }: Readonly<{ store: Store; clock: Clock }>): Preview => {
  return async (shop, orderId, ask) => {
    const world = await store.transaction(shop, (tx) => loadWorld(tx, { orderId }, clock.now()));
    if ('ok' in world) throw new Error(world.because);
    return askPolicy(world, ask, { now: clock.now() }).decision;
  };
};
