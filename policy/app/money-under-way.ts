import type { RefundIntentRecord } from './records.ts';

/** States of money that is with its approvers or on its way: until it has ended the case waits for nobody else. */
export const MONEY_UNDER_WAY: readonly RefundIntentRecord['state'][] = [
  'new',
  'proposed',
  'awaiting_approval',
  'approved',
  'executing',
  'unknown',
];

export const isUnderWay = ({ state }: Pick<RefundIntentRecord, 'state'>): boolean => MONEY_UNDER_WAY.includes(state);
