import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from './sandbox.ts';

const open: Sandbox[] = [];
const start = async (options: Parameters<typeof startSandbox>[0] = {}) => {
  const sandbox = await startSandbox({ port: 0, smtpPort: 0, ...options });
  open.push(sandbox);
  return sandbox;
};
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.stop();
});
const portOf = ({ url }: Sandbox): number => Number(new URL(url).port);

it('names the port that is in use, and what it is for', async () => {
  const first = await start();
  await expect(start({ port: portOf(first) })).rejects.toThrow(
    `port ${portOf(first)} (sandbox: Shopify, Slack and mail) is in use`,
  );
  await expect(start({ smtpPort: first.smtpPort })).rejects.toThrow(
    `port ${first.smtpPort} (mail server of the sandbox) is in use`,
  );
});

it('links all rooms on its first page', async () => {
  const { url } = await start();
  const page = await (await fetch(url)).text();
  for (const room of ['/slack', '/shopify/admin', '/mail/inbox']) expect(page).toContain(`href="${room}"`);
  for (const asset of [
    '/assets/home.js',
    '/assets/home.css',
    '/slack',
    '/slack/ui/assets/slack/app.js',
    '/mail/inbox',
    '/mail/assets/inbox.js',
  ])
    expect((await fetch(url + asset)).status, asset).toBe(200);
});

it('tells makegood when the clock moves, with the secret', async () => {
  const told: unknown[] = [];
  const makegood = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      told.push([
        request.method,
        request.url,
        request.headers['x-sandbox-secret'],
        JSON.parse(Buffer.concat(chunks).toString()),
      ]);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => makegood.listen(0, '127.0.0.1', resolve));
  try {
    const { url, clock } = await start({ makegoodUrl: `http://127.0.0.1:${(makegood.address() as AddressInfo).port}` });
    const answer = await fetch(`${url}/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: 'P31D' }),
    });
    expect(answer.status).toBe(200);
    const days = clock.offsetMs() / 86_400_000;
    expect(days).toBeCloseTo(31, 3);
    expect(told).toEqual([['POST', '/sandbox/clock', 'demo-signing-secret', { offsetMs: clock.offsetMs() }]]);
  } finally {
    makegood.closeAllConnections();
    makegood.close();
  }
});

it('moves the clock although makegood is not up', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const { clock } = await start({ makegoodUrl: `http://127.0.0.1:${port}` });
  await clock.move(3_600_000);
  expect(clock.offsetMs()).toBe(3_600_000);
});

it('dates messages by the moved clock', async () => {
  const sandbox = await start();
  await sandbox.clock.move(31 * 86_400_000);
  const answer = await fetch(`${sandbox.url}/slack/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'U0AGENT', channel: 'C0RETURNS', text: 'a month later' }),
  });
  const { ts } = (await answer.json()) as { ts: string };
  expect((Number(ts) * 1000 - Date.now()) / 86_400_000).toBeCloseTo(31, 2);
});
