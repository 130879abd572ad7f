import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO } from '../sandbox/sandbox.ts';
import { createDice } from '../support/storm/dice.ts';
import type { MakegoodProcess } from '../support/storm/makegood-process.ts';
import { type StormStage, stormStage } from '../support/storm/stage.ts';
import { passTime } from '../support/storm/time.ts';
import { until } from '../support/wait.ts';

/** Past orders are read from one long file: killed in the middle, broken off, or gone, none is lost and none counted twice. */

const SHOP = DEMO.shop;
const ORDERS = 120;
/** A slow machine is no failure. */
const PATIENCE_MS = 300_000;

let stage: StormStage;
const ids: string[] = [];
beforeAll(async () => {
  stage = await stormStage(createDice(7).split(), { processes: 1 });
  await state('done');
  // Nobody tells of them, nor that the export has ended.
  await stage.call('POST', '/shopify/faults', { deliveries: { drop: 1 } });
  for (let index = 0; index < ORDERS; index += 1) ids.push(await place(index));
}, 900_000);
afterAll(() => stage?.stop(), 60_000);

const place = async (index: number): Promise<string> => {
  const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', {
    name: `#${7001 + index}`,
    email: `past-${index}@example.com`,
    currency: 'USD',
    line_items: [
      { title: 'Headphones', quantity: 1 + (index % 3), price: '40.00', tax_lines: [] },
      { title: 'Cable', quantity: 1, price: '9.99', tax_lines: [] },
    ],
    shipping_lines: [{ title: 'Standard', price: '5.00', tax_lines: [] }],
  });
  // Each third has to be read by itself.
  if (index % 3 === 0) await stage.call('POST', `/shopify/orders/${id}/fulfill`, {});
  return String(id);
};

const read = () => stage.database.backfills.read(SHOP);
const state = (wanted: string) =>
  until(
    `the back-fill to be ${wanted}`,
    async () => {
      const record = await read();
      return record?.state === wanted ? record : null;
    },
    PATIENCE_MS,
  );
const start = async (): Promise<void> => {
  await passTime(stage, 'PT1M');
  const outcome = await stage.handle(
    { id: `start:${Date.now()}`, shop: SHOP, actor: { kind: 'staff', staffId: '1' } },
    { kind: 'backfill.start' },
  );
  expect(outcome.status).toBe('done');
};
const midway = () =>
  until(
    'a part of it',
    async () => {
      const taken = (await read())?.taken ?? 0;
      return taken > 0 && taken < ORDERS ? taken : null;
    },
    PATIENCE_MS,
  );
const stored = async (): Promise<number> => {
  const found = await Promise.all(ids.map((id) => stage.database.read.order(SHOP, id)));
  return found.filter((one) => one !== null).length;
};
const only = (): MakegoodProcess => stage.makegoods[0] as MakegoodProcess;

it('broken off and killed in the middle, it goes on where it was', async () => {
  await stage.call('POST', '/shopify/bulk-files', { breakAfter: 100 });
  await start();
  const before = await midway();
  await only().kill();
  await stage.call('POST', '/shopify/bulk-files', {});
  await only().start();
  const record = await state('done');
  expect(record).toMatchObject({ taken: ORDERS, skipped: 0, total: ORDERS, error: null });
  expect(record.taken).toBeGreaterThan(before);
  expect(await stored()).toBe(ORDERS);
});

it('whose file is gone says so, and begun again it takes what is left', async () => {
  // As if nothing of it had been read before.
  await stage.pool.query('DELETE FROM orders WHERE id = ANY($1)', [ids]);
  await stage.call('POST', '/shopify/bulk-files', { breakAfter: 100 });
  await start();
  await midway();
  await only().kill();
  await stage.call('POST', '/shopify/bulk-files', { forget: true });
  await only().start();
  const failed = await state('failed');
  expect(failed.error).toMatch(/does not keep the export's file any more: start it again/);
  expect(failed.taken).toBeLessThan(ORDERS);

  await start();
  expect(await state('done')).toMatchObject({ taken: ORDERS, skipped: 0, total: ORDERS, error: null });
  expect(await stored()).toBe(ORDERS);
});
