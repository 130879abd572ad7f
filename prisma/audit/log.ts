import type pg from 'pg';
import type { AuditEntry, AuditFilter, AuditRead } from '../../policy/app/audit.ts';
import { CHAINED_ENTRIES, SHOP_ENTRIES } from '../store/tables.ts';
import { csvHead, csvLine } from './csv.ts';
import type { ExportedEntry, ExportHead } from './exported.ts';

/** Entries of one page of a file: held in memory at once, a few hundred KB. */
const FILE_PAGE = 1000;
const MAX_PAGE = 200;

/** Cases are looked up after the page is cut: a join of all would read all. */
const PAGE = (cases: string, own: string): string => `
SELECT p.*, c.number AS "caseNumber", c.order_name AS "orderName" FROM (
  (SELECT id, at, "by", by_name AS "byName", event, text, clauses, "from", "to", case_id AS "caseId", seq, digest,
          salt IS NULL AS redacted
     FROM entries WHERE shop = $1${cases} ORDER BY at DESC, id DESC LIMIT $2)
  UNION ALL
  (SELECT id, at, "by", by_name, event, text, clauses, NULL, NULL, NULL, seq, digest, salt IS NULL
     FROM shop_entries WHERE shop = $1${own} ORDER BY at DESC, id DESC LIMIT $2)
  ORDER BY at DESC, id DESC LIMIT $2
) p LEFT JOIN cases c ON c.id = p."caseId" ORDER BY p.at DESC, p.id DESC`;

/** Milliseconds of a year that the database knows. */
const CURSOR = /^(\d{1,13})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Conditions of a filter, for the cases' entries and for the shop's own; values are numbered from `$3` on. */
const conditions = (
  filter: AuditFilter & { cursor?: string },
  from: number,
): Readonly<{ cases: string; own: string; values: unknown[] }> => {
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (make: (name: string) => string, ...given: unknown[]): void => {
    const names = given.map((value) => {
      values.push(value);
      return `$${from + values.length - 1}`;
    });
    parts.push(make(names.join(', ')));
  };
  if (filter.by !== undefined) add((by) => `"by" = ${by}`, filter.by);
  if (filter.event !== undefined) add((event) => `event = ${event}`, filter.event);
  if (filter.from !== undefined) add((at) => `at >= ${at}::timestamptz`, filter.from);
  if (filter.until !== undefined) add((at) => `at < ${at}::timestamptz`, filter.until);
  const [, millis, id] = CURSOR.exec(filter.cursor ?? '') ?? [];
  if (millis !== undefined)
    add(
      (names) => {
        const [at, last] = names.split(', ');
        return `(at, id) < (${at}::timestamptz, ${last}::uuid)`;
      },
      new Date(Number(millis)).toISOString(),
      id,
    );
  const all = parts.map((part) => ` AND ${part}`).join('');
  if (filter.caseNumber === undefined) return { cases: all, own: all, values };
  values.push(filter.caseNumber);
  const ofCase = ` AND case_id = (SELECT id FROM cases WHERE shop = $1 AND number = $${from + values.length - 1})`;
  return { cases: all + ofCase, own: `${all} AND false`, values };
};

export const createAuditLog = ({ pool }: Readonly<{ pool: pg.Pool }>): AuditRead => ({
  auditPage: async (shop, query) => {
    const limit = Math.min(Math.max(1, query.limit), MAX_PAGE);
    const { cases, own, values } = conditions(query, 3);
    const { rows } = await pool.query<AuditEntry & { at: string | Date }>(PAGE(cases, own), [
      shop,
      limit + 1,
      ...values,
    ]);
    const entries = rows.slice(0, limit).map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
    const last = entries.at(-1);
    return {
      entries,
      nextCursor: rows.length > limit && last !== undefined ? `${Date.parse(last.at)}_${last.id}` : null,
    };
  },

  auditFile: async function* (shop, format, filter, at) {
    const head: ExportHead = {
      makegoodAudit: 1,
      shop,
      exportedAt: at,
      filtered: Object.values(filter).some((one) => one !== undefined),
    };
    yield format === 'csv' ? csvHead() : `{"head":${JSON.stringify(head)},"entries":[`;
    let first = true;
    for await (const page of pages(pool, shop, filter)) {
      if (format === 'csv') yield page.map(csvLine).join('');
      else {
        yield page.map((entry, index) => `${first && index === 0 ? '\n' : ',\n'}${JSON.stringify(entry)}`).join('');
        first = false;
      }
    }
    if (format === 'json') yield '\n]}\n';
  },
});

/** Chain after chain, each from its beginning: the order in which a reader can check as it reads. */
async function* pages(pool: pg.Pool, shop: string, filter: AuditFilter): AsyncGenerator<readonly ExportedEntry[]> {
  const { cases, own, values } = conditions(filter, 5);
  for (let after: Readonly<{ id: string; seq: number }> = { id: '00000000-0000-0000-0000-000000000000', seq: 0 }; ; ) {
    const { rows } = await pool.query(
      `SELECT ${CHAINED_ENTRIES.select} FROM entries
        WHERE shop = $1 AND (case_id, seq) > ($2::uuid, $3)${cases} ORDER BY case_id, seq LIMIT $4`,
      [shop, after.id, after.seq, FILE_PAGE, ...values],
    );
    if (rows.length === 0) break;
    yield rows.map((row) => plain(row, 'case'));
    const last = rows.at(-1) as { caseId: string; seq: number };
    after = { id: last.caseId, seq: last.seq };
  }
  for (let seq = 0; ; ) {
    const { rows } = await pool.query(
      `SELECT ${SHOP_ENTRIES.select} FROM shop_entries
        WHERE shop = $1 AND $2::uuid IS NOT NULL AND seq > $3${own} ORDER BY seq LIMIT $4`,
      [shop, '00000000-0000-0000-0000-000000000000', seq, FILE_PAGE, ...values],
    );
    if (rows.length === 0) break;
    yield rows.map((row) => plain(row, 'shop'));
    seq = (rows.at(-1) as { seq: number }).seq;
  }
}

const plain = (row: { at: string | Date }, chain: 'case' | 'shop'): ExportedEntry =>
  ({ chain, ...row, at: new Date(row.at).toISOString() }) as unknown as ExportedEntry;
