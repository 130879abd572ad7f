import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { HandleCommand } from '../../../policy/app/commands.ts';
import { type Database, openDatabase, seedPeople } from '../../../prisma/index.ts';
import { createHandleCommand } from '../../../web/shell/handle-command.ts';
import { realIds } from '../../../web/shell/ids.ts';
import { DEMO, type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { environment } from '../../sandbox/stage.ts';
import { tellMakegood } from '../../sandbox/tell-makegood.ts';
import { freshDatabase } from '../database.ts';
import { freePorts } from '../ports.ts';
import { until } from '../wait.ts';
import type { Dice } from './dice.ts';
import { type MakegoodProcess, makegoodProcess } from './makegood-process.ts';
import { type Watch, watchCases } from './watch.ts';

/** Makegood in a process that is killed again and again; Shopify, Slack and the storm in this one. */
export type StormStage = Readonly<{
  makegoodUrl: string;
  sandbox: Sandbox;
  /** Processes on one database, each web and worker; the first is the one that Shopify and Slack know. */
  makegoods: readonly MakegoodProcess[];
  database: Database;
  /** Commands as a second web process on the same database would handle them. */
  handle: HandleCommand;
  pool: pg.Pool;
  watch: Watch;
  logFile: string;
  call<T = Record<string, unknown>>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}>;

export const stormStage = async (
  dice: Dice,
  { processes = 2 }: Readonly<{ processes?: 1 | 2 }> = {},
): Promise<StormStage> => {
  const fresh = await freshDatabase();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'makegood-storm-'));
  const logFile = path.join(dataDir, 'makegood.log');
  const [port, otherPort] = (await freePorts(2)) as [number, number];
  const makegoodUrl = `http://127.0.0.1:${port}`;
  const sandbox = await startSandbox({
    port: 0,
    smtpPort: 0,
    makegoodUrl,
    // A big shop's allowance: the storm is about what fails, not about waiting for points.
    shopifySettings: {
      bucket: { maximumAvailable: 20_000, restoreRate: 1_000 },
      jobDelayMs: 1_500,
      random: dice.random,
    },
  });
  const told = environment(
    { port, sandboxPort: 0, smtpPort: 0, dataDir, databaseUrl: fresh.url, logLevel: process.env.LOG_LEVEL ?? 'warn' },
    sandbox,
    makegoodUrl,
  );
  const otherUrl = `http://127.0.0.1:${otherPort}`;
  const makegoods = [
    makegoodProcess({ url: makegoodUrl, environment: told, logFile }),
    makegoodProcess({ url: otherUrl, environment: { ...told, PORT: String(otherPort) }, logFile }),
  ].slice(0, processes);
  // One that is killed meanwhile asks for the time when it starts.
  sandbox.clock.onMove((offsetMs) => tellMakegood(otherUrl, DEMO.slack.signingSecret, offsetMs).catch(() => {}));
  const pool = new pg.Pool({ connectionString: fresh.url, max: 3 });
  // Dropping the database ends what is still connected.
  pool.on('error', () => {});
  const now = (): string => new Date(sandbox.clock.now()).toISOString();
  const database = await openDatabase({
    url: fresh.url,
    secretsKey: Buffer.from(told.MAKEGOOD_SECRETS_KEY as string, 'base64'),
    dataDir,
    now,
  });
  const watch = watchCases(pool);
  const call: StormStage['call'] = async (method, route, body) => {
    const response = await fetch(`${sandbox.url}${route}`, {
      method,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${route} answered ${response.status}: ${text.slice(0, 500)}`);
    return text === '' ? {} : JSON.parse(text);
  };
  const stop = async (): Promise<void> => {
    for (const makegood of makegoods) await makegood.stop();
    await watch.stop();
    await sandbox.stop();
    await database.close();
    await pool.end();
    await fresh.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    for (const makegood of makegoods) await makegood.start();
    await call('POST', '/shopify/inventory', { sku: 'AUR-EP-01', available: 1_000_000 });
    // A busy machine may not answer in the seconds that Shopify waits for the app.
    await until('the shop to be installed', () => call('POST', `/shopify/shops/${DEMO.shop}/install`, {}), 300_000);
    await seedPeople(database.installations, DEMO.shop, DEMO.slack.team);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    makegoodUrl,
    sandbox,
    makegoods,
    database,
    handle: createHandleCommand({ store: database.store, clock: { now }, ids: realIds }),
    pool,
    watch,
    logFile,
    call,
    stop,
  };
};
