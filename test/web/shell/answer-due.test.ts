import { expect, it } from 'vitest';
import type { Changes } from '../../../policy/app/store.ts';
import { deadlineDue } from '../../../web/shell/commands/deadline-due.ts';
import { returnDecline } from '../../../web/shell/commands/return-decline.ts';
import { returnIssue } from '../../../web/shell/commands/return-issue.ts';
import { returnRequest } from '../../../web/shell/commands/return-request.ts';
import { returnSupply } from '../../../web/shell/commands/return-supply.ts';
import type { Verdict } from '../../../web/shell/handler.ts';
import { ANA, aCase, context, deadline, order, returnData, world } from './return-world.ts';

/** P5: a request that a person has to answer, and by when the customer was told to hear from them. */

const changesOf = (verdict: Verdict): Changes => {
  if (!verdict.ok) throw new Error(`refused: ${verdict.code}, ${verdict.because}`);
  return verdict.changes;
};
const dueIn = ({ deadlines }: Changes) => (deadlines ?? []).map(({ kind, dueAt, state }) => [kind, dueAt, state]);

const DUE_AT = '2026-11-26T14:00:00.000Z';
const due = deadline({ kind: 'answer-due', dueAt: DUE_AT });
const data = returnData({ reason: 'customer_ordered_wrong', rma: null, shopifyReturn: null });
const asked = world({ case: aCase({ state: 'review', rma: null, data }), deadlines: [due], deadline: due });

it('is a day that staff are told of as well', () => {
  const verdict = returnRequest.decide(
    { ...world({ case: null }), units: [] },
    {
      kind: 'return.request',
      orderId: order().id,
      reason: 'customer_ordered_wrong',
      lines: [{ lineItemId: '1', quantity: 2 }],
      remedy: 'refund',
      photos: [],
    },
    context(),
  );
  expect(dueIn(changesOf(verdict))).toEqual([['answer-due', DUE_AT, 'open']]);
  const over = changesOf(deadlineDue.decide(asked, { kind: 'deadline.due', deadlineId: due.id }, context(ANA, DUE_AT)));
  expect(dueIn(over)).toEqual([['answer-due', DUE_AT, 'late']]);
  expect(JSON.stringify(over.effects)).toContain(
    'the customer was told that an answer comes today at the latest: somebody has to decide on case 12.',
  );
});

it.each([
  [
    'a no',
    returnDecline.decide(asked, { kind: 'return.decline', caseId: 'case-1', clause: 'P1', because: 'no' }, context()),
    'dropped',
  ],
  [
    'its number',
    returnIssue.decide(
      asked,
      { kind: 'return.issue', caseId: 'case-1', because: 'fine', carriage: 'charge' },
      context(),
    ),
    'dropped',
  ],
  [
    'what was still to know',
    returnSupply.decide(
      { ...asked, case: aCase({ state: 'review', rma: null, data: { ...data, reason: 'changed_mind' } }) },
      { kind: 'return.supply', caseId: 'case-1', photos: [] },
      context(),
    ),
    'done',
  ],
] as const)('ends with the answer: %s', (_, verdict, state) => {
  expect(dueIn(changesOf(verdict))).toContainEqual(['answer-due', DUE_AT, state]);
});
