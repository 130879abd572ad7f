import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { RefundIntentState } from '../../policy/app/records.ts';
import {
  type AnyMachine,
  allMachines,
  eventsFrom,
  isFinal,
  machines,
  PERSON_GUARDS,
  type RefundState,
  rowsFrom,
  startsIn,
  step,
} from '../../policy/machines/index.ts';

/** Places a row leads to; what is remembered can be any stage that the row's state was entered from. */
const targets = (machine: AnyMachine, to: string): readonly string[] =>
  to === 'remembered'
    ? machine.states.filter((state) => machine.rows.some((row) => row.to === 'frozen' && startsIn(machine, row, state)))
    : [to];

const reachableFrom = (machine: AnyMachine, start: string): ReadonlySet<string> => {
  const seen = new Set([start]);
  const queue = [start];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const next of rowsFrom(machine, state).flatMap((row) => targets(machine, row.to))) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return seen;
};

describe.each(allMachines.map((machine) => [machine.name, machine] as const))('the %s machine', (_, machine) => {
  const open = machine.states.filter((state) => !isFinal(machine, state));

  it('speaks only of states it declares', () => {
    const named = machine.rows.flatMap((row) => [row.from, row.to].flat());
    const known = [...machine.states, 'any-open', 'remembered'];
    expect(named.filter((state) => !known.includes(state))).toEqual([]);
    expect(machine.final.filter((state) => !machine.states.includes(state))).toEqual([]);
    expect(new Set(machine.states).size).toBe(machine.states.length);
    expect(isFinal(machine, machine.initial)).toBe(false);
  });

  it('reaches every state', () => {
    const reached = reachableFrom(machine, machine.initial);
    expect(machine.states.filter((state) => !reached.has(state))).toEqual([]);
  });

  it('can end from every state that is not an end', () => {
    const stuck = open.filter((state) => ![...reachableFrom(machine, state)].some((end) => isFinal(machine, end)));
    expect(stuck).toEqual([]);
  });

  it('gives every open state a way out to another state', () => {
    expect(open.filter((state) => rowsFrom(machine, state).every((row) => row.to === state))).toEqual([]);
  });

  it('leads from a state on an event to one place', () => {
    for (const state of machine.states) {
      const events = rowsFrom(machine, state).map((row) => row.event);
      expect(events, state).toEqual([...new Set(events)]);
    }
  });

  it('leaves an end only by reopening, with a reason and two people, or by what comes late', () => {
    for (const state of machine.final)
      for (const row of rowsFrom(machine, state)) {
        if (row.event === 'reopen') expect(row.guard).toBe('reason-and-second-person');
        else expect(machine.late ?? [], `${state} takes ${row.event}`).toContain(row.event);
      }
    expect(
      machine.rows.filter((row) => row.event === 'reopen' && !isFinal(machine, [row.from].flat()[0] ?? '')),
    ).toEqual([]);
  });

  it('names guards that exist, and uses every guard of its own', () => {
    const used = new Set(machine.rows.flatMap((row) => (row.guard === undefined ? [] : [row.guard])));
    expect([...used].filter((name) => machine.guards[name] === undefined)).toEqual([]);
    const own = Object.keys(machine.guards).filter((name) => !(name in PERSON_GUARDS));
    expect(own.filter((name) => !used.has(name))).toEqual([]);
  });

  it('enters by no event twice and never comes back to new', () => {
    expect(machine.rows.filter((row) => row.to === machine.initial)).toEqual([]);
  });
});

type Loose = (machine: AnyMachine, state: string, event: string, facts?: object) => ReturnType<typeof step>;
const stepLoosely = step as unknown as Loose;

describe('a step', () => {
  it('is refused, with what would be taken, for every event a state does not know', () => {
    for (const machine of allMachines) {
      const events = [...new Set(machine.rows.map((row) => row.event)), 'no-such-event'];
      for (const state of [...machine.states, 'no-such-state']) {
        const takes = rowsFrom(machine, state).map((row) => row.event);
        for (const event of events.filter((one) => !takes.includes(one))) {
          const taken = stepLoosely(machine, state, event);
          if (taken.ok) throw new Error(`${machine.name}: ${state} took ${event}`);
          expect(taken.refusal.code).toBe('illegal-event');
          expect(taken.refusal.message).toContain(event);
          expect(taken.refusal.message).toContain(state);
        }
      }
    }
  });

  it('is refused by its guard when nothing is known, and says what is needed', () => {
    for (const machine of allMachines)
      for (const state of machine.states)
        for (const row of rowsFrom(machine, state).filter((one) => one.guard !== undefined)) {
          const taken = stepLoosely(machine, state, row.event, {});
          if (taken.ok) throw new Error(`${machine.name}: ${state} took ${row.event} without facts`);
          expect(taken.refusal).toEqual({
            code: 'guard',
            message: `'${row.event}' needs ${machine.guards[row.guard ?? '']?.needs}`,
          });
        }
  });

  it('cites the clause of a person’s decline beside the table’s own', () => {
    const declined = step(machines.cancellation, 'needs_agent', 'decline', { by: 'ann', clause: 'P12' });
    expect(declined).toMatchObject({ ok: true, to: 'declined', clauses: ['P12'] });
  });

  it('wants a second person who is another person', () => {
    const facts = { by: 'ann', reason: 'customer called again' };
    expect(step(machines.return, 'declined', 'reopen', { ...facts, secondPerson: 'ann' }).ok).toBe(false);
    expect(step(machines.return, 'declined', 'reopen', { ...facts, secondPerson: 'bob' })).toMatchObject({
      ok: true,
      to: 'review',
    });
    expect(step(machines.return, 'declined', 'reopen', { by: 'ann', secondPerson: 'bob', reason: ' ' }).ok).toBe(false);
  });

  it('goes back to the stage that a dispute interrupted, and to no made-up one', () => {
    expect(step(machines.return, 'frozen', 'dispute-won', { stage: 'in_transit' })).toMatchObject({ to: 'in_transit' });
    for (const stage of ['frozen', 'closed', 'new', 'paid', null])
      expect(step(machines.return, 'frozen', 'dispute-won', { stage }).ok, String(stage)).toBe(false);
  });

  it('keeps the refund states that are stored and those of the machine the same', () => {
    const stored: readonly RefundIntentState[] = machines.refund.states.filter((state) => state !== 'new');
    const known: readonly RefundState[] = stored;
    expectTypeOf<RefundState>().toEqualTypeOf<RefundIntentState | 'new'>();
    expect(known).toContain('settlement_failed');
  });
});

describe('states that wait for a person', () => {
  it.each([
    ['cancellation', 'needs_agent', ['try-again', 'settle-by-hand', 'convert-to-return', 'decline', 'close']],
    ['backorder', 'needs_agent', ['try-again', 'settle-by-hand', 'decline-wait', 'close']],
    ['return', 'grey_zone', ['accept-late', 'settle-by-hand', 'decline', 'close']],
    ['return', 'suspected_lost', ['scan-seen', 'settle-by-hand', 'decline', 'close']],
    ['return', 'refused_suspected', ['convert-to-defective', 'settle-by-hand', 'decline', 'close']],
    ['return', 'expired', ['extend-late', 'settle-by-hand', 'decline', 'close']],
    ['return', 'frozen', ['dispute-won', 'dispute-lost', 'close']],
    ['inspection', 'no_fault_found', ['test-again', 'accept', 'refuse']],
    ['inspection', 'wrong_item', ['recounted', 'accept', 'deduct', 'refuse']],
    ['inspection', 'incomplete', ['wait-for-part', 'accept', 'deduct', 'refuse']],
    ['refund', 'needs_person', ['try-again', 'settle-by-hand', 'decline', 'close']],
    ['refund', 'failed', ['try-again', 'settle-by-hand', 'decline', 'close']],
    ['refund', 'settlement_failed', ['try-again', 'settle-by-hand', 'decline', 'close']],
    ['refund', 'expired', ['try-again', 'request-approval', 'settle-by-hand', 'decline', 'close']],
    ['exchange', 'unavailable', ['try-again', 'settle-by-hand', 'take-refund', 'wait', 'decline', 'close']],
    ['exchange', 'refund_instead', ['try-again', 'settle-by-hand', 'take-refund', 'decline', 'close']],
  ] as const)('%s %s leaves by %j', (name, state, ways) => {
    expect(eventsFrom(machines[name] as never, state)).toEqual(expect.arrayContaining([...ways]));
  });
});

/** Facts that open every guard, so that a walk is stopped by nothing but the table. */
const WILLING = {
  by: 'ann',
  secondPerson: 'bob',
  reason: 'because',
  reference: 'R-1',
  clause: 'P4',
  orderCancelled: false,
  disputeOpen: false,
  activeReturns: false,
  pendingAuthorization: false,
  executed: false,
  cancelledAt: '2026-11-22T15:00:00Z',
  refundId: '7',
  stillShort: true,
  hasAddress: true,
  linkValid: true,
  firstInQueue: true,
  orderFound: true,
  unitsElsewhere: false,
  photos: 1,
  photosNeeded: 1,
  troubleshootingDone: true,
  verdict: 'granted',
  unitsUndecided: 0,
  unitsDecided: 1,
  unitsReceived: 0,
  splitSettlement: true,
  openIntents: 0,
  dispositionsSet: true,
  testOwed: false,
  evidence: 1,
  deduction: 1,
  appealedBefore: false,
  suggestionAgrees: true,
  approvalsNeeded: 0,
  approvals: 2,
  approverAllowed: true,
  withinCap: true,
  sameAmount: true,
  sweeps: 2,
  orderUnchanged: true,
  keyAgeHours: 1,
  nothingPaid: true,
  variantAllowed: true,
  inStock: true,
};

type Walked = Readonly<{ from: string; event: string; to: string; effects: readonly string[] }>;

/** Takes one of the events on offer, chosen by each number in turn; remembers the stage as the shell does. */
const walk = (machine: AnyMachine, choices: readonly number[]): readonly Walked[] => {
  const taken: Walked[] = [];
  let state = machine.initial;
  let stage: string | null = null;
  for (const choice of choices) {
    const rows = rowsFrom(machine, state);
    const row = rows[choice % rows.length];
    if (row === undefined) break;
    const next = stepLoosely(machine, state, row.event, { ...WILLING, stage });
    if (!next.ok) throw new Error(`${machine.name}: ${state} refused ${row.event}: ${next.refusal.message}`);
    if (next.to === 'frozen') stage = state;
    taken.push({ from: state, event: row.event, to: next.to, effects: next.effects });
    state = next.to;
  }
  return taken;
};

const walks = fc.array(fc.nat(1000), { maxLength: 60 });

describe('random walks', () => {
  it('stay inside the table, whatever is asked', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allMachines), walks, (machine, choices) => {
        for (const { to } of walk(machine, choices)) expect(machine.states).toContain(to);
      }),
    );
  });

  it('never refuse and act at once: a refusal has no effects and no new state', () => {
    const facts = fc.record(
      { by: fc.string(), reason: fc.string(), approvals: fc.nat(3), refundId: fc.string() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...allMachines), fc.nat(), fc.nat(), facts, (machine, s, e, given) => {
        const state = machine.states[s % machine.states.length] ?? machine.initial;
        const event = machine.rows[e % machine.rows.length]?.event ?? '';
        const taken = stepLoosely(machine, state, event, given);
        if (taken.ok) expect(rowsFrom(machine, state).map((row) => row.event)).toContain(event);
        else expect(Object.keys(taken).sort()).toEqual(['ok', 'refusal']);
      }),
    );
  });

  it('move money only after approval or with the same key again, and mint one key', () => {
    fc.assert(
      fc.property(walks, (choices) => {
        const taken = walk(machines.refund, choices);
        for (const one of taken.filter(({ effects }) => effects.includes('move-money')))
          expect(['approved', 'unknown']).toContain(one.from);
        expect(taken.filter(({ effects }) => effects.includes('mint-key')).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never pay again what succeeded or was replaced', () => {
    fc.assert(
      fc.property(walks, (choices) => {
        const taken = walk(machines.refund, choices);
        const over = taken.findIndex(({ to }) => to === 'succeeded' || to === 'superseded');
        if (over >= 0) expect(taken.slice(over + 1).flatMap(({ effects }) => effects)).not.toContain('move-money');
      }),
      { numRuns: 500 },
    );
  });

  it('settle no unit while a dispute is open', () => {
    fc.assert(
      fc.property(walks, (choices) => {
        for (const one of walk(machines.return, choices))
          if (one.from === 'frozen') expect(one.effects).not.toContain('settle-units');
      }),
    );
  });

  it('reject a unit only after somebody proposed it and a second person agreed', () => {
    fc.assert(
      fc.property(walks, (choices) => {
        for (const one of walk(machines.inspection, choices))
          if (one.to === 'rejected')
            expect(one).toMatchObject({ from: 'rejected_pending', event: 'confirm-rejection' });
      }),
    );
  });
});
