import { beforeAll, expect, it } from 'vitest';
import { SPEAKER } from '../support/goods.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { refundedOf } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** P16: an approved return becomes an exchange, and an exchange a refund, before anything of it was processed. */

const { stage, say } = setTheStage();
beforeAll(() => stage.call('POST', '/shopify/inventory', { sku: SPEAKER.sku, available: 20 }));

/** What we sent wrong, with its number issued: for a refund, or for an exchange. */
const issued = async (name: string, wanted: 'return' | 'exchange') => {
  const email = `${name.slice(1)}@example.com`;
  const { id } = await say.shippedOrder(name, email, SPEAKER);
  const { ts } = await say.propose(`${wanted} for ${name}: the speaker, we sent the wrong item`, {
    files: [say.photo],
  });
  await say.press('U0AGENT', ts, 'proposal.confirm');
  await stage.mail(email, /RMA-/);
  const { case: record } = await say.state(name, 'authorized');
  const step = async (body: object) => {
    const { status, body: answer } = await stage.admin<any>('101', `/api/cases/${record.id}/steps`, {
      method: 'POST',
      body,
    });
    return { status, detail: answer?.detail ?? '' };
  };
  const choose = (remedy: 'refund' | 'exchange') => step({ kind: 'return.remedy', remedy });
  return { id, ts, email, step, choose };
};
const changed = (name: string, times: number) =>
  say.caseThat(
    name,
    `changed ${times} time(s)`,
    ({ entries }) => entries.filter((one: any) => one.event === 'return.changed').length === times,
  );
const returnsOf = async (id: number): Promise<any[]> => ((await stage.order(id)) as any).returns;
const tested = async (ts: string) => {
  await say.accepted(ts);
};

it('a refund becomes an exchange: another Return takes its place, with the parcel that is on its way', async () => {
  const { id, ts, email, step, choose } = await issued('#1801', 'return');
  expect((await step({ kind: 'return.track', number: '1Z999AA10123456784', carrier: 'UPS' })).status).toBe(200);
  await until('the tracking', async () => (await stage.calls(/RecordTracking/)).length === 1);
  expect(await choose('exchange')).toMatchObject({ status: 200 });
  await changed('#1801', 1);
  await until('the tracking of the new one', async () => (await stage.calls(/RecordTracking/)).length === 2);
  expect((await returnsOf(id)).map((one) => one.status)).toEqual(['canceled', 'open']);
  await tested(ts);
  await say.state('#1801', 'closed');
  const order: any = await stage.order(id);
  expect(order.line_items).toHaveLength(2);
  expect(refundedOf(order)).toBe(0);
  expect((await returnsOf(id)).map((one) => one.status)).toEqual(['canceled', 'closed']);
  await stage.call('POST', `/shopify/orders/${id}/fulfill`, {});
  await stage.mail(email, /exchange for order #1801 is on its way/i);
});

it('an exchange becomes a refund: nothing is left on the Return to send, and the money goes back', async () => {
  const { id, ts, choose } = await issued('#1802', 'exchange');
  await choose('refund');
  await changed('#1802', 1);
  expect((await returnsOf(id)).map((one) => one.status)).toEqual(['open']);
  await tested(ts);
  await say.approve('#1802');
  await say.state('#1802', 'closed');
  const order: any = await stage.order(id);
  expect(order.line_items).toHaveLength(1);
  // All that was paid for it, shipping too: the mistake was ours (P16).
  expect(refundedOf(order)).toBe(10612);
});

it('there and back and there again ends where it was left, also while answers are lost', async () => {
  const { id, ts, choose } = await issued('#1803', 'return');
  await stage.call('POST', '/shopify/faults', { admin: { cutAfterCommit: 0.4 } });
  await choose('exchange');
  await choose('refund');
  await choose('exchange');
  // Each lost answer is looked for several times, with waits that grow.
  await say.caseThat(
    '#1803',
    'its exchange is in Shopify',
    ({ effects }) =>
      effects.filter((one: any) => one.kind === 'shopify.change-return').every((one: any) => one.state === 'done'),
    120_000,
  );
  await stage.call('POST', '/shopify/faults', { admin: { cutAfterCommit: 0 } });
  const open = (await returnsOf(id)).filter((one) => one.status === 'open');
  expect(open).toHaveLength(1);
  await tested(ts);
  await say.state('#1803', 'closed');
  const order: any = await stage.order(id);
  expect(order.line_items).toHaveLength(2);
  expect(refundedOf(order)).toBe(0);
});

it('what is here and untested may still become the other; what was tested may not', async () => {
  const { id, ts, choose } = await issued('#1804', 'return');
  await say.press('U0AGENT', ts, 'parcel.receive');
  await say.state('#1804', 'received');
  expect((await choose('exchange')).status).toBe(200);
  await changed('#1804', 1);
  await say.press('U0AGENT', ts, 'unit.inspect');
  await say.fillIn('U0AGENT', { result: 'accepted' });
  await say.state('#1804', 'closed');
  expect((await choose('refund')).status).toBe(409);
  expect(refundedOf(await stage.order(id))).toBe(0);
  expect(((await stage.order(id)) as any).line_items).toHaveLength(2);
});

it('without a replacement in stock the return stays, and a person is told to ask', async () => {
  const { id, ts, choose } = await issued('#1805', 'return');
  await stage.call('POST', '/shopify/inventory', { sku: SPEAKER.sku, available: 0 });
  await choose('exchange');
  await stage.seen(say.channel, /not in stock.*ask the customer whether they want the money instead/is);
  expect((await returnsOf(id)).map((one) => one.status)).toEqual(['open']);
  await choose('refund');
  await tested(ts);
  await say.approve('#1805');
  await say.state('#1805', 'closed');
  expect(refundedOf(await stage.order(id))).toBe(10612);
});
