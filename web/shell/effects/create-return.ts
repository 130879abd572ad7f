import { z } from 'zod';
import { CallFailed, type ReturnInput } from '../../../policy/app/ports.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { EffectRecord, ReturnData } from '../../../policy/app/records.ts';
import { compareSums, type ReturnPreview, type ReturnSums } from '../../../policy/app/return-preview.ts';
import { goodsSums } from '../../../policy/decide/goods-sums.ts';
import { RESTOCKING_FEE } from '../../../policy/decide/price.ts';
import type { Breakdown } from '../../../policy/decision.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { countOf } from '../../../policy/format.ts';
import { resolveSettings } from '../../../policy/settings.ts';
import { isRefusal } from './ask-again.ts';
import { isInStock, variantsOf } from './exchange.ts';
import { afterRefusal, lookAgain } from './look-first.ts';
import { caseOf, type Runner, type RunnerDeps, type RunResult } from './runner.ts';

/** P29: opens the Return that mirrors this case. After a lost answer, the one that carries our mark is ours. */
export const createReturn: Runner<'shopify.create-return'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const data = detail.case.data as ReturnData;
  if (data.shopifyReturn !== null && isOpened(data)) return { done: { return: data.shopifyReturn } };
  if (record.unsure === true) {
    const ours = await findOurs(deps, record.shop, detail);
    if (ours !== null) return ours;
    const later = lookAgain(record);
    if (later !== null) return later;
  }
  const fees = feesFor(detail);
  if (data.shopifyReturn !== null) {
    const approved = await approveRequest(deps, record, detail, data.shopifyReturn.id, fees);
    if (approved !== null) return approved;
  }
  // Read after that: what a request held is free again.
  const order = await deps.shopify.readOrder(record.shop, detail.case.orderId);
  if (order === null) throw new CallFailed('refused', `Shopify knows no order ${detail.case.orderName} any more`);
  const wanted = data.remedy === 'exchange' ? variantsOf(order.facts, data.lines) : [];
  const isThere = wanted !== null && (await isInStock(deps, record.shop, wanted));
  const exchanges = isThere ? wanted : [];
  const exchange =
    data.remedy === 'exchange' ? { exchange: isThere ? ('awaiting_return' as const) : ('unavailable' as const) } : {};
  try {
    const opened = await openInShopify(deps, record.shop, detail, order.facts, exchanges);
    return { done: { ...opened, ...exchange } };
  } catch (error) {
    // Asked a second time, Shopify has no units left to return where the first call was done after all.
    if (record.unsure !== true || !isRefusal(error)) throw error;
    const ours = await findOurs(deps, record.shop, detail);
    const next = ours ?? afterRefusal(record);
    if (next === null) throw error;
    return next;
  }
};

/**
 * Makes the Return that mirrors this case, with the fees that the customer was told of and what goes out in exchange.
 * Shopify is asked first what it comes to: where that is not what the policy reckons, the return is made all the same,
 * for nothing is paid by it, and a person sees both.
 */
export const openInShopify = async (
  deps: RunnerDeps,
  shop: string,
  detail: CaseDetail,
  facts: OrderFacts,
  exchanges: readonly Readonly<{ variantId: string; quantity: number }>[],
): Promise<Readonly<{ return: NonNullable<ReturnData['shopifyReturn']>; preview: ReturnPreview | null }>> => {
  const data = detail.case.data as ReturnData;
  const fees = feesFor(detail);
  const settings = await deps.settingsOf(detail);
  const percentOf = (lineItemId: string): number => {
    const productId = facts.lines.find((line) => line.id === lineItemId)?.productId ?? null;
    return Number(resolveSettings(settings, { productId }).restockingFee);
  };
  const input: ReturnInput = {
    orderId: facts.id,
    lines: fulfilledLines(facts, data).map((line) => ({
      ...line,
      reason: data.reason,
      note: `${markOf(detail)} ${data.because ?? data.reason.replaceAll('_', ' ')}`.slice(0, 300),
      restockingPercent: fees.restocking > 0 ? percentOf(line.lineItemId) : null,
    })),
    // Told to the customer before they send anything; Shopify takes a fee only now (P12).
    shippingFee: fees.shipping > 0 ? fees.shipping : null,
    ...(exchanges.length > 0 && { exchanges }),
    currency: facts.currency,
  };
  const goods = goodsSums(facts, settings, data.lines);
  const shopifys = await deps.shopify.previewReturn(shop, { ...input, taxesIncluded: facts.taxesIncluded });
  const policys: ReturnSums = {
    ...goods,
    restocking: fees.restocking,
    shippingFee: fees.shipping,
    // The same goes out as comes back (A24): it is even.
    exchange: exchanges.length === 0 ? null : goods.items + goods.tax,
  };
  return { return: await deps.shopify.createReturn(shop, input), preview: compareSums(policys, shopifys) };
};

const feesFor = ({ decisions }: CaseDetail) =>
  feesOf(decisions.findLast((one) => one.kind === 'return')?.decision?.estimate?.deductions ?? []);

/** Shopify has what processing wants; a request that is not approved yet has none of it. */
export const isOpened = ({ shopifyReturn }: ReturnData): boolean =>
  shopifyReturn !== null && shopifyReturn.lines.length > 0;

const SAYS = { declined: 'declined by hand', canceled: 'taken back' } as const;

/**
 * The customer's own request is approved. Shopify takes fees only when a return is made: where the customer bears one,
 * the request gives way to a return that names it, never to a smaller refund. That it gave way is noted before anything
 * else is asked, so that a failure after it is not taken for somebody else's hand.
 * @returns null where a return has to be made
 */
const approveRequest = async (
  deps: RunnerDeps,
  { shop, unsure, result }: EffectRecord,
  { case: record }: CaseDetail,
  returnId: string,
  fees: Readonly<{ shipping: number; restocking: number }>,
): Promise<RunResult | null> => {
  const request = (await deps.shopify.readReturns(shop, record.orderId)).find((one) => one.id === returnId);
  if (request?.status === 'open')
    return { done: { return: { id: request.id, name: request.name, lines: request.lines } } };
  // Nor does an approval take what goes out in exchange.
  const isPlain = fees.shipping + fees.restocking === 0 && (record.data as ReturnData).remedy === 'refund';
  // Only where it has to give way do we take it back ourselves, and an attempt that died may have.
  const gaveWay = GaveWay.safeParse(result).data?.gaveWay === returnId;
  const isOurs = request?.status === 'canceled' && !isPlain && (gaveWay || unsure === true);
  if (request?.status === 'declined' || (request?.status === 'canceled' && !isOurs))
    throw new CallFailed('refused', `the request was ${SAYS[request.status]} in Shopify meanwhile`);
  if (request?.status !== 'requested') return null;
  if (isPlain) return { done: { return: await deps.shopify.approveReturn(shop, returnId) } };
  await deps.shopify.cancelReturn(shop, returnId);
  return { again: 0, progress: { gaveWay: returnId } };
};

/** Kept with the effect between its runs: the request that we took back ourselves. */
const GaveWay = z.object({ gaveWay: z.string() });

/**
 * What the customer bears, as Shopify wants to be told: shipping as one fee of the return, restocking apart from it. A
 * cap is no fee, and what missing parts cost is found later.
 */
const feesOf = (deductions: Breakdown['deductions']): Readonly<{ shipping: number; restocking: number }> => {
  let [shipping, restocking] = [0, 0];
  for (const { clause, label, amount } of deductions) {
    if (label.startsWith(RESTOCKING_FEE)) restocking += amount;
    else if (clause !== null && clause !== 'P33') shipping += amount;
  }
  return { shipping, restocking };
};

/** What the lines of our Return begin with: the RMA number, or the case of what has none. */
export const markOf = ({ case: record }: CaseDetail): string => record.rma ?? `Makegood case ${record.number}:`;

/** The Return of a call whose answer was lost: our mark stands on each of its lines. */
const findOurs = async (deps: RunnerDeps, shop: string, detail: CaseDetail): Promise<RunResult | null> => {
  const mark = markOf(detail);
  const returns = await deps.shopify.readReturns(shop, detail.case.orderId);
  const ours = returns.find((one) => one.status === 'open' && one.notes?.some((note) => note.startsWith(mark)));
  return ours === undefined ? null : { done: { return: { id: ours.id, name: ours.name, lines: ours.lines } } };
};

/** Which fulfilled lines the units came with: of several parcels, those not returned yet, oldest first. */
type FulfilledLine = { lineItemId: string; fulfillmentLineItemId: string; quantity: number };
const fulfilledLines = (facts: OrderFacts, data: ReturnData): FulfilledLine[] => {
  const returned = new Map<string, number>();
  // A parcel that never reached the customer is all of itself, whatever else of the order comes back.
  const parcel = data.undelivered?.fulfillmentId;
  const parcels = facts.fulfillments.filter(
    (one) => one.status === 'success' && (parcel === undefined || one.id === parcel),
  );
  for (const one of parcel === undefined ? (facts.returns ?? []) : []) {
    if (one.status === 'declined' || one.status === 'canceled') continue;
    for (const line of one.lines) returned.set(line.lineItemId, (returned.get(line.lineItemId) ?? 0) + line.quantity);
  }
  return data.lines.flatMap((line) => {
    let skip = returned.get(line.lineItemId) ?? 0;
    let wanted = line.quantity;
    const chosen: FulfilledLine[] = [];
    for (const fulfillment of parcels) {
      for (const shipped of fulfillment.lines.filter((one) => one.lineItemId === line.lineItemId)) {
        const gone = Math.min(skip, shipped.quantity);
        skip -= gone;
        const take = Math.min(wanted, shipped.quantity - gone);
        if (take > 0 && shipped.fulfillmentLineItemId !== null)
          chosen.push({
            lineItemId: line.lineItemId,
            fulfillmentLineItemId: shipped.fulfillmentLineItemId,
            quantity: take,
          });
        wanted -= take;
      }
    }
    if (wanted > 0)
      throw new CallFailed(
        'refused',
        `of the return ${countOf(wanted, 'unit')} never shipped, or another return has them`,
      );
    return chosen;
  });
};

/** What needs the Return waits while it is being opened; where Shopify refused to, a person has to see to that first. */
export const whileNotOpened = (detail: CaseDetail): RunResult => {
  const opening = detail.effects.findLast((one) => one.kind === 'shopify.create-return');
  if (
    opening === undefined ||
    opening.state === 'refused' ||
    opening.state === 'parked' ||
    opening.state === 'dismissed'
  )
    throw new CallFailed('refused', `the return was never opened in Shopify: ${opening?.lastError ?? 'nobody asked'}`);
  return { again: 3000 };
};

/** P37: the tracking number and website, on Shopify's reverse delivery. */
export const recordTracking: Runner<'shopify.record-tracking'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const data = detail.case.data as ReturnData;
  if (data.shopifyReturn === null || !isOpened(data)) return whileNotOpened(detail);
  if (data.tracking === null) return { done: { recorded: false } };
  const orders = [...new Set(data.shopifyReturn.lines.map((line) => line.reverseFulfillmentOrderId))];
  for (const reverseFulfillmentOrderId of orders) {
    await deps.shopify.recordTracking(record.shop, {
      reverseFulfillmentOrderId,
      number: data.tracking.number,
      url: data.tracking.url,
    });
  }
  return { done: { recorded: true } };
};
