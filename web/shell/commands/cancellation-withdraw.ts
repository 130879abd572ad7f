import type { RefundIntentRecord } from '../../../policy/app/records.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { advance } from '../advance.ts';
import { customersLink } from '../customers-link.ts';
import { showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { dropIntents, nextVersion } from '../intents.ts';

/** Money that went back, whatever the bank did with it later. One that is on its way refuses by itself. */
const CARRIED_OUT: ReadonlySet<RefundIntentRecord['state']> = new Set(['succeeded', 'settlement_failed']);

/** P10: the order is to go on after all. Possible until something of it was carried out. */
export const cancellationWithdraw: Handler<'cancellation.withdraw'> = {
  subject: (command) => ({ caseId: command.caseId, linkId: command.linkId ?? null }),
  decide: (world, command, context) => {
    const found = world.case;
    if (found === null) return refused('not-found', 'no such case');
    if (found.kind !== 'cancellation')
      return refused('invalid', `case ${found.number} is a ${found.kind}, not a cancellation`, { caseId: found.id });
    const unfit = customersLink(world, found, 'withdraw', context);
    if (unfit !== null) return unfit;
    const dropped = dropIntents(world.intents, 'the customer keeps the order', context);
    if ('ok' in dropped) return { ...dropped, caseId: found.id };
    const advanced = advance(
      cancellation,
      { caseId: found.id, state: found.state },
      [
        {
          event: 'withdraw',
          facts: { executed: world.intents.some(({ state }) => CARRIED_OUT.has(state)) },
          text: `the customer keeps the order${command.because ? `: ${command.because}` : ''}`,
        },
      ],
      context,
    );
    if (!advanced.ok) return advanced;
    const record = nextVersion(found, { state: advanced.state, closedAt: context.now }, context);
    return plan(
      {
        cases: [record],
        intents: dropped.intents,
        entries: [...dropped.entries, ...advanced.entries],
        effects: showCase(context, record),
      },
      { caseId: found.id, would: ['let the order go on; nothing is refunded'] },
    );
  },
};
