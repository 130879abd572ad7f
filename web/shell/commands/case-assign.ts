import { entry } from '../advance.ts';
import { sayInCase, showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { mentionOf } from '../mention-of.ts';

/** Somebody else looks after the case from now on. */
export const caseAssign: Handler<'case.assign'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = world.case;
    if (found === null) return refused('not-found', 'no such case');
    const to = world.people.find((person) => person.id === command.to);
    if (to === undefined) return refused('not-found', 'nobody of that name works here', { caseId: found.id });
    if (to.role === null)
      return refused('invalid', `${to.name} has no role in this shop: ask an owner to give them one`, {
        caseId: found.id,
      });
    if (found.assignee === to.id) return refused('ended', `${to.name} looks after it already`, { caseId: found.id });
    const record = nextVersion(found, { assignee: to.id }, context);
    return plan(
      {
        cases: [record],
        entries: [entry(context, found.id, { event: 'case.assign', text: `handed to ${to.name}` })],
        effects: [
          ...showCase(context, record),
          // An edited card calls nobody; who takes a case over has to hear of it.
          ...(to.id === context.person?.id
            ? []
            : sayInCase(
                context,
                `assigned:${record.id}:${record.version}`,
                record,
                `${context.byName} handed this case to ${to.name}.`,
                mentionOf(world, to),
              )),
        ],
      },
      { caseId: found.id, would: [`hand the case to ${to.name}`] },
    );
  },
};
