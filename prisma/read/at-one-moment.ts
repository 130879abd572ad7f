import type pg from 'pg';
import type { Queryable } from '../store/statement.ts';

const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY';

/**
 * Reads with several statements that all see what was stored when the first of them ran. The BEGIN travels with that
 * first one, and `end`, called beside the last ones, travels with those: nothing waits for either.
 * A connection on which something failed is thrown away.
 */
export const atOneMoment = async <T>(
  pool: Pick<pg.Pool, 'connect'>,
  read: (db: Queryable, end: () => Promise<void>) => Promise<T>,
): Promise<T> => {
  const db = await pool.connect();
  let ending: Promise<void> | null = null;
  const end = (): Promise<void> => {
    ending ??= db.query('COMMIT').then(() => {});
    return ending;
  };
  let failed = true;
  try {
    const begun = db.query(BEGIN);
    begun.catch(() => {});
    const found = await read(db, end);
    await begun;
    await end();
    failed = false;
    return found;
  } finally {
    db.release(failed);
  }
};
