/**
 * Durable webhook intake beside its ceiling (bare node:http and the HMAC, nothing stored), in one run, variants
 * interleaved; what counts is the median of the paired ratios. One process serves, the load and the database share the
 * machine. Then the acknowledgement at a steady rate.
 *
 *   node test/bench/intake.bench.ts [--quick]      `DATABASE_URL` names the server; without it the embedded one
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { orderBodies } from './support/bodies.ts';
import { benchDatabase } from './support/database.ts';
import { fire, median, type Prepared, prepare, quantile, type Round } from './support/intake/load.ts';

const QUICK = process.argv.includes('--quick');
const ROUNDS = QUICK ? 3 : 7;
const SECONDS = QUICK ? 1.5 : 3;
const CONNECTIONS = 64;
const REPEATS = 0.05;
const SECRET = 'bench-secret';
const SIZES = QUICK ? [20_000] : [5_000, 20_000, 60_000];
const STEADY = [200, 600];

const database = await benchDatabase();
type Server = Readonly<{ port: number; cpuMs(): Promise<number>; stop(): void }>;

const serve = async (which: 'ceiling' | 'makegood'): Promise<Server> => {
  const child: ChildProcess = fork(join(import.meta.dirname, 'support/intake/server.ts'), [
    which,
    SECRET,
    database.url,
  ]);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    port,
    cpuMs: async () => {
      child.send('cpu');
      const [{ cpuMs }] = (await once(child, 'message')) as [{ cpuMs: number }];
      return cpuMs;
    },
    stop: () => child.disconnect(),
  };
};

const servers = { ceiling: await serve('ceiling'), makegood: await serve('makegood') };
console.log(`${database.about}; ${process.version}; ${CONNECTIONS} connections, ${REPEATS * 100} % repeats`);

type Measured = Readonly<{ round: Round; rate: number; cpuUs: number | null }>;

const measure = async (which: keyof typeof servers, bodies: readonly Prepared[]): Promise<Measured> => {
  const server = servers[which];
  const before = [await server.cpuMs(), database.cpuMs()] as const;
  const round = await fire({ port: server.port, bodies, connections: CONNECTIONS, seconds: SECONDS, repeats: REPEATS });
  const after = [await server.cpuMs(), database.cpuMs()] as const;
  if (round.failed > 0) throw new Error(`${which}: ${round.failed} of ${round.requests} were not answered 200`);
  const ofDatabase = before[1] === null || after[1] === null ? null : after[1] - before[1];
  return {
    round,
    rate: round.requests / round.seconds,
    cpuUs: ofDatabase === null ? null : ((after[0] - before[0] + ofDatabase) * 1000) / round.requests,
  };
};

const ms = (round: Round, share: number): string => quantile(round.latencies, share).toFixed(1);

for (const bytes of SIZES) {
  const bodies = prepare(SECRET, orderBodies(bytes, 64));
  for (const which of ['ceiling', 'makegood'] as const) await measure(which, bodies); // warms up
  const rates: number[] = [];
  const cpus: number[] = [];
  const seen: Record<keyof typeof servers, Measured[]> = { ceiling: [], makegood: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? (['ceiling', 'makegood'] as const) : (['makegood', 'ceiling'] as const);
    const pair: Partial<Record<keyof typeof servers, Measured>> = {};
    for (const which of order) {
      pair[which] = await measure(which, bodies);
      seen[which].push(pair[which] as Measured);
    }
    const [ceiling, makegood] = [pair.ceiling as Measured, pair.makegood as Measured];
    rates.push(makegood.rate / ceiling.rate);
    if (ceiling.cpuUs !== null && makegood.cpuUs !== null) cpus.push(makegood.cpuUs / ceiling.cpuUs);
    await database.query.query('TRUNCATE inbox, inbox_open');
    await database.query.query('CHECKPOINT').catch(() => {});
  }
  const kept = seen.makegood.at(-1) as Measured;
  console.log(
    `${bytes / 1000} KB: ceiling ${Math.round(median(seen.ceiling.map((one) => one.rate)))}/s, ` +
      `durable ${Math.round(median(seen.makegood.map((one) => one.rate)))}/s, ratio ${median(rates).toFixed(2)} ` +
      `(${rates.map((one) => one.toFixed(2)).join(' ')}), ` +
      `processor ${cpus.length === 0 ? 'not told' : `${median(cpus).toFixed(2)} ×`}; ` +
      `p50 ${ms(kept.round, 0.5)} ms, p99 ${ms(kept.round, 0.99)} ms`,
  );
}

const steady = prepare(SECRET, orderBodies(20_000, 64));
for (const rate of STEADY) {
  const round = await fire({
    port: servers.makegood.port,
    bodies: steady,
    connections: CONNECTIONS,
    seconds: QUICK ? 3 : 10,
    repeats: REPEATS,
    rate,
  });
  console.log(
    `20 KB at a steady ${rate}/s: acknowledged p50 ${ms(round, 0.5)} ms, p99 ${ms(round, 0.99)} ms, ${round.failed} failed`,
  );
}

for (const server of Object.values(servers)) server.stop();
await database.drop();
