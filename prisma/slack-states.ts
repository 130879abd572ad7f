import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { SlackStates } from '../policy/app/slack-connect.ts';
import { one, prepared } from './store/statement.ts';

const digestOf = (state: string): string => createHash('sha256').update(state).digest('hex');

/** Taken and deleted in one statement: of two that come with one state, one goes on. Old ones go with each new one. */
export const createSlackStates = ({ pool, now }: Readonly<{ pool: pg.Pool; now: () => string }>): SlackStates => ({
  begin: async ({ shop, staffId }, expiresAt) => {
    const state = randomBytes(32).toString('base64url');
    await prepared(pool, 'slack_states.sweep', 'DELETE FROM slack_states WHERE expires_at < $1::timestamptz', [now()]);
    await prepared(
      pool,
      'slack_states.begin',
      'INSERT INTO slack_states (digest, shop, staff_id, expires_at) VALUES ($1, $2, $3, $4)',
      [digestOf(state), shop, staffId, expiresAt],
    );
    return state;
  },
  take: (state) =>
    one(
      pool,
      'slack_states.take',
      `DELETE FROM slack_states WHERE digest = $1 AND expires_at >= $2::timestamptz
       RETURNING shop, staff_id AS "staffId"`,
      [digestOf(state), now()],
    ),
});
