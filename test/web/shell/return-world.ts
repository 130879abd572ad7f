import type { Person } from '../../../policy/app/actors.ts';
import type {
  CaseRecord,
  DeadlineRecord,
  RefundIntentRecord,
  ReturnData,
  UnitRecord,
} from '../../../policy/app/records.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { parseSettings } from '../../../policy/settings.ts';
import type { Context, World } from '../../../web/shell/handler.ts';
import { orderFacts } from '../../policy/support/builders.ts';

/** A shop, an order that shipped, and a return of it: what a handler is given. */

export const NOW = '2026-11-23T15:00:00.000Z';
const SHOP = 'demo.myshopify.com';

const person = (id: string, name: string, role: Person['role'] = 'agent'): Person => ({
  id,
  shop: SHOP,
  name,
  role,
  staffId: id,
  slackTeam: null,
  slackUser: null,
});
export const ANA = person('p-ana', 'Ana');
export const BEN = person('p-ben', 'Ben');
export const GUS = person('p-gus', 'Gus', null);

export const order = (more: Parameters<typeof orderFacts>[0] = {}): OrderFacts =>
  orderFacts({
    unitsShipped: 2,
    createdAt: '2026-11-20T09:00:00-05:00',
    shippedAt: '2026-11-20T10:00:00-05:00',
    ...more,
  });

export const returnData = (more: Partial<ReturnData> = {}): ReturnData => ({
  kind: 'return',
  reason: 'defective',
  lines: [{ lineItemId: '1', quantity: 2 }],
  because: null,
  remedy: 'refund',
  photos: [],
  troubleshootingDone: true,
  artificialDamageDeclared: null,
  contact: null,
  originalShippingCost: null,
  returnPostage: null,
  rma: {
    number: 'RMA-4F7K2QZ',
    issuedAt: NOW,
    deadline: { date: '2026-12-23', timeZone: 'America/New_York', instant: '2026-12-24T04:59:59.999Z' },
  },
  tracking: null,
  parcel: null,
  shopifyReturn: { id: '9', name: '#1003-R1', lines: [] },
  ...more,
});

export const aCase = (more: Partial<CaseRecord> = {}): CaseRecord => ({
  id: 'case-1',
  number: 12,
  shop: SHOP,
  kind: 'return',
  state: 'authorized',
  version: 3,
  orderId: order().id,
  orderName: order().name,
  policyVersion: 'v1',
  rma: 'RMA-4F7K2QZ',
  data: returnData(),
  thread: { channel: 'C1', ts: '1.1' },
  openedBy: ANA.id,
  assignee: ANA.id,
  createdAt: NOW,
  updatedAt: NOW,
  closedAt: null,
  ...more,
});

export const unit = (more: Partial<UnitRecord> = {}): UnitRecord => ({
  id: 'unit-1',
  caseId: 'case-1',
  lineItemId: '1',
  index: 0,
  goods: 'expected',
  money: 'none',
  result: null,
  deduction: null,
  note: null,
  ...more,
});

export const deadline = (more: Partial<DeadlineRecord> = {}): DeadlineRecord => ({
  id: 'd-1',
  shop: SHOP,
  caseId: 'case-1',
  kind: 'rma-deadline',
  dueAt: '2026-12-24T04:59:59.999Z',
  state: 'open',
  ...more,
});

export const world = (more: Partial<World> & { input?: Record<string, unknown> } = {}): World => {
  const { input = {}, ...rest } = more;
  const found = 'case' in rest ? (rest.case ?? null) : aCase();
  return {
    shop: {
      domain: SHOP,
      name: 'Demo',
      timeZone: 'America/New_York',
      country: 'US',
      currency: 'USD',
      installedAt: NOW,
      uninstalledAt: null,
      slackTeam: 'T1',
      slackChannel: 'C1',
      approvalsChannel: null,
      mailFrom: 'a@example.com',
      returnAddress: [],
      contactEmail: 'a@example.com',
    },
    people: [ANA, BEN, GUS],
    order: {
      shop: SHOP,
      facts: order(),
      contact: { name: null, email: 'c@example.com', phone: null, postcode: null, locale: null },
      updatedAt: NOW,
    },
    version: { id: 'v1', shop: SHOP, number: 1, settings: {}, effectiveAt: NOW, publishedBy: null, digest: 'x' },
    settings: parseSettings(input),
    cases: found === null ? [] : [found],
    files: [],
    units: [unit(), unit({ id: 'unit-2', index: 1 })],
    intents: [],
    intent: null,
    deadlines: [],
    deadline: null,
    effect: null,
    proposal: null,
    ...rest,
    case: found,
  } as World;
};

export const context = (by: Person = ANA, now = NOW): Context => {
  let ids = 0;
  return {
    now,
    ids: {
      id: () => {
        ids += 1;
        return `id-${ids}`;
      },
      randomBytes: (count) => new Uint8Array(count),
    },
    actor: { kind: 'staff', staffId: by.id },
    person: by,
    by: by.id,
    byName: by.name,
    fresh: { caseNumber: 99, rma: 'RMA-NEW0000' },
  };
};

/** An amount of dollars (in cents) that is on its way: approved, and sent to Shopify. */
export const beingPaid = (total: number): RefundIntentRecord =>
  ({
    id: 'i-1',
    caseId: 'case-1',
    state: 'executing',
    version: 4,
    unitIds: [],
    approvalsNeeded: 0,
    approvals: [],
    execution: { refundsBefore: [] },
    breakdown: { currency: 'USD', total },
  }) as unknown as RefundIntentRecord;
