import { CallFailed, type ShopifyAdmin } from '../../../policy/app/ports.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { RefundIntentRecord, ReturnData, UnitRecord } from '../../../policy/app/records.ts';
import { dispositionOf, type InspectionState } from '../../../policy/machines/inspection.ts';
import { settleAsk } from '../asks.ts';
import type { ReturnCaseRecord } from '../return-of.ts';
import { beginExecution, readBoth, whyDifferent, whyLapsed } from './ask-again.ts';
import { caseOf, intentOf, type Runner } from './runner.ts';

type ProcessInput = Parameters<ShopifyAdmin['processReturn']>[1];
type Execution = Readonly<{ input: ProcessInput; refundsBefore: readonly string[] }>;

/** returnProcess has no idempotency key: after a lost answer the return is looked at this often before it is asked again. */
const LOOKS_BEFORE_RETRY = 3;

/** P17: the goods were accepted and an approver agreed: the money of the accepted units goes back. */
export const processReturn: Runner<'shopify.process-return'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const intent = intentOf(detail, effect.intentId);
  const data = detail.case.data as ReturnData;
  if (data.shopifyReturn === null) throw new CallFailed('refused', 'the return was never opened in Shopify');
  const returnId = data.shopifyReturn.id;
  const refunds = async () =>
    (await deps.shopify.readReturns(record.shop, detail.case.orderId)).find((one) => one.id === returnId)?.refunds ??
    [];

  let execution = intent.execution as Execution | undefined;
  if (intent.state === 'executing' || intent.state === 'unknown') {
    if (execution === undefined) throw new Error(`refund ${intent.id} is ${intent.state} without what was sent`);
    const before = execution.refundsBefore;
    const made = (await refunds()).find((refund) => !before.includes(refund.id));
    if (made !== undefined) return { done: { refundId: made.id, amount: made.amount } };
    if (record.attempts < 1 + LOOKS_BEFORE_RETRY) return { again: 2000 };
  } else {
    const { world, facts } = await readBoth(deps, record.shop, effect.caseId);
    const lapsed = whyLapsed(deps, world, facts, settleAsk(world.case as ReturnCaseRecord, world.units), intent);
    if (lapsed !== null) return { done: { lapsed } };
    const lines = linesOf(detail, intent);
    const suggested = await deps.shopify.suggestedReturnMoney(record.shop, {
      returnId,
      lines: lines.map(({ returnLineItemId, quantity }) => ({ returnLineItemId, quantity })),
      refundShipping: intent.breakdown.shipping,
      currency: intent.breakdown.currency,
    });
    const different = whyDifferent(intent, suggested.amount);
    if (different !== null) return { done: { lapsed: different } };
    execution = {
      input: {
        returnId,
        lines,
        refundShipping: intent.breakdown.shipping,
        tenders: suggested.tenders,
        currency: intent.breakdown.currency,
        note: `Makegood case ${detail.case.number}, ${detail.case.rma}`,
      },
      refundsBefore: (await refunds()).map((refund) => refund.id),
    };
    const stopped = await beginExecution(deps, record.shop, record.id, intent.id, execution);
    if (stopped !== null) return { done: { lapsed: stopped } };
  }
  const processed = await deps.shopify.processReturn(record.shop, execution.input);
  return { done: processed };
};

/** What an approver is asked about must be what Shopify would pay: asked before, and again when the money moves. */
export const compareMoney: Runner<'shopify.compare-money'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const intent = intentOf(detail, effect.intentId);
  const { data } = detail.case;
  if (intent.breakdown.total === 0) return { done: { amount: 0 } };
  if (data.kind === 'return') {
    if (data.shopifyReturn === null) return { again: 3000 };
    const lines = linesOf(detail, intent).map(({ returnLineItemId, quantity }) => ({ returnLineItemId, quantity }));
    const suggested = await deps.shopify.suggestedReturnMoney(record.shop, {
      returnId: data.shopifyReturn.id,
      lines,
      refundShipping: intent.breakdown.shipping,
      currency: intent.breakdown.currency,
    });
    return { done: { amount: suggested.amount } };
  }
  const order = await deps.shopify.readOrder(record.shop, detail.case.orderId);
  if (order === null) throw new CallFailed('refused', `Shopify knows no order ${detail.case.orderName} any more`);
  const { facts } = order;
  const lines =
    data.kind === 'cancellation' && data.lines !== null
      ? data.lines
      : facts.lines
          .filter((line) => line.currentQuantity > 0)
          .map((line) => ({ lineItemId: line.id, quantity: line.currentQuantity }));
  const suggested = await deps.shopify.suggestedRefund(record.shop, {
    orderId: facts.id,
    currency: facts.currency,
    lines: lines.map((line) => ({ lineItemId: line.lineItemId, quantity: line.quantity, restock: 'CANCEL' })),
    shipping: intent.breakdown.shipping,
    dutyIds: intent.breakdown.duties > 0 ? facts.lines.flatMap((line) => line.dutyIds) : [],
  });
  return { done: { amount: suggested.amount } };
};

/** Back on the shelf: goods that work, and that Shopify keeps stock of (it refuses to restock a custom line item). */
const isResellable = (detail: CaseDetail, data: ReturnData, unit: UnitRecord): boolean =>
  (data.reason !== 'defective' || unit.result === 'no_fault_found') &&
  detail.order.lines.some((line) => line.id === unit.lineItemId && line.variantId !== null);

/** The accepted units of this refund, as Shopify's return lines, with what becomes of the goods. */
const linesOf = (detail: CaseDetail, intent: RefundIntentRecord): ProcessInput['lines'] => {
  const data = detail.case.data as ReturnData;
  const units = detail.units.filter((unit) => intent.unitIds.includes(unit.id));
  const left = new Map<string, UnitRecord[]>();
  for (const unit of units) left.set(unit.lineItemId, [...(left.get(unit.lineItemId) ?? []), unit]);
  return (data.shopifyReturn?.lines ?? []).flatMap((line) => {
    const taken = (left.get(line.lineItemId) ?? []).splice(0, line.quantity);
    if (taken.length === 0) return [];
    const byType = new Map<'RESTOCKED' | 'NOT_RESTOCKED' | 'MISSING', number>();
    for (const unit of taken) {
      const type = dispositionOf(unit.goods as InspectionState, isResellable(detail, data, unit)) ?? 'NOT_RESTOCKED';
      byType.set(type, (byType.get(type) ?? 0) + 1);
    }
    return [
      {
        returnLineItemId: line.returnLineItemId,
        quantity: taken.length,
        dispositions: [...byType].map(([type, quantity]) => ({
          reverseFulfillmentOrderLineItemId: line.reverseFulfillmentOrderLineItemId,
          quantity,
          type,
        })),
      },
    ];
  });
};
