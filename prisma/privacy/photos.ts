import type { Blobs } from '../../policy/app/ports.ts';
import { prepared, type Queryable } from '../store/statement.ts';

/** Photos by their ids: rows first, then the bytes that no other photo shares. */
export const removePhotos = async (
  db: Queryable,
  blobs: Blobs,
  shop: string,
  ids: readonly string[],
): Promise<number> => {
  const { rows } = await prepared<{ sha256: string }>(db, 'privacy.photos', REMOVE, [shop, [...new Set(ids)]]);
  await removeBytes(db, blobs, rows);
  return rows.length;
};

/**
 * Photos that nothing refers to: of requests that were looked at and never sent, of mails that came too late. They may be
 * anybody's.
 * @param days  how old they are at least; at least one, for those that are kept before what refers to them is written
 */
export const removeLoosePhotos = async (db: Queryable, blobs: Blobs, shop: string, days = 1): Promise<number> => {
  const { rows } = await prepared<{ sha256: string }>(db, 'privacy.loose-photos', LOOSE, [shop, Math.max(1, days)]);
  await removeBytes(db, blobs, rows);
  return rows.length;
};

/** All of a shop's. */
export const removeAllPhotos = async (db: Queryable, blobs: Blobs, shop: string): Promise<number> => {
  const { rows } = await prepared<{ sha256: string }>(
    db,
    'privacy.all-photos',
    'DELETE FROM evidence WHERE shop = $1 RETURNING sha256',
    [shop],
  );
  await removeBytes(db, blobs, rows);
  return rows.length;
};

const removeBytes = async (
  db: Queryable,
  blobs: Blobs,
  gone: readonly Readonly<{ sha256: string }>[],
): Promise<void> => {
  for (const sha256 of new Set(gone.map((row) => row.sha256))) {
    const { rows } = await prepared(db, 'privacy.shared', 'SELECT 1 FROM evidence WHERE sha256 = $1 LIMIT 1', [sha256]);
    if (rows.length === 0) await blobs.remove(sha256);
  }
};

const REMOVE = 'DELETE FROM evidence WHERE shop = $1 AND id = ANY($2::uuid[]) RETURNING sha256';

const LOOSE = `
WITH used AS (
  SELECT jsonb_path_query(data, '$.photos[*].id') #>> '{}' AS id FROM cases WHERE shop = $1
  UNION SELECT jsonb_path_query(data, '$.testPhotos[*].id') #>> '{}' FROM cases WHERE shop = $1
  UNION SELECT jsonb_path_query(draft, '$.photos[*].id') #>> '{}' FROM proposals WHERE shop = $1
  UNION SELECT jsonb_path_query(photos, '$[*].id') #>> '{}' FROM parcels WHERE shop = $1)
DELETE FROM evidence e WHERE e.shop = $1 AND e.created_at < now() - make_interval(days => $2)
   AND NOT EXISTS (SELECT FROM used WHERE used.id = e.id::text) RETURNING sha256`;
