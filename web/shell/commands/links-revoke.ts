import { entry } from '../advance.ts';
import { showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { nextVersion } from '../intents.ts';

/** Links in the wrong hands, or no longer wanted: every one of the case's is void from now on; new mails have new ones. */
export const linksRevoke: Handler<'links.revoke'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    if (world.case === null) return refused('not-found', 'no such case');
    const record = nextVersion(world.case, {}, context);
    return plan(
      {
        cases: [record],
        revokedLinks: [{ caseId: record.id, at: context.now }],
        entries: [
          entry(context, record.id, {
            event: 'links.revoke',
            text: `the customer’s links are void: ${command.because}`,
          }),
        ],
        effects: showCase(context, record),
      },
      { caseId: record.id, would: ['make the customer’s links void'] },
    );
  },
};
