import { unexplained, WHY_UNEXPLAINED } from '../by-hand.ts';
import { whyDamaged } from '../damaged-policy.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { moveIntent } from '../intents.ts';

/** The runner is about to call: noted first, with what it is going to send. After this the refund can't be stopped. */
export const intentExecute: Handler<'intent.execute'> = {
  subject: (command) => ({ intentId: command.intentId }),
  decide: (world, command, context) => {
    const { intent, order } = world;
    if (intent === null || order === null) return refused('not-found', 'no such refund');
    if (world.case !== null && unexplained(world.case.data) !== null)
      return refused('stale', WHY_UNEXPLAINED, { caseId: intent.caseId });
    const damaged = whyDamaged(world.version);
    if (damaged !== null) return refused('stale', damaged, { caseId: intent.caseId });
    const moved = moveIntent(
      intent,
      'execute',
      { withinCap: true, disputeOpen: order.facts.disputeOpen },
      'the order was read again, the policy says the same: paying',
      context,
      {
        execution: command.execution,
      },
    );
    if (!moved.ok)
      return refused('stale', `stopped before anything was sent: the refund is ${intent.state.replaceAll('_', ' ')}`, {
        caseId: intent.caseId,
      });
    return plan({ intents: [moved.intent], entries: moved.entries }, { caseId: intent.caseId, intentId: intent.id });
  },
};
