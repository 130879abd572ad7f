/**
 * From a webhook that arrives to the effect it asks for being begun, at a steady rate; then a backlog of effects
 * drained. One process, the database on the same machine.
 *
 *   node test/bench/queue.bench.ts [--quick]      `DATABASE_URL` names the server; without it the embedded one
 */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../prisma/index.ts';
import { createDrainInbox } from '../../web/shell/drain-inbox.ts';
import { orderBodies } from './support/bodies.ts';
import { benchDatabase } from './support/database.ts';
import { quantile } from './support/intake/load.ts';

const QUICK = process.argv.includes('--quick');
const SECONDS = QUICK ? 3 : 10;
const BACKLOG = QUICK ? 5_000 : 20_000;
const SHOP = 'bench.myshopify.com';
const DONE = { status: 'done', replayed: false, caseId: null, proposalId: null, intentId: null } as const;

const server = await benchDatabase();
const db = await openDatabase({ url: server.url, secretsKey: new Uint8Array(32).fill(7), dataDir: tmpdir() });
await db.installations.install(
  {
    domain: SHOP,
    name: 'Bench',
    timeZone: 'UTC',
    country: 'US',
    currency: 'USD',
    contactEmail: 'bench@example.com',
    address: [],
    scopes: [],
  },
  new Date().toISOString(),
);
const [body] = orderBodies(20_000, 1) as [Buffer];

/** When each webhook was sent, by its id; an effect's key is the id of the webhook that asked for it. */
const sentAt = new Map<string, number>();
let latencies: number[] = [];

const queue = await db.startQueue({
  effect: async (id) => {
    const record = await db.store.beginEffect(id);
    if (record === null) return;
    latencies.push(performance.now() - (sentAt.get(record.key) ?? Number.NaN));
    await db.store.transaction(SHOP, (tx) =>
      tx.record({ id: `settled:${id}`, shop: SHOP, actor: { kind: 'system' } }, DONE, {
        settledEffects: [{ id, state: 'done', result: null, error: null }],
      }),
    );
  },
  drainInbox: createDrainInbox({
    drain: db.drain,
    handle: async (envelope) => {
      await db.store.transaction(
        SHOP,
        (tx) =>
          tx.record(envelope, DONE, {
            effects: [
              {
                id: randomUUID(),
                key: envelope.id.split(':')[2] as string,
                caseId: null,
                effect: { kind: 'shopify.read-order', orderId: '1' },
              },
            ],
          }),
        { durable: 'soon' },
      );
      return DONE;
    },
    parseWebhook: () => ({ commands: [{ kind: 'order.stale', orderId: '1', because: 'bench' }] }),
    handleSlackEvent: async () => {},
    takeMail: async () => null,
    log: { debug: () => {}, info: () => {}, warn: console.warn, error: console.error },
  }),
  sweep: async () => {},
  reconcile: async () => {},
});

const ms = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

console.log(`${server.about}; ${process.version}`);
for (const rate of [200, 600]) {
  const before = [process.cpuUsage(), server.cpuMs()] as const;
  latencies = [];
  const total = rate * SECONDS;
  const start = performance.now();
  const storing: Promise<unknown>[] = [];
  for (let index = 0; index < total; index += 1) {
    const due = start + (index * 1000) / rate;
    const ahead = due - performance.now();
    if (ahead > 1) await sleep(ahead);
    const id = randomUUID();
    // The time it should have been sent counts, so that a stall is not hidden.
    sentAt.set(id, due);
    storing.push(
      db.inbox.store({ source: 'shopify', shop: SHOP, topic: 'orders/updated', id, triggeredAt: null, body }),
    );
  }
  await Promise.all(storing);
  for (const until = performance.now() + 60_000; latencies.length < total && performance.now() < until; )
    await sleep(20);
  const sorted = latencies.toSorted((a, b) => a - b);
  console.log(
    `webhook to effect at ${rate}/s: ${sorted.length} of ${total}, p50 ${quantile(sorted, 0.5).toFixed(1)} ms, ` +
      `p99 ${quantile(sorted, 0.99).toFixed(1)} ms; ` +
      `processor a webhook: here ${(ms(process.cpuUsage(before[0])) / total).toFixed(1)} ms, ` +
      `database ${(((server.cpuMs() ?? Number.NaN) - (before[1] ?? Number.NaN)) / total).toFixed(1)} ms`,
  );
}
await queue.stop();

// A backlog that has built up while nobody worked: taken, begun and settled.
await server.query.query(
  `INSERT INTO effects (id, shop, key, kind, payload, state, attempts, created_at, updated_at, ready_at)
   SELECT gen_random_uuid(), $2, 'backlog:' || n, 'shopify.read-order', '{}', 'queued', 0, now(), now(), now()
     FROM generate_series(1, $1) n`,
  [BACKLOG * 2, SHOP],
);
/** `whole`: as effects run, each begun and settled on its own; otherwise as jobs of a queue are counted: handed out once. */
const drain = async (name: string, whole: boolean): Promise<void> => {
  let ended = 0;
  // Back from the lease under which an earlier round took them.
  await server.query.query('UPDATE effects SET ready_at = now(), taken_by = NULL WHERE ready_at IS NOT NULL');
  const began = performance.now();
  const draining = await db.startQueue(
    {
      effect: async (id) => {
        if (whole && (await db.store.beginEffect(id)) !== null)
          await db.store.transaction(SHOP, (tx) =>
            tx.record({ id: `settled:${id}`, shop: SHOP, actor: { kind: 'system' } }, DONE, {
              settledEffects: [{ id, state: 'done', result: null, error: null }],
            }),
          );
        ended += 1;
      },
      drainInbox: async () => {},
      sweep: async () => {},
      reconcile: async () => {},
    },
    { concurrency: whole ? 24 : 200 },
  );
  while (ended < BACKLOG) await sleep(5);
  console.log(`${name}: ${Math.round(BACKLOG / ((performance.now() - began) / 1000))} effects/s`);
  await draining.stop();
};
await drain(`backlog of ${BACKLOG}, handed out`, false);
await drain(`backlog of ${BACKLOG}, begun and settled one by one`, true);
await db.close();
await server.drop();
