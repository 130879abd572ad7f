import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MONEY_UNDER_WAY } from '../../policy/app/money-under-way.ts';
import { type NextStepOf, nextStep } from '../../policy/app/next-step.ts';
import { MONEY_FOR_AGENT, waitsForStaff } from '../../policy/app/waits-for-staff.ts';
import { machines } from '../../policy/machines/index.ts';
import { isFinal } from '../../policy/machines/machine.ts';

const open = (kind: 'return' | 'backorder' | 'cancellation') =>
  machines[kind].states.filter((state) => !isFinal(machines[kind] as never, state as never));
const subject = fc
  .constantFrom('return' as const, 'backorder' as const, 'cancellation' as const)
  .chain((kind) => fc.record({ kind: fc.constant(kind), state: fc.constantFrom(...open(kind)) }));

describe('whether a case waits for staff', () => {
  it('is what its next step says', () =>
    fc.assert(
      fc.property(
        subject,
        fc.array(fc.constantFrom(...machines.inspection.states), { maxLength: 3 }),
        fc.option(fc.constantFrom(...MONEY_FOR_AGENT, ...MONEY_UNDER_WAY, 'succeeded'), { nil: undefined }),
        fc.option(fc.constantFrom('refused', 'wrong_address'), { nil: null }),
        ({ kind, state }, goods, refund, finding) => {
          const of = {
            case: { kind, state, data: { kind, ...(kind === 'return' ? { undelivered: { finding } } : {}) } },
            units: goods.map((one) => ({ goods: one })),
            intents:
              refund === undefined
                ? []
                : [{ state: refund, breakdown: { total: 5, currency: 'USD' }, approvalsNeeded: 1, approvals: [] }],
            deadlines: [],
          } as unknown as NextStepOf;
          const says = /— (agent|a second person)$|that arrived — warehouse$/.test(nextStep(of));
          expect(waitsForStaff(of)).toBe(says);
        },
      ),
      { numRuns: 2000 },
    ));
});
