import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildAdmin } from '../../web/admin/build.ts';
import { launchBrowser } from '../support/browser.ts';
import { addRareCases, RARE_CASES, rareCase } from '../web/admin/support/rare-cases.ts';
import { uuid } from '../web/admin/support/records.ts';
import { serveApp } from '../web/admin/support/serve-app.ts';

/** Part of `npm run screenshots`: every admin page at a desk and on a phone, of a shop on an ordinary afternoon. */
const ALL = path.resolve(import.meta.dirname, '../../.tmp/pictures');
const README = path.resolve(import.meta.dirname, 'pictures');

const PAGES: Readonly<Record<string, string>> = {
  home: '/',
  'set-up': '/set-up',
  cases: '/cases?view=all',
  case: `/cases/${uuid(1)}`,
  orders: '/orders',
  order: '/orders/5000001001',
  approvals: '/approvals',
  parked: '/parked',
  desk: '/desk',
  'desk-return': `/desk?case=${uuid(1)}`,
  'desk-parcel': `/desk?parcel=${uuid(7701)}`,
  policy: '/policy',
  'policy-collection': '/policy?section=Defective+products&collection=77',
  'policy-versions': '/policy/versions',
  'policy-text': '/policy/text',
  'policy-set-up': '/policy/set-up',
  audit: '/audit',
  people: '/people',
  settings: '/settings',
};
/** Drawn once the others are: no list of an ordinary afternoon has them. */
const RARE: Readonly<Record<string, string>> = Object.fromEntries(
  RARE_CASES.map((name) => [`case-${name}`, rareCase(name).path]),
);
/** Those that the README shows: page and width. */
const SHOWN: readonly string[] = ['home-desktop', 'desk-return-phone'];

await buildAdmin({ ifStale: true });
const [app, browser] = [await serveApp(), await launchBrowser()];

const draw = async (pages: Readonly<Record<string, string>>): Promise<void> => {
  for (const [size, width] of [
    ['desktop', 1280],
    ['phone', 375],
  ] as const) {
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      deviceScaleFactor: size === 'phone' ? 2 : 1,
    });
    page.setDefaultTimeout(20_000);
    for (const [name, at] of Object.entries(pages)) {
      await page.goto(app.address(at, '1'));
      await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('[aria-busy="true"]'));
      await page.waitForLoadState('networkidle');
      const file = `${name}-${size}`;
      await page.screenshot({ path: path.join(ALL, `${file}.png`), fullPage: true });
      if (SHOWN.includes(file)) await page.screenshot({ path: path.join(README, `admin-${file}.png`) });
    }
    await page.close();
  }
};

try {
  for (const folder of [ALL, README]) mkdirSync(folder, { recursive: true });
  await draw(PAGES);
  addRareCases(app.world.shop);
  await draw(RARE);
  const drawn = Object.keys({ ...PAGES, ...RARE }).length;
  console.log(`pictures of ${drawn} pages, two each, are in ${path.relative(process.cwd(), ALL)}`);
} finally {
  await browser.close();
  await app.close();
}
