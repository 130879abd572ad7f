import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressAssets } from './build/compress.ts';
import { runVite } from './build/vite-process.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const CHECKOUT = join(HERE, '../..');
export const DIST_DIR = join(HERE, 'dist');
/** Written last: a build that was cut off has none and is made again. */
const STAMP = 'sources.sha256';

/** Everything the page is made of. */
const SOURCES = ['web/admin', 'web/edge/admin/contract', 'web/edge/admin/contract.ts', 'policy', 'package-lock.json'];

const filesUnder = async (path: string): Promise<string[]> => {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  const nested = entries
    .filter((entry) => !(entry.isDirectory() && entry.name === 'dist'))
    .map((entry) => filesUnder(join(path, entry.name)));
  return (await Promise.all(nested)).flat();
};

const digestOfSources = async (): Promise<string> => {
  const files = (await Promise.all(SOURCES.map((source) => filesUnder(join(CHECKOUT, source))))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${relative(CHECKOUT, file)}\0`)
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
};

const stampOf = (): Promise<string> => readFile(join(DIST_DIR, STAMP), 'utf8').catch(() => '');

/** Two processes may build at once (tests do): whoever is second finds the same build there and leaves it. */
const replaceDist = async (next: string, digest: string): Promise<void> => {
  try {
    await rm(DIST_DIR, { recursive: true, force: true });
    await rename(next, DIST_DIR);
  } catch (error) {
    if ((await stampOf()) !== digest) throw error;
  }
};

/**
 * Builds the admin app into web/admin/dist. Needs no network. The new build replaces the old one at once, so a server
 * that runs never sees half of it.
 * @param options.ifStale do nothing where the sources are those of the last build
 * @returns whether it was built, and how long that took in milliseconds
 */
export const buildAdmin = async ({
  ifStale = false,
}: {
  ifStale?: boolean;
} = {}): Promise<{
  built: boolean;
  ms: number;
}> => {
  const start = performance.now();
  const digest = await digestOfSources();
  if (ifStale && (await stampOf()) === digest) return { built: false, ms: performance.now() - start };

  const parent = join(CHECKOUT, '.tmp');
  const next = join(parent, `admin-${process.pid}-${Date.now()}`);
  await mkdir(parent, { recursive: true });
  try {
    await runVite(next);
    await compressAssets(join(next, 'assets'));
    await writeFile(join(next, STAMP), digest);
    await replaceDist(next, digest);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
  return { built: true, ms: performance.now() - start };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { built, ms } = await buildAdmin({ ifStale: process.argv.includes('--if-stale') });
  console.log(`The admin app is in web/admin/dist, ${built ? `built in ${(ms / 1000).toFixed(1)} s` : 'as it was'}.`);
}
