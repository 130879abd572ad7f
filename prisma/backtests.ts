import type pg from 'pg';
import type { BacktestRecord, Backtests } from '../policy/app/policy.ts';
import { isId, one, prepared } from './store/statement.ts';
import { defineTable } from './store/table.ts';

const BACKTESTS = defineTable<BacktestRecord>('policy_backtests', {
  id: 'uuid',
  shop: 'text',
  draftId: 'uuid',
  draftVersion: 'int',
  against: 'int',
  state: 'text',
  done: 'int',
  total: 'int',
  changed: 'int',
  result: 'jsonb',
  error: 'text',
  startedAt: 'timestamptz',
  updatedAt: 'timestamptz',
});

/** Who works notes progress several times a second: silence for so long means that the process is gone. */
const SILENT_SECONDS = 20;
/** Runs of a shop that are kept: the newest is what pages show. */
const KEPT = 5;

/**
 * Runs of a backtest, in the database: the process that works and the one that is asked need not be the same. Times are
 * the database's own, which no movable clock reaches.
 */
export const createBacktests = ({ pool }: Readonly<{ pool: pg.Pool }>): Backtests => ({
  begin: async (run) => {
    await prepared(pool, 'backtests.stop_others', STOP_OTHERS, [run.shop]);
    const begun = await one<BacktestRecord>(pool, 'backtests.begin', BEGIN, [
      run.id,
      run.shop,
      run.draftId,
      run.draftVersion,
      run.against,
      run.total,
    ]);
    await prepared(pool, 'backtests.forget', FORGET, [run.shop, KEPT]);
    if (begun === null) throw new Error('the run was not kept');
    return begun;
  },
  note: async (id, { done, changed }) =>
    (await prepared(pool, 'backtests.note', NOTE, [id, done, changed])).rowCount === 1,
  end: async (id, { state, result, error }) => {
    await prepared(pool, 'backtests.end', END, [
      id,
      state,
      result === undefined ? null : JSON.stringify(result),
      error ?? null,
    ]);
  },
  stop: async (shop, id) => isId(id) && (await prepared(pool, 'backtests.stop', STOP, [shop, id])).rowCount === 1,
  latest: async (shop) => {
    const found = await one<BacktestRecord & { gone: boolean }>(pool, 'backtests.latest', LATEST, [shop]);
    if (found === null) return null;
    const { gone, ...run } = found;
    return gone ? { ...run, state: 'failed', error: 'the server stopped while it ran: start it again' } : run;
  },
});

const BEGIN = `
INSERT INTO policy_backtests (id, shop, draft_id, draft_version, against, state, done, total, changed, started_at, updated_at)
VALUES ($1, $2, $3, $4, $5, 'running', 0, $6, 0, now(), now()) RETURNING ${BACKTESTS.select}`;
const STOP_OTHERS = `UPDATE policy_backtests SET state = 'cancelled', updated_at = now() WHERE shop = $1 AND state = 'running'`;
const FORGET = `
DELETE FROM policy_backtests WHERE shop = $1 AND id NOT IN
 (SELECT id FROM policy_backtests WHERE shop = $1 ORDER BY number DESC LIMIT $2)`;
/** Of two that began at the same moment neither has seen the other: the newer one is what pages show, and goes on. */
const NOTE = `
UPDATE policy_backtests run SET done = $2, changed = $3, updated_at = now()
 WHERE id = $1 AND state = 'running'
   AND NOT EXISTS (SELECT FROM policy_backtests newer WHERE newer.shop = run.shop AND newer.number > run.number)`;
const END = `
UPDATE policy_backtests SET state = $2, result = $3::jsonb, error = $4, updated_at = now(),
 done = CASE WHEN $2 = 'done' THEN total ELSE done END
 WHERE id = $1 AND state = 'running'`;
const STOP = `UPDATE policy_backtests SET state = 'cancelled', updated_at = now() WHERE shop = $1 AND id = $2 AND state = 'running'`;
const LATEST = `
SELECT ${BACKTESTS.select}, state = 'running' AND updated_at < now() - interval '${SILENT_SECONDS} seconds' AS gone
 FROM policy_backtests WHERE shop = $1 ORDER BY number DESC LIMIT 1`;
