import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../../prisma/embedded.ts';

export type BenchDatabase = Readonly<{
  url: string;
  /** What it is, for the report: version, fsync, compression. */
  about: string;
  /** Processor time of the whole server so far, in ms; null where the system does not tell. */
  cpuMs(): number | null;
  query: pg.Client;
  drop(): Promise<void>;
}>;

/** A database of its own: on the server that `DATABASE_URL` names, or on an embedded one, which writes to disk as in production. */
export const benchDatabase = async (): Promise<BenchDatabase> => {
  const given = process.env.DATABASE_URL;
  const dataDir = mkdtempSync(join(tmpdir(), 'makegood-bench-'));
  chmodSync(dataDir, 0o711);
  const embedded = given === undefined ? await startEmbedded({ dataDir }) : null;
  const server = given ?? (embedded as NonNullable<typeof embedded>).url;
  const name = `makegood_bench_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const query = new pg.Client({ connectionString: url.href });
  await query.connect();
  const { rows } = await query.query<{ version: string; fsync: string; pid: number }>(
    `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync, pg_backend_pid() AS pid`,
  );
  const told = rows[0] as { version: string; fsync: string; pid: number };
  const postmaster = parentOf(told.pid);
  return {
    url: url.href,
    about: `PostgreSQL ${told.version}${embedded === null ? '' : ' (embedded)'}, fsync ${told.fsync}`,
    cpuMs: () => (postmaster === null ? null : cpuOf(postmaster)),
    query,
    drop: async () => {
      await query.end();
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
      await embedded?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** Fields of /proc/<pid>/stat behind the name, which may hold blanks; null off Linux, or where the process is gone. */
const statOf = (pid: number | string): readonly string[] | null => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
};

const parentOf = (pid: number): number | null => {
  const stat = statOf(pid);
  return stat === null ? null : Number(stat[1]);
};

/** Ticks are hundredths of a second on every Linux there is. */
const TICK_MS = 10;

/** The server's own time, its children's, and that of children it has seen end. */
const cpuOf = (postmaster: number): number => {
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = statOf(pid);
    if (stat === null) continue;
    const own = Number(pid) === postmaster;
    if (!own && Number(stat[1]) !== postmaster) continue;
    ticks += Number(stat[11]) + Number(stat[12]) + (own ? Number(stat[13]) + Number(stat[14]) : 0);
  }
  return ticks * TICK_MS;
};
