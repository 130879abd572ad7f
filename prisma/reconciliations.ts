import type pg from 'pg';
import type { Reconciliations } from '../policy/app/store.ts';
import { prepared } from './store/statement.ts';

type Shop = Awaited<ReturnType<Reconciliations['shops']>>[number];

/** Where each shop's changes were looked at last, and what is stored to compare them with. */
export const createReconciliations = (pool: pg.Pool): Reconciliations => ({
  shops: async () => (await prepared<Shop>(pool, 'reconciliations.shops', SHOPS)).rows,
  noteLook: async (shop, at) => {
    await prepared(pool, 'reconciliations.note', NOTE, [shop, at]);
  },
  openOrders: async (shop) =>
    (await prepared<{ id: string }>(pool, 'reconciliations.open', OPEN, [shop])).rows.map(({ id }) => id),
  storedUpdates: async (shop, orderIds) => {
    const { rows } = await prepared<{ id: string; at: string }>(pool, 'reconciliations.stored', STORED, [
      shop,
      orderIds,
    ]);
    return new Map(rows.map(({ id, at }) => [id, at]));
  },
});

const SHOPS = `
SELECT s.domain AS shop, s.installed_at AS "installedAt", r.looked_at AS "lookedAt"
  FROM shops s LEFT JOIN reconciliations r ON r.shop = s.domain WHERE s.uninstalled_at IS NULL ORDER BY s.domain`;

/** Two processes may look at once; the earlier end never takes back the later. */
const NOTE = `
INSERT INTO reconciliations (shop, looked_at) VALUES ($1, $2)
ON CONFLICT (shop) DO UPDATE SET looked_at = greatest(reconciliations.looked_at, excluded.looked_at)`;

const OPEN = `SELECT DISTINCT order_id AS id FROM cases WHERE shop = $1 AND closed_at IS NULL ORDER BY order_id`;

const STORED = `SELECT id, updated_at AS at FROM orders WHERE shop = $1 AND id = ANY($2::text[])`;
