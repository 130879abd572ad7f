import { randomUUID } from 'node:crypto';
import type { Envelope, Outcome } from '../../policy/app/commands.ts';
import type {
  CaseRecord,
  DeadlineRecord,
  ProposalRecord,
  RefundIntentRecord,
  ReturnData,
  UnitRecord,
} from '../../policy/app/records.ts';
import type { InboxItem, NewDecision, NewEffect, NewEntry } from '../../policy/app/store.ts';
import type { Decision } from '../../policy/decision.ts';
import type { OrderContact, OrderFacts } from '../../policy/facts/order-facts.ts';

/** Records that state only what matters to a test; everything else is plausible. */

export const SHOP = 'demo.myshopify.com';
export const AT = '2026-11-22T15:00:00.000Z';

/** So many minutes after `AT`. */
export const later = (minutes: number): string => new Date(Date.parse(AT) + minutes * 60_000).toISOString();

export const anEnvelope = (id: string = randomUUID()): Envelope => ({ id, shop: SHOP, actor: { kind: 'system' } });

export const done = (caseId: string | null = null): Outcome => ({
  status: 'done',
  replayed: false,
  caseId,
  proposalId: null,
  intentId: null,
});

export const someFacts = (over: Partial<OrderFacts> = {}): OrderFacts => ({
  id: '1003',
  name: '#1003',
  createdAt: '2026-11-20T09:30:00Z',
  updatedAt: '2026-11-20T09:31:00Z',
  cancelledAt: null,
  shopCurrency: 'EUR',
  currency: 'EUR',
  totalShop: 12900,
  total: 12900,
  taxesIncluded: true,
  financialStatus: 'paid',
  shipTo: 'DE',
  contactable: { email: true, phone: false, name: true },
  lines: [],
  shippingLines: [],
  tips: 0,
  fulfillments: [],
  refunds: [],
  transactions: [],
  returns: null,
  disputeOpen: null,
  tags: ['vip'],
  ...over,
});

export const someContact = (over: Partial<OrderContact> = {}): OrderContact => ({
  name: 'Zoë Sample',
  email: 'zoe@example.com',
  phone: null,
  postcode: '10115',
  locale: 'de',
  ...over,
});

export const aCase = (over: Partial<CaseRecord> = {}): CaseRecord => ({
  id: randomUUID(),
  number: 1,
  shop: SHOP,
  kind: 'cancellation',
  state: 'requested',
  version: 1,
  orderId: '1003',
  orderName: '#1003',
  policyVersion: randomUUID(),
  rma: null,
  data: { kind: 'cancellation', lines: null, because: 'ordered twice', jobResult: null },
  thread: { channel: 'C0RETURNS', ts: '1763823600.000100' },
  openedBy: null,
  assignee: null,
  createdAt: AT,
  updatedAt: AT,
  closedAt: null,
  ...over,
});

export const returnData = (over: Partial<ReturnData> = {}): ReturnData => ({
  kind: 'return',
  reason: 'defective',
  lines: [{ lineItemId: '11', quantity: 1 }],
  because: null,
  remedy: 'refund',
  photos: [],
  troubleshootingDone: true,
  artificialDamageDeclared: null,
  contact: null,
  originalShippingCost: null,
  returnPostage: null,
  rma: null,
  tracking: null,
  parcel: null,
  shopifyReturn: null,
  ...over,
});

export const aUnit = (caseId: string, over: Partial<UnitRecord> = {}): UnitRecord => ({
  id: randomUUID(),
  caseId,
  lineItemId: '11',
  index: 0,
  goods: 'expected',
  money: 'none',
  result: null,
  deduction: null,
  note: null,
  inspectedBy: null,
  ...over,
});

export const anIntent = (caseId: string, over: Partial<RefundIntentRecord> = {}): RefundIntentRecord => ({
  id: randomUUID(),
  shop: SHOP,
  caseId,
  orderId: '1003',
  key: randomUUID(),
  state: 'awaiting_approval',
  version: 1,
  breakdown: {
    currency: 'EUR',
    items: 10000,
    tax: 1900,
    shipping: 1000,
    duties: 0,
    tips: 0,
    deductions: [],
    total: 12900,
  },
  shopMinor: 12900,
  orderVersion: '2026-11-20T09:31:00Z',
  unitIds: [],
  proposedBy: null,
  approvalsNeeded: 1,
  approvals: [],
  shopifyRefundId: null,
  suggested: null,
  execution: null,
  lastError: null,
  delegatedTo: null,
  createdAt: AT,
  updatedAt: AT,
  ...over,
});

export const aProposal = (over: Partial<ProposalRecord> = {}): ProposalRecord => ({
  id: randomUUID(),
  shop: SHOP,
  version: 1,
  state: 'open',
  draft: { kind: 'cancellation.request', orderId: '1003' },
  orderId: '1003',
  caseId: null,
  decision: null,
  would: ['cancel #1003', 'refund 129.00 EUR'],
  missing: [],
  refusal: null,
  by: randomUUID(),
  byName: 'Ana Ruiz',
  thread: { channel: 'C0RETURNS', ts: '1763823600.000200' },
  messageTs: null,
  endedBy: null,
  endedByName: null,
  endedAt: null,
  createdAt: AT,
  ...over,
});

export const aDeadline = (caseId: string, over: Partial<DeadlineRecord> = {}): DeadlineRecord => ({
  id: randomUUID(),
  shop: SHOP,
  caseId,
  kind: 'rma',
  dueAt: later(60),
  state: 'open',
  ...over,
});

export const aDecision = (caseId: string, over: Partial<NewDecision> = {}): NewDecision => ({
  id: randomUUID(),
  caseId,
  at: AT,
  kind: 'cancel',
  policyVersion: randomUUID(),
  decision: granted(),
  facts: { now: AT, ask: { kind: 'cancel' } },
  ...over,
});

export const granted = (): Decision => ({
  verdict: 'granted',
  action: 'cancel_order',
  clauses: ['P1'],
  reasons: [{ clause: 'P1', because: 'nothing has shipped' }],
  missing: [],
  warnings: [],
  units: [],
  rmaDeadline: null,
  estimate: null,
  reimbursement: null,
  refund: null,
  factsDigest: 'ab'.repeat(32),
});

export const anEntry = (caseId: string, over: Partial<NewEntry> = {}): NewEntry => ({
  id: randomUUID(),
  caseId,
  at: AT,
  by: randomUUID(),
  byName: 'Ana Ruiz',
  event: 'cancellation.request',
  from: null,
  to: 'requested',
  text: 'asked for the cancellation',
  clauses: ['P1'],
  decisionId: null,
  ...over,
});

export const anEffect = (over: Partial<NewEffect> = {}): NewEffect => ({
  id: randomUUID(),
  key: randomUUID(),
  caseId: null,
  effect: { kind: 'shopify.read-order', orderId: '1003' },
  ...over,
});

export const anItem = (over: Partial<InboxItem> = {}): InboxItem => ({
  source: 'shopify',
  shop: SHOP,
  topic: 'orders/updated',
  id: randomUUID(),
  triggeredAt: AT,
  body: Buffer.from('{"id":1003}'),
  ...over,
});
