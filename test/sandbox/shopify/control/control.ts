import { orderCalls } from './order-calls.ts';
import { shopCalls } from './shop-calls.ts';

/** Everything a person or the world can do, as functions; the HTTP routes only call them. */
export const createControl = (deps: Parameters<typeof shopCalls>[0]) => {
  const shop = shopCalls(deps);
  return { ...shop, ...orderCalls(deps.world, shop.shop) };
};
export type Control = ReturnType<typeof createControl>;
