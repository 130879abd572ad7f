import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, type DatabaseOptions, openDatabase } from '../../prisma/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { AT, SHOP } from './samples.ts';

export const KEY = new Uint8Array(32).fill(7);

/** A database of its own with one shop in it, and a connection that looks at it from outside. */
export type Opened = Readonly<{
  db: Database;
  url: string;
  sql: pg.Client;
  dataDir: string;
  /** The same database opened once more, as another process would. */
  another(over?: Partial<DatabaseOptions>): Promise<Database>;
  close(): Promise<void>;
}>;

export const openFresh = async (over: Partial<DatabaseOptions> = {}): Promise<Opened> => {
  const fresh: FreshDatabase = await freshDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'makegood-data-'));
  const options: DatabaseOptions = { url: fresh.url, secretsKey: KEY, dataDir, ...over };
  const db = await openDatabase(options);
  const sql = new pg.Client({ connectionString: fresh.url });
  await sql.connect();
  await db.installations.install(
    {
      domain: SHOP,
      name: 'Demo',
      timeZone: 'Europe/Berlin',
      country: 'DE',
      currency: 'EUR',
      contactEmail: 'shop@example.com',
      address: ['12 Harbor Street', 'Springfield'],
      scopes: ['write_orders'],
    },
    AT,
  );
  const others: Database[] = [];
  return {
    db,
    url: fresh.url,
    sql,
    dataDir,
    another: async (more = {}) => {
      const other = await openDatabase({ ...options, ...more });
      others.push(other);
      return other;
    },
    close: async () => {
      await Promise.all([db, ...others].map((each) => each.close()));
      await sql.end();
      await fresh.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
