import { holdConnection } from './held-connection.ts';
import type { Log } from './log.ts';
import type { Queryable } from './store/statement.ts';

/**
 * Who is alive. Each process holds a session lock under its own name for as long as it has a connection; a name whose
 * lock is free belongs to a process that died, and what it had taken (effects, rows of the inbox) is given
 * back at once instead of when its lease is over.
 */
export type Presence = Readonly<{ leave(): Promise<void> }>;

/** First half of the two-number locks: apart from the one-number locks that commands take. */
const SPACE = 7_221_122;

/** Announces `name`. Should the connection break, it is announced again. */
export const announce = async (url: string, name: string, log: Log): Promise<Presence> => {
  const held = await holdConnection(url, {
    name: 'presence',
    begin: (client) => client.query('SELECT pg_advisory_lock_shared($1::int, hashtext($2))', [SPACE, name]),
    broke: () => log.warn({}, 'the connection that shows this process is alive broke; making it again'),
  });
  return { leave: held.letGo };
};

/**
 * SQL: the process named in this column (`claimed_by`, `taken_by`, `runner`) is not there. The catalog shows a lock's
 * numbers without sign.
 */
export const isDead = (column: string): string => `${column} IS NOT NULL AND NOT EXISTS (
  SELECT FROM pg_locks l
   WHERE l.locktype = 'advisory' AND l.classid = ${SPACE} AND l.objsubid = 2
     AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
     AND l.objid = (hashtext(${column})::bigint & 4294967295)::oid)`;

/**
 * Gives back what dead processes had taken: it is ready at once.
 * @returns how much it was
 */
export const releaseDead = async (db: Queryable): Promise<number> => {
  const effects = await db.query(
    `UPDATE effects SET ready_at = now(), taken_by = NULL WHERE ready_at IS NOT NULL AND ${isDead('taken_by')}`,
  );
  const inbox = await db.query(
    `UPDATE inbox_open SET ready_at = now(), claimed_by = NULL WHERE parked_at IS NULL AND ${isDead('claimed_by')}`,
  );
  return (effects.rowCount ?? 0) + (inbox.rowCount ?? 0);
};
