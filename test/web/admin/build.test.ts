import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { DIST_DIR } from '../../../web/admin/build.ts';
import { PATTERNS } from '../../../web/admin/router/match.ts';

/** `npm run build`: what a server of ours serves. */

it('builds the admin app, and writes down which files each page wants', async () => {
  // Others read what is there meanwhile: it is only built where it is not of these sources.
  const { stdout } = await promisify(execFile)('npm', ['run', 'build', '--', '--if-stale'], {
    cwd: join(import.meta.dirname, '../../..'),
  });
  expect(stdout).toMatch(/web\/admin\/dist, (?:built in|as it was)/);
  const html = await readFile(join(DIST_DIR, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file as string);
  expect(named.length).toBeGreaterThan(1);
  const pages: { path: string; files: string[] }[] = JSON.parse(
    await readFile(join(DIST_DIR, 'preloads.json'), 'utf8'),
  );
  expect(pages.map(({ path }) => path)).toEqual(Object.values(PATTERNS));
  for (const { files } of pages) {
    expect(files[0]).toMatch(/^assets\/[\w-]+\.js$/);
    // What the document names already is not named twice.
    expect(files.filter((file) => named.includes(file))).toEqual([]);
    expect(files.filter((file) => !existsSync(join(DIST_DIR, file)))).toEqual([]);
  }
});
