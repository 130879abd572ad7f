import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Linux distributions and runners keep it. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The machine's own Chromium, else the one inside npm's `@sparticuz/chromium`: tests need nothing but npm. */
const findChromium = async (): Promise<{ executablePath: string; args: string[] }> => {
  const executablePath = INSTALLED.find((path) => existsSync(path));
  if (executablePath !== undefined) return { executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] };
  const { default: packed } = await import('@sparticuz/chromium');
  return { executablePath: await packed.executablePath(), args: packed.args };
};

/** A headless browser for one test file; close it in `afterAll`. */
export const launchBrowser = async (): Promise<Browser> => {
  const { executablePath, args } = await findChromium();
  return chromium.launch({ executablePath, args, headless: true });
};
