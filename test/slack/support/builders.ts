import type { ParcelView } from '../../../policy/app/parcels.ts';
import type { CaseDetail, IntentView, OrderView } from '../../../policy/app/read-model.ts';
import type {
  CaseRecord,
  ProposalRecord,
  RefundIntentRecord,
  ReturnData,
  ShopRecord,
  UnitRecord,
} from '../../../policy/app/records.ts';
import type { Breakdown, Decision } from '../../../policy/decision.ts';
import type { LineFacts, OrderFacts } from '../../../policy/facts/order-facts.ts';

/** Builders: they state only what matters to a test. The order is the policy's own example: 2 headphones, paid 96.40. */

export const NOW = '2026-11-23T10:00:00Z';
export const SHOP = 'demo.myshopify.com';

export const aLine = (over: Partial<LineFacts> = {}): LineFacts => ({
  id: '11',
  productId: '901',
  variantId: '911',
  inventoryItemId: '921',
  title: 'Headphones',
  variantTitle: 'Black',
  sku: 'HP-1',
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
  ...over,
});

export const anOrder = (over: Partial<OrderFacts> = {}): OrderFacts => ({
  id: '1003',
  name: '#1003',
  createdAt: '2026-11-20T09:00:00Z',
  updatedAt: '2026-11-20T09:05:00Z',
  cancelledAt: null,
  shopCurrency: 'USD',
  currency: 'USD',
  totalShop: 9640,
  total: 9640,
  taxesIncluded: false,
  financialStatus: 'paid',
  shipTo: 'US',
  contactable: { email: true, phone: true, name: true },
  lines: [aLine()],
  shippingLines: [{ id: '31', title: 'Standard', price: 1000, discount: 0, total: 1000, tax: 0 }],
  tips: 0,
  fulfillments: [],
  refunds: [],
  transactions: [],
  returns: [],
  disputeOpen: false,
  tags: [],
  ...over,
});

/** The same order, all of it on its way. */
export const aShippedOrder = (over: Partial<OrderFacts> = {}): OrderFacts => {
  const order = anOrder(over);
  return {
    ...order,
    fulfillments: [
      {
        id: '41',
        status: 'success',
        createdAt: '2026-11-21T09:00:00Z',
        lines: order.lines.map((line) => ({
          lineItemId: line.id,
          quantity: line.quantity,
          fulfillmentLineItemId: null,
        })),
        shipmentStatus: 'in_transit',
        deliveredAt: null,
        tracking: [{ company: 'UPS', number: '1Z999AA10123456784', url: null }],
      },
    ],
    ...over,
  };
};

export const aView = (facts: OrderFacts = anOrder(), over: Partial<OrderView> = {}): OrderView => ({
  facts,
  customerName: 'Jane Doe',
  openCases: [],
  ...over,
});

export const aBreakdown = (over: Partial<Breakdown> = {}): Breakdown => ({
  currency: 'USD',
  items: 8000,
  tax: 640,
  shipping: 1000,
  duties: 0,
  tips: 0,
  deductions: [],
  total: 9640,
  ...over,
});

export const aDecision = (over: Partial<Decision> = {}): Decision => ({
  verdict: 'granted',
  action: 'cancel_order',
  clauses: ['P11'],
  reasons: [{ clause: 'P11', because: 'asked for before anything shipped' }],
  missing: [],
  warnings: [],
  units: [],
  rmaDeadline: null,
  estimate: null,
  reimbursement: null,
  refund: aBreakdown(),
  factsDigest: 'f'.repeat(64),
  ...over,
});

export const tooLate = (): Decision =>
  aDecision({
    verdict: 'refused',
    action: 'offer_return',
    clauses: ['P12', 'P13', 'P14'],
    reasons: [
      { clause: 'P12', because: 'everything has shipped' },
      { clause: 'P13', because: 'the parcel can be refused at the door' },
      { clause: 'P14', because: 'or sent back with an RMA' },
    ],
    units: [{ lineItemId: '11', quantity: 2, outcome: 'returnable', clause: 'P14', amount: 4320 }],
    refund: null,
    estimate: { ...aBreakdown({ shipping: 0 }), total: 8640, missing: [] },
  });

export const aProposal = (over: Partial<ProposalRecord> = {}): ProposalRecord => ({
  id: 'prop-1',
  shop: SHOP,
  version: 1,
  state: 'open',
  draft: { kind: 'cancellation.request', orderId: '1003' },
  orderId: '1003',
  caseId: null,
  decision: aDecision(),
  would: ['cancel #1003 in Shopify', 'refund $96.40 to the original payment', 'mail the customer'],
  missing: [],
  refusal: null,
  by: 'person-1',
  byName: 'Ana Duarte',
  thread: { channel: 'C0RETURNS', ts: '1.1' },
  messageTs: null,
  endedBy: null,
  endedByName: null,
  endedAt: null,
  createdAt: NOW,
  ...over,
});

export const aShop = (over: Partial<ShopRecord> = {}): ShopRecord => ({
  domain: SHOP,
  name: 'Demo',
  timeZone: 'America/New_York',
  country: 'US',
  currency: 'USD',
  installedAt: NOW,
  uninstalledAt: null,
  slackTeam: 'T0DEMO',
  slackChannel: 'C0RETURNS',
  approvalsChannel: 'C0RETURNS',
  mailFrom: 'support@example.com',
  returnAddress: ['1 Return Way'],
  contactEmail: 'support@example.com',
  ...over,
});

export const returnData = (over: Partial<ReturnData> = {}): ReturnData => ({
  kind: 'return',
  reason: 'defective',
  lines: [{ lineItemId: '11', quantity: 2 }],
  because: null,
  remedy: 'refund',
  photos: [{ id: 'ev-1', name: 'left.jpg', mimetype: 'image/jpeg', bytes: 1000, sha256: 'a'.repeat(64) }],
  troubleshootingDone: true,
  artificialDamageDeclared: null,
  contact: null,
  originalShippingCost: null,
  returnPostage: null,
  rma: {
    number: 'RMA-4F7K2QZ',
    issuedAt: NOW,
    deadline: { date: '2026-12-23', timeZone: 'America/New_York', instant: '2026-12-24T04:59:59Z' },
  },
  tracking: null,
  parcel: null,
  shopifyReturn: null,
  ...over,
});

export const aCase = (over: Partial<CaseRecord> = {}): CaseRecord => ({
  id: 'case-12',
  number: 12,
  shop: SHOP,
  kind: 'return',
  state: 'authorized',
  version: 1,
  orderId: '1003',
  orderName: '#1003',
  policyVersion: 'v1',
  rma: 'RMA-4F7K2QZ',
  data: returnData(),
  thread: { channel: 'C0RETURNS', ts: '1.1' },
  openedBy: 'person-1',
  assignee: null,
  createdAt: NOW,
  updatedAt: NOW,
  closedAt: null,
  ...over,
});

export const aUnit = (over: Partial<UnitRecord> = {}): UnitRecord => ({
  id: 'unit-1',
  caseId: 'case-12',
  lineItemId: '11',
  index: 0,
  goods: 'arrived',
  money: 'none',
  result: null,
  deduction: null,
  note: null,
  ...over,
});

export const anIntent = (over: Partial<RefundIntentRecord> = {}): RefundIntentRecord =>
  ({
    id: 'intent-1',
    shop: SHOP,
    caseId: 'case-12',
    orderId: '1003',
    key: 'key-1',
    state: 'awaiting_approval',
    version: 1,
    breakdown: aBreakdown({ shipping: 0, total: 8640 }),
    shopMinor: 8640,
    orderVersion: NOW,
    unitIds: ['unit-1', 'unit-2'],
    proposedBy: 'person-1',
    approvalsNeeded: 1,
    approvals: [],
    shopifyRefundId: null,
    lastError: null,
    createdAt: NOW,
    updatedAt: NOW,
    ...over,
  }) as RefundIntentRecord;

export const issued = (): Decision =>
  aDecision({
    action: 'issue_rma',
    clauses: ['P21', 'P29', 'P31'],
    reasons: [
      { clause: 'P21', because: 'the goods have to be back within 30 days' },
      { clause: 'P29', because: 'an RMA number is issued' },
    ],
    refund: null,
    estimate: { ...aBreakdown({ shipping: 0 }), total: 8640, missing: [] },
    rmaDeadline: { date: '2026-12-23', timeZone: 'America/New_York', instant: '2026-12-24T04:59:59Z' },
  });

export const aDetail = (over: Partial<CaseDetail> = {}): CaseDetail => ({
  case: aCase(),
  policies: [],
  next: 'send the parcel — customer',
  order: aShippedOrder(),
  shop: aShop(),
  units: [aUnit(), aUnit({ id: 'unit-2', index: 1 })],
  entries: [],
  decisions: [
    { id: 'd1', caseId: 'case-12', at: NOW, kind: 'return', policyVersion: 'v1', decision: issued(), facts: {} },
  ],
  effects: [],
  intents: [],
  deadlines: [],
  openedByName: 'Ana Duarte',
  messages: [],
  ...over,
});

export const anIntentView = (over: Partial<IntentView> = {}): IntentView => ({
  intent: anIntent(),
  case: aCase({ state: 'received' }),
  proposedByName: 'Ana Duarte',
  decision: aDecision({
    action: 'refund',
    clauses: ['P24', 'P26'],
    reasons: [
      { clause: 'P24', because: 'tested: defect confirmed' },
      { clause: 'P26', because: 'shipping is not refunded for defective goods' },
    ],
    refund: aBreakdown({ shipping: 0, total: 8640 }),
  }),
  ...over,
});

/** A parcel in quarantine whose every word is this. */
export const aParcelView = (
  words: string,
  candidates: number,
  state: ParcelView['parcel']['state'] = 'quarantined',
): ParcelView => ({
  parcel: {
    id: '0190d3a0-0000-7000-8000-000000000001',
    shop: SHOP,
    version: 1,
    number: 999_999,
    state,
    problem: 'misread',
    written: words,
    seen: {
      tracking: words,
      senderName: words,
      senderPhone: words,
      orderNumber: words,
      note: words,
      answers: [1, 2, 3, 4].map((n) => ({
        orderId: String(n),
        orderName: words,
        at: NOW,
        text: words,
        fromCustomer: n % 2 === 0,
      })),
    },
    photos: [],
    receivedAt: NOW,
    holdUntil: NOW,
    askedAt: NOW,
    caseId: null,
    ended: state === 'closed' ? 'sent_back' : null,
    endedBecause: words,
    channel: null,
    by: 'person',
    byName: words,
    endedByName: words,
    createdAt: NOW,
    updatedAt: NOW,
  },
  candidates: Array.from({ length: candidates }, (_, index) => ({
    orderId: String(index),
    orderName: words,
    caseId: index % 2 === 0 ? '0190d3a0-0000-7000-8000-000000000002' : null,
    caseNumber: 1,
    rma: 'RMA-4F7K2QZ',
    state: 'authorized',
    score: 10,
    why: [words],
  })),
  case: null,
});
