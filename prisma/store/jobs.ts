import { prepared, type Queryable } from './statement.ts';

/**
 * Jobs are added by SQL in the transaction that decided them, and by nothing else.
 *
 * A job is tried twice: whether an *effect* is tried again is decided by who runs it, and written on the effect. The
 * second try is for a process that died before it could write anything.
 */
const MAX_ATTEMPTS = 2;

/**
 * SQL that adds the job of an effect, under its id: adding it again moves it instead of doubling it.
 * @param id     SQL of the effect's id
 * @param delay  SQL of an interval
 */
export const effectJob = (id: string, delay: string): string =>
  `graphile_worker.add_job('effect', json_build_object('id', ${id}), NULL, now() + ${delay}, ${MAX_ATTEMPTS}, 'effect:' || ${id})`;

const ADD_EFFECTS = `SELECT ${effectJob('e.id', "interval '0'")} FROM unnest($1::uuid[]) AS e(id)`;

export const addEffectJobs = async (db: Queryable, ids: readonly string[]): Promise<void> => {
  await prepared(db, 'jobs.effects', ADD_EFFECTS, [ids]);
};

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
