import { backorderOf } from '../backorder/case.ts';
import { startRefund } from '../backorder/refund.ts';
import { mail } from '../effects-of.ts';
import type { Handler } from '../handler.ts';

/** P8, P9: it never comes. Whatever the customer had agreed to is void; an apology, and the money goes back at once. */
export const backorderDiscontinued: Handler<'backorder.discontinued'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = backorderOf(world);
    if ('ok' in found) return found;
    const started = startRefund(
      world,
      found,
      {
        event: 'discontinued',
        answer: 'refund',
        text: `it can't be supplied any more${command.because ? `: ${command.because}` : ''}`,
        data: { discontinued: true },
        stopsWithPerson: false,
      },
      context,
    );
    const refunds = started.ok && started.intentId !== null;
    if (!refunds) return started;
    return {
      ...started,
      would: ['mail an apology', ...started.would],
      changes: {
        ...started.changes,
        effects: [mail(context, found.id, 'backorder-discontinued'), ...(started.changes.effects ?? [])],
      },
    };
  },
};
