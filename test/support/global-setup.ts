import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../prisma/embedded.ts';
import { migrate } from '../../prisma/migrate.ts';
import { TEST_DATABASE, type TestServer, withDatabase } from './database.ts';

type Running = { users: number; ready: Promise<() => Promise<void>> };

/** Vitest loads this file once a project; all of them share one server. */
const shared = globalThis as { makegoodTestServer?: Running };

/**
 * One PostgreSQL for a whole run: the embedded one in a folder of its own, or the one `DATABASE_URL` names (there only
 * databases of this run are made, and all of them dropped). It holds a migrated template that `freshDatabase` copies.
 */
export default async (): Promise<() => Promise<void>> => {
  shared.makegoodTestServer ??= { users: 0, ready: start() };
  const running = shared.makegoodTestServer;
  running.users += 1;
  await running.ready;
  return async () => {
    running.users -= 1;
    if (running.users > 0) return;
    shared.makegoodTestServer = undefined;
    await (await running.ready)();
  };
};

const start = async (): Promise<() => Promise<void>> => {
  const given = process.env.DATABASE_URL;
  const server = given === undefined ? await startOwn() : { url: given, stop: async () => {} };
  const prefix = `makegood_test_${randomBytes(4).toString('hex')}`;
  const template = `${prefix}_template`;
  const description: TestServer = { url: server.url, prefix, template };
  const stop = async (): Promise<void> => {
    await onServer(server.url, (client) => dropAll(client, prefix));
    await server.stop();
  };
  try {
    await onServer(server.url, async (client) => {
      await client.query(`CREATE DATABASE ${template}`);
    });
    await migrate(withDatabase(server.url, template));
  } catch (error) {
    await stop();
    throw error;
  }
  process.env[TEST_DATABASE] = JSON.stringify(description);
  return stop;
};

const startOwn = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'makegood-test-'));
  // Under root the server runs as another account, which has to get in.
  chmodSync(dataDir, 0o711);
  const server = await startEmbedded({ dataDir, durable: false });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

const onServer = async (url: string, work: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
};

const dropAll = async (client: pg.Client, prefix: string): Promise<void> => {
  const { rows } = await client.query<{ datname: string }>(
    'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
    [`${prefix}_`],
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
};
