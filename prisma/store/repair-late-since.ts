import type pg from 'pg';
import { inTransaction } from '../in-transaction.ts';
import { NO_REMINDER, saveLateSince } from './late-since.ts';
import { prepared } from './statement.ts';

type Named = Readonly<{ caseId: string; shop: string }>;

/** What is left comes with the next round. */
const BATCH = 500;
/** It reads all due dates: not with every sweep, and soon after the last process of before has gone. */
const ROUND_MS = 15 * 60_000;

/**
 * Cases whose `late_since` is not what their due dates say: a process of an earlier version, which still runs beside this
 * one while it is replaced, writes due dates alone.
 */
const AMISS = `
SELECT c.id AS "caseId", c.shop FROM cases c
  LEFT JOIN (SELECT case_id, min(due_at) AS since FROM deadlines WHERE state = 'late' AND ${NO_REMINDER} GROUP BY case_id) told
    ON told.case_id = c.id
 WHERE c.closed_at IS NULL AND c.late_since IS DISTINCT FROM told.since
 ORDER BY c.id LIMIT ${BATCH}`;

/** Nobody writes to the case meanwhile; its due dates are read behind the lock. */
const HOLD = 'SELECT FROM cases WHERE id = $1 FOR UPDATE';

/** Writes `late_since` where it is missing or over: with the first call, and each quarter of an hour of real time. */
export const createLateRepair = (pool: pg.Pool): (() => Promise<void>) => {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - last < ROUND_MS) return;
    const { rows } = await prepared<Named>(pool, 'cases.late-amiss', AMISS, []);
    for (const { caseId, shop } of rows)
      await inTransaction(pool, async (db) => {
        await prepared(db, 'cases.late-hold', HOLD, [caseId]);
        await Promise.all(saveLateSince(db, shop, [{ caseId }]));
      });
    if (rows.length < BATCH) last = performance.now();
  };
};
