import type pg from 'pg';
import type { DeadlineRecord } from '../../policy/app/records.ts';
import type { Changes, Store } from '../../policy/app/store.ts';
import { sqlState } from '../connect.ts';
import { hasNoDay, keepPartitions } from '../partitions.ts';
import type { Secrets } from '../secrets.ts';
import { beginsEffects, parkEffect, postponeEffect } from './effects.ts';
import { inPipelinedTransaction } from './in-pipelined-transaction.ts';
import { ordersOfProduct, ordersWanting } from './open-lines.ts';
import { saveMessage } from './record.ts';
import { one, prepared } from './statement.ts';
import { DEADLINES } from './tables.ts';
import { sealTranscript } from './transcripts.ts';
import { createTx } from './tx.ts';

type Deps = Readonly<{
  pool: pg.Pool;
  secrets: Secrets;
  now: () => string;
  /** The name under which this process has announced itself. */
  runner: string;
  /** After a commit that left effects to be run. */
  effectsAdded: () => void;
}>;

/** Tries of one transaction that the server ended because of others: serialization failure, deadlock. */
const TRIES = 3;
const OTHERS_FAULT: readonly (string | null)[] = ['40001', '40P01'];

/** The `Store` on PostgreSQL. Its pool must let statements travel together (`pipeline`). */
export const createStore = ({ pool, secrets, now, runner, effectsAdded }: Deps): Store => ({
  transaction: async (shop, work, { durable = 'now' } = {}) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        let added = false;
        const result = await inPipelinedTransaction(pool, BEGIN[durable], (db, commit) => {
          const tx = createTx(db, shop, secrets, now, commit);
          return work({
            ...tx,
            record: async (envelope, outcome, changes) => {
              await tx.record(envelope, outcome, changes);
              added ||= leavesEffects(changes);
            },
          });
        });
        if (added) effectsAdded();
        return result;
      } catch (error) {
        if (attempt === TRIES) throw error;
        if (hasNoDay(error)) await keepPartitions(pool);
        else if (!OTHERS_FAULT.includes(sqlState(error))) throw error;
      }
    }
  },

  beginEffect: beginsEffects(pool, now, runner),
  postponeEffect: (effectId, afterMs, error, progress, how) =>
    postponeEffect(pool, effectId, now(), afterMs, error, progress, how),
  parkEffect: (effectId, error) => parkEffect(pool, effectId, now(), error),

  dueDeadlines: async (at, limit) => (await prepared<DeadlineRecord>(pool, 'deadlines.due', DUE, [at, limit])).rows,

  ordersOfProduct: (shop, productId) => ordersOfProduct(pool, shop, productId),
  ordersWanting: (shop, variantIds) => ordersWanting(pool, shop, variantIds),

  messageOf: (shop, subject, id) =>
    one(pool, 'messages.read', 'SELECT channel, ts FROM messages WHERE shop = $1 AND subject = $2 AND id = $3', [
      shop,
      subject,
      id,
    ]),

  noteMessage: async (shop, subject, id, at) => {
    await saveMessage(pool, shop, subject, id, at);
  },

  noteTranscript: async (shop, { caseId, channel, threadTs, ts, by, text, at }) => {
    await prepared(pool, 'transcripts.insert', NOTE_TRANSCRIPT, [
      shop,
      channel,
      ts,
      threadTs,
      caseId,
      by,
      sealTranscript(secrets, { shop, channel, ts }, text),
      at,
    ]);
  },
});

const leavesEffects = ({ effects, settledEffects }: Changes): boolean =>
  (effects?.length ?? 0) > 0 || settledEffects?.some(({ state }) => state === 'queued') === true;

const BEGIN = { now: 'BEGIN', soon: 'BEGIN; SET LOCAL synchronous_commit TO off' } as const;

/** A shop that has left is not asked: what it refuses would stand before what others are waiting for. */
const DUE = `
SELECT ${DEADLINES.select} FROM deadlines
 WHERE state = 'open' AND due_at <= $1::timestamptz
   AND NOT EXISTS (SELECT FROM shops s WHERE s.domain = deadlines.shop AND s.uninstalled_at IS NOT NULL)
 ORDER BY due_at LIMIT $2`;

const NOTE_TRANSCRIPT = `
INSERT INTO transcripts (shop, channel, ts, thread_ts, case_id, by, sealed, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (shop, channel, ts) DO NOTHING`;
