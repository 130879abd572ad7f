import type { PrivacySubject } from '../../policy/app/privacy.ts';
import { unpackBody } from '../inbox/body.ts';
import type { Secrets } from '../secrets.ts';
import { prepared, type Queryable } from '../store/statement.ts';

/**
 * Messages that were parked are kept beyond their days: those that name this person are emptied and no longer shown.
 * What was dealt with is gone with its day, long before Shopify's limit.
 */
export const clearParked = async (
  db: Queryable,
  secrets: Secrets,
  shop: string,
  { email, orderIds }: PrivacySubject,
): Promise<void> => {
  const { rows } = await prepared<Parked>(db, 'privacy.parked', PARKED, [shop]);
  const words = [...(email === null ? [] : [email.toLowerCase()]), ...orderIds];
  for (const { seq, day, key, body } of rows) {
    const text = Buffer.from(unpackBody(secrets, key, body))
      .toString('utf8')
      .toLowerCase();
    if (!words.some((word) => text.includes(word))) continue;
    await prepared(db, 'privacy.empty-parked', EMPTY, [seq, day, key]);
  }
};

type Parked = Readonly<{ seq: number; day: string; key: string; body: Buffer }>;

const PARKED = `
SELECT o.seq, o.day::text AS day, o.key::text AS key, i.body FROM inbox_open o JOIN inbox i ON i.day = o.day AND i.key = o.key
 WHERE o.shop = $1 AND o.parked_at IS NOT NULL`;
const EMPTY = `
WITH closed AS (DELETE FROM inbox_open WHERE seq = $1)
UPDATE inbox SET body = ''::bytea WHERE day = $2::date AND key = $3::uuid`;
