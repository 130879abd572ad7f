import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, ExpressReceiver } from '@slack/bolt';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../../support/wait.ts';
import { type Sandbox, startSandbox } from '../sandbox.ts';
import type { Loose } from './support.ts';

/** A real Bolt app, with its own verification of signatures, answers through the sandbox from end to end. */

let sandbox: Sandbox;
let server: Server;
const CHANNEL = 'C0RETURNS';
const plain = (text: string) => ({ type: 'plain_text' as const, text });

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, smtpPort: 0 });
  const web = express();
  const receiver = new ExpressReceiver({ app: web, endpoints: '/slack/events', signingSecret: 'demo-signing-secret' });
  const app = new App({
    receiver,
    token: 'xoxb-demo-bot-token',
    convoStore: false,
    clientOptions: { slackApiUrl: `${sandbox.url}/slack/api/`, retryConfig: { retries: 0 } },
  });
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postMessage({
      channel: event.channel,
      thread_ts: event.ts,
      text: 'Open a return?',
      blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'open', text: plain('Open'), value: '1' }] }],
    });
  });
  app.action('open', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'form',
        private_metadata: String(body.message?.ts),
        title: plain('Return'),
        submit: plain('Save'),
        blocks: [
          {
            type: 'input',
            block_id: 'note',
            label: plain('Note'),
            element: { type: 'plain_text_input', action_id: 'note' },
          },
        ],
      },
    });
  });
  app.view('form', async ({ ack, view, client, body }) => {
    await ack();
    await client.chat.update({
      channel: CHANNEL,
      ts: view.private_metadata,
      text: `${view.state.values.note?.note?.value} by <@${body.user.id}>`,
      blocks: [],
    });
  });
  server = web.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  sandbox.pointAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await sandbox?.stop();
});

const control = async (path: string, body: object) =>
  (await (
    await fetch(`${sandbox.url}/slack${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).json()) as Loose;
const read = async (path: string) => (await (await fetch(`${sandbox.url}/slack${path}`)).json()) as Loose;

it('goes from a mention through a button and a modal to a message updated in place', async () => {
  const { ts } = await control('/say', { user: 'U0AGENT', channel: CHANNEL, text: 'return for #1003', mention: true });
  const reply = await until('the answer', async () =>
    (await read(`/messages?channel=${CHANNEL}`)).messages.find(
      (message: Loose) => message.thread_ts === ts && message.bot_id,
    ),
  );
  expect(await control('/click', { user: 'U0AGENT', channel: CHANNEL, ts: reply.ts, action_id: 'open' })).toMatchObject(
    { ok: true },
  );
  const view = await until('the modal', async () => (await read('/views?user=U0AGENT')).views[0]);
  expect(await control('/submit', { user: 'U0AGENT', view_id: view.id, values: { note: 'lid broken' } })).toMatchObject(
    { ok: true },
  );
  const updated = await until('the update', async () =>
    (await read(`/messages?channel=${CHANNEL}`)).messages.find(
      (message: Loose) => message.ts === reply.ts && message.edited,
    ),
  );
  expect(updated.text).toBe('lid broken by <@U0AGENT>');
  expect(updated.blocks).toBeUndefined();
});

it('is not taken in by a wrong secret', async () => {
  const other = await startSandbox({
    port: 0,
    smtpPort: 0,
    makegoodUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    slack: { team: 'T0DEMO', botToken: 'xoxb-demo-bot-token', signingSecret: 'not-the-secret' },
    slackSettings: { retryAfterMs: [] },
  });
  try {
    const answer = await fetch(`${other.url}/slack/command`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'U0AGENT', channel: CHANNEL, command: '/makegood' }),
    });
    expect(await answer.json()).toMatchObject({ ok: false, status: 401 });
  } finally {
    await other.stop();
  }
});
