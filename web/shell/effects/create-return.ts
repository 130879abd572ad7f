import { CallFailed } from '../../../policy/app/ports.ts';
import type { ReturnData } from '../../../policy/app/records.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { caseOf, type Runner } from './runner.ts';

/** P29: opens the Return that mirrors this case. After a lost answer, an open one with the same lines is ours. */
export const createReturn: Runner<'shopify.create-return'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const data = detail.case.data as ReturnData;
  if (data.shopifyReturn !== null) return { done: { return: data.shopifyReturn } };
  if (record.attempts > 1) {
    const returns = await deps.shopify.readReturns(record.shop, detail.case.orderId);
    const ours = returns.find(
      (one) => one.status === 'OPEN' && one.createdAt >= earlier(record.createdAt) && sameLines(one.lines, data.lines),
    );
    if (ours !== undefined) return { done: { return: { id: ours.id, name: ours.name, lines: ours.lines } } };
  }
  const order = await deps.shopify.readOrder(record.shop, detail.case.orderId);
  if (order === null) throw new CallFailed('refused', `Shopify knows no order ${detail.case.orderName} any more`);
  const decision = detail.decisions.find((one) => one.kind === 'return')?.decision ?? null;
  const fee = (decision?.estimate?.deductions ?? []).reduce((sum, deduction) => sum + deduction.amount, 0);
  const created = await deps.shopify.createReturn(record.shop, {
    orderId: order.facts.id,
    lines: fulfilledLines(order.facts, data).map((line) => ({
      ...line,
      reason: data.reason,
      note: `${data.rma?.number ?? ''} ${data.because ?? data.reason.replaceAll('_', ' ')}`.trim().slice(0, 300),
    })),
    // Told to the customer before they send anything; Shopify takes a fee only now (P12).
    shippingFee: fee > 0 ? fee : null,
    currency: order.facts.currency,
  });
  return { done: { return: created } };
};

/** Clocks of two machines differ a little. */
const earlier = (instant: string): string => new Date(Date.parse(instant) - 120_000).toISOString();

const sameLines = (
  a: readonly { lineItemId: string; quantity: number }[],
  b: readonly { lineItemId: string; quantity: number }[],
): boolean => {
  const key = (lines: readonly { lineItemId: string; quantity: number }[]) =>
    [
      ...lines.reduce(
        (map, line) => map.set(line.lineItemId, (map.get(line.lineItemId) ?? 0) + line.quantity),
        new Map<string, number>(),
      ),
    ]
      .sort()
      .join();
  return key(a) === key(b);
};

/** Which fulfilled lines the units came with: of several parcels, those not returned yet, oldest first. */
const fulfilledLines = (facts: OrderFacts, data: ReturnData): { fulfillmentLineItemId: string; quantity: number }[] => {
  const returned = new Map<string, number>();
  for (const one of facts.returns ?? []) {
    if (one.status === 'declined' || one.status === 'canceled') continue;
    for (const line of one.lines) returned.set(line.lineItemId, (returned.get(line.lineItemId) ?? 0) + line.quantity);
  }
  return data.lines.flatMap((line) => {
    let skip = returned.get(line.lineItemId) ?? 0;
    let wanted = line.quantity;
    const chosen: { fulfillmentLineItemId: string; quantity: number }[] = [];
    for (const fulfillment of facts.fulfillments.filter((one) => one.status === 'success')) {
      for (const shipped of fulfillment.lines.filter((one) => one.lineItemId === line.lineItemId)) {
        const gone = Math.min(skip, shipped.quantity);
        skip -= gone;
        const take = Math.min(wanted, shipped.quantity - gone);
        if (take > 0 && shipped.fulfillmentLineItemId !== null)
          chosen.push({ fulfillmentLineItemId: shipped.fulfillmentLineItemId, quantity: take });
        wanted -= take;
      }
    }
    if (wanted > 0)
      throw new CallFailed('refused', `${wanted} unit(s) of the return were never shipped, or are in another return`);
    return chosen;
  });
};

/** P37: the tracking number and website, on Shopify's reverse delivery. */
export const recordTracking: Runner<'shopify.record-tracking'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const data = detail.case.data as ReturnData;
  if (data.shopifyReturn === null) return { again: 5000 };
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

export const closeReturn: Runner<'shopify.close-return'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const data = detail.case.data as ReturnData;
  if (data.shopifyReturn === null) return { done: { closed: false } };
  const ours = data.shopifyReturn.id;
  const returns = await deps.shopify.readReturns(record.shop, detail.case.orderId);
  if (returns.find((one) => one.id === ours)?.status !== 'CLOSED') await deps.shopify.closeReturn(record.shop, ours);
  return { done: { closed: true } };
};
