import { forgetSlack } from '../effects-of.ts';
import { type Handler, plan } from '../handler.ts';

/** The workspace is gone: by an owner, or because Slack said so. Cases go on in admin; nothing is sent there any more. */
export const slackDisconnect: Handler<'slack.disconnect'> = {
  subject: () => ({}),
  decide: (world, command, context) => {
    if (world.shop.slackTeam !== command.team) return plan({});
    return plan({
      shop: { ...world.shop, slackTeam: null, slackChannel: null, approvalsChannel: null },
      shopEntries: [
        {
          id: context.ids.id(),
          at: context.now,
          by: context.by,
          byName: context.byName,
          event: 'slack.disconnect',
          subject: command.team,
          text: `the Slack workspace ${command.team} was disconnected: ${command.because}`,
          clauses: [],
        },
      ],
      effects: [forgetSlack(context, command.team)],
    });
  },
};
