import type pg from 'pg';
import { nextStep } from '../../policy/app/next-step.ts';
import type { CaseDetail, ReadModel } from '../../policy/app/read-model.ts';
import type {
  CaseRecord,
  DeadlineRecord,
  DecisionRecord,
  EffectRecord,
  EntryRecord,
  RefundIntentRecord,
  ShopRecord,
  UnitRecord,
} from '../../policy/app/records.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import type { Secrets } from '../secrets.ts';
import { inPipelinedTransaction } from '../store/in-pipelined-transaction.ts';
import { readPersonById } from '../store/people.ts';
import { isId, one, prepared, type Queryable } from '../store/statement.ts';
import { CASES, DEADLINES, DECISIONS, EFFECTS, ENTRIES, fromCaseRow, INTENTS, SHOPS, UNITS } from '../store/tables.ts';
import { openTranscript } from '../store/transcripts.ts';
import { canonicalRma } from './case-conditions.ts';

/**
 * What a case's page shows: the case first, then all that belongs to it in one more round trip, and all of it as it
 * stood at one moment. Read one after the other, a refund could be stopped beside a case that is still paying it out.
 */
export const detailCases = (
  pool: Pick<pg.Pool, 'connect'>,
  secrets: Secrets,
): Pick<ReadModel, 'caseDetail' | 'caseByRma' | 'caseByThread'> => {
  const detail = async (by: string, where: string, values: readonly string[]): Promise<CaseDetail | null> => {
    // A thread that carried two cases shows the later one.
    const text = `SELECT ${CASES.select} FROM cases WHERE shop = $1 AND ${where} ORDER BY number DESC LIMIT 1`;
    return inPipelinedTransaction(pool, AT_ONE_MOMENT, async (db, end) => {
      const row = await one(db, `case.by-${by}`, text, values);
      return row === null ? null : await readDetail(db, end, secrets, fromCaseRow(row));
    });
  };
  return {
    caseDetail: async (shop, id) => (isId(id) ? detail('id', 'id = $2', [shop, id]) : null),
    caseByRma: (shop, rma) => detail('rma', 'rma = $2', [shop, canonicalRma(rma)]),
    caseByThread: (shop, channel, threadTs) =>
      detail('thread', 'thread_channel = $2 AND thread_ts = $3', [shop, channel, threadTs]),
  };
};

/** All that is read sees what was stored when the first of it was read. */
const AT_ONE_MOMENT = 'BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY';

const OF_CASE = {
  units: `SELECT ${UNITS.select} FROM units WHERE case_id = $1 ORDER BY line_item_id, index`,
  entries: `SELECT ${ENTRIES.select} FROM entries WHERE case_id = $1 ORDER BY seq`,
  decisions: `SELECT ${DECISIONS.select} FROM decisions WHERE case_id = $1 ORDER BY at, id`,
  effects: `SELECT ${EFFECTS.select} FROM effects WHERE case_id = $1 ORDER BY created_at, id`,
  intents: `SELECT ${INTENTS.select} FROM refund_intents WHERE case_id = $1 ORDER BY created_at, id`,
  deadlines: `SELECT ${DEADLINES.select} FROM deadlines WHERE case_id = $1 ORDER BY due_at, id`,
  policies: `SELECT id, number, effective_at AS "effectiveAt" FROM policy_versions WHERE id IN
    (SELECT policy_version FROM decisions WHERE case_id = $1 UNION SELECT policy_version FROM cases WHERE id = $1) ORDER BY number`,
} as const;

/** What was noted for the case, and what was said in its thread before it was one. */
const SAID = `
SELECT t.shop, t.channel, t.ts, t.at, t.text, t.sealed,
       coalesce(CASE WHEN t.by = 'makegood' THEN 'Makegood' END,
                (SELECT p.name FROM people p WHERE p.shop = $2 AND p.slack_user = t.by ORDER BY p.id LIMIT 1), t.by) AS name
  FROM transcripts t
 WHERE t.case_id = $1 OR (t.shop = $2 AND t.channel = $3 AND t.thread_ts = $4)
 ORDER BY t.at, t.ts`;

type Said = Readonly<{
  shop: string;
  channel: string;
  ts: string;
  at: string;
  text: string | null;
  sealed: Buffer | null;
  name: string;
}>;

/** The statements travel together, the last of all with them: nothing here waits for the answer of another. */
const readDetail = async (
  db: Queryable,
  end: () => Promise<unknown>,
  secrets: Secrets,
  record: CaseRecord,
): Promise<CaseDetail> => {
  const ofCase = async <Row extends object>(name: keyof typeof OF_CASE): Promise<readonly Row[]> =>
    (await prepared<Row>(db, `case.${name}`, OF_CASE[name], [record.id])).rows;
  const { shop, orderId, openedBy, thread } = record;
  const [units, entries, decisions, effects, intents, deadlines, policies, order, home, opener, said] =
    await Promise.all([
      ofCase<UnitRecord>('units'),
      ofCase<EntryRecord>('entries'),
      ofCase<DecisionRecord>('decisions'),
      ofCase<EffectRecord>('effects'),
      ofCase<RefundIntentRecord>('intents'),
      ofCase<DeadlineRecord>('deadlines'),
      ofCase<CaseDetail['policies'][number]>('policies'),
      one<{ facts: OrderFacts }>(db, 'case.order', 'SELECT facts FROM orders WHERE shop = $1 AND id = $2', [
        shop,
        orderId,
      ]),
      one<ShopRecord>(db, 'case.shop', `SELECT ${SHOPS.select} FROM shops WHERE domain = $1`, [shop]),
      openedBy === null ? null : readPersonById(db, shop, openedBy),
      prepared<Said>(db, 'case.said', SAID, [record.id, shop, thread?.channel ?? null, thread?.ts ?? null]),
      end(),
    ]);
  if (order === null || home === null)
    throw new Error(`case ${record.id} refers to an order or a shop that is not stored`);
  return {
    case: record,
    next: nextStep({ case: record, units, intents, deadlines }),
    order: order.facts,
    shop: home,
    units,
    entries,
    decisions,
    effects,
    intents,
    deadlines,
    policies,
    openedByName: opener?.name ?? null,
    messages: said.rows.map((row) => ({ at: row.at, by: row.name, text: openTranscript(secrets, row) })),
  };
};
