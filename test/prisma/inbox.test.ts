import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../../prisma/connect.ts';
import { createDrain } from '../../prisma/inbox/drain.ts';
import { createInbox } from '../../prisma/inbox/inbox.ts';
import { keepPartitions } from '../../prisma/partitions.ts';
import { createSecrets } from '../../prisma/secrets.ts';
import { until } from '../support/wait.ts';
import { inboxContract } from './inbox-contract.ts';
import { KEY, type Opened, openFresh } from './open.ts';
import { anItem, SHOP } from './samples.ts';

inboxContract('PostgreSQL', async () => {
  const opened = await openFresh();
  return { inbox: opened.db.inbox, drain: opened.db.drain, close: opened.close };
});

describe('what only the database shows', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openFresh();
  });
  afterAll(() => opened.close());

  const count = async (table: string): Promise<number> =>
    (await opened.sql.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n ?? 0;

  it('commits a burst in groups', async () => {
    await Promise.all(Array.from({ length: 200 }, () => opened.db.inbox.store(anItem())));
    const { rows } = await opened.sql.query<{ commits: number }>(
      'SELECT count(DISTINCT xmin::text)::int AS commits FROM inbox',
    );
    expect(await count('inbox')).toBe(200);
    expect(rows[0]?.commits).toBeLessThan(50);
  });

  it('keeps bodies packed and unreadable, and still reads those from before they were', async () => {
    const words = JSON.stringify({ email: 'robin@example.com', note: 'x'.repeat(20_000) });
    const item = anItem({ body: Buffer.from(words) });
    await opened.db.inbox.store(item);
    const stored = await opened.sql.query<{ body: Buffer }>('SELECT body FROM inbox WHERE id = $1', [item.id]);
    expect(stored.rows[0]?.body.includes('robin@example.com')).toBe(false);
    expect(stored.rows[0]?.body.length).toBeLessThan(1_000);

    const older = anItem({ body: Buffer.from(words) });
    await opened.db.inbox.store(older);
    await opened.sql.query('UPDATE inbox SET body = $2 WHERE id = $1', [older.id, Buffer.from(words)]);
    const claimed = await opened.db.drain.claim(1_000);
    for (const { id } of [item, older])
      expect(Buffer.from(claimed.find((row) => row.id === id)?.body ?? []).toString()).toBe(words);
    await opened.db.drain.done(claimed.map((row) => row.rowId));
  });

  it('calls the drain for what it stored, and not for a repeat', async () => {
    const pool = createPool(opened.url, { max: 1, name: 'test' });
    try {
      let calls = 0;
      const inbox = createInbox(pool, createSecrets(KEY), () => {
        calls += 1;
      });
      const item = anItem();
      await inbox.store(item);
      expect(calls).toBe(1);
      await inbox.store(item);
      expect(calls).toBe(1);
    } finally {
      await pool.end();
    }
  });

  it('stores nothing where it cannot open the row for the drain', async () => {
    const before = await count('inbox');
    await opened.sql.query('ALTER TABLE inbox_open RENAME TO inbox_open_away');
    await expect(opened.db.inbox.store(anItem())).rejects.toThrow(/inbox_open/);
    await opened.sql.query('ALTER TABLE inbox_open_away RENAME TO inbox_open');
    expect(await count('inbox')).toBe(before);
  });

  it('recognises what came in yesterday', async () => {
    const item = anItem();
    await opened.db.inbox.store(item);
    await opened.sql.query('UPDATE inbox SET day = day - 1 WHERE id = $1', [item.id]);
    expect(await opened.db.inbox.store(item)).toBe(false);
  });

  it('takes one of many that come at once around midnight, from two processes', async () => {
    const pools = [1, 2].map(() => createPool(opened.url, { max: 3, name: 'test' }));
    try {
      const midnight = Date.parse('2026-11-23T00:00:00.500Z');
      const takers = pools.map((pool) =>
        createInbox(
          pool,
          createSecrets(KEY),
          () => {},
          () => midnight,
        ),
      );
      const item = anItem();
      const taken = await Promise.all(Array.from({ length: 20 }, (_, n) => takers[n % 2]?.store(item)));
      expect(taken.filter(Boolean)).toEqual([true]);
    } finally {
      await Promise.all(pools.map((pool) => pool.end()));
    }
  });

  it('takes the same burst in two processes at once, in whatever order each has it, and keeps that order', async () => {
    const { rows } = await opened.sql.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
    const name = rows[0]?.name;
    // The server goes through the rows as they are given, so slowly that each process is in the midst of them.
    for (const way of ['hashjoin', 'mergejoin'])
      await opened.sql.query(`ALTER DATABASE ${name} SET enable_${way} TO off`);
    await opened.sql.query(`CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_sleep(0.005); RETURN new; END $$`);
    await opened.sql.query('CREATE TRIGGER slowly BEFORE INSERT ON inbox FOR EACH ROW EXECUTE FUNCTION slowly()');
    const pools = [1, 2].map(() => createPool(opened.url, { max: 1, name: 'test' }));
    try {
      await opened.sql.query('DELETE FROM inbox_open');
      const takers = pools.map((pool) => createInbox(pool, createSecrets(KEY), () => {}));
      const items = Array.from({ length: 20 }, () => anItem());
      const bursts = [items, items.toReversed()];
      const taken = await Promise.all(
        bursts.map((burst, n) => Promise.all(burst.map((item) => takers[n]?.store(item)))),
      );
      expect(taken.flat().filter(Boolean)).toHaveLength(20);
      const claimed = await opened.db.drain.claim(100);
      for (const one of taken.map((each, n) => bursts[n]?.filter((_, index) => each[index]).map(({ id }) => id) ?? []))
        expect(claimed.map(({ id }) => id).filter((id) => one.includes(id))).toEqual(one);
      expect(claimed).toHaveLength(20);
      await opened.db.drain.done(claimed.map(({ rowId }) => rowId));
    } finally {
      for (const way of ['hashjoin', 'mergejoin']) await opened.sql.query(`ALTER DATABASE ${name} RESET enable_${way}`);
      await opened.sql.query('DROP TRIGGER slowly ON inbox');
      await Promise.all(pools.map((pool) => pool.end()));
    }
  });

  it('makes a day that nobody made ahead', async () => {
    const { rows } = await opened.sql.query<{ name: string }>(
      `SELECT 'inbox_d' || to_char((now() AT TIME ZONE 'UTC')::date, 'YYYYMMDD') AS name`,
    );
    await opened.sql.query(`DELETE FROM inbox_open`);
    await opened.sql.query(`DROP TABLE ${rows[0]?.name}`);
    expect(await opened.db.inbox.store(anItem())).toBe(true);
  });

  it('drops old days, and keeps those with a row that nobody dealt with', async () => {
    await opened.sql.query(
      `CREATE TABLE inbox_d20200101 PARTITION OF inbox FOR VALUES FROM ('2020-01-01') TO ('2020-01-02')`,
    );
    await opened.sql.query(
      `CREATE TABLE inbox_d20200102 PARTITION OF inbox FOR VALUES FROM ('2020-01-02') TO ('2020-01-03')`,
    );
    await opened.sql.query(
      `INSERT INTO inbox_open (seq, day, key, shop, ready_at, parked_at) VALUES (999999, '2020-01-02', gen_random_uuid(), $1, now(), now())`,
      [SHOP],
    );
    await keepPartitions(opened.sql);
    const { rows } = await opened.sql.query<{ days: string[] }>(
      `SELECT array_agg(relname::text) AS days FROM pg_class WHERE relname ~ '^inbox_d2020\\d+$'`,
    );
    expect(rows[0]?.days).toEqual(['inbox_d20200102']);
  });

  it.each(['nestloop', 'hashjoin', 'mergejoin'])(
    'looks for old days however the server goes about it: %s',
    async (way) => {
      await opened.sql.query('CREATE INDEX IF NOT EXISTS no_day_in_a_name_of_it ON inbox_open (day)');
      for (const each of ['nestloop', 'hashjoin', 'mergejoin'])
        await opened.sql.query(`SET enable_${each} TO ${each === way}`);
      try {
        await opened.sql.query(
          `CREATE TABLE inbox_d20200104 PARTITION OF inbox FOR VALUES FROM ('2020-01-04') TO ('2020-01-05')`,
        );
        await keepPartitions(opened.sql);
        const { rows } = await opened.sql.query(`SELECT FROM pg_class WHERE relname = 'inbox_d20200104'`);
        expect(rows).toHaveLength(0);
      } finally {
        for (const each of ['nestloop', 'hashjoin', 'mergejoin']) await opened.sql.query(`RESET enable_${each}`);
        await opened.sql.query('DROP INDEX no_day_in_a_name_of_it');
      }
    },
  );

  it('takes webhooks while a backup reads, though there is a day to make and one to drop', async () => {
    const name = `inbox_d${new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')}`;
    await opened.sql.query(`DROP TABLE ${name}`);
    await opened.sql.query(
      `CREATE TABLE inbox_d20200105 PARTITION OF inbox FOR VALUES FROM ('2020-01-05') TO ('2020-01-06')`,
    );
    const days = async () =>
      (
        await opened.sql.query<{ name: string }>(`SELECT relname::text AS name FROM pg_class WHERE relname = ANY($1)`, [
          [name, 'inbox_d20200105'],
        ])
      ).rows.map((row) => row.name);
    const backup = new pg.Client({ connectionString: opened.url });
    await backup.connect();
    const pool = createPool(opened.url, { max: 1, name: 'test' });
    try {
      await backup.query('BEGIN; SELECT FROM inbox LIMIT 1; SELECT FROM command_outcomes LIMIT 1');
      let isKept = false;
      const keeping = keepPartitions(pool).then(() => {
        isKept = true;
      });
      await opened.db.inbox.store(anItem());
      await until('the days to be left for later', async () => isKept);
      await keeping;
      expect(await days()).toEqual(['inbox_d20200105']);
      await backup.query('ROLLBACK');
      await keepPartitions(pool);
      expect(await days()).toEqual([name]);
    } finally {
      await backup.end();
      await pool.end();
    }
  });

  it('gives a row back when its claimer has not finished in time', async () => {
    await opened.sql.query('DELETE FROM inbox_open');
    const pool = createPool(opened.url, { max: 1, name: 'test' });
    try {
      const slow = createDrain({
        pool,
        soon: pool,
        secrets: createSecrets(KEY),
        claimer: 'slow',
        wake: () => {},
        leaseMs: 1,
      });
      await opened.db.inbox.store(anItem());
      const [first] = await slow.claim(1);
      const again = await until('the lease to run out', async () => (await slow.claim(1))[0]);
      expect(again).toMatchObject({ rowId: first?.rowId, attempts: 2 });
    } finally {
      await pool.end();
    }
  });

  it('shows parked rows to their shop, newest first, with the reason', async () => {
    await opened.sql.query('DELETE FROM inbox_open');
    for (const topic of ['one', 'two']) await opened.db.inbox.store(anItem({ topic }));
    for (const row of await opened.db.drain.claim(10))
      await opened.db.drain.park(row.rowId, `cannot read ${row.topic}`);
    const parked = await opened.db.read.parked(SHOP, 10);
    expect(parked.map(({ topic, reason, source }) => ({ topic, reason, source }))).toEqual([
      { topic: 'two', reason: 'cannot read two', source: 'shopify' },
      { topic: 'one', reason: 'cannot read one', source: 'shopify' },
    ]);
    expect(await opened.db.read.parked('other.myshopify.com', 10)).toEqual([]);
    expect(await opened.db.drain.retryParked(parked[0]?.id ?? '')).toBe(true);
  });
});
