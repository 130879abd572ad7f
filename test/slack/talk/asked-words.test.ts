import { describe, expect, it } from 'vitest';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import { showCase } from '../../../slack/talk/show.ts';
import { aBreakdown, aCase, aDetail, anIntent, aUnit, NOW, returnData } from '../support/builders.ts';

const DAY = 'Wednesday, December 23, 2026 (New York time)';
const NEXT = 'Next: send the parcel — customer';

/** Both units are here, one tested; two of three amounts are paid. */
const later = aDetail({
  case: aCase({ data: returnData({ parcel: { receivedAt: NOW, rmaMarked: true, carrierAcceptedAt: null } }) }),
  units: [aUnit({ result: 'accepted', goods: 'accepted' }), aUnit({ id: 'unit-2', index: 1 })],
  intents: (['succeeded', 'succeeded', 'awaiting_approval'] as const).map((state, index) =>
    anIntent({ id: `intent-${index}`, state, breakdown: aBreakdown({ total: 4320 }) }),
  ),
  next: 'approve the refund — approver',
});
const ended = aDetail({ case: aCase({ state: 'closed', closedAt: NOW }) });
const exchange = aDetail({
  case: aCase({ data: returnData({ remedy: 'exchange' }) }),
  intents: [anIntent({ breakdown: aBreakdown({ total: 0 }) })],
});
const byHand = aDetail({
  case: aCase({ data: returnData({ byHand: [{ refundId: '77', amount: 500, for: 'line' }] }) }),
});

describe('what is asked of a case is answered from it', () => {
  it.each<[string, CaseDetail, string]>([
    ["what's the deadline?", aDetail(), `The last day of RMA-4F7K2QZ is ${DAY}.`],
    ['until when?', aDetail(), `The last day of RMA-4F7K2QZ is ${DAY}.`],
    ['how long is RMA-4F7K2QZ valid?', later, `The parcel of RMA-4F7K2QZ is here. Its last day was ${DAY}.`],
    ['until when?', ended, `RMA-4F7K2QZ has ended (closed). Its last day was ${DAY}.`],
    ['when does it expire?', aDetail({ case: aCase({ data: returnData({ rma: null }) }) }), `has no last day. ${NEXT}`],
    ['is it paid?', aDetail(), `no refund has been proposed yet. The estimate is $86.40. ${NEXT}`],
    ['is it paid?', ended, 'RMA-4F7K2QZ has ended without a refund of ours.'],
    [
      'how much does she get?',
      later,
      'RMA-4F7K2QZ: the refund of $43.20: waiting for approval. Paid in all: $86.40. Next: approve the refund — approver',
    ],
    ['how much does she get?', exchange, 'is an exchange: the same goes out as came back, and nothing is paid.'],
    [
      'is it paid?',
      byHand,
      'no refund has been proposed yet. The estimate is $86.40. Refunded in Shopify by hand: $5.00.',
    ],
    ['what did the test say?', aDetail(), `Nothing of RMA-4F7K2QZ has been tested yet. ${NEXT}`],
    ['what did the test say?', later, 'The test of RMA-4F7K2QZ:\n• 1 × Headphones – Black: defect confirmed, accepted'],
  ])('“%s”', (text, detail, says) => {
    const answer = showCase(detail, text);
    expect(answer).toMatchObject({ kind: 'tell', text: expect.stringContaining(says) });
    expect(answer).not.toHaveProperty('decision');
  });

  it('shows where a cancellation stands instead', () => {
    const record = aCase({
      kind: 'cancellation',
      rma: null,
      data: { kind: 'cancellation', lines: null, because: null, jobResult: null },
      state: 'requested',
    });
    expect(showCase(aDetail({ case: record }), 'is it paid?')).toMatchObject({
      text: expect.stringContaining('Next:'),
    });
  });
});
