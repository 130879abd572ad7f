import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serverAccount } from '../../prisma/embedded/account.ts';
import { isAlive } from '../../prisma/embedded/leftover.ts';
import { type Embedded, openDatabase, startEmbedded } from '../../prisma/index.ts';
import { until } from '../support/wait.ts';
import { anItem } from './samples.ts';

type Said = { url: string; starts: number; error?: string };

const asRoot = process.getuid?.() === 0;
/** One database for nearly all of these: making one is the slow part. */
let dataDir: string;
const stops: (() => Promise<unknown>)[] = [];

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'makegood-embedded-'));
  // Under root the server runs as another account, which has to get in.
  chmodSync(folder, 0o711);
  return folder;
};
beforeAll(() => {
  dataDir = newFolder();
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const start = async (): Promise<Embedded> => {
  const server = await startEmbedded({ dataDir });
  stops.push(() => server.stop());
  return server;
};

/** Starts it in a process of its own, and waits for what that has to say. */
const elsewhere = async (
  then: 'stop' | 'exit' | 'hang',
  folder = dataDir,
  account = {},
): Promise<{ said: Said; child: ChildProcess }> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'children', 'embedded.ts'), folder, then], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...account,
  });
  stops.push(async () => child.kill('SIGKILL'));
  if (child.stdout === null) throw new Error('no output to read');
  const ended = once(child, 'close');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  if (then !== 'hang') await ended;
  return { said: JSON.parse(line) as Said, child };
};

const postmaster = (): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

const query = async (url: string, text: string): Promise<Record<string, unknown> | undefined> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows[0];
  } finally {
    await client.end();
  }
};

// Making a database writes 40 MB to disk, which a busy machine may take long over.
describe('the embedded database', { timeout: 60_000 }, () => {
  it('is a PostgreSQL that keeps what it is told, on loopback alone', async () => {
    const server = await start();
    expect(
      await query(
        server.url,
        `SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('fsync') AS fsync, current_setting('listen_addresses') AS addresses`,
      ),
    ).toEqual({
      major: 18,
      fsync: 'on',
      addresses: '127.0.0.1',
    });
    const wrong = new URL(server.url);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('has its data again the next time, and leaves nothing running', async () => {
    const { said } = await elsewhere('stop');
    expect((await elsewhere('stop')).said.starts).toBe(said.starts + 1);
    expect(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
  });

  it('goes with a program that ends without stopping it', async () => {
    await elsewhere('exit');
    await until('the server to end', async () => !existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid')));
  });

  it('takes over from a server that a killed run left behind', async () => {
    const { child, said } = await elsewhere('hang');
    const left = postmaster();
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(isAlive(left)).toBe(true);
    const server = await start();
    expect(isAlive(left)).toBe(false);
    expect(await query(server.url, 'SELECT count(*)::int AS n FROM starts')).toEqual({ n: said.starts });
  });

  it('starts after both it and its program were killed', async () => {
    const { child, said } = await elsewhere('hang');
    process.kill(postmaster(), 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await query((await start()).url, 'SELECT count(*)::int AS n FROM starts')).toEqual({ n: said.starts });
  });

  it('is not misled by a pid file whose number somebody else has now', async () => {
    const { said } = await elsewhere('stop');
    writeFileSync(
      join(dataDir, 'postgres', 'data', 'postmaster.pid'),
      `${process.pid}\n/nowhere\n0\n5432\n\n127.0.0.1\n\nready   \n`,
    );
    expect(await query((await start()).url, 'SELECT count(*)::int AS n FROM starts')).toEqual({ n: said.starts });
  });

  it('is shared by programs that use the same folder, and ends with the first', async () => {
    const first = await start();
    const second = await startEmbedded({ dataDir });
    expect(second.url).toBe(first.url);
    await second.stop();
    expect(await query(first.url, 'SELECT 1 AS alive')).toEqual({ alive: 1 });
    await first.stop();
    await expect(query(first.url, 'SELECT 1')).rejects.toThrow();
  });

  it('loses nothing acknowledged when it is killed, and comes back on the same port', async () => {
    const server = await start();
    const db = await openDatabase({ url: server.url, secretsKey: new Uint8Array(32), dataDir });
    stops.push(() => db.close());
    const acknowledged: string[] = [];
    let storing = true;
    const store = async (): Promise<void> => {
      while (storing) {
        const item = anItem();
        // A sender does the same: what was not acknowledged is sent again.
        while (
          storing &&
          !(await db.inbox.store(item).then(
            () => true,
            () => false,
          ))
        )
          await new Promise((resolve) => setTimeout(resolve, 20));
        if (storing) acknowledged.push(item.id);
      }
    };
    const senders = Array.from({ length: 8 }, store);
    await until('a hundred items', async () => acknowledged.length > 100);
    process.kill(postmaster(), 'SIGKILL');
    const atDeath = acknowledged.length;
    await until('a hundred more', async () => acknowledged.length > atDeath + 100);
    storing = false;
    await Promise.all(senders);
    const { rows } = await (async () => {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      const found = await client.query<{ id: string; n: number }>(
        'SELECT id, count(*)::int AS n FROM inbox GROUP BY id',
      );
      await client.end();
      return found;
    })();
    const stored = new Map(rows.map((row) => [row.id, row.n]));
    expect(acknowledged.filter((id) => stored.get(id) !== 1)).toEqual([]);
  });

  it('says which PostgreSQL made a folder that it cannot read', async () => {
    const file = join(dataDir, 'postgres', 'data', 'PG_VERSION');
    await elsewhere('stop');
    writeFileSync(file, '17\n');
    stops.push(async () => writeFileSync(file, '18\n'));
    const { said } = await elsewhere('stop');
    expect(said.error).toMatch(/^the database in .* was made by PostgreSQL 17, this is 18: move it over with pg_dump/);
  });

  it('says what is wrong when it does not start', async () => {
    const file = join(dataDir, 'postgres', 'data', 'postgresql.conf');
    await elsewhere('stop');
    const before = readFileSync(file);
    writeFileSync(file, 'no_such_setting = 1\n');
    stops.push(async () => writeFileSync(file, before));
    const { said } = await elsewhere('stop');
    expect(said.error).toMatch(/^the embedded database did not start: .*configuration file/);
  });

  it.skipIf(!asRoot)('runs for an ordinary user too', async () => {
    const account = serverAccount();
    const folder = newFolder();
    stops.push(async () => rmSync(folder, { recursive: true, force: true }));
    chmodSync(folder, 0o777);
    const { said } = await elsewhere('stop', join(folder, 'own'), { ...account, env: { PATH: process.env.PATH } });
    expect(said).toMatchObject({ starts: 1 });
  });

  it.skipIf(!asRoot)('keeps its files elsewhere where its account cannot enter', async () => {
    const folder = newFolder();
    stops.push(async () => rmSync(folder, { recursive: true, force: true }));
    chmodSync(folder, 0o700);
    expect((await elsewhere('stop', folder)).said.starts).toBe(1);
    expect((await elsewhere('stop', folder)).said.starts).toBe(2);
    const home = join(folder, 'postgres');
    expect(lstatSync(home).isSymbolicLink()).toBe(true);
    const real = readlinkSync(home);
    stops.push(async () => rmSync(real, { recursive: true, force: true }));
    expect(existsSync(join(real, 'data', 'PG_VERSION'))).toBe(true);
  });

  it('says what to do where root has nobody to run it as', () => {
    const path = join(dataDir, 'passwd');
    writeFileSync(path, 'root:x:0:0::/root:/bin/sh\n');
    expect(() => serverAccount(path, 0)).toThrow(
      /cannot run as root and .* knows no account "nobody": run as another user, or set DATABASE_URL/,
    );
  });
});
