import express, { type Request, type Response, Router } from 'express';
import type { Json } from '../block-kit/schema.ts';
import { mainWorkspace, type Slack } from '../context.ts';
import { SlackRefusal } from '../messages.ts';
import type { Workspace } from '../workspace.ts';
import { assistantMethods } from './assistant.ts';
import { authMethods } from './auth.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { type Method, needScope } from './method.ts';
import { peopleMethods } from './people.ts';
import { reactionMethods } from './reactions.ts';
import { viewMethods } from './views.ts';

const METHODS: Readonly<Record<string, Method>> = {
  ...authMethods,
  ...chatMethods,
  ...viewMethods,
  ...conversationMethods,
  ...peopleMethods,
  ...fileMethods,
  ...reactionMethods,
  ...assistantMethods,
};

/** Arguments that a form carries as JSON text, and what Slack says when it is none. */
const JSON_ARGUMENTS: Readonly<Record<string, string>> = {
  blocks: 'invalid_blocks_format',
  attachments: 'invalid_attachments',
  metadata: 'invalid_metadata_format',
  view: 'invalid_arguments',
  prompts: 'invalid_arguments',
  files: 'invalid_arguments',
  unfurls: 'cannot_parse_attachment',
};

const parsed = (given: Json): Json => {
  const args = { ...given };
  for (const [name, refusal] of Object.entries(JSON_ARGUMENTS)) {
    if (typeof args[name] !== 'string') continue;
    try {
      args[name] = JSON.parse(args[name]);
    } catch {
      throw new SlackRefusal(refusal);
    }
  }
  return args;
};

/** The team a token belongs to. @throws SlackRefusal `not_authed`, `invalid_auth`, `account_inactive` */
export const workspaceOf = (slack: Slack, token: string | undefined): Workspace => {
  if (token === undefined || token === '') throw new SlackRefusal('not_authed');
  const workspace = [...slack.workspaces.values()].find(({ botToken }) => botToken === token);
  if (workspace === undefined) throw new SlackRefusal('invalid_auth');
  if (!workspace.installed) throw new SlackRefusal('account_inactive');
  return workspace;
};

export const bearer = (request: Request): string | undefined =>
  /^Bearer (.+)$/i.exec(request.get('authorization') ?? '')?.[1];

const readMultipart = async (request: Request): Promise<Json> => {
  const form = await new globalThis.Response(request.body as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': request.get('content-type') ?? '' },
  }).formData();
  return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
};

type Outcome = { status: number; answer: Json; retryAfter?: number; cut?: boolean };

const perform = (
  slack: Slack,
  name: string,
  given: Json,
  token: string | undefined,
): Outcome & { team: string | null } => {
  const refused = (code: string, extra: Json = {}): Outcome => ({
    status: 200,
    answer: { ok: false, error: code, ...extra },
  });
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (method === undefined) return { ...refused('unknown_method', { req_method: name }), team: null };
  let team: string | null = null;
  try {
    const workspace = method.open ? mainWorkspace(slack) : workspaceOf(slack, token);
    team = workspace.team;
    if (method.scopes !== undefined) needScope(slack, ...method.scopes);
    const wait =
      Math.random() < slack.faults.rateLimit
        ? 1
        : slack.limits.call(team, name, method.tier) ||
          (name === 'chat.postMessage' ? slack.limits.post(team, String(given.channel)) : 0);
    if (wait > 0) return { status: 429, answer: { ok: false, error: 'ratelimited' }, retryAfter: wait, team };
    const answer = method.run({ slack, workspace, args: parsed(given) });
    const cut = method.posts === true && Math.random() < slack.faults.cutAfterPost;
    return { status: 200, answer: { ok: true, ...answer }, cut, team };
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    const { code, messages, more } = error;
    if (messages.length === 0) return { ...refused(code, more), team };
    const explained = messages.map((message) => (message.startsWith('[ERROR]') ? message : `[ERROR] ${message}`));
    return {
      ...refused(code, {
        ...(code === 'invalid_blocks' ? { errors: messages } : {}),
        response_metadata: { messages: explained },
      }),
      team,
    };
  }
};

/** Calls kept for `GET /slack/calls`. */
const KEPT = 5_000;

/** `POST /slack/api/<method>`: the Web API. */
export const apiRouter = (slack: Slack): Router => {
  const answer = async (request: Request, response: Response): Promise<void> => {
    const name = String(request.params.method);
    if (Math.random() < slack.faults.http500) {
      slack.calls.push({
        at: new Date().toISOString(),
        method: name,
        team: null,
        args: null,
        status: 500,
        answer: null,
      });
      response.status(500).type('text/plain').send('Internal Server Error');
      return;
    }
    const body = Buffer.isBuffer(request.body) ? await readMultipart(request) : (request.body as Json | undefined);
    const { token, ...args } = { ...(request.query as Json), ...body };
    const outcome = perform(slack, name, args, bearer(request) ?? (typeof token === 'string' ? token : undefined));
    slack.calls.push({
      at: new Date().toISOString(),
      method: name,
      team: outcome.team,
      args,
      status: outcome.status,
      answer: outcome.answer,
    });
    if (slack.calls.length > KEPT) slack.calls.shift();
    if (outcome.cut) {
      request.socket.destroy();
      return;
    }
    if (outcome.retryAfter !== undefined) response.set('retry-after', String(outcome.retryAfter));
    response.set('x-oauth-scopes', slack.registration.scopes.join(',')).status(outcome.status).json(outcome.answer);
  };

  const router = Router();
  router.use(express.urlencoded({ extended: false, limit: '10mb', parameterLimit: 1_000 }));
  router.use(express.json({ limit: '10mb' }));
  router.use(express.raw({ type: 'multipart/form-data', limit: '10mb' }));
  router.post('/:method', answer);
  router.get('/:method', answer);
  return router;
};
