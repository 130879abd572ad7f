import { describe, expect, it } from 'vitest';
import { type StepsOf, stepsOf, stuckRefund } from '../../policy/app/case-steps.ts';
import type { CaseData } from '../../policy/app/records.ts';
import type { Decision } from '../../policy/decision.ts';
import { machines } from '../../policy/machines/index.ts';

/** What a person may do next, by where a case stands; the page and the chat offer the same. */
type More = Readonly<{
  closedAt?: string;
  goods?: readonly string[];
  result?: string | null;
  refund?: string;
  approvalsNeeded?: number;
  total?: number;
  decided?: Pick<Decision, 'verdict' | 'clauses'>;
  data?: object;
}>;

const of = (kind: 'return' | 'backorder' | 'cancellation', state: string, more: More = {}): StepsOf => ({
  case: { kind, state, closedAt: more.closedAt ?? null, data: { kind, ...more.data } as unknown as CaseData },
  units: (more.goods ?? []).map((goods) => ({
    goods: goods as StepsOf['units'][number]['goods'],
    result: (more.result === undefined ? 'accepted' : more.result) as StepsOf['units'][number]['result'],
    money: 'none',
  })),
  intents:
    more.refund === undefined
      ? []
      : [
          {
            state: more.refund as StepsOf['intents'][number]['state'],
            approvalsNeeded: more.approvalsNeeded ?? 1,
            breakdown: { total: more.total ?? 4320 } as StepsOf['intents'][number]['breakdown'],
          },
        ],
  decisions: more.decided === undefined ? [] : [{ kind: 'settle', decision: more.decided as Decision }],
});
const decided = (verdict: Decision['verdict'], ...clauses: Decision['clauses']) => ({ decided: { verdict, clauses } });
const ENDED = '2026-11-22T10:00:00Z';
const LAST_DAY = { data: { rma: { number: 'RMA-4F7K2QZ', deadline: { date: '2026-12-23' } } } };
const TESTED = { goods: ['accepted'] };

describe('what a person may do next', () => {
  // biome-ignore format: rows of a table
  it.each<[string, StepsOf, string]>([
    ['a closed case', of('return', 'closed', { closedAt: ENDED }), 'reopen'],
    ['a closed case that somebody wants open again', of('return', 'closed', { closedAt: ENDED, data: { reopening: { by: 'x' } } }), 'agree-reopen'],
    ['a closed case whose refund came back', of('return', 'closed', { closedAt: ENDED, refund: 'settlement_failed' }), 'settle reopen'],
    ['an approver declined the refund', of('return', 'received', { ...TESTED, ...decided('granted', 'P24'), refund: 'rejected' }), 'decline retry assign void-links'],
    ['photos are asked for', of('return', 'evidence_pending'), 'photos no-photos remedy assign void-links'],
    ['steps are tried', of('return', 'troubleshooting'), 'not-solved solved remedy assign void-links'],
    ['a request waits for a person', of('return', 'review'), 'issue decline remedy assign void-links'],
    ['a request waits for who pays the carriage', of('return', 'review', decided('needs-person', 'P1')), 'issue-charge issue-waive decline remedy assign void-links'],
    ['two units may come one by one', of('return', 'in_transit', { ...LAST_DAY, goods: ['expected', 'expected'] }), 'receive receive-part track extend lost call-off remedy assign void-links'],
    ['a unit is still to come', of('return', 'received', { goods: ['accepted', 'expected'] }), 'receive-part assign void-links'],
    ['no replacement is there', of('return', 'received', { ...TESTED, data: { remedy: 'exchange' } }), 'convert assign void-links'],
    ['the replacement is being paid back', of('return', 'received', { ...TESTED, refund: 'executing', data: { remedy: 'exchange' } }), 'assign void-links'],
    ['a refund by hand that nobody explained', of('return', 'received', { ...TESTED, data: { byHand: [{ refundId: '1', amount: 5, for: null }] } }), 'attribute assign void-links'],
    ['a refund by hand that somebody explained', of('return', 'received', { ...TESTED, data: { byHand: [{ refundId: '1', amount: 5, for: 'line' }] } }), 'assign void-links'],
    ['a refund that waits for approval', of('return', 'received', { ...TESTED, refund: 'awaiting_approval' }), 'delegate assign void-links'],
    ['a refund that goes out in seconds', of('return', 'received', { ...TESTED, refund: 'approved' }), 'stop assign void-links'],
    ['a refund that asked nobody', of('return', 'received', { ...TESTED, refund: 'approved', approvalsNeeded: 0 }), 'assign void-links'],
    ['a refund of nothing', of('return', 'received', { ...TESTED, refund: 'failed', total: 0 }), 'retry assign void-links'],
    ['a cancellation that was asked for', of('cancellation', 'requested'), 'withdraw assign void-links'],
    ['a return that is to come', of('return', 'authorized', LAST_DAY), 'receive track extend lost call-off remedy assign void-links'],
    ['a return without a last day', of('return', 'authorized', { data: { rma: { number: 'RMA-4F7K2QZ', deadline: null } } }), 'receive track lost call-off remedy assign void-links'],
    ['on its way', of('return', 'in_transit', LAST_DAY), 'receive track extend lost call-off remedy assign void-links'],
    ['expired', of('return', 'expired'), 'receive decline extend assign void-links'],
    ['expired, more days are proposed', of('return', 'expired', { data: { extension: { days: 7 } } }), 'agree-extension receive decline assign void-links'],
    ['grey zone', of('return', 'grey_zone'), 'receive accept-late decline remedy assign void-links'],
    ['perhaps lost', of('return', 'suspected_lost'), 'receive lost decline goodwill assign void-links'],
    ['perhaps refused, nobody has found out', of('return', 'refused_suspected'), 'find receive-back assign void-links'],
    ['perhaps refused, somebody asked and nothing was found', of('return', 'refused_suspected', { data: { undelivered: { finding: null } } }), 'find receive-back assign void-links'],
    ['refused', of('return', 'refused_suspected', { data: { undelivered: { finding: 'refused' } } }), 'receive-back assign void-links'],
    ['here, to be tested', of('return', 'received', { goods: ['arrived'], result: null }), 'inspect remedy assign void-links'],
    ['here, one to be confirmed', of('return', 'received', { goods: ['rejected_pending', 'accepted'] }), 'second-look assign void-links'],
    ['here, one lacks parts', of('return', 'received', { goods: ['incomplete'] }), 'decide-units assign void-links'],
    ['tested, the refund was refused', of('return', 'received', { ...TESTED, refund: 'failed' }), 'retry settle assign void-links'],
    ['tested, the refund is under way', of('return', 'received', { ...TESTED, refund: 'executing' }), 'assign void-links'],
    ['the policy refuses', of('return', 'received', { ...TESTED, ...decided('refused', 'P21', 'P22') }), 'decline goodwill assign void-links'],
    ['the policy asks, for it came late', of('return', 'received', { ...TESTED, ...decided('needs-person', 'P21') }), 'accept-late decline assign void-links'],
    ['the policy asks who pays the carriage', of('return', 'received', { ...TESTED, ...decided('needs-person', 'P1') }), 'charge waive assign void-links'],
    ['the policy asks for something else', of('return', 'received', { ...TESTED, ...decided('needs-person', 'P5') }), 'assign void-links'],
    ['the policy grants', of('return', 'received', { ...TESTED, ...decided('granted', 'P26') }), 'assign void-links'],
    ['the policy refused before all was tested', of('return', 'received', { goods: ['arrived'], result: null, ...decided('refused', 'P21') }), 'inspect remedy assign void-links'],
    ['the policy refused before all was decided', of('return', 'received', { goods: ['wrong_item'], ...decided('refused', 'P21') }), 'decide-units assign void-links'],
    ['its amount was given up as the order changed', of('return', 'received', { goods: ['accepted'], refund: 'superseded' }), 'retry assign void-links'],
    ['out of stock', of('backorder', 'detected'), 'eta release discontinued assign void-links'],
    ['out of stock, the customer was told', of('backorder', 'customer_notified'), 'answer eta release discontinued assign void-links'],
    ['out of stock, the customer waits', of('backorder', 'waiting'), 'release eta answer discontinued assign void-links'],
    ['out of stock, stuck', of('backorder', 'needs_agent'), 'retry answer discontinued assign void-links'],
    ['out of stock, being refunded', of('backorder', 'refunding'), 'assign void-links'],
    ['a cancellation, stuck', of('cancellation', 'needs_agent'), 'retry withdraw assign void-links'],
    ['a cancellation, under way', of('cancellation', 'canceling'), 'assign void-links'],
  ])('%s', (_name, at, steps) => expect(stepsOf(at).join(' ')).toBe(steps));

  // biome-ignore format: rows of a table
  it.each<[string, StepsOf, boolean]>([
    ['refused by the bank', of('return', 'received', { refund: 'failed' }), true],
    ['sent back after the case has ended', of('return', 'closed', { closedAt: ENDED, refund: 'settlement_failed' }), true],
    ['of nothing', of('return', 'received', { refund: 'failed', total: 0 }), false],
    ['under a dispute', of('return', 'frozen', { refund: 'failed' }), false],
    ['replaced by a newer one', of('return', 'received', { refund: 'superseded' }), false],
    ['under way', of('return', 'received', { refund: 'executing' }), false],
  ])('a refund %s is paid another way, or not', (_name, at, stuck) => {
    expect(stuckRefund(at) !== undefined).toBe(stuck);
    expect(stepsOf(at).includes('settle')).toBe(stuck);
  });

  it('a person can take over in every state of every case', () => {
    for (const kind of ['return', 'backorder', 'cancellation'] as const)
      for (const state of machines[kind].states) expect(stepsOf(of(kind, state))).toContain('assign');
  });

  it('only what the last decision says counts, and only one about money', () => {
    const at = of('return', 'received', { ...TESTED, ...decided('refused', 'P21', 'P22') });
    const [settled] = at.decisions;
    if (settled === undefined) throw new Error('expected a decision');
    const asked = { ...settled, kind: 'return' as (typeof settled)['kind'] };
    expect(stepsOf({ ...at, decisions: [settled, asked] })).toEqual(['assign', 'void-links']);
    expect(stepsOf({ ...at, decisions: [asked, settled] })).toEqual(['decline', 'goodwill', 'assign', 'void-links']);
  });
});
