import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { reach, sqlState } from './connect.ts';
import { type Log, silent } from './log.ts';

const FOLDER = join(import.meta.dirname, 'migrations');

/** Any number, as long as every process asks for the same one. */
const LOCK = 7_221_120;

type Migration = Readonly<{ name: string; sql: string; checksum: string }>;

/**
 * Brings the database to this program's schema: Prisma's migrations, in order and in one transaction, recorded as
 * Prisma's own CLI would. Several processes that start at once do it one after the other.
 * @returns names of what was applied now
 * @throws Error where the database was migrated by a newer program, or a migration that was applied has been changed
 */
export const migrate = async (url: string, log: Log = silent): Promise<readonly string[]> => {
  const client = await reach(url);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const applied = await applyMigrations(client, readMigrations(), log);
    if (applied.length > 0) log.info({ applied }, 'database migrated');
    return applied;
  } finally {
    // Ends the session, and with it the lock.
    await client.end();
  }
};

const readMigrations = (): readonly Migration[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(FOLDER, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The table as Prisma's schema engine makes it. */
const TABLE = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

const applyMigrations = async (
  client: pg.Client,
  migrations: readonly Migration[],
  log: Log,
): Promise<readonly string[]> => {
  const { rows: exists } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  );
  const done = exists[0]?.there === true ? await recorded(client) : new Map<string, string>();
  const known = new Set(migrations.map((migration) => migration.name));
  for (const name of done.keys()) {
    if (!known.has(name))
      throw new Error(`the database has migration ${name}, which this version does not know: run a newer version`);
  }
  for (const { name, checksum } of migrations) {
    const was = done.get(name);
    if (was !== undefined && was !== checksum) {
      throw new Error(
        `migration ${name} was changed after it was applied: restore its file, and write a new migration for the change`,
      );
    }
  }
  const pending = migrations.filter((migration) => !done.has(migration.name));
  if (pending.length === 0) return [];
  await applyInTurn(client, pending, log);
  return pending.map((migration) => migration.name);
};

/**
 * A table that is changed may not be read meanwhile: while a migration waits for a reader (a backup reads for an hour),
 * all that processes of the version before ask of it wait behind. So it waits briefly, and lets them on before it
 * asks again.
 */
const PATIENCE = `SET LOCAL lock_timeout = '1s'`;
const PAUSE_MS = 2_000;
/** Some ten minutes. */
const TRIES = 200;
/** A lock that did not come in time; and a deadlock with somebody who had asked in another order. */
const OTHERS_FAULT: readonly (string | null)[] = ['55P03', '40P01'];

const applyInTurn = async (client: pg.Client, pending: readonly Migration[], log: Log): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await applyAll(client, pending);
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      if (attempt === TRIES || !OTHERS_FAULT.includes(sqlState(error)))
        throw new Error(`the database was not migrated: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      if (attempt === 1)
        log.warn({}, 'the database is migrated when its tables are not in use: a backup may be running');
      await setTimeout(PAUSE_MS);
    }
  }
};

const applyAll = async (client: pg.Client, pending: readonly Migration[]): Promise<void> => {
  await client.query('BEGIN');
  await client.query(PATIENCE);
  await client.query(TABLE);
  for (const { name, sql, checksum } of pending) {
    await client.query(sql);
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), now(), 1)',
      [randomUUID(), checksum, name],
    );
  }
  await client.query('COMMIT');
};

/** Migration → checksum, of those that finished. */
const recorded = async (client: pg.Client): Promise<Map<string, string>> => {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const half = rows.find((row) => !row.finished);
  if (half !== undefined)
    throw new Error(`migration ${half.name} was begun and did not finish: see prisma migrate resolve`);
  return new Map(rows.map((row) => [row.name, row.checksum]));
};
