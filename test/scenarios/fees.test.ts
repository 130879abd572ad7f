import { expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { refundedOf } from '../support/stage.ts';

/** P1, P12: what the customer bears is a fee of the return in Shopify, said before anything is sent, and taken once. */

const { stage, say } = setTheStage();

const LABEL = { returnPostage: { paidBy: 'merchant', amount: 650 } };

/** A return with our label, opened in admin: 86.40 for the goods, and 6.50 for the way back. */
const opened = async (name: string, fields: object) => {
  const { id } = await say.shippedOrder(name, `${name.slice(1)}@example.com`);
  const order: any = await stage.order(id);
  const answer = await stage.admin<any>('101', `/api/orders/${id}/cases`, {
    method: 'POST',
    body: { kind: 'return.open', lines: [{ lineItemId: String(order.line_items[0].id), quantity: 2 }], ...fields },
  });
  expect(answer.body).toMatchObject({ caseId: expect.any(String) });
  await stage.mail(`${name.slice(1)}@example.com`, /RMA-/);
  return { id, caseId: answer.body.caseId as string };
};

const step = async (caseId: string, body: object) => {
  const answer = await stage.admin<any>('101', `/api/cases/${caseId}/steps`, { method: 'POST', body });
  expect(answer.body).toMatchObject({ caseId });
};

const received = async (caseId: string, name: string) => {
  await step(caseId, { kind: 'parcel.receive' });
  await step(caseId, { kind: 'unit.inspect', result: 'accepted' });
  const { intents } = await say.awaitsApproval(name);
  expect(intents.at(-1).breakdown.total).toBe(7990);
  await say.approveNewest(name);
  await say.state(name, 'closed');
};

const feeSent = async (id: number): Promise<unknown> => {
  const calls = await stage.calls(/returnCreate\b/);
  const ours = calls.find((call) => JSON.stringify(call.variables).includes(`Order/${id}"`));
  if (ours === undefined) throw new Error(`no return was made for order ${id}`);
  return (ours.variables as any).input.returnShippingFee;
};

it.each([
  { name: '#1801', why: 'a change of mind', fields: { reason: 'changed_mind', ...LABEL } },
  {
    name: '#1802',
    why: 'the customer’s own mistake, carriage charged',
    fields: { reason: 'customer_ordered_wrong', carriage: 'charge', ...LABEL },
  },
])('our label is a ReturnShippingFee of 6.50 for $why', async ({ name, fields }) => {
  const { id, caseId } = await opened(name, fields);
  expect(await feeSent(id)).toEqual({ amount: { amount: '6.50', currencyCode: 'USD' } });
  await received(caseId, name);
  expect(refundedOf(await stage.order(id))).toBe(7990);
  // The goods go back in full, and the fee stands beside them.
  const order: any = await stage.order(id);
  expect(order.refunds).toHaveLength(1);
  expect(order.refunds[0].refund_line_items.map((line: any) => [line.quantity, Number(line.subtotal)])).toEqual([
    [2, 80],
  ]);
});

it('carriage that is waived is no fee', async () => {
  const { id } = await opened('#1803', {
    reason: 'customer_ordered_wrong',
    carriage: 'waive',
    reasonGiven: 'a good customer',
    ...LABEL,
  });
  expect(await feeSent(id)).toBeUndefined();
});

it('a refund whose answer is lost is looked up, and asked for once', async () => {
  const id = await stage.placed('#1804', { shipping_lines: [] });
  const { ts } = await say.propose('cancel 1 headphones of #1804');
  await stage.call('POST', '/shopify/faults', { admin: { cutAfterCommit: 1 } });
  try {
    await say.press('U0AGENT', ts, 'proposal.confirm');
    const body = await say.state('#1804', 'partially_canceled');
    const said = body.entries.map((one: any) => one.text).join('\n');
    expect(said).toMatch(/the answer was lost/);
  } finally {
    await stage.call('POST', '/shopify/faults', { admin: { cutAfterCommit: 0 } });
  }
  expect(await stage.calls(/refundCreate\(/)).toHaveLength(1);
  expect(refundedOf(await stage.order(id))).toBe(4000);
});
