import { entry } from '../advance.ts';
import { showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { nextVersion } from '../intents.ts';

/** Something worth writing down; it changes nothing else. */
export const caseNote: Handler<'case.note'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    if (world.case === null) return refused('not-found', 'no such case');
    const record = nextVersion(world.case, {}, context);
    return plan(
      {
        cases: [record],
        entries: [entry(context, record.id, { event: 'case.note', text: command.text })],
        effects: showCase(context, record),
      },
      { caseId: record.id, would: ['add the note to the case'] },
    );
  },
};
