import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { CallFailed } from '../policy/app/ports.ts';
import type { ExchangeCode } from '../policy/app/slack-connect.ts';
import { callFailed } from './call-failed.ts';
import { clientOptions } from './client.ts';
import type { Log } from './deps.ts';

const Answer = z.object({
  access_token: z.string().startsWith('xoxb-'),
  scope: z.string().default(''),
  team: z.object({ id: z.string(), name: z.string().nullish() }),
  authed_user: z.object({ id: z.string() }),
  is_enterprise_install: z.boolean().nullish(),
});

/** The code of Slack's install page for the workspace's bot token. A code works once, so that this is never repeated. */
export const createExchangeCode = (
  options: Readonly<{ slackApiUrl: string; clientId: string; clientSecret: string; log: Log }>,
): ExchangeCode => {
  const client = new webApi.WebClient(undefined, clientOptions(options.slackApiUrl, options.log, 0));
  return async (code, redirectUri) => {
    let raw: unknown;
    try {
      raw = await client.oauth.v2.access({
        client_id: options.clientId,
        client_secret: options.clientSecret,
        code,
        redirect_uri: redirectUri,
      });
    } catch (error) {
      throw callFailed(error, 'oauth.v2.access', false);
    }
    const parsed = Answer.safeParse(raw);
    if (!parsed.success || parsed.data.is_enterprise_install === true)
      throw new CallFailed(
        'refused',
        'install it into one workspace: an installation for a whole organisation is not supported',
      );
    const { access_token: botToken, team, authed_user: user, scope } = parsed.data;
    return {
      team: team.id,
      teamName: team.name ?? team.id,
      botToken,
      user: user.id,
      scopes: scope.split(',').filter((each) => each !== ''),
    };
  };
};
