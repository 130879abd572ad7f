import type { NewEntry } from '../../../policy/app/store.ts';
import { samePerson } from '../../../policy/approvals/same-person.ts';
import { daysAfter, daysBetween, deadlineAfter } from '../../../policy/days/deadline.ts';
import { localDate } from '../../../policy/days/local-day.ts';
import { countOf, formatDeadline } from '../../../policy/format.ts';
import { type ReturnEvent, type ReturnFacts, returnCase } from '../../../policy/machines/return-case.ts';
import { advance, entry, type Move } from '../advance.ts';
import { mail, sayInCase, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, type Refused, refused, type Verdict, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { endDeadlines, rmaDeadlines, zoneOf } from '../return-deadlines.ts';
import { type ReturnCaseRecord, returnOf } from '../return-of.ts';

const moreDays = (days: number): string => countOf(days, 'more day');

/** P21: more days for a reason. Once the last day is over it takes a second person (`return.confirm`). */
export const returnExtend: Handler<'return.extend'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    const { days, because } = command;
    if (found.state !== 'expired')
      return moveDeadline(world, found, days, context, (until) => ({
        event: 'extend',
        facts: { reason: because },
        text: `${moreDays(days)}, until ${until}: ${because}`,
      }));
    if (found.data.extension != null)
      return refused('ended', 'more days were asked for already: a second person has to agree or not', {
        caseId: found.id,
      });
    const record = nextVersion(
      found,
      { data: { ...found.data, extension: { days, because, by: context.by, byName: context.byName } } },
      context,
    );
    return plan(
      {
        cases: [record],
        entries: [
          entry(context, found.id, {
            event: 'return.extend',
            text: `${moreDays(days)} asked for after the last one: ${because}; a second person has to agree`,
            clauses: ['P21', 'P22'],
          }),
        ],
        effects: [
          ...showCase(context, record),
          ...sayInCase(
            context,
            `extend-asked:${record.id}:${record.version}`,
            record,
            `${context.byName} asks for ${moreDays(days)} for case ${record.number}: ${because}. A second person has to agree.`,
          ),
        ],
      },
      { caseId: found.id, would: ['ask a second person: the last day is over'] },
    );
  },
};

/** Somebody else agrees that a late return gets more days, or does not. */
export const returnConfirm: Handler<'return.confirm'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    const asked = found.data.extension ?? null;
    if (asked === null) return refused('ended', 'nothing here waits for a second person', { caseId: found.id });
    const named = (id: string) => world.people.find((person) => person.id === id);
    const [first, second] = [named(asked.by), named(context.by)];
    const isSame =
      asked.by === context.by || (first !== undefined && second !== undefined && samePerson(first, second));
    if (command.agree && isSame)
      return refused('own-proposal', 'you asked for it: a second person has to agree', { caseId: found.id });
    const settled: ReturnCaseRecord = { ...found, data: { ...found.data, extension: null } };
    if (!command.agree) {
      const record = nextVersion(settled, {}, context);
      return plan(
        {
          cases: [record],
          entries: [
            entry(context, found.id, { event: 'return.extend', text: 'more days are not agreed to', clauses: ['P22'] }),
          ],
          effects: [
            ...showCase(context, record),
            ...sayInCase(
              context,
              `extend-answered:${record.id}:${record.version}`,
              record,
              `${context.byName} does not agree to more days for case ${record.number}: its last day stays.`,
            ),
          ],
        },
        { caseId: found.id, would: ['leave the last day where it is'] },
      );
    }
    return moveDeadline(world, settled, asked.days, context, (until) => ({
      event: 'extend-late',
      facts: { by: asked.by, secondPerson: context.by, reason: asked.because },
      text: `${moreDays(asked.days)}, until ${until}, asked for by ${asked.byName}: ${asked.because}`,
    }));
  },
};

/** Days are added to the last one, or to today where that is over; the clock still runs from the first issue. */
const moveDeadline = (
  world: World,
  found: ReturnCaseRecord,
  days: number,
  context: Context,
  move: (until: string) => Move<ReturnEvent, ReturnFacts>,
): Verdict => {
  const { rma } = found.data;
  if (rma === null || rma.deadline === null)
    return refused('policy', 'this return has no last day that could be moved', { caseId: found.id });
  const zone = zoneOf(world);
  const today = localDate(Date.parse(context.now), zone);
  const from = rma.deadline.date > today ? rma.deadline.date : today;
  const issuedAt = Date.parse(rma.issuedAt);
  const validDays = daysBetween(localDate(issuedAt, zone), daysAfter(from, days));
  const deadline = deadlineAfter(issuedAt, validDays, zone);
  const moved = advanceBack(found, move(formatDeadline(deadline)), context);
  if ('code' in moved) return moved;
  const record = nextVersion(
    found,
    {
      state: moved.state,
      data: { ...found.data, judged: { ...found.data.judged, validDays }, rma: { ...rma, deadline } },
    },
    context,
  );
  return plan(
    {
      cases: [record],
      entries: moved.entries,
      deadlines: [
        ...endDeadlines(world.deadlines, 'dropped', ['rma-deadline', 'rma-reminder']),
        ...rmaDeadlines(world, found.id, deadline, context),
      ],
      effects: [mail(context, found.id, 'deadline-extended', null, deadline.date), ...showCase(context, record)],
    },
    {
      caseId: found.id,
      would: [`move the last day to ${formatDeadline(deadline)}`, 'write the new day to the customer'],
    },
  );
};

/** A parcel that is on its way stays so. */
const advanceBack = (
  found: ReturnCaseRecord,
  move: Move<ReturnEvent, ReturnFacts>,
  context: Context,
): Readonly<{ state: string; entries: readonly NewEntry[] }> | Refused => {
  const onItsWay = found.data.tracking !== null;
  return advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [move, ...(onItsWay ? [{ event: 'tracking-added' as const, text: 'the parcel is on its way' }] : [])],
    context,
  );
};
