import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../policy/app/case-steps.ts';
import type { CaseRecord, RefundIntentRecord, ReturnData, UnitRecord } from '../../../policy/app/records.ts';
import { deadlineDue } from '../../../web/shell/commands/deadline-due.ts';
import { exchangeConvert } from '../../../web/shell/commands/exchange-convert.ts';
import { exchangeShipFirst } from '../../../web/shell/commands/exchange-ship-first.ts';
import { exchangeWriteOff } from '../../../web/shell/commands/exchange-write-off.ts';
import { parcelReceive } from '../../../web/shell/commands/parcel-receive.ts';
import { returnCancel } from '../../../web/shell/commands/return-cancel.ts';
import { returnDecline } from '../../../web/shell/commands/return-decline.ts';
import { returnLost } from '../../../web/shell/commands/return-lost.ts';
import { returnRemedy } from '../../../web/shell/commands/return-remedy.ts';
import { unitDecide } from '../../../web/shell/commands/unit-decide.ts';
import { unitInspect } from '../../../web/shell/commands/unit-inspect.ts';
import type { Verdict, World } from '../../../web/shell/handler.ts';
import { processReturnSettled } from '../../../web/shell/settled/return.ts';
import { ANA, aCase, BEN, context, deadline, NOW, returnData, unit, world } from './return-world.ts';

/** P17's exception, command by command: what it writes, and what is refused once it is out. */

const changesOf = (verdict: Verdict) => {
  if (!verdict.ok) throw new Error(`refused: ${verdict.code}, ${verdict.because}`);
  return verdict.changes;
};
const wanted = (more: Partial<ReturnData> = {}): CaseRecord =>
  aCase({ data: returnData({ reason: 'wrong_item_sent', remedy: 'exchange', ...more }) });
const ask = (more: Parameters<typeof world>[0] = {}) =>
  exchangeShipFirst.decide(
    world({ case: wanted(), ...more }),
    { kind: 'exchange.ship-first', caseId: 'case-1', because: 'a birthday' },
    context(),
  );

/** The case and its amount of nothing once somebody has asked. */
const asked = (state: RefundIntentRecord['state'] = 'awaiting_approval'): Partial<World> => {
  const { cases, intents, units } = changesOf(ask());
  const found = cases?.[0] as CaseRecord;
  return { case: found, intents: [{ ...(intents?.[0] as RefundIntentRecord), state }], units: units ?? [] };
};
/** Shopify has been told to send it. */
const sent = (
  goods: Partial<UnitRecord> = {},
  state = 'authorized',
  reason: ReturnData['reason'] = 'wrong_item_sent',
): Partial<World> => {
  const { case: found, intents } = asked('succeeded') as { case: CaseRecord; intents: RefundIntentRecord[] };
  const data = found.data as ReturnData;
  return {
    case: {
      ...found,
      state,
      data: {
        ...data,
        reason,
        shipFirst: { ...(data.shipFirst as NonNullable<ReturnData['shipFirst']>), sentAt: NOW },
        exchange: { state: 'releasing', lineItemIds: ['77'] },
      },
    },
    intents,
    units: [unit({ money: 'paid', ...goods }), unit({ id: 'unit-2', index: 1, money: 'paid', ...goods })],
  };
};

describe('asking for it', () => {
  it('writes an amount of nothing that somebody else has to let go, at what the goods are worth', () => {
    const { intents, cases, entries, effects, decisions } = changesOf(ask());
    expect(intents).toMatchObject([
      {
        state: 'new',
        approvalsNeeded: 1,
        proposedBy: ANA.id,
        shopMinor: 8640,
        breakdown: { total: 0 },
        unitIds: ['unit-1', 'unit-2'],
      },
    ]);
    expect(cases?.[0]?.data).toMatchObject({
      judged: { shipFirst: true },
      shipFirst: { because: 'a birthday', by: ANA.id, worth: 8640, sentAt: null, dropped: false },
    });
    expect(entries?.[0]).toMatchObject({
      clauses: ['P16', 'P17'],
      text: expect.stringMatching(/a birthday; somebody else/),
    });
    expect(decisions?.[0]?.decision.action).toBe('exchange');
    expect(effects?.map(({ effect }) => effect.kind)).toEqual(['shopify.compare-money', 'slack.show']);
  });

  it.each([
    ['99.00', 1],
    ['86.40', 1],
    ['86.39', 2],
  ])('above %s two people approve it', (limit, needed) => {
    const { intents } = changesOf(ask({ input: { 'approval.second': limit, 'approval.auto': '0' } }));
    expect(intents?.[0]?.approvalsNeeded).toBe(needed);
  });

  it('is never let through by the limit below which nobody approves', () => {
    const { intents } = changesOf(ask({ input: { 'approval.auto': '400.00' } }));
    expect(intents?.[0]?.approvalsNeeded).toBe(1);
  });

  it.each([
    ['no exchange is wanted', { case: aCase() }, /no exchange is wanted/],
    ['its goods are here', { case: { ...wanted(), state: 'received' } }, /while the return is received/],
    ['the shop does not', { input: { 'exchange.shipFirst': 'never' } }, /sends no replacement before/],
    [
      'no clause promises an exchange',
      { case: wanted({ reason: 'changed_mind', originalShippingCost: 0 }) },
      /P4 no clause promises/,
    ],
    ['it was asked for', asked(), /asked for it already/],
    ['it is out', sent(), /out already/],
  ])('is refused where %s', (_why, more, says) => {
    const verdict = ask(more as Parameters<typeof world>[0]);
    expect(verdict.ok ? '' : verdict.because).toMatch(says);
  });

  it('is asked anew after a person looked at what stopped', () => {
    const stopped = asked('needs_person');
    const { intents } = changesOf(ask(stopped as Parameters<typeof world>[0]));
    expect(intents?.map(({ state }) => state)).toEqual(['superseded', 'new']);
  });
});

describe('before it was sent', () => {
  it.each([
    ['the goods come', (w: World) => parcelReceive.decide(w, { kind: 'parcel.receive', caseId: 'case-1' }, context())],
    [
      'the customer keeps them',
      (w: World) => returnCancel.decide(w, { kind: 'return.cancel', caseId: 'case-1' }, context()),
    ],
    [
      'a refund is wanted',
      (w: World) => returnRemedy.decide(w, { kind: 'return.remedy', caseId: 'case-1', remedy: 'refund' }, context()),
    ],
    [
      'the parcel is lost',
      (w: World) => returnLost.decide(w, { kind: 'return.lost', caseId: 'case-1', labelBy: 'customer' }, context()),
    ],
    [
      'the last day is over',
      (w: World) =>
        deadlineDue.decide(
          { ...w, deadline: deadline() },
          { kind: 'deadline.due', deadlineId: 'd-1' },
          context(ANA, '2026-12-24T05:00:00.000Z'),
        ),
    ],
  ])('it is given up when %s', (_what, decide) => {
    const { intents, cases } = changesOf(decide(world(asked('approved') as Parameters<typeof world>[0])));
    expect(intents?.map(({ state }) => state)).toEqual(['superseded']);
    expect(cases?.[0]?.data).toMatchObject({ shipFirst: { dropped: true } });
    expect((cases?.[0]?.data as ReturnData | undefined)?.judged?.shipFirst).toBeUndefined();
  });

  it('nothing is given up while Shopify may be at it: what else is asked waits', () => {
    const w = world(asked('executing') as Parameters<typeof world>[0]);
    expect(returnCancel.decide(w, { kind: 'return.cancel', caseId: 'case-1' }, context())).toMatchObject({ ok: false });
    const { intents, cases } = changesOf(
      parcelReceive.decide(w, { kind: 'parcel.receive', caseId: 'case-1' }, context()),
    );
    expect(intents).toEqual([]);
    // Tested before Shopify has answered: nothing is settled a second time.
    const here = { ...w, case: cases?.[0] as CaseRecord, units: [unit({ goods: 'arrived', money: 'proposed' })] };
    const tested = changesOf(
      unitInspect.decide(here, { kind: 'unit.inspect', caseId: 'case-1', result: 'accepted', photos: [] }, context()),
    );
    expect(tested.intents).toEqual([]);
    expect(tested.cases?.[0]?.state).toBe('received');
  });
});

describe('once it is out', () => {
  const settled = (units: World['units'], state = 'authorized') => {
    const w = world({ ...(asked('executing') as object), units });
    const found = { ...(w.case as CaseRecord), state };
    const [intent] = w.intents;
    const changes = processReturnSettled(
      { ...w, case: found },
      { kind: 'shopify.process-return', caseId: 'case-1', intentId: intent?.id ?? '' },
      { outcome: 'done', result: { refundId: null, amount: 0, exchanged: ['77'] }, error: null } as never,
      context(),
    );
    if ('ok' in changes) throw new Error('refused');
    return changes;
  };

  it('the return stays open, its units count as paid, and the customer hears of it when it ships', () => {
    const changes = settled([unit({ money: 'proposed' }), unit({ id: 'unit-2', index: 1, money: 'proposed' })]);
    expect(changes.cases?.[0]).toMatchObject({
      state: 'authorized',
      data: { shipFirst: { sentAt: NOW, backBy: null }, exchange: { state: 'releasing', lineItemIds: ['77'] } },
    });
    expect(changes.units?.map(({ money }) => money)).toEqual(['paid', 'paid']);
    expect(changes.effects?.map(({ effect }) => effect.kind)).not.toContain('shopify.close-return');
  });

  it('goods that were tested meanwhile end it', () => {
    const back = { goods: 'accepted' as const, result: 'accepted' as const, money: 'proposed' as const };
    const changes = settled([unit(back), unit({ id: 'unit-2', index: 1, ...back })], 'received');
    expect(changes.cases?.[0]?.state).toBe('settling');
    expect(changes.effects?.map(({ effect }) => effect.kind)).toContain('shopify.close-return');
  });

  it.each([
    ['keeps both', returnCancel.decide(world(sent() as never), { kind: 'return.cancel', caseId: 'case-1' }, context())],
    [
      'gets money',
      exchangeConvert.decide(
        world(sent({ goods: 'accepted' }, 'received') as never),
        { kind: 'exchange.convert', caseId: 'case-1', to: 'refund', because: 'x' },
        context(),
      ),
    ],
    [
      'chooses again',
      returnRemedy.decide(
        world(sent() as never),
        { kind: 'return.remedy', caseId: 'case-1', remedy: 'refund' },
        context(),
      ),
    ],
    [
      'is declined',
      returnDecline.decide(
        world(sent({}, 'expired') as never),
        { kind: 'return.decline', caseId: 'case-1', because: 'late' },
        context(),
      ),
    ],
    [
      'is refunded for a loss',
      returnLost.decide(
        world(sent() as never),
        { kind: 'return.lost', caseId: 'case-1', labelBy: 'merchant' },
        context(),
      ),
    ],
    [
      'has something taken off',
      unitDecide.decide(
        world(sent({ goods: 'incomplete' }, 'received') as never),
        { kind: 'unit.decide', caseId: 'case-1', decision: 'deduct', deduction: 100, because: 'x' },
        context(),
      ),
    ],
  ])('nobody %s', (_what, verdict) => {
    expect(verdict).toMatchObject({ ok: false, clauses: ['P17'] });
  });

  it('without a last day of its own the goods have the days of an RMA, and then staff hear what is at stake', () => {
    const w = world(sent() as never);
    const due = deadline({ kind: 'exchange-goods-due' });
    const { entries, effects, intents } = changesOf(
      deadlineDue.decide(
        { ...w, deadline: due },
        { kind: 'deadline.due', deadlineId: 'd-1' },
        context(ANA, '2026-12-24T05:00:00.000Z'),
      ),
    );
    expect(entries?.[0]?.text).toMatch(
      /2 units of the return have not come; .*86\.40 is at stake, and nothing is refunded/,
    );
    expect(effects?.some(({ effect }) => effect.kind === 'slack.say' && /A person has to look/.test(effect.text))).toBe(
      true,
    );
    expect(intents ?? []).toEqual([]);
  });

  it.each([
    ['all of it is back', { goods: 'arrived' }, 'nothing else is due'],
    ['a part is not', { goods: 'arrived' }, '1 unit never came back'],
  ])('the test ends it without money: %s', (_case, goods, says) => {
    const given = sent(goods as Partial<UnitRecord>, 'received');
    const units = given.units as UnitRecord[];
    const second = says.startsWith('nothing') ? units[1] : { ...units[1], goods: 'missing', result: 'not_received' };
    const w = world({ ...given, units: [units[0], second] } as never);
    const changes = changesOf(
      unitInspect.decide(w, { kind: 'unit.inspect', caseId: 'case-1', result: 'accepted', photos: [] }, context()),
    );
    expect(changes.cases?.[0]?.state).toBe('settling');
    expect(changes.intents).toEqual([]);
    expect(changes.units?.every(({ money }) => money === 'paid')).toBe(true);
    expect(changes.entries?.map(({ text }) => text).join()).toContain(says);
  });

  it('what never comes is written off: no money, no mail, the books closed', () => {
    const changes = changesOf(
      exchangeWriteOff.decide(
        world(sent({}, 'expired') as never),
        { kind: 'exchange.write-off', caseId: 'case-1', because: 'moved away' },
        context(BEN),
      ),
    );
    expect(changes.units?.map(({ goods, money }) => [goods, money])).toEqual([
      ['missing', 'paid'],
      ['missing', 'paid'],
    ]);
    expect(changes.effects?.map(({ effect }) => effect.kind)).toEqual(['shopify.close-return', 'slack.show']);
    expect(changes.intents ?? []).toEqual([]);
  });

  it.each([
    ['authorized', 'expected', ['receive', 'receive-part', 'track', 'extend', 'write-off']],
    ['expired', 'expected', ['receive', 'receive-part', 'extend', 'write-off']],
    ['received', 'arrived', ['inspect']],
  ])('%s: what a person is offered', (state, goods, steps) => {
    const given = sent({ goods } as Partial<UnitRecord>, state);
    const offered = stepsOf({ case: given.case as CaseRecord, units: given.units ?? [], intents: [], decisions: [] });
    expect(offered.filter((step) => step !== 'assign' && step !== 'void-links')).toEqual(steps);
  });
});
