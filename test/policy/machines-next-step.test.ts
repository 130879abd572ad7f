import { describe, expect, it } from 'vitest';
import { type NextStepOf, nextStep } from '../../policy/app/next-step.ts';
import type { CaseData, CaseKind, RefundIntentState, ReturnData } from '../../policy/app/records.ts';
import { machines } from '../../policy/machines/index.ts';

const returnData = (over: Partial<ReturnData> = {}): ReturnData => ({
  kind: 'return',
  reason: 'defective',
  lines: [{ lineItemId: '1', quantity: 2 }],
  because: null,
  remedy: 'refund',
  photos: [],
  troubleshootingDone: null,
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
const DATA: Readonly<Record<CaseKind, CaseData>> = {
  cancellation: { kind: 'cancellation', lines: null, because: null, jobResult: null },
  backorder: { kind: 'backorder', lines: [], notifiedAt: null, answer: null, eta: null },
  return: returnData(),
};
const UNEXPLAINED = { refundId: '77', amount: 500, for: null } as const;
const of = (kind: CaseKind, state: string, over: Partial<NextStepOf> = {}, data = DATA[kind]): NextStepOf => ({
  case: { kind, state, data },
  units: [],
  intents: [],
  deadlines: [],
  ...over,
});
const intent = (state: RefundIntentState, needed = 1, approved = 0): NextStepOf['intents'][number] => ({
  id: 'intent',
  state,
  breakdown: { currency: 'USD', items: 86_40, tax: 0, shipping: 0, duties: 0, tips: 0, deductions: [], total: 86_40 },
  approvalsNeeded: needed,
  approvals: Array.from({ length: approved }, () => ({ personId: 'lead', name: 'Lead', at: '2026-11-22T15:00:00Z' })),
});
const RMA: ReturnData['rma'] = {
  number: 'RMA-4F7K2QZ',
  issuedAt: '2026-10-05T16:00:00Z',
  deadline: { date: '2026-11-04', timeZone: 'America/New_York', instant: '2026-11-05T04:59:59.999Z' },
};
const goods = (...states: readonly string[]) => states.map((state) => ({ goods: state }));

describe('what is due next', () => {
  it.each([
    [of('return', 'received', { units: goods('arrived', 'testing') }), 'test the 2 units that arrived — warehouse'],
    [of('return', 'received', { units: goods('arrived', 'accepted') }), 'test the unit that arrived — warehouse'],
    [
      of('return', 'received', { units: goods('rejected_pending', 'rejected_pending') }),
      'agree or disagree that 2 units are rejected — a second person',
    ],
    [
      of('return', 'authorized', {}, returnData({ rma: RMA })),
      'send the parcel, last day Wednesday, November 4, 2026 (New York time) — customer',
    ],
    [
      of('return', 'in_transit', {}, returnData({ rma: RMA })),
      'take in the parcel, last day Wednesday, November 4, 2026 (New York time) — warehouse',
    ],
    [
      of('return', 'received', { units: goods('arrived') }, returnData({ reason: 'changed_mind' })),
      'look at the unit that arrived — warehouse',
    ],
    [
      of('return', 'received', { units: goods('arrived', 'rejected_pending') }),
      'agree or disagree that 1 unit is rejected — a second person',
    ],
    [
      of('return', 'received', { units: goods('incomplete', 'expected') }),
      'decide on the missing parts of 1 unit — agent',
    ],
    [
      of('return', 'received', { units: goods('accepted', 'expected') }),
      'send the 1 unit still missing from the parcel — customer',
    ],
    [of('return', 'received', { units: goods('wrong_item') }), 'decide on 1 unit of the wrong article — agent'],
    [
      of('return', 'received', { units: goods('no_fault_found', 'no_fault_found') }),
      'decide on 2 units without a fault — agent',
    ],
    [
      of('return', 'received', { units: goods('wait_part', 'accepted') }),
      'send the missing parts of 1 unit — customer',
    ],
    [of('return', 'received', { units: goods('accepted') }), 'decide what is due for the units — agent'],
    [
      of('return', 'received', { units: goods('accepted') }, returnData({ byHand: [UNEXPLAINED] })),
      'say what the refund made in Shopify by hand was for — agent',
    ],
    [
      of('return', 'received', { units: goods('accepted') }, returnData({ byHand: [{ ...UNEXPLAINED, for: 'line' }] })),
      'decide what is due for the units — agent',
    ],
    [
      of('return', 'received', { units: goods('arrived') }, returnData({ byHand: [UNEXPLAINED] })),
      'test the unit that arrived — warehouse',
    ],
    [
      of('cancellation', 'needs_agent', {}, { ...DATA.cancellation, byHand: [UNEXPLAINED] } as CaseData),
      'say what the refund made in Shopify by hand was for — agent',
    ],
    [of('return', 'settling', { intents: [intent('awaiting_approval')] }), 'refund of $86.40 waits for an approver'],
    [
      of('return', 'settling', { intents: [intent('awaiting_approval', 2)] }),
      'refund of $86.40 waits for two approvers',
    ],
    [
      of('return', 'settling', { intents: [intent('awaiting_approval', 2, 1)] }),
      'refund of $86.40 waits for a second approver',
    ],
    [
      of('return', 'settling', { intents: [intent('succeeded'), intent('failed')] }),
      'refund of $86.40 was refused by Shopify: settle it or close it — agent',
    ],
    [
      of('return', 'received', { units: goods('arrived'), intents: [intent('executing'), intent('unknown')] }),
      'refund of $86.40 was sent and not confirmed: look it up — Makegood',
    ],
    [of('return', 'settling', { intents: [intent('succeeded')] }), 'close the return in Shopify — Makegood'],
    [of('return', 'closed', { intents: [intent('rejected')] }), 'done: closed'],
    [of('cancellation', 'recalling'), 'stop the parcel — fulfilment service'],
    [of('cancellation', 'recalling', { intents: [intent('approved')] }), 'stop the parcel — fulfilment service'],
    [
      of('cancellation', 'recalling', { intents: [intent('awaiting_approval')] }),
      'refund of $86.40 waits for an approver',
    ],
    [
      of('cancellation', 'canceling', { intents: [intent('approved')] }),
      'refund of $86.40 is approved and goes out — Makegood',
    ],
    [of('cancellation', 'canceled'), 'done: the order is cancelled'],
    [of('backorder', 'customer_notified'), 'choose to wait or be refunded — customer'],
    [
      of('backorder', 'customer_notified', {
        deadlines: [
          { kind: 'backorder-told', dueAt: '2026-11-22T16:00:00Z', state: 'open' },
          { kind: 'backorder-reminder', dueAt: '2026-11-24T15:00:00Z', state: 'open' },
          { kind: 'backorder-response', dueAt: '2026-11-25T15:00:00Z', state: 'open' },
          { kind: 'backorder-response', dueAt: '2026-11-20T15:00:00Z', state: 'dropped' },
        ],
      }),
      'choose to wait or be refunded by 2026-11-25 15:00 UTC — customer',
    ],
    [
      of(
        'return',
        'expired',
        {},
        returnData({ extension: { days: 7, because: 'was ill', by: 'agent', byName: 'Agent' } }),
      ),
      'agree or disagree that the customer gets 7 more days — a second person',
    ],
    [
      of(
        'return',
        'expired',
        {},
        returnData({ extension: { days: 1, because: 'was ill', by: 'agent', byName: 'Agent' } }),
      ),
      'agree or disagree that the customer gets 1 more day — a second person',
    ],
    [of('return', 'made_up_state'), 'made up state: look at it — agent'],
  ])('%#: %s', (question, sentence) => {
    expect(nextStep(question)).toBe(sentence);
  });

  it('tells a customer the last day, where there is one', () => {
    const rma = {
      number: 'RMA-4F7K2QZ',
      issuedAt: '2026-10-05T15:00:00Z',
      deadline: { date: '2026-11-04', timeZone: 'America/New_York', instant: '2026-11-05T04:59:59Z' },
    };
    const told = nextStep(of('return', 'authorized', {}, returnData({ rma })));
    expect(told).toMatch(/^send the parcel, last day .*4.* — customer$/);
    expect(told).toContain('2026');
    expect(nextStep(of('return', 'authorized'))).toBe('send the parcel — customer');
  });

  it('knows every state of every kind of case, in one short sentence', () => {
    for (const kind of ['cancellation', 'backorder', 'return'] as const)
      for (const state of machines[kind].states) {
        const told = nextStep(of(kind, state));
        expect(told, `${kind} ${state}`).not.toMatch(/look at it — agent/);
        expect(told.length).toBeLessThan(90);
        expect(told.startsWith('done'), `${kind} ${state}`).toBe(
          (machines[kind].final as readonly string[]).includes(state),
        );
      }
  });
});

it('names the bank while a dispute is open, whatever becomes of a refund meanwhile (P5)', () => {
  const intents = [{ id: '1', state: 'needs_person', breakdown: {}, approvalsNeeded: 0, approvals: [] }];
  const of = { case: { kind: 'return', state: 'frozen', data: { kind: 'return' } }, units: [], intents, deadlines: [] };
  expect(nextStep(of as unknown as Parameters<typeof nextStep>[0])).toBe(
    'wait for the bank to decide the dispute; nothing is paid meanwhile — nobody',
  );
});
