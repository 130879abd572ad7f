import { expect, it } from 'vitest';
import { DEMO } from '../sandbox/sandbox.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { until } from '../support/wait.ts';

/** The orders from before the installation: read in one bulk operation, shown while it goes, and gone on with after a restart. */

const SHOP = DEMO.shop;
const { stage } = setTheStage();

const order = (index: number, created: string) => ({
  name: `#${5001 + index}`,
  email: `past-${index}@example.com`,
  created_at: created,
  currency: 'USD',
  taxes_included: false,
  customer: { first_name: 'Robin', last_name: `Past ${index}` },
  line_items: [
    { title: 'Headphones', sku: 'HP-1', quantity: 1 + (index % 3), price: '40.00', tax_lines: [] },
    {
      title: 'Cable',
      sku: 'CB-1',
      quantity: 1,
      price: '9.99',
      tax_lines: [{ title: 'tax', rate: 0.08, price: '0.80' }],
    },
  ],
  shipping_lines: [{ title: 'Standard', price: '5.00', tax_lines: [] }],
});
const backfill = async () =>
  (await stage.admin<{ backfill: Record<string, unknown> | null }>('1', '/api/backfill')).body.backfill;
const stored = (id: number) => stage.running.makegood.database.read.order(SHOP, String(id));
const done = (taken: number) =>
  until(`${taken} past orders`, async () => {
    const record = await stage.running.makegood.database.backfills.read(SHOP);
    return record?.state === 'done' && record.taken === taken ? record : null;
  });

it('takes over what was ordered before, whole or read alone, and finds it by its customer', async () => {
  await done(0);
  // What happened while nobody told us: as before an installation.
  await stage.call('POST', '/shopify/faults', { deliveries: { drop: 1 } });
  const ids: number[] = [];
  for (let index = 0; index < 40; index += 1) {
    const age = index < 30 ? index : 60 + index;
    const created = new Date(Date.now() - age * 86_400_000).toISOString();
    ids.push((await stage.call<{ id: number }>('POST', '/shopify/orders', order(index, created))).id);
  }
  const [shipped, refunded, returned] = ids as [number, number, number];
  await stage.call('POST', `/shopify/orders/${shipped}/fulfill`, {});
  await stage.call('POST', `/shopify/orders/${refunded}/refund`, { amount: '5.00' });
  await stage.call('POST', `/shopify/orders/${returned}/fulfill`, {});
  await stage.call('POST', `/shopify/orders/${returned}/return-request`, { reason: 'unwanted' });
  await stage.sandbox.shopify.webhooksDelivered();
  expect(await stored(shipped)).toBeNull();

  // Its webhook is lost too: it is watched all the same.
  const { status } = await stage.admin('1', '/api/backfill', { method: 'POST' });
  expect(status).toBe(200);
  expect((await stage.admin('101', '/api/backfill', { method: 'POST' })).status).toBe(403);
  const record = await done(40);
  expect(record).toMatchObject({ total: 40, skipped: 0, since: null, error: null });
  expect(await backfill()).toMatchObject({ state: 'done', taken: 40 });
  for (const id of ids) expect(await stored(id)).not.toBeNull();

  // One query wrote most of them; those with parcels, refunds or returns were read by themselves.
  const reads = await stage.calls(/^ReadOrder/);
  expect(reads.length).toBe(3);
  expect((await stored(shipped))?.facts.fulfillments[0]?.lines).toHaveLength(2);
  expect((await stored(refunded))?.facts.refunds[0]?.paid).toBe(500);
  expect((await stored(returned))?.facts.returns?.[0]?.status).toBe('requested');
  const whole = await stored(ids[10] as number);
  expect(whole?.facts).toMatchObject({ name: '#5011', total: 4000 * 2 + 999 + 80 + 500, returns: [] });
  // What a bulk operation tells is what reading the order tells.
  const { facts } = (await stage.running.makegood.database.read.order(SHOP, String(ids[10]))) ?? {};
  await stage.running.makegood.reconcile();
  expect((await stored(ids[10] as number))?.facts).toEqual(facts);
  expect((await stage.running.makegood.database.read.searchOrders(SHOP, 'PAST-12@example.com', 5)).length).toBe(1);
});

it('reads 60 days where the merchant has not granted more', async () => {
  const scopes = (await stage.running.makegood.database.read.shop(SHOP))?.scopes ?? [];
  await stage.call('POST', '/shopify/faults', { deliveries: { drop: 0 } });
  await stage.call('POST', `/shopify/shops/${SHOP}/scopes`, {
    scopes: scopes.filter((scope) => scope !== 'read_all_orders'),
  });
  await until(
    'the scope to be gone',
    async () => !(await stage.running.makegood.database.read.shop(SHOP))?.scopes?.includes('read_all_orders'),
  );
  expect((await stage.admin('1', '/api/backfill', { method: 'POST' })).status).toBe(200);
  const record = await done(30);
  const days = (Date.parse(record.startedAt) - Date.parse(record.since ?? '')) / 86_400_000;
  expect(days).toBeCloseTo(60, 3);
});
