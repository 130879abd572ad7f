import type { OrderView } from '../../../policy/app/read-model.ts';
import type { EffectRecord } from '../../../policy/app/records.ts';
import type { Runner, RunnerDeps } from './runner.ts';

/** More names than this are no message any more. */
const NAMED = 15;

/**
 * P6: a product was removed or archived, or a fulfilment service could not complete. Whom it concerns is looked up; their
 * stock is read, so that a figure below zero takes its usual way; and staff hear of it, because what a shelf holds of a
 * product that the shop no longer has is told by no figure.
 */
export const hintShortage: Runner<'shopify.hint-shortage'> = async (deps, effect, record) => {
  const { shop } = record;
  const ids =
    effect.about === 'product'
      ? await deps.store.ordersOfProduct(shop, effect.id)
      : await orderOf(deps, record, effect.id);
  const orders = (await Promise.all(ids.slice(0, NAMED).map((id) => deps.read.order(shop, id)))).filter(
    (order) => order !== null,
  );
  const items = new Set(orders.flatMap((order) => inventoryItems(order, effect)));
  for (const inventoryItemId of items) {
    await deps.handle(
      { id: `hint:${record.id}:${inventoryItemId}`, shop, actor: { kind: 'system' } },
      { kind: 'stock.changed', inventoryItemId },
    );
  }
  const channel = (await deps.read.shop(shop))?.slackChannel ?? null;
  if (orders.length > 0 && channel !== null) {
    const more = ids.length > orders.length ? ` and ${ids.length - orders.length} more` : '';
    const named = `${orders.map(({ facts }) => facts.name).join(', ')}${more}`;
    await deps.channel.show(
      shop,
      { channel, threadTs: null, ts: null, key: record.key, retry: record.unsure === true },
      {
        kind: 'say',
        text: `${effect.because}. It is still to be shipped for ${named}: if it can't be, report it as out of stock.`,
        order: orders.length === 1 ? (orders[0] as OrderView) : null,
        decision: null,
      },
    );
  }
  return { done: { orders: ids.length } };
};

/** The order is read again, too: what the service gave up changes what is left to ship. */
const orderOf = async (
  deps: RunnerDeps,
  record: EffectRecord,
  fulfillmentOrderId: string,
): Promise<readonly string[]> => {
  const orderId = await deps.background.orderOfFulfillmentOrder(record.shop, fulfillmentOrderId);
  if (orderId === null) return [];
  await deps.handle(
    { id: `hint:${record.id}:order`, shop: record.shop, actor: { kind: 'system' } },
    { kind: 'order.stale', orderId, because: 'a fulfilment service could not complete' },
  );
  return [orderId];
};

const inventoryItems = ({ facts }: OrderView, { about, id }: { about: string; id: string }): readonly string[] =>
  facts.lines
    .filter((line) => about !== 'product' || line.productId === id)
    .flatMap((line) => (line.inventoryItemId === null ? [] : [line.inventoryItemId]));
