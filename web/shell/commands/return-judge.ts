import type { CommandOf } from '../../../policy/app/commands.ts';
import type { UnitRecord } from '../../../policy/app/records.ts';
import type { ClauseId } from '../../../policy/clauses.ts';
import type { Judged } from '../../../policy/decision.ts';
import { inspection } from '../../../policy/machines/inspection.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance, entry } from '../advance.ts';
import { showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type Verdict, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { endDeadlines } from '../return-deadlines.ts';
import { type ReturnCaseRecord, returnOf } from '../return-of.ts';
import { settleReturn } from '../settle-return.ts';
import { whyReplaced } from '../ship-first.ts';
import { asLost } from './return-lost.ts';

type Judge = CommandOf<'return.judge'>;

const ANSWERS: Readonly<Record<Judge['answer'], Readonly<{ judged: Judged; clauses: ClauseId[]; says: string }>>> = {
  charge: { judged: { carriage: 'charge' }, clauses: ['P1'], says: 'the customer pays the carriage' },
  waive: { judged: { carriage: 'waive' }, clauses: ['P1'], says: 'the carriage is waived' },
  accept_late: { judged: { greyZone: 'accept' }, clauses: ['P21'], says: 'sent in time: accepted although it is late' },
  goodwill: { judged: { goodwill: true }, clauses: ['P4'], says: 'given out of goodwill' },
};

/** What the policy left to a person, or what a person gives beyond it. The policy is asked again with the answer. */
export const returnJudge: Handler<'return.judge'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    const { judged } = ANSWERS[command.answer];
    const answered: ReturnCaseRecord = {
      ...found,
      data: { ...found.data, judged: { ...found.data.judged, ...judged } },
    };
    if (found.state === 'grey_zone' && command.answer === 'accept_late')
      return letItCome(world, answered, command, context);
    const replaced = command.answer === 'accept_late' ? null : whyReplaced(found, world);
    if (replaced !== null) return replaced;
    if (found.state === 'suspected_lost' && command.answer === 'goodwill')
      return settleWith(world, answered, asLost(world.units), command, context);
    if (found.state !== 'received')
      return refused(
        'illegal-event',
        `there is nothing to decide on while the return is ${found.state.replaceAll('_', ' ')}`,
        {
          caseId: found.id,
        },
      );
    if (world.units.some((unit) => !isFinal(inspection, unit.goods)))
      return refused('illegal-event', 'test the units first: what is due depends on it', { caseId: found.id });
    return settleWith(world, answered, world.units, command, context);
  },
};

const noted = (found: ReturnCaseRecord, { answer, because }: Judge, context: Context) =>
  entry(context, found.id, {
    event: `return.judge.${answer}`,
    text: `${ANSWERS[answer].says}: ${because}`,
    clauses: ANSWERS[answer].clauses,
  });

/** It is still on its way and may arrive: no last day counts any more. */
const letItCome = (world: World, found: ReturnCaseRecord, command: Judge, context: Context): Verdict => {
  const { says, clauses } = ANSWERS[command.answer];
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [{ event: 'accept-late', text: `${says}: ${command.because}`, clauses }],
    context,
  );
  if (!advanced.ok) return advanced;
  const record = nextVersion(found, { state: advanced.state }, context);
  return plan(
    {
      cases: [record],
      entries: advanced.entries,
      deadlines: endDeadlines(world.deadlines, 'dropped'),
      effects: showCase(context, record),
    },
    { caseId: found.id, would: [says] },
  );
};

const settleWith = (
  world: World,
  found: ReturnCaseRecord,
  units: readonly UnitRecord[],
  command: Judge,
  context: Context,
): Verdict => {
  const settled = settleReturn({ ...world, units }, found, context);
  if ('ok' in settled) return settled;
  if (settled.intents.length === 0) {
    const because = `that changes nothing here: ${settled.would[0] ?? 'the policy does not ask for it'}`;
    return refused('policy', because, {
      caseId: found.id,
      decision: settled.decision,
      clauses: settled.decision?.clauses ?? [],
    });
  }
  const record = nextVersion(found, { state: settled.state }, context);
  return plan(
    {
      cases: [record],
      units: settled.units,
      decisions: settled.decisions,
      intents: settled.intents,
      deadlines: endDeadlines(world.deadlines, 'dropped'),
      entries: [noted(found, command, context), ...settled.entries],
      effects: [...settled.effects, ...showCase(context, record)],
    },
    {
      caseId: found.id,
      intentId: settled.intents[0]?.id ?? null,
      decision: settled.decision,
      would: [ANSWERS[command.answer].says, ...settled.would],
    },
  );
};
