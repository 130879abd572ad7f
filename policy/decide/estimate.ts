import type { Estimate, ReturnReason } from '../decision.ts';
import type { Context } from './context.ts';
import type { Units } from './lines.ts';
import { type Fees, type Priced, priceReturn } from './price.ts';
import { termsOf } from './terms.ts';

/** What a return gives back if all of it is accepted; without a total while a cost is unknown. */
export const estimateOf = ({ breakdown, missing }: Priced): Estimate => ({
  ...breakdown,
  total: missing.length > 0 ? null : breakdown.total,
  missing,
});

export const estimateReturn = (context: Context, reason: ReturnReason, units: readonly Units[], fees: Fees): Priced =>
  priceReturn(context, termsOf(context, reason, context.now), units, fees);
