import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../prisma/index.ts';
import { migrate } from '../../prisma/migrate.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { until } from '../support/wait.ts';

const folder = join(import.meta.dirname, '..', '..', 'prisma', 'migrations');
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const WAITING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'makegood start' AND wait_event_type = 'Lock'`;

describe('migrate', () => {
  let fresh: FreshDatabase;
  let sql: pg.Client;
  beforeAll(async () => {
    fresh = await freshDatabase();
    sql = new pg.Client({ connectionString: fresh.url });
    await sql.connect();
  });
  afterAll(async () => {
    await sql.end();
    await fresh.drop();
  });

  const emptied = async (): Promise<void> => {
    await sql.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  };

  it('brings an empty database up to date once, however many start at once', async () => {
    await emptied();
    const applied = await Promise.all([migrate(fresh.url), migrate(fresh.url), migrate(fresh.url)]);
    expect(applied.flat()).toEqual(names);
    expect(await migrate(fresh.url)).toEqual([]);
  });

  it("records them as Prisma's own CLI does", async () => {
    const { rows } = await sql.query(
      'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at FROM _prisma_migrations ORDER BY 1',
    );
    expect(rows).toEqual(
      names.sort().map((name) => ({
        migration_name: name,
        checksum: createHash('sha256')
          .update(readFileSync(join(folder, name, 'migration.sql')))
          .digest('hex'),
        finished: true,
        rolled_back_at: null,
      })),
    );
  });

  it('refuses a migration that was changed after it was applied', async () => {
    await sql.query(`UPDATE _prisma_migrations SET checksum = repeat('0', 64) WHERE migration_name = $1`, [names[0]]);
    await expect(migrate(fresh.url)).rejects.toThrow(`migration ${names[0]} was changed after it was applied`);
  });

  it('refuses a database of a newer version', async () => {
    await emptied();
    await migrate(fresh.url);
    await sql.query(
      `UPDATE _prisma_migrations SET migration_name = '99991231000000_future' WHERE migration_name = $1`,
      [names[0]],
    );
    await expect(migrate(fresh.url)).rejects.toThrow(
      'the database has migration 99991231000000_future, which this version does not know',
    );
  });

  it('lets everybody else work while it waits for a backup', async () => {
    await emptied();
    await migrate(fresh.url);
    // As it was before the last column.
    await sql.query(`ALTER TABLE policy_versions DROP COLUMN withdrawn_at;
      DELETE FROM _prisma_migrations WHERE migration_name = '20261130090000_withdrawn_versions'`);
    const backup = new pg.Client({ connectionString: fresh.url });
    await backup.connect();
    try {
      await backup.query('BEGIN; SELECT FROM policy_versions LIMIT 1');
      const migrating = migrate(fresh.url);
      migrating.catch(() => {});
      await until('the migration to wait', async () => (await sql.query(WAITING)).rows.length > 0);
      const begun = performance.now();
      await sql.query('SELECT FROM policy_versions LIMIT 1');
      expect(performance.now() - begun).toBeLessThan(3_000);
      await backup.query('ROLLBACK');
      expect(await migrating).toEqual(['20261130090000_withdrawn_versions']);
    } finally {
      await backup.end();
    }
  });

  it('leaves nothing behind when it fails', async () => {
    await emptied();
    await sql.query('CREATE TABLE deadlines (mine text)');
    await expect(migrate(fresh.url)).rejects.toThrow(
      /the database was not migrated: relation "deadlines" already exists/,
    );
    const { rows } = await sql.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
    expect(rows).toEqual([{ tablename: 'deadlines' }]);
  });
});

describe('a database that cannot be opened', () => {
  const open = (url: string) => openDatabase({ url, secretsKey: new Uint8Array(32), dataDir: '/nonexistent' });

  it('is named by host and port, without the password', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const failed = await open(`postgres://makegood:hunter2@127.0.0.1:${port}/makegood`).catch(
      (error: unknown) => error as Error,
    );
    expect(failed).toMatchObject({
      name: 'DatabaseUnreachable',
      message: `database unreachable at 127.0.0.1:${port}: connect ECONNREFUSED 127.0.0.1:${port}`,
    });
  });

  it('says what is wrong with an address that is none', async () => {
    await expect(open('my database')).rejects.toThrow('DATABASE_URL is no address');
  });
});
