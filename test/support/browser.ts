import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import manifest from '../../package.json' with { type: 'json' };

/** Where Linux distributions and runners keep it. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const UNPACK = "const { default: packed } = await import('@sparticuz/chromium'); await packed.executablePath()";

/**
 * A folder with npm's Chromium, unpacked once for each person and version. The package unpacks into the temporary folder
 * and takes any file of that name there for whole and its own; test files start at once, and other people use the
 * machine too: so it is unpacked aside and put in its place in one step.
 */
const unpacked = async (): Promise<string> => {
  const version = manifest.devDependencies['@sparticuz/chromium'];
  const folder = join(tmpdir(), `makegood-chromium-${version}-${userInfo().uid}`);
  if (existsSync(folder)) return folder;
  const aside = await mkdtemp(`${folder}-`);
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: aside, TMP: aside, TEMP: aside },
  });
  await rename(aside, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(aside, { recursive: true, force: true });
    // Somebody else was quicker.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return folder;
};

/**
 * A headless browser for one test file; close it in `afterAll`. The machine's own Chromium, else the one inside npm's
 * `@sparticuz/chromium`, so that tests need nothing but npm. That package's own flags are for functions that show one
 * page and end (`--single-process`: it dies when a page is closed); here both are started alike.
 */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: INSTALLED.find((path) => existsSync(path)) ?? join(await unpacked(), 'chromium'),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    headless: true,
  });
