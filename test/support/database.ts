import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Environment variable in which `global-setup.ts` tells the tests about the run's server. */
export const TEST_DATABASE = 'MAKEGOOD_TEST_DATABASE';

export type TestServer = Readonly<{ url: string; prefix: string; template: string }>;

/** A migrated, empty database of one's own; `drop` ends whatever is still connected to it. */
export type FreshDatabase = Readonly<{ url: string; drop(): Promise<void> }>;

/** Copies the run's template: as quick as a test file may wish, and nobody else's rows. */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const server = testServer();
  const name = `${server.prefix}_${randomBytes(6).toString('hex')}`;
  await execute(server.url, `CREATE DATABASE ${name} TEMPLATE ${server.template}`);
  return {
    url: withDatabase(server.url, name),
    drop: () => execute(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
};

/** The same server, another database. */
export const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

export const testServer = (): TestServer => {
  const told = process.env[TEST_DATABASE];
  if (told === undefined)
    throw new Error('no test database: add test/support/global-setup.ts to the project that runs this test');
  return JSON.parse(told) as TestServer;
};

const execute = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
