import type { Envelope, Outcome } from '../../policy/app/commands.ts';
import { type Changes, StaleWrite } from '../../policy/app/store.ts';
import { saveBackfill } from '../backfills.ts';
import { sqlState } from '../connect.ts';
import { shortKey } from '../digest.ts';
import { type ChainEnd, chainEntry } from '../entry-chain.ts';
import { TODAY } from '../partitions.ts';
import { emptyShop } from '../privacy/empty-shop.ts';
import { savePrivacyRequest } from '../privacy/rows.ts';
import type { Secrets } from '../secrets.ts';
import { chainShopEntry } from '../shop-chain.ts';
import { writeWords } from './case-words.ts';
import { insertEffects, settleEffects } from './effects.ts';
import { saveLateSince } from './late-since.ts';
import { saveOrder } from './orders.ts';
import { sealParcel } from './parcels.ts';
import { sealProposal } from './proposals.ts';
import { caseKeys } from './search-keys.ts';
import { one, prepared, type Queryable } from './statement.ts';
import type { Table } from './table.ts';
import {
  CASES,
  CHAINED_ENTRIES,
  DEADLINES,
  DECISIONS,
  INTENTS,
  PARCELS,
  PEOPLE,
  POLICY_DRAFTS,
  POLICY_VERSIONS,
  PROPOSALS,
  SHOP_ENTRIES,
  SHOPS,
  toCaseRow,
  toProposalRow,
  UNITS,
} from './tables.ts';

type Context = Readonly<{
  db: Queryable;
  shop: string;
  secrets: Secrets;
  now: () => string;
  /** Ends the transaction: behind a statement that failed, a COMMIT rolls back. */
  commit: () => Promise<unknown>;
}>;

/** Digest under which a command's outcome is remembered. */
export const outcomeKey = (shop: string, envelopeId: string): string => shortKey(shop, envelopeId);

const REMEMBER = `INSERT INTO command_outcomes (day, key, outcome) VALUES (${TODAY}, $1, $2)`;

/**
 * Writes everything one command changed, and commits. Statements travel together, the COMMIT last; each of them is one
 * statement whatever the number of rows. Parents come before what refers to them.
 * @throws StaleWrite where somebody else wrote first; the transaction is lost then
 */
export const writeChanges = async (
  context: Context,
  envelope: Envelope,
  outcome: Outcome,
  changes: Changes,
): Promise<void> => {
  const { db, shop, secrets, now, commit } = context;
  const chained = changes.entries?.length ? await chainAll(db, shop, changes.entries) : [];
  const shopChained = changes.shopEntries?.length ? await chainShop(db, shop, changes.shopEntries) : [];

  if (changes.emptied === true) await emptyShop(db, shop);
  await allOrFirstError([
    ...(changes.shop === undefined ? [] : [saveShop(db, { ...changes.shop, domain: shop })]),
    ...insertOrReplace(
      db,
      PEOPLE,
      (changes.people ?? []).map((person) => ({ ...PERSON_DEFAULTS, ...person, shop })),
    ),
    ...(changes.backfill === undefined ? [] : [saveBackfill(db, shop, changes.backfill)]),
    ...(changes.privacyRequests ?? []).map((request) => savePrivacyRequest(db, secrets, shop, request)),
    ...(changes.orders ?? []).map((order) => saveOrder(db, secrets, shop, order)),
    ...writeVersioned(
      db,
      CASES,
      (changes.cases ?? []).map((record) => toCaseRow({ ...record, shop })),
    ),
    ...writeKeys(db, shop, changes.cases ?? []),
    ...writeWords(db, shop, changes.cases ?? []),
    ...insertOrReplace(db, UNITS, changes.units ?? []),
    ...writeVersioned(
      db,
      INTENTS,
      (changes.intents ?? []).map((record) => ({ ...record, shop })),
    ),
    ...writeVersioned(
      db,
      PROPOSALS,
      (changes.proposals ?? []).map((record) => toProposalRow(sealProposal(secrets, { ...record, shop }))),
    ),
    ...insertOrReplace(
      db,
      DEADLINES,
      (changes.deadlines ?? []).map((record) => ({ ...record, shop })),
    ),
    ...saveLateSince(db, shop, changes.deadlines ?? []),
    ...writeVersioned(
      db,
      PARCELS,
      (changes.parcels ?? []).map((record) => sealParcel(secrets, { ...record, shop })),
    ),
    ...(changes.roleGroups ?? []).map(({ role, groupId }) =>
      prepared(db, 'role_groups.save', SAVE_ROLE_GROUP, [shop, role, groupId]),
    ),
    ...insert(db, DECISIONS, changes.decisions ?? []),
    ...insert(db, CHAINED_ENTRIES, chained),
    ...writeVersioned(
      db,
      POLICY_DRAFTS,
      (changes.policyDrafts ?? []).map((record) => ({ ...record, shop })),
    ),
    ...insert(
      db,
      POLICY_VERSIONS,
      (changes.policyVersions ?? []).map((record) => ({ ...record, shop })),
    ),
    ...(changes.withdrawnVersions ?? []).map(({ id, at }) =>
      prepared(db, 'policy_versions.withdraw', WITHDRAW_VERSION, [
        shop,
        id,
        at,
        `policy_versions: version ${id} is in force by now, or withdrawn`,
      ]),
    ),
    ...insert(db, SHOP_ENTRIES, shopChained),
    ...writeMessages(db, shop, changes.messages ?? []),
    ...(changes.revokedLinks ?? []).map(({ caseId, at }) =>
      prepared(db, 'customer_links.revoke', REVOKE_LINKS, [shop, caseId, at]),
    ),
    ...insertEffects(db, shop, now(), changes.effects ?? []),
    ...settleEffects(db, shop, now(), changes.settledEffects ?? []),
    prepared(db, 'outcomes.remember', REMEMBER, [outcomeKey(shop, envelope.id), JSON.stringify(outcome)]),
    commit(),
  ]);
};

/** Of the function `all_written`: a version, or an effect, is not what it was when it was read. */
const STALE = 'MG409';

/** A failed statement fails all that travel behind it: the first error is the one that says why. */
const allOrFirstError = async (writes: readonly Promise<unknown>[]): Promise<void> => {
  const failed = (await Promise.allSettled(writes))
    .filter((result) => result.status === 'rejected')
    .map((result) => result.reason as unknown);
  if (failed.length === 0) return;
  const first = failed.find((error) => sqlState(error) !== '25P02') ?? failed[0];
  if (sqlState(first) === STALE) throw new StaleWrite((first as Error).message, { cause: first });
  // A unique id, number, key or place in a chain was taken meanwhile.
  if (sqlState(first) === '23505')
    throw new StaleWrite(`somebody else wrote first (${(first as { constraint?: string }).constraint})`, {
      cause: first,
    });
  throw first;
};

/** Version 1 is new; any other must follow the stored one. */
const writeVersioned = (db: Queryable, table: Table, records: readonly unknown[]): readonly Promise<unknown>[] => {
  const fresh = records.filter((record) => (record as { version: number }).version === 1);
  const known = records.filter((record) => (record as { version: number }).version !== 1);
  return [...insert(db, table, fresh), ...(known.length === 0 ? [] : [updateVersioned(db, table, known)])];
};

const updateVersioned = (db: Queryable, table: Table, records: readonly unknown[]): Promise<unknown> => {
  const ids = records.map((record) => (record as { id: string }).id).join(', ');
  return prepared(
    db,
    `${table.name}.update`,
    `WITH changed AS (UPDATE ${table.name} t SET ${table.assignments} FROM ${table.records} WHERE t.id = r.id AND t.shop = r.shop AND t.version = r.version - 1 RETURNING 1)
     SELECT all_written(count(*), $2, $3) FROM changed`,
    [JSON.stringify(records), records.length, `${table.name}: somebody else wrote first (one of ${ids})`],
  );
};

const insert = (db: Queryable, table: Table, records: readonly unknown[]): readonly Promise<unknown>[] =>
  records.length === 0
    ? []
    : [
        prepared(
          db,
          `${table.name}.insert`,
          `INSERT INTO ${table.name} (${table.names}) SELECT ${table.values} FROM ${table.records}`,
          [JSON.stringify(records)],
        ),
      ];

const insertOrReplace = (db: Queryable, table: Table, records: readonly unknown[]): readonly Promise<unknown>[] =>
  records.length === 0
    ? []
    : [
        prepared(
          db,
          `${table.name}.save`,
          `INSERT INTO ${table.name} (${table.names}) SELECT ${table.values} FROM ${table.records} ON CONFLICT (id) DO UPDATE SET ${table.replacements}`,
          [JSON.stringify(records)],
        ),
      ];

const saveShop = (db: Queryable, shop: unknown): Promise<unknown> =>
  prepared(
    db,
    'shops.save',
    `INSERT INTO shops (${SHOPS.names}) SELECT ${SHOPS.values} FROM ${SHOPS.records} ON CONFLICT (domain) DO UPDATE SET ${SHOPS.replacements}`,
    [JSON.stringify([shop])],
  );

const writeKeys = (db: Queryable, shop: string, cases: NonNullable<Changes['cases']>): readonly Promise<unknown>[] => {
  const pairs = cases.flatMap((record) => caseKeys(record).map((key) => ({ key, caseId: record.id })));
  if (pairs.length === 0) return [];
  const text = `INSERT INTO case_keys (shop, key, case_id) SELECT $1, * FROM unnest($2::text[], $3::uuid[]) ON CONFLICT DO NOTHING`;
  return [
    prepared(db, 'case_keys.insert', text, [shop, pairs.map((pair) => pair.key), pairs.map((pair) => pair.caseId)]),
  ];
};

/** What somebody is whom nobody has told more of. */
const PERSON_DEFAULTS = {
  guest: false,
  emailDigest: null,
  roleFrom: 'admin',
  notify: 'all',
  language: null,
  home: 'all',
  mergedInto: null,
};

const SAVE_ROLE_GROUP = `
INSERT INTO role_groups (shop, role, group_id) VALUES ($1, $2, $3)
ON CONFLICT (shop, role) DO UPDATE SET group_id = excluded.group_id`;

const WITHDRAW_VERSION = `
WITH changed AS (UPDATE policy_versions SET withdrawn_at = $3::timestamptz
                  WHERE shop = $1 AND id = $2::uuid AND withdrawn_at IS NULL AND effective_at > $3::timestamptz RETURNING 1)
SELECT all_written(count(*), 1, $4) FROM changed`;

const REVOKE_LINKS = `UPDATE customer_links SET revoked_at = $3 WHERE shop = $1 AND case_id = $2 AND revoked_at IS NULL`;

const writeMessages = (
  db: Queryable,
  shop: string,
  messages: NonNullable<Changes['messages']>,
): readonly Promise<unknown>[] =>
  messages.map((message) => saveMessage(db, shop, message.subject, message.id, message));

export const saveMessage = (
  db: Queryable,
  shop: string,
  subject: string,
  id: string,
  at: Readonly<{ channel: string; ts: string }>,
): Promise<unknown> =>
  prepared(
    db,
    'messages.save',
    `INSERT INTO messages (shop, subject, id, channel, ts) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (shop, subject, id) DO UPDATE SET channel = excluded.channel, ts = excluded.ts`,
    [shop, subject, id, at.channel, at.ts],
  );

const CHAIN_ENDS = `
SELECT DISTINCT ON (case_id) case_id AS "caseId", seq, digest FROM entries
 WHERE case_id = ANY($1::uuid[]) ORDER BY case_id, seq DESC`;

const chainAll = async (
  db: Queryable,
  shop: string,
  entries: NonNullable<Changes['entries']>,
): Promise<readonly unknown[]> => {
  const caseIds = [...new Set(entries.map((entry) => entry.caseId))];
  const { rows } = await prepared<ChainEnd & { caseId: string }>(db, 'entries.ends', CHAIN_ENDS, [caseIds]);
  const ends = new Map<string, ChainEnd>(rows.map((row) => [row.caseId, row]));
  return entries.map((entry) => {
    const chained = chainEntry(entry, ends.get(entry.caseId) ?? null);
    ends.set(entry.caseId, chained);
    return { ...chained, shop };
  });
};

const SHOP_CHAIN_END = 'SELECT seq, digest FROM shop_entries WHERE shop = $1 ORDER BY seq DESC LIMIT 1';

const chainShop = async (
  db: Queryable,
  shop: string,
  entries: NonNullable<Changes['shopEntries']>,
): Promise<readonly unknown[]> => {
  let end = await one<ChainEnd>(db, 'shop_entries.end', SHOP_CHAIN_END, [shop]);
  return entries.map((entry) => {
    const chained = chainShopEntry(shop, entry, end);
    end = chained;
    return chained;
  });
};
