import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Command, Outcome } from '../../../policy/app/commands.ts';
import { createSlack } from '../../../slack/app.ts';
import type { Understand } from '../../../slack/model/understand.ts';
import { createClock } from '../../sandbox/clock.ts';
import { createSlackRoom } from '../../sandbox/slack/room.ts';
import { NOW } from './builders.ts';
import {
  aWorld,
  memoryEvidence,
  memoryInbox,
  parcelReadOf,
  readModelOf,
  recordingHandle,
  typeaheadOf,
  type World,
} from './doubles.ts';

export const SIGNING_SECRET = 'demo-signing-secret';
export const TEAM = 'T0DEMO';
export const TOKEN = 'xoxb-demo-token';

const listen = async (app: express.Express) => {
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** What a shop has from the day it installs: the policy as it comes. */
const FIRST_VERSION = {
  id: 'v1',
  shop: 'demo.myshopify.com',
  number: 1,
  settings: {},
  effectiveAt: '2026-01-01T00:00:00.000Z',
  publishedBy: null,
  publishedByName: null,
  digest: 'd',
};

/** Bolt and the sandbox's Slack, joined over HTTP; everything behind them is in memory. Events are drained when asked. */
export const slackStage = async (
  options: Readonly<{
    world?: World;
    answer?: (command: Command) => Outcome;
    tokens?: Map<string, string>;
    understand?: Understand;
  }> = {},
) => {
  const world = options.world ?? aWorld();
  const { handled, commands, handle } = recordingHandle(options.answer);
  const inbox = memoryInbox();
  const evidence = memoryEvidence();
  const warnings: string[] = [];
  const log = {
    debug: () => undefined,
    info: () => undefined,
    warn: (_: object, message: string) => void warnings.push(message),
    error: (fields: object, message: string) =>
      void warnings.push(`${message} ${String((fields as { err?: Error }).err ?? '')}`),
  };

  const makegoodApp = express();
  const makegood = await listen(makegoodApp);
  const sandboxApp = express();
  const sandbox = await listen(sandboxApp);
  const room = createSlackRoom(
    {
      makegoodUrl: makegood.url,
      sandboxUrl: sandbox.url,
      clock: createClock(),
      shopify: { apiKey: 'key', apiSecret: 'secret' },
      slack: { team: TEAM, botToken: TOKEN, signingSecret: SIGNING_SECRET },
    },
    { retryAfterMs: [0] },
  );
  sandboxApp.use('/slack', room.router);
  await room.start();

  const tokens = options.tokens ?? new Map([[TEAM, TOKEN]]);
  const slack = createSlack({
    app: makegoodApp,
    signingSecret: SIGNING_SECRET,
    slackApiUrl: `${sandbox.url}/slack/api/`,
    inbox: inbox.inbox,
    installations: { slackToken: async (team) => tokens.get(team) ?? null },
    read: readModelOf(world),
    parcels: parcelReadOf(world),
    typeahead: typeaheadOf(world),
    figures: { figures: async () => ({ opened: 0, closed: 0, parcels: 0, refunded: [] }) },
    people: { roleGroups: async () => world.roleGroups ?? [] },
    policy: { policyVersions: async () => [FIRST_VERSION] },
    handle,
    ...(options.understand === undefined ? {} : { understand: options.understand }),
    evidence: evidence.evidence,
    preview: async () => {
      throw new Error('nothing left to cancel');
    },
    clock: { now: () => NOW },
    log,
  });
  slack.mount();
  // As in production: a parser of bodies behind Slack's routes must not get in their way.
  makegoodApp.use(express.json());

  const call = async <T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${sandbox.url}/slack${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T;
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer;
  };

  let drained = 0;
  return {
    world,
    handled,
    commands,
    inbox,
    evidence,
    warnings,
    slack,
    room,
    makegoodUrl: makegood.url,
    call,
    /** What the drain does: dispatches what the inbox holds. */
    drain: async () => {
      await room.slack.sender.idle();
      for (; drained < inbox.items.length; drained += 1) {
        const item = inbox.items[drained];
        if (item !== undefined)
          await slack.handleEvent({ ...item, rowId: String(drained), receivedAt: NOW, attempts: 1 });
      }
    },
    messages: async (channel: string) =>
      (await call<{ messages: Message[] }>('GET', `/messages?channel=${channel}`)).messages,
    views: async (user: string) => (await call<{ views: View[] }>('GET', `/views?user=${user}`)).views,
    stop: async () => {
      await room.stop();
      await sandbox.close();
      await makegood.close();
    },
  };
};

export type Stage = Awaited<ReturnType<typeof slackStage>>;
export type Message = {
  ts: string;
  thread_ts?: string;
  text: string;
  user?: string;
  blocks?: unknown[];
  ephemeral_to?: string;
};
export type View = {
  id: string;
  callback_id: string;
  blocks: { block_id?: string; type: string }[];
  title: { text: string };
};
