import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance } from '../advance.ts';
import { showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { nextVersion } from '../intents.ts';

/** P21, P22: the last day is over. Nothing is declined by itself: the case says so, and a person decides what comes. */
export const deadlineDue: Handler<'deadline.due'> = {
  subject: (command) => ({ deadlineId: command.deadlineId }),
  decide: (world, _command, context) => {
    const { deadline, case: found } = world;
    if (deadline === null || found === null) return refused('not-found', 'no such deadline');
    const done = { deadlines: [{ ...deadline, state: 'done' as const }] };
    if (deadline.state !== 'open' || deadline.kind !== 'rma-deadline' || found.data.kind !== 'return')
      return plan(done, { caseId: found.id });
    const shippedInTime = found.data.parcel?.carrierAcceptedAt
      ? found.data.parcel.carrierAcceptedAt <= deadline.dueAt
      : false;
    const advanced = advance(
      returnCase,
      { caseId: found.id, state: found.state },
      [
        shippedInTime
          ? {
              event: 'deadline-passed-shipped-in-time',
              text: `${found.rma}: the last day is over; the carrier had the parcel in time`,
            }
          : { event: 'deadline-passed', text: `${found.rma}: the last day is over and nothing has arrived` },
      ],
      context,
    );
    // The parcel came, or the case ended, before its last day: there is nothing to do.
    if (!advanced.ok) return plan(done, { caseId: found.id });
    const record = nextVersion(found, { state: advanced.state }, context);
    return plan(
      { ...done, cases: [record], entries: advanced.entries, effects: showCase(context, record) },
      { caseId: found.id },
    );
  },
};
