import { describe, expect, it } from 'vitest';
import type { DeadlineRecord, StoredOrder, UnitRecord } from '../../../policy/app/records.ts';
import { DEFAULT_SETTINGS, parseSettings } from '../../../policy/settings.ts';
import { createWords } from '../../../policy/texts/customer/index.ts';
import { rejectedGoods } from '../../../web/adapters/mail/templates/rejected-goods.ts';
import { parseAnswers, questionsFor } from '../../../web/edge/request/questions.ts';
import { backorderReport } from '../../../web/shell/commands/backorder-report.ts';
import { deadlineDue } from '../../../web/shell/commands/deadline-due.ts';
import { parcelReceive } from '../../../web/shell/commands/parcel-receive.ts';
import { returnDecline } from '../../../web/shell/commands/return-decline.ts';
import { returnRequest } from '../../../web/shell/commands/return-request.ts';
import { unitConfirm } from '../../../web/shell/commands/unit-confirm.ts';
import { notThere } from '../../../web/shell/effects/exchange.ts';
import type { Verdict } from '../../../web/shell/handler.ts';
import { mailSettled } from '../../../web/shell/settled/mail.ts';
import { ANA, aCase, BEN, context, deadline, order, returnData, unit, world } from './return-world.ts';

/** What a merchant sets is what happens, and not only what customers read. */

const changesOf = (verdict: Verdict) => {
  if (!verdict.ok) throw new Error(`refused: ${verdict.code}, ${verdict.because}`);
  return verdict.changes;
};
const open = (rows: readonly DeadlineRecord[] | undefined) =>
  (rows ?? []).filter((one) => one.state === 'open').map(({ kind, dueAt }) => [kind, dueAt]);
const told = (verdict: Verdict): string[] =>
  (changesOf(verdict).effects ?? []).flatMap(({ effect }) => (effect.kind === 'slack.say' ? [effect.text] : []));

describe('goods that are not accepted (A18)', () => {
  const pending: UnitRecord[] = [
    unit({ goods: 'rejected_pending', result: 'artificial_damage', inspectedBy: ANA.id }),
    unit({ id: 'unit-2', index: 1, goods: 'accepted_defective', result: 'accepted' }),
  ];
  const confirm = (input: Record<string, unknown>, agree = true) =>
    unitConfirm.decide(
      world({ input, case: aCase({ state: 'received' }), units: pending }),
      { kind: 'unit.confirm', caseId: 'case-1', agree },
      context(BEN),
    );

  it.each([
    [{}, '2026-12-24T14:00:00.000Z'],
    [{ 'rejectedGoods.holdDays': 7 }, '2026-12-01T14:00:00.000Z'],
    [{ rejectedGoods: 'dispose', 'rejectedGoods.holdDays': 7 }, '2026-12-01T14:00:00.000Z'],
    [{ products: { '7': { 'rejectedGoods.holdDays': 7 } } }, '2026-12-24T14:00:00.000Z'],
  ])('are kept as %j says', (input, dueAt) => {
    expect(open(changesOf(confirm(input)).deadlines)).toEqual([['rejected-goods', dueAt]]);
  });

  it('go back at once where the shop does that: staff are told', () => {
    const verdict = confirm({ rejectedGoods: 'return_at_customer_cost' });
    expect(changesOf(verdict).deadlines).toEqual([]);
    expect(told(verdict).join()).toMatch(/1 unit of case 12 not accepted: send back to the customer, at their cost/);
  });

  it.each([
    ['hold', 'We keep it for you until Monday. Please tell us by then if you want it back, at your cost.'],
    [
      'dispose',
      'We keep it until Monday and then dispose of it. Please tell us by then if you want it back, at your cost.',
    ],
    ['return_at_customer_cost', 'It goes back to you, at your cost.'],
  ] as const)('are written of in the mails as the shop has it: %s', (how, says) => {
    const written = rejectedGoods({ how, until: 'Monday' }, createWords('en'));
    expect(JSON.stringify(written)).toContain(`What is not accepted is not refunded. ${says}`);
  });

  it('are none where the second person disagrees', () => {
    expect(changesOf(confirm({}, false)).deadlines).toEqual([]);
  });

  it('are kept as well where they came too late and were declined', () => {
    const late = world({ case: aCase({ state: 'received' }), units: [unit({ goods: 'arrived' })] });
    const verdict = returnDecline.decide(
      late,
      { kind: 'return.decline', caseId: 'case-1', clause: 'P22', because: 'too late' },
      context(),
    );
    expect(open(changesOf(verdict).deadlines)).toEqual([['rejected-goods', '2026-12-24T14:00:00.000Z']]);
  });

  it.each([
    ['hold', /keep the goods until the customer says/],
    ['dispose', /then they may be disposed of/],
    ['return_at_customer_cost', /send the goods back to the customer, at their cost/],
  ])('are told of before it is declined: %s', (how, says) => {
    const late = world({
      input: { rejectedGoods: how },
      case: aCase({ state: 'received' }),
      units: [unit({ goods: 'arrived' })],
    });
    const command = { kind: 'return.decline', caseId: 'case-1', clause: 'P22', because: 'too late' } as const;
    const verdict = returnDecline.decide(late, command, context());
    expect(verdict.ok && verdict.would?.at(-1)).toMatch(says);
  });

  const over = deadline({ kind: 'rejected-goods', dueAt: '2026-12-23T14:00:00.000Z' });
  const due = (input: Record<string, unknown>, goods: string) =>
    deadlineDue.decide(
      world({
        input,
        case: aCase({ state: 'closed', closedAt: '2026-11-24T15:00:00.000Z' }),
        units: [unit({ goods })],
        deadlines: [over],
        deadline: over,
      }),
      { kind: 'deadline.due', deadlineId: over.id },
      context(ANA, '2026-12-23T15:00:00.000Z'),
    );

  it.each([
    ['hold', /kept for 30 days.*ask the customer whether they want them back at their cost/],
    ['dispose', /kept for 30 days.*may be disposed of now/],
  ])('are brought up when the days are over: %s', (rejectedGoods, says) => {
    const verdict = due({ rejectedGoods }, 'rejected');
    expect(told(verdict).join()).toMatch(says);
    expect(changesOf(verdict).entries).toMatchObject([{ event: 'return.rejected-goods', clauses: ['P25'] }]);
    expect(changesOf(verdict).deadlines).toMatchObject([{ id: over.id, state: 'done' }]);
  });

  it('are not brought up where they were accepted after all', () => {
    expect(told(due({}, 'accepted'))).toEqual([]);
  });
});

describe('how long a return may be at its test (A17)', () => {
  const placed = world().order as StoredOrder;
  const { facts } = placed;
  const ofProduct = facts.lines.map((line) => ({ ...line, productId: '42' }));
  const receive = (input: Record<string, unknown>, found = aCase({ state: 'in_transit' })) =>
    open(
      changesOf(
        parcelReceive.decide(
          { ...world({ input, case: found }), order: { ...placed, facts: { ...facts, lines: ofProduct } } },
          { kind: 'parcel.receive', caseId: 'case-1' },
          context(),
        ),
      ).deadlines,
    );

  it.each([
    [{}, ['2026-12-07T14:00:00.000Z']],
    [{ 'test.slaDays': 0 }, []],
    [{ products: { '42': { 'test.slaDays': 3 } } }, ['2026-11-26T14:00:00.000Z']],
  ])('staff are told as %j says', (input, due) => {
    expect(receive(input)).toEqual(due.map((dueAt) => ['test-overdue', dueAt]));
  });

  it('of a refused parcel as well: its mail names the day', () => {
    const undelivered = { fulfillmentId: 'f-1', finding: 'refused' as const };
    const data = returnData({ reason: 'refused_delivery', rma: null, shopifyReturn: null, undelivered });
    const back = aCase({ state: 'refused_suspected', rma: null, data });
    expect(receive({}, back)).toEqual([['test-overdue', '2026-12-07T14:00:00.000Z']]);
  });
});

describe('how soon the customer is told of a shortage (A22)', () => {
  const unshipped = order({ unitsShipped: 0 });
  const report = (input: Record<string, unknown>, facts = unshipped) => {
    const before = world({ input, case: null });
    return backorderReport.decide(
      { ...before, order: before.order === null ? null : { ...before.order, facts } },
      { kind: 'backorder.report', orderId: facts.id, lines: [{ lineItemId: '1', quantity: 1 }] },
      context(),
    );
  };
  const toldBy = (verdict: Verdict) =>
    open(changesOf(verdict).deadlines)
      .filter(([kind]) => kind === 'backorder-told')
      .map(([, dueAt]) => dueAt);

  it.each([
    [{}, ['2026-11-23T16:00:00.000Z']],
    [{ 'oos.mailSla': 5 }, ['2026-11-23T15:05:00.000Z']],
    [{ 'oos.mailSla': 0 }, []],
  ])('has a clock of its own: %j', (input, dueAt) => {
    expect(toldBy(report(input))).toEqual(dueAt);
  });

  it('runs also for who has no address and has to be called', () => {
    const unreachable = { ...unshipped, contactable: { ...unshipped.contactable, email: false } };
    expect(toldBy(report({}, unreachable))).toHaveLength(1);
  });

  const late = deadline({ kind: 'backorder-told', dueAt: '2026-11-23T16:00:00.000Z' });
  const waiting = (state: string) => {
    const found = changesOf(report({})).cases?.[0];
    if (found === undefined) throw new Error('no case was opened');
    return world({
      case: { ...found, state, thread: { channel: 'C1', ts: '1.1' } },
      deadlines: [late],
      deadline: late,
    });
  };

  it('is told to staff when it is over, as long as the case is open', () => {
    const due = (state: string) =>
      deadlineDue.decide(
        waiting(state),
        { kind: 'deadline.due', deadlineId: late.id },
        context(ANA, '2026-11-23T16:01:00.000Z'),
      );
    const verdict = due('customer_notified');
    expect(told(verdict).join()).toMatch(/told within 60 minutes and does not know yet/);
    expect(changesOf(verdict).entries).toMatchObject([{ event: 'backorder.told-late', clauses: ['P7'] }]);
    expect(told(due('refunded'))).toEqual([]);
  });

  it('ends when the mail has gone out', () => {
    const changes = mailSettled(
      waiting('customer_notified'),
      { kind: 'mail.send', caseId: 'case-1', template: 'out-of-stock', intentId: null },
      { kind: 'effect.settled', effectId: 'e-1', outcome: 'done', result: {}, error: null },
      context(),
    );
    expect('ok' in changes ? changes : changes.deadlines).toMatchObject([{ id: late.id, state: 'done' }]);
  });
});

describe('who chooses between exchange and refund (A19)', () => {
  const words = createWords('en');
  const wanting = { 'line-1': '1', remedy: 'exchange' };
  const asked = (chooser: string, reason: 'wrong_item_sent' | 'defective') => {
    const settings = parseSettings({ 'remedy.chooser': chooser });
    const limits = { photos: 12, megabytes: 20, later: true, have: 0 };
    const isAsked = questionsFor(order(), reason, settings, words, {}, limits).some(
      (field) => 'name' in field && field.name === 'remedy',
    );
    const given = reason === 'defective' ? { ...wanting, ownDamage: 'no', troubleshooting: 'yes' } : wanting;
    const answers = parseAnswers(order(), reason, settings, words, given);
    return [isAsked, 'problems' in answers ? answers.problems : answers.remedy];
  };

  it('is what the request form asks by', () => {
    expect(asked('customer', 'wrong_item_sent')).toEqual([true, 'exchange']);
    expect(asked('merchant', 'wrong_item_sent')).toEqual([false, 'refund']);
    expect(asked('merchant', 'defective')).toEqual([true, 'exchange']);
  });

  it.each([
    ['customer', 'exchange'],
    ['merchant', 'refund'],
  ])('holds for whatever a customer’s page sends: %s', (chooser, remedy) => {
    const verdict = returnRequest.decide(
      world({ case: null, input: { 'remedy.chooser': chooser } }),
      {
        kind: 'return.request',
        orderId: order().id,
        reason: 'wrong_item_sent',
        lines: [{ lineItemId: '1', quantity: 1 }],
        remedy: 'exchange',
        photos: [],
      },
      { ...context(), actor: { kind: 'customer' } },
    );
    expect(changesOf(verdict).cases?.[0]?.data).toMatchObject({ remedy });
  });
});

it.each([
  ['same_variant', /not in stock: refund it instead/],
  ['same_product', /offer another size or colour/],
  ['any', /offer something else of the shop/],
] as const)('what may be offered where the replacement is not there (A24): %s', (scope, says) => {
  expect(notThere({ ...DEFAULT_SETTINGS, 'exchange.scope': scope })).toMatch(says);
});
