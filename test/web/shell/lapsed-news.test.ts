import { describe, expect, it } from 'vitest';
import type { CaseRecord, RefundIntentRecord, UnitRecord } from '../../../policy/app/records.ts';
import type { Changes } from '../../../policy/app/store.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { orderObserved } from '../../../web/shell/commands/observations.ts';
import { refundApprove } from '../../../web/shell/commands/refund-approve.ts';
import { orderVersionOf } from '../../../web/shell/order-version.ts';
import { ANA, aCase, context, NOW, order, returnData, unit, world } from './return-world.ts';

/** An order that was edited while an amount waits for an approver: where the amount is another now, it is said at once. */

const LATER = '2026-11-23T16:00:00.000Z';
const known = (shipped: number): OrderFacts => ({ ...order({ unitsShipped: shipped }), returns: [], updatedAt: NOW });

const seen = (
  record: CaseRecord,
  before: OrderFacts,
  total: number,
  after: Partial<OrderFacts>,
  change: Partial<RefundIntentRecord> = {},
): Changes => {
  const units: readonly UnitRecord[] =
    record.kind === 'return' ? [unit({ goods: 'accepted', result: 'accepted', money: 'proposed' })] : [];
  const waiting = {
    id: 'intent-1',
    caseId: 'case-1',
    state: 'awaiting_approval',
    version: 2,
    unitIds: units.map(({ id }) => id),
    approvalsNeeded: 1,
    approvals: [],
    orderVersion: orderVersionOf(before),
    breakdown: { currency: 'USD', items: total, tax: 0, shipping: 0, duties: 0, tips: 0, deductions: [], total },
    ...change,
  } as unknown as RefundIntentRecord;
  const here = world({
    case: record,
    units: [...units],
    intents: [waiting],
    order: { ...world().order, facts: before } as never,
  });
  const file = { record, version: here.version, settings: here.settings, units, intents: [waiting], deadlines: [] };
  const verdict = orderObserved.decide(
    { ...here, files: [file] as never },
    { kind: 'order.observed', facts: { ...before, updatedAt: LATER, ...after }, contact: {} } as never,
    context(undefined, LATER),
  );
  if (!verdict.ok) throw new Error(verdict.because);
  return verdict.changes;
};

const cancellation = aCase({
  kind: 'cancellation',
  state: 'canceling',
  rma: null,
  data: { kind: 'cancellation', lines: null, because: null, jobResult: null },
});
const comesBack = aCase({
  state: 'settling',
  data: returnData({
    reason: 'wrong_item_sent',
    lines: [{ lineItemId: '1', quantity: 1 }],
    parcel: { receivedAt: NOW, rmaMarked: true, carrierAcceptedAt: null },
  }),
});

/** What an edit did to the only line. */
const fewer = (facts: OrderFacts): Partial<OrderFacts> => ({
  returns: [],
  lines: facts.lines.map((line) => ({ ...line, currentQuantity: 1 })),
});
const more = (facts: OrderFacts): Partial<OrderFacts> => ({
  returns: [],
  lines: [...facts.lines, ...facts.lines.map((line) => ({ ...line, id: '2' }))],
});

describe('an order that was edited while an amount waits', () => {
  it('a cancellation that would give another sum goes to a person, with both', () => {
    const before = known(0);
    const changes = seen(cancellation, before, 9640, fewer(before));
    expect(changes).toMatchObject({
      cases: [{ state: 'needs_agent' }],
      intents: [{ state: 'superseded', lastError: expect.stringMatching(/\$96\.40 was agreed.*gives \$53\.20/) }],
    });
  });

  it('so does a return, whose share of the shipping is another', () => {
    const before = known(2);
    const changes = seen(comesBack, before, 4820, more(before));
    expect(changes).toMatchObject({
      cases: [{ state: 'received' }],
      intents: [{ state: 'superseded', lastError: expect.stringMatching(/\$48\.20 was agreed/) }],
      units: [{ id: 'unit-1', money: 'none' }],
    });
  });

  const agreed = {
    currency: 'USD',
    items: 4000,
    tax: 320,
    shipping: 0,
    duties: 0,
    tips: 0,
    deductions: [],
    total: 4320,
  };
  const edited = (change: Partial<RefundIntentRecord>) => {
    const before = known(2);
    const changed = aCase({ ...comesBack, data: { ...comesBack.data, reason: 'changed_mind' } as never });
    return { after: { ...before, ...more(before) }, changes: seen(changed, before, 4320, more(before), change) };
  };

  it('an amount that is still the same waits on, for the order as it is now; approvals given before it changed lapse', () => {
    const approvals = [{ personId: 'lead', name: 'Lea', at: NOW }];
    const { after, changes } = edited({ breakdown: agreed as never, approvalsNeeded: 2, approvals });
    expect(changes).toMatchObject({
      intents: [{ state: 'awaiting_approval', version: 3, orderVersion: orderVersionOf(after), approvals: [] }],
      entries: [{ text: expect.stringMatching(/gives the same: \$43\.20; approvals given before that lapse$/) }],
      effects: [{ effect: { kind: 'slack.show', subject: 'approval' } }],
    });
  });

  it('may be approved before it is read again: the approval is for the order as it is now', () => {
    const before = known(2);
    const waiting = {
      ...({ id: 'intent-1', caseId: 'case-1', state: 'awaiting_approval', version: 2, unitIds: ['unit-1'] } as object),
      breakdown: agreed,
      approvalsNeeded: 2,
      approvals: [{ personId: 'lead', name: 'Lea', at: NOW }],
      orderVersion: orderVersionOf(before),
      proposedBy: null,
    } as unknown as RefundIntentRecord;
    const approve = (facts: OrderFacts) =>
      refundApprove.decide(
        world({
          case: aCase({ ...comesBack, data: { ...comesBack.data, reason: 'changed_mind' } as never }),
          units: [unit({ goods: 'accepted', result: 'accepted', money: 'proposed' })],
          intent: waiting,
          intents: [waiting],
          order: { ...world().order, facts } as never,
        }),
        { kind: 'refund.approve', intentId: 'intent-1' } as never,
        context({ ...ANA, role: 'approver' } as never, LATER),
      );
    const after = { ...before, ...more(before) };
    expect(approve(after)).toMatchObject({
      ok: true,
      changes: {
        intents: [
          { state: 'awaiting_approval', orderVersion: orderVersionOf(after), approvals: [{ personId: ANA.id }] },
        ],
      },
    });
    // Another amount is nobody's to approve.
    expect(approve({ ...before, ...fewer(before), fulfillments: [] })).toMatchObject({ ok: false, code: 'stale' });
  });

  it('the same made up of other parts is left for a new proposal', () => {
    expect(edited({}).changes.intents ?? []).toEqual([]);
  });

  it('a webhook alone stops nothing: the order is read', () => {
    const before = known(0);
    const changes = seen(cancellation, before, 9640, { ...fewer(before), returns: null });
    expect(changes.intents ?? []).toEqual([]);
  });
});
