import type pg from 'pg';
import type { Blobs } from '../policy/app/ports.ts';
import type { Retention } from '../policy/app/records.ts';
import { inTransaction } from './in-transaction.ts';
import type { Log } from './log.ts';
import { TODAY } from './partitions.ts';
import { forgetOrders } from './privacy/forget.ts';
import { personOf } from './privacy/person.ts';
import { removeLoosePhotos, removePhotos } from './privacy/photos.ts';
import { photosIn } from './privacy/scrub.ts';
import type { Secrets } from './secrets.ts';
import { prepared } from './store/statement.ts';

type Deps = Readonly<{ pool: pg.Pool; secrets: Secrets; blobs: Blobs; log: Log }>;

/** Cases and orders of one shop in one round: what is left comes with the next. */
const BATCH = 200;
const DAY_MS = 86_400_000;
const ROUND_MS = 3_600_000;
/** A form that staff left open over a long weekend still has its photos; an unsent request of a customer's ends in an hour. */
const LOOSE_DAYS = 7;

/**
 * Clears what owners don't want kept any longer: bodies of messages that were dealt with, photos of closed cases, and
 * what leads to a person in orders whose cases have all been closed for so long; once an hour. And once a day photos that
 * came into no case, whatever owners say. By Makegood's clock; days of messages, and the age of photos that are in no
 * case, are the database's (see `partitions.ts`).
 */
export const createRetention = (deps: Deps): ((now: string) => Promise<void>) => {
  const unwanted = inRounds(deps, ROUND_MS, async (now) => {
    const { rows } = await prepared<{ shop: string; retention: Retention }>(deps.pool, 'retention.shops', SHOPS, []);
    return rows.map(({ shop, retention }) => ({ shop, remove: () => keepOf(deps, shop, retention, now) }));
  });
  // Every case of a shop is looked through for them.
  const loose = inRounds(deps, DAY_MS, async () => {
    const { rows } = await prepared<{ shop: string }>(deps.pool, 'retention.loose', LOOSE_SHOPS, [LOOSE_DAYS]);
    return rows.map(({ shop }) => ({
      shop,
      remove: () => removeLoosePhotos(deps.pool, deps.blobs, shop, LOOSE_DAYS),
    }));
  });
  return async (now) => {
    await unwanted(now);
    await loose(now);
  };
};

type Round = (now: string) => Promise<readonly Readonly<{ shop: string; remove: () => Promise<unknown> }>[]>;

const inRounds = ({ log }: Deps, roundMs: number, round: Round): ((now: string) => Promise<void>) => {
  let last = Number.NEGATIVE_INFINITY;
  return async (now) => {
    const at = Date.parse(now);
    if (Math.abs(at - last) < roundMs) return;
    let failed = false;
    for (const { shop, remove } of await round(now)) {
      try {
        await remove();
      } catch (err) {
        // What is due by the clock must not wait for a disk that lets nothing be removed: next minute it is tried again.
        failed = true;
        log.error({ err, shop }, 'what a shop does not want kept could not be removed');
      }
    }
    if (!failed) last = at;
  };
};

const keepOf = async (deps: Deps, shop: string, retention: Retention, now: string): Promise<void> => {
  const before = (days: number): string => new Date(Date.parse(now) - days * DAY_MS).toISOString();
  if (retention.webhookDays !== undefined) await emptyBodies(deps, shop, retention.webhookDays);
  if (retention.photoDays != null) await dropPhotos(deps, shop, before(retention.photoDays));
  if (retention.personalDays != null) {
    const { rows } = await prepared<{ id: string }>(deps.pool, 'retention.orders', ORDERS, [
      shop,
      before(retention.personalDays),
      BATCH,
    ]);
    // One at a time: a name is looked for in the cases of its own order, and not in a stranger's.
    for (const { id } of rows) {
      const subject = { customerId: null, email: null, phone: null, orderIds: [id] };
      await forgetOrders(deps, shop, await personOf(deps.pool, deps.secrets, shop, subject), now);
    }
  }
};

/** A day at a time: where an owner asks for fewer days, all of them at once would be too much for one statement. */
const emptyBodies = async ({ pool }: Deps, shop: string, keptDays: number): Promise<void> => {
  const { rows } = await prepared<{ day: string }>(pool, 'retention.days', DAYS, [shop, keptDays]);
  for (const { day } of rows) await prepared(pool, 'retention.bodies', EMPTY_BODIES, [shop, day]);
};

const dropPhotos = async ({ pool, blobs }: Deps, shop: string, closedBefore: string): Promise<void> => {
  const { rows } = await prepared<{ id: string; orderId: string }>(pool, 'retention.photos', PHOTOS, [
    shop,
    closedBefore,
    BATCH,
  ]);
  for (const { id, orderId } of rows) {
    const gone = await inTransaction(pool, async (db) => {
      // No command works on the case meanwhile; one that opened it again keeps its photos.
      await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${shop}/order:${orderId}`]);
      const found = await prepared<{ data: { photos?: unknown; testPhotos?: unknown } }>(
        db,
        'retention.case',
        'SELECT data FROM cases WHERE id = $1 AND closed_at < $2::timestamptz',
        [id, closedBefore],
      );
      const data = found.rows[0]?.data;
      if (data === undefined) return [];
      await prepared(db, 'retention.no-photos', NO_PHOTOS, [id]);
      return [...photosIn(data.photos ?? []), ...photosIn(data.testPhotos ?? [])];
    });
    await removePhotos(pool, blobs, shop, gone);
  }
};

const SHOPS = `
SELECT domain AS shop, preferences->'retention' AS retention FROM shops
 WHERE preferences->'retention' IS NOT NULL AND uninstalled_at IS NULL ORDER BY domain`;

const LOOSE_SHOPS = `
SELECT DISTINCT shop FROM evidence WHERE created_at < now() - make_interval(days => $1) ORDER BY shop`;

const HANDLED = `i.shop = $1 AND i.body <> '' AND NOT EXISTS (SELECT FROM inbox_open o WHERE o.seq = i.seq)`;
const DAYS = `SELECT DISTINCT i.day::text AS day FROM inbox i WHERE ${HANDLED} AND i.day < ${TODAY} - $2::int ORDER BY day`;
/** The row stays, so that a repeat is recognised. */
const EMPTY_BODIES = `UPDATE inbox i SET body = '' WHERE ${HANDLED} AND i.day = $2::date`;

const PHOTOS = `
SELECT id, order_id AS "orderId" FROM cases
 WHERE shop = $1 AND kind = 'return' AND closed_at < $2::timestamptz
   AND (data->'photos' <> '[]'::jsonb OR data->'testPhotos' <> '[]'::jsonb)
 ORDER BY closed_at, id LIMIT $3`;
const NO_PHOTOS = `
UPDATE cases SET data = data || '{"photos": []}' || CASE WHEN data ? 'testPhotos' THEN '{"testPhotos": []}'::jsonb ELSE '{}' END
 WHERE id = $1`;

const ORDERS = `
SELECT DISTINCT o.id FROM cases c JOIN orders o ON o.shop = c.shop AND o.id = c.order_id
 WHERE c.shop = $1 AND c.closed_at < $2::timestamptz AND o.redacted_at IS NULL
   AND NOT EXISTS (SELECT FROM cases open WHERE open.shop = o.shop AND open.order_id = o.id
                    AND (open.closed_at IS NULL OR open.closed_at >= $2::timestamptz))
 ORDER BY o.id LIMIT $3`;
