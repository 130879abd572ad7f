import { expect, it } from 'vitest';
import { caseAmount } from '../../policy/app/case-amount.ts';
import { aBreakdown } from '../web/admin/support/records.ts';

const refund = (state: 'awaiting_approval' | 'superseded' | 'failed', total: number) => ({
  state,
  breakdown: aBreakdown({ total }),
});
const usd = (minor: number) => ({ minor, currency: 'USD' });

it.each([
  ['nothing is known', [], null, null],
  ['only a decision is made', [], aBreakdown({ total: 4320 }), usd(4320)],
  ['a refund waits', [refund('awaiting_approval', 8640)], aBreakdown({ total: 4320 }), usd(8640)],
  ['a newer refund took its place', [refund('superseded', 8640), refund('awaiting_approval', 4320)], null, usd(4320)],
  ['the newest one failed', [refund('awaiting_approval', 8640), refund('failed', 4320)], null, usd(8640)],
  ['goods go out instead', [refund('awaiting_approval', 0)], aBreakdown({ total: 4320 }), null],
] as const)('%s', (_what, intents, decided, amount) => expect(caseAmount(intents, decided)).toEqual(amount));
