import { type MailLook, type MailLooks, PLAIN_LOOK } from '../policy/app/mail-look.ts';
import { one, prepared, type Queryable } from './store/statement.ts';

type Row = Omit<MailLook, 'logo'> & Readonly<{ logo: Buffer | null; logoType: 'image/png' | 'image/jpeg' | null }>;

/** How shops' mails look. A save that comes after somebody else's changes nothing. */
export const createMailLooks = (db: Queryable): MailLooks => ({
  load: async (shop) => {
    const row = await one<Row>(db, 'mail_looks.load', LOAD, [shop]);
    if (row === null) return PLAIN_LOOK;
    const { logo, logoType, ...look } = row;
    return { ...look, logo: logo === null || logoType === null ? null : { mimetype: logoType, bytes: logo } };
  },
  save: async (shop, { version, replyTo, accent, language, texts, logo }) => {
    const { rowCount } = await prepared(db, 'mail_looks.save', SAVE, [
      shop,
      version,
      replyTo,
      accent,
      language,
      JSON.stringify(texts),
      logo === null ? null : Buffer.from(logo.bytes),
      logo?.mimetype ?? null,
    ]);
    return rowCount === 1;
  },
});

const LOAD = `SELECT version, reply_to AS "replyTo", accent, language, texts, logo, logo_type AS "logoType"
  FROM mail_looks WHERE shop = $1`;
const SAVE = `INSERT INTO mail_looks (shop, version, reply_to, accent, language, texts, logo, logo_type)
  SELECT $1, $2::int, $3, $4, $5, $6::jsonb, $7::bytea, $8
  WHERE $2::int = 1 OR EXISTS (SELECT FROM mail_looks WHERE shop = $1)
  ON CONFLICT (shop) DO UPDATE SET version = excluded.version, reply_to = excluded.reply_to, accent = excluded.accent,
    language = excluded.language, texts = excluded.texts, logo = excluded.logo, logo_type = excluded.logo_type
  WHERE mail_looks.version = excluded.version - 1`;
