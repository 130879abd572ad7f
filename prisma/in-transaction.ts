import type pg from 'pg';

/**
 * One connection from BEGIN to COMMIT, one statement after the other; a connection that could not roll back is thrown
 * away. Where statements may travel together: `store/in-pipelined-transaction.ts`.
 */
export const inTransaction = async <T>(pool: pg.Pool, work: (db: pg.PoolClient) => Promise<T>): Promise<T> => {
  const db = await pool.connect();
  let broken = false;
  try {
    await db.query('BEGIN');
    const result = await work(db);
    await db.query('COMMIT');
    return result;
  } catch (error) {
    await db.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    db.release(broken);
  }
};
