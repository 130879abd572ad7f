import type { DeadlineRecord } from './records.ts';

/** Whether something is still waited for: its time is to come, or is over and what it was for has not happened. */
export const stands = ({ state }: Pick<DeadlineRecord, 'state'>): boolean => state === 'open' || state === 'late';

/** Of what is due here, that which nothing is waited for any more. */
export const endOf = (
  deadlines: readonly DeadlineRecord[],
  state: 'done' | 'dropped',
  which: (deadline: DeadlineRecord) => boolean = () => true,
): readonly DeadlineRecord[] => deadlines.filter((one) => stands(one) && which(one)).map((one) => ({ ...one, state }));
