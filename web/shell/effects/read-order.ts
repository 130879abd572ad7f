import type { Runner } from './runner.ts';

/** Reads the order again; what it says now re-enters like a webhook would. */
export const readOrder: Runner<'shopify.read-order'> = async (deps, effect, record) => {
  const order = await deps.background.readOrder(record.shop, effect.orderId);
  if (order === null) return { done: { found: false } };
  await deps.handle(
    { id: `read:${record.id}:${record.attempts}`, shop: record.shop, actor: { kind: 'shopify' } },
    { kind: 'order.observed', facts: order.facts, contact: order.contact },
  );
  return { done: { found: true } };
};
