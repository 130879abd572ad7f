import { describe, expect, it } from 'vitest';
import type { InspectionResult } from '../../policy/index.ts';
import { eventsForResult } from '../../policy/machines/inspection-results.ts';
import { REFUND_GUARDS } from '../../policy/machines/refund-guards.ts';
import { RETURN_GUARDS } from '../../policy/machines/return-guards.ts';

describe('what nobody has told does not hold', () => {
  it('approvals', () => {
    const { holds } = REFUND_GUARDS['approvals-complete'];
    const facts = (more: object) =>
      ({ approverAllowed: true, approvalsNeeded: 1, ...more }) as Parameters<typeof holds>[0];
    expect([facts({}), facts({ approvals: 0 }), facts({ approvals: 1 })].map(holds)).toEqual([false, false, true]);
    expect(holds(facts({ approvals: 1, approvalsNeeded: undefined }))).toBe(false);
  });

  it('decided units', () => {
    const { holds: all } = RETURN_GUARDS['all-decided'];
    const { holds: some } = RETURN_GUARDS['some-decided'];
    const facts = (more: object) =>
      ({ unitsUndecided: 0, splitSettlement: true, ...more }) as Parameters<typeof all>[0];
    for (const holds of [all, some]) {
      expect([facts({}), facts({ unitsDecided: 0 }), facts({ unitsDecided: 1 })].map(holds)).toEqual([
        false,
        false,
        true,
      ]);
    }
  });
});

describe('the moves behind a result of the bench', () => {
  // biome-ignore format: rows of a table
  it.each([
    ['expected', 'accepted', true, 'counted checklist-complete defect-confirmed'],
    ['arrived', 'accepted', true, 'checklist-complete defect-confirmed'],
    ['testing', 'accepted', true, 'defect-confirmed'],
    ['no_fault_found', 'artificial_damage', true, 'test-again artificial-damage'],
    ['expected', 'accepted', false, 'counted accept'],
    ['testing', 'no_fault_found', false, 'no-fault'],
    ['incomplete', 'accepted', true, 'accept'],
    ['expected', 'wrong_item', true, 'wrong-article'],
    ['expected', 'not_received', true, 'not-in-parcel'],
  ] as const)('%s, %s, test owed: %s', (state, result, owed, events) =>
    expect(eventsForResult(state, result, owed).join(' ')).toBe(events),
  );

  it('no other result is known', () =>
    expect(() => eventsForResult('arrived', 'burnt' as InspectionResult, true)).toThrow(
      'not an inspection result: burnt',
    ));
});
