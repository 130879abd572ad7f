import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startOver } from './start-over.ts';

let folder: string;
let child: ChildProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'makegood-fresh-'));
  // Under root the database runs as another account, which has to get in.
  chmodSync(folder, 0o711);
  for (const name of ['sandbox.v8', 'thesis.txt']) writeFileSync(path.join(folder, name), 'kept');
  mkdirSync(path.join(folder, 'evidence'));
});
afterEach(async () => {
  await endChild();
  rmSync(folder, { recursive: true, force: true });
});

const endChild = async (): Promise<void> => {
  if (child === null) return;
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
  child = null;
};

it('forgets what the demo kept, and nothing else of the folder that was named', () => {
  startOver(folder, undefined);
  expect(readdirSync(folder)).toEqual(['thesis.txt']);
  startOver(folder, undefined);
  expect(() => startOver(path.join(folder, 'not-there'), undefined)).not.toThrow();
});

it('leaves a demo that is running its data', { timeout: 60_000 }, async () => {
  child = spawn(
    process.execPath,
    [path.resolve(import.meta.dirname, '../prisma/children/embedded.ts'), path.join(folder, 'postgres'), 'hang'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (child.stdout === null) throw new Error('no output to read');
  await once(child.stdout, 'data');
  const before = readdirSync(folder);
  expect(() => startOver(folder, undefined)).toThrow(`a demo is running on ${folder} (process ${child?.pid})`);
  expect(readdirSync(folder)).toEqual(before);
  // Killed, it left its database server behind: nobody uses that any more.
  await endChild();
  startOver(folder, undefined);
  expect(readdirSync(folder)).toEqual(['thesis.txt']);
});

it('does not pretend to empty a database that it was given', () => {
  const before = readdirSync(folder);
  expect(() => startOver(folder, 'postgres://127.0.0.1/mine')).toThrow('DATABASE_URL');
  expect(readdirSync(folder)).toEqual(before);
});
