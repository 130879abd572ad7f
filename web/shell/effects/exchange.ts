import type { ShopifyAdmin } from '../../../policy/app/ports.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { RefundIntentRecord, ReturnData } from '../../../policy/app/records.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import type { Settings } from '../../../policy/settings.ts';
import type { RunnerDeps } from './runner.ts';

/** P16, A24: the same variant goes out as came back, so that an exchange is even. */

type Wanted = Readonly<{ variantId: string; quantity: number }>;

/** Units of a case by variant; null where something of it has none, so that nothing can be sent for it. */
export const variantsOf = (
  facts: OrderFacts,
  lines: readonly Readonly<{ lineItemId: string; quantity: number }>[],
): readonly Wanted[] | null => {
  const counts = new Map<string, number>();
  for (const { lineItemId, quantity } of lines) {
    const variantId = facts.lines.find((line) => line.id === lineItemId)?.variantId ?? null;
    if (variantId === null) return null;
    counts.set(variantId, (counts.get(variantId) ?? 0) + quantity);
  }
  return [...counts].map(([variantId, quantity]) => ({ variantId, quantity }));
};

/** Whether all of it is there now. What Shopify does not count, or sells beyond what is there, always is. */
export const isInStock = async (deps: RunnerDeps, shop: string, wanted: readonly Wanted[]): Promise<boolean> => {
  for (const { variantId, quantity } of wanted) {
    const figure = await deps.shopify.readStock(shop, { variantId });
    if (figure !== null && !figure.oversells && figure.available < quantity) return false;
  }
  return true;
};

/** A24: what else the customer may be offered; anything but the same is sent by a person, who settles the difference. */
const INSTEAD: Readonly<Record<Settings['exchange.scope'], string>> = {
  same_variant: '',
  same_product: 'offer another size or colour of it and exchange it in Shopify, ',
  any: 'offer something else of the shop and exchange it in Shopify, ',
};

export const notThere = (settings: Settings): string =>
  `the replacement is not in stock: ${INSTEAD[settings['exchange.scope']]}refund it instead, or let the customer wait for it`;

type Chosen = NonNullable<Parameters<ShopifyAdmin['processReturn']>[1]['exchanges']>;

/** The lines that go out for the accepted units of this amount; a sentence where they can't. */
export const exchangesFor = async (
  deps: RunnerDeps,
  shop: string,
  detail: CaseDetail,
  intent: RefundIntentRecord,
): Promise<Readonly<{ exchanges: Chosen }> | Readonly<{ unavailable: string }>> => {
  const data = detail.case.data as ReturnData;
  const settings = await deps.settingsOf(detail);
  const ids = new Set(intent.unitIds);
  const due = detail.units.filter((unit) => ids.has(unit.id)).map(({ lineItemId }) => ({ lineItemId, quantity: 1 }));
  const wanted = variantsOf(detail.order, due);
  if (wanted === null || data.shopifyReturn === null) return { unavailable: notThere(settings) };
  // Who agreed to wait for it gets it when it is back: it is held like any other shortage then.
  if (data.exchange?.state !== 'waiting' && !(await isInStock(deps, shop, wanted)))
    return { unavailable: notThere(settings) };
  const open = (await deps.shopify.readExchanges(shop, data.shopifyReturn.id)).map((line) => ({
    ...line,
    left: line.quantity - line.processed,
  }));
  const exchanges: { exchangeLineItemId: string; quantity: number }[] = [];
  for (const { variantId, quantity } of wanted) {
    let rest = quantity;
    for (const line of open.filter((one) => one.variantId === variantId)) {
      const taken = Math.min(rest, line.left);
      if (taken > 0) exchanges.push({ exchangeLineItemId: line.exchangeLineItemId, quantity: taken });
      rest -= taken;
    }
    if (rest > 0) return { unavailable: 'the return in Shopify has no replacement for it: refund it instead' };
  }
  return { exchanges };
};

/** What was not sent out leaves the return before it is closed. */
export const removeUnused = async (deps: RunnerDeps, shop: string, returnId: string): Promise<void> => {
  const unused = (await deps.shopify.readExchanges(shop, returnId))
    .filter((line) => line.quantity > line.processed)
    .map((line) => ({ exchangeLineItemId: line.exchangeLineItemId, quantity: line.quantity - line.processed }));
  if (unused.length > 0) await deps.shopify.removeExchanges(shop, { returnId, lines: unused });
};
