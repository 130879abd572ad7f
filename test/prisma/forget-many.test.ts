import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../support/wait.ts';
import { type Opened, openFresh } from './open.ts';
import { AT, anItem, SHOP } from './samples.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openFresh();
});
afterAll(() => opened.close());

it('forgets many people at once, each of whom webhooks name', async () => {
  const { db } = opened;
  const emails = Array.from({ length: 8 }, (_, n) => `robin-${n}@example.com`);
  await Promise.all(emails.map((email) => db.inbox.store(anItem({ body: Buffer.from(JSON.stringify({ email })) }))));
  await db.drain.done((await db.drain.claim(100)).map(({ rowId }) => rowId));

  const subject = (email: string) => ({ customerId: null, email, phone: null, orderIds: [] });
  await Promise.all(emails.map((email) => db.privacy.forget(SHOP, subject(email), { now: AT, force: true })));

  const { rows } = await opened.sql.query('SELECT FROM inbox WHERE length(body) > 0');
  expect(rows).toHaveLength(0);
});

it('leaves connections to everybody else while many people wait to be forgotten', async () => {
  const { db, sql } = opened;
  const holder = new pg.Client({ connectionString: opened.url });
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE');
  const forgetting = Promise.all(
    Array.from({ length: 8 }, (_, n) => {
      const subject = { customerId: null, email: `kim-${n}@example.com`, phone: null, orderIds: [] };
      return db.privacy.forget(SHOP, subject, { now: AT, force: true });
    }),
  );
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'DECLARE taken_in%'`;
  await until('the first to be looked for', async () => (await sql.query(waiting)).rows.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const late = new Promise((resolve) => setTimeout(resolve, 3_000, 'held up'));
  const answer = await Promise.race([db.ping().then(() => 'there'), late]);
  await holder.end();
  await forgetting;
  expect(answer).toBe('there');
});
