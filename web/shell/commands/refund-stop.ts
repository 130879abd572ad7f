import { payoutWords } from '../../../policy/app/ship-first.ts';
import { approvalDeadlines } from '../approval-deadlines.ts';
import { say, showApproval, showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { moveIntent, nextVersion } from '../intents.ts';
import { endedBecause } from './refund-approve.ts';

/** Taken back in the seconds before money moves: nothing was called, and approvers are asked anew. */
export const refundStop: Handler<'refund.stop'> = {
  subject: (command) => ({ intentId: command.intentId }),
  decide: (world, _command, context) => {
    const { intent, case: found } = world;
    if (intent === null || found === null) return refused('not-found', 'no such refund');
    if (intent.state === 'awaiting_approval')
      return refused('ended', 'it waits for approval: nothing is on its way', { caseId: found.id });
    if (intent.state !== 'approved')
      return refused('ended', `too late to stop it: ${endedBecause(intent)}`, { caseId: found.id });
    if (intent.approvalsNeeded === 0)
      return refused('ended', 'this refund needed no approval and goes out at once', { caseId: found.id });
    const what = payoutWords(found.data, intent);
    const text = `${what} stopped before anything moved; it waits for approvers again`;
    const moved = moveIntent(intent, 'undo', {}, text, context, { approvals: [] });
    if (!moved.ok) return moved;
    const record = nextVersion(found, {}, context);
    return plan(
      {
        cases: [record],
        intents: [moved.intent],
        entries: moved.entries,
        deadlines: approvalDeadlines(world, context),
        effects: [
          showApproval(context, moved.intent),
          ...showCase(context, record),
          ...(found.thread === null
            ? []
            : [
                say(context, `stopped-refund:${intent.id}:${moved.intent.version}`, {
                  channel: found.thread.channel,
                  threadTs: found.thread.ts,
                  text: `${context.byName} stopped the ${what}: nothing was paid or sent. It waits for approvers again.`,
                  caseId: found.id,
                  orderId: null,
                }),
              ]),
        ],
      },
      { caseId: found.id, intentId: intent.id, would: [`stop the ${what}`] },
    );
  },
};
