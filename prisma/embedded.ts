import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverAccount } from './embedded/account.ts';
import { findBinaries } from './embedded/binaries.ts';
import { type Cluster, firstError, openCluster, SERVER_ENV } from './embedded/cluster.ts';
import { clearDead, isAlive, isServerOf, readPostmaster, stopServer } from './embedded/leftover.ts';
import type { Log } from './log.ts';
import { silent } from './log.ts';

/** A running PostgreSQL. `url` carries its password: never log it. */
export type Embedded = Readonly<{ url: string; stop(): Promise<void> }>;

export type EmbeddedOptions = Readonly<{
  dataDir: string;
  log?: Log;
  /** False: for tests. Much quicker to fill and to copy, and gone if the machine stops. */
  durable?: boolean;
}>;

/** Small: this is for trying, testing and small shops. Durability is PostgreSQL's own default. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '80',
  shared_buffers: '64MB',
  // 16 MB segments are kept for reuse between checkpoints: fewer of them than the default of 1 GB.
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
} as const;

const FLEETING = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const;

/** Restarts of a server that dies under us, before somebody has to look. */
const RESTARTS = 5;

/**
 * Starts the PostgreSQL that npm brought, on loopback and a free port, with its files in `dataDir`. Made and ready in
 * about a second the first time, in a tenth afterwards. A server that a killed run left behind is stopped first; one
 * that another live process of ours runs on the same folder is shared. Should the server die, it is started again on
 * the same port.
 * @throws Error with one line that says what to do
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const { log = silent, durable = true } = options;
  const account = serverAccount();
  const binaries = findBinaries(account);
  const cluster = await openCluster(options.dataDir, binaries, account, durable);

  const shared = await sharedServer(cluster);
  if (shared !== null) return { url: urlOf(cluster, shared), stop: async () => {} };

  let child: ChildProcess;
  let port: number;
  for (let attempt = 1; ; attempt += 1) {
    port = await freePort();
    try {
      child = await launch(binaries.postgres, cluster, port, account, durable);
      break;
    } catch (error) {
      // Somebody took the port in between.
      if (attempt === 3 || !/could not (bind|create any TCP)/.test(String(error))) throw error;
    }
  }
  writeFileSync(join(cluster.home, 'owner'), `${process.pid}\n`);

  let stopping = false;
  let restarts = 0;
  const supervise = (running: ChildProcess): void => {
    running.once('exit', () => {
      if (stopping) return;
      restarts += 1;
      log.error({ restarts }, 'the embedded database ended; starting it again');
      if (restarts > RESTARTS) return;
      launchAgain().catch((error: unknown) => log.error({ err: error }, 'the embedded database did not start again'));
    });
  };
  const launchAgain = async (): Promise<void> => {
    await clearDead(cluster.data);
    if (stopping) return;
    child = await launch(binaries.postgres, cluster, port, account, durable);
    supervise(child);
  };
  supervise(child);

  // A program that ends without stopping it takes it along.
  const onExit = (): void => {
    child.kill('SIGINT');
  };
  process.once('exit', onExit);

  return {
    url: urlOf(cluster, port),
    stop: async () => {
      if (stopping) return;
      stopping = true;
      process.removeListener('exit', onExit);
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((done) => child.once('exit', done));
        child.ref();
        await Promise.all([ended, child.pid === undefined ? undefined : stopServer(child.pid)]);
      }
    },
  };
};

/** The port of a server on this folder that another live process of ours looks after; stops any other. */
const sharedServer = async (cluster: Cluster): Promise<number | null> => {
  const left = readPostmaster(cluster.data);
  if (left === null) return null;
  if (ownerOf(cluster) !== null) {
    await untilReady(cluster, () => isAlive(left.pid));
    return left.port;
  }
  if (isServerOf(left.pid, cluster.data)) await stopServer(left.pid);
  await clearDead(cluster.data);
  return null;
};

/** The live process of ours that looks after the server on this folder; null where there is none. */
const ownerOf = ({ home, data }: Pick<Cluster, 'home' | 'data'>): number | null => {
  const left = readPostmaster(data);
  const owner = Number(readIfThere(join(home, 'owner')));
  return left !== null && isServerOf(left.pid, data) && owner > 0 && isAlive(owner) ? owner : null;
};

/** The id of the live process that runs the database in `dataDir`; null where none does, or there is no database. */
export const runsEmbedded = (dataDir: string): number | null => {
  const home = join(dataDir, 'postgres');
  return existsSync(home) ? ownerOf({ home, data: join(realpathSync(home), 'data') }) : null;
};

/** In a session of its own: Ctrl-C in a terminal reaches us, and we stop it when we have finished writing. */
const launch = async (
  program: string,
  cluster: Cluster,
  port: number,
  account: { uid: number; gid: number } | null,
  durable: boolean,
): Promise<ChildProcess> => {
  const settings = Object.entries({ ...SETTINGS, ...(durable ? {} : FLEETING) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = openSync(cluster.log, 'w', 0o600);
  const child = spawn(program, ['-D', cluster.data, '-p', String(port), ...settings], {
    cwd: cluster.data,
    detached: true,
    stdio: ['ignore', log, log],
    env: SERVER_ENV,
    ...account,
  });
  closeSync(log);
  let failed: Error | null = null;
  child.once('error', (error) => {
    failed = error;
  });
  const running = (): boolean => failed === null && child.exitCode === null && child.signalCode === null;
  try {
    await untilReady(cluster, running);
  } catch (error) {
    child.kill('SIGKILL');
    const said = firstError(readIfThere(cluster.log)) ?? (failed as Error | null)?.message ?? String(error);
    throw new Error(`the embedded database did not start: ${said} (see ${cluster.log})`, { cause: error });
  }
  child.unref();
  return child;
};

/** The server writes into its pid file when it takes connections: no password or connection is needed to see it. */
const untilReady = async (cluster: Cluster, running: () => boolean): Promise<void> => {
  // Recovery after a crash may have a checkpoint's worth of log to replay.
  const until = Date.now() + 120_000;
  while (readPostmaster(cluster.data)?.ready !== true) {
    if (!running()) throw new Error('it ended at once');
    if (Date.now() > until) throw new Error('it was not ready within two minutes');
    await sleep(5);
  }
};

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object' ? done(address.port) : fail(new Error('no free port')),
      );
    });
  });

const readIfThere = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const urlOf = (cluster: Cluster, port: number): string =>
  `postgres://makegood:${cluster.password}@127.0.0.1:${port}/postgres`;
