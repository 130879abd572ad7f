import { REMINDERS } from '../../policy/app/reminders.ts';
import { listed, prepared, type Queryable } from './statement.ts';

/** Due dates that are nobody's to meet are told apart in SQL. */
export const NO_REMINDER = `kind NOT IN (${listed(REMINDERS)})`;

const SAVE = `
UPDATE cases c SET late_since = told.since
  FROM (SELECT named.id, (SELECT min(due_at) FROM deadlines
                          WHERE case_id = named.id AND state = 'late' AND ${NO_REMINDER}) AS since
          FROM unnest($2::uuid[]) AS named(id)) told
 WHERE c.id = told.id AND c.shop = $1 AND c.late_since IS DISTINCT FROM told.since`;

/** Since when people are late with these cases, as their due dates have it: after those were written. */
export const saveLateSince = (
  db: Queryable,
  shop: string,
  deadlines: readonly Readonly<{ caseId: string }>[],
): readonly Promise<unknown>[] =>
  deadlines.length === 0
    ? []
    : [prepared(db, 'cases.late-since', SAVE, [shop, [...new Set(deadlines.map(({ caseId }) => caseId))]])];
