import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { uninstall } from './api/auth.ts';
import { describePerson } from './api/people.ts';
import { react } from './api/reactions.ts';
import type { Json } from './block-kit/schema.ts';
import { click } from './click.ts';
import { command, openHome, shortcut } from './commands.ts';
import { addTeam, mainWorkspace, type Slack } from './context.ts';
import { forceEvent, sendEvent } from './events.ts';
import { SlackRefusal } from './messages.ts';
import { ControlError } from './payloads.ts';
import type { Person } from './people.ts';
import { channelFor, say } from './say.ts';
import { close, submit } from './submit.ts';
import { suggest } from './suggest.ts';
import { addChannel, findChannel, id, type Workspace } from './workspace.ts';

/** What a person does, as JSON calls, and what tests look at. Every call takes `team` where it is not the demo's. */

const File = z.object({ name: z.string().min(1), mimetype: z.string().min(1), base64: z.base64() });
const user = z.string();
const Rate = z.number().min(0).max(1);
const team = z.string().optional();

const Say = z.object({
  team,
  user,
  channel: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  mention: z.boolean().optional(),
  files: z.array(File).optional(),
});
const Command = z.object({ team, user, channel: z.string(), command: z.string(), text: z.string().optional() });
const Place = { channel: z.string().optional(), ts: z.string().optional(), view_id: z.string().optional() };
const Click = z.object({
  team,
  user,
  ...Place,
  action_id: z.string(),
  block_id: z.string().optional(),
  value: z.unknown().optional(),
  /** What stands in the other inputs of the view. */
  values: z.record(z.string(), z.unknown()).optional(),
});
const Submit = z.object({ team, user, view_id: z.string(), values: z.record(z.string(), z.unknown()).optional() });
const Close = z.object({ team, user, view_id: z.string(), clear: z.boolean().optional() });
const Home = z.object({ team, user, tab: z.enum(['home', 'messages']).optional() });
const Shortcut = z.object({
  team,
  user,
  callback_id: z.string(),
  channel: z.string().optional(),
  ts: z.string().optional(),
});
const Options = z.object({
  team,
  user,
  ...Place,
  action_id: z.string(),
  block_id: z.string().optional(),
  value: z.string().default(''),
});
const Event = z.object({ team, event: z.looseObject({ type: z.string() }) });
const React = z.object({
  team,
  user,
  channel: z.string(),
  ts: z.string(),
  name: z.string(),
  remove: z.boolean().optional(),
});
const Faults = z.strictObject({ cutAfterPost: Rate.optional(), http500: Rate.optional(), rateLimit: Rate.optional() });
/** Somebody new, or somebody whom Slack sees otherwise from now on. */
const NewPerson = z.object({
  team,
  user,
  email: z.string().optional(),
  realName: z.string().optional(),
  /** In which language they read Slack, e.g. `de-DE`. */
  locale: z.string().optional(),
  guest: z.boolean().optional(),
  home: z.string().optional(),
});
const Group = z.object({ team, id: z.string(), users: z.array(z.string()) });
const Team = z.object({ team: z.string(), botToken: z.string().optional() });
const NewChannel = z.object({
  team,
  id: z.string().optional(),
  name: z.string(),
  private: z.boolean().optional(),
  members: z.array(z.string()),
});

const teamIn = (slack: Slack, name: unknown): Workspace => {
  if (typeof name !== 'string' || name === '') return mainWorkspace(slack);
  const workspace = slack.workspaces.get(name);
  if (workspace === undefined) throw new ControlError(404, `no team ${name}`);
  return workspace;
};

export const controlRouter = (slack: Slack): Router => {
  const router = Router();
  const json = express.json({ limit: '40mb' });
  const on = <T extends z.ZodType<{ team?: string | undefined }>>(
    path: string,
    schema: T,
    run: (workspace: Workspace, given: z.output<T>) => object | Promise<object>,
  ): void => {
    router.post(path, json, async (request, response) => {
      const given = schema.parse(request.body ?? {});
      response.json(await run(teamIn(slack, given.team), given));
    });
  };

  on('/say', Say, (workspace, given) => {
    const { ts } = say(slack, workspace, given);
    return { ok: true, ts, channel: (findChannel(workspace, given.channel) as { id: string }).id };
  });
  on('/command', Command, (workspace, given) => command(slack, workspace, given));
  on('/click', Click, (workspace, given) => click(slack, workspace, given as Parameters<typeof click>[2]));
  on('/submit', Submit, (workspace, given) => submit(slack, workspace, given));
  on('/close', Close, (workspace, given) => close(slack, workspace, given));
  on('/home', Home, (workspace, given) => openHome(slack, workspace, given));
  on('/shortcut', Shortcut, (workspace, given) => shortcut(slack, workspace, given));
  on('/options', Options, (workspace, given) => suggest(slack, workspace, given));
  on('/event', Event, (workspace, given) => ({ ok: true, event_id: forceEvent(slack, workspace, given.event) }));
  on('/react', React, (workspace, given) => {
    const channel = channelFor(workspace, given.user, given.channel);
    const message = channel.messages.find(({ ts }) => ts === given.ts);
    if (message === undefined) throw new ControlError(404, `no message ${given.ts} in ${channel.id}`);
    react(
      slack,
      workspace,
      { channel, message, user: given.user, name: given.name },
      given.remove === true ? 'removed' : 'added',
    );
    return { ok: true };
  });
  on('/people', NewPerson, (workspace, given) => {
    const known = workspace.people.get(given.user) ?? {
      ...(workspace.people.get('U0AGENT') as Person),
      id: given.user,
      name: given.user.toLowerCase(),
      realName: given.user,
      email: `${given.user.toLowerCase()}@example.com`,
    };
    const next = {
      ...known,
      ...(given.email === undefined ? {} : { email: given.email }),
      ...(given.realName === undefined ? {} : { realName: given.realName }),
      ...(given.locale === undefined ? {} : { locale: given.locale }),
      ...(given.guest === undefined ? {} : { guest: given.guest }),
      ...(given.home === undefined ? {} : { home: given.home }),
    };
    workspace.people.set(given.user, next);
    for (const channel of workspace.channels.values()) if (channel.kind === 'channel') channel.members.add(given.user);
    sendEvent(slack, workspace, { type: 'user_change', user: describePerson(workspace, next, false) });
    return { ok: true };
  });
  on('/groups', Group, (workspace, given) => {
    workspace.groups.set(given.id, given.users);
    sendEvent(slack, workspace, { type: 'subteam_members_changed', subteam_id: given.id, team_id: workspace.team });
    return { ok: true };
  });
  on('/channels', NewChannel, (workspace, given) => ({
    ok: true,
    id: addChannel(workspace, {
      id: given.id ?? id('C0'),
      name: given.name,
      kind: given.private === true ? 'private' : 'channel',
      members: given.members,
    }).id,
  }));
  on('/archive', z.object({ team, channel: z.string() }), (workspace, given) => {
    const channel = findChannel(workspace, given.channel);
    if (channel === null) throw new ControlError(404, `no channel ${given.channel}`);
    channel.archived = true;
    return { ok: true };
  });
  on('/uninstall', z.object({ team }), (workspace) => {
    uninstall(slack, workspace);
    return { ok: true };
  });
  router.post('/teams', json, (request, response) => {
    const { team: name, botToken } = Team.parse(request.body);
    const workspace = slack.workspaces.get(name) ?? addTeam(slack, name, botToken);
    response.json({ ok: true, team: workspace.team, botToken: workspace.botToken });
  });
  router.post('/faults', json, (request, response) => {
    Object.assign(slack.faults, Faults.parse(request.body ?? {}));
    response.json({ ok: true, faults: slack.faults });
  });

  router.get('/messages', (request, response) => {
    const workspace = teamIn(slack, request.query.team);
    const wanted = String(request.query.channel ?? '');
    const channel = findChannel(workspace, wanted);
    if (channel === null) throw new ControlError(404, `no channel ${wanted}`);
    response.json({ messages: channel.messages });
  });
  router.get('/views', (request, response) => {
    const workspace = teamIn(slack, request.query.team);
    const of = typeof request.query.user === 'string' ? [request.query.user] : [...workspace.modals.keys()];
    response.json({ views: of.flatMap((entry) => workspace.modals.get(entry) ?? []) });
  });
  router.get('/calls', (_request, response) => {
    response.json({ calls: slack.calls });
  });
  /** What was sent to the app, with every attempt. */
  router.get('/deliveries', (_request, response) => {
    response.json({ deliveries: slack.sender.deliveries });
  });

  router.use((error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    const answer = explained(error);
    if (answer === null) next(error);
    else response.status(answer.status).json({ ok: false, error: answer.error });
  });
  return router;
};

const explained = (error: unknown): { status: number; error: Json | string } | null => {
  if (error instanceof ControlError) return { status: error.status, error: error.message };
  if (error instanceof SlackRefusal) return { status: 400, error: error.code };
  if (error instanceof z.ZodError) return { status: 400, error: z.prettifyError(error) };
  return null;
};
