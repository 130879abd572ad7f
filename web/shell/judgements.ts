import type { ReturnData, UnitRecord } from '../../policy/app/records.ts';
import type { InspectionResult, Judged } from '../../policy/decision.ts';
import type { Settings } from '../../policy/settings.ts';

/** What people decided about a return: what they said of the case, and what they did with its units. */
export const judgedOf = (data: ReturnData, units: readonly UnitRecord[]): Judged | undefined => {
  const found = (goods: string, result: InspectionResult): boolean =>
    units.some((unit) => unit.goods === goods && unit.result === result);
  const judged: Judged = {
    ...data.judged,
    ...(found('accepted', 'no_fault_found') ? { inconclusive: 'accept' as const } : {}),
    ...(found('rejected', 'missing_components') ? { missingParts: 'refuse' as const } : {}),
    ...(found('rejected', 'wrong_item') ? { wrongItem: 'refuse' as const } : {}),
  };
  return Object.keys(judged).length === 0 ? undefined : judged;
};

/** What the policy is told of a unit: one that a person accepted as it is counts as accepted, less what was deducted. */
export const resultFor = (unit: UnitRecord): InspectionResult | null =>
  unit.goods === 'accepted' && (unit.result === 'missing_components' || unit.result === 'wrong_item')
    ? 'accepted'
    : unit.result;

/** Decided against what the policy says, not only where it asks; or a person's word alone makes the shop pay. */
export const isOverride = (judged: Judged | undefined, settings: Settings): boolean =>
  judged?.ownDamage !== undefined ||
  judged?.warranty !== undefined ||
  judged?.undelivered !== undefined ||
  judged?.shipFirst === true ||
  (judged?.carriage === 'waive' && settings['wrongItemCustomer.carriage'] === 'charge');
