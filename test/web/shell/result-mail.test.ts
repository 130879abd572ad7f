import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ReturnData, UnitRecord } from '../../../policy/app/records.ts';
import type { ReturnCaseRecord } from '../../../web/shell/return-of.ts';
import { settleReturn } from '../../../web/shell/settle-return.ts';
import { aCase, context, NOW, returnData, unit, world } from './return-world.ts';

/** What was found is written to the customer once, however often the amount for it is reckoned. */

const parcel = { receivedAt: NOW, rmaMarked: true, carrierAcceptedAt: null };
const accepted = (more: Partial<UnitRecord> = {}): UnitRecord =>
  unit({ goods: 'accepted', result: 'accepted', ...more });
const rejected = (more: Partial<UnitRecord> = {}): UnitRecord =>
  unit({ goods: 'rejected', result: 'artificial_damage', ...more });
const BOTH = [accepted(), accepted({ id: 'unit-2', index: 1 })];

/** The key of its mail: the same key once more sends nothing. Each time with new ids, as a command is handled. */
const keyOf = (units: readonly UnitRecord[], more: Partial<ReturnData> = {}): string | undefined => {
  const found = aCase({ state: 'received', data: returnData({ parcel, ...more }) }) as ReturnCaseRecord;
  const anew = { ...context(), ids: { ...context().ids, id: () => randomUUID() } };
  const settled = settleReturn(world({ case: found, units: [...units] }), found, anew);
  if ('ok' in settled) throw new Error(settled.because);
  return settled.effects.find(({ effect }) => effect.kind === 'mail.send')?.key;
};

it('asked anew with the same result, the amount has the same mail', () => {
  const first = keyOf(BOTH);
  expect(first).toMatch(/^mail:case-1:test-result:/);
  expect(keyOf(BOTH.toReversed())).toBe(first);
  expect(keyOf(BOTH, { byHand: [{ refundId: '7', amount: 500, for: 'line' }] })).toBe(first);
});

type Result = Parameters<typeof keyOf>;
it.each<[string, Result, Result]>([
  ['another result of a unit', [BOTH], [[accepted(), rejected({ id: 'unit-2', index: 1 })]]],
  [
    'the result of a unit that came later',
    [[accepted(), unit({ id: 'unit-2', index: 1 })]],
    [[accepted({ money: 'paid' }), accepted({ id: 'unit-2', index: 1 })]],
  ],
  ['a refund instead of the exchange', [BOTH, { remedy: 'exchange' }], [BOTH, { remedy: 'refund' }]],
  ['the result once it was opened again', [BOTH], [BOTH, { reopened: 1 }]],
])('%s is written as well', (_what, before, after) => {
  expect(keyOf(...before)).toMatch(/:test-result:/);
  expect(keyOf(...after)).toMatch(/:test-result:/);
  expect(keyOf(...after)).not.toBe(keyOf(...before));
});
