import type { CaseRecord } from '../../../policy/app/records.ts';
import type { NewEffect } from '../../../policy/app/store.ts';
import { sayInCase } from '../effects-of.ts';
import type { Context } from '../handler.ts';

/** Somebody has to look: said in the case's thread, once per version of the case. */
export const alertStaff = (context: Context, record: CaseRecord, why: string): readonly NewEffect[] =>
  sayInCase(
    context,
    `stopped:${record.id}:${record.version}`,
    record,
    `${why.charAt(0).toUpperCase()}${why.slice(1)}. A person has to look at case ${record.number}.`,
  );
