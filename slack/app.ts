import { App, type AuthorizeResult } from '@slack/bolt';
import type { StaffChannel } from '../policy/app/ports.ts';
import type { StoredInboxItem } from '../policy/app/store.ts';
import { clientOptions, clientPool } from './client.ts';
import type { SlackDeps } from './deps.ts';
import { createHomePublisher } from './home/publisher.ts';
import { registerListeners } from './listeners/index.ts';
import { boltLogger } from './logger.ts';
import { createPace } from './pace.ts';
import { StoringReceiver } from './receiver.ts';
import { createStaffChannel } from './staff-channel.ts';
import { createAtWork } from './talk/at-work.ts';

export type Slack = Readonly<{
  /** Hangs `/slack/events` into the Express app; before any parser of bodies, since the signature covers the raw bytes. */
  mount(): void;
  /** Dispatches an event that the inbox holds. @throws where it has to be tried again */
  handleEvent(item: StoredInboxItem): Promise<void>;
  channel: StaffChannel;
}>;

/** Slack's side of the product: what comes in, and the staff channel that goes out. */
export const createSlack = (given: SlackDeps): Slack => {
  const deps: SlackDeps = { ...given, atWork: given.atWork ?? createAtWork(given.log) };
  const receiver = new StoringReceiver({
    signingSecret: deps.signingSecret,
    inbox: deps.inbox,
    shopOf: async (team) => (await deps.read.shopOfSlackTeam(team))?.domain ?? null,
    log: deps.log,
  });

  /** Each request is authorised by its own workspace's token, read anew: nothing of one team reaches another. */
  const authorize = async ({ teamId }: { teamId?: string | undefined }): Promise<AuthorizeResult> => {
    const token = teamId === undefined ? null : await deps.installations.slackToken(teamId);
    if (token === null || teamId === undefined)
      throw new Error(`no slack workspace ${teamId ?? '(unnamed)'} is connected`);
    return { botToken: token, teamId };
  };

  const bolt = new App({
    receiver,
    authorize,
    convoStore: false,
    // Own messages are told apart by their bot_id; Bolt would need each workspace's bot user for that.
    ignoreSelf: false,
    clientOptions: clientOptions(deps.slackApiUrl, deps.log, 1),
    logger: boltLogger(deps.log),
  });
  registerListeners(bolt, deps);
  const clientFor = clientPool(deps.slackApiUrl, deps.log);

  return {
    mount: () => {
      deps.app.use(receiver.routes);
    },
    handleEvent: async (item) => {
      const body = JSON.parse(new TextDecoder().decode(item.body)) as Record<string, unknown>;
      // Acknowledged when it was stored.
      await bolt.processEvent({ body, ack: async () => undefined });
    },
    channel: createStaffChannel({
      read: deps.read,
      installations: deps.installations,
      clientFor,
      pace: createPace(),
      ...(deps.links === undefined ? {} : { links: deps.links }),
      homes: createHomePublisher({ ...deps, clientFor }),
    }),
  };
};
