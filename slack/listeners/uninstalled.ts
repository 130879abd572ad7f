import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { SlackDeps } from '../deps.ts';
import { shopOf } from './interaction.ts';

const Revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }) });

/** The app was taken out of a workspace, or its token is worth nothing any more. Slack promises no order of the two. */
export const uninstalled = (bolt: App, deps: SlackDeps): void => {
  const disconnect = async (team: string, eventId: string, because: string): Promise<void> => {
    const shop = await shopOf(deps, team);
    if (shop === null) return;
    await deps.handle(
      { id: `slack:gone:${eventId}`, shop, actor: { kind: 'system' } },
      { kind: 'slack.disconnect', team, because },
    );
    deps.log.warn({ shop, team, because }, 'a slack workspace is gone: connect it again in the app');
  };
  bolt.event('app_uninstalled', ({ body }) => disconnect(body.team_id, body.event_id, 'the app was removed in Slack'));
  bolt.event('tokens_revoked', async ({ event, body }) => {
    const revoked = Revoked.safeParse(event);
    // Users' tokens are none of ours.
    if (revoked.success && (revoked.data.tokens.bot ?? []).length > 0)
      await disconnect(body.team_id, body.event_id, 'Slack revoked its token');
  });
};
