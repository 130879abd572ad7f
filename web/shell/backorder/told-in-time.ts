import { endOf } from '../../../policy/app/deadline-stands.ts';
import type { DeadlineRecord } from '../../../policy/app/records.ts';
import { countOf } from '../../../policy/format.ts';
import { entry } from '../advance.ts';
import { showCase } from '../effects-of.ts';
import { type Context, plan, type Verdict, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { alertStaff } from './alert-staff.ts';
import { type BackorderCase, newDeadline } from './case.ts';

const MINUTE_MS = 60_000;

/** P7, A22: by when the customer has to know of the shortage; ends when the mail has gone out, or with their answer. */
export const toldBy = (world: World, caseId: string, context: Context): readonly DeadlineRecord[] => {
  const minutes = world.settings['oos.mailSla'];
  const dueAt = new Date(Date.parse(context.now) + minutes * MINUTE_MS).toISOString();
  return minutes === 0 ? [] : [newDeadline(world, context, caseId, 'backorder-told', dueAt)];
};

/** The mail has gone out. */
export const toldInTime = (world: World): readonly DeadlineRecord[] =>
  endOf(world.deadlines, 'done', ({ kind }) => kind === 'backorder-told');

/** The customer does not know yet: somebody who can call them has to. */
export const notToldInTime = (
  world: World,
  found: BackorderCase,
  deadline: DeadlineRecord,
  context: Context,
): Verdict => {
  const text = `the customer was to be told within ${countOf(world.settings['oos.mailSla'], 'minute')} and does not know yet`;
  const record = nextVersion(found, {}, context);
  return plan(
    {
      cases: [record],
      deadlines: [{ ...deadline, state: 'late' }],
      entries: [entry(context, found.id, { event: 'backorder.told-late', text, clauses: ['P7'] })],
      effects: [...showCase(context, record), ...alertStaff(context, record, text)],
    },
    { caseId: found.id },
  );
};
