import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseSettings } from '../policy/settings.ts';
import { startEmbedded } from '../prisma/embedded.ts';
import { openDatabase, s3Blobs } from '../prisma/index.ts';
import { compose, type Makegood } from './compose.ts';
import { type Config, secretsKeysOf } from './config.ts';
import { createLog } from './logger.ts';
import { type MovableClock, movableClock, realClock } from './shell/clock.ts';
import { type StoppableServer, stoppableServer } from './stoppable-server.ts';

export type Running = Readonly<{ url: string; makegood: Makegood; stop(): Promise<void> }>;

type Parts = Readonly<{ web: boolean; work: boolean }>;

/**
 * Starts Makegood: the database (an embedded PostgreSQL where no DATABASE_URL is set), what is due to it, the web
 * server, the worker. One process may do both; with several, each does its part on the same database.
 * @throws Error with one clear line: port in use, database unreachable, wrong key
 */
export const startMakegood = async (config: Config, parts: Parts): Promise<Running> => {
  const log = createLog(config.LOG_LEVEL);
  const dataDir = path.resolve(config.MAKEGOOD_DATA_DIR);
  mkdirSync(dataDir, { recursive: true });
  const embedded =
    config.DATABASE_URL === undefined ? await startEmbedded({ dataDir: path.join(dataDir, 'postgres') }) : null;
  const undo: (() => Promise<unknown>)[] = embedded === null ? [] : [() => embedded.stop()];
  const stop = async (): Promise<void> => {
    for (const step of undo.reverse().splice(0)) await step();
  };
  try {
    const clock =
      config.MAKEGOOD_SANDBOX_URL === undefined ? realClock : await sandboxClock(config.MAKEGOOD_SANDBOX_URL);
    const [secretsKey, ...previousSecretsKeys] = secretsKeysOf(config);
    const database = await openDatabase({
      url: config.DATABASE_URL ?? (embedded as NonNullable<typeof embedded>).url,
      secretsKey,
      previousSecretsKeys,
      dataDir,
      ...(config.EVIDENCE_S3_URL === undefined
        ? {}
        : {
            blobs: s3Blobs({
              url: config.EVIDENCE_S3_URL,
              keyId: config.EVIDENCE_S3_KEY_ID ?? '',
              secret: config.EVIDENCE_S3_SECRET ?? '',
              region: config.EVIDENCE_S3_REGION,
            }),
          }),
      log,
      now: clock.now,
      clockMoves: 'move' in clock,
      firstSettings: firstSettings(config.MAKEGOOD_FIRST_SETTINGS ?? '{}'),
    });
    undo.push(() => database.close());
    const makegood = compose(config, database, clock, log);
    let url = '';
    if (parts.web) {
      const { server, stop: stopServer } = await listen(makegood, config);
      undo.push(stopServer);
      const address = server.address();
      url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : config.PORT}`;
    }
    if (parts.work) {
      const queue = await makegood.startWork();
      undo.push(() => queue.stop());
    }
    return { url, makegood, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** The sandbox may have moved time before this process started. */
const sandboxClock = async (sandboxUrl: string): Promise<MovableClock> => {
  const clock = movableClock();
  try {
    const response = await fetch(`${sandboxUrl}/clock`);
    clock.move(((await response.json()) as { offsetMs: number }).offsetMs);
  } catch (error) {
    throw new Error(
      `the sandbox does not answer at ${sandboxUrl}/clock: start it first, or unset MAKEGOOD_SANDBOX_URL`,
      { cause: error },
    );
  }
  return clock;
};

/**
 * Settings of a shop's first policy version, complete: a default that changes later must not change an old version.
 * @throws Error that names the setting that is unknown or has no such value
 */
const firstSettings = (text: string): Record<string, unknown> => {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new Error('MAKEGOOD_FIRST_SETTINGS is not JSON: write it like {"approval.undoSeconds": 0}', { cause: error });
  }
  return parseSettings(given);
};

const listen = (makegood: Makegood, config: Config): Promise<StoppableServer> =>
  new Promise((resolve, reject) => {
    const stoppable = stoppableServer(makegood.serve);
    const server = stoppable.server.listen(config.PORT, config.HOST);
    server.once('listening', () => resolve(stoppable));
    server.once('error', (error: NodeJS.ErrnoException) => {
      const line =
        error.code === 'EADDRINUSE'
          ? `port ${config.PORT} is in use: stop what listens there, or set PORT to another`
          : `can't listen on port ${config.PORT}: ${error.message}`;
      reject(new Error(line, { cause: error }));
    });
  });
