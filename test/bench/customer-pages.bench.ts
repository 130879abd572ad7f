import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startStage } from '../sandbox/stage.ts';
import { freePorts } from '../support/ports.ts';
import { until } from '../support/wait.ts';

/**
 * First byte of customers' pages, one request after the other as a person presses: `node test/bench/customer-pages.bench.ts`.
 * Goal: p99 ≤ 50 ms.
 */
const ROUNDS = 600;

const dataDir = mkdtempSync(path.join(tmpdir(), 'makegood-bench-'));
const [port, sandboxPort, smtpPort] = (await freePorts(3)) as [number, number, number];
const stage = await startStage({ port, sandboxPort, smtpPort, dataDir, logLevel: 'silent', orders: 'none' });
try {
  const email = 'bench@example.com';
  const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', {
    name: '#9001',
    email,
    currency: 'USD',
    line_items: [{ title: 'Headphones', sku: 'HP-1', quantity: 2, price: '40.00' }],
  });
  await stage.call('POST', `/shopify/orders/${id}/fulfill`, {});
  // From another address each time: a real customer's requests are counted, and these are many customers'.
  let turn = 0;
  const from = () => {
    turn += 1;
    return { 'x-forwarded-for': `10.${(turn >> 16) & 255}.${(turn >> 8) & 255}.${turn & 255}` };
  };
  const form = `${stage.makegoodUrl}/r/demo`;
  const send = (url: string, fields: Record<string, string>) =>
    fetch(url, { method: 'POST', redirect: 'manual', headers: from(), body: new URLSearchParams(fields) });
  const found = await until('the order', async () => {
    const response = await send(form, { number: '#9001', proof: email });
    return response.status === 303 ? response.headers.get('location') : null;
  });
  const order = `${stage.makegoodUrl}${found}`;
  const questions = await until('the shipment', async () => {
    const html = await (await fetch(`${order}?reason=changed_mind`, { headers: from() })).text();
    return /name="(line-\d+)"/.exec(html);
  });
  const preview = await (await send(order, { reason: 'changed_mind', [questions[1] as string]: '2' })).text();
  const pass = /name="pass" value="([^"]+)"/.exec(preview)?.[1] as string;
  const thanks = await (await send(`${form}/send`, { pass })).text();
  const [state, withdraw] = [...thanks.matchAll(/href="(http[^"]+\/c\/[\w-]+)"/g)].map((match) => match[1] as string);

  const pages = { form, 'order, questions': `${order}?reason=changed_mind`, state, withdraw } as Record<string, string>;
  for (const [name, url] of Object.entries(pages)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      const response = await fetch(url, { headers: from() });
      times.push(performance.now() - began);
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${name} answered ${response.status}`);
    }
    times.sort((a, b) => a - b);
    const at = (share: number): string => `${(times[Math.floor(share * (ROUNDS - 1))] as number).toFixed(1)} ms`;
    console.log(`${name.padEnd(18)} first byte p50 ${at(0.5)}, p99 ${at(0.99)}`);
  }
} finally {
  await stage.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
