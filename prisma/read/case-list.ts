import { caseAmount } from '../../policy/app/case-amount.ts';
import { nextStep } from '../../policy/app/next-step.ts';
import type { CaseSummary, ReadModel } from '../../policy/app/read-model.ts';
import type { DeadlineRecord, RefundIntentRecord, UnitRecord } from '../../policy/app/records.ts';
import { isReminder } from '../../policy/app/reminders.ts';
import type { Secrets } from '../secrets.ts';
import { prepared, type Queryable } from '../store/statement.ts';
import { CASES, fromCaseRow } from '../store/tables.ts';
import { after, allOf, conditionsOf, OPEN, overdue, WAITING } from './case-conditions.ts';

/** As many as a page may have. The text of a statement has its limit in it, so there are few limits. */
const PAGES = [10, 25, 50, 100, 250] as const;
const MAX_PAGE = 250;

const OPEN_BY_STATE =
  'SELECT state, count(*) AS count FROM cases WHERE shop = $1 AND closed_at IS NULL GROUP BY state ORDER BY state';

/** Lists of cases: one statement each, which walks an index in the list's order and stops when the page is full. */
export const listCases = (
  db: Queryable,
  secrets: Secrets,
): Pick<ReadModel, 'cases' | 'counts' | 'waiting' | 'overdue'> => ({
  cases: async (shop, query) => {
    const limit = Math.min(Math.max(1, query.limit), MAX_PAGE);
    const taken = (PAGES.find((size) => size >= limit) ?? MAX_PAGE) + 1;
    const oldestFirst = query.order === 'oldest';
    const place = after(query.cursor, oldestFirst);
    const conditions = [...conditionsOf(query, secrets), ...(place === null ? [] : [place])];
    const either = query.dueBefore === undefined ? [] : overdue(query.dueBefore);
    const { name, wheres, values } = allOf(shop, conditions, either);
    const statement = `cases.${oldestFirst ? 'oldest' : 'newest'}.${taken}.${name}`;
    const { rows } = await prepared<Row>(db, statement, pageText(wheres, oldestFirst ? 'ASC' : 'DESC', taken), values);
    const page = rows.slice(0, limit).map(toSummary);
    const last = page.at(-1)?.case;
    return {
      cases: page,
      nextCursor: rows.length > limit && last !== undefined ? `${Date.parse(last.updatedAt)}_${last.id}` : null,
    };
  },

  counts: async (shop) => {
    const { rows } = await prepared<{ state: string; count: number }>(db, 'cases.counts', OPEN_BY_STATE, [shop]);
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  },

  waiting: (shop, most) => count(db, allOf(shop, [WAITING]), most),
  overdue: (shop, before, most) => count(db, allOf(shop, [OPEN], overdue(before)), most),
});

/** How many there are, up to `most`. */
const count = async (
  db: Queryable,
  { name, wheres, values }: ReturnType<typeof allOf>,
  most: number,
): Promise<number> => {
  const text = `SELECT count(*) AS count FROM (${idsText(wheres, 'DESC', most)}) counted`;
  const { rows } = await prepared<{ count: number }>(db, `cases.count.${most}.${name}`, text, values);
  return rows[0]?.count ?? 0;
};

/** Ids alone first: an index has all that is asked for, and the rows themselves are read for one page. */
const idsText = (wheres: readonly string[], direction: 'ASC' | 'DESC', limit: number): string => {
  const inOrder = `ORDER BY updated_at ${direction}, id ${direction} LIMIT ${limit}`;
  const lists = wheres.map((where) => `SELECT c.id, c.updated_at FROM cases c WHERE ${where} ${inOrder}`);
  return lists.length === 1 ? lists.join('') : `${lists.map((list) => `(${list})`).join(' UNION ')} ${inOrder}`;
};

const pageText = (wheres: readonly string[], direction: 'ASC' | 'DESC', limit: number): string => `
WITH page AS MATERIALIZED (${idsText(wheres, direction, limit)})
SELECT ${CASES.select}, ${PARTS}
  FROM cases WHERE id = ANY(ARRAY(SELECT id FROM page))
 ORDER BY updated_at ${direction}, id ${direction}`;

/** Of units, refunds and due dates what the next step, the amount and the date of a list are told by. */
const PARTS = `
  ARRAY(SELECT goods FROM units WHERE case_id = cases.id) AS goods,
  (SELECT coalesce(json_agg(json_build_object('state', state, 'breakdown', breakdown,
                                              'approvalsNeeded', approvals_needed, 'approvals', approvals, 'id', id)
                            ORDER BY created_at), '[]')
     FROM refund_intents WHERE case_id = cases.id) AS intents,
  (SELECT coalesce(json_agg(json_build_object('kind', kind, 'state', state, 'dueAt', due_at) ORDER BY due_at), '[]')
     FROM deadlines WHERE case_id = cases.id AND state IN ('open', 'late')) AS deadlines`;

type Row = Readonly<{
  goods: readonly UnitRecord['goods'][];
  intents: readonly Pick<RefundIntentRecord, 'id' | 'state' | 'breakdown' | 'approvalsNeeded' | 'approvals'>[];
  deadlines: readonly Pick<DeadlineRecord, 'kind' | 'state' | 'dueAt'>[];
}>;

const toSummary = ({ goods, intents, deadlines: open, ...row }: Row): CaseSummary => {
  const record = fromCaseRow(row);
  const deadlines = open.map((deadline) => ({ ...deadline, dueAt: new Date(deadline.dueAt).toISOString() }));
  return {
    case: record,
    next: nextStep({ case: record, units: goods.map((each) => ({ goods: each })), intents, deadlines }),
    amount: caseAmount(intents, null),
    dueAt: deadlines.find((deadline) => !isReminder(deadline))?.dueAt ?? null,
  };
};
