/**
 * The admin pages as a browser has them, of a shop with 100,000 cases: largest contentful paint, layout shift, the
 * slowest answer to a press, and the first byte of the document. Goals: 1.5 s, 0.1, 200 ms, 100 ms (99 of 100).
 *
 *   node test/bench/pages.bench.ts [cases]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startStage } from '../sandbox/stage.ts';
import { launchBrowser } from '../support/browser.ts';
import { freePorts } from '../support/ports.ts';
import { benchDatabase, spread } from './support/bench-database.ts';
import { seedCases } from './support/seed-cases.ts';

const CASES = Number(process.argv[2] ?? 100_000);
const SHOP = 'demo.myshopify.com';
const LOADS = 7;
const DOCUMENTS = 200;

type Vitals = Readonly<{ lcp: number; cls: number; inp: number }>;

/** Collects what the browser reports of itself, from the first moment on. */
const WATCH = `
  window.vitals = { lcp: 0, cls: 0, inp: 0 };
  const watch = (type, note, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', (entry) => { vitals.lcp = entry.startTime; });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) vitals.cls += entry.value; });
  watch('event', (entry) => { if (entry.interactionId) vitals.inp = Math.max(vitals.inp, entry.duration); }, { durationThreshold: 16 });
`;

const server = await benchDatabase();
const dataDir = mkdtempSync(path.join(tmpdir(), 'makegood-bench-data-'));
const [port, sandboxPort, smtpPort] = (await freePorts(3)) as [number, number, number];
const stage = await startStage({
  port,
  sandboxPort,
  smtpPort,
  dataDir,
  databaseUrl: server.url,
  logLevel: 'silent',
  orders: 'none',
});
const browser = await launchBrowser();
try {
  const sql = new pg.Client({ connectionString: server.url });
  await sql.connect();
  await seedCases(sql, { shop: SHOP, cases: CASES, late: -1 }).finally(() => sql.end());
  const caseId = `/cases/${await firstCase(server.url)}`;

  const PAGES: Readonly<Record<string, Readonly<{ at: string; press: string }>>> = {
    home: { at: '/', press: 'a[href^="/cases?state"]' },
    list: { at: '/cases', press: 'button:has-text("All")' },
    case: { at: caseId, press: 'button:has-text("Hand over")' },
    policy: { at: '/policy', press: 'select' },
  };
  const token = async (): Promise<string> =>
    (await stage.call<{ token: string }>('GET', `/shopify/session-token?shop=${SHOP}&staff=1`)).token;
  const address = async (at: string): Promise<string> =>
    `${stage.makegoodUrl}${at}?shop=${SHOP}&embedded=1&locale=en&id_token=${await token()}`;

  for (const [name, { at, press }] of Object.entries(PAGES)) {
    const seen: Vitals[] = [];
    for (let load = 0; load < LOADS; load += 1) {
      // A fresh context: nothing is cached, as for who opens the app first.
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.addInitScript(WATCH);
      // Stands for App Bridge outside its frame: a token, and nothing else.
      await page.route('**/app-bridge.js', async (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          body: `window.shopify = { idToken: async () => ${JSON.stringify(await token())}, config: { locale: 'en' } };`,
        }),
      );
      await page.goto(await address(at));
      await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('[aria-busy="true"]'));
      await page.waitForLoadState('networkidle');
      const painted = await page.evaluate<Vitals>('vitals');
      await page.locator(press).first().click();
      await page.waitForTimeout(500);
      seen.push({ ...painted, inp: (await page.evaluate<Vitals>('vitals')).inp });
      await context.close();
    }
    const of = (key: keyof Vitals) => spread(seen.map((one) => one[key]));
    console.log(
      `${name.padEnd(8)} LCP ${Math.round(of('lcp').p50)} ms (worst ${Math.round(of('lcp').p99)}), CLS ${of('cls').p99.toFixed(3)}, INP ${of('inp').p50} ms (worst ${of('inp').p99})`,
    );
  }

  const firstBytes: number[] = [];
  for (let at = 0; at < DOCUMENTS; at += 1) {
    const url = `${stage.makegoodUrl}/cases?shop=${SHOP}&embedded=1`;
    const before = performance.now();
    const response = await fetch(url);
    firstBytes.push(performance.now() - before);
    await response.arrayBuffer();
  }
  const { p50, p99 } = spread(firstBytes);
  console.log(`document first byte p50 ${p50} ms, p99 ${p99} ms`);
} finally {
  await browser.close();
  await stage.stop();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function firstCase(url: string): Promise<string> {
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  try {
    const { rows } = await sql.query<{ id: string }>(
      `SELECT id FROM cases WHERE kind = 'return' AND closed_at IS NULL ORDER BY number DESC LIMIT 1`,
    );
    return rows[0]?.id ?? '';
  } finally {
    await sql.end();
  }
}
