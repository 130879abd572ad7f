import type { ReturnData, UnitRecord } from '../../../policy/app/records.ts';
import { dispositionOf, type InspectionState } from '../../../policy/machines/inspection.ts';
import { removeUnused } from './exchange.ts';
import { caseOf, type Runner, type RunnerDeps } from './runner.ts';

/** The books are closed in Shopify: what became of goods that no money moved for is told first. */
export const closeReturn: Runner<'shopify.close-return'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const data = detail.case.data as ReturnData;
  const { closedAt, state } = detail.case;
  // Opened again before Shopify was reached: it stays open there too.
  const isOpenAgain = closedAt === null && state !== 'settling' && state !== 'frozen';
  if (data.shopifyReturn === null || isOpenAgain) return { done: { closed: false } };
  const ours = data.shopifyReturn.id;
  const returns = await deps.shopify.readReturns(record.shop, detail.case.orderId);
  if (returns.find((one) => one.id === ours)?.status === 'closed') return { done: { closed: true } };
  if (data.exchange !== undefined) await removeUnused(deps, record.shop, ours);
  await disposeRest(deps, record.shop, data.shopifyReturn, detail.units);
  await deps.shopify.closeReturn(record.shop, ours);
  return { done: { closed: true } };
};

type Type = 'NOT_RESTOCKED' | 'MISSING';

/**
 * Rejected units stay with us and are not sold again, units that never came are missing (P24, P25). Read first: what
 * returnProcess, a person or a call whose answer was lost has said already is not said twice.
 */
const disposeRest = async (
  deps: RunnerDeps,
  shop: string,
  { id, lines }: NonNullable<ReturnData['shopifyReturn']>,
  units: readonly UnitRecord[],
): Promise<void> => {
  const decided = units.filter((unit) => unit.goods === 'rejected' || unit.goods === 'missing');
  if (decided.length === 0) return;
  const known = new Map((await deps.shopify.readDispositions(shop, id)).map((line) => [line.lineId, line]));
  const left = new Map<string, Type[]>();
  for (const unit of decided) {
    const type: Type = dispositionOf(unit.goods as InspectionState, false) === 'MISSING' ? 'MISSING' : 'NOT_RESTOCKED';
    left.set(unit.lineItemId, [...(left.get(unit.lineItemId) ?? []), type]);
  }
  const wanted = lines.flatMap((line) => {
    const here = known.get(line.reverseFulfillmentOrderLineItemId);
    if (here === undefined) return [];
    const free = here.total - here.done.reduce((sum, one) => sum + one.quantity, 0);
    const taken = (left.get(line.lineItemId) ?? []).splice(0, Math.min(free, line.quantity));
    return (['NOT_RESTOCKED', 'MISSING'] as const).flatMap((type) => {
      const quantity = taken.filter((one) => one === type).length;
      return quantity === 0 ? [] : [{ lineId: line.reverseFulfillmentOrderLineItemId, quantity, type }];
    });
  });
  if (wanted.length > 0) await deps.shopify.disposeGoods(shop, wanted);
};
