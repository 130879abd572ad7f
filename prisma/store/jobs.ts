import { prepared, type Queryable } from './statement.ts';

/**
 * Jobs of the drain and the sweep; effects are a queue of their own (`prisma/effect-queue.ts`). Jobs are added by SQL in
 * the transaction that decided them, and by nothing else. The second try is for a process that died before it could
 * write anything.
 */
const MAX_ATTEMPTS = 2;

/** SQL that asks for the inbox to be drained. A drain that is under way does not count: it may have looked already. */
export const DRAIN = `graphile_worker.add_job('drain-inbox', NULL, NULL, now(), ${MAX_ATTEMPTS}, 'drain-inbox')`;

/**
 * The same for those who take messages in: a job of each connection's own, so that two groups that are being committed
 * do not wait for each other's row. A drain that finds nothing left costs a millisecond.
 */
export const DRAIN_BY_TAKER = `graphile_worker.add_job('drain-inbox', NULL, NULL, now(), ${MAX_ATTEMPTS}, 'drain-inbox:taker:' || pg_backend_pid())`;

/** The same, later, for one row. `$1` row, `$2` milliseconds. */
export const addDrainAt = async (db: Queryable, seq: string, waitMs: number): Promise<void> => {
  await prepared(
    db,
    'jobs.drain-later',
    `SELECT graphile_worker.add_job('drain-inbox', NULL, NULL, now() + $2::float8 * interval '1 millisecond', ${MAX_ATTEMPTS}, 'drain-inbox:' || $1::text)`,
    [seq, waitMs],
  );
};

export const addDrainNow = async (db: Queryable): Promise<void> => {
  await prepared(db, 'jobs.drain', `SELECT ${DRAIN}`);
};

export const addSweep = async (db: Queryable): Promise<void> => {
  await prepared(
    db,
    'jobs.sweep',
    `SELECT graphile_worker.add_job('sweep', NULL, NULL, now(), ${MAX_ATTEMPTS}, 'sweep')`,
  );
};
