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

const VOID: ReadonlySet<string> = new Set(['rejected', 'expired', 'superseded', 'failed']);

/** A refund that nobody will make any more says nothing about what a case is worth. */
export const isVoid = ({ state }: Pick<RefundIntentRecord, 'state'>): boolean => VOID.has(state);
