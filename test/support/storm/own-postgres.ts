import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { serverAccount } from '../../../prisma/embedded/account.ts';
import { readPostmaster } from '../../../prisma/embedded/leftover.ts';
import { freePorts } from '../ports.ts';
import { until } from '../wait.ts';

/** A PostgreSQL of the machine's own package, started for one test: `kill` is SIGKILL, and `start` recovers. */
export type OwnPostgres = Readonly<{
  url: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  drop(): Promise<void>;
}>;

/** The newest server that the machine has installed as Debian does; null: none. */
export const installedPostgres = (): string | null => {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return null;
  const versions = readdirSync(root).filter((one) => existsSync(path.join(root, one, 'bin', 'initdb')));
  const newest = versions.toSorted((one, other) => Number(one) - Number(other)).at(-1);
  return newest === undefined ? null : path.join(root, newest, 'bin');
};

export const ownPostgres = async (bin: string): Promise<OwnPostgres> => {
  const account = serverAccount();
  const home = mkdtempSync(path.join(tmpdir(), 'storm-postgres-'));
  const data = path.join(home, 'data');
  mkdirSync(data, { mode: 0o700 });
  chmodSync(home, 0o711);
  if (account !== null) chownSync(data, account.uid, account.gid);
  const how = { cwd: data, stdio: 'ignore' as const, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' }, ...account };
  const made = spawn(path.join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'storm', '-E', 'UTF8'], how);
  const [code] = (await once(made, 'close')) as [number];
  if (code !== 0) throw new Error(`initdb ended with ${code}`);
  const [port] = (await freePorts(1)) as [number];
  const url = `postgres://storm@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | null = null;

  const kill = async (): Promise<void> => {
    const ended = server;
    server = null;
    if (ended === null || ended.exitCode !== null || ended.signalCode !== null) return;
    const gone = once(ended, 'close');
    ended.kill('SIGKILL');
    await gone;
  };
  const start = async (): Promise<void> => {
    const settings = [`listen_addresses=127.0.0.1`, 'unix_socket_directories=', 'max_connections=80'];
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
    // Backends of a killed server hold its memory until they have noticed; till then it does not start again.
    await until(
      'PostgreSQL to take connections',
      async () => {
        if (server === null || server.exitCode !== null) server = spawn(path.join(bin, 'postgres'), args, how);
        const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
        client.on('error', () => {});
        await client.connect();
        await client.end();
        return readPostmaster(data)?.ready === true;
      },
      120_000,
    );
  };
  return {
    url,
    start,
    kill,
    drop: async () => {
      await kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
};
