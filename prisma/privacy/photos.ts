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
