import { isUnderWay } from './money-under-way.ts';
import { type NextStepOf, STATES_FOR_AGENT } from './next-step.ts';
import type { RefundIntentState } from './records.ts';

/** Money that somebody has to look at before anything goes on. */
export const MONEY_FOR_AGENT: readonly RefundIntentState[] = ['needs_person', 'failed', 'settlement_failed', 'expired'];

/** Goods that are here and that somebody has to test or decide on. */
export const GOODS_FOR_STAFF: readonly string[] = [
  'rejected_pending',
  'arrived',
  'testing',
  'incomplete',
  'wrong_item',
  'no_fault_found',
];
/** Goods that the customer still has to send. */
export const GOODS_WITH_CUSTOMER: readonly string[] = ['wait_part', 'expected'];

/**
 * Whether an open case waits for staff to do something now: `nextStep` in one bit, so that lists can be asked for it.
 * What waits for approvers has a list of its own; a parcel under way needs nobody yet.
 */
export const waitsForStaff = ({ case: { kind, state, data }, units, intents }: NextStepOf): boolean => {
  // P5: the bank decides, and nothing is paid meanwhile.
  if (state === 'frozen') return false;
  if (intents.some((intent) => intent.state === 'awaiting_approval')) return false;
  if (intents.some((intent) => MONEY_FOR_AGENT.includes(intent.state))) return true;
  if (intents.some(isUnderWay)) return false;
  if (kind === 'return' && state === 'received')
    return (
      units.some(({ goods }) => GOODS_FOR_STAFF.includes(goods)) ||
      !units.some(({ goods }) => GOODS_WITH_CUSTOMER.includes(goods))
    );
  // P13: once somebody has said what happened, the parcel is what is waited for.
  if (state === 'refused_suspected' && data.kind === 'return' && data.undelivered?.finding != null) return false;
  return STATES_FOR_AGENT[kind].includes(state);
};
