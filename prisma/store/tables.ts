import type { Person } from '../../policy/app/actors.ts';
import type { ParcelRecord } from '../../policy/app/parcels.ts';
import type { PolicyDraftRecord } from '../../policy/app/policy.ts';
import type {
  CaseRecord,
  CustomerLinkRecord,
  DeadlineRecord,
  DecisionRecord,
  EffectRecord,
  EntryRecord,
  PolicyVersionRecord,
  ProposalRecord,
  RefundIntentRecord,
  ShopRecord,
  Thread,
  UnitRecord,
} from '../../policy/app/records.ts';
import type { ChainedEntry } from '../entry-chain.ts';
import type { ChainedShopEntry } from '../shop-chain.ts';
import { defineTable } from './table.ts';

/** A thread takes two columns, and is one thing to everybody else. */
type Flat<T extends { thread: Thread | null }> = Omit<T, 'thread'> & {
  threadChannel: string | null;
  threadTs: string | null;
};

export const SHOPS = defineTable<ShopRecord>('shops', {
  domain: 'text',
  name: 'text',
  timeZone: 'text',
  country: 'text',
  currency: 'text',
  installedAt: 'timestamptz',
  uninstalledAt: 'timestamptz',
  slackTeam: 'text',
  slackChannel: 'text',
  approvalsChannel: 'text',
  mailFrom: 'text',
  returnAddress: 'text[]',
  contactEmail: 'text',
  preferences: 'jsonb',
  scopes: 'text[]',
});

export const PEOPLE = defineTable<Person>('people', {
  id: 'uuid',
  shop: 'text',
  name: 'text',
  role: 'text',
  staffId: 'text',
  slackTeam: 'text',
  slackUser: 'text',
  mergedInto: 'uuid',
  guest: 'boolean',
  emailDigest: 'text',
  roleFrom: 'text',
  notify: 'text',
  language: 'text',
  home: 'text',
});

export const POLICY_VERSIONS = defineTable<PolicyVersionRecord>('policy_versions', {
  id: 'uuid',
  shop: 'text',
  number: 'int',
  settings: 'jsonb',
  effectiveAt: 'timestamptz',
  publishedBy: 'text',
  publishedAt: 'timestamptz',
  clauses: 'jsonb',
  digest: 'text',
  withdrawnAt: 'timestamptz',
});

export const POLICY_DRAFTS = defineTable<PolicyDraftRecord>('policy_drafts', {
  id: 'uuid',
  shop: 'text',
  version: 'int',
  state: 'text',
  settings: 'jsonb',
  basedOn: 'int',
  savedBy: 'text',
  savedByName: 'text',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
});

export const SHOP_ENTRIES = defineTable<ChainedShopEntry>('shop_entries', {
  id: 'uuid',
  shop: 'text',
  seq: 'int',
  at: 'timestamptz',
  by: 'text',
  byName: 'text',
  event: 'text',
  subject: 'text',
  text: 'text',
  clauses: 'text[]',
  previousDigest: 'text',
  digest: 'text',
  salt: 'text',
  seal: 'text',
});

export const CASES = defineTable<Flat<CaseRecord>>('cases', {
  id: 'uuid',
  number: 'int',
  shop: 'text',
  kind: 'text',
  state: 'text',
  version: 'int',
  orderId: 'text',
  orderName: 'text',
  policyVersion: 'uuid',
  rma: 'text',
  data: 'jsonb',
  threadChannel: 'text',
  threadTs: 'text',
  openedBy: 'text',
  assignee: 'text',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
  closedAt: 'timestamptz',
});

export const UNITS = defineTable<UnitRecord>('units', {
  id: 'uuid',
  caseId: 'uuid',
  lineItemId: 'text',
  index: 'int',
  goods: 'text',
  money: 'text',
  result: 'text',
  deduction: 'bigint',
  note: 'text',
  inspectedBy: 'text',
});

export const INTENTS = defineTable<RefundIntentRecord>('refund_intents', {
  id: 'uuid',
  shop: 'text',
  caseId: 'uuid',
  orderId: 'text',
  key: 'text',
  state: 'text',
  version: 'int',
  breakdown: 'jsonb',
  shopMinor: 'bigint',
  orderVersion: 'text',
  unitIds: 'text[]',
  proposedBy: 'text',
  approvalsNeeded: 'int',
  approvals: 'jsonb',
  shopifyRefundId: 'text',
  suggested: 'jsonb',
  execution: 'jsonb',
  lastError: 'text',
  delegatedTo: 'text',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
});

export const DEADLINES = defineTable<DeadlineRecord>('deadlines', {
  id: 'uuid',
  shop: 'text',
  caseId: 'uuid',
  kind: 'text',
  dueAt: 'timestamptz',
  state: 'text',
});

export const CUSTOMER_LINKS = defineTable<CustomerLinkRecord>('customer_links', {
  id: 'uuid',
  shop: 'text',
  caseId: 'uuid',
  purpose: 'text',
  tokenHash: 'text',
  createdAt: 'timestamptz',
  expiresAt: 'timestamptz',
  revokedAt: 'timestamptz',
});

/** `seen` as it lies in its row: sealed. */
export const PARCELS = defineTable<Omit<ParcelRecord, 'seen'> & { seen: string }>('parcels', {
  id: 'uuid',
  shop: 'text',
  version: 'int',
  number: 'int',
  state: 'text',
  problem: 'text',
  written: 'text',
  seen: 'text',
  photos: 'jsonb',
  receivedAt: 'timestamptz',
  holdUntil: 'timestamptz',
  askedAt: 'timestamptz',
  caseId: 'uuid',
  ended: 'text',
  endedBecause: 'text',
  channel: 'text',
  by: 'text',
  byName: 'text',
  endedByName: 'text',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
});

export const PROPOSALS = defineTable<Flat<ProposalRecord>>('proposals', {
  id: 'uuid',
  shop: 'text',
  version: 'int',
  state: 'text',
  draft: 'jsonb',
  orderId: 'text',
  caseId: 'uuid',
  decision: 'jsonb',
  would: 'text[]',
  missing: 'text[]',
  refusal: 'text',
  by: 'text',
  byName: 'text',
  threadChannel: 'text',
  threadTs: 'text',
  messageTs: 'text',
  endedBy: 'text',
  endedByName: 'text',
  endedAt: 'timestamptz',
  createdAt: 'timestamptz',
});

export const DECISIONS = defineTable<DecisionRecord>('decisions', {
  id: 'uuid',
  caseId: 'uuid',
  at: 'timestamptz',
  kind: 'text',
  policyVersion: 'uuid',
  decision: 'jsonb',
  facts: 'jsonb',
});

const ENTRY = {
  id: 'uuid',
  caseId: 'uuid',
  seq: 'int',
  at: 'timestamptz',
  by: 'text',
  byName: 'text',
  event: 'text',
  from: 'text',
  to: 'text',
  text: 'text',
  clauses: 'text[]',
  decisionId: 'uuid',
  previousDigest: 'text',
  digest: 'text',
} as const;

/** As everybody sees them; and with what the chain needs. */
export const ENTRIES = defineTable<EntryRecord>('entries', ENTRY);
export const CHAINED_ENTRIES = defineTable<ChainedEntry & { shop: string }>('entries', {
  ...ENTRY,
  shop: 'text',
  salt: 'text',
  seal: 'text',
});

export const EFFECTS = defineTable<Omit<EffectRecord, 'interrupted' | 'unsure' | 'failures'>>('effects', {
  id: 'uuid',
  shop: 'text',
  caseId: 'uuid',
  key: 'text',
  kind: 'text',
  payload: 'jsonb',
  state: 'text',
  attempts: 'int',
  lastError: 'text',
  result: 'jsonb',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
});

const flatten = <T extends { thread: Thread | null }>({ thread, ...rest }: T): Flat<T> => ({
  ...rest,
  threadChannel: thread?.channel ?? null,
  threadTs: thread?.ts ?? null,
});

const unflatten = <T extends { thread: Thread | null }>({ threadChannel, threadTs, ...rest }: Flat<T>): T =>
  ({
    ...rest,
    thread: threadChannel === null || threadTs === null ? null : { channel: threadChannel, ts: threadTs },
  }) as unknown as T;

export const toCaseRow = (record: CaseRecord): Flat<CaseRecord> => flatten(record);
export const fromCaseRow = (row: unknown): CaseRecord => unflatten<CaseRecord>(row as Flat<CaseRecord>);
export const toProposalRow = (record: ProposalRecord): unknown => flatten<ProposalRecord>(record);
export const fromProposalRow = (row: unknown): ProposalRecord => unflatten<ProposalRecord>(row as Flat<ProposalRecord>);
