import type { FulfillmentOrderView } from '../../../policy/app/ports.ts';
import type { CancellationData } from '../../../policy/app/records.ts';
import { caseOf, type Runner, type RunnerDeps } from './runner.ts';

/** A fulfilment service has been given these, or has been asked to give them back. */
const WITH_A_SERVICE: ReadonlySet<string> = new Set(['submitted', 'accepted']);
const ASKED: ReadonlySet<string> = new Set([
  'cancellation_requested',
  'cancellation_accepted',
  'cancellation_rejected',
]);

/** Fulfilment orders that hold something of what is to be cancelled. */
const concerned = (
  all: readonly FulfillmentOrderView[],
  lines: CancellationData['lines'],
): readonly FulfillmentOrderView[] =>
  all.filter((one) =>
    one.lines.some(
      (line) => line.remaining > 0 && (lines === null || lines.some((each) => each.lineItemId === line.lineItemId)),
    ),
  );

/**
 * P11: asks every fulfilment service that holds some of it to stop. Read first: what was asked for already, by a person
 * or by a call whose answer was lost, is not asked for twice.
 */
export const recall: Runner<'shopify.recall'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const data = detail.case.data as CancellationData;
  const asked = [];
  for (const one of concerned(await deps.shopify.fulfillmentOrders(record.shop, detail.case.orderId), data.lines)) {
    if (WITH_A_SERVICE.has(one.requestStatus)) {
      const { requestStatus } = await deps.shopify.requestRecall(record.shop, {
        fulfillmentOrderId: one.id,
        message: `Cancelled by the customer (Makegood case ${detail.case.number})`,
      });
      asked.push({ id: one.id, requestStatus });
    } else if (ASKED.has(one.requestStatus)) asked.push({ id: one.id, requestStatus: one.requestStatus });
  }
  return { done: { asked } };
};

/** A fulfilment service has answered, or may have: what it says is read, never believed from the notice alone. */
export const readRecall: Runner<'shopify.read-recall'> = async (deps, effect, record) => {
  const orderId = await deps.background.orderOfFulfillmentOrder(record.shop, effect.fulfillmentOrderId);
  if (orderId === null) return { done: { found: false } };
  await tellRecall(deps, record.shop, orderId, `recall:${record.id}:${record.attempts}`);
  return { done: { found: true } };
};

/** What the fulfilment orders of an order say now re-enters as an observation. */
const tellRecall = async (deps: RunnerDeps, shop: string, orderId: string, id: string): Promise<void> => {
  const all = await deps.background.fulfillmentOrders(shop, orderId);
  await deps.handle(
    { id, shop, actor: { kind: 'shopify' } },
    {
      kind: 'recall.observed',
      orderId,
      fulfillmentOrders: all.map(({ id: fulfillmentOrderId, requestStatus }) => ({
        id: fulfillmentOrderId,
        requestStatus,
      })),
    },
  );
};
