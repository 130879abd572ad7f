import { forgetSlack } from '../effects-of.ts';
import { type Handler, plan } from '../handler.ts';

/** The workspace is gone: by an owner, or because Slack said so. Cases go on in admin; nothing is sent there any more. */
export const slackDisconnect: Handler<'slack.disconnect'> = {
  subject: () => ({}),
  decide: (world, command, context) => {
    if (world.shop.slackTeam !== command.team) return plan({});
    // Slack's own news that it is gone may be followed by a new token in the environment; an owner's word stands.
    const left = context.actor.kind === 'staff' ? { slackLeft: command.team } : {};
    return plan({
      shop: {
        ...world.shop,
        slackTeam: null,
        slackChannel: null,
        approvalsChannel: null,
        preferences: { version: 0, ...world.shop.preferences, ...left },
      },
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
