import { App, type AuthorizeResult } from '@slack/bolt';
import type { StaffChannel } from '../policy/app/ports.ts';
import type { StoredInboxItem } from '../policy/app/store.ts';
import { clientOptions, clientPool } from './client.ts';
import type { SlackDeps } from './deps.ts';
import { createHomePublisher } from './home/publisher.ts';
import { registerListeners } from './listeners/index.ts';
import { boltLogger } from './logger.ts';
import { createPace } from './pace.ts';
import { createLanguageOf } from './people/language.ts';
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

const TOKEN_MS = 5_000;

/**
 * A press is acknowledged only when its workspace is known: under load a reading for each would be most of the wait. A
 * token that is replaced counts a few seconds later; one that is not there is looked for each time.
 */
const rememberBriefly = (
  read: (team: string) => Promise<string | null>,
): ((team: string) => Promise<string | null>) => {
  const known = new Map<string, { token: string; until: number }>();
  return async (team) => {
    const kept = known.get(team);
    if (kept !== undefined && kept.until > Date.now()) return kept.token;
    const token = await read(team);
    if (token === null) known.delete(team);
    else known.set(team, { token, until: Date.now() + TOKEN_MS });
    return token;
  };
};

/** Slack's side of the product: what comes in, and the staff channel that goes out. */
export const createSlack = (given: SlackDeps): Slack => {
  const languageOf = given.languageOf ?? createLanguageOf(given.log);
  const deps: SlackDeps = { ...given, languageOf, atWork: given.atWork ?? createAtWork(given.log) };
  const receiver = new StoringReceiver({
    signingSecret: deps.signingSecret,
    inbox: deps.inbox,
    shopOf: async (team) => (await deps.read.shopOfSlackTeam(team))?.domain ?? null,
    log: deps.log,
  });

  const tokenOf = rememberBriefly(deps.installations.slackToken);

  /** Each request is authorised by its own workspace's token: nothing of one team reaches another. */
  const authorize = async ({ teamId }: { teamId?: string | undefined }): Promise<AuthorizeResult> => {
    const token = teamId === undefined ? null : await tokenOf(teamId);
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
      homes: createHomePublisher({ ...deps, languageOf, clientFor }),
    }),
  };
};
