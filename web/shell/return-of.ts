import type { CaseRecord, ReturnData } from '../../policy/app/records.ts';
import { notWhile } from './advance.ts';
import { type Refused, refused, type World } from './handler.ts';

export type ReturnCaseRecord = CaseRecord & Readonly<{ data: ReturnData }>;

/** The case as a return, or why it is none. */
export const returnOf = (world: World): ReturnCaseRecord | Refused => {
  const found = world.case;
  if (found === null) return refused('not-found', 'no such case');
  if (found.data.kind !== 'return')
    return refused('invalid', `case ${found.number} is a ${found.kind}, not a return`, { caseId: found.id });
  return found as ReturnCaseRecord;
};

/** What has ended is first opened again; null: it is open. */
export const whyEnded = (found: ReturnCaseRecord): Refused | null =>
  found.closedAt === null ? null : refused('ended', notWhile('return', found.state, true), { caseId: found.id });
