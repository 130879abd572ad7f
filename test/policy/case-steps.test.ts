import { describe, expect, it } from 'vitest';
import { type StepsOf, stepsOf } from '../../policy/app/case-steps.ts';
import type { CaseData } from '../../policy/app/records.ts';
import type { Decision } from '../../policy/decision.ts';
import { machines } from '../../policy/machines/index.ts';

/** What a person may do next, by where a case stands; the page and the chat offer the same. */
type More = Readonly<{
  closedAt?: string;
  goods?: readonly string[];
  result?: string | null;
  refund?: string;
  decided?: Pick<Decision, 'verdict' | 'clauses'>;
  data?: object;
}>;

const of = (kind: 'return' | 'backorder' | 'cancellation', state: string, more: More = {}): StepsOf => ({
  case: { kind, state, closedAt: more.closedAt ?? null, data: { kind, ...more.data } as unknown as CaseData },
  units: (more.goods ?? []).map((goods) => ({
    goods: goods as StepsOf['units'][number]['goods'],
    result: (more.result === undefined ? 'accepted' : more.result) as StepsOf['units'][number]['result'],
  })),
  intents: more.refund === undefined ? [] : [{ state: more.refund as StepsOf['intents'][number]['state'] }],
  decisions: more.decided === undefined ? [] : [{ kind: 'settle', decision: more.decided as Decision }],
});
const decided = (verdict: Decision['verdict'], ...clauses: Decision['clauses']) => ({ decided: { verdict, clauses } });
const TESTED = { goods: ['accepted'] };

describe('what a person may do next', () => {
  // biome-ignore format: rows of a table
  it.each<[string, StepsOf, string]>([
    ['a closed case', of('return', 'closed', { closedAt: '2026-11-22T10:00:00Z' }), ''],
    ['a return that is to come', of('return', 'authorized'), 'receive track extend lost call-off assign'],
    ['on its way', of('return', 'in_transit'), 'receive track extend lost call-off assign'],
    ['expired', of('return', 'expired'), 'receive decline extend assign'],
    ['expired, more days are proposed', of('return', 'expired', { data: { extension: { days: 7 } } }), 'agree-extension receive decline extend assign'],
    ['grey zone', of('return', 'grey_zone'), 'receive accept-late decline assign'],
    ['perhaps lost', of('return', 'suspected_lost'), 'receive lost decline goodwill assign'],
    ['perhaps refused, nobody has found out', of('return', 'refused_suspected'), 'find receive-back assign'],
    ['perhaps refused, somebody asked and nothing was found', of('return', 'refused_suspected', { data: { undelivered: { finding: null } } }), 'find receive-back assign'],
    ['refused', of('return', 'refused_suspected', { data: { undelivered: { finding: 'refused' } } }), 'receive-back assign'],
    ['here, to be tested', of('return', 'received', { goods: ['arrived'], result: null }), 'inspect assign'],
    ['here, one to be confirmed', of('return', 'received', { goods: ['rejected_pending', 'accepted'] }), 'second-look assign'],
    ['here, one lacks parts', of('return', 'received', { goods: ['incomplete'] }), 'decide-units assign'],
    ['tested, the refund was refused', of('return', 'received', { ...TESTED, refund: 'failed' }), 'retry assign'],
    ['tested, the refund is under way', of('return', 'received', { ...TESTED, refund: 'executing' }), 'assign'],
    ['the policy refuses', of('return', 'received', { ...TESTED, ...decided('refused', 'P21', 'P22') }), 'decline goodwill assign'],
    ['the policy asks, for it came late', of('return', 'received', { ...TESTED, ...decided('needs-person', 'P21') }), 'accept-late decline assign'],
    ['the policy asks who pays the carriage', of('return', 'received', { ...TESTED, ...decided('needs-person', 'P1') }), 'charge waive assign'],
    ['the policy asks for something else', of('return', 'received', { ...TESTED, ...decided('needs-person', 'P5') }), 'assign'],
    ['the policy grants', of('return', 'received', { ...TESTED, ...decided('granted', 'P26') }), 'assign'],
    ['the policy refused before all was tested', of('return', 'received', { goods: ['arrived'], result: null, ...decided('refused', 'P21') }), 'inspect assign'],
    ['the policy refused before all was decided', of('return', 'received', { goods: ['wrong_item'], ...decided('refused', 'P21') }), 'decide-units assign'],
    ['out of stock', of('backorder', 'detected'), 'eta release discontinued assign'],
    ['out of stock, the customer was told', of('backorder', 'customer_notified'), 'answer eta release discontinued assign'],
    ['out of stock, the customer waits', of('backorder', 'waiting'), 'release eta answer discontinued assign'],
    ['out of stock, stuck', of('backorder', 'needs_agent'), 'retry answer discontinued assign'],
    ['out of stock, being refunded', of('backorder', 'refunding'), 'assign'],
    ['a cancellation, stuck', of('cancellation', 'needs_agent'), 'retry assign'],
    ['a cancellation, under way', of('cancellation', 'canceling'), 'assign'],
  ])('%s', (_name, at, steps) => expect(stepsOf(at).join(' ')).toBe(steps));

  it('a person can take over in every state of every case', () => {
    for (const kind of ['return', 'backorder', 'cancellation'] as const)
      for (const state of machines[kind].states) expect(stepsOf(of(kind, state))).toContain('assign');
  });

  it('only what the last decision says counts, and only one about money', () => {
    const at = of('return', 'received', { ...TESTED, ...decided('refused', 'P21', 'P22') });
    const [settled] = at.decisions;
    if (settled === undefined) throw new Error('expected a decision');
    const asked = { ...settled, kind: 'return' as (typeof settled)['kind'] };
    expect(stepsOf({ ...at, decisions: [settled, asked] })).toEqual(['assign']);
    expect(stepsOf({ ...at, decisions: [asked, settled] })).toEqual(['decline', 'goodwill', 'assign']);
  });
});
