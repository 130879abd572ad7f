import type pg from 'pg';
import type { ReadModel } from '../../policy/app/read-model.ts';
import type { Secrets } from '../secrets.ts';
import { prepared } from '../store/statement.ts';
import { CASES, fromCaseRow } from '../store/tables.ts';
import { detailCases } from './case-detail.ts';
import { listCases } from './case-list.ts';

type Reads = Pick<
  ReadModel,
  'caseDetail' | 'caseByRma' | 'caseByThread' | 'openCasesOfOrder' | 'cases' | 'counts' | 'waiting' | 'overdue'
>;

const OPEN_OF_ORDER = `
SELECT ${CASES.select} FROM cases WHERE shop = $1 AND order_id = $2 AND closed_at IS NULL ORDER BY number`;

export const readCases = ({ pool, secrets }: Readonly<{ pool: pg.Pool; secrets: Secrets }>): Reads => ({
  ...detailCases(pool, secrets),
  ...listCases(pool, secrets),
  openCasesOfOrder: async (shop, orderId) =>
    (await prepared(pool, 'cases.open-of-order', OPEN_OF_ORDER, [shop, orderId])).rows.map(fromCaseRow),
});
