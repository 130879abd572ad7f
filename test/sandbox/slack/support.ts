import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox } from '../sandbox.ts';
import type { SlackSettings } from './context.ts';

/** A sandbox on free ports, and an app that notes what reaches it and answers as a test wants. */

export type Loose = any;
export type Received = { path: string; headers: IncomingHttpHeaders; body: string; at: number };
export type Reply = { status?: number; headers?: Record<string, string>; body?: string } | 'never';

export const startProbe = async (settings: SlackSettings = {}) => {
  const received: Received[] = [];
  let reply: (request: Received, before: number) => Reply = () => ({});
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const got = {
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
        at: Date.now(),
      };
      const answer = reply(got, received.length);
      received.push(got);
      if (answer !== 'never') response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const makegoodUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    makegoodUrl,
    slackSettings: { retryAfterMs: [0, 20, 40], ...settings },
  });

  const send = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Record<string, Loose>,
    };
  };
  const token = { authorization: 'Bearer xoxb-demo-bot-token' };
  const parsed = ({ body, headers }: Received): Record<string, Loose> =>
    headers['content-type'] === 'application/json'
      ? JSON.parse(body)
      : JSON.parse(
          new URLSearchParams(body).get('payload') ?? JSON.stringify(Object.fromEntries(new URLSearchParams(body))),
        );

  return {
    sandbox,
    makegoodUrl,
    received,
    answer: (next: typeof reply) => {
      reply = next;
    },
    /** A control call. */
    control: async (path: string, body: unknown) => (await send(`/slack${path}`, body)).body,
    /** A control call with its status. */
    controlRaw: (path: string, body: unknown) => send(`/slack${path}`, body),
    /** A Web API call as the app. */
    api: async (method: string, args: unknown = {}) => (await send(`/slack/api/${method}`, args, token)).body,
    apiRaw: (method: string, args: unknown = {}, headers: Record<string, string> = token) =>
      send(`/slack/api/${method}`, args, headers),
    read: async (path: string) => (await (await fetch(`${sandbox.url}/slack${path}`)).json()) as Record<string, Loose>,
    /** Everything that was on its way has arrived. */
    idle: () => sandbox.slack.slack.sender.idle(),
    /** What the app got, parsed. */
    got: () => received.map(parsed),
    events: () => received.map(parsed).filter(({ type }) => type === 'event_callback'),
    forget: () => received.splice(0),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await sandbox.stop();
    },
  };
};

export type Probe = Awaited<ReturnType<typeof startProbe>>;
