import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startSandbox } from './sandbox.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'makegood-keep-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = () => startSandbox({ port: 0, smtpPort: 0, keepIn: path.join(folder, 'sandbox.v8') });

it('goes on from what a demo held that came up', async () => {
  const first = await start();
  first.keep();
  await first.stop();
  const second = await start();
  expect(second.restored).toBe(true);
  await second.stop();
});

it('begins anew where the first start failed, so that the orders to play with are seeded', async () => {
  const first = await start();
  await first.stop();
  const second = await start();
  expect(second.restored).toBe(false);
  await second.stop();
});
