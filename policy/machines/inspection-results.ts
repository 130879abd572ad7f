import type { InspectionResult } from '../decision.ts';
import type { InspectionEvent, InspectionState } from './inspection.ts';

/** Shopify's words for what becomes of a unit. */
export type Disposition = 'RESTOCKED' | 'NOT_RESTOCKED' | 'MISSING';

/**
 * Set after the verdict and only then (a unit once marked for processing may not become restocked later).
 * @returns null while it is undecided
 */
export const dispositionOf = (state: InspectionState, resellable: boolean): Disposition | null => {
  switch (state) {
    case 'accepted':
      return resellable ? 'RESTOCKED' : 'NOT_RESTOCKED';
    case 'accepted_defective':
    case 'rejected':
      return 'NOT_RESTOCKED';
    case 'missing':
      return 'MISSING';
    default:
      return null;
  }
};

/** What else a posted result says: an amount to deduct, or that missing parts are refused (`missingParts`). */
export type ResultOptions = Readonly<{ deduction?: number | null; missingParts?: 'ask' | 'deduct' | 'refuse' }>;

/**
 * The events behind one posted result, so that a bench that tests in one go need not spell out each move.
 * @param testOwed  defective goods are tested (P24), others looked at
 * @returns events to take one after the other; the last one may be refused by its guard (evidence, say)
 */
export const eventsForResult = (
  state: InspectionState,
  result: InspectionResult,
  testOwed: boolean,
  options: ResultOptions = {},
): readonly InspectionEvent[] => {
  const counted: readonly InspectionEvent[] = state === 'expected' ? ['counted'] : [];
  const tested = testOwed || state === 'testing' || state === 'no_fault_found';
  const decided = state === 'no_fault_found' || state === 'incomplete' || state === 'wrong_item';
  switch (result) {
    case 'accepted':
      if (decided) return ['accept'];
      return tested ? [...toBench(state), 'defect-confirmed'] : [...counted, 'accept'];
    case 'no_fault_found':
      return tested ? [...toBench(state), 'no-fault'] : [...counted, 'accept'];
    case 'artificial_damage':
      return tested ? [...toBench(state), 'artificial-damage'] : [...counted, 'damage-seen'];
    case 'missing_components': {
      const noted: readonly InspectionEvent[] = state === 'incomplete' ? [] : [...counted, 'component-missing'];
      if (options.missingParts === 'refuse') return [...noted, 'refuse'];
      return (options.deduction ?? 0) > 0 || state === 'incomplete' ? [...noted, 'deduct'] : noted;
    }
    case 'wrong_item':
      return ['wrong-article'];
    case 'not_received':
      return ['not-in-parcel'];
    default: {
      const never: never = result;
      throw new TypeError(`not an inspection result: ${String(never)}`);
    }
  }
};

const toBench = (state: InspectionState): readonly InspectionEvent[] => {
  switch (state) {
    case 'testing':
      return [];
    case 'no_fault_found':
      return ['test-again'];
    case 'expected':
      return ['counted', 'checklist-complete'];
    default:
      return ['checklist-complete'];
  }
};
