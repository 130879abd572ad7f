import { describe, expect, it } from 'vitest';
import { decide } from '../../policy/index.ts';
import { type AskOptions, aDecisionRequest, answerTo, inspection, lines } from './support/builders.ts';

/** Every clause that decides, with a row on either side of its limit. */
type Row = Readonly<{
  case: string;
  ask: unknown;
  with?: AskOptions;
  is: string;
  total?: string | null;
  missing?: string[];
}>;

const EARLY = { unitsShipped: 2, createdAt: '2026-09-20T09:00:00-04:00', shippedAt: '2026-09-21T09:00:00-04:00' };
const SHIPPED: AskOptions = { order: EARLY };
const set = (settings: Record<string, unknown>, order: AskOptions['order'] = EARLY): AskOptions => ({
  order,
  settings,
});
const order = (more: AskOptions['order'], settings = {}): AskOptions => ({ order: { ...EARLY, ...more }, settings });

const cancel = { kind: 'cancel' };
const back = (reason: string, more: object = {}) => ({ kind: 'return', reason, lines: lines(2), ...more });
const defect = (more: object = {}) => back('defective', { photos: 1, troubleshootingDone: true, ...more });
const settle = (reason: string, found: Record<string, number>, more: object = {}, parcel: object = {}) => ({
  kind: 'settle',
  return: { reason, lines: lines(2), rmaIssuedAt: '2026-10-05T15:00:00-04:00', ...more },
  parcel: { receivedAt: '2026-10-20T12:00:00-04:00', ...parcel },
  inspection: inspection(found),
});
const lost = (reason: string, more: object = {}, parcel: object = {}) => ({
  kind: 'settle',
  return: { reason, lines: lines(2), rmaIssuedAt: '2026-10-05T15:00:00-04:00', ...more },
  parcel: { lost: true, ...parcel },
});

const is = (rows: readonly Row[]) =>
  it.each(rows)('$case → $is', (row) => {
    const answer = answerTo(row.ask, row.with);
    expect(`${answer.verdict} ${answer.action} ${answer.clauses.join(' ')}`).toBe(row.is);
    if (row.total !== undefined) expect(answer.refund?.total ?? null).toBe(row.total);
    if (row.missing) expect(answer.missing).toEqual(row.missing);
    // Whatever is decided: a reason for each clause, and each unit under a clause that is cited.
    expect([...new Set(answer.reasons.map((r) => r.clause))]).toEqual(answer.clauses);
    for (const unit of answer.units) expect(answer.clauses).toContain(unit.clause);
  });

describe('P1, A1: ordered wrong', () => {
  const wrong = settle(
    'customer_ordered_wrong',
    { accepted: 2 },
    { returnPostage: { paidBy: 'merchant', amount: '6.50' } },
  );
  // biome-ignore format: rows of a table
  is([
    { case: 'asked: a person', ask: back('customer_ordered_wrong'), with: SHIPPED, is: 'needs-person ask P1' },
    { case: 'asked at the end: a person', ask: wrong, with: SHIPPED, is: 'needs-person ask P1', total: null },
    { case: 'charged', ask: wrong, with: set({ 'wrongItemCustomer.carriage': 'charge' }), is: 'granted refund P1 P12', total: '79.90' },
    { case: 'never charged: the shipping goes back, the label is ours', ask: wrong, with: set({ 'wrongItemCustomer.carriage': 'never' }), is: 'granted refund P1', total: '96.40' },
    { case: 'never charged, asked for', ask: back('customer_ordered_wrong'), with: set({ 'wrongItemCustomer.carriage': 'never' }), is: 'granted issue_rma P1 P14 P29 P31' },
  ]);
});

describe('P2, A26: damage of their own', () => {
  // biome-ignore format: rows of a table
  is([
    { case: 'declared', ask: defect({ artificialDamageDeclared: true }), with: SHIPPED, is: 'needs-person ask P2' },
    { case: 'denied', ask: defect({ artificialDamageDeclared: false }), with: SHIPPED, is: 'granted issue_rma P21 P29 P31' },
    { case: 'declared, decided before the test', ask: defect({ artificialDamageDeclared: true }), with: set({ 'misuse.decision': 'before_test' }), is: 'refused reject P2 P23' },
    { case: 'declared, and no picture: both are told', ask: defect({ artificialDamageDeclared: true, photos: 0 }), with: SHIPPED, is: 'needs-info ask P2 P3', missing: ['photos'] },
  ]);
});

describe('P3, A21: pictures', () => {
  // biome-ignore format: rows of a table
  is([
    { case: 'wrong item, none', ask: back('wrong_item_sent'), with: SHIPPED, is: 'needs-info ask P3', missing: ['photos'] },
    { case: 'wrong item, one', ask: back('wrong_item_sent', { photos: 1 }), with: SHIPPED, is: 'granted issue_rma P16 P29 P31' },
    { case: 'two needed, one here', ask: defect(), with: set({ 'evidence.minPhotos.defective': 2 }), is: 'needs-info ask P3' },
    { case: 'two needed, two here', ask: defect({ photos: 2 }), with: set({ 'evidence.minPhotos.defective': 2 }), is: 'granted issue_rma P21 P29 P31' },
    { case: 'change of mind, none', ask: back('changed_mind'), with: SHIPPED, is: 'granted issue_rma P12 P14 P29 P31' },
    { case: 'this product needs two', ask: defect(), with: set({ products: { '101': { 'evidence.minPhotos.defective': 2 } } }), is: 'needs-info ask P3' },
    { case: 'another product needs two', ask: defect(), with: set({ products: { '999': { 'evidence.minPhotos.defective': 2 } } }), is: 'granted issue_rma P21 P29 P31' },
    { case: 'no picture, not tried to solve: both are asked for', ask: defect({ photos: 0, troubleshootingDone: false }), with: SHIPPED, is: 'needs-info ask P3 P18', missing: ['photos', 'troubleshootingDone'] },
  ]);
});

describe('P4: what no clause covers', () => {
  // biome-ignore format: rows of a table
  is([
    { case: 'something missing from the parcel', ask: back('missing_item', { photos: 1 }), with: SHIPPED, is: 'needs-person ask P4' },
    { case: 'something missing, settled by a person', ask: settle('missing_item', { accepted: 1 }, { lines: lines(1) }), with: SHIPPED, is: 'granted refund P4', total: '48.20' },
    { case: 'something missing, nobody has decided', ask: { ...settle('missing_item', {}), inspection: [] }, with: SHIPPED, is: 'needs-person ask P4' },
    { case: 'they sent something else back', ask: settle('defective', { wrong_item: 1, accepted: 1 }), with: SHIPPED, is: 'needs-person ask P4', total: null },
    { case: 'a gift card', ask: back('changed_mind', { lines: lines(1) }), with: order({ lines: [{ quantity: 2, giftCard: true }] }), is: 'needs-person ask P4' },
    { case: 'an exchange of what is no longer wanted', ask: settle('changed_mind', { accepted: 2 }, { remedy: 'exchange' }), with: SHIPPED, is: 'needs-person ask P4' },
  ]);
});

describe('P5: a chargeback instead of a word with us', () => {
  const asked = (ask: unknown, disputeOpen: boolean | null) => {
    const request = aDecisionRequest(ask, SHIPPED);
    return decide({ ...request, order: { ...request.order, disputeOpen } });
  };
  const unshipped = (ask: unknown, disputeOpen: boolean) => {
    const request = aDecisionRequest(ask);
    return decide({ ...request, order: { ...request.order, disputeOpen } });
  };
  const money = settle('changed_mind', { accepted: 2 });

  it('freezes every refund while it is open', () => {
    for (const decision of [asked(money, true), unshipped(cancel, true)]) {
      expect(decision).toMatchObject({ verdict: 'needs-person', action: 'ask', clauses: ['P5'], refund: null });
    }
    const out = { kind: 'stock-out', lines: lines(2), answer: 'refund' };
    expect(unshipped(out, true)).toMatchObject({ verdict: 'needs-person', clauses: ['P5'] });
  });

  it('and once it is lost: the bank has paid already', () => {
    for (const [ask, order] of [
      [money, SHIPPED],
      [cancel, {}],
    ] as const) {
      const request = aDecisionRequest(ask, order);
      const lost = { ...request.order, disputeOpen: false, disputeLost: true };
      expect(decide({ ...request, order: lost })).toMatchObject({
        verdict: 'needs-person',
        clauses: ['P5'],
        refund: null,
      });
    }
  });

  it('and nothing that moves no money', () => {
    expect(asked(back('changed_mind'), true).verdict).toBe('granted');
    expect(unshipped({ kind: 'stock-out', lines: lines(2), answer: 'wait' }, true).verdict).toBe('granted');
  });

  it.each([false, null])('open: %s', (open) => expect(asked(money, open).refund?.total).toBe(8640));
});

describe('P7 to P9, A2, A3: out of stock', () => {
  const out = (more: object, quantity = 2) => ({ kind: 'stock-out', lines: lines(quantity), ...more });
  // biome-ignore format: rows of a table
  is([
    { case: 'told 71 h 59 min ago', ask: out({ customerNotifiedAt: '2026-11-19T10:01:00-05:00' }), is: 'granted wait P7', total: null },
    { case: 'told 72 h ago', ask: out({ customerNotifiedAt: '2026-11-19T10:00:00-05:00' }), is: 'granted cancel_order P9', total: '96.40' },
    { case: '24 h to answer, told 24 h ago', ask: out({ customerNotifiedAt: '2026-11-21T10:00:00-05:00' }), with: { settings: { 'backorder.responseHours': 24 } }, is: 'granted cancel_order P9', total: '96.40' },
    { case: 'told long ago, but will wait', ask: out({ customerNotifiedAt: '2026-11-01T10:00:00-05:00', answer: 'wait' }), is: 'granted wait P8', total: null },
    { case: 'a part, shipping kept', ask: out({ answer: 'refund' }, 1), with: { settings: { 'oos.partial.shipping': 'none' } }, is: 'granted refund_lines P9', total: '43.20' },
    { case: 'a part, shipping whole', ask: out({ answer: 'refund' }, 1), with: { settings: { 'oos.partial.shipping': 'full' } }, is: 'granted refund_lines P9', total: '53.20' },
    { case: 'all, shipping kept only for parts', ask: out({ answer: 'refund' }), with: { settings: { 'oos.partial.shipping': 'none' } }, is: 'granted cancel_order P9', total: '96.40' },
    { case: 'a part, and parts are not refunded here', ask: out({ answer: 'refund' }, 1), with: { settings: { 'oos.partial.choices': ['wait-all', 'cancel-all'] } }, is: 'needs-person ask P9', total: null },
    { case: 'a part, and waiting is not offered here', ask: out({ answer: 'wait' }, 1), with: { settings: { 'oos.partial.choices': ['refund-part'] } }, is: 'needs-person ask P8' },
    { case: 'the last unit left, nothing shipped', ask: out({ answer: 'refund' }, 1), with: { order: { refunds: [{ lines: { 1: 1 } }] } }, is: 'granted cancel_order P9', total: '53.20' },
    { case: 'the rest, the other shipped', ask: out({ answer: 'refund' }, 1), with: { order: { unitsShipped: 1 } }, is: 'granted refund_lines P9', total: '48.20' },
    { case: 'cancelled already', ask: out({ answer: 'refund' }), with: { order: { cancelledAt: '2026-11-21T00:00:00Z' } }, is: 'refused reject P9', total: null },
    { case: 'only authorised', ask: out({ answer: 'refund' }), with: { order: { financialStatus: 'authorized' } }, is: 'granted cancel_order P9', total: '0.00' },
    { case: 'never paid', ask: out({ answer: 'refund' }), with: { order: { financialStatus: 'pending' } }, is: 'granted cancel_order P9', total: null },
  ]);
});

describe('P10, P14, A8: how long a mind may change', () => {
  const inGermany = (days: number) =>
    set({ 'changeOfMind.windowDays': days, legalOverlay: 'apply' }, { ...EARLY, shipTo: 'DE' });
  const within = (days: number) => set({ 'changeOfMind.windowDays': days });
  // biome-ignore format: rows of a table
  is([
    { case: 'no limit', ask: back('changed_mind'), with: SHIPPED, is: 'granted issue_rma P12 P14 P29 P31' },
    { case: 'on the last day (62 days on)', ask: back('changed_mind'), with: within(62), is: 'granted issue_rma P12 P14 P29 P31' },
    { case: 'a day later', ask: back('changed_mind'), with: within(61), is: 'refused reject P10' },
    { case: 'delivered later: still in time', ask: back('changed_mind'), with: set({ 'changeOfMind.windowDays': 14 }, { createdAt: EARLY.createdAt, parcels: [{ lines: { 1: 2 }, at: EARLY.shippedAt, deliveredAt: '2026-11-08T12:00:00Z' }] }), is: 'granted issue_rma P12 P14 P29 P31' },
    { case: 'to cancel what has shipped, on the last day: it may come back', ask: cancel, with: within(62), is: 'refused offer_return P12 P13 P14' },
    { case: 'to cancel what has shipped, a day later: nothing is offered', ask: cancel, with: within(61), is: 'refused reject P10', total: null },
    { case: 'to cancel what has shipped, where the law gives longer: it may come back', ask: cancel, with: inGermany(61), is: 'refused offer_return P12 P13 P14' },
    { case: 'the same, as a return', ask: back('changed_mind'), with: inGermany(61), is: 'granted issue_rma P12 P14 P29 P31' },
    { case: 'a defect has no such limit', ask: defect(), with: within(1), is: 'granted issue_rma P21 P29 P31' },
    { case: 'a limit for all returns', ask: back('changed_mind'), with: set({ 'rmaValidity.appliesTo': 'all' }), is: 'granted issue_rma P12 P14 P21 P29 P31' },
  ]);
});

describe('P11, P12, A4, A5: shipped out or not', () => {
  const parcel = (shipmentStatus: string | null, tracking: string | null = null) => ({
    parcels: [{ lines: { 1: 2 }, shipmentStatus, tracking }],
  });
  // biome-ignore format: rows of a table
  is([
    { case: 'the parcel was cancelled', ask: cancel, with: { order: { parcels: [{ lines: { 1: 2 }, status: 'cancelled' }] } }, is: 'granted cancel_order P11', total: '96.40' },
    { case: 'a parcel is made', ask: cancel, with: { order: parcel(null) }, is: 'refused offer_return P12 P13 P14', total: null },
    { case: 'no carrier scan yet, and that is what counts', ask: cancel, with: { order: parcel('label_printed', '1Z'), settings: { 'shippedOut.event': 'carrier_scan' } }, is: 'granted cancel_order P11', total: '96.40' },
    { case: 'scanned', ask: cancel, with: { order: parcel('in_transit'), settings: { 'shippedOut.event': 'carrier_scan' } }, is: 'refused offer_return P12 P13 P14', total: null },
    { case: 'no label yet, and that is what counts', ask: cancel, with: { order: parcel(null), settings: { 'shippedOut.event': 'label_purchased' } }, is: 'granted cancel_order P11', total: '96.40' },
    { case: 'a label', ask: cancel, with: { order: parcel('label_purchased'), settings: { 'shippedOut.event': 'label_purchased' } }, is: 'refused offer_return P12 P13 P14' },
    { case: '48 h allowed, on the hour', ask: cancel, with: { settings: { 'cancel.until': 49 } }, is: 'granted cancel_order P11' },
    { case: '48 h allowed, 49 h on', ask: cancel, with: { settings: { 'cancel.until': 48 } }, is: 'refused reject P11', total: null },
    { case: 'a part, shipping by value', ask: { ...cancel, lines: lines(1) }, with: { settings: { 'cancel.partialShipping': 'proportional' } }, is: 'granted refund_lines P11', total: '48.20' },
    { case: 'the unshipped one named', ask: { ...cancel, lines: lines(1) }, with: { order: { unitsShipped: 1 } }, is: 'granted refund_lines P11 P12', total: '43.20' },
    { case: 'all named, one shipped', ask: { ...cancel, lines: lines(2) }, with: { order: { unitsShipped: 1 } }, is: 'granted refund_lines P11 P12', total: '43.20' },
    { case: 'all named, none shipped: the whole order', ask: { ...cancel, lines: lines(2) }, is: 'granted cancel_order P11', total: '96.40' },
    { case: 'the other was refunded before: all the rest', ask: cancel, with: { order: { refunds: [{ lines: { 1: 1 } }] } }, is: 'granted cancel_order P11', total: '53.20' },
    { case: 'the shipped one came back before: its parcel went out', ask: cancel, with: { order: { unitsShipped: 1, refunds: [{ lines: { 1: 1 }, restock: 'return' }] } }, is: 'granted refund_lines P11 P12', total: '43.20' },
    { case: 'everything went back before', ask: cancel, with: { order: { refunds: [{ lines: { 1: 2 }, shipping: '10.00' }] } }, is: 'refused reject P11', total: null },
    { case: 'a line removed by an edit stays removed', ask: cancel, with: { order: { lines: [{ currentQuantity: 1 }] } }, is: 'granted cancel_order P11', total: '53.20' },
    { case: 'never paid', ask: cancel, with: { order: { financialStatus: 'pending' } }, is: 'granted cancel_order P11', total: null },
    { case: 'part refunded by hand, by amount', ask: cancel, with: { order: { financialStatus: 'partially_refunded', refunds: [{ paid: '50.00' }] } }, is: 'granted cancel_order P11', total: '46.40' },
  ]);
});

describe('P12, A6, A7: what the customer bears', () => {
  const free = (settings = {}) => order({ shipping: '0' }, settings);
  const label = { returnPostage: { paidBy: 'merchant', amount: '6.50' } };
  // biome-ignore format: rows of a table
  is([
    { case: 'shipped free, cost unknown', ask: settle('changed_mind', { accepted: 2 }), with: free(), is: 'needs-info ask P12', missing: ['originalShippingCost'], total: null },
    { case: 'shipped free by a discount, cost unknown', ask: settle('changed_mind', { accepted: 2 }), with: order({ shipping: [{ price: '10.00', discount: '10.00' }] }), is: 'needs-info ask P12' },
    { case: 'shipped free, cost known', ask: settle('changed_mind', { accepted: 2 }, { originalShippingCost: '7.00' }), with: free(), is: 'granted refund P12', total: '79.40' },
    { case: 'shipped free, this shop asks nothing', ask: settle('changed_mind', { accepted: 2 }), with: free({ 'originalShipping.freeOrders': 'none' }), is: 'granted refund P12', total: '86.40' },
    { case: 'shipped free, cost by the rate table', ask: settle('changed_mind', { accepted: 2 }), with: free({ 'originalShipping.freeOrders': 'rate_table', 'originalShipping.rates': { US: '4.00' } }), is: 'granted refund P12', total: '82.40' },
    { case: 'shipped free, not in the rate table', ask: settle('changed_mind', { accepted: 2 }), with: free({ 'originalShipping.freeOrders': 'rate_table', 'originalShipping.rates': { DE: '4.00' } }), is: 'needs-info ask P12' },
    { case: 'shipped free, a rate that no cents can pay', ask: settle('changed_mind', { accepted: 2 }), with: free({ 'originalShipping.freeOrders': 'rate_table', 'originalShipping.rates': { US: '4.005' } }), is: 'needs-info ask P12', missing: ['originalShippingCost'], total: null },
    { case: 'paid shipping: its cost does not matter', ask: settle('changed_mind', { accepted: 2 }, { originalShippingCost: '7.00' }), with: SHIPPED, is: 'granted refund P12', total: '86.40' },
    { case: 'a label of ours without its price', ask: settle('changed_mind', { accepted: 2 }, { returnPostage: { paidBy: 'merchant' } }), with: SHIPPED, is: 'needs-info ask P12', missing: ['returnPostage.amount'], total: null },
    { case: 'a label of ours without its price, asked for', ask: back('changed_mind', { returnPostage: { paidBy: 'merchant' } }), with: SHIPPED, is: 'needs-info ask P12', missing: ['returnPostage.amount'] },
    { case: 'their own postage', ask: settle('changed_mind', { accepted: 2 }, { returnPostage: { paidBy: 'customer', amount: '6.50' } }), with: SHIPPED, is: 'granted refund P12', total: '86.40' },
    { case: 'a label dearer than the goods', ask: settle('changed_mind', { accepted: 1 }, { lines: lines(1), returnPostage: { paidBy: 'merchant', amount: '50.00' } }), with: SHIPPED, is: 'granted refund P12', total: '0.00' },
    { case: 'a fee of 10 %', ask: settle('changed_mind', { accepted: 2 }, label), with: set({ restockingFee: 10 }), is: 'granted refund P12', total: '71.26' },
    { case: 'a fee is for no defect', ask: settle('defective', { accepted: 2 }), with: set({ restockingFee: 10 }), is: 'granted refund P26', total: '86.40' },
    { case: 'free of charge, cost unknown, not looked at yet: no question', ask: settle('changed_mind', {}), with: free(), is: 'granted wait P17', total: null },
  ]);
});

describe('P13, A13, A25: refused at the door', () => {
  const refused = (more: object = {}) =>
    settle('refused_delivery', { accepted: 2 }, { rmaIssuedAt: undefined, ...more });
  // biome-ignore format: rows of a table
  is([
    { case: 'told', ask: back('refused_delivery'), with: SHIPPED, is: 'granted issue_rma P12 P13' },
    { case: 'told, nobody to write to: nothing is needed of them', ask: back('refused_delivery'), with: order({ email: null }), is: 'granted issue_rma P12 P13' },
    { case: 'back, no fee known', ask: refused(), with: SHIPPED, is: 'granted refund P12 P13', total: '86.40' },
    { case: 'back, the carrier’s fee unknown', ask: refused({ returnPostage: { paidBy: 'merchant' } }), with: SHIPPED, is: 'granted refund P12 P13', total: '86.40' },
    { case: 'back, the carrier’s fee known', ask: refused({ returnPostage: { paidBy: 'merchant', amount: '5.00' } }), with: SHIPPED, is: 'granted refund P12 P13', total: '81.40' },
    { case: 'back, this shop asks no fee', ask: refused({ returnPostage: { paidBy: 'merchant', amount: '5.00' } }), with: set({ 'refusal.rtsFee': 'none' }), is: 'granted refund P12 P13', total: '86.40' },
    { case: 'no number on it: none was needed', ask: settle('refused_delivery', { accepted: 2 }, {}, { rmaMarked: false }), with: SHIPPED, is: 'granted refund P12 P13' },
    { case: 'lost on the way back: our parcel, our risk', ask: lost('refused_delivery'), with: SHIPPED, is: 'granted refund P12 P13 P38', total: '86.40' },
  ]);
});

describe('P16, P17, A9: our mistake', () => {
  // biome-ignore format: rows of a table
  is([
    { case: 'exchanged', ask: settle('wrong_item_sent', { accepted: 2 }, { remedy: 'exchange' }), with: SHIPPED, is: 'granted exchange P16 P17', total: null },
    { case: 'exchanged, postage owed and unknown', ask: settle('wrong_item_sent', { accepted: 2 }, { remedy: 'exchange', returnPostage: { paidBy: 'customer' } }), with: SHIPPED, is: 'needs-info ask P16' },
    { case: 'not looked at yet', ask: settle('wrong_item_sent', {}), with: SHIPPED, is: 'granted wait P17', total: null },
    { case: 'not back yet', ask: { ...settle('wrong_item_sent', {}), parcel: {} }, with: SHIPPED, is: 'granted wait P17', total: null },
    { case: 'a label of ours is ours', ask: settle('wrong_item_sent', { accepted: 2 }, { returnPostage: { paidBy: 'merchant', amount: '6.50' } }), with: SHIPPED, is: 'granted refund P16 P17', total: '96.40' },
    { case: 'one here, one to come', ask: settle('wrong_item_sent', { accepted: 1, not_received: 1 }), with: SHIPPED, is: 'granted refund P16 P17', total: '48.20' },
    { case: 'postage on the customer', ask: settle('wrong_item_sent', { accepted: 2 }, { returnPostage: { paidBy: 'merchant', amount: '6.50' } }), with: set({ 'merchantFault.postage': 'customer' }), is: 'granted refund P16 P17', total: '79.90' },
    { case: 'they paid postage, and nobody knows how much', ask: settle('wrong_item_sent', { accepted: 2 }, { returnPostage: { paidBy: 'customer' } }), with: SHIPPED, is: 'needs-info ask P16', missing: ['returnPostage.amount'] },
  ]);

  it('postage that the customer paid is reimbursed beside the refund', () => {
    const ask = settle('wrong_item_sent', { accepted: 2 }, { returnPostage: { paidBy: 'customer', amount: '6.50' } });
    const { refund, reimbursement } = answerTo(ask, SHIPPED);
    expect(refund?.total).toBe('96.40');
    expect(reimbursement).toEqual({ currency: 'USD', amount: '6.50', clause: 'P16' });
  });
});

describe('P20, P34, P35, A12: no number on the parcel', () => {
  const unmarked = settle('defective', { accepted: 2 }, {}, { rmaMarked: false });
  // biome-ignore format: rows of a table
  is([
    { case: 'matched by hand', ask: unmarked, with: SHIPPED, is: 'granted refund P20 P26', total: '86.40' },
    { case: 'refused by this shop', ask: unmarked, with: set({ unmarkedParcel: 'refuse' }), is: 'refused reject P34 P35', total: null },
    { case: 'marked', ask: settle('defective', { accepted: 2 }, {}, { rmaMarked: true }), with: set({ unmarkedParcel: 'refuse' }), is: 'granted refund P26' },
  ]);
});

describe('P23, A16: the warranty', () => {
  const at = (now: string, more: object = {}, settings = {}) => ({
    ask: defect({ warrantyMonths: 2, ...more }),
    with: { order: EARLY, now, settings },
  });
  // biome-ignore format: rows of a table
  is([
    { case: 'on its last day', ...at('2026-11-21T23:59:00-05:00'), is: 'granted issue_rma P21 P29 P31' },
    { case: 'a minute later', ...at('2026-11-22T00:00:00-05:00'), is: 'refused reject P23' },
    { case: 'set for the shop', ask: defect(), with: set({ 'warranty.months': 1 }), is: 'refused reject P23' },
    { case: 'what is asked wins over what is set', ask: defect({ warrantyMonths: 24 }), with: set({ 'warranty.months': 1 }), is: 'granted issue_rma P21 P29 P31' },
    { case: 'set for the product', ask: defect(), with: set({ 'warranty.months': 1, products: { '101': { 'warranty.months': 24 } } }), is: 'granted issue_rma P21 P29 P31' },
    { case: 'two days on the way', ...at('2026-11-23T12:00:00-05:00', {}, { 'warranty.transitDays': 2 }), is: 'granted issue_rma P21 P29 P31' },
    { case: 'no defect: no warranty asked', ask: back('changed_mind', { warrantyMonths: 1 }), with: SHIPPED, is: 'granted issue_rma P12 P14 P29 P31' },
  ]);

  it('of two parcels, the units of the newer one are taken to come back', () => {
    const parcels = [
      { lines: { 1: 1 }, at: '2026-01-10T12:00:00Z' },
      { lines: { 1: 1 }, at: '2026-10-10T12:00:00Z' },
    ];
    const options = { order: { createdAt: '2026-01-01T12:00:00Z', parcels } };
    expect(answerTo(defect({ warrantyMonths: 6, lines: lines(1) }), options).verdict).toBe('granted');
    const both = answerTo(defect({ warrantyMonths: 6 }), options);
    expect(both).toMatchObject({
      verdict: 'granted',
      clauses: ['P21', 'P23', 'P29', 'P31'],
      units: [
        { quantity: 1, outcome: 'returnable' },
        { quantity: 1, outcome: 'rejected', clause: 'P23' },
      ],
      estimate: { total: '43.20' },
    });
  });
});

describe('P24, P25, P33, A14, A17: what the test finds', () => {
  const deducted = (deduction?: string) => ({
    ...settle('defective', {}),
    inspection: [{ lineItemId: 1, quantity: 2, result: 'missing_components', ...(deduction && { deduction }) }],
  });
  // biome-ignore format: rows of a table
  is([
    { case: 'not tested yet', ask: settle('defective', {}), with: SHIPPED, is: 'granted wait P24', total: null },
    { case: 'one tested', ask: settle('defective', { accepted: 1 }), with: SHIPPED, is: 'granted refund P24 P26', total: '43.20' },
    { case: 'no fault found', ask: settle('defective', { no_fault_found: 2 }), with: SHIPPED, is: 'granted refund P24 P26', total: '86.40' },
    { case: 'no fault found, a person decides', ask: settle('defective', { no_fault_found: 2 }), with: set({ 'test.inconclusive': 'ask' }), is: 'needs-person ask P24', total: null },
    { case: 'no fault in what was merely unwanted', ask: settle('changed_mind', { no_fault_found: 2 }), with: SHIPPED, is: 'granted refund P12', total: '86.40' },
    { case: 'all damaged', ask: settle('defective', { artificial_damage: 2 }), with: SHIPPED, is: 'refused reject P25', total: null },
    { case: 'one damaged, one to come', ask: settle('defective', { artificial_damage: 1, not_received: 1 }), with: SHIPPED, is: 'granted wait P17 P25', total: null },
    { case: 'one damaged, one to be tested', ask: settle('defective', { artificial_damage: 1 }), with: SHIPPED, is: 'granted wait P24 P25', total: null },
    { case: 'parts missing: a person', ask: settle('defective', { missing_components: 2 }), with: SHIPPED, is: 'needs-person ask P33', total: null },
    { case: 'parts missing: refused here', ask: settle('defective', { missing_components: 2 }), with: set({ missingParts: 'refuse' }), is: 'refused reject P33', total: null },
    { case: 'parts missing from one: refused here', ask: settle('defective', { missing_components: 1, accepted: 1 }), with: set({ missingParts: 'refuse' }), is: 'granted refund P26 P33', total: '43.20' },
    { case: 'parts missing: deducted', ask: deducted('5.00'), with: set({ missingParts: 'deduct' }), is: 'granted refund P26 P33', total: '81.40' },
    { case: 'parts missing: deducted, price unknown', ask: deducted(), with: set({ missingParts: 'deduct' }), is: 'needs-info ask P33', missing: ['inspection[0].deduction'], total: null },
    { case: 'parts dearer than the goods', ask: deducted('500.00'), with: set({ missingParts: 'deduct' }), is: 'granted refund P26 P33', total: '0.00' },
    { case: 'damaged, and too late', ask: settle('defective', { artificial_damage: 2 }, {}, { receivedAt: '2026-11-10T12:00:00Z' }), with: SHIPPED, is: 'refused reject P21 P22', total: null },
    { case: 'a replacement for a defect', ask: settle('defective', { accepted: 2 }, { remedy: 'exchange' }), with: SHIPPED, is: 'granted exchange P26', total: null },
  ]);
});

describe('P26, A28: shipping of defects', () => {
  const label = { returnPostage: { paidBy: 'merchant', amount: '6.50' } };
  // biome-ignore format: rows of a table
  is([
    { case: 'our label is not charged', ask: settle('defective', { accepted: 2 }, label), with: SHIPPED, is: 'granted refund P26', total: '86.40' },
    { case: 'our label is charged here', ask: settle('defective', { accepted: 2 }, label), with: set({ 'label.defectiveFee': 'deduct' }), is: 'granted refund P26', total: '79.90' },
    { case: 'shipping goes back here', ask: settle('defective', { accepted: 2 }), with: set({ 'defective.shippingRefund': 'proportional' }), is: 'granted refund P26', total: '96.40' },
    { case: 'a free shipment is not charged', ask: settle('defective', { accepted: 2 }), with: order({ shipping: '0' }), is: 'granted refund P26', total: '86.40' },
  ]);

  it('postage is reimbursed where labels for defects are ours', () => {
    const ask = settle('defective', { accepted: 2 }, { returnPostage: { paidBy: 'customer', amount: '6.50' } });
    expect(answerTo(ask, SHIPPED).reimbursement).toBeNull();
    expect(answerTo(ask, set({ 'label.defective': 'merchant' })).reimbursement).toMatchObject({
      amount: '6.50',
      clause: 'P26',
    });
  });
});

describe('P30, A15: whom to write to', () => {
  // biome-ignore format: rows of a table
  is([
    { case: 'no address anywhere', ask: defect(), with: order({ email: null }), is: 'needs-info ask P30', missing: ['contact.email'] },
    { case: 'given with the request', ask: defect({ contact: { email: 'new@example.com' } }), with: order({ email: null }), is: 'granted issue_rma P21 P29 P31' },
    { case: 'given empty', ask: defect({ contact: { email: ' ' } }), with: order({ email: null }), is: 'needs-info ask P30', missing: ['contact.email'] },
    { case: 'this shop wants a phone number', ask: defect(), with: set({ 'intake.required': ['email', 'phone'] }), is: 'needs-info ask P30', missing: ['contact.phone'] },
    { case: 'this shop wants nothing: an address is needed all the same', ask: defect(), with: order({ email: null }, { 'intake.required': [] }), is: 'needs-info ask P30', missing: ['contact.email'] },
  ]);
});

describe('P38, A20: lost on the way', () => {
  // biome-ignore format: rows of a table
  is([
    { case: 'the customer’s label', ask: lost('changed_mind', { labelBy: 'customer' }), with: SHIPPED, is: 'refused reject P38', total: null },
    { case: 'nobody says whose label', ask: lost('changed_mind'), with: SHIPPED, is: 'refused reject P38', total: null },
    { case: 'our label', ask: lost('changed_mind', { labelBy: 'merchant' }), with: SHIPPED, is: 'granted refund P12 P38', total: '86.40' },
    { case: 'our label, our mistake', ask: lost('wrong_item_sent', { labelBy: 'merchant' }), with: SHIPPED, is: 'granted refund P16 P38', total: '96.40' },
    { case: 'our label, but always theirs here', ask: lost('changed_mind', { labelBy: 'merchant' }), with: set({ returnRisk: 'customer' }), is: 'refused reject P38', total: null },
    { case: 'always ours here', ask: lost('defective', { labelBy: 'customer' }), with: set({ returnRisk: 'merchant' }), is: 'granted refund P26 P38', total: '86.40' },
    { case: 'our label, handed over too late', ask: lost('defective', { labelBy: 'merchant' }, { carrierAcceptedAt: '2026-11-06T12:00:00Z' }), with: SHIPPED, is: 'refused reject P21 P22', total: null },
  ]);
});

describe('A28: duties and tips', () => {
  const rich = { ...EARLY, lines: [{ duties: '8.00' }], tips: '4.00' };
  // biome-ignore format: rows of a table
  is([
    { case: 'go back with a cancellation', ask: cancel, with: { order: { lines: [{ duties: '8.00' }], tips: '4.00' } }, is: 'granted cancel_order P11', total: '108.40' },
    { case: 'both go back with a part of it', ask: { ...cancel, lines: lines(1) }, with: { order: { lines: [{ duties: '8.00' }], tips: '4.00' } }, is: 'granted refund_lines P11', total: '49.20' },
    { case: 'go back by value with a stock-out', ask: { kind: 'stock-out', lines: lines(1), answer: 'refund' }, with: { order: { lines: [{ duties: '8.00' }], tips: '4.00' } }, is: 'granted refund_lines P9', total: '54.20' },
    { case: 'go back with our mistake', ask: settle('wrong_item_sent', { accepted: 2 }), with: { order: rich }, is: 'granted refund P16 P17', total: '108.40' },
    { case: 'stay with a change of mind', ask: settle('changed_mind', { accepted: 2 }), with: { order: rich }, is: 'granted refund P12', total: '86.40' },
    { case: 'stay with a defect', ask: settle('defective', { accepted: 2 }), with: { order: rich }, is: 'granted refund P26', total: '86.40' },
    { case: 'always go back here', ask: settle('defective', { accepted: 2 }), with: set({ 'duties.refund': 'always', 'tips.refund': 'always' }, rich), is: 'granted refund P26', total: '98.40' },
    { case: 'never go back here', ask: cancel, with: { order: { lines: [{ duties: '8.00' }], tips: '4.00' }, settings: { 'duties.refund': 'never', 'tips.refund': 'never' } }, is: 'granted cancel_order P11', total: '96.40' },
  ]);
});
