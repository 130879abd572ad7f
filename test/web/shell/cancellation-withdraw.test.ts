import { describe, expect, it } from 'vitest';
import type { RefundIntentRecord } from '../../../policy/app/records.ts';
import { cancellationWithdraw } from '../../../web/shell/commands/cancellation-withdraw.ts';
import { anIntent } from '../../prisma/samples.ts';
import { ANA, aCase, context, world } from './return-world.ts';

/** P10: the customer keeps the order, as long as nothing of the cancellation was carried out. */

const withdraw = (intents: readonly RefundIntentRecord[]) =>
  cancellationWithdraw.decide(
    world({
      case: aCase({
        kind: 'cancellation',
        state: 'needs_agent',
        data: { kind: 'cancellation', lines: null, because: null, jobResult: null },
      }),
      intents,
    }),
    { kind: 'cancellation.withdraw', caseId: 'case-1' },
    context(ANA),
  );

describe('a cancellation that is withdrawn', () => {
  it.each(['awaiting_approval', 'approved', 'needs_person', 'failed'] as const)(
    'gives up a refund that is %s',
    (state) => {
      const verdict = withdraw([anIntent('case-1', { state })]);
      expect(verdict).toMatchObject({ ok: true, changes: { cases: [{ state: 'withdrawn' }] } });
    },
  );

  it.each(['executing', 'unknown', 'succeeded', 'settlement_failed'] as const)(
    'is refused once its refund is %s',
    (state) => {
      expect(withdraw([anIntent('case-1', { state })])).toMatchObject({ ok: false });
    },
  );
});
