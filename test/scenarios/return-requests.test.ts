import { expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { until } from '../support/wait.ts';

/** Returns that customers ask for in Shopify itself: decided by the policy, and answered there. */

const { stage, say } = setTheStage({
  settings: { restockingFee: 10, 'evidence.minPhotos.wrong_item_sent': 0, 'warranty.months': 1 },
});

/** Now, or long ago. */
const shipped = async (name: string, at?: string): Promise<number> => {
  const when = at === undefined ? {} : { created_at: at };
  return stage.shipped(await stage.placed(name, when), when);
};

const ask = (id: number, reason: string, note?: string) =>
  stage.call('POST', `/shopify/orders/${id}/return-request`, { reason, ...(note === undefined ? {} : { note }) });
const returnsOf = async (id: number): Promise<readonly any[]> => ((await stage.order(id)) as any).returns;

it('what the policy grants is approved in Shopify, with a number by mail', async () => {
  const id = await shipped('#1501');
  await ask(id, 'wrong_item', 'these are blue');
  const body = await say.state('#1501', 'authorized');
  expect(body.case.asked).toMatchObject({ reason: 'wrong_item_sent', because: 'these are blue' });
  await stage.mail('1501@example.com', /RMA-/);
  expect((await returnsOf(id)).map((one) => one.status.toLowerCase())).toEqual(['open']);
  expect(await stage.calls(/returnApproveRequest/)).toHaveLength(1);
  expect(await stage.calls(/returnCreate\b/)).toHaveLength(0);
  // A card starts a thread for it, and the parcel is taken in there.
  const card = await stage.seen(say.channel, /#1501/);
  await say.accepted(card.ts);
  await say.approve('#1501');
  await say.state('#1501', 'closed');
});

it('a fee that the customer bears stands on the return, so the request gives way to one that names it', async () => {
  const id = await shipped('#1502');
  await ask(id, 'unwanted');
  await say.state('#1502', 'authorized');
  await stage.mail('1502@example.com', /RMA-/);
  expect((await returnsOf(id)).map((one) => one.status.toLowerCase())).toEqual([
    expect.stringMatching(/cancell?ed/),
    'open',
  ]);
  const [made] = await stage.calls(/returnCreate\b/);
  expect(JSON.stringify(made?.variables)).toContain('"restockingFee":{"percentage":10}');
});

it('photos that are missing are asked for, and nothing is approved before', async () => {
  const id = await shipped('#1503');
  await ask(id, 'defective', 'crackles');
  await say.state('#1503', 'evidence_pending');
  await stage.mail('1503@example.com', /photo|picture/i);
  expect((await returnsOf(id)).map((one) => one.status.toLowerCase())).toEqual(['requested']);
});

it('ordered by mistake is told by the customer’s words, and who pays the carriage is left to a person', async () => {
  const id = await shipped('#1504');
  await ask(id, 'other', 'I ordered these by mistake');
  const body = await say.state('#1504', 'review');
  expect(body.case.asked.reason).toBe('customer_ordered_wrong');
  expect((await returnsOf(id)).map((one) => one.status.toLowerCase())).toEqual(['requested']);
});

it('what the policy refuses is declined in Shopify by a person, with the clause', async () => {
  const id = await shipped('#1505', '2026-01-05T10:00:00Z');
  await ask(id, 'defective', 'crackles');
  await say.state('#1505', 'review');
  expect((await returnsOf(id)).map((one) => one.status.toLowerCase())).toEqual(['requested']);
  const card = await stage.seen(say.channel, /#1505/);
  await say.press('U0AGENT', card.ts, 'case.decide:decline');
  await say.fillIn('U0AGENT', { because: 'The warranty ended in February.' });
  await say.state('#1505', 'declined');
  await until('the answer in Shopify', async () => (await returnsOf(id))[0]?.status.toLowerCase() === 'declined');
  const [call] = await stage.calls(/returnDeclineRequest/);
  expect(JSON.stringify(call?.variables)).toMatch(/warranty ended in February.*P23/s);
});

it('what staff make in Shopify by hand waits for a person, who issues its number for the return that is there', async () => {
  const id = await shipped('#1506');
  const before = (await stage.calls(/returnCreate\b/)).length;
  await stage.call('POST', `/shopify/orders/${id}/return-request`, {
    reason: 'wrong_item',
    note: 'on the phone',
    by: 'staff',
  });
  const body = await say.state('#1506', 'review');
  expect(body.case.asked.because).toBe('on the phone');
  const card = await stage.seen(say.channel, /#1506/);
  expect(await stage.mails('1506@example.com')).toEqual([]);
  await say.press('U0AGENT', card.ts, 'case.decide:issue');
  await say.fillIn('U0AGENT', { because: 'Promised on the phone.' });
  await say.state('#1506', 'authorized');
  await stage.mail('1506@example.com', /RMA-/);
  expect(await stage.calls(/returnCreate\b/)).toHaveLength(before);
  expect((await returnsOf(id)).map((one) => one.status.toLowerCase())).toEqual(['open']);
  // Received and tested, it is settled like any other.
  await say.accepted(card.ts);
  await say.approve('#1506');
  await say.state('#1506', 'closed');
  expect((await returnsOf(id)).map((one) => one.status.toLowerCase())).toEqual(['closed']);
});

it('what staff made in Shopify and take back there ends its case', async () => {
  const id = await shipped('#1507');
  const { return: made } = await stage.call<{ return: { id: number } }>(
    'POST',
    `/shopify/orders/${id}/return-request`,
    { reason: 'unwanted', by: 'staff' },
  );
  await say.state('#1507', 'review');
  await stage.call('POST', `/shopify/returns/${made.id}/answer`, { answer: 'cancel' });
  const ended = await say.caseThat('#1507', 'ended', (one) => one.case.closedAt !== null);
  expect(JSON.stringify(ended.entries)).toContain('taken back in Shopify');
});

it('what staff make in Shopify for an order from before Makegood, which it never heard of, becomes a case as well', async () => {
  await stage.call('POST', '/shopify/faults', { deliveries: { drop: 1 } });
  const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', {
    name: '#1590',
    email: '1590@example.com',
    currency: 'USD',
    created_at: '2026-01-05T10:00:00Z',
    line_items: [{ title: 'Headphones', sku: 'HP-1', quantity: 2, price: '40.00' }],
  });
  await stage.call('POST', `/shopify/orders/${id}/fulfill`, { created_at: '2026-01-06T10:00:00Z' });
  await stage.call('POST', '/shopify/faults', { deliveries: { drop: 0 } });
  expect((await stage.admin('102', `/api/orders/${id}`)).status).toBe(404);
  await stage.call('POST', `/shopify/orders/${id}/return-request`, {
    reason: 'wrong_item',
    note: 'by phone',
    by: 'staff',
  });
  const body = await say.state('#1590', 'review');
  expect(body.case.asked.because).toBe('by phone');
});
