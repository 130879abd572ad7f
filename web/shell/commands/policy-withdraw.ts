import { type Handler, plan, refused } from '../handler.ts';
import { shopEntry } from './policy-draft.ts';

/** An order of the first moment may be under way to another machine, whose clock is not quite this one's. */
const SOONEST_MS = 60_000;

/** Takes back a version that is not in force yet: nothing is ever judged by it. One that took over stays for good. */
export const policyWithdraw: Handler<'policy.withdraw'> = {
  subject: () => ({ policy: true }),
  decide: (world, command, context) => {
    const version = world.versions.find(({ id }) => id === command.versionId);
    if (version === undefined) return refused('not-found', 'no such version of the policy');
    const { number, effectiveAt } = version;
    if (version.withdrawnAt) return refused('ended', `version ${number} was withdrawn already`);
    if (Date.parse(effectiveAt) - Date.parse(context.now) < SOONEST_MS) {
      return refused(
        'ended',
        `version ${number} has taken over, or is about to: orders are judged by it. Publish another one instead`,
      );
    }
    return plan({
      withdrawnVersions: [{ id: version.id, at: context.now }],
      shopEntries: [
        shopEntry(context, {
          event: 'policy.withdraw',
          subject: version.id,
          text: `withdrew version ${number} of the policy, which was to be in force from ${effectiveAt}`,
        }),
      ],
    });
  },
};
