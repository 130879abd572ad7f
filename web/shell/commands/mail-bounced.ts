import { Effect } from '../../../policy/app/effects.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { askSenderFailed } from '../settled/ask-sender.ts';
import { mailFailed } from '../settled/mail.ts';

/** P7, P31: the server took a mail, and later it came back. The agent hears of it as of one that was refused at once. */
export const mailBounced: Handler<'mail.bounced'> = {
  subject: (command) => ({ effectId: command.effectId }),
  decide: (world, command, context) => {
    const { effect } = world;
    const payload = effect === null ? null : Effect.parse(effect.payload);
    if (payload?.kind === 'mail.ask-sender') return plan(askSenderFailed(world, payload, command.reason, context));
    if (effect === null || payload?.kind !== 'mail.send') return refused('not-found', 'no such mail');
    if (world.case === null) return plan({});
    return plan(mailFailed(world, payload, command.reason, 'came back', context), { caseId: world.case.id });
  },
};
