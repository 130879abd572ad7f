import { describe, expect, it } from 'vitest';
import type { CaseRecord, UnitRecord } from '../../../policy/app/records.ts';
import { caseReopen, caseReopenConfirm } from '../../../web/shell/commands/case-reopen.ts';
import type { Verdict } from '../../../web/shell/handler.ts';
import { ANA, aCase, BEN, context, deadline, NOW, returnData, unit, world } from './return-world.ts';

/** P5: what may be opened again, and what is decided anew then. */

const ended = (more: Partial<CaseRecord> = {}): CaseRecord => aCase({ state: 'closed', closedAt: NOW, ...more });
const ask = (found: CaseRecord, units: readonly UnitRecord[] = []): Verdict =>
  caseReopen.decide(
    world({ case: found, units }),
    { kind: 'case.reopen', caseId: found.id, because: 'a film of it' },
    context(ANA),
  );

const asked = { reopening: { because: 'a film of it', by: ANA.id, byName: ANA.name } };
const agree = (found: CaseRecord, units: readonly UnitRecord[], by = BEN) => {
  const verdict = caseReopenConfirm.decide(
    world({ case: found, units }),
    { kind: 'case.reopen-confirm', caseId: found.id, agree: true },
    context(by),
  );
  if (!verdict.ok) throw new Error(`refused: ${verdict.because}`);
  return verdict.changes;
};
const PARCEL = { receivedAt: NOW, rmaMarked: true, carrierAcceptedAt: null };

describe('what was carried out for good', () => {
  it.each([
    ['a return of which every unit is paid', ended(), [unit({ money: 'paid' })], /every unit of it is paid/],
    ...(['canceled', 'partially_canceled'] as const).map(
      (state) =>
        [
          `a cancellation that is ${state}`,
          ended({
            kind: 'cancellation',
            state,
            data: { kind: 'cancellation', lines: null, because: null, jobResult: null },
          }),
          [],
          /can not be undone/,
        ] as const,
    ),
  ] as const)('%s is not opened again', (_, found, units, why) => {
    expect(ask(found, units)).toMatchObject({ ok: false, code: 'ended', because: expect.stringMatching(why) });
  });
});

describe('a return that is opened again', () => {
  it('has its unpaid units looked at anew, and is opened in Shopify once a round', () => {
    const found = ended({ data: returnData({ ...asked, parcel: PARCEL }) });
    const changes = agree(found, [
      unit({ goods: 'accepted', money: 'paid', result: 'accepted' }),
      unit({ id: 'unit-2', goods: 'rejected', money: 'refused', result: 'artificial_damage' }),
      unit({ id: 'unit-3', goods: 'missing', money: 'refused', result: 'not_received' }),
    ]);
    expect(changes.cases?.[0]).toMatchObject({
      state: 'received',
      closedAt: null,
      data: { reopened: 1, reopening: null },
    });
    expect(changes.units?.map(({ id, goods, money, result }) => [id, goods, money, result])).toEqual([
      ['unit-2', 'arrived', 'none', null],
      ['unit-3', 'expected', 'none', null],
    ]);
    expect(changes.effects?.map(({ key }) => key)).toContain('reopen-return:case-1:4');
  });

  it('that Shopify has canceled gets a Return of its own with its new number', () => {
    const found = ended({ state: 'canceled', data: returnData(asked) });
    const changes = agree(found, [unit({ money: 'refused' })]);
    expect(changes.cases?.[0]).toMatchObject({ state: 'review', data: { shopifyReturn: null, reopened: 1 } });
    expect(changes.units).toMatchObject([{ goods: 'expected', money: 'none' }]);
    expect(changes.effects?.map(({ effect }) => effect.kind)).not.toContain('shopify.reopen-return');
  });
});

describe('what was late when a case ended', () => {
  it('is not late when it is opened again, and is written once', () => {
    const late = ['rma-deadline', 'test-overdue'].map((kind) => deadline({ id: kind, kind, state: 'late' }));
    const verdict = caseReopenConfirm.decide(
      world({
        case: ended({ data: returnData({ ...asked, parcel: PARCEL }) }),
        units: [
          unit({ goods: 'accepted', money: 'paid', result: 'accepted' }),
          unit({ id: 'unit-2', goods: 'incomplete' }),
        ],
        deadlines: late,
      }),
      { kind: 'case.reopen-confirm', caseId: 'case-1', agree: true },
      context(BEN),
    );
    if (!verdict.ok) throw new Error(`refused: ${verdict.because}`);
    expect(verdict.changes.deadlines).toEqual(late.map((one) => ({ ...one, state: 'dropped' })));
  });
});
