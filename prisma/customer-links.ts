import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import type { CustomerLinks } from '../policy/app/ports.ts';
import type { CustomerLinkRecord } from '../policy/app/records.ts';
import { one, prepared } from './store/statement.ts';
import { CUSTOMER_LINKS } from './store/tables.ts';

type Deps = Readonly<{
  pool: pg.Pool;
  /** The installation's own secrets; the first makes new links, the others (from before a rotation) still open theirs. */
  secretsKeys: readonly Uint8Array[];
}>;

const ID = 16;
/** 160 bits that nobody can guess. */
const MAC = 20;

/**
 * A token is the link's id and a code over it that only this installation can make: what was never issued is refused
 * without asking the database, and the database holds no token, so that whoever reads it can open nothing.
 */
export const createCustomerLinks = ({ pool, secretsKeys }: Deps): CustomerLinks => {
  const keys = secretsKeys.map((key) => Buffer.from(hkdfSync('sha256', key, '', 'makegood customer links', 32)));
  const macOf = (key: Buffer, id: Buffer): Buffer => createHmac('sha256', key).update(id).digest().subarray(0, MAC);
  return {
    issue: async (link) => {
      const [key] = keys;
      if (key === undefined) throw new Error('no key to sign a customer link with');
      const id = Buffer.from(link.id.replaceAll('-', ''), 'hex');
      const token = Buffer.concat([id, macOf(key, id)]).toString('base64url');
      const record: CustomerLinkRecord = { ...link, tokenHash: hashOf(token), revokedAt: null };
      await prepared(pool, 'customer_links.issue', ISSUE, [JSON.stringify([record])]);
      return token;
    },
    open: async (token) => {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length !== ID + MAC || bytes.toString('base64url') !== token) return null;
      const id = bytes.subarray(0, ID);
      if (!keys.some((key) => timingSafeEqual(macOf(key, id), bytes.subarray(ID)))) return null;
      // By its id, which the code vouches for: a link that is made once more after a rotation has another token.
      return one<CustomerLinkRecord>(pool, 'customer_links.open', OPEN, [id.toString('hex')]);
    },
  };
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The same id is the same link: of two that ask at once, the second may meet either of the two unique indexes first. */
const ISSUE = `INSERT INTO customer_links (${CUSTOMER_LINKS.names}) SELECT ${CUSTOMER_LINKS.values} FROM ${CUSTOMER_LINKS.records} ON CONFLICT DO NOTHING`;
const OPEN = `SELECT ${CUSTOMER_LINKS.select} FROM customer_links WHERE id = $1::uuid`;
