import { expect, it } from 'vitest';
import { HEADPHONES } from '../support/goods.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { actionsOf, refundedOf } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** Returns in parts: some units come, some are rejected, some never do; fees, and what becomes of the goods. */

const { stage, say } = setTheStage({ settings: { restockingFee: 10 } });

const dispositionsOf = async (id: number): Promise<Record<string, number>> => {
  const order: any = await stage.order(id);
  const all = order.returns.flatMap((one: any) =>
    one.reverse_fulfillment_orders.flatMap((rfo: any) => rfo.line_items.flatMap((line: any) => line.dispositions)),
  );
  return Object.fromEntries(
    Object.entries(Object.groupBy(all, (one: any) => one.type)).map(([type, list]) => [
      type,
      (list as any[]).reduce((sum, one) => sum + one.quantity, 0),
    ]),
  );
};

/** Without tax, so that a percentage of the goods is the same whoever reckons it. */
const shipped = async (name: string, quantity: number): Promise<number> =>
  stage.shipped(await stage.placed(name, { line_items: [{ ...HEADPHONES, quantity }] }));

const issue = async (text: string, more: Record<string, unknown> = {}): Promise<string> => {
  const { ts } = await say.propose(text, more);
  await say.press('U0AGENT', ts, 'proposal.confirm');
  return ts;
};

it('a restocking fee is a percentage of each line in Shopify, never a smaller refund', async () => {
  const id = await shipped('#1401', 2);
  const ts = await issue('RMA for #1401: 2 headphones, customer changed their mind');
  await stage.mail('1401@example.com', /RMA-/);
  const calls = await stage.calls(/returnCreate/);
  expect(JSON.stringify(calls.at(-1)?.variables)).toContain('"restockingFee":{"percentage":10}');
  expect(JSON.stringify(calls.at(-1)?.variables)).not.toContain('returnShippingFee');
  await say.accepted(ts);
  await say.approveNewest('#1401');
  await say.state('#1401', 'closed');
  expect(refundedOf(await stage.order(id))).toBe(7200);
  // Shopify restocks nothing that it keeps no stock of.
  expect(await dispositionsOf(id)).toEqual({ not_restocked: 2 });
});

it('units that are here are settled while others are still on their way; each is paid once', async () => {
  const id = await shipped('#1402', 3);
  const ts = await issue('RMA for #1402: 3 headphones, we sent the wrong item', { files: [say.photo] });
  await stage.mail('1402@example.com', /RMA-/);
  const [first] = (await say.state('#1402', 'authorized')).units;
  await say.press('U0AGENT', ts, 'parcel.receive-part');
  await say.fillIn('U0AGENT', { units: [first.id] });
  const part = await say.state('#1402', 'received');
  expect(part.units.map((unit: any) => unit.goods).sort()).toEqual(['arrived', 'expected', 'expected']);
  await say.press('U0AGENT', ts, 'unit.inspect');
  await say.fillIn('U0AGENT', { result: 'accepted' });
  await say.approveNewest('#1402');
  // 40.00 and a third of the shipping, rounded as shares are.
  await until('the first unit paid', async () => refundedOf(await stage.order(id)) > 0);
  const after = await say.caseThat('#1402', 'one paid', (one) => one.intents.at(-1).state === 'succeeded');
  expect(after.case.state).toBe('received');
  expect(after.units.map((unit: any) => unit.money).sort()).toEqual(['none', 'none', 'paid']);
  expect(String((await stage.order(id)).returns[0]?.status)).toMatch(/open/i);

  // The second parcel holds one more; the last never comes.
  const left = after.units.filter((unit: any) => unit.goods === 'expected');
  await say.press('U0AGENT', ts, 'parcel.receive-part');
  await say.fillIn('U0AGENT', { units: [left[0].id] });
  await say.caseThat('#1402', 'one more', (one) => one.units.some((unit: any) => unit.goods === 'arrived'));
  await say.press('U0AGENT', ts, 'unit.inspect');
  await say.fillIn('U0AGENT', { units: [left[0].id], result: 'accepted' });
  await say.approveNewest('#1402');
  await say.caseThat('#1402', 'two paid', (one) => one.units.filter((unit: any) => unit.money === 'paid').length === 2);
  await say.press('U0AGENT', ts, 'unit.inspect');
  await say.fillIn('U0AGENT', { result: 'not_received' });
  const body = await say.caseThat('#1402', 'the last is missing', (one) =>
    one.units.some((unit: any) => unit.goods === 'missing'),
  );
  expect(body.intents.filter((one: any) => one.state === 'succeeded')).toHaveLength(2);
  await say.state('#1402', 'closed');
  expect(await dispositionsOf(id)).toEqual({ not_restocked: 2, missing: 1 });
});

it('a refused unit has its disposition in Shopify too, beside the one that is paid', async () => {
  const id = await shipped('#1403', 2);
  const ts = await issue('RMA for #1403: 2 headphones, customer changed their mind');
  await stage.mail('1403@example.com', /RMA-/);
  const units = (await say.state('#1403', 'authorized')).units;
  await say.press('U0AGENT', ts, 'parcel.receive');
  await say.press('U0AGENT', ts, 'unit.inspect');
  await say.fillIn('U0AGENT', { units: [units[0].id], result: 'accepted' });
  await say.caseThat('#1403', 'one accepted', (one) => one.units.some((unit: any) => unit.goods === 'accepted'));
  await say.press('U0AGENT', ts, 'unit.inspect');
  await say.fillIn('U0AGENT', { result: 'missing_components' });
  await say.press('U0AGENT', ts, 'unit.decide');
  await say.fillIn('U0AGENT', { result: 'refuse', because: 'without its box' });
  await say.press('U0AGENT2', ts, 'unit.confirm:agree');
  await say.approveNewest('#1403');
  await say.state('#1403', 'closed');
  expect(refundedOf(await stage.order(id))).toBe(3600);
  // One was accepted and one refused; neither is sold again.
  expect(await dispositionsOf(id)).toEqual({ not_restocked: 2 });
});

it('several RMAs of one order have a number each, and together never more than was paid', async () => {
  const id = await shipped('#1404', 2);
  const first = await issue('RMA for #1404: 1 headphones, we sent the wrong item', { files: [say.photo] });
  await stage.mail('1404@example.com', /RMA-/);
  const second = await issue('RMA for #1404: 1 headphones, we sent the wrong item', { files: [say.photo] });
  await until(
    'two mails',
    async () => (await stage.mails('1404@example.com')).filter((m) => /RMA-/.test(m.subject)).length === 2,
  );
  const { ts: third } = await say.propose('RMA for #1404: 1 headphones, we sent the wrong item', {
    files: [say.photo],
  });
  const refused = await say.card(third, /what is left of it is in another open return already: RMA-\w+, RMA-\w+/);
  expect(actionsOf(refused)).not.toContain('proposal.confirm');
  for (const ts of [first, second]) {
    await say.accepted(ts);
  }
  // An order that changed under the second amount makes it lapse: then it is asked for again, never paid as it was.
  await until('both paid', async () => {
    const { body } = await stage.admin<any>('201', '/api/approvals');
    for (const { intent, case: of } of body.approvals)
      if (of.orderName === '#1404')
        await stage.admin('201', `/api/intents/${intent.id}/approve`, { method: 'POST', body: {} });
    return refundedOf(await stage.order(id)) >= 9000;
  });
  expect((await stage.order(id)).refunds.map((one) => refundedOf({ refunds: [one] }))).toEqual([4500, 4500]);
});

it('a sum that is not Shopify’s stops the money and shows both, part by part', async () => {
  // Ten percent of what was paid is 8.64, with tax; Shopify takes ten percent of the goods alone.
  const { id, ts } = await say.issued('#1405', 'both-sums@example.com');
  await say.accepted(ts);
  const body = await say.caseThat('#1405', 'stopped', (one) => one.intents.at(-1)?.state === 'needs_person');
  expect(body.intents.at(-1)).toMatchObject({ breakdown: { total: 7776 }, suggested: { amount: 7840, fees: 800 } });
  expect(body.case.state).toBe('received');
  await say.card(ts, /Policy\s+Shopify.*77\.76\s+\$?78\.40/s);
  expect(refundedOf(await stage.order(id))).toBe(0);
  await say.press('U0LEAD', ts, 'refund.settle');
  await say.fillIn('U0LEAD', { reference: 'Bank transfer 99' });
  await say.state('#1405', 'closed');
});
