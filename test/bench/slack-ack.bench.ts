/**
 * How soon Slack hears that an interaction was taken, under load: presses, commands, forms' typeahead and events, signed
 * and sent at a steady rate to a whole Makegood on the embedded database, with its worker at work beside. Slack gives up
 * after 3 s; the product's own limit is 500 ms at the 99th percentile.
 *
 *   node test/bench/slack-ack.bench.ts [--quick]
 */
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEMO } from '../sandbox/sandbox.ts';
import { startStage } from '../sandbox/stage.ts';
import { freePorts } from '../support/ports.ts';

const QUICK = process.argv.includes('--quick');
const SECONDS = QUICK ? 5 : 20;
const RATES = QUICK ? [50] : [50, 100];
const LIMIT_MS = 500;

const dataDir = mkdtempSync(path.join(tmpdir(), 'makegood-ack-'));
const [port, sandboxPort, smtpPort] = (await freePorts(3)) as [number, number, number];
const stage = await startStage({ port, sandboxPort, smtpPort, dataDir, logLevel: 'silent', orders: 'demo' });

type Sent = Readonly<{ type: string; body: string }>;

const form = (fields: Record<string, string>): Sent => ({
  type: 'application/x-www-form-urlencoded',
  body: new URLSearchParams(fields).toString(),
});

let count = 0;
const base = { team: { id: DEMO.slack.team }, user: { id: 'U0AGENT', team_id: DEMO.slack.team }, api_app_id: 'A0' };
/** One of each kind in turn, each another one. */
const KINDS: Readonly<Record<string, () => Sent>> = {
  press: () =>
    form({
      payload: JSON.stringify({
        ...base,
        type: 'block_actions',
        trigger_id: `${count}.1.a`,
        channel: { id: 'C0RETURNS' },
        message: { ts: '1.0' },
        container: { type: 'message', message_ts: '1.0', channel_id: 'C0RETURNS' },
        response_url: `${stage.sandboxUrl}/slack/response/none`,
        actions: [
          {
            type: 'button',
            action_id: 'proposal.confirm',
            block_id: 'b',
            value: '0190d3a0-0000-7000-8000-000000000001',
            action_ts: `${count}.0`,
          },
        ],
      }),
    }),
  command: () =>
    form({
      command: '/makegood',
      text: `has #${1001 + (count % 12)} shipped?`,
      team_id: DEMO.slack.team,
      user_id: 'U0AGENT',
      channel_id: 'C0RETURNS',
      trigger_id: `${count}.2.a`,
      response_url: `${stage.sandboxUrl}/slack/response/none`,
      api_app_id: 'A0',
    }),
  typeahead: () =>
    form({
      payload: JSON.stringify({
        ...base,
        type: 'block_suggestion',
        action_id: 'order.find',
        block_id: 'b',
        value: '10',
        view: { id: 'V1', type: 'modal', private_metadata: '{}' },
      }),
    }),
  event: () => ({
    type: 'application/json',
    body: JSON.stringify({
      type: 'event_callback',
      team_id: DEMO.slack.team,
      event_id: `EvBench${count}`,
      event: {
        type: 'message',
        channel_type: 'im',
        channel: 'D0U0AGENT',
        user: 'U0AGENT',
        text: `what about #${1001 + (count % 12)}`,
        ts: `${1_700_000_000 + count}.000100`,
      },
    }),
  }),
};

const send = async ({ type, body }: Sent): Promise<number> => {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', DEMO.slack.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const began = performance.now();
  const response = await fetch(`${stage.makegoodUrl}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`answered ${response.status} to ${body.slice(0, 60)}`);
  return performance.now() - began;
};

const quantile = (sorted: readonly number[], at: number): number => sorted[Math.floor(sorted.length * at)] ?? 0;

let worst = 0;
try {
  for (const kind of Object.values(KINDS)) for (let warm = 0; warm < 10; warm += 1, count += 1) await send(kind());
  for (const rate of RATES) {
    const times: Record<string, number[]> = Object.fromEntries(Object.keys(KINDS).map((name) => [name, []]));
    const pending: Promise<void>[] = [];
    const began = performance.now();
    for (let sent = 0; sent < rate * SECONDS; sent += 1) {
      const wait = began + (sent * 1000) / rate - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const names = Object.keys(KINDS);
      const name = names[sent % names.length] as string;
      count += 1;
      pending.push(send((KINDS[name] as () => Sent)()).then((ms) => void times[name]?.push(ms)));
    }
    await Promise.all(pending);
    for (const [name, list] of Object.entries(times)) {
      const sorted = list.toSorted((a, b) => a - b);
      const p99 = quantile(sorted, 0.99);
      worst = Math.max(worst, p99);
      console.log(
        `${rate} a second, ${name.padEnd(9)}: ${sorted.length} sent, p50 ${quantile(sorted, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, most ${(sorted.at(-1) ?? 0).toFixed(0)} ms`,
      );
    }
  }
} finally {
  await stage.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
if (worst > LIMIT_MS) throw new Error(`p99 of ${worst.toFixed(0)} ms is above ${LIMIT_MS} ms`);
