import type pg from 'pg';
import type { Queryable } from './statement.ts';

/**
 * One connection from BEGIN to COMMIT. BEGIN is not waited for: it travels with the first statement; and whoever knows
 * their last statements may have the COMMIT travel with them.
 * A connection that could not roll back is thrown away.
 * @param pool one whose statements travel together (`pipeline`)
 */
export const inPipelinedTransaction = async <T>(
  pool: Pick<pg.Pool, 'connect'>,
  begin: string,
  work: (db: Queryable, commit: () => Promise<unknown>) => Promise<T>,
): Promise<T> => {
  const db = await pool.connect();
  let ending: Promise<unknown> | null = null;
  const commit = (): Promise<unknown> => {
    ending ??= db.query('COMMIT');
    return ending;
  };
  const open = {
    query: (...asked: Parameters<pg.PoolClient['query']>) => {
      if (ending !== null) throw new Error('the transaction has ended: nothing is read or written after its COMMIT');
      return db.query(...asked);
    },
  } as unknown as Queryable;
  let broken: unknown = null;
  try {
    const begun = db.query(begin);
    begun.catch(() => {});
    const result = await work(open, commit);
    await begun;
    await commit();
    return result;
  } catch (error) {
    await (ending ?? db.query('ROLLBACK')).catch((failed: unknown) => {
      broken = failed;
    });
    throw error;
  } finally {
    db.release(broken !== null);
  }
};
