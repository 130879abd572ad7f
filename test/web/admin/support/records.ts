import type { Person } from '../../../../policy/app/actors.ts';
import type { CaseDetail } from '../../../../policy/app/read-model.ts';
import type {
  CaseData,
  CaseRecord,
  DecisionRecord,
  EffectRecord,
  EntryRecord,
  RefundIntentRecord,
  ShopRecord,
  UnitRecord,
} from '../../../../policy/app/records.ts';
import type { Breakdown, Decision } from '../../../../policy/decision.ts';
import type { OrderFacts } from '../../../../policy/facts/order-facts.ts';

/** Builders: each call states only what matters to it. All times lie around `NOW`. */
export const NOW = '2026-11-22T15:00:00Z';
export const SHOP = 'demo.myshopify.com';

/** A UUID that a reader can tell apart: `uuid(12)`. */
export const uuid = (n: number): string => `019300aa-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const aShop = (more: Partial<ShopRecord> = {}): ShopRecord => ({
  domain: SHOP,
  name: 'Demo Shop',
  timeZone: 'America/New_York',
  country: 'US',
  currency: 'USD',
  installedAt: '2026-10-01T12:00:00Z',
  uninstalledAt: null,
  slackTeam: 'T0DEMO',
  slackChannel: 'C0RETURNS',
  approvalsChannel: 'C0RETURNS',
  mailFrom: 'support@demo.example',
  returnAddress: ['Demo Shop Returns', '1 Dock Street', 'Albany NY 12207'],
  contactEmail: 'owner@demo.example',
  ...more,
});

export const aPerson = (staffId: string, name: string, role: Person['role']): Person => ({
  id: uuid(9000 + Number(staffId)),
  shop: SHOP,
  name,
  role,
  staffId,
  slackTeam: 'T0DEMO',
  slackUser: null,
});

export const anOrder = (more: Partial<OrderFacts> & { number: number }): OrderFacts => {
  const { number, ...rest } = more;
  return {
    id: String(5_000_000_000 + number),
    name: `#${number}`,
    createdAt: '2026-11-18T14:20:00Z',
    updatedAt: '2026-11-22T14:00:00Z',
    cancelledAt: null,
    shopCurrency: 'USD',
    currency: 'USD',
    totalShop: 9640,
    total: 9640,
    taxesIncluded: false,
    financialStatus: 'paid',
    shipTo: 'US',
    contactable: { email: true, phone: false, name: true },
    lines: [
      {
        id: '7001',
        productId: '8001',
        variantId: '9001',
        inventoryItemId: '6001',
        title: 'Wireless headphones',
        variantTitle: 'Graphite',
        sku: 'HP-GR',
        quantity: 2,
        currentQuantity: 2,
        requiresShipping: true,
        giftCard: false,
        unitPrice: 4000,
        discount: 0,
        total: 8000,
        tax: 640,
        duties: 0,
        dutyIds: [],
      },
    ],
    shippingLines: [{ id: '7101', title: 'Standard', price: 1000, discount: 0, total: 1000, tax: 0 }],
    tips: 0,
    fulfillments: [],
    refunds: [],
    transactions: [],
    returns: null,
    disputeOpen: null,
    tags: [],
    ...rest,
  };
};

export const shipped = (units: number): OrderFacts['fulfillments'] => [
  {
    id: '4001',
    status: 'success',
    createdAt: '2026-11-19T09:00:00Z',
    lines: [{ lineItemId: '7001', quantity: units, fulfillmentLineItemId: '4101' }],
    shipmentStatus: 'delivered',
    deliveredAt: '2026-11-21T10:00:00Z',
    tracking: [],
  },
];

export const aBreakdown = (more: Partial<Breakdown> = {}): Breakdown => ({
  currency: 'USD',
  items: 8000,
  tax: 640,
  shipping: 0,
  duties: 0,
  tips: 0,
  deductions: [],
  total: 8640,
  ...more,
});

export const aDecision = (more: Partial<Decision> = {}): Decision => ({
  verdict: 'granted',
  action: 'refund',
  clauses: ['P12'],
  reasons: [{ clause: 'P12', because: 'the order had shipped: shipping stays with the customer' }],
  missing: [],
  warnings: [],
  units: [],
  rmaDeadline: null,
  estimate: null,
  reimbursement: null,
  refund: aBreakdown(),
  factsDigest: '3f1ac04be3ce9b7f7dba4bd21f76f2a6c5a1e8f2e2e1a0c9f1de3a3c5a9b1c2d',
  ...more,
});

export const returnData = (more: Partial<Extract<CaseData, { kind: 'return' }>> = {}): CaseData => ({
  kind: 'return',
  reason: 'changed_mind',
  lines: [{ lineItemId: '7001', quantity: 2 }],
  because: 'too big for the desk',
  remedy: 'refund',
  photos: [],
  troubleshootingDone: null,
  artificialDamageDeclared: null,
  contact: { hasName: true, hasEmail: true, hasPhone: false },
  originalShippingCost: null,
  returnPostage: null,
  rma: null,
  tracking: null,
  parcel: null,
  shopifyReturn: null,
  ...more,
});

export const cancellationData: CaseData = {
  kind: 'cancellation',
  lines: null,
  because: 'ordered twice',
  jobResult: null,
};

export const backorderData: CaseData = {
  kind: 'backorder',
  lines: [{ lineItemId: '7001', quantity: 1 }],
  notifiedAt: '2026-11-21T09:00:00Z',
  answer: null,
  eta: null,
};

export const aCase = (more: Partial<CaseRecord> & { number: number }): CaseRecord => ({
  id: uuid(more.number),
  shop: SHOP,
  kind: 'return',
  state: 'settling',
  version: 6,
  orderId: String(5_000_001_000 + more.number),
  orderName: `#${1000 + more.number}`,
  policyVersion: uuid(8001),
  rma: null,
  data: returnData(),
  thread: null,
  openedBy: uuid(9101),
  assignee: null,
  createdAt: '2026-11-20T15:00:00Z',
  updatedAt: '2026-11-22T14:58:00Z',
  closedAt: null,
  ...more,
});

export const anIntent = (caseId: string, n: number, more: Partial<RefundIntentRecord> = {}): RefundIntentRecord => ({
  id: uuid(2000 + n),
  shop: SHOP,
  caseId,
  orderId: '5000001001',
  key: `refund-${n}`,
  state: 'awaiting_approval',
  version: 3,
  breakdown: aBreakdown(),
  shopMinor: 8640,
  orderVersion: '2026-11-22T14:00:00Z',
  unitIds: [],
  proposedBy: uuid(9101),
  approvalsNeeded: 1,
  approvals: [],
  shopifyRefundId: null,
  lastError: null,
  createdAt: '2026-11-22T14:30:00Z',
  updatedAt: '2026-11-22T14:30:00Z',
  ...more,
});

export const anEffect = (caseId: string | null, n: number, more: Partial<EffectRecord> = {}): EffectRecord => ({
  id: uuid(3000 + n),
  shop: SHOP,
  caseId,
  key: `effect-${n}`,
  kind: 'mail.send',
  payload: { kind: 'mail.send', caseId: caseId ?? '', template: 'rma-issued', intentId: null },
  state: 'done',
  attempts: 1,
  lastError: null,
  result: null,
  createdAt: '2026-11-20T15:02:00Z',
  updatedAt: '2026-11-20T15:02:03Z',
  ...more,
});

export const anEntry = (caseId: string, seq: number, more: Partial<EntryRecord> = {}): EntryRecord => ({
  id: uuid(4000 + seq),
  caseId,
  seq,
  at: `2026-11-20T15:0${seq}:00Z`,
  by: uuid(9101),
  byName: 'Ada Agent',
  event: 'return.open',
  from: null,
  to: 'review',
  text: 'Return asked for: 2 × Wireless headphones, changed their mind',
  clauses: [],
  decisionId: null,
  previousDigest: seq === 1 ? null : 'ab'.repeat(32),
  digest: 'cd'.repeat(32),
  ...more,
});

export const aUnit = (caseId: string, index: number, more: Partial<UnitRecord> = {}): UnitRecord => ({
  id: uuid(5000 + index),
  caseId,
  lineItemId: '7001',
  index,
  goods: 'accepted',
  money: 'proposed',
  result: 'accepted',
  deduction: null,
  note: null,
  ...more,
});

export const aDecisionRecord = (caseId: string, n: number, more: Partial<DecisionRecord> = {}): DecisionRecord => ({
  id: uuid(6000 + n),
  caseId,
  at: '2026-11-20T15:01:00Z',
  kind: 'settle',
  policyVersion: uuid(8001),
  decision: aDecision(),
  facts: { order: { secretLookingThing: 'never sent to the page' } },
  ...more,
});

export const aDetail = (record: CaseRecord, more: Partial<CaseDetail> = {}): CaseDetail => ({
  case: record,
  policies: [],
  next: 'An approver decides on the refund',
  order: anOrder({ number: 1000 + record.number, fulfillments: shipped(2) }),
  shop: aShop(),
  units: [],
  entries: [],
  decisions: [],
  effects: [],
  intents: [],
  deadlines: [],
  openedByName: 'Ada Agent',
  messages: [],
  ...more,
});
