import { type Allotted, allot } from '../backorder/allot.ts';
import type { Runner } from './runner.ts';

/**
 * Reads a stock figure and tells every order what it means. A shortage is told only when it has outlasted the debounce
 * (`confirm`): stock that is corrected within minutes alarms nobody. That something is back is told at once.
 */
export const checkStock: Runner<'shopify.check-stock'> = async (deps, effect, record) => {
  const { inventoryItemId, variantId, confirm } = effect;
  const of = inventoryItemId !== null ? { inventoryItemId } : { variantId: variantId ?? '' };
  const figure = await deps.background.readStock(record.shop, of);
  if (figure === null) return { done: { counted: false } };
  const orders = await deps.store.ordersWanting(record.shop, figure.variantIds);
  for (const [index, order] of allot(figure, orders).entries()) {
    const short = confirm ? order.short : [];
    if (!saysAnything({ ...order, short })) continue;
    await deps.handle(
      { id: `stock:${record.id}:${record.attempts}:${index}`, shop: record.shop, actor: { kind: 'system' } },
      {
        kind: 'stock.observed',
        orderId: order.orderId,
        short: [...short],
        back: [...order.back],
        gone: [...order.gone],
        baseline: { ...order.baseline },
      },
    );
  }
  // An order may be on its way to us while its stock is counted already: what counts is the figure.
  if (!confirm && figure.available < 0 && !figure.oversells) {
    await deps.handle(
      { id: `stock:${record.id}:${record.attempts}:short`, shop: record.shop, actor: { kind: 'system' } },
      { kind: 'stock.short', inventoryItemId: figure.inventoryItemId },
    );
  }
  return { done: { counted: true, available: figure.available } };
};

const saysAnything = ({ short, back, gone, baseline }: Allotted): boolean =>
  short.length + back.length + gone.length + Object.keys(baseline).length > 0;
