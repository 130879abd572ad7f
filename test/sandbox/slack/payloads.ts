import { TIMES } from './block-kit/limits.ts';
import type { Json } from './block-kit/schema.ts';
import type { Slack } from './context.ts';
import { APP } from './people.ts';
import { type Channel, type Message, newResponseUrl, newTrigger, type Workspace } from './workspace.ts';

/** Parts that interaction payloads share (docs.slack.dev/reference/interaction-payloads). */

/** What goes wrong in a control call: it names something that is not there, or that a person could not do. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const personOf = (workspace: Workspace, user: string) => {
  const person = workspace.people.get(user);
  if (person === undefined)
    throw new ControlError(
      404,
      `no person ${user} in the workspace; there are ${[...workspace.people.keys()].join(', ')}`,
    );
  return person;
};

/** Who acts, in which team, by which app. @throws ControlError for somebody unknown */
export const actor = (workspace: Workspace, user: string): Json => {
  const { name, home } = personOf(workspace, user);
  return {
    team: { id: workspace.team, domain: workspace.domain },
    user: { id: user, username: name, name, team_id: home ?? workspace.team },
    token: 'sandbox-verification-token',
    api_app_id: APP.appId,
    enterprise: null,
    is_enterprise_install: false,
  };
};

export const userName = (workspace: Workspace, user: string): string => personOf(workspace, user).name;

export const trigger = (workspace: Workspace, user: string, view: string | null = null): string =>
  newTrigger(workspace, user, view, TIMES.trigger);

export const responseUrl = (
  slack: Slack,
  workspace: Workspace,
  user: string,
  channel: Channel,
  source: Message | null,
): string =>
  newResponseUrl(
    workspace,
    slack.options.sandboxUrl,
    {
      channel: channel.id,
      user,
      source: source === null ? null : { ts: source.ts, ephemeral: source.ephemeral_to !== undefined },
    },
    TIMES.responseUrl,
  );

export const channelRef = (channel: Channel): Json => ({ id: channel.id, name: channel.name });

/** When the person did it, as `action_ts` has it: real time. */
export const actionTs = (): string => (Date.now() / 1000).toFixed(6);
