/**
 * How long `npm run decide` takes for a file of 10,000 requests: parsing, facts, digests, decisions and answers, the
 * start of the process included. Wall clock, as somebody waits for it.
 *
 *   node test/bench/decide-file.bench.ts
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aRequest, inspection, lines } from '../policy/support/builders.ts';

const REQUESTS = 10_000;
const CLI = path.resolve(import.meta.dirname, '../../policy/decide/cli.ts');

const shipped = { unitsShipped: 2, createdAt: '2026-09-20T09:00:00-04:00', shippedAt: '2026-09-21T09:00:00-04:00' };
const ASKS: readonly (readonly [ask: object, order: object])[] = [
  [{ kind: 'cancel' }, {}],
  [{ kind: 'cancel' }, shipped],
  [{ kind: 'stock-out', lines: lines(1), answer: 'refund' }, {}],
  [{ kind: 'return', reason: 'defective', lines: lines(2), photos: 1, troubleshootingDone: true }, shipped],
  [
    {
      kind: 'settle',
      return: { reason: 'defective', lines: lines(2), rmaIssuedAt: '2026-10-05T15:00:00-04:00' },
      parcel: { receivedAt: '2026-10-20T12:00:00-04:00' },
      inspection: inspection({ accepted: 1, artificial_damage: 1 }),
    },
    shipped,
  ],
];

const requests = Array.from({ length: REQUESTS }, (_, i) => {
  const [ask, order] = ASKS[i % ASKS.length] as (typeof ASKS)[number];
  return JSON.stringify(aRequest(ask, { order: { ...order, id: 1_000_000 + i, name: `#${i}` } }));
});
const folder = mkdtempSync(path.join(tmpdir(), 'decide-'));
const file = path.join(folder, 'requests.jsonl');
writeFileSync(file, `${requests.join('\n')}\n`);
const input = openSync(file, 'r');

const start = performance.now();
const { status, stdout } = spawnSync(process.execPath, [CLI], {
  stdio: [input, 'pipe', 'inherit'],
  encoding: 'utf8',
  maxBuffer: 1024 ** 3,
});
const seconds = (performance.now() - start) / 1000;
closeSync(input);
rmSync(folder, { recursive: true });

const answers = stdout.trimEnd().split('\n');
if (status !== 0 || answers.length !== REQUESTS) throw new Error(`${answers.length} answers, exit status ${status}`);
console.log(`decide, ${REQUESTS.toLocaleString('en-US')} requests from a file (${process.version})`);
console.log(`  ${seconds.toFixed(1)} s, ${Math.round(REQUESTS / seconds).toLocaleString('en-US')} a second`);
