import type { Person } from '../../policy/app/actors.ts';
import type { Outcome } from '../../policy/app/commands.ts';
import type { PolicyDraftRecord } from '../../policy/app/policy.ts';
import type {
  CaseRecord,
  CustomerLinkRecord,
  DeadlineRecord,
  EffectRecord,
  PolicyVersionRecord,
  RefundIntentRecord,
  ShopRecord,
  UnitRecord,
} from '../../policy/app/records.ts';
import type { Tx } from '../../policy/app/store.ts';
import { readBackfill } from '../backfills.ts';
import { DEDUPE_DAYS, TODAY } from '../partitions.ts';
import { readPrivacyRequest } from '../privacy/rows.ts';
import type { Secrets } from '../secrets.ts';
import { readOrder } from './orders.ts';
import { openParcel, type ParcelRow } from './parcels.ts';
import { readPerson, readPersonById } from './people.ts';
import { openProposal } from './proposals.ts';
import { outcomeKey, writeChanges } from './record.ts';
import { isId, one, prepared, type Queryable } from './statement.ts';
import {
  CASES,
  CUSTOMER_LINKS,
  DEADLINES,
  EFFECTS,
  fromCaseRow,
  fromProposalRow,
  INTENTS,
  PARCELS,
  PEOPLE,
  POLICY_DRAFTS,
  POLICY_VERSIONS,
  PROPOSALS,
  SHOPS,
  UNITS,
} from './tables.ts';

/** What a command sees and writes of one shop, on one connection, inside its transaction. */
export const createTx = (
  db: Queryable,
  shop: string,
  secrets: Secrets,
  now: () => string,
  commit: () => Promise<unknown>,
): Tx => {
  const byId = <T extends object>(name: string, select: string, table: string, id: string): Promise<T | null> =>
    isId(id)
      ? one<T>(db, name, `SELECT ${select} FROM ${table} WHERE shop = $1 AND id = $2`, [shop, id])
      : Promise.resolve(null);
  const ofCase = async <T extends object>(name: string, text: string, caseId: string): Promise<readonly T[]> =>
    isId(caseId) ? (await prepared<T>(db, name, text, [caseId, shop])).rows : [];

  return {
    lock: async (key) => {
      await prepared(db, 'tx.lock', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${shop}/${key}`]);
    },
    outcomeOf: async (envelopeId) => {
      const row = await one<{ outcome: Outcome }>(
        db,
        'outcomes.read',
        `SELECT outcome FROM command_outcomes WHERE day >= ${TODAY} - ${DEDUPE_DAYS} AND key = $1`,
        [outcomeKey(shop, envelopeId)],
      );
      return row?.outcome ?? null;
    },

    shop: () => one<ShopRecord>(db, 'shops.read', `SELECT ${SHOPS.select} FROM shops WHERE domain = $1`, [shop]),
    person: (actor) => readPerson(db, shop, actor),
    personById: (id) => readPersonById(db, shop, id),
    people: async () =>
      (
        await prepared<Person>(
          db,
          'people.all',
          `SELECT ${PEOPLE.select} FROM people WHERE shop = $1 ORDER BY name, id`,
          [shop],
        )
      ).rows,
    order: (orderId) => readOrder(db, secrets, shop, orderId),

    policyVersionAt: async (instant) => {
      const found =
        (await one<PolicyVersionRecord>(db, 'policy_versions.at', VERSION_AT, [shop, instant])) ??
        (await one<PolicyVersionRecord>(db, 'policy_versions.first', FIRST_VERSION, [shop]));
      if (found === null) throw new Error(`${shop} has no policy: install the shop first`);
      return found;
    },
    policyVersion: async (id) => {
      const found = await byId<PolicyVersionRecord>(
        'policy_versions.id',
        POLICY_VERSIONS.select,
        'policy_versions',
        id,
      );
      if (found === null) throw new Error(`${shop} has no policy version ${id}`);
      return found;
    },
    policyVersions: async () =>
      (await prepared<PolicyVersionRecord>(db, 'policy_versions.all', ALL_VERSIONS, [shop])).rows,
    policyDraft: () => one<PolicyDraftRecord>(db, 'policy_drafts.open', OPEN_DRAFT, [shop]),

    case: async (id) => {
      const row = await byId<CaseRecord>('cases.id', CASES.select, 'cases', id);
      return row === null ? null : fromCaseRow(row);
    },
    casesOfOrder: async (orderId) => {
      const { rows } = await prepared<object>(
        db,
        'cases.order',
        `SELECT ${CASES.select} FROM cases WHERE shop = $1 AND order_id = $2 ORDER BY number`,
        [shop, orderId],
      );
      return rows.map(fromCaseRow);
    },
    units: (caseId) => ofCase<UnitRecord>('units.case', UNITS_OF_CASE, caseId),
    intents: (caseId) => ofCase<RefundIntentRecord>('refund_intents.case', INTENTS_OF_CASE, caseId),
    intent: (id) => byId<RefundIntentRecord>('refund_intents.id', INTENTS.select, 'refund_intents', id),
    effect: (id) => byId<EffectRecord>('effects.id', `${EFFECTS.select}, unsure`, 'effects', id),
    returnAtWork: async (caseId) =>
      (await one<{ found: boolean }>(db, 'effects.return-at-work', RETURN_AT_WORK, [shop, caseId]))?.found === true,
    deadlines: (caseId) => ofCase<DeadlineRecord>('deadlines.case', DEADLINES_OF_CASE, caseId),
    deadline: (id) => byId<DeadlineRecord>('deadlines.id', DEADLINES.select, 'deadlines', id),
    proposal: async (id) => {
      const row = await byId<object>('proposals.id', PROPOSALS.select, 'proposals', id);
      if (row === null) return null;
      // Where it was posted is noted by whoever posts it, beside the proposal and not under its lock.
      const posted = await one<{ ts: string }>(db, 'messages.proposal', PROPOSAL_MESSAGE, [shop, id]);
      return { ...openProposal(secrets, fromProposalRow(row)), messageTs: posted?.ts ?? null };
    },
    parcel: async (id) => {
      const row = await byId<ParcelRow>('parcels.id', PARCELS.select, 'parcels', id);
      return row === null ? null : openParcel(secrets, row);
    },
    nextParcelNumber: async () =>
      (await one<{ last: number }>(db, 'parcel_counters.next', NEXT_PARCEL, [shop]))?.last ?? 1,
    customerLink: (id) => byId<CustomerLinkRecord>('customer_links.id', CUSTOMER_LINKS.select, 'customer_links', id),
    backfill: () => readBackfill(db, shop),
    privacyRequest: (id) => readPrivacyRequest(db, secrets, shop, id),
    rmaTaken: async (number) => {
      const row = await one<{ taken: boolean }>(
        db,
        'cases.rma',
        'SELECT EXISTS (SELECT FROM cases WHERE rma = $1) AS taken',
        [number],
      );
      return row?.taken === true;
    },
    nextCaseNumber: async () => {
      const row = await one<{ last: number }>(db, 'case_counters.next', NEXT_NUMBER, [shop]);
      return row?.last ?? 1;
    },
    record: (envelope, outcome, changes) =>
      writeChanges({ db, shop, secrets, now, commit }, envelope, outcome, changes),
  };
};

const PROPOSAL_MESSAGE = `SELECT ts FROM messages WHERE shop = $1 AND subject = 'proposal' AND id = $2`;
const VERSION_AT = `SELECT ${POLICY_VERSIONS.select} FROM policy_versions WHERE shop = $1 AND effective_at <= $2::timestamptz AND withdrawn_at IS NULL ORDER BY effective_at DESC, number DESC LIMIT 1`;
const FIRST_VERSION = `SELECT ${POLICY_VERSIONS.select} FROM policy_versions WHERE shop = $1 ORDER BY number LIMIT 1`;
const ALL_VERSIONS = `SELECT ${POLICY_VERSIONS.select} FROM policy_versions WHERE shop = $1 ORDER BY number`;
const OPEN_DRAFT = `SELECT ${POLICY_DRAFTS.select} FROM policy_drafts WHERE shop = $1 AND state = 'open'`;
const NEXT_NUMBER = `INSERT INTO case_counters (shop, last) VALUES ($1, 1) ON CONFLICT (shop) DO UPDATE SET last = case_counters.last + 1 RETURNING last`;

const NEXT_PARCEL = `INSERT INTO parcel_counters (shop, last) VALUES ($1, 1) ON CONFLICT (shop) DO UPDATE SET last = parcel_counters.last + 1 RETURNING last`;

/** Units carry no shop of their own: their case does. */
const UNITS_OF_CASE = `SELECT ${UNITS.select} FROM units WHERE case_id = (SELECT id FROM cases WHERE id = $1 AND shop = $2) ORDER BY line_item_id, index, id`;
const INTENTS_OF_CASE = `SELECT ${INTENTS.select} FROM refund_intents WHERE case_id = $1 AND shop = $2 ORDER BY created_at, id`;
const RETURN_AT_WORK = `SELECT EXISTS (SELECT FROM effects WHERE case_id = $2 AND shop = $1 AND kind IN ('shopify.create-return', 'shopify.change-return', 'shopify.reopen-return') AND state NOT IN ('done', 'dismissed')) AS found`;
const DEADLINES_OF_CASE = `SELECT ${DEADLINES.select} FROM deadlines WHERE case_id = $1 AND shop = $2 ORDER BY due_at, id`;
