import type pg from 'pg';

/** Anything that answers a query: a pool, or one connection in a transaction. */
export type Queryable = pg.Pool | pg.PoolClient | pg.Client;

/**
 * Runs a statement that every connection prepares once, under a name of its own. Only for texts that never change.
 * @param name unique to the text
 */
export const prepared = async <Row extends object>(
  db: Queryable,
  name: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<pg.QueryResult<Row>> => db.query<Row>({ name, text, values: [...values] });

/** The first row, or null. */
export const one = async <Row extends object>(
  db: Queryable,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row | null> => (await prepared<Row>(db, name, text, values)).rows[0] ?? null;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether an id can exist at all: the server answers anything else with an error instead of nothing. */
export const isId = (id: string): boolean => UUID.test(id);

/** `'a', 'b'` for an IN. Words of our own, never of anybody outside. */
export const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
