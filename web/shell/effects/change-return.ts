import { CallFailed } from '../../../policy/app/ports.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { ReturnData } from '../../../policy/app/records.ts';
import { isRefusal } from './ask-again.ts';
import { isOpened, markOf, openInShopify, whileNotOpened } from './create-return.ts';
import { isInStock, removeUnused, variantsOf } from './exchange.ts';
import { afterRefusal, lookAgain } from './look-first.ts';
import { caseOf, type Runner, type RunnerDeps, type RunResult } from './runner.ts';

const BETWEEN_LOOKS_MS = 1000;

/**
 * P16: the return is to be an exchange after all, or a refund. Shopify takes what goes out in exchange only when a
 * Return is made: one without it gives way to another, as long as nothing of it was processed; what is not wanted any
 * more leaves the one there is. Told by how both stand, so that it may run again at any point.
 */
export const changeReturn: Runner<'shopify.change-return'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const data = detail.case.data as ReturnData;
  if (detail.case.closedAt !== null || detail.case.state === 'settling') return { done: { changed: false } };
  if (data.shopifyReturn === null || !isOpened(data)) return whileNotOpened(detail);
  // One after the other: two at once each take the units from under the other's Return. The last finds how it is wanted.
  const own = detail.effects.findIndex((one) => one.id === record.id);
  const earlier = whileChanging({ effects: detail.effects.slice(0, own) });
  if (earlier !== null) return earlier;
  const found = await ourReturn(deps, record.shop, detail);
  if (found === undefined && record.unsure === true) {
    const later = lookAgain(record);
    if (later !== null) return later;
  }
  if (found !== undefined && data.remedy === 'refund') {
    await removeUnused(deps, record.shop, found.id);
    return changed(found, null);
  }
  const order = await deps.shopify.readOrder(record.shop, detail.case.orderId);
  if (order === null) throw new CallFailed('refused', `Shopify knows no order ${detail.case.orderName} any more`);
  const wanted = data.remedy === 'exchange' ? variantsOf(order.facts, data.lines) : [];
  if (found !== undefined && wanted !== null && (await covers(deps, record.shop, found.id, wanted)))
    return changed(found, 'awaiting_return');
  const isThere = wanted !== null && (await isInStock(deps, record.shop, wanted));
  // Nothing to send: the return stays as it is, and a person asks the customer what they want instead.
  if (found !== undefined && !isThere) return changed(found, 'unavailable');
  if (found !== undefined) {
    if ((found.processed ?? 0) > 0)
      throw new CallFailed('refused', `something of return ${found.name} is processed: it can't become an exchange`);
    await deps.shopify.cancelReturn(record.shop, found.id);
  }
  // Read after that: what the old one held is free again.
  const fresh = (await deps.shopify.readOrder(record.shop, detail.case.orderId)) ?? order;
  const exchanges = isThere && wanted !== null ? wanted : [];
  const state = data.remedy === 'refund' ? null : isThere ? 'awaiting_return' : 'unavailable';
  try {
    return made(await openInShopify(deps, record.shop, detail, fresh.facts, exchanges), state);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // Asked a second time, Shopify has no units left to return where the first call was done after all.
    const later = record.unsure === true ? afterRefusal(record) : null;
    if (later !== null) return later;
    // It would not take what goes out: the goods can come back all the same.
    if (exchanges.length === 0) throw error;
    return made(await openInShopify(deps, record.shop, detail, fresh.facts, []), 'unavailable');
  }
};

type Mirror = NonNullable<ReturnData['shopifyReturn']>;
const changed = ({ id, name, lines }: Mirror, exchange: 'awaiting_return' | 'unavailable' | null): RunResult => ({
  done: { return: { id, name, lines }, exchange },
});

const made = (
  opened: Awaited<ReturnType<typeof openInShopify>>,
  exchange: 'awaiting_return' | 'unavailable' | null,
): RunResult => ({ done: { ...opened, exchange } });

/** The open Return of this case: the one it knows, or one that an earlier run made in its place. */
const ourReturn = async (deps: RunnerDeps, shop: string, detail: CaseDetail) => {
  const { shopifyReturn } = detail.case.data as ReturnData;
  const mark = markOf(detail);
  const open = (await deps.shopify.readReturns(shop, detail.case.orderId)).filter((one) => one.status === 'open');
  return (
    open.find((one) => one.id === shopifyReturn?.id) ??
    open.find((one) => one.notes?.some((note) => note.startsWith(mark)))
  );
};

/** Whether all of it is on the Return, and has not gone out. */
const covers = async (
  deps: RunnerDeps,
  shop: string,
  returnId: string,
  wanted: readonly Readonly<{ variantId: string; quantity: number }>[],
): Promise<boolean> => {
  const there = new Map<string, number>();
  for (const { variantId, quantity, processed } of await deps.shopify.readExchanges(shop, returnId))
    if (variantId !== null) there.set(variantId, (there.get(variantId) ?? 0) + quantity - processed);
  return wanted.every(({ variantId, quantity }) => (there.get(variantId) ?? 0) >= quantity);
};

const UNDER_WAY: ReadonlySet<string> = new Set(['queued', 'running', 'unknown']);

/** Whatever wants to settle, cancel or close the Return waits until it is known which one it is. */
export const whileChanging = (detail: Pick<CaseDetail, 'effects'>): RunResult | null =>
  detail.effects.some((one) => one.kind === 'shopify.change-return' && UNDER_WAY.has(one.state))
    ? { again: BETWEEN_LOOKS_MS }
    : null;
