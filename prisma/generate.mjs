/**
 * Run by npm after an install (`prepare`), on whatever Node the machine has: makes the database client from
 * `schema.prisma`, and the links of the embedded server. Needs no network. Does nothing where nothing changed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedServers, makeLinks } from './embedded/links.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const schema = join(here, 'schema.prisma');
const stamp = join(here, 'generated', '.stamp');

const linkServers = () => {
  for (const dir of installedServers(root)) {
    try {
      makeLinks(dir);
    } catch (error) {
      // A read-only install: the embedded server makes its own copy at start and links that.
      console.warn(`the embedded server's links were not made: ${error.message}`);
    }
  }
};

/** Folder of the Prisma CLI; null where development dependencies were left out. */
const prismaDir = () => {
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve('prisma/package.json'));
  } catch {
    return null;
  }
};

const generate = () => {
  const cli = prismaDir();
  if (cli === null) {
    if (!existsSync(stamp)) {
      console.warn(
        'the database client was not generated: install with development dependencies once (npm ci), or copy prisma/generated',
      );
    }
    return 0;
  }
  const { version } = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8'));
  const wanted = createHash('sha256').update(version).update(readFileSync(schema)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;

  const run = spawnSync(process.execPath, [join(cli, 'build', 'index.js'), 'generate', '--schema', schema], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      // Generating calls no schema engine, but the CLI downloads one unless it is told that one is there.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  });
  if (run.status !== 0) {
    console.error(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`.trim());
    console.error(
      `the database client was not generated (node ${process.version}; Prisma ${version} wants 20.19 or newer)`,
    );
    return 1;
  }
  writeFileSync(stamp, wanted);
  return 0;
};

linkServers();
process.exitCode = generate();
