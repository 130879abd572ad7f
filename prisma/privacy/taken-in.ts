import type pg from 'pg';
import { inTransaction } from '../in-transaction.ts';
import { unpackBody } from '../inbox/body.ts';
import type { Secrets } from '../secrets.ts';
import { prepared } from '../store/statement.ts';

/** Bodies are opened so many at a time: days of them would not fit into memory. */
const STEP = 50;

/**
 * Messages that were taken in (webhooks, Slack's, mails) and name this person are emptied, and parked ones no longer
 * shown; the rows stay, so that a delivery that comes again is known. What is still to be dealt with is left alone.
 */
export const clearTakenIn = async (
  pool: pg.Pool,
  secrets: Secrets,
  shop: string,
  isAbout: (text: string) => boolean,
): Promise<void> => {
  const theirs: Omit<Taken, 'body'>[] = [];
  await inTransaction(pool, async (reader) => {
    await reader.query(`DECLARE taken_in NO SCROLL CURSOR FOR ${TAKEN_IN}`, [shop]);
    for (;;) {
      const { rows } = await reader.query<Taken>(`FETCH ${STEP} FROM taken_in`);
      if (rows.length === 0) break;
      for (const { day, key, body } of rows)
        if (isAbout(Buffer.from(unpackBody(secrets, key, body)).toString('utf8'))) theirs.push({ day, key });
    }
  });
  // Only now: many who read, and each waits for a connection to write, would wait for each other.
  for (const { day, key } of theirs) await prepared(pool, 'privacy.empty-taken-in', EMPTY, [day, key]);
};

type Taken = Readonly<{ day: string; key: string; body: Buffer }>;

const TAKEN_IN = `
SELECT i.day::text AS day, i.key::text AS key, i.body FROM inbox i
 WHERE i.shop = $1 AND length(i.body) > 0
   AND NOT EXISTS (SELECT FROM inbox_open o WHERE o.day = i.day AND o.key = i.key AND o.parked_at IS NULL)`;
const EMPTY = `
WITH closed AS (DELETE FROM inbox_open WHERE day = $1::date AND key = $2::uuid)
UPDATE inbox SET body = ''::bytea WHERE day = $1::date AND key = $2::uuid`;
