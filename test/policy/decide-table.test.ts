import { describe, expect, it } from 'vitest';
import { type AskOptions, answerTo, inspection, lines } from './support/builders.ts';

/**
 * The cases that fix what the policy means, for one order: two headphones at 40.00, US, tax 8 % on the goods on top,
 * shipping 10.00 untaxed, 96.40 paid.
 */
type Case = Readonly<{
  case: string;
  ask: unknown;
  with?: AskOptions;
  verdict: string;
  action: string;
  cites: string;
  /** Null: no refund at all. */
  total?: string | null;
  estimate?: string;
  missing?: string[];
}>;

const SHIPPED: AskOptions = { order: { unitsShipped: 2 } };
const ONE_SHIPPED: AskOptions = { order: { unitsShipped: 1 } };
const CANCEL = { kind: 'cancel' };
const stockOut = (quantity: number, more: object = {}) => ({ kind: 'stock-out', lines: lines(quantity), ...more });
const back = (reason: string, more: object = {}, quantity = 2) => ({
  kind: 'return',
  reason,
  lines: lines(quantity),
  ...more,
});
const defect = (more: object = {}) => back('defective', { photos: 1, troubleshootingDone: true, ...more });

/** Issued on the 5th of October: the 30th day is the 4th of November, across the end of daylight saving time. */
const ISSUED = '2026-10-05T15:00:00-04:00';
const EARLY: AskOptions = {
  order: { unitsShipped: 2, createdAt: '2026-09-20T09:00:00-04:00', shippedAt: '2026-09-21T09:00:00-04:00' },
};
const settle = (
  reason: string,
  found: Record<string, number>,
  more: object = {},
  parcel: object = {},
  quantity = 2,
) => ({
  kind: 'settle',
  return: { reason, lines: lines(quantity), rmaIssuedAt: ISSUED, ...more },
  parcel: { receivedAt: '2026-10-20T12:00:00-04:00', ...parcel },
  inspection: inspection(found),
});
const notHere = (reason: string, more: object = {}, parcel: object = {}) => ({
  kind: 'settle',
  return: { reason, lines: lines(2), rmaIssuedAt: '2026-11-21T12:00:00-05:00', ...more },
  parcel,
});

// biome-ignore format: rows of a table
const CASES: readonly Case[] = [
  { case: 'cancel, nothing shipped', ask: CANCEL, verdict: 'granted', action: 'cancel_order', cites: 'P11', total: '96.40' },
  { case: 'cancel 1 of 2, nothing shipped', ask: { ...CANCEL, lines: lines(1) }, verdict: 'granted', action: 'refund_lines', cites: 'P11', total: '43.20' },
  { case: 'cancel, 1 of 2 shipped', ask: CANCEL, with: ONE_SHIPPED, verdict: 'granted', action: 'refund_lines', cites: 'P11 P12', total: '43.20' },
  { case: 'cancel, cancelled already', ask: CANCEL, with: { order: { cancelledAt: '2026-11-21T00:00:00Z' } }, verdict: 'refused', action: 'reject', cites: 'P11', total: null },
  { case: 'cancel, authorised but not captured', ask: CANCEL, with: { order: { financialStatus: 'authorized' } }, verdict: 'granted', action: 'cancel_order', cites: 'P11', total: '0.00' },
  { case: 'cancel, all shipped', ask: CANCEL, with: SHIPPED, verdict: 'refused', action: 'offer_return', cites: 'P12 P13 P14', total: null, estimate: '86.40' },

  { case: 'stock-out of both, answer refund', ask: stockOut(2, { answer: 'refund' }), verdict: 'granted', action: 'cancel_order', cites: 'P9', total: '96.40' },
  { case: 'stock-out of one, answer refund', ask: stockOut(1, { answer: 'refund' }), verdict: 'granted', action: 'refund_lines', cites: 'P9', total: '48.20' },
  { case: 'stock-out, answer wait', ask: stockOut(2, { answer: 'wait' }), verdict: 'granted', action: 'wait', cites: 'P8', total: null },
  { case: 'stock-out, told 72 h ago, no answer', ask: stockOut(2, { customerNotifiedAt: '2026-11-19T10:00:00-05:00' }), verdict: 'granted', action: 'cancel_order', cites: 'P9', total: '96.40' },
  { case: 'stock-out, told 71 h ago, no answer', ask: stockOut(2, { customerNotifiedAt: '2026-11-19T11:00:00-05:00' }), verdict: 'granted', action: 'wait', cites: 'P7', total: null },
  { case: 'stock-out, not yet told', ask: stockOut(2), verdict: 'granted', action: 'wait', cites: 'P7', total: null },

  { case: 'return, defective, no photo', ask: defect({ photos: 0 }), with: SHIPPED, verdict: 'needs-info', action: 'ask', cites: 'P3', missing: ['photos'] },
  { case: 'return, defective, troubleshooting not done', ask: defect({ troubleshootingDone: false }), with: SHIPPED, verdict: 'needs-info', action: 'ask', cites: 'P18', missing: ['troubleshootingDone'] },
  { case: 'return, defective, the damage is their own', ask: defect({ artificialDamageDeclared: true }), with: SHIPPED, verdict: 'needs-person', action: 'ask', cites: 'P2' },
  { case: 'return, defective, warranty over, photo', ask: defect({ warrantyMonths: 1 }), with: EARLY, verdict: 'refused', action: 'reject', cites: 'P23', total: null },
  { case: 'return, defective, warranty over, no photo', ask: defect({ warrantyMonths: 1, photos: 0 }), with: EARLY, verdict: 'refused', action: 'reject', cites: 'P23', total: null },
  { case: 'return, defective, no warranty given', ask: defect(), with: EARLY, verdict: 'granted', action: 'issue_rma', cites: 'P21 P29 P31', estimate: '86.40' },
  { case: 'return, defective, 1 photo, troubleshooting done', ask: defect(), with: SHIPPED, verdict: 'granted', action: 'issue_rma', cites: 'P21 P29 P31', estimate: '86.40' },
  { case: 'return, changed_mind, shipped free, cost not given', ask: back('changed_mind'), with: { order: { unitsShipped: 2, shipping: '0' } }, verdict: 'needs-info', action: 'ask', cites: 'P12', missing: ['originalShippingCost'] },
  { case: 'return, customer_ordered_wrong', ask: back('customer_ordered_wrong'), with: SHIPPED, verdict: 'needs-person', action: 'ask', cites: 'P1' },
  { case: 'return, customer_ordered_wrong, carriage charged', ask: back('customer_ordered_wrong'), with: { ...SHIPPED, settings: { 'wrongItemCustomer.carriage': 'charge' } }, verdict: 'granted', action: 'issue_rma', cites: 'P1 P12 P14 P29 P31', estimate: '86.40' },

  { case: 'settle, changed_mind, 1 accepted, no label of ours', ask: settle('changed_mind', { accepted: 1 }, {}, {}, 1), with: EARLY, verdict: 'granted', action: 'refund', cites: 'P12', total: '43.20' },
  { case: 'settle, changed_mind, both accepted, label of ours 6.50', ask: settle('changed_mind', { accepted: 2 }, { returnPostage: { paidBy: 'merchant', amount: '6.50' } }), with: EARLY, verdict: 'granted', action: 'refund', cites: 'P12', total: '79.90' },
  { case: 'settle, changed_mind, both accepted, shipped free, cost 7.00', ask: settle('changed_mind', { accepted: 2 }, { originalShippingCost: '7.00' }), with: { order: { ...EARLY.order, shipping: '0' } }, verdict: 'granted', action: 'refund', cites: 'P12', total: '79.40' },
  { case: 'settle, changed_mind, 1 of 2, shipped free, cost 7.00', ask: settle('changed_mind', { accepted: 1 }, { originalShippingCost: '7.00' }, {}, 1), with: { order: { ...EARLY.order, shipping: '0' } }, verdict: 'granted', action: 'refund', cites: 'P12', total: '39.70' },
  { case: 'settle, wrong_item_sent, both accepted', ask: settle('wrong_item_sent', { accepted: 2 }), with: EARLY, verdict: 'granted', action: 'refund', cites: 'P16 P17', total: '96.40' },
  { case: 'settle, wrong_item_sent, 1 of 2', ask: settle('wrong_item_sent', { accepted: 1 }, {}, {}, 1), with: EARLY, verdict: 'granted', action: 'refund', cites: 'P16 P17', total: '48.20' },
  { case: 'settle, defective, received on day 31, handed over on day 30', ask: settle('defective', { accepted: 2 }, {}, { receivedAt: '2026-11-05T09:00:00-05:00', carrierAcceptedAt: '2026-11-04T23:00:00-05:00' }), with: EARLY, verdict: 'needs-person', action: 'ask', cites: 'P21' },
  { case: 'settle, defective, received and handed over on day 31', ask: settle('defective', { accepted: 2 }, {}, { receivedAt: '2026-11-05T09:00:00-05:00', carrierAcceptedAt: '2026-11-05T00:10:00-05:00' }), with: EARLY, verdict: 'refused', action: 'reject', cites: 'P21 P22', total: null },
  { case: 'settle, defective, 1 accepted, 1 artificial_damage', ask: settle('defective', { accepted: 1, artificial_damage: 1 }), with: EARLY, verdict: 'granted', action: 'refund', cites: 'P25 P26', total: '43.20' },
  { case: 'settle, not yet received', ask: notHere('changed_mind'), with: EARLY, verdict: 'granted', action: 'wait', cites: 'P17', total: null },
  { case: 'settle, defective, not yet received', ask: notHere('defective'), with: EARLY, verdict: 'granted', action: 'wait', cites: 'P17', total: null },
  { case: 'settle, lost on the way, the customer’s own label', ask: notHere('changed_mind', { labelBy: 'customer' }, { lost: true }), with: EARLY, verdict: 'refused', action: 'reject', cites: 'P38', total: null },
];

describe('the cases that fix the meaning', () => {
  it.each(CASES)('$case → $verdict, $action, $cites', (row) => {
    const answer = answerTo(row.ask, row.with);
    expect(answer.reasons.map((r) => r.clause).join(' ')).toBe(row.cites);
    expect(answer).toMatchObject({
      verdict: row.verdict,
      action: row.action,
      clauses: row.cites.split(' '),
      missing: row.missing ?? [],
    });
    expect(answer.refund?.total ?? null).toBe(row.total ?? null);
    expect(answer.estimate && 'total' in answer.estimate ? answer.estimate.total : undefined).toBe(row.estimate);
  });
});
