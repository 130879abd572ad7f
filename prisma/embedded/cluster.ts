import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Account, canEnter } from './account.ts';
import { type Binaries, SHARED_HOME } from './binaries.ts';

/** A database folder: PostgreSQL's own in `data`, the password beside it. Owned by the account the server runs under. */
export type Cluster = Readonly<{ home: string; data: string; log: string; password: string }>;

/**
 * The database folder of a data folder, made where there is none. It is `<dataDir>/postgres`, or a link to a folder
 * that the server's account can enter. A data folder that was emptied gets an empty database.
 * @param durable false: not even the new database's own files are waited for
 * @throws Error with one line where it can't be made, or was made by another PostgreSQL
 */
export const openCluster = async (
  dataDir: string,
  binaries: Binaries,
  account: Account | null,
  durable: boolean,
): Promise<Cluster> => {
  const home = placeOf(resolve(dataDir), account);
  const data = join(home, 'data');
  if (!existsSync(data)) await initialise(home, data, binaries, account, durable);
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (made !== binaries.major) {
    throw new Error(
      `the database in ${data} was made by PostgreSQL ${made}, this is ${binaries.major}: move it over with pg_dump, or start with an empty data folder`,
    );
  }
  return { home, data, log: join(home, 'server.log'), password: readFileSync(join(home, 'password'), 'utf8').trim() };
};

const placeOf = (dataDir: string, account: Account | null): string => {
  mkdirSync(dataDir, { recursive: true });
  const home = join(dataDir, 'postgres');
  if (canEnter(dataDir, account)) {
    makeOwned(home, account);
    return home;
  }
  const there = lstatSync(home, { throwIfNoEntry: false });
  if (there?.isDirectory()) {
    throw new Error(
      `the embedded database runs as user ${account?.uid} under root, and cannot enter ${dataDir}: chmod o+x its folders`,
    );
  }
  const elsewhere = there === undefined ? newHome(dataDir) : readlinkSync(home);
  if (there === undefined) symlinkSync(elsewhere, home);
  makeOwned(elsewhere, account);
  return elsewhere;
};

/** Never a folder that was there before: what is not linked to any more is somebody's data until they delete it. */
const newHome = (dataDir: string): string => {
  if (dataDir.startsWith(join(tmpdir(), '/'))) return mkdtempSync(join(tmpdir(), 'makegood-database-'));
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 });
  return join(SHARED_HOME, `database-${randomBytes(6).toString('hex')}`);
};

const makeOwned = (folder: string, account: Account | null): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account !== null) chownSync(folder, account.uid, account.gid);
};

/** Made under another name first: a run that is killed half-way leaves nothing that looks finished. */
const initialise = async (
  home: string,
  data: string,
  binaries: Binaries,
  account: Account | null,
  durable: boolean,
): Promise<void> => {
  const partial = `${data}.${process.pid}`;
  const password = join(home, 'password');
  rmSync(partial, { recursive: true, force: true });
  writeFileSync(password, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  if (account !== null) chownSync(password, account.uid, account.gid);
  // The built-in locale sorts the same on every machine, whatever locales it has.
  const locale = ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];
  const access = ['--username=makegood', '--auth=scram-sha-256', `--pwfile=${password}`];
  await run(binaries.initdb, ['-D', partial, ...locale, ...access, ...(durable ? [] : ['--no-sync'])], home, account);
  renameSync(partial, data);
};

const run = (program: string, args: readonly string[], cwd: string, account: Account | null): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], env: SERVER_ENV, ...account });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', (error) =>
      fail(new Error(`${program} could not be started: ${error.message}`, { cause: error })),
    );
    child.on('close', (code) =>
      code === 0
        ? done()
        : fail(
            new Error(`the embedded database could not be made: ${firstError(said) ?? `initdb ended with ${code}`}`),
          ),
    );
  });

/** Nothing of our own environment: it holds secrets, and PG* variables would lead the server astray. */
export const SERVER_ENV: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
  SystemRoot: process.env.SystemRoot,
};

/** The line that says what is wrong, out of a server's log. */
export const firstError = (log: string): string | null =>
  /(?:FATAL|PANIC|initdb: error|error while loading shared libraries):\s*(.+)/.exec(log)?.[1] ?? null;
