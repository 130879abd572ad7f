import type { EffectKind } from '../../policy/app/effects.ts';
import type { EffectRecord } from '../../policy/app/records.ts';
import type { Changes, Store } from '../../policy/app/store.ts';
import { isDead } from '../liveness.ts';
import { isId, listed, one, prepared, type Queryable } from './statement.ts';
import { EFFECTS } from './tables.ts';

/**
 * An effect waits in the queue as soon as it is there (`ready_at`). The queue runs on real time and the product on a
 * clock that a sandbox may move, so what counts is how far away the start is.
 */
const INSERT = `
INSERT INTO effects (id, shop, case_id, key, kind, payload, state, attempts, run_at, created_at, updated_at, ready_at)
SELECT r.id, $2, r."caseId", r.key, r.effect->>'kind', r.effect, 'queued', 0, r."runAt", $3, $3,
       now() + greatest(coalesce(r."runAt" - $3::timestamptz, interval '0'), interval '0')
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "caseId" uuid, key text, effect jsonb, "runAt" timestamptz)
ON CONFLICT (shop, key) DO NOTHING`;

export const insertEffects = (
  db: Queryable,
  shop: string,
  at: string,
  effects: NonNullable<Changes['effects']>,
): readonly Promise<unknown>[] =>
  effects.length === 0 ? [] : [prepared(db, 'effects.insert', INSERT, [JSON.stringify(effects), shop, at])];

/**
 * What is done stays done: an effect that moved money must not come back to life. What is queued again is ready at once;
 * of what nobody knows the end, its lease brings it back. The shop is compared so that no index answers it: while a
 * table is new and nothing is known of it, the server would go through all the shop's effects instead of to this one.
 */
const SETTLE = `
WITH settled AS (UPDATE effects SET state = $4::text, result = $5::jsonb, last_error = $6, updated_at = $3,
       unsure = unsure OR $4 = 'unknown',
       failures = CASE WHEN $4 = 'queued' THEN 0 ELSE failures END,
       ready_at = CASE $4 WHEN 'queued' THEN now() WHEN 'unknown' THEN coalesce(ready_at, now()) END,
       taken_by = NULL
 WHERE id = $1::uuid AND shop IS NOT DISTINCT FROM $2 AND (state <> 'done' OR $4 = 'done') RETURNING 1)
SELECT all_written(count(*), 1, 'effect ' || $1::uuid || ': already done, or not of this shop') FROM settled`;

export const settleEffects = (
  db: Queryable,
  shop: string,
  at: string,
  settled: NonNullable<Changes['settledEffects']>,
): readonly Promise<unknown>[] =>
  settled.map(({ id, state, result, error }) => {
    const noted = result === undefined || result === null ? null : JSON.stringify(result);
    return prepared(db, 'effects.settle', SETTLE, [id, shop, at, state, noted, error]);
  });

/** Kinds that run though the shop has removed the app: nothing else moves, and waits for it to come back. */
const ALSO_AFTER_LEAVING: readonly EffectKind[] = [
  'shopify.forget-tokens',
  'privacy.find',
  'privacy.forget',
  'privacy.empty',
];

const OF_SHOP_THAT_IS_THERE = `t.kind IN (${listed(ALSO_AFTER_LEAVING)})
     OR NOT EXISTS (SELECT FROM shops s WHERE s.domain = t.shop AND s.uninstalled_at IS NOT NULL)`;

/**
 * `interrupted`: it was running already, so whoever ran it died and nobody knows how far it came. What another process
 * runs and is alive to end is not taken away from it; two runs of one effect would both call.
 */
const begin = (which: string): string => `
WITH before AS (SELECT id, state, runner FROM effects WHERE ${which}), begun AS (
UPDATE effects t SET state = 'running', attempts = t.attempts + 1, updated_at = $2, runner = $3,
       unsure = t.unsure OR before.state IN ('running', 'unknown')
  FROM before WHERE t.id = before.id AND (${OF_SHOP_THAT_IS_THERE})
   AND (before.state IN ('queued', 'unknown') OR (before.state = 'running' AND (before.runner IS NULL OR before.runner = $3 OR ${isDead('before.runner')})))
RETURNING ${EFFECTS.select.replaceAll(/"(\w+)" AS/g, 't."$1" AS')}, t.unsure, t.failures, before.state = 'running' AS interrupted)
SELECT before.id AS seen, begun.* FROM before LEFT JOIN begun ON begun.id = before.id`;

const BEGIN_ONE = begin('id = $1 FOR UPDATE');
const BEGIN_FREE = begin('id = ANY($1::uuid[]) FOR UPDATE SKIP LOCKED');

type Begun = EffectRecord & Readonly<{ seen: string }>;
/** How each effect that is asked for is answered, by its id. */
type Asked = Map<string, (record: EffectRecord | null | Promise<EffectRecord | null>) => void>;

/**
 * Effects that begin at the same moment begin in one statement: each waits for the disk before it calls anybody, and
 * they wait together. One whose row somebody is writing is waited for on its own.
 * @param runner  the name under which this process has announced itself
 */
export const beginsEffects = (db: Queryable, now: () => string, runner: string): Store['beginEffect'] => {
  const recordOf = ({ seen: _, ...record }: Begun): EffectRecord | null => (record.id === null ? null : record);
  const alone = async (id: string): Promise<EffectRecord | null> => {
    const found = await one<Begun>(db, 'effects.begin', BEGIN_ONE, [id, now(), runner]);
    return found === null ? null : recordOf(found);
  };
  const together = async (asked: Asked): Promise<void> => {
    const { rows } = await prepared<Begun>(db, 'effects.begin-free', BEGIN_FREE, [[...asked.keys()], now(), runner]);
    const seen = new Map(rows.map((row) => [row.seen, recordOf(row)]));
    for (const [id, answer] of asked) answer(seen.has(id) ? (seen.get(id) ?? null) : alone(id));
  };
  let waiting: Asked = new Map();
  const send = (): void => {
    const asked = waiting;
    waiting = new Map();
    const [only, another] = asked;
    if (only !== undefined && another === undefined) only[1](alone(only[0]));
    else
      together(asked).catch((error: unknown) => {
        for (const answer of asked.values()) answer(Promise.reject(error));
      });
  };
  return (id) => {
    if (!isId(id)) return Promise.resolve(null);
    // Twice at the same moment: the second finds what the first has left.
    if (waiting.has(id)) return alone(id);
    return new Promise((resolve) => {
      if (waiting.size === 0) setImmediate(send);
      waiting.set(id, resolve);
    });
  };
};

/** What nobody knows the end of stays marked so while it waits to be looked at again. */
const POSTPONE = `
UPDATE effects SET state = CASE WHEN state = 'unknown' THEN state ELSE 'queued' END,
       failures = CASE WHEN $3::text IS NULL THEN 0 WHEN $7 THEN failures ELSE failures + 1 END, unsure = unsure OR $6,
       last_error = $3, result = coalesce($4::jsonb, result), updated_at = $2,
       ready_at = now() + $5::float8 * interval '1 millisecond', taken_by = NULL
 WHERE id = $1 AND state IN ('queued', 'running', 'unknown')`;

export const postponeEffect = async (
  db: Queryable,
  id: string,
  at: string,
  afterMs: number,
  error: string | null,
  progress: unknown,
  { unsure = false, told = false }: Readonly<{ unsure?: boolean; told?: boolean }> = {},
): Promise<void> => {
  const noted = progress === undefined ? null : JSON.stringify(progress);
  await prepared(db, 'effects.postpone', POSTPONE, [id, at, error, noted, Math.max(0, afterMs), unsure, told]);
};

const PARK = `
UPDATE effects SET state = 'parked', last_error = $3, updated_at = $2, ready_at = NULL, taken_by = NULL WHERE id = $1 AND state NOT IN ('done', 'refused')`;

export const parkEffect = async (db: Queryable, id: string, at: string, error: string): Promise<void> => {
  await prepared(db, 'effects.park', PARK, [id, at, error]);
};
