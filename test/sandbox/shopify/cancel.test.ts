import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, type TriedRoom, tryRoom } from './try-room.ts';

let tried: TriedRoom;
beforeAll(async () => {
  // Jobs are done when a test says so.
  tried = await tryRoom({ jobDelayMs: 60_000 });
});
afterAll(() => tried.stop());

const CANCEL = `mutation Cancel($id: ID!, $note: String, $method: OrderCancelRefundMethodInput, $refund: Boolean) {
  orderCancel(orderId: $id, reason: CUSTOMER, restock: true, staffNote: $note, refundMethod: $method, refund: $refund) {
    job { id done } jobResult { id done status } orderCancelUserErrors { field message code } userErrors { field message }
  } }`;
const JOB = `query Job($id: ID!) { node(id: $id) { ... on OrderCancelJobResult {
  done status errors { code message } order { cancelledAt closed cancelReason currentTotalPriceSet { shopMoney { amount } } displayFinancialStatus } } } }`;

const cancel = async (id: string, more: Json = { method: { originalPaymentMethodsRefund: true } }) =>
  (await tried.admin(CANCEL, { id, ...more })).data.orderCancel;

const finished = async (jobResult: string): Promise<Json> => {
  tried.room.world.hurry();
  return (await tried.admin(JOB, { id: jobResult })).data.node;
};

describe('orderCancel', () => {
  it('is a job: started at first, later done, with everything refunded and back in stock', async () => {
    const { gid, id } = await tried.placeReference();
    const stock = async () =>
      (await tried.get('/products')).body.products.find((p: Json) => p.variants[0].sku === 'AUR-HP-01').variants[0]
        .available;
    const before = await stock();
    const started = await cancel(gid);
    expect(started.job.done).toBe(false);
    expect(started.jobResult.status).toBe('STARTED');
    expect((await tried.get(`/orders/${id}`)).body.cancelled_at).toBeNull();

    const node = await finished(started.jobResult.id);
    expect(node).toMatchObject({
      status: 'SUCCEEDED',
      errors: [],
      order: {
        closed: true,
        cancelReason: 'CUSTOMER',
        displayFinancialStatus: 'REFUNDED',
        currentTotalPriceSet: { shopMoney: { amount: '0.0' } },
      },
    });
    const order = (await tried.get(`/orders/${id}`)).body;
    expect(order.refunds).toHaveLength(1);
    expect(order.refunds[0].transactions).toMatchObject([{ kind: 'refund', amount: '96.40', status: 'success' }]);
    expect(order.fulfillment_orders).toMatchObject([
      { status: 'closed', line_items: [{ quantity: 0, fulfillable_quantity: 0 }] },
    ]);
    expect(await stock()).toBe(before + 2);
  });

  it('voids what was only authorised', async () => {
    const { gid, id } = await tried.placeReference({ financial_status: 'authorized' });
    await finished((await cancel(gid)).jobResult.id);
    const order = (await tried.get(`/orders/${id}`)).body;
    expect(order.financial_status).toBe('voided');
    expect(order.transactions.map((t: Json) => t.kind)).toEqual(['authorization', 'void']);
  });

  it('keeps the money where no refund is asked for', async () => {
    const { gid, id } = await tried.placeReference();
    await finished((await cancel(gid, {})).jobResult.id);
    const order = (await tried.get(`/orders/${id}`)).body;
    expect(order.financial_status).toBe('paid');
    expect(order.cancelled_at).not.toBeNull();
  });

  it.each([
    {
      why: 'a note that is too long',
      prepare: async () => {},
      more: { note: 'x'.repeat(256) },
      error: { field: ['staffNote'], message: 'Staff note is too long. Maximum length is 255 characters.' },
    },
    {
      why: 'two ways to refund',
      prepare: async () => {},
      more: { refund: false, method: { originalPaymentMethodsRefund: true } },
      error: { field: ['refund'], message: 'Only one of the arguments `refund` or `refund_method` is allowed.' },
    },
    {
      why: 'something that has shipped',
      prepare: async (id: number) => {
        await tried.post(`/orders/${id}/fulfill`, { lines: [{ sku: 'AUR-HP-01', quantity: 1 }] });
      },
      more: {},
      error: { field: ['orderId'], message: 'Cannot cancel an order that has outstanding fulfillments' },
    },
    {
      why: 'an open return',
      prepare: async (id: number) => {
        await tried.post(`/orders/${id}/fulfill`, {});
        await tried.post(`/orders/${id}/return-request`, { reason: 'unwanted' });
      },
      more: {},
      error: { field: ['orderId'], message: 'Cannot cancel an order that has returns' },
    },
    {
      why: 'what is cancelled already',
      prepare: async (id: number) => {
        await tried.post(`/orders/${id}/cancel`, {});
      },
      more: {},
      error: { field: ['orderId'], message: 'Cannot cancel an order that has already been canceled' },
    },
  ])('refuses $why', async ({ prepare, more, error }) => {
    const { gid, id } = await tried.placeReference();
    await prepare(id);
    const answer = await cancel(gid, more);
    expect(answer.job).toBeNull();
    expect(answer.orderCancelUserErrors).toEqual([{ ...error, code: 'INVALID' }]);
    expect(answer.userErrors).toEqual([error]);
  });

  it('fails in the job when a parcel leaves in between, and pays nothing', async () => {
    const { gid, id } = await tried.placeReference();
    const { jobResult } = await cancel(gid);
    await tried.post(`/orders/${id}/fulfill`, {});
    const node = await finished(jobResult.id);
    expect(node.status).toBe('FAILED');
    expect(node.errors).toEqual([
      { code: 'INVALID', message: 'Cannot cancel an order that has outstanding fulfillments' },
    ]);
    expect((await tried.get(`/orders/${id}`)).body.refunds).toEqual([]);
  });

  it('started twice refunds once', async () => {
    const { gid, id } = await tried.placeReference();
    const [first, second] = [await cancel(gid), await cancel(gid)];
    const nodes = [await finished(first.jobResult.id), await finished(second.jobResult.id)];
    expect(nodes.map((node) => node.status)).toEqual(['SUCCEEDED', 'FAILED']);
    expect((await tried.get(`/orders/${id}`)).body.refunds).toHaveLength(1);
  });
});
