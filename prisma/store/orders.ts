import type { StoredOrder } from '../../policy/app/records.ts';
import type { OrderContact, OrderFacts } from '../../policy/facts/order-facts.ts';
import type { Secrets } from '../secrets.ts';
import { isPaid, KEEP_OPEN_LINES, openLinesOf } from './open-lines.ts';
import { orderKeys } from './order-keys.ts';
import { orderNumber, searchKey } from './search-keys.ts';
import { one, prepared, type Queryable } from './statement.ts';

/** An order's row, its contact still sealed. */
export type OrderRow = Readonly<{ shop: string; id: string; facts: OrderFacts; contact: Buffer; updatedAt: string }>;

export const ORDER_SELECT = `shop, id, facts, contact, updated_at AS "updatedAt"`;

export const contactPlace = (shop: string, orderId: string): string => `contact/${shop}/${orderId}`;

export const openContact = (secrets: Secrets, row: Pick<OrderRow, 'shop' | 'id' | 'contact'>): OrderContact =>
  JSON.parse(secrets.open(contactPlace(row.shop, row.id), row.contact)) as OrderContact;

export const sealContact = (secrets: Secrets, shop: string, orderId: string, contact: OrderContact): Buffer =>
  secrets.seal(contactPlace(shop, orderId), JSON.stringify(contact));

export const readOrder = async (
  db: Queryable,
  secrets: Secrets,
  shop: string,
  orderId: string,
): Promise<StoredOrder | null> => {
  const row = await one<OrderRow>(db, 'orders.read', `SELECT ${ORDER_SELECT} FROM orders WHERE shop = $1 AND id = $2`, [
    shop,
    orderId,
  ]);
  return row === null ? null : { shop, facts: row.facts, contact: openContact(secrets, row), updatedAt: row.updatedAt };
};

/** Of a customer who was forgotten nothing says that they can be written to. */
const NOBODY = `'{"contactable": {"email": false, "phone": false, "name": false}}'::jsonb`;

/**
 * Keeps the newer of the two. Shopify's `updatedAt` has whole seconds: of two snapshots of one second, what the Admin
 * API told is not replaced by a webhook, which knows no returns and no disputes.
 */
const SAVE = `
WITH saved AS (
INSERT INTO orders (shop, id, name, name_key, number, placed_at, updated_at, complete, facts, contact)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (shop, id) DO UPDATE SET
  name = excluded.name, name_key = excluded.name_key, number = excluded.number, placed_at = excluded.placed_at,
  updated_at = excluded.updated_at, complete = excluded.complete,
  facts = CASE WHEN orders.redacted_at IS NULL THEN excluded.facts ELSE excluded.facts || ${NOBODY} END,
  contact = CASE WHEN orders.redacted_at IS NULL THEN excluded.contact ELSE orders.contact END
WHERE orders.updated_at < excluded.updated_at
   OR (orders.updated_at = excluded.updated_at AND (excluded.complete OR NOT orders.complete))
RETURNING shop, id, placed_at)${KEEP_OPEN_LINES}`;

/** Keys of somebody who was forgotten stay away, and those of an older contact go. */
export const KEEP_KEYS = `
WITH gone AS (DELETE FROM order_keys WHERE shop = $1 AND order_id = $2 AND key <> ALL($3::uuid[]))
INSERT INTO order_keys (shop, key, order_id) SELECT $1, k, $2 FROM unnest($3::uuid[]) k
 WHERE EXISTS (SELECT FROM orders o WHERE o.shop = $1 AND o.id = $2 AND o.redacted_at IS NULL) ON CONFLICT DO NOTHING`;

export const saveOrder = async (
  db: Queryable,
  secrets: Secrets,
  shop: string,
  { facts, contact }: Readonly<{ facts: OrderFacts; contact: OrderContact }>,
): Promise<void> => {
  const saving = prepared(db, 'orders.save', SAVE, [
    shop,
    facts.id,
    facts.name,
    searchKey(facts.name),
    orderNumber(facts.name),
    facts.createdAt,
    facts.updatedAt,
    facts.returns !== null,
    JSON.stringify(facts),
    sealContact(secrets, shop, facts.id, contact),
    JSON.stringify(openLinesOf(facts)),
    isPaid(facts),
  ]);
  await Promise.all([
    saving,
    prepared(db, 'order_keys.keep', KEEP_KEYS, [shop, facts.id, [...orderKeys(secrets, contact)]]),
  ]);
};
