import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { ReturnData, UnitRecord } from '../../../policy/app/records.ts';
import { isReplaced } from '../../../policy/app/ship-first.ts';
import { dispositionOf, type InspectionState } from '../../../policy/machines/inspection.ts';
import { whileChanging } from './change-return.ts';
import { removeUnused } from './exchange.ts';
import { isResellable } from './resellable.ts';
import { caseOf, type Runner, type RunnerDeps } from './runner.ts';

/** The books are closed in Shopify: what became of goods that no money moved for is told first. */
export const closeReturn: Runner<'shopify.close-return'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const data = detail.case.data as ReturnData;
  const { closedAt, state } = detail.case;
  // Opened again before Shopify was reached: it stays open there too.
  const isOpenAgain = closedAt === null && state !== 'settling' && state !== 'frozen';
  if (data.shopifyReturn === null || isOpenAgain) return { done: { closed: false } };
  const changing = whileChanging(detail);
  if (changing !== null) return changing;
  const ours = data.shopifyReturn.id;
  const returns = await deps.shopify.readReturns(record.shop, detail.case.orderId);
  const status = returns.find((one) => one.id === ours)?.status;
  if (status === 'closed') return { done: { closed: true } };
  // Somebody ended it otherwise: Shopify closes nothing then.
  if (status === 'canceled' || status === 'declined') return { done: { closed: false } };
  if (data.exchange !== undefined) await removeUnused(deps, record.shop, ours);
  await disposeRest(deps, record.shop, data.shopifyReturn, detail);
  await deps.shopify.closeReturn(record.shop, ours);
  return { done: { closed: true } };
};

const TYPES = ['RESTOCKED', 'NOT_RESTOCKED', 'MISSING'] as const;
type Type = (typeof TYPES)[number];

const ACCEPTED: ReadonlySet<string> = new Set(['accepted', 'accepted_defective']);

/**
 * Rejected units stay with us and are not sold again, units that never came are missing (P24, P25); of goods that were
 * replaced before they were back (P17) nobody has said anything yet. Read first: what returnProcess, a person or a call
 * whose answer was lost has said already is not said twice.
 */
const disposeRest = async (
  deps: RunnerDeps,
  shop: string,
  { id, lines }: NonNullable<ReturnData['shopifyReturn']>,
  detail: CaseDetail,
): Promise<void> => {
  const data = detail.case.data as ReturnData;
  const isTold = (unit: UnitRecord): boolean =>
    unit.goods === 'rejected' || unit.goods === 'missing' || (isReplaced(data) && ACCEPTED.has(unit.goods));
  const decided = detail.units.filter(isTold);
  if (decided.length === 0) return;
  const known = new Map((await deps.shopify.readDispositions(shop, id)).map((line) => [line.lineId, line]));
  const left = new Map<string, Type[]>();
  for (const unit of decided) {
    const type: Type =
      dispositionOf(unit.goods as InspectionState, isResellable(detail, data, unit)) ?? 'NOT_RESTOCKED';
    left.set(unit.lineItemId, [...(left.get(unit.lineItemId) ?? []), type]);
  }
  const wanted = lines.flatMap((line) => {
    const here = known.get(line.reverseFulfillmentOrderLineItemId);
    if (here === undefined) return [];
    const free = here.total - here.done.reduce((sum, one) => sum + one.quantity, 0);
    const taken = (left.get(line.lineItemId) ?? []).splice(0, Math.min(free, line.quantity));
    return TYPES.flatMap((type) => {
      const quantity = taken.filter((one) => one === type).length;
      const { reverseFulfillmentOrderId: orderId, reverseFulfillmentOrderLineItemId: lineId } = line;
      return quantity === 0 ? [] : [{ orderId, lineId, quantity, type }];
    });
  });
  // One parcel has one reverse fulfilment order, and Shopify takes the goods of one at a time.
  for (const of of Map.groupBy(wanted, ({ orderId }) => orderId).values())
    await deps.shopify.disposeGoods(
      shop,
      id,
      of.map(({ lineId, quantity, type }) => ({ lineId, quantity, type })),
    );
};
