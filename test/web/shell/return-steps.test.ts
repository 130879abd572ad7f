import { describe, expect, it } from 'vitest';
import type { ReturnData } from '../../../policy/app/records.ts';
import { caseAssign } from '../../../web/shell/commands/case-assign.ts';
import { deadlineDue } from '../../../web/shell/commands/deadline-due.ts';
import { deliveryRefused } from '../../../web/shell/commands/delivery-refused.ts';
import { returnCancel } from '../../../web/shell/commands/return-cancel.ts';
import { returnDecline } from '../../../web/shell/commands/return-decline.ts';
import { returnConfirm, returnExtend } from '../../../web/shell/commands/return-extend.ts';
import { returnJudge } from '../../../web/shell/commands/return-judge.ts';
import { returnLost } from '../../../web/shell/commands/return-lost.ts';
import { returnOpen } from '../../../web/shell/commands/return-open.ts';
import { returnRemedy } from '../../../web/shell/commands/return-remedy.ts';
import { unitConfirm } from '../../../web/shell/commands/unit-confirm.ts';
import { unitDecide } from '../../../web/shell/commands/unit-decide.ts';
import { unitInspect } from '../../../web/shell/commands/unit-inspect.ts';
import { lessParts } from '../../../web/shell/effects/less-parts.ts';
import type { Verdict } from '../../../web/shell/handler.ts';
import { rmaDeadlines } from '../../../web/shell/return-deadlines.ts';
import { suspectedParcels } from '../../../web/shell/undelivered.ts';
import { ANA, aCase, BEN, context, deadline, GUS, NOW, order, returnData, unit, world } from './return-world.ts';

const done = (verdict: Verdict) => {
  if (!verdict.ok) throw new Error(`refused: ${verdict.code}, ${verdict.because}`);
  return verdict;
};
const no = (verdict: Verdict) => {
  if (verdict.ok) throw new Error('was not refused');
  return verdict;
};
const mails = (verdict: Verdict): string[] =>
  (verdict.changes?.effects ?? []).flatMap(({ effect }) => (effect.kind === 'mail.send' ? [effect.template] : []));
const dataOf = (verdict: Verdict): ReturnData => {
  const data = verdict.changes?.cases?.[0]?.data;
  if (data?.kind !== 'return') throw new Error('no return was written');
  return data;
};
const effects = (verdict: Verdict): string[] => (verdict.changes?.effects ?? []).map(({ effect }) => effect.kind);

describe('reminders of the last day (P21)', () => {
  it('are due on days 20, 27 and 29 of 30, at nine in the shop’s zone', () => {
    const rows = rmaDeadlines(world(), 'case-1', returnData().rma?.deadline ?? null, context());
    expect(rows.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['rma-reminder', '2026-12-13T14:00:00.000Z'],
      ['rma-reminder', '2026-12-20T14:00:00.000Z'],
      ['rma-reminder', '2026-12-22T14:00:00.000Z'],
      ['rma-deadline', '2026-12-24T04:59:59.999Z'],
    ]);
  });

  it('are not made for days that are over', () => {
    const late = context(ANA, '2026-12-21T12:00:00.000Z');
    const rows = rmaDeadlines(world(), 'case-1', returnData().rma?.deadline ?? null, late);
    expect(rows.map(({ kind }) => kind)).toEqual(['rma-reminder', 'rma-deadline']);
  });

  const reminders = [
    deadline({ id: 'r-1', kind: 'rma-reminder', dueAt: '2026-12-13T14:00:00.000Z' }),
    deadline({ id: 'r-2', kind: 'rma-reminder', dueAt: '2026-12-20T14:00:00.000Z' }),
  ];
  const due = (id: string, now: string, more: Parameters<typeof world>[0] = {}) =>
    deadlineDue.decide(
      world({ deadlines: reminders, deadline: reminders.find((one) => one.id === id) ?? null, ...more }),
      { kind: 'deadline.due', deadlineId: id },
      context(ANA, now),
    );

  it('go out once, and not to who has sent it', () => {
    expect(mails(done(due('r-1', '2026-12-13T14:01:00.000Z')))).toEqual(['deadline-reminder']);
    const sent = due('r-1', '2026-12-13T14:01:00.000Z', { case: aCase({ state: 'in_transit' }) });
    expect(mails(done(sent))).toEqual([]);
    expect(done(sent).changes.deadlines?.[0]?.state).toBe('done');
  });

  it('after a pause of ours only the newest goes out', () => {
    expect(mails(done(due('r-1', '2026-12-21T00:00:00.000Z')))).toEqual([]);
    expect(mails(done(due('r-2', '2026-12-21T00:00:00.000Z')))).toEqual(['deadline-reminder']);
  });
});

describe('more time (P21)', () => {
  const extend = { kind: 'return.extend', caseId: 'case-1', days: 7, because: 'strike' } as const;
  const open = [deadline(), deadline({ id: 'r-1', kind: 'rma-reminder', dueAt: '2026-12-22T14:00:00.000Z' })];

  it('before the last day one person is enough, and the clock runs from the first issue', () => {
    const verdict = done(returnExtend.decide(world({ deadlines: open }), extend, context()));
    const data = dataOf(verdict);
    expect(data.rma?.issuedAt).toBe(NOW);
    expect(data.rma?.deadline?.date).toBe('2026-12-30');
    expect(data.judged?.validDays).toBe(37);
    expect(verdict.changes.deadlines?.filter((one) => one.state === 'dropped')).toHaveLength(2);
    expect(mails(verdict)).toEqual(['deadline-extended']);
  });

  it('after it a second person has to agree', () => {
    const late = '2026-12-28T15:00:00.000Z';
    const expired = aCase({ state: 'expired' });
    const asked = done(returnExtend.decide(world({ case: expired }), extend, context(ANA, late)));
    const waiting = asked.changes.cases?.[0] ?? expired;
    expect(waiting.state).toBe('expired');
    const confirm = { kind: 'return.confirm', caseId: 'case-1', agree: true } as const;
    expect(no(returnConfirm.decide(world({ case: waiting }), confirm, context(ANA, late))).code).toBe('own-proposal');
    const agreed = done(returnConfirm.decide(world({ case: waiting }), confirm, context(BEN, late)));
    expect(agreed.changes.cases?.[0]?.state).toBe('authorized');
    expect(dataOf(agreed).rma?.deadline?.date).toBe('2027-01-04');
  });

  it('is refused where no day was set', () => {
    const found = aCase({ data: returnData({ rma: { number: 'RMA-4F7K2QZ', issuedAt: NOW, deadline: null } }) });
    expect(no(returnExtend.decide(world({ case: found }), extend, context())).because).toContain('no last day');
  });
});

describe('what a test left to a person (P33, P24)', () => {
  const received = aCase({ state: 'received', data: returnData({ reason: 'changed_mind' }) });
  const incomplete = [unit({ goods: 'incomplete', result: 'missing_components', inspectedBy: ANA.id })];
  const decide = (decision: string, more: object = {}) =>
    unitDecide.decide(
      world({
        case: aCase({
          ...received,
          data: returnData({
            reason: 'changed_mind',
            lines: [{ lineItemId: '1', quantity: 1 }],
            parcel: { receivedAt: NOW, rmaMarked: true, carrierAcceptedAt: null },
          }),
        }),
        units: incomplete,
      }),
      { kind: 'unit.decide', caseId: 'case-1', decision, because: 'no cable', ...more } as never,
      context(),
    );

  it.each([
    ['accept', {}, 4320, ['shopify.compare-money']],
    ['deduct', { deduction: 500 }, 3820, ['shopify.compare-money']],
  ])('%s goes on to a refund', (decision, more, total, expected) => {
    const verdict = done(decide(decision, more));
    expect(verdict.changes.intents?.[0]?.breakdown.total).toBe(total);
    expect(effects(verdict)).toEqual(expect.arrayContaining(expected));
    expect(verdict.changes.entries?.[0]).toMatchObject({ by: ANA.id, clauses: ['P33'] });
    expect(verdict.changes.entries?.[0]?.text).toContain('no cable');
  });

  it('ask for the part: seven days, and a mail', () => {
    const verdict = done(decide('wait_part'));
    expect(verdict.changes.deadlines?.[0]).toMatchObject({ kind: 'part-due', dueAt: '2026-12-01T04:59:59.999Z' });
    expect(mails(verdict)).toEqual(['parts-missing']);
  });

  it('a deduction has an amount, and a refusal waits for somebody else', () => {
    expect(no(decide('deduct')).missing).toEqual(['deduction']);
    const verdict = done(decide('refuse'));
    expect(verdict.changes.units?.[0]).toMatchObject({ goods: 'rejected_pending', inspectedBy: ANA.id });
    expect(verdict.changes.intents).toEqual([]);
  });

  it('the part that does not come goes back to an agent', () => {
    const due = deadline({ kind: 'part-due', dueAt: NOW });
    const verdict = done(
      deadlineDue.decide(
        world({ case: received, units: [unit({ goods: 'wait_part' })], deadline: due, deadlines: [due] }),
        { kind: 'deadline.due', deadlineId: 'd-1' },
        context(),
      ),
    );
    expect(verdict.changes.units?.[0]?.goods).toBe('incomplete');
  });

  it('what Shopify cannot know is taken off its sum, from the last payment first', () => {
    const suggested = {
      amount: 9000,
      maximum: 9000,
      tenders: [
        { parentId: '1', gateway: 'gift_card', kind: 'sale', amount: 8800 },
        { parentId: '2', gateway: 'card', kind: 'sale', amount: 200 },
      ],
    };
    const intent = { breakdown: { deductions: [{ clause: 'P33', label: 'missing parts', amount: 500 }] } };
    const less = lessParts(intent as never, suggested);
    expect(less.amount).toBe(8500);
    expect(less.tenders.map(({ parentId, amount }) => [parentId, amount])).toEqual([['1', 8500]]);
    expect(lessParts({ breakdown: { deductions: [] } } as never, suggested)).toBe(suggested);
  });
});

describe('declining, keeping, losing', () => {
  it('a decline rests on a clause that is the policy’s own, or named', () => {
    const decline = { kind: 'return.decline', caseId: 'case-1', because: 'too late' } as const;
    const expired = world({ case: aCase({ state: 'expired' }), deadlines: [deadline({ state: 'done' })] });
    const verdict = done(returnDecline.decide(expired, decline, context()));
    expect(verdict.changes.cases?.[0]).toMatchObject({ state: 'declined', closedAt: NOW });
    expect(verdict.changes.entries?.at(-1)?.clauses).toEqual(['P21', 'P22']);
    expect(effects(verdict)).toEqual(expect.arrayContaining(['shopify.cancel-return', 'mail.send']));
    const here = world({
      case: aCase({
        state: 'received',
        data: returnData({ parcel: { receivedAt: NOW, rmaMarked: true, carrierAcceptedAt: null } }),
      }),
      units: [unit({ goods: 'arrived' }), unit({ id: 'unit-2', index: 1, goods: 'arrived' })],
    });
    expect(no(returnDecline.decide(here, decline, context())).missing).toEqual(['clause']);
    const named = done(returnDecline.decide(here, { ...decline, clause: 'P33' }, context()));
    expect(effects(named)).toContain('shopify.close-return');
    expect(no(returnDecline.decide(world(), decline, context())).missing).toEqual(['clause']);
  });

  it('is not possible on a return that has ended, and the next step is said', () => {
    const ended = world({ case: aCase({ state: 'closed_solved', closedAt: NOW }), units: [] });
    const because = 'not possible while the return is closed solved: open it again first';
    const decline = { kind: 'return.decline', caseId: 'case-1', because: 'too late' } as const;
    expect(no(returnDecline.decide(ended, decline, context())).because).toBe(because);
    const remedy = { kind: 'return.remedy', caseId: 'case-1', remedy: 'exchange' } as const;
    const extend = { kind: 'return.extend', caseId: 'case-1', days: 7, because: 'she travels' } as const;
    const asked = [ended, world({ case: aCase({ state: 'received' }), deadlines: [deadline()] })].map(
      (at) => no(returnExtend.decide(at, extend, context())).because,
    );
    expect(asked).toEqual([because, 'not possible while the return is received']);
    expect(no(returnRemedy.decide(ended, remedy, context())).because).toBe(because);
  });

  it('the customer keeps it only while nothing has come back', () => {
    const cancel = { kind: 'return.cancel', caseId: 'case-1' } as const;
    const verdict = done(returnCancel.decide(world({ deadlines: [deadline()] }), cancel, context()));
    expect(verdict.changes.cases?.[0]?.state).toBe('canceled');
    expect(verdict.changes.deadlines?.[0]?.state).toBe('dropped');
    expect(mails(verdict)).toEqual(['return-cancelled']);
    // The mail says "as you asked" only to who did it themselves.
    expect(dataOf(verdict).calledOffBy).toBe('other');
    const partly = world({ units: [unit({ goods: 'arrived' })] });
    expect(no(returnCancel.decide(partly, cancel, context())).code).toBe('illegal-event');
  });

  it('a loss is ours with our label, and a person’s question with theirs', () => {
    const lost = { kind: 'return.lost', caseId: 'case-1' } as const;
    expect(no(returnLost.decide(world(), lost, context())).missing).toEqual(['labelBy']);
    const theirs = done(returnLost.decide(world(), { ...lost, labelBy: 'customer' }, context()));
    expect(theirs.changes.cases?.[0]?.state).toBe('suspected_lost');
    expect(theirs.changes.intents).toEqual([]);
    expect(theirs.changes.units).toEqual([]);
    const ours = done(returnLost.decide(world(), { ...lost, labelBy: 'merchant' }, context()));
    expect(ours.changes.cases?.[0]?.state).toBe('settling');
    expect(ours.changes.intents?.[0]?.breakdown.total).toBe(8640);
    expect(ours.changes.units?.map((one) => one.goods)).toEqual(['missing', 'missing']);
  });

  it('whose loss the customer is told of follows who the policy says bears it', () => {
    const told = (labelBy: 'customer' | 'merchant', input = {}) => {
      const lost = { kind: 'return.lost', caseId: 'case-1', labelBy } as const;
      return dataOf(done(returnLost.decide(world({ input }), lost, context()))).lost?.ours;
    };
    expect([told('customer'), told('merchant')]).toEqual([false, true]);
    expect(told('customer', { returnRisk: 'merchant' })).toBe(true);
    expect(told('merchant', { returnRisk: 'customer' })).toBe(false);
  });

  it('goodwill always takes an approver, whatever goes out without one', () => {
    const found = aCase({
      state: 'suspected_lost',
      data: returnData({ lost: { at: NOW, labelBy: 'customer' } }),
    });
    const judge = { kind: 'return.judge', caseId: 'case-1', answer: 'goodwill', because: 'ten years' } as const;
    const generous = world({ case: found, input: { 'approval.auto': '500.00' } });
    const verdict = done(returnJudge.decide(generous, judge, context()));
    expect(verdict.changes.intents?.[0]).toMatchObject({ approvalsNeeded: 1, proposedBy: ANA.id });
    expect(no(returnJudge.decide(world(), judge, context())).code).toBe('illegal-event');
  });
});

describe('opening: own damage (P2), the warranty (P23)', () => {
  const ask = (more: object) => ({
    kind: 'return.open',
    orderId: order().id,
    reason: 'defective',
    lines: [{ lineItemId: '1', quantity: 1 }],
    remedy: 'refund',
    photos: [{ id: 'e', name: 'p', mimetype: 'image/png', bytes: 1, sha256: 'x' }],
    troubleshootingDone: true,
    artificialDamageDeclared: true,
    ...more,
  });
  const fresh = () => world({ case: null, units: [], input: { 'approval.auto': '500.00' } });
  const open = (more: object) => returnOpen.decide(fresh(), ask(more) as never, context());

  it('the agent says what, and then why', () => {
    expect(no(open({})).missing).toEqual(['answer']);
    expect(no(open({ answer: 'issue' })).missing).toEqual(['reasonGiven']);
    const issued = done(open({ answer: 'issue', reasonGiven: 'the hinge is known to break' }));
    expect(issued.changes.cases?.[0]).toMatchObject({ state: 'authorized' });
    expect(dataOf(issued).judged).toEqual({ ownDamage: 'accept' });
    expect(issued.changes.entries?.[0]).toMatchObject({ by: ANA.id, clauses: ['P2'] });
  });

  it('a decline is a case of its own, with the clause and a mail, and no number', () => {
    const declined = done(open({ answer: 'decline', reasonGiven: 'You dropped it.' }));
    expect(declined.changes.cases?.[0]).toMatchObject({ state: 'declined', rma: null, closedAt: NOW });
    expect(mails(declined)).toEqual(['declined']);
    expect(effects(declined)).not.toContain('shopify.create-return');
  });

  it('a warranty that is over may be overridden with proof', () => {
    const over = world({ case: null, units: [], input: { 'warranty.months': 0 } });
    const more = { artificialDamageDeclared: false };
    const first = returnOpen.decide(over, ask(more) as never, context());
    expect(no(first).clauses).toEqual(['P23']);
    expect(no(first).missing).toEqual(['answer']);
    const issued = done(
      returnOpen.decide(over, ask({ ...more, answer: 'issue', reasonGiven: 'a newer invoice' }) as never, context()),
    );
    expect(dataOf(issued).judged).toEqual({ warranty: 'accept' });
  });
});

describe('a parcel that was not taken (P13)', () => {
  const refuse = { kind: 'delivery.refused', orderId: order().id } as const;
  const withParcel = (shipmentStatus: string | null, deliveredAt: string | null = null) => {
    const facts = order();
    return { ...facts, fulfillments: facts.fulfillments.map((one) => ({ ...one, shipmentStatus, deliveredAt })) };
  };

  it('is suspected once, with nothing made in Shopify', () => {
    const verdict = done(deliveryRefused.decide(world({ case: null, units: [] }), refuse, context()));
    const [opened] = verdict.changes.cases ?? [];
    expect(opened).toMatchObject({ state: 'refused_suspected', rma: null });
    expect(effects(verdict).filter((kind) => kind.startsWith('shopify.'))).toEqual([]);
    const again = world({ case: null, units: [], cases: opened ? [opened] : [] });
    expect(no(deliveryRefused.decide(again, refuse, context())).code).toBe('ended');
  });

  it.each([
    ['failure', 1],
    ['attempted_delivery', 1],
    ['not_delivered', 1],
    ['in_transit', 0],
    [null, 0],
  ])('%s from the carrier → %i', (status, count) => {
    expect(suspectedParcels(withParcel(status), [])).toHaveLength(count);
    expect(suspectedParcels(withParcel(status, NOW), [])).toHaveLength(0);
  });
});

describe('handing a case over', () => {
  const assign = (to: string) => caseAssign.decide(world(), { kind: 'case.assign', caseId: 'case-1', to }, context());

  it('goes to somebody with a role who does not have it yet', () => {
    expect(done(assign(BEN.id)).changes.cases?.[0]?.assignee).toBe(BEN.id);
    expect(no(assign(GUS.id)).code).toBe('invalid');
    expect(no(assign(ANA.id)).code).toBe('ended');
    expect(no(assign('nobody')).code).toBe('not-found');
  });

  it('calls whoever takes it over, in its thread; nobody for who takes it themselves', () => {
    const ben = { ...BEN, slackUser: 'U0BEN', slackTeam: 'T0DEMO' };
    const here = world({ people: [ANA, ben], shop: { ...world().shop, slackTeam: 'T0DEMO' } });
    const said = (by: typeof ANA) => {
      const command = { kind: 'case.assign', caseId: 'case-1', to: ben.id } as const;
      const { effects } = done(caseAssign.decide(here, command, context(by))).changes;
      return effects?.flatMap(({ effect }) => (effect.kind === 'slack.say' ? [effect] : []));
    };
    expect(said(ANA)).toMatchObject([{ text: 'Ana handed this case to Ben.', mention: ['U0BEN'] }]);
    expect(said(ben)).toEqual([]);
  });
});

describe('the due date of the test (P24)', () => {
  const due = deadline({ id: 'd-test', kind: 'test-overdue', dueAt: '2026-11-27T14:00:00.000Z' });
  const here = (goods: [string, string], more: Parameters<typeof world>[0] = {}) =>
    world({
      case: aCase({
        state: 'received',
        data: returnData({ parcel: { receivedAt: NOW, rmaMarked: true, carrierAcceptedAt: null } }),
      }),
      units: goods.map((each, index) =>
        unit({
          id: `unit-${index + 1}`,
          index,
          goods: each,
          ...(each === 'rejected_pending' ? { result: 'artificial_damage', inspectedBy: ANA.id } : {}),
        }),
      ),
      deadlines: [due],
      ...more,
    });
  const inspect = (at: ReturnType<typeof world>, unitIds: string[]) =>
    done(
      unitInspect.decide(
        at,
        { kind: 'unit.inspect', caseId: 'case-1', result: 'accepted', unitIds, photos: [] },
        context(),
      ),
    ).changes?.deadlines;
  const confirm = (at: ReturnType<typeof world>, agree: boolean) =>
    done(unitConfirm.decide(at, { kind: 'unit.confirm', caseId: 'case-1', agree }, context(BEN))).changes?.deadlines;
  const decide = (at: ReturnType<typeof world>, decision: 'part_arrived' | 'accept') =>
    done(
      unitDecide.decide(at, { kind: 'unit.decide', caseId: 'case-1', decision, because: 'it came' }, context()),
    ).changes?.deadlines?.filter(({ kind }) => kind === 'test-overdue');

  it('stays while a unit is still to be tested, and ends with the last one', () => {
    expect(inspect(here(['arrived', 'arrived']), ['unit-1'])).toEqual([]);
    expect(inspect(here(['accepted_defective', 'arrived']), ['unit-2'])).toEqual([{ ...due, state: 'done' }]);
  });

  it('stays while a second person has to agree that a unit is rejected, and ends when they have', () => {
    const pending = here(['accepted_defective', 'rejected_pending']);
    expect(confirm(pending, false)).toEqual([]);
    expect(confirm(pending, true)).toContainEqual({ ...due, state: 'done' });
  });

  it('begins anew when the missing part is here', () => {
    const waits = here(['accepted_defective', 'wait_part'], { deadlines: [{ ...due, state: 'done' }] });
    expect(decide(waits, 'part_arrived')).toMatchObject([{ kind: 'test-overdue', state: 'open' }]);
    expect(decide(here(['accepted_defective', 'incomplete']), 'accept')).toEqual([{ ...due, state: 'done' }]);
  });
});

describe('what is late', () => {
  const at = (kind: string) => deadline({ id: `d-${kind}`, kind, dueAt: '2026-11-23T14:00:00.000Z' });
  const fire = (kind: string, more: Parameters<typeof world>[0]) =>
    done(
      deadlineDue.decide(
        world({ deadlines: [at(kind)], deadline: at(kind), ...more }),
        { kind: 'deadline.due', deadlineId: `d-${kind}` },
        context(),
      ),
    ).changes?.deadlines;
  const parcel = { receivedAt: NOW, rmaMarked: true, carrierAcceptedAt: null };
  const sent = { number: '1Z', carrier: 'UPS', url: null, recordedAt: NOW };

  it.each([
    ['rma-deadline', { case: aCase() }],
    ['rma-deadline', { case: aCase({ state: 'received', data: returnData({ parcel }) }), units: [unit()] }],
    ['carrier-silent', { case: aCase({ state: 'in_transit', data: returnData({ tracking: sent }) }) }],
    ['photos-due', { case: aCase({ state: 'evidence_pending' }) }],
    ['answer-due', { case: aCase({ state: 'review', rma: null, data: returnData({ rma: null }) }) }],
    ['part-due', { case: aCase({ state: 'received' }), units: [unit({ goods: 'wait_part' })] }],
    ['test-overdue', { case: aCase({ state: 'received' }), units: [unit({ goods: 'arrived' })] }],
  ])('%s stands until somebody has seen to it', (kind, more) => {
    expect(fire(kind, more)).toEqual([{ ...at(kind), state: 'late' }]);
  });

  it.each([
    ['rma-deadline', { case: aCase({ state: 'received' }), units: [unit({ goods: 'arrived' })] }],
    ['carrier-silent', { case: aCase({ state: 'received' }) }],
    ['photos-due', { case: aCase({ state: 'review' }) }],
    ['answer-due', { case: aCase() }],
    ['part-due', { case: aCase({ state: 'received' }), units: [unit({ goods: 'accepted' })] }],
    ['test-overdue', { case: aCase({ state: 'received' }), units: [unit({ goods: 'accepted' })] }],
    ['rma-reminder', { case: aCase() }],
  ])('%s is over where what it was for has happened, or was a word of ours', (kind, more) => {
    expect(fire(kind, more)).toEqual([{ ...at(kind), state: 'done' }]);
  });

  it('ends with what it waited for, and when another time is set', () => {
    const late = { ...at('rma-deadline'), state: 'late' as const };
    const cancelled = returnCancel.decide(
      world({ deadlines: [late], case: aCase({ state: 'expired' }) }),
      { kind: 'return.cancel', caseId: 'case-1', because: 'the customer keeps it' },
      context(),
    );
    expect(done(cancelled).changes?.deadlines).toContainEqual({ ...late, state: 'dropped' });
  });
});
