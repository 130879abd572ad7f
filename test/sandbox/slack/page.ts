import type { Request, Response } from 'express';
import { Router } from 'express';
import { page, staticPages } from '../pages/serve.ts';
import { mainWorkspace, type Slack } from './context.ts';
import { APP } from './people.ts';
import type { Channel, StoredFile, Workspace } from './workspace.ts';

/** What the page for people reads: everything one person would see in their client, and a stream that says when to look again. */

const READ_BACK = 300;

const seenBy = (channel: Channel, user: string) => ({
  id: channel.id,
  name: channel.name,
  topic: channel.topic,
  kind: channel.kind,
  memberCount: channel.members.size,
  status: Object.fromEntries(channel.status),
  prompts: channel.prompts,
  messages: channel.messages
    .filter(({ ephemeral_to: to }) => to === undefined || to === user)
    .slice(-READ_BACK)
    .map(({ metadata: _, ...message }) => message),
});

const clientState = (slack: Slack, workspace: Workspace, user: string) => ({
  version: workspace.version,
  team: { id: workspace.team, name: workspace.name },
  now: slack.options.clock.now(),
  me: user,
  app: { name: APP.name, user: APP.botUser },
  shortcuts: {
    message: slack.registration.shortcuts.filter(({ type }) => type === 'message'),
    global: slack.registration.shortcuts.filter(({ type }) => type === 'global'),
  },
  commands: slack.registration.commands,
  prompts: slack.registration.prompts,
  people: [...workspace.people.values()].map(({ id, name, realName, title, color, guest, tz }) => ({
    id,
    name,
    realName,
    title,
    color,
    guest,
    tz,
  })),
  channels: [...workspace.channels.values()]
    .filter(({ members }) => members.has(user))
    .map((channel) => seenBy(channel, user)),
  modals: workspace.modals.get(user) ?? [],
  home: workspace.homes.get(user) ?? null,
  choices: Object.fromEntries(
    [...workspace.choices]
      .filter(([key]) => key.endsWith(`/${user}`))
      .map(([key, values]) => [key.slice(0, -user.length - 1), values]),
  ),
});

export const pageRouter = (slack: Slack, sendFile: (response: Response, file: StoredFile) => void): Router => {
  const router = Router();
  const personIn = (workspace: Workspace, request: Request): string => {
    const wanted = String(request.query.user ?? '');
    return workspace.people.has(wanted) ? wanted : 'U0AGENT';
  };
  router.get('/', page('slack.html'));
  router.get('/archives/:channel/:message', (request, response) => {
    response.redirect(302, `../../#/${encodeURIComponent(String(request.params.channel))}`);
  });
  router.use('/ui/assets', staticPages());
  router.get('/ui/state', (request, response) => {
    const workspace = mainWorkspace(slack);
    response.set('cache-control', 'no-store').json(clientState(slack, workspace, personIn(workspace, request)));
  });
  router.get('/ui/files/:id', (request, response) => {
    const file = mainWorkspace(slack).files.get(String(request.params.id));
    if (file === undefined) response.status(404).type('text/plain').send('file not found');
    else sendFile(response, file);
  });
  router.get('/ui/stream', (request, response) => {
    const workspace = mainWorkspace(slack);
    response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' });
    const tell = (): void => void response.write(`data: ${workspace.version}\n\n`);
    tell();
    workspace.watchers.add(tell);
    request.on('close', () => workspace.watchers.delete(tell));
  });
  return router;
};
