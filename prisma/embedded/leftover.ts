import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What `postmaster.pid` says. */
export type Postmaster = Readonly<{ pid: number; port: number; ready: boolean }>;

/** Line 1: process id; line 4: port; line 8: status, padded (PostgreSQL 10 and later). */
export const readPostmaster = (data: string): Postmaster | null => {
  let text: string;
  try {
    text = readFileSync(join(data, 'postmaster.pid'), 'utf8');
  } catch {
    return null;
  }
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
};

/** A process that runs; a zombie (dead, but nobody asked) does not. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    // The state follows the name, which is in brackets and may hold anything.
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return !existsSync('/proc/self/stat');
  }
};

/** Ids of the server's processes on a data folder: each of them works in it. Empty where the machine can't tell. */
const processesIn = (data: string): readonly number[] => {
  if (!existsSync('/proc/self/cwd')) return [];
  const found: number[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      if (readlinkSync(`/proc/${name}/cwd`) === data) found.push(Number(name));
    } catch {
      // Ended meanwhile, or somebody else's.
    }
  }
  return found;
};

/** Whether the process in `postmaster.pid` is the server and not one that got its number after a reboot. */
export const isServerOf = (pid: number, data: string): boolean => {
  if (!isAlive(pid)) return false;
  return existsSync('/proc/self/cwd') ? processesIn(data).includes(pid) : true;
};

/** Fast shutdown: connections are ended, everything is written. Then harder, so that a start never waits for ever. */
export const stopServer = async (pid: number): Promise<void> => {
  for (const [signal, patienceMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const until = Date.now() + patienceMs;
    while (Date.now() < until) {
      if (!isAlive(pid)) return;
      await sleep(10);
    }
  }
};

/**
 * Clears the way after a server that was killed: its workers notice within moments that it is gone, and only then may
 * its pid file go, because two servers on one folder would destroy it.
 */
export const clearDead = async (data: string): Promise<void> => {
  const until = Date.now() + 5_000;
  for (let left = processesIn(data); left.length > 0; left = processesIn(data)) {
    if (Date.now() > until) for (const pid of left) process.kill(pid, 'SIGKILL');
    await sleep(10);
  }
  rmSync(join(data, 'postmaster.pid'), { force: true });
};
