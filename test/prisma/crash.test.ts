import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EffectRecord } from '../../policy/app/records.ts';
import { until } from '../support/wait.ts';
import { type Opened, openFresh } from './open.ts';
import { anEffect, anEnvelope, anItem, done, SHOP } from './samples.ts';

/** Starts a process that hangs at `what`, and collects what it says. */
const doom = (what: 'effect' | 'claim' | 'store', url: string): { child: ChildProcess; said: string[] } => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'children', 'doomed.ts'), what, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  if (child.stdout !== null) createInterface(child.stdout).on('line', (line) => said.push(line));
  return { child, said };
};

const kill = async (child: ChildProcess): Promise<void> => {
  const exited = once(child, 'close');
  child.kill('SIGKILL');
  await exited;
};

describe('a process that is killed', () => {
  let opened: Opened;
  const children: ChildProcess[] = [];
  const start = (what: Parameters<typeof doom>[0]): ReturnType<typeof doom> => {
    const doomed = doom(what, opened.url);
    children.push(doomed.child);
    return doomed;
  };
  beforeEach(async () => {
    opened = await openFresh();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) await kill(child);
    await opened.close();
  });

  const recordEffect = async (): Promise<string> => {
    const effect = anEffect();
    await opened.db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { effects: [effect] }));
    return effect.id;
  };
  const startQueue = (seen: EffectRecord[]) =>
    opened.db.startQueue({
      effect: async (id) => {
        const record = await opened.db.store.beginEffect(id);
        if (record !== null) seen.push(record);
      },
      drainInbox: async () => {},
      sweep: async () => {},
      reconcile: async () => {},
    });

  it('keeps its effects for itself while it lives: one effect never runs twice at once', async () => {
    const id = await recordEffect();
    const { child, said } = start('effect');
    await until('the effect to begin', async () => said.includes(id));
    expect(await opened.db.store.beginEffect(id)).toBeNull();
    await kill(child);
    expect(await until('the effect to be free', () => opened.db.store.beginEffect(id))).toMatchObject({
      attempts: 2,
      interrupted: true,
      unsure: true,
    });
  });

  it('gives its effects back at the next start, marked as interrupted', async () => {
    const id = await recordEffect();
    const { child, said } = start('effect');
    await until('the effect to begin', async () => said.includes(id));
    await kill(child);
    const seen: EffectRecord[] = [];
    await startQueue(seen);
    await until('the effect to run again', async () => seen.length > 0);
    expect(seen).toMatchObject([{ id, state: 'running', attempts: 2, interrupted: true }]);
  });

  it('gives them back to one who is running already, at the sweep', async () => {
    const id = await recordEffect();
    const { child, said } = start('effect');
    await until('the effect to begin', async () => said.includes(id));
    const seen: EffectRecord[] = [];
    const queue = await startQueue(seen);
    // It is alive: nobody takes its work.
    await queue.sweepNow();
    expect(seen).toEqual([]);
    await kill(child);
    await until('the effect to run again', async () => {
      await queue.sweepNow();
      return seen.length > 0;
    });
    expect(seen[0]).toMatchObject({ id, interrupted: true });
  });

  it('gives back at once the rows it had claimed', async () => {
    const items = [anItem(), anItem(), anItem()];
    for (const item of items) await opened.db.inbox.store(item);
    const { child, said } = start('claim');
    await until('the rows to be claimed', async () => said.length === 3);
    expect(await opened.db.drain.claim(10)).toEqual([]);
    await kill(child);
    await startQueue([]);
    const rows = await until('the rows', async () => {
      const claimed = await opened.db.drain.claim(10);
      return claimed.length > 0 ? claimed : null;
    });
    expect(rows.map((row) => ({ id: row.id, attempts: row.attempts }))).toEqual(
      items.map(({ id }) => ({ id, attempts: 2 })),
    );
  });

  it('loses nothing that it said was stored', async () => {
    const { child, said } = start('store');
    await until('a few hundred items', async () => said.length > 300);
    await kill(child);
    const { rows } = await opened.sql.query<{ id: string }>(
      'SELECT i.id FROM inbox i JOIN inbox_open o USING (day, key)',
    );
    const stored = new Set(rows.map((row) => row.id));
    expect(said.filter((id) => !stored.has(id))).toEqual([]);
  });
});
