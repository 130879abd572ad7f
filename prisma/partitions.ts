import type pg from 'pg';
import { KEPT_MESSAGE_DAYS } from '../policy/app/records.ts';
import { sqlState } from './connect.ts';

/**
 * Days of the two tables that are partitioned by them. Days are the database's, in UTC: a clock that the sandbox moves
 * must not move what was acknowledged.
 */
export const TODAY = `(now() AT TIME ZONE 'UTC')::date`;

/** How long a repeat is recognised. Shopify tries for 4 hours, Slack for one; this covers a weekend's outage too. */
export const DEDUPE_DAYS = 3;

/** Days made ahead, so that a process that lost its sweep still takes webhooks. */
const AHEAD_DAYS = 7;

/** Days kept. Rows that are not dealt with keep their day, whatever its age. */
const KEEP = { inbox: KEPT_MESSAGE_DAYS, command_outcomes: DEDUPE_DAYS + 1 } as const;

/**
 * How a day's rows lie. A packed and sealed body takes 2–6 KB: it stays in its row, because a row elsewhere, with an
 * index of its own, costs the server more than all the rest of taking it in. Only larger ones go elsewhere.
 */
const LAYOUT = { inbox: 'WITH (toast_tuple_target = 8160)', command_outcomes: '' } as const;

/**
 * A day is made and dropped under a lock that nobody else may use the table beside: while it waits for a reader (a
 * backup reads for an hour), webhooks and commands wait behind it. What is not needed today gives up and comes next time.
 */
const PATIENCE = `SET LOCAL lock_timeout = '300ms'`;

/** Makes the days ahead and drops the old ones. Safe to run in several processes at once. */
export const keepPartitions = async (db: pg.Pool | pg.Client): Promise<void> => {
  for (const table of ['inbox', 'command_outcomes'] as const) {
    try {
      await makeDays(db, table);
      await dropDays(db, table, KEEP[table]);
    } catch (error) {
      if (sqlState(error) !== '55P03') throw error;
    }
  }
};

const nameOf = (table: string): string => `${table}_d`;

const makeDays = async (db: pg.Pool | pg.Client, table: keyof typeof LAYOUT): Promise<void> => {
  const { rows } = await db.query<{ partition: string; from: string; to: string; needed: boolean }>(
    `SELECT $1 || to_char(day, 'YYYYMMDD') AS partition, day::text AS from, (day + 1)::text AS to, day = ${TODAY} AS needed
       FROM (SELECT ${TODAY} + n AS day FROM generate_series(-1, $2::int) n) days
      WHERE to_regclass($1 || to_char(day, 'YYYYMMDD')) IS NULL ORDER BY needed DESC, day`,
    [nameOf(table), AHEAD_DAYS],
  );
  for (const { partition, from, to, needed } of rows) {
    try {
      await db.query(
        `${needed ? '' : `${PATIENCE}; `}CREATE TABLE IF NOT EXISTS ${partition} PARTITION OF ${table} FOR VALUES FROM ('${from}') TO ('${to}') ${LAYOUT[table]}`,
      );
    } catch (error) {
      // Another process made it between our look and our statement.
      if (sqlState(error) !== '42P07' && sqlState(error) !== '23505') throw error;
    }
  }
};

/**
 * The server may reckon the day of every relation there is before it asks which are partitions of ours: which plan it
 * takes depends on its statistics. What has no day in its name has no day.
 */
const DAY_OF_NAME = `CASE WHEN c.relname ~ '_d[0-9]{8}$' THEN to_date(right(c.relname, 8), 'YYYYMMDD') END`;

const dropDays = async (db: pg.Pool | pg.Client, table: string, keepDays: number): Promise<void> => {
  const undone = table === 'inbox' ? 'AND NOT EXISTS (SELECT FROM inbox_open o WHERE o.day = p.day)' : '';
  const { rows } = await db.query<{ partition: string }>(
    `SELECT p.partition
       FROM (SELECT c.relname AS partition, ${DAY_OF_NAME} AS day
               FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
              WHERE i.inhparent = $1::regclass) p
      WHERE p.day < ${TODAY} - $2::int ${undone}`,
    [table, keepDays],
  );
  for (const { partition } of rows) await db.query(`${PATIENCE}; DROP TABLE IF EXISTS ${partition}`);
};

/** Whether a row had no day to go to: the process slept for longer than the days made ahead. */
export const hasNoDay = (error: unknown): boolean => sqlState(error) === '23514' && /no partition/.test(String(error));
