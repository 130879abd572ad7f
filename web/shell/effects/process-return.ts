import { CallFailed, type ShopifyAdmin } from '../../../policy/app/ports.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { RefundIntentRecord, ReturnData, UnitRecord } from '../../../policy/app/records.ts';
import { shipsFirst } from '../../../policy/app/ship-first.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { dispositionOf, type InspectionState } from '../../../policy/machines/inspection.ts';
import { settleAsk } from '../asks.ts';
import type { ReturnCaseRecord } from '../return-of.ts';
import { refundedDuties, refundedLines, undeliveredOf } from '../undelivered-of.ts';
import {
  beginExecution,
  comparedOf,
  isRefusal,
  overtaken,
  readBoth,
  whyDifferent,
  whyLapsed,
  whyNotAsBefore,
} from './ask-again.ts';
import { whileChanging } from './change-return.ts';
import { isOpened, whileNotOpened } from './create-return.ts';
import { exchangesFor } from './exchange.ts';
import { lessParts } from './less-parts.ts';
import { afterRefusal, lookAgain } from './look-first.ts';
import { whileReopening } from './reopen-return.ts';
import { isResellable } from './resellable.ts';
import { caseOf, intentOf, type Runner, type RunnerDeps, type RunResult } from './runner.ts';
import { tendersFor } from './tenders.ts';

type ProcessInput = Parameters<ShopifyAdmin['processReturn']>[1];
type Execution = Readonly<{
  input: ProcessInput;
  /** Of the return itself. */
  refundsBefore: readonly string[];
  /** Of the whole order. */
  orderRefundsBefore?: readonly string[];
  processedBefore?: number;
}>;

/**
 * P17: the goods were accepted and an approver agreed: the money of the accepted units goes back. What is exchanged
 * before they are back is processed together with their lines, so that it is even and Shopify holds nothing for
 * payment; what becomes of the goods is told once they were tested.
 */
export const processReturn: Runner<'shopify.process-return'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const intent = intentOf(detail, effect.intentId);
  const data = detail.case.data as ReturnData;
  const over = overtaken(record, intent);
  if (over !== null) return over;
  if (data.shopifyReturn === null) throw new CallFailed('refused', 'the return was never opened in Shopify');
  const opening = whileReopening(detail) ?? whileChanging(detail);
  if (opening !== null) return opening;
  const returnId = data.shopifyReturn.id;
  const read = async () =>
    (await deps.shopify.readReturns(record.shop, detail.case.orderId)).find((one) => one.id === returnId);

  let execution = intent.execution as Execution | undefined;
  const started = intent.state === 'executing' || intent.state === 'unknown';
  if (started) {
    if (execution === undefined) throw new Error(`refund ${intent.id} is ${intent.state} without what was sent`);
    const made = madeSince(execution, await read());
    if (made !== null) return withExchanged(deps, record.shop, execution, made);
    const later = lookAgain(record);
    if (later !== null) return later;
    // Asked again only where the order is as it was before the call.
    const { world, facts } = await readBoth(deps, record.shop, effect.caseId);
    const ask = settleAsk(world.case as ReturnCaseRecord, world.units);
    const changed = whyNotAsBefore(deps, world, facts, ask, intent, execution.orderRefundsBefore ?? null);
    if (changed !== null) throw new CallFailed('refused', `the answer to this refund was lost, and ${changed}`);
  } else {
    const { world, facts } = await readBoth(deps, record.shop, effect.caseId);
    const lapsed = whyLapsed(deps, world, facts, settleAsk(world.case as ReturnCaseRecord, world.units), intent);
    if (lapsed !== null) return { done: { lapsed } };
    const before = await read();
    const over = whyOver(before);
    if (over !== null) return { done: { lapsed: over } };
    const lines = await stillToDispose(deps, record.shop, data, linesOf(detail, intent));
    const chosen = isExchange(intent, data) ? await exchangesFor(deps, record.shop, detail, intent) : { exchanges: [] };
    if ('unavailable' in chosen) return { done: { lapsed: chosen.unavailable, unavailable: true } };
    const dutyIds = dutiesOf(detail, intent, facts);
    const suggested = lessParts(
      intent,
      await deps.shopify.suggestedReturnMoney(record.shop, {
        returnId,
        lines: lines.map(({ returnLineItemId, quantity }) => ({ returnLineItemId, quantity })),
        ...(chosen.exchanges.length > 0 && { exchanges: chosen.exchanges }),
        refundShipping: intent.breakdown.shipping,
        ...(dutyIds.length > 0 && { dutyIds }),
        currency: intent.breakdown.currency,
      }),
    );
    const different = whyDifferent(intent, suggested.amount);
    if (different !== null) return { done: { lapsed: different, suggested: comparedOf(suggested) } };
    execution = {
      input: {
        returnId,
        lines,
        ...(chosen.exchanges.length > 0 && { exchanges: chosen.exchanges }),
        refundShipping: intent.breakdown.shipping,
        ...(dutyIds.length > 0 && { dutyIds }),
        tenders: tendersFor(
          facts.transactions,
          intent.breakdown.total,
          intent.breakdown.currency,
          world.settings['tender.order'],
        ),
        currency: intent.breakdown.currency,
        note: `Makegood case ${detail.case.number}, ${detail.case.rma}`,
      },
      refundsBefore: (before?.refunds ?? []).map((refund) => refund.id),
      orderRefundsBefore: facts.refunds.map((refund) => refund.id),
      processedBefore: before?.processed ?? 0,
    };
    const stopped = await beginExecution(deps, record.shop, record.id, intent.id, execution);
    if (stopped !== null) return stopped;
  }
  try {
    const made = await deps.shopify.processReturn(record.shop, execution.input);
    return { done: { ...made, ...(await exchangedBy(deps, record.shop, execution)) } };
  } catch (error) {
    // Asked a second time, Shopify has nothing left to process where the first call was done after all.
    if (!started || !isRefusal(error)) throw error;
    const made = madeSince(execution, await read());
    if (made !== null) return withExchanged(deps, record.shop, execution, made);
    const next = afterRefusal(record);
    if (next === null) throw error;
    return next;
  }
};

/** Shopify settles nothing on a return that is not open. @returns null where it is, or where nobody knows */
const whyOver = (read: ReadReturn | undefined): string | null => {
  switch (read?.status) {
    case 'closed':
      return `return ${read.name} is closed in Shopify: open it again there and ask the policy again, or refund by hand and say so here`;
    case 'canceled':
    case 'declined':
      return `return ${read.name} was cancelled in Shopify and can not be opened again: refund by hand and say so here, or decline it`;
    default:
      return null;
  }
};

/** Nothing is paid back, and the same goods go out (P16). */
const isExchange = ({ breakdown }: RefundIntentRecord, { remedy }: ReturnData): boolean =>
  remedy === 'exchange' && breakdown.total === 0;

/** Which lines of the order the goods in exchange became. */
const exchangedBy = async (deps: RunnerDeps, shop: string, { input }: Execution): Promise<{ exchanged?: string[] }> => {
  if ((input.exchanges ?? []).length === 0) return {};
  const read = await deps.shopify.readExchanges(shop, input.returnId);
  return { exchanged: read.flatMap((line) => [...line.lineItemIds]) };
};

/** What a call did whose answer was lost, with the lines that went out by it. */
const withExchanged = async (
  deps: RunnerDeps,
  shop: string,
  execution: Execution,
  { done }: Made,
): Promise<RunResult> => ({ done: { ...done, ...(await exchangedBy(deps, shop, execution)) } });

type Made = Readonly<{ done: Readonly<{ refundId: string | null; amount: number }> }>;
type ReadReturn = Awaited<ReturnType<ShopifyAdmin['readReturns']>>[number];

/** What a call whose answer was lost did: a new refund; or, where nothing was to be paid, units that count as processed. */
const madeSince = (execution: Execution, read: ReadReturn | undefined): Made | null => {
  const refund = read?.refunds.find((one) => !execution.refundsBefore.includes(one.id));
  if (refund !== undefined) return { done: { refundId: refund.id, amount: refund.amount } };
  const units = execution.input.lines.reduce((sum, line) => sum + line.quantity, 0);
  const isProcessed = (read?.processed ?? 0) >= (execution.processedBefore ?? 0) + units;
  return execution.input.tenders.length === 0 && isProcessed ? { done: { refundId: null, amount: 0 } } : null;
};

/** What an approver is asked about must be what Shopify would pay: asked before, and again when the money moves. */
export const compareMoney: Runner<'shopify.compare-money'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const intent = intentOf(detail, effect.intentId);
  const { data } = detail.case;
  const exchange = data.kind === 'return' && isExchange(intent, data);
  if (intent.breakdown.total === 0 && !exchange) return { done: { amount: 0 } };
  if (data.kind === 'return') {
    if (data.shopifyReturn === null || !isOpened(data)) return whileNotOpened(detail);
    const opening = whileReopening(detail) ?? whileChanging(detail);
    if (opening !== null) return opening;
    const returnId = data.shopifyReturn.id;
    const returns = await deps.shopify.readReturns(record.shop, detail.case.orderId);
    const over = whyOver(returns.find((one) => one.id === returnId));
    if (over !== null) return { done: { lapsed: over } };
    const chosen = exchange ? await exchangesFor(deps, record.shop, detail, intent) : { exchanges: [] };
    if ('unavailable' in chosen) return { done: { lapsed: chosen.unavailable, unavailable: true } };
    const lines = linesOf(detail, intent).map(({ returnLineItemId, quantity }) => ({ returnLineItemId, quantity }));
    const dutyIds =
      intent.breakdown.duties === 0
        ? []
        : dutiesOf(detail, intent, (await readBoth(deps, record.shop, effect.caseId)).facts);
    const suggested = lessParts(
      intent,
      await deps.shopify.suggestedReturnMoney(record.shop, {
        returnId,
        lines,
        ...(chosen.exchanges.length > 0 && { exchanges: chosen.exchanges }),
        refundShipping: intent.breakdown.shipping,
        ...(dutyIds.length > 0 && { dutyIds }),
        currency: intent.breakdown.currency,
      }),
    );
    return { done: comparedOf(suggested) };
  }
  const { world, facts } = await readBoth(deps, record.shop, effect.caseId);
  const undelivered = undeliveredOf(detail.case);
  // A webhook may be late or lost: what has shipped meanwhile is said in the policy's words, not as a sum that differs.
  const lapsed = whyLapsed(deps, world, facts, undelivered.ask, intent);
  if (lapsed !== null) return { done: { lapsed } };
  const lines = refundedLines(facts, undelivered.lines);
  const suggested = lessParts(
    intent,
    await deps.shopify.suggestedRefund(record.shop, {
      orderId: facts.id,
      currency: facts.currency,
      whole: undelivered.lines === null,
      lines: lines.map((line) => ({ lineItemId: line.lineItemId, quantity: line.quantity, restock: 'CANCEL' })),
      shipping: intent.breakdown.shipping,
      dutyIds: refundedDuties(facts, lines, intent.breakdown.duties),
    }),
  );
  return { done: comparedOf(suggested) };
};

/** The duties of the units of this refund, where its sum has any. */
const dutiesOf = (detail: CaseDetail, { breakdown, unitIds }: RefundIntentRecord, facts: OrderFacts) =>
  refundedDuties(
    facts,
    detail.units.filter(({ id }) => unitIds.includes(id)).map(({ lineItemId }) => ({ lineItemId, quantity: 1 })),
    breakdown.duties,
  );

/** The accepted units of this refund, as Shopify's return lines, with what becomes of the goods. */
const linesOf = (detail: CaseDetail, intent: RefundIntentRecord): ProcessInput['lines'] => {
  const data = detail.case.data as ReturnData;
  const units = detail.units.filter((unit) => intent.unitIds.includes(unit.id));
  const goesFirst = shipsFirst(data, intent.id) !== null;
  const left = new Map<string, UnitRecord[]>();
  for (const unit of units) left.set(unit.lineItemId, [...(left.get(unit.lineItemId) ?? []), unit]);
  return (data.shopifyReturn?.lines ?? []).flatMap((line) => {
    const taken = (left.get(line.lineItemId) ?? []).splice(0, line.quantity);
    if (taken.length === 0) return [];
    const byType = new Map<'RESTOCKED' | 'NOT_RESTOCKED' | 'MISSING', number>();
    // Of what is not here nobody can say yet what becomes of it.
    for (const unit of goesFirst ? [] : taken) {
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

/**
 * Of a return that was opened again, Shopify knows already what became of units that were rejected then: it takes no
 * second disposition of them, so only what is left is told.
 */
const stillToDispose = async (
  deps: RunnerDeps,
  shop: string,
  { reopened, shopifyReturn }: ReturnData,
  lines: ProcessInput['lines'],
): Promise<ProcessInput['lines']> => {
  if (reopened === undefined || shopifyReturn === null) return lines;
  const known = await deps.shopify.readDispositions(shop, shopifyReturn.id);
  const free = new Map(
    known.map(({ lineId, total, done }) => [lineId, total - done.reduce((sum, one) => sum + one.quantity, 0)]),
  );
  return lines.map((line) => ({
    ...line,
    dispositions: line.dispositions.flatMap((one) => {
      const left = free.get(one.reverseFulfillmentOrderLineItemId) ?? 0;
      const quantity = Math.min(left, one.quantity);
      free.set(one.reverseFulfillmentOrderLineItemId, left - quantity);
      return quantity === 0 ? [] : [{ ...one, quantity }];
    }),
  }));
};
