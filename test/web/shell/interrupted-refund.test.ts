import { describe, expect, it } from 'vitest';
import type { EffectRecord } from '../../../policy/app/records.ts';
import { refundLinesSettled } from '../../../web/shell/settled/cancellation.ts';
import { aCase, beingPaid, context, world } from './return-world.ts';

/**
 * The process that paid died before it could note an answer. What a later run is refused, or finds, says nothing certain
 * of what the first one did: a person looks, and is not told that nothing was paid.
 */

const LINES = [{ lineItemId: '1', quantity: 1 }];
const record = aCase({
  kind: 'cancellation',
  state: 'canceling_lines',
  rma: null,
  data: { kind: 'cancellation', lines: LINES, because: null, jobResult: null },
});
const intent = beingPaid(4320);

const settled = (unsure: boolean, ended: object) => {
  const effect = { id: 'e-1', caseId: 'case-1', ...(unsure ? { unsure } : {}) } as EffectRecord;
  const changes = refundLinesSettled(
    world({ case: record, units: [], intents: [intent], effect }),
    { kind: 'shopify.refund-lines', caseId: 'case-1', intentId: 'i-1', restock: 'CANCEL' },
    { result: null, error: null, ...ended } as never,
    context(),
  );
  if ('ok' in changes) throw new Error(changes.because);
  return {
    intent: changes.intents?.[0]?.state,
    case: changes.cases?.[0]?.state,
    says: (changes.effects ?? []).flatMap(({ effect: { kind, ...more } }) =>
      kind === 'slack.say' ? [(more as { text: string }).text] : [],
    ),
  };
};

describe('a refund that is refused', () => {
  const refused = { outcome: 'refused', error: 'access denied' };

  it('at its first sending was not paid', () => {
    expect(settled(false, refused)).toEqual({
      intent: 'failed',
      case: 'needs_agent',
      says: [expect.stringMatching(/^Stopped, nothing was paid: access denied/)],
    });
  });

  it('after a run that died may have been paid', () => {
    expect(settled(true, refused)).toEqual({
      intent: 'needs_person',
      case: 'needs_agent',
      says: [expect.stringMatching(/^Stopped: access denied/)],
    });
  });
});

describe('a refund of another sum', () => {
  const done = { outcome: 'done', result: { refundId: '7', amount: 4000 } };

  it('that is found after a run that died is shown to a person beside what was agreed', () => {
    expect(settled(true, done)).toMatchObject({
      intent: 'needs_person',
      says: [expect.stringMatching(/Shopify shows \$40\.00 paid back, \$43\.20 was agreed/)],
    });
  });

  it('of the sum that was agreed is ours', () => {
    const agreed = { outcome: 'done', result: { refundId: '7', amount: 4320 } };
    expect(settled(true, agreed)).toMatchObject({ intent: 'succeeded', case: 'partially_canceled' });
  });
});
