import express, { type Request, type Response, Router } from 'express';
import type { Room, RoomOptions } from '../room.ts';
import { apiRouter, bearer } from './api/router.ts';
import { createSlack, mainWorkspace, type Slack, type SlackSettings } from './context.ts';
import { controlRouter } from './control.ts';
import { pageRouter } from './page.ts';
import { APP } from './people.ts';
import { useResponseUrl } from './respond.ts';
import { id, type StoredFile } from './workspace.ts';

export type SlackRoom = Room & Readonly<{ slack: Slack }>;

/** Sends a stored file as what it is, never as a page of this origin. */
const sendFile = (response: Response, { info, bytes }: StoredFile): void => {
  response
    .set('content-security-policy', "default-src 'none'; sandbox")
    .set('x-content-type-options', 'nosniff')
    .type(info.mimetype)
    .send(bytes);
};

/** Files by their private address: only for the token of the team that owns them. Others are sent to sign in, as Slack does. */
const privateFiles =
  (slack: Slack) =>
  (request: Request, response: Response): void => {
    const [team = '', fileId = ''] = String(request.params.key).split('-');
    const workspace = slack.workspaces.get(team);
    const file = workspace?.files.get(fileId);
    const token = bearer(request);
    if (
      workspace === undefined ||
      token !== workspace.botToken ||
      !workspace.installed ||
      !slack.registration.scopes.includes('files:read')
    )
      response.redirect(
        302,
        `${slack.options.sandboxUrl}/slack/signin?redir=${encodeURIComponent(request.originalUrl)}`,
      );
    else if (file === undefined) response.status(404).type('text/plain').send('file not found');
    else sendFile(response, file);
  };

const receiveUpload =
  (slack: Slack) =>
  async (request: Request, response: Response): Promise<void> => {
    const upload = slack.uploads.get(String(request.params.id));
    if (upload === undefined) {
      response.status(404).type('text/plain').send('no such upload');
      return;
    }
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const type = request.get('content-type') ?? '';
    let bytes = body;
    if (type.startsWith('multipart/form-data')) {
      const form = await new globalThis.Response(new Uint8Array(body), {
        headers: { 'content-type': type },
      }).formData();
      const file = [...form.values()].find((value) => typeof value !== 'string');
      bytes = file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
    }
    if (bytes.length !== upload.length) {
      response.status(400).type('text/plain').send(`expected ${upload.length} bytes, got ${bytes.length}`);
      return;
    }
    upload.bytes = bytes;
    response.type('text/plain').send(`OK - ${bytes.length}`);
  };

/** The install page of OAuth: consents at once and comes back with a code that works once. */
const authorize =
  (slack: Slack) =>
  (request: Request, response: Response): void => {
    const { redirect_uri: redirect, state, team } = request.query;
    if (request.query.client_id !== APP.clientId) {
      response.status(400).type('text/plain').send('invalid_client_id');
      return;
    }
    if (typeof redirect !== 'string' || !URL.canParse(redirect)) {
      response.status(400).type('text/plain').send('bad_redirect_uri');
      return;
    }
    const code = id('code');
    slack.codes.set(code, {
      team: typeof team === 'string' && slack.workspaces.has(team) ? team : mainWorkspace(slack).team,
      redirect,
    });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    back.searchParams.set('state', typeof state === 'string' ? state : '');
    response.redirect(302, back.href);
  };

/** The stand-in for Slack: Web API, events and interactions, control calls, and a page for people. */
export const createSlackRoom = (options: RoomOptions, settings: SlackSettings = {}): SlackRoom => {
  const slack = createSlack(options, settings);
  const router = Router();
  router.use('/api', apiRouter(slack));
  router.post('/response/:key', express.json({ type: () => true, limit: '10mb' }), (request, response) => {
    const { status, body } = useResponseUrl(slack, String(request.params.key), request.body ?? {});
    if (typeof body === 'string') response.status(status).type('text/plain').send(body);
    else response.status(status).json(body);
  });
  router.get('/files-pri/:key/:name', privateFiles(slack));
  router.get('/files-pri/:key/download/:name', privateFiles(slack));
  router.post('/upload/:id', express.raw({ type: () => true, limit: '40mb' }), receiveUpload(slack));
  router.get('/signin', (_request, response) => {
    response.type('text/html').send('<!doctype html><title>Sign in | Slack</title><p>Sign in to your workspace</p>');
  });
  router.get('/oauth/v2/authorize', authorize(slack));
  router.use(pageRouter(slack, sendFile));
  router.use(controlRouter(slack));
  return {
    router,
    slack,
    start: async () => {},
    stop: async () => {
      for (const workspace of slack.workspaces.values()) workspace.watchers.clear();
      await slack.sender.stop();
    },
  };
};
