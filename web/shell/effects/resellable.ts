import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { ReturnData, UnitRecord } from '../../../policy/app/records.ts';

/** Back on the shelf: goods that work, and that Shopify keeps stock of (it refuses to restock a custom line item). */
export const isResellable = (detail: CaseDetail, data: ReturnData, unit: UnitRecord): boolean =>
  (data.reason !== 'defective' || unit.result === 'no_fault_found') &&
  detail.order.lines.some((line) => line.id === unit.lineItemId && line.variantId !== null);
