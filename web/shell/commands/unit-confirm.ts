import type { UnitRecord } from '../../../policy/app/records.ts';
import { countOf } from '../../../policy/format.ts';
import { inspection } from '../../../policy/machines/inspection.ts';
import { step } from '../../../policy/machines/machine.ts';
import { entry } from '../advance.ts';
import { showCase } from '../effects-of.ts';
import { type Handler, plan, type Refused, refused } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { keepRejected } from '../rejected-goods.ts';
import { deadlinesAfterTest } from '../return-deadlines.ts';
import { returnOf } from '../return-of.ts';
import { settleReturn } from '../settle-return.ts';

/** P25: artificial damage is only held against the customer once a second person has looked and agreed. */
export const unitConfirm: Handler<'unit.confirm'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    const pending = world.units.filter((unit) => unit.goods === 'rejected_pending');
    if (pending.length === 0)
      return refused('ended', `no rejection of ${found.rma} is waiting for a second person`, { caseId: found.id });
    const first = pending[0]?.inspectedBy ?? null;
    if (pending.some((unit) => unit.inspectedBy === context.by))
      return refused('own-proposal', 'you posted this verdict: a second person has to look at it', {
        caseId: found.id,
        clauses: ['P25'],
      });
    const decided = pending.map((unit): UnitRecord | Refused => {
      const moved = step(inspection, unit.goods, command.agree ? 'confirm-rejection' : 'disagree', {
        by: first,
        secondPerson: context.by,
      });
      return moved.ok
        ? { ...unit, goods: moved.to, result: command.agree ? unit.result : null }
        : refused('illegal-event', moved.refusal.message, { caseId: found.id });
    });
    const refusal = decided.find((result): result is Refused => 'ok' in result);
    if (refusal !== undefined) return refusal;
    const changed = new Map((decided as UnitRecord[]).map((unit) => [unit.id, unit]));
    const units = world.units.map((unit) => changed.get(unit.id) ?? unit);
    const settled = settleReturn({ ...world, units }, found, context);
    if ('ok' in settled) return settled;
    const record = nextVersion(
      found,
      { state: settled.state, closedAt: settled.state === 'closed' ? context.now : null },
      context,
    );
    const kept = command.agree ? keepRejected(world, found, [...changed.values()], context) : NOTHING_KEPT;
    const parts = pending.some((unit) => unit.result === 'missing_components');
    const clauses = [parts ? ('P33' as const) : ('P25' as const)];
    const text = command.agree
      ? `rejection of ${countOf(pending.length, 'unit')} confirmed by a second person`
      : `rejection of ${countOf(pending.length, 'unit')} not confirmed: tested again`;
    return plan(
      {
        cases: [record],
        units: settled.units,
        decisions: settled.decisions,
        intents: settled.intents,
        entries: [entry(context, found.id, { event: 'unit.confirm', text, clauses }), ...settled.entries],
        deadlines: [...deadlinesAfterTest(world, found.id, units, context), ...kept.deadlines],
        effects: [...settled.effects, ...kept.effects, ...showCase(context, record)],
      },
      {
        caseId: found.id,
        intentId: settled.intents[0]?.id ?? null,
        decision: settled.decision,
        would: [text, ...settled.would],
      },
    );
  },
};

const NOTHING_KEPT = { deadlines: [], effects: [] };
