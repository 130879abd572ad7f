import type { Json } from '../block-kit/schema.ts';
import type { Slack } from '../context.ts';
import { sendEvent } from '../events.ts';
import { SlackRefusal } from '../messages.ts';
import { APP } from '../people.ts';
import type { Workspace } from '../workspace.ts';
import { type Call, type Method, wanted } from './method.ts';

const test = ({ slack, workspace }: Call): Json => ({
  url: `${slack.options.sandboxUrl}/slack/`,
  team: workspace.name,
  user: APP.handle,
  team_id: workspace.team,
  user_id: APP.botUser,
  bot_id: APP.botId,
  is_enterprise_install: false,
});

/** Exchanges the code of the install page for the team's token. */
const access = ({ slack, args }: Call): Json => {
  const code = wanted(args, 'code', 'invalid_code');
  if (args.client_id !== APP.clientId) throw new SlackRefusal('invalid_client_id');
  if (args.client_secret !== APP.clientSecret) throw new SlackRefusal('bad_client_secret');
  const granted = slack.codes.get(code);
  if (granted !== undefined && args.redirect_uri !== granted.redirect) throw new SlackRefusal('bad_redirect_uri');
  const workspace = slack.workspaces.get(granted?.team ?? '');
  slack.codes.delete(code);
  if (workspace === undefined) throw new SlackRefusal('invalid_code');
  workspace.installed = true;
  return {
    access_token: workspace.botToken,
    token_type: 'bot',
    scope: slack.registration.scopes.join(','),
    bot_user_id: APP.botUser,
    app_id: APP.appId,
    team: { id: workspace.team, name: workspace.name },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'U0LEAD' },
  };
};

/** Takes the app out of a team, as a workspace admin does. Slack promises no order of the two events. */
export const uninstall = (slack: Slack, workspace: Workspace): void => {
  workspace.installed = false;
  sendEvent(slack, workspace, { type: 'app_uninstalled' });
  sendEvent(slack, workspace, { type: 'tokens_revoked', tokens: { oauth: [], bot: [APP.botUser] } });
};

export const authMethods: Record<string, Method> = {
  'auth.test': { tier: 'unlimited', run: test },
  'oauth.v2.access': { tier: 'unlimited', run: access, open: true },
};
