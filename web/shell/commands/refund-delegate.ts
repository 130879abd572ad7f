import { payoutWords } from '../../../policy/app/ship-first.ts';
import { mayApprove } from '../../../policy/approvals/may-approve.ts';
import { entry } from '../advance.ts';
import { say, showApproval } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { orderVersionOf } from '../order-version.ts';
import { endedBecause } from './refund-approve.ts';

/** An approver hands the decision to another who may take it. Everybody who may decide still can. */
export const refundDelegate: Handler<'refund.delegate'> = {
  subject: (command) => ({ intentId: command.intentId }),
  decide: (world, command, context) => {
    const { intent, case: found } = world;
    if (intent === null || found === null || world.order === null) return refused('not-found', 'no such refund');
    if (intent.state !== 'awaiting_approval') return refused('ended', endedBecause(intent), { caseId: found.id });
    const to = world.people.find((person) => person.id === command.to);
    if (to === undefined) return refused('not-found', 'nobody of that name works here', { caseId: found.id });
    if (intent.delegatedTo === to.id) return refused('ended', `${to.name} has it already`, { caseId: found.id });
    const may = mayApprove({
      person: to,
      proposedBy: intent.proposedBy,
      approvals: intent.approvals,
      people: world.people,
      guest: to.guest === true,
      connectedWorkspace: to.slackTeam !== null && to.slackTeam !== world.shop.slackTeam,
      // Whether the order changed is looked at when somebody decides.
      intentOrderVersion: orderVersionOf(world.order.facts),
      currentOrderVersion: orderVersionOf(world.order.facts),
    });
    if (!may.ok)
      return refused(may.code, `${to.name} may not decide on this refund: pick another approver`, { caseId: found.id });
    const next = { ...intent, delegatedTo: to.id, version: intent.version + 1, updatedAt: context.now };
    const what = `the ${payoutWords(found.data, intent)} for case ${found.number} (${found.orderName})`;
    return plan(
      {
        intents: [next],
        entries: [
          entry(context, found.id, {
            event: 'refund.delegate',
            text: `the decision on the ${payoutWords(found.data, intent)} is handed to ${to.name}`,
          }),
        ],
        effects: [
          showApproval(context, next),
          ...(to.slackUser === null || to.slackTeam !== world.shop.slackTeam || to.id === context.by
            ? []
            : [
                say(context, `delegated:${intent.id}:${next.version}`, {
                  channel: to.slackUser,
                  threadTs: '',
                  text: `${context.byName} asks you to decide on ${what}. It is on your Home; or write “approve ${found.rma ?? found.orderName}”.`,
                  caseId: found.id,
                  orderId: null,
                }),
              ]),
        ],
      },
      { caseId: found.id, intentId: intent.id, would: [`hand the decision to ${to.name}`] },
    );
  },
};
