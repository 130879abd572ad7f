import { describe, expect, it } from 'vitest';
import { type AskOptions, answerTo, inspection, lines } from './support/builders.ts';

/** What a person decides stands in for the setting, or against it, in the one case that it was said of. */

const EARLY = { unitsShipped: 2, createdAt: '2026-09-20T09:00:00-04:00', shippedAt: '2026-09-21T09:00:00-04:00' };
const LATE = { receivedAt: '2026-11-10T12:00:00-05:00' };
const IN_TIME = { receivedAt: '2026-10-20T12:00:00-04:00' };

const back = (reason: string, judged: object, more: object = {}) => ({
  kind: 'return',
  reason,
  lines: lines(2),
  judged,
  ...more,
});
const defect = { photos: 1, troubleshootingDone: true };
const settle = (reason: string, judged: object, parcel: object, found: Record<string, number> = { accepted: 2 }) => ({
  kind: 'settle',
  return: { reason, lines: lines(2), rmaIssuedAt: '2026-10-05T15:00:00-04:00', judged },
  parcel,
  ...('lost' in parcel ? {} : { inspection: inspection(found) }),
});

type Row = Readonly<{
  case: string;
  ask: (judged: object) => unknown;
  judged: object;
  settings?: Record<string, unknown>;
  before: string;
  after: string;
  total?: string;
}>;

describe('a judgement changes the answer, and nothing else does', () => {
  it.each<Row>([
    {
      case: 'P1 charged',
      ask: (judged) => back('customer_ordered_wrong', judged),
      judged: { carriage: 'charge' },
      before: 'needs-person',
      after: 'granted',
    },
    {
      case: 'P1 waived, settled',
      ask: (judged) => settle('customer_ordered_wrong', judged, IN_TIME),
      judged: { carriage: 'waive' },
      before: 'needs-person',
      after: 'granted',
      total: '96.40',
    },
    {
      case: 'P1 charged, settled',
      ask: (judged) => settle('customer_ordered_wrong', judged, IN_TIME),
      judged: { carriage: 'charge' },
      before: 'needs-person',
      after: 'granted',
      total: '86.40',
    },
    {
      case: 'P2 own damage, taken back all the same',
      ask: (judged) => back('defective', judged, { ...defect, artificialDamageDeclared: true }),
      judged: { ownDamage: 'accept' },
      before: 'needs-person',
      after: 'granted',
    },
    {
      case: 'P23 proof of purchase',
      ask: (judged) => back('defective', judged, { ...defect, warrantyMonths: 1 }),
      judged: { warranty: 'accept' },
      before: 'refused',
      after: 'granted',
    },
    {
      case: 'P21 more days',
      ask: (judged) => settle('defective', judged, LATE),
      judged: { validDays: 40 },
      before: 'refused',
      after: 'granted',
      total: '86.40',
    },
    {
      case: 'P21 more days for a product with days of its own',
      ask: (judged) => settle('defective', judged, LATE),
      judged: { validDays: 40 },
      settings: {
        markets: { US: { 'rma.validDays': 12 } },
        collections: { 7: { productIds: ['101'], settings: { 'rma.validDays': 11 } } },
        products: { 101: { 'rma.validDays': 10 } },
        'rma.validDays': 10,
      },
      before: 'refused',
      after: 'granted',
    },
    {
      case: 'P21 sent in time, accepted',
      ask: (judged) => settle('defective', judged, { ...LATE, carrierAcceptedAt: '2026-11-01T12:00:00-05:00' }),
      judged: { greyZone: 'accept' },
      before: 'needs-person',
      after: 'granted',
      total: '86.40',
    },
    {
      case: 'P21 sent in time, declined',
      ask: (judged) => settle('defective', judged, { ...LATE, carrierAcceptedAt: '2026-11-01T12:00:00-05:00' }),
      judged: { greyZone: 'decline' },
      before: 'needs-person',
      after: 'refused',
    },
    {
      case: 'P4 goodwill for what is late',
      ask: (judged) => settle('defective', judged, LATE),
      judged: { goodwill: true },
      before: 'refused',
      after: 'granted',
      total: '86.40',
    },
    {
      case: 'P4 goodwill for a loss',
      ask: (judged) => settle('changed_mind', judged, { lost: true }),
      judged: { goodwill: true },
      before: 'refused',
      after: 'granted',
      total: '86.40',
    },
    {
      case: 'P24 nothing found, and the settings ask',
      ask: (judged) => settle('defective', judged, IN_TIME, { no_fault_found: 2 }),
      judged: { inconclusive: 'accept' },
      settings: { 'test.inconclusive': 'ask' },
      before: 'needs-person',
      after: 'granted',
      total: '86.40',
    },
    {
      case: 'P33 refused, one of two',
      ask: (judged) => settle('changed_mind', judged, IN_TIME, { accepted: 1, missing_components: 1 }),
      judged: { missingParts: 'refuse' },
      before: 'needs-person',
      after: 'granted',
      total: '43.20',
    },
    {
      case: 'not ours, refused, one of two',
      ask: (judged) => settle('changed_mind', judged, IN_TIME, { accepted: 1, wrong_item: 1 }),
      judged: { wrongItem: 'refuse' },
      before: 'needs-person',
      after: 'granted',
      total: '43.20',
    },
    {
      case: 'P33 refused, though parts of this product are deducted',
      ask: (judged) => settle('changed_mind', judged, IN_TIME, { accepted: 1, missing_components: 1 }),
      judged: { missingParts: 'refuse' },
      settings: { products: { 101: { missingParts: 'deduct', restockingFee: 10 } } },
      before: 'needs-info',
      after: 'granted',
      total: '38.88',
    },
    {
      case: 'P1 charged, and the fee of its collection stays',
      ask: (judged) => settle('customer_ordered_wrong', judged, IN_TIME),
      judged: { carriage: 'charge' },
      settings: { collections: { 7: { productIds: ['101'], settings: { restockingFee: 10 } } } },
      before: 'needs-person',
      after: 'granted',
      total: '77.76',
    },
    {
      case: 'P13 undelivered by our mistake',
      ask: (judged) => settle('refused_delivery', judged, IN_TIME),
      judged: { undelivered: 'our-side' },
      before: 'granted',
      after: 'granted',
      total: '96.40',
    },
  ])('$case: $before → $after', ({ ask, judged, settings = {}, before, after, total }) => {
    const options: AskOptions = { order: EARLY, settings };
    expect(answerTo(ask({}), options).verdict).toBe(before);
    const answer = answerTo(ask(judged), options);
    expect(answer.verdict).toBe(after);
    if (total !== undefined) expect(answer.refund?.total).toBe(total);
  });

  it.each([
    ['P17 nothing back: the replacement waits', 'wrong_item_sent', {}, {}, {}, 'granted wait', ['P17']],
    ['P17 it goes out first', 'wrong_item_sent', { shipFirst: true }, {}, {}, 'granted exchange', ['P16', 'P17']],
    ['P26 a defect, before its test', 'defective', { shipFirst: true }, {}, {}, 'granted exchange', ['P17', 'P26']],
    ['never money', 'wrong_item_sent', { shipFirst: true }, {}, { remedy: 'refund' }, 'granted wait', ['P17']],
    [
      'not where the shop does not',
      'defective',
      { shipFirst: true },
      { 'exchange.shipFirst': 'never' },
      {},
      'granted wait',
      ['P17'],
    ],
    ['no clause promises one', 'changed_mind', { shipFirst: true }, {}, {}, 'needs-person ask', ['P4']],
    [
      'the last day is over',
      'defective',
      { shipFirst: true },
      { 'rma.validDays': 10 },
      {},
      'refused reject',
      ['P21', 'P22'],
    ],
    [
      'lost with our label',
      'defective',
      { shipFirst: true },
      {},
      { labelBy: 'merchant', lost: true },
      'granted exchange',
      ['P26', 'P38'],
    ],
    ['lost with their own', 'defective', { shipFirst: true }, {}, { lost: true }, 'refused reject', ['P38']],
    [
      'no matter what postage cost',
      'wrong_item_sent',
      { shipFirst: true },
      {},
      { returnPostage: { paidBy: 'customer' } },
      'granted exchange',
      ['P16', 'P17'],
    ],
  ] as const)('a replacement before its goods: %s', (_case, reason, judged, settings, more, says, clauses) => {
    const { lost, ...returned } = { remedy: 'exchange', lost: false, ...more } as { lost: boolean };
    const ask = {
      kind: 'settle',
      return: { reason, lines: lines(2), rmaIssuedAt: '2026-11-05T15:00:00-05:00', judged, ...returned },
      parcel: lost ? { lost } : {},
    };
    const answer = answerTo(ask, { order: EARLY, settings });
    expect(`${answer.verdict} ${answer.action}`).toBe(says);
    expect(answer.clauses).toEqual(clauses);
    expect(answer.refund).toBeNull();
  });

  it('is settled as any other once its goods are here: the judgement says nothing more', () => {
    const ask = (judged: object) => ({
      ...settle('wrong_item_sent', judged, IN_TIME),
      return: { reason: 'wrong_item_sent', lines: lines(2), remedy: 'exchange', judged },
    });
    expect(answerTo(ask({ shipFirst: true }), { order: EARLY })).toEqual({
      ...answerTo(ask({}), { order: EARLY }),
      factsDigest: expect.anything(),
    });
  });

  it('is refused by name where it is none', () => {
    expect(() => answerTo(back('changed_mind', { carriage: 'perhaps' }), { order: EARLY })).toThrow(/perhaps/);
    expect(() => answerTo(back('changed_mind', { cariage: 'waive' }), { order: EARLY })).toThrow(/carriage/);
  });
});
