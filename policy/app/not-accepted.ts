import type { CaseRecord, UnitRecord } from './records.ts';

/** Not here, or not any more. */
const ELSEWHERE: ReadonlySet<string> = new Set(['new', 'expected', 'missing']);

/** Units that are here and stay the customer's (P25), or came too late and were declined (P22). */
export const notAccepted = (
  { state }: Pick<CaseRecord, 'state'>,
  units: readonly UnitRecord[],
): readonly UnitRecord[] =>
  units.filter(
    (unit) =>
      unit.goods === 'rejected' || (state === 'declined' && unit.money !== 'paid' && !ELSEWHERE.has(unit.goods)),
  );
