import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { until } from '../wait.ts';

const MAIN = path.join(import.meta.dirname, '../../../web/main.ts');

/** Makegood as a process of its own, started again whenever it was killed. */
export type MakegoodProcess = Readonly<{
  start(): Promise<void>;
  /** SIGKILL: no handler runs, nothing is put in order. */
  kill(): Promise<void>;
  /** SIGTERM, and waited for. */
  stop(): Promise<void>;
  kills(): number;
}>;

type Options = Readonly<{ url: string; environment: Readonly<Record<string, string | undefined>>; logFile: string }>;

export const makegoodProcess = ({ url, environment, logFile }: Options): MakegoodProcess => {
  let child: ChildProcess | null = null;
  let kills = 0;
  const log = createWriteStream(logFile, { flags: 'a' });

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = child;
    child = null;
    if (ended === null || ended.exitCode !== null || ended.signalCode !== null) return;
    const gone = once(ended, 'close');
    ended.kill(signal);
    await gone;
  };

  return {
    start: async () => {
      const started = spawn(process.execPath, [MAIN], {
        env: { ...definedOnly(environment), PATH: process.env.PATH ?? '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      started.stdout?.pipe(log, { end: false });
      started.stderr?.pipe(log, { end: false });
      await until(
        'Makegood to be ready',
        async () => {
          if (started.exitCode !== null) throw new Error(`Makegood ended with ${started.exitCode}: see ${logFile}`);
          return (await fetch(`${url}/readyz`)).ok;
        },
        300_000,
      );
    },
    kill: async () => {
      kills += 1;
      await end('SIGKILL');
    },
    stop: async () => {
      await end('SIGTERM');
      log.end();
    },
    kills: () => kills,
  };
};

const definedOnly = (environment: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
