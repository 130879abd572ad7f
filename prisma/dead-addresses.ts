import { createHmac, hkdfSync } from 'node:crypto';
import type pg from 'pg';
import type { DeadAddress, DeadAddresses } from '../policy/app/ports.ts';
import { one, prepared } from './store/statement.ts';

type Deps = Readonly<{
  pool: pg.Pool;
  /** The installation's own secrets: noted under the first, looked for under all (those from before a rotation). */
  secretsKeys: readonly Uint8Array[];
}>;

/**
 * Addresses that mail does not reach. Found by a keyed digest of the address: whoever reads the table learns no address,
 * and can't try a list of them either.
 */
export const createDeadAddresses = ({ pool, secretsKeys }: Deps): DeadAddresses => {
  const keys = secretsKeys.map((key) => Buffer.from(hkdfSync('sha256', key, '', 'makegood dead addresses', 32)));
  const digestsOf = (shop: string, address: string): readonly string[] =>
    keys.map((key) => createHmac('sha256', key).update(`${shop} ${address.trim().toLowerCase()}`).digest('base64url'));
  return {
    note: async (shop, address, { reason, caseId, at }) => {
      const [digest, ...earlier] = digestsOf(shop, address);
      await prepared(pool, 'dead_addresses.note', NOTE, [shop, digest, hintOf(address), reason, caseId, at, earlier]);
    },
    find: (shop, address) =>
      one<{ reason: string; at: string }>(pool, 'dead_addresses.find', FIND, [shop, digestsOf(shop, address)]),
    list: async (shop) => (await prepared<DeadAddress>(pool, 'dead_addresses.list', LIST, [shop])).rows,
    forget: async (shop, digest) =>
      ((await prepared(pool, 'dead_addresses.forget', FORGET, [shop, digest])).rowCount ?? 0) > 0,
  };
};

/** `r…@example.com`: staff who have the address before them know it again. */
const hintOf = (address: string): string => {
  const [local = '', domain = ''] = address.trim().toLowerCase().split('@');
  return `${local.slice(0, 1)}…@${domain.slice(0, 100)}`;
};

const ISO = `to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at`;
/** One row an address, so that to forget it is to forget it: what stands under an earlier key goes. */
const NOTE = `WITH earlier AS (DELETE FROM dead_addresses WHERE shop = $1 AND digest = ANY($7::text[]))
  INSERT INTO dead_addresses (shop, digest, hint, reason, case_id, at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (shop, digest) DO UPDATE SET reason = excluded.reason, case_id = excluded.case_id, at = excluded.at`;
const FIND = `SELECT reason, ${ISO} FROM dead_addresses WHERE shop = $1 AND digest = ANY($2::text[])
  ORDER BY dead_addresses.at DESC LIMIT 1`;
const LIST = `SELECT digest, hint, reason, case_id AS "caseId", ${ISO} FROM dead_addresses WHERE shop = $1
  ORDER BY dead_addresses.at DESC, digest LIMIT 200`;
const FORGET = 'DELETE FROM dead_addresses WHERE shop = $1 AND digest = $2';
