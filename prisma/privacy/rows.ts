import { PrivacyFound, type PrivacyRequestRecord, PrivacySubject } from '../../policy/app/privacy.ts';
import type { Secrets } from '../secrets.ts';
import { isId, one, prepared, type Queryable } from '../store/statement.ts';

/** A request as it is stored: whom it is about is sealed. */
export type PrivacyRow = Omit<PrivacyRequestRecord, 'subject' | 'found'> &
  Readonly<{ subject: Buffer | null; found: unknown }>;

export const PRIVACY_SELECT = `id, shop, kind, shopify_id AS "shopifyId", state, subject, found,
  received_at AS "receivedAt", due_at AS "dueAt", look_at AS "lookAt", done_at AS "doneAt"`;

export const privacyPlace = (shop: string, id: string): string => `privacy/${shop}/${id}`;

export const fromPrivacyRow = (secrets: Secrets, { subject, found, ...row }: PrivacyRow): PrivacyRequestRecord => ({
  ...row,
  found: found === null ? null : PrivacyFound.parse(found),
  subject:
    subject === null ? null : PrivacySubject.parse(JSON.parse(secrets.open(privacyPlace(row.shop, row.id), subject))),
});

export const readPrivacyRequest = async (
  db: Queryable,
  secrets: Secrets,
  shop: string,
  id: string,
): Promise<PrivacyRequestRecord | null> => {
  if (!isId(id)) return null;
  const row = await one<PrivacyRow>(
    db,
    'privacy.read',
    `SELECT ${PRIVACY_SELECT} FROM privacy_requests WHERE shop = $1 AND id = $2`,
    [shop, id],
  );
  return row === null ? null : fromPrivacyRow(secrets, row);
};

const SAVE = `
INSERT INTO privacy_requests (id, shop, kind, shopify_id, state, subject, found, waiting_for, received_at, due_at, look_at, done_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (id) DO UPDATE SET state = excluded.state, subject = excluded.subject, found = excluded.found,
  waiting_for = excluded.waiting_for, look_at = excluded.look_at, done_at = excluded.done_at`;

export const savePrivacyRequest = async (
  db: Queryable,
  secrets: Secrets,
  shop: string,
  { id, kind, shopifyId, state, subject, found, receivedAt, dueAt, lookAt, doneAt }: PrivacyRequestRecord,
): Promise<void> => {
  await prepared(db, 'privacy.save', SAVE, [
    id,
    shop,
    kind,
    shopifyId,
    state,
    subject === null ? null : secrets.seal(privacyPlace(shop, id), JSON.stringify(subject)),
    found === null ? null : JSON.stringify(found),
    found?.waitingFor ?? [],
    receivedAt,
    dueAt,
    lookAt,
    doneAt,
  ]);
};
