import { Socket } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createPool } from '../../prisma/connect.ts';
import { holdConnection } from '../../prisma/held-connection.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const IDLE = `SELECT current_setting('tcp_keepalives_idle')::int AS seconds`;
type Idle = Readonly<{ seconds: number }>;

it('notices within a minute that the other end is gone, on both ends of every connection', async () => {
  const asked = vi.spyOn(Socket.prototype, 'setKeepAlive');
  const told: number[] = [];
  const pool = createPool(fresh.url, { max: 1, name: 'test' });
  const held = await holdConnection(fresh.url, {
    name: 'test',
    begin: async (client) => told.push((await client.query<Idle>(IDLE)).rows[0]?.seconds ?? 0),
    broke: () => {},
  });
  try {
    told.push((await pool.query<Idle>(IDLE)).rows[0]?.seconds ?? 0);
    expect(told).toEqual([30, 30]);
    expect(asked.mock.calls).toEqual([
      [true, 30_000],
      [true, 30_000],
    ]);
  } finally {
    asked.mockRestore();
    await held.letGo();
    await pool.end();
  }
});
