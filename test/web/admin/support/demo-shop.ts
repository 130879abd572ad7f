import type { Person } from '../../../../policy/app/actors.ts';
import type { CaseDetail, ParkedItem } from '../../../../policy/app/read-model.ts';
import type { OrderFacts } from '../../../../policy/facts/order-facts.ts';
import {
  aBreakdown,
  aCase,
  aDecision,
  aDecisionRecord,
  aDetail,
  anEffect,
  anEntry,
  anIntent,
  anOrder,
  aPerson,
  aUnit,
  backorderData,
  cancellationData,
  returnData,
  shipped,
  uuid,
} from './records.ts';

/** A shop on an ordinary afternoon, for route tests and for pages in a browser. */
export type DemoShop = Readonly<{
  people: Person[];
  orders: OrderFacts[];
  customerNames: Record<string, string>;
  details: CaseDetail[];
  parked: ParkedItem[];
}>;

export const PEOPLE = {
  owner: aPerson('1', 'Olive Owner', 'owner'),
  agent: aPerson('101', 'Ada Agent', 'agent'),
  approver: aPerson('201', 'Lena Lead', 'approver'),
  warehouse: aPerson('301', 'Wim Warehouse', 'warehouse'),
  guest: aPerson('401', 'Gus Guest', null),
};

const RMA = 'RMA-4F7K2QZ';
const deadline = { date: '2026-12-20', timeZone: 'America/New_York', instant: '2026-12-21T04:59:59Z' };

/** Case 1: a return whose refund waits for an approver, with everything a case page shows. */
const settling = (): CaseDetail => {
  const record = aCase({
    number: 1,
    rma: RMA,
    data: returnData({
      reason: 'defective',
      because: 'the left side is silent',
      troubleshootingDone: true,
      photos: [{ id: uuid(7001), name: 'left.jpg', mimetype: 'image/jpeg', bytes: 120_000, sha256: 'ef'.repeat(32) }],
      rma: { number: RMA, issuedAt: '2026-11-20T15:01:00Z', deadline },
      tracking: {
        number: '1Z999AA10123456784',
        carrier: 'UPS',
        url: 'https://www.ups.com/track?tracknum=1Z999AA10123456784',
        recordedAt: '2026-11-20T18:00:00Z',
      },
      parcel: { receivedAt: '2026-11-22T13:40:00Z', rmaMarked: true, carrierAcceptedAt: null },
      shopifyReturn: { id: 'gid://shopify/Return/1', name: '#1001-R1', lines: [] },
    }),
  });
  const refund = aBreakdown({ items: 4000, tax: 320, total: 4320 });
  const issue = aDecisionRecord(record.id, 1, {
    kind: 'return',
    decision: aDecision({
      action: 'issue_rma',
      clauses: ['P21', 'P29', 'P31'],
      reasons: [
        { clause: 'P21', because: 'back by 20 December 2026, 30 days after the RMA is issued' },
        { clause: 'P29', because: 'an RMA number is issued' },
        { clause: 'P31', because: 'the number goes to the customer by email' },
      ],
      refund: null,
      rmaDeadline: deadline,
      estimate: { ...aBreakdown(), missing: [] },
      warnings: [
        { market: 'US', clause: 'P26', text: 'some states require postage to be refunded for defective goods' },
      ],
    }),
  });
  const settle = aDecisionRecord(record.id, 2, {
    at: '2026-11-22T14:30:00Z',
    decision: aDecision({
      clauses: ['P25', 'P26'],
      reasons: [
        { clause: 'P25', because: 'one unit was damaged by handling: it is not taken back' },
        { clause: 'P26', because: 'original shipping and return postage are not refunded for defects' },
      ],
      refund,
      units: [
        { lineItemId: '7001', quantity: 1, outcome: 'refunded', clause: 'P26', amount: 4320 },
        { lineItemId: '7001', quantity: 1, outcome: 'rejected', clause: 'P25', amount: 0 },
      ],
    }),
  });
  return aDetail(record, {
    decisions: [issue, settle],
    intents: [anIntent(record.id, 1, { breakdown: refund, shopMinor: 4320 })],
    units: [
      aUnit(record.id, 0, { goods: 'accepted_defective' }),
      aUnit(record.id, 1, {
        goods: 'rejected',
        money: 'refused',
        result: 'artificial_damage',
        note: 'hinge was forced open',
      }),
    ],
    entries: [
      anEntry(record.id, 1, { decisionId: issue.id }),
      anEntry(record.id, 2, {
        event: 'return.authorized',
        from: 'review',
        to: 'authorized',
        by: 'system',
        byName: 'Makegood',
        text: `RMA number ${RMA} issued, back by 20 December 2026`,
        clauses: ['P21', 'P29', 'P31'],
        decisionId: issue.id,
      }),
      anEntry(record.id, 3, {
        event: 'parcel.receive',
        at: '2026-11-22T13:40:00Z',
        from: 'in_transit',
        to: 'received',
        byName: 'Wim Warehouse',
        text: 'Parcel received, number on the outside',
      }),
      anEntry(record.id, 4, {
        event: 'unit.inspect',
        at: '2026-11-22T14:30:00Z',
        from: 'received',
        to: 'settling',
        byName: 'Wim Warehouse',
        text: '1 unit accepted, 1 damaged by handling; refund of $43.20 proposed',
        clauses: ['P25', 'P26'],
        decisionId: settle.id,
      }),
    ],
    effects: [
      anEffect(record.id, 1),
      anEffect(record.id, 2, {
        kind: 'shopify.create-return',
        payload: { kind: 'shopify.create-return', caseId: record.id },
      }),
      anEffect(record.id, 3, {
        payload: { kind: 'mail.send', caseId: record.id, template: 'parcel-received', intentId: null },
        state: 'parked',
        attempts: 8,
        lastError: 'the mail server refused the connection',
        createdAt: '2026-11-22T13:40:10Z',
        updatedAt: '2026-11-22T14:20:00Z',
      }),
      anEffect(record.id, 4, {
        kind: 'slack.show',
        payload: { kind: 'slack.show', subject: 'approval', id: uuid(2001) },
        createdAt: '2026-11-22T14:30:01Z',
        updatedAt: '2026-11-22T14:30:01Z',
      }),
    ],
    deadlines: [
      {
        id: uuid(7101),
        shop: record.shop,
        caseId: record.id,
        kind: 'rma-deadline',
        dueAt: deadline.instant,
        state: 'done',
      },
      {
        id: uuid(7102),
        shop: record.shop,
        caseId: record.id,
        kind: 'approval',
        dueAt: '2026-11-23T14:30:00Z',
        state: 'open',
      },
    ],
    messages: [
      { at: '2026-11-20T14:59:00Z', by: 'Ada Agent', text: `#1001 left side of the headphones is dead, both of them` },
      { at: '2026-11-22T13:39:00Z', by: 'Wim Warehouse', text: `${RMA} is here, number is on the box` },
    ],
  });
};

const cancelling = (): CaseDetail => {
  const record = aCase({
    number: 2,
    kind: 'cancellation',
    state: 'canceling',
    data: cancellationData,
    updatedAt: '2026-11-22T14:50:00Z',
  });
  return aDetail(record, {
    next: 'Shopify is cancelling the order',
    order: anOrder({ number: 1002 }),
    decisions: [
      aDecisionRecord(record.id, 3, {
        kind: 'cancel',
        decision: aDecision({
          action: 'cancel_order',
          clauses: ['P11'],
          reasons: [{ clause: 'P11', because: 'asked for before anything shipped' }],
          refund: aBreakdown({ shipping: 1000, total: 9640 }),
        }),
      }),
    ],
    effects: [
      anEffect(record.id, 5, {
        kind: 'shopify.cancel-order',
        payload: { kind: 'shopify.cancel-order', caseId: record.id, intentId: uuid(2002), reason: 'CUSTOMER' },
        state: 'running',
      }),
    ],
    entries: [
      anEntry(record.id, 1, {
        event: 'cancellation.request',
        to: 'canceling',
        text: 'Cancellation asked for: the whole order',
        clauses: ['P11'],
      }),
    ],
  });
};

const waitingForCustomer = (): CaseDetail => {
  const record = aCase({
    number: 3,
    kind: 'backorder',
    state: 'customer_notified',
    data: backorderData,
    updatedAt: '2026-11-21T09:00:00Z',
  });
  return aDetail(record, {
    next: 'The customer chooses to wait or to get the money back',
    order: anOrder({ number: 1003 }),
    deadlines: [
      {
        id: uuid(7103),
        shop: record.shop,
        caseId: record.id,
        kind: 'stock-out.answer',
        dueAt: '2026-11-22T09:00:00Z',
        state: 'open',
      },
    ],
  });
};

/** Many that are over, so that lists have a second page. */
const finished = (): CaseDetail[] =>
  Array.from({ length: 28 }, (_, at) => {
    const number = 10 + at;
    return aDetail(
      aCase({
        number,
        state: 'closed',
        updatedAt: `2026-11-${String(1 + (at % 18)).padStart(2, '0')}T10:00:00Z`,
        closedAt: `2026-11-${String(1 + (at % 18)).padStart(2, '0')}T10:00:00Z`,
      }),
      { next: 'Nothing: it is closed', order: anOrder({ number: 1000 + number, fulfillments: shipped(2) }) },
    );
  });

export const demoShop = (): DemoShop => {
  const details = [settling(), cancelling(), waitingForCustomer(), ...finished()];
  const idle = anOrder({ number: 1090, lines: anOrder({ number: 1 }).lines.map((line) => ({ ...line, quantity: 2 })) });
  const orders = [...details.map((detail) => detail.order), idle];
  return {
    people: Object.values(PEOPLE),
    orders,
    customerNames: Object.fromEntries(orders.map((order) => [order.id, 'Robin Ferreira'])),
    details,
    parked: [
      {
        id: '77',
        source: 'shopify',
        topic: 'orders/updated',
        receivedAt: '2026-11-22T12:11:00Z',
        reason: 'currency XBT is not known: its amounts can not be read',
        attempts: 5,
      },
    ],
  };
};
