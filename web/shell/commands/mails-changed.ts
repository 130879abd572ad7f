import { type Handler, plan } from '../handler.ts';
import { shopEntry } from './policy-draft.ts';

/** What customers read was changed: who did it stands in the shop's history, as it does for the policy. */
export const mailsChanged: Handler<'mails.changed'> = {
  subject: () => ({}),
  decide: (_world, command, context) =>
    plan({ shopEntries: [shopEntry(context, { event: 'mails.changed', text: `changed the mails: ${command.what}` })] }),
};
