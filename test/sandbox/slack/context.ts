import type { RoomOptions } from '../room.ts';
import type { Json } from './block-kit/schema.ts';
import { createSender, type Sender } from './deliver.ts';
import { REGISTRATION, type Registration } from './manifest.ts';
import { createRateLimits } from './rate-limits.ts';
import { createWorkspace, id, type Workspace } from './workspace.ts';

/** Everything the parts of the Slack room share. */
export type Slack = Readonly<{
  options: RoomOptions;
  registration: Registration;
  workspaces: Map<string, Workspace>;
  sender: Sender;
  limits: ReturnType<typeof createRateLimits>;
  calls: ApiCall[];
  /** Rates from 0 to 1. */
  faults: { cutAfterPost: number; http500: number; rateLimit: number };
  /** One-time codes of the OAuth flow → for which team, and where they were sent. */
  codes: Map<string, { team: string; redirect: string }>;
  /** Uploads that were announced but not completed: file id → what is known. */
  uploads: Map<string, { team: string; name: string; length: number; bytes: Buffer | null }>;
  /** Options that the app offered to typeahead: action_id → value → option. */
  suggested: Map<string, Map<string, Json>>;
}>;

export type ApiCall = {
  at: string;
  method: string;
  team: string | null;
  args: unknown;
  status: number;
  answer: unknown;
};

export type SlackSettings = Readonly<{
  /** Waits before an event is sent again, in milliseconds; shorter in tests. */
  retryAfterMs?: readonly number[];
  /** Scopes and events other than those of the app's manifest. */
  registration?: Partial<Registration>;
}>;

export const createSlack = (options: RoomOptions, { retryAfterMs, registration }: SlackSettings = {}): Slack => {
  const workspace = createWorkspace(options.slack.team, options.slack.botToken, 'makegood-demo');
  for (const name of ['channels', 'files', 'homes', 'choices'] as const)
    options.keep?.add(`slack.${name}`, workspace[name]);
  return {
    options,
    registration: { ...REGISTRATION, ...registration },
    workspaces: new Map([[options.slack.team, workspace]]),
    sender: createSender({
      makegoodUrl: () => options.makegoodUrl,
      signingSecret: options.slack.signingSecret,
      retryAfterMs,
    }),
    limits: createRateLimits(),
    calls: [],
    faults: { cutAfterPost: 0, http500: 0, rateLimit: 0 },
    codes: new Map(),
    uploads: new Map(),
    suggested: new Map(),
  };
};

export const mainWorkspace = (slack: Slack): Workspace => slack.workspaces.get(slack.options.slack.team) as Workspace;

/** A further team with people and channels of its own, and its own token. */
export const addTeam = (slack: Slack, team: string, botToken = `xoxb-${id('')}`): Workspace => {
  const workspace = createWorkspace(team, botToken, team.toLowerCase());
  slack.workspaces.set(team, workspace);
  return workspace;
};
