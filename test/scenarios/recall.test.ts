import { describe, expect, it } from 'vitest';
import { HEADPHONES } from '../support/goods.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { refundedOf } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** P11, P12: a cancellation of goods that a fulfilment service holds, and the races with the parcel. */

const { stage, say } = setTheStage();

const placed = (name: string, service: string | undefined, quantity = 1): Promise<number> =>
  stage.placed(name, {
    line_items: [{ ...HEADPHONES, quantity, ...(service && { fulfillment_service: service }) }],
  });

const cancel = async (text: string): Promise<string> => {
  const { ts } = await say.propose(text);
  await say.press('U0AGENT', ts, 'proposal.confirm');
  return ts;
};

type FulfillmentOrder = { id: number; request_status: string };
const recalled = (id: number): Promise<FulfillmentOrder> =>
  until('the recall', async () => {
    const order: any = await stage.order(id);
    const found = order.fulfillment_orders.find((one: FulfillmentOrder) => one.request_status !== 'accepted');
    return found ?? null;
  });
const answer = (fo: FulfillmentOrder, accept: boolean) =>
  stage.call('POST', `/shopify/fulfillment-orders/${fo.id}/cancellation`, { accept });

describe('goods that a fulfilment service holds', () => {
  it('are recalled first; nothing is cancelled or paid before the service has let them go', async () => {
    const id = await placed('#1301', 'acme-3pl');
    await cancel('cancel #1301');
    const fo = await recalled(id);
    expect(fo.request_status).toBe('cancellation_requested');
    const waiting = await say.caseThat('#1301', 'an approved amount', (one) => one.intents[0]?.state === 'approved');
    expect(waiting.case.state).toBe('recalling');
    expect((await stage.order(id)).cancelled_at).toBeNull();
    await answer(fo, true);
    await say.state('#1301', 'canceled');
    const order = await stage.order(id);
    expect(order.cancelled_at).not.toBeNull();
    expect(refundedOf(order)).toBe(5000);
    // Asked once, whatever arrived twice.
    expect(await stage.calls(/fulfillmentOrderSubmitCancellationRequest/)).toHaveLength(1);
  });

  it('that it will not stop are offered as a return, and nothing is paid', async () => {
    const id = await placed('#1302', 'acme-3pl');
    await cancel('cancel #1302');
    await answer(await recalled(id), false);
    const body = await say.state('#1302', 'converted_to_return');
    expect(body.intents.map((one: any) => one.state)).toEqual(['superseded']);
    await stage.mail('1302@example.com', /already|too late|shipped/i);
    expect(refundedOf(await stage.order(id))).toBe(0);
  });

  it('without an answer for two hours wait for a person; a late answer goes on by itself', async () => {
    const id = await placed('#1303', 'acme-3pl');
    await cancel('cancel #1303');
    const fo = await recalled(id);
    await say.caseThat('#1303', 'a deadline', (one) =>
      one.deadlines.some((due: any) => due.kind === 'recall-unanswered'),
    );
    await stage.call('POST', '/clock', { advance: 'PT3H' });
    await say.state('#1303', 'needs_agent');
    await stage.seen(say.channel, /has not answered for two hours/);
    await answer(fo, true);
    await say.state('#1303', 'canceled');
    expect(refundedOf(await stage.order(id))).toBe(5000);
  });

  it('of which a part is cancelled are recalled too, and that part alone is refunded', async () => {
    const id = await placed('#1304', 'acme-3pl', 2);
    await cancel('cancel 1 headphones of #1304');
    const fo = await recalled(id);
    await answer(fo, true);
    await say.state('#1304', 'partially_canceled');
    const order = await stage.order(id);
    expect(order.cancelled_at).toBeNull();
    expect(refundedOf(order)).toBe(4000);
  });
});

describe('a parcel that is faster', () => {
  it('while the service is asked: the cancellation becomes the offer of a return (P12)', async () => {
    const id = await placed('#1305', 'acme-3pl');
    const ts = await cancel('cancel #1305');
    await recalled(id);
    await stage.call('POST', `/shopify/orders/${id}/fulfill`, {});
    const body = await say.state('#1305', 'converted_to_return');
    expect(body.decisions.at(-1).decision.clauses).toContain('P12');
    await say.withButton(ts, 'return.start');
    await stage.mail('1305@example.com', /already|too late|shipped/i);
    expect(refundedOf(await stage.order(id))).toBe(0);
  });

  it('with a part of the order: the rest is cancelled', async () => {
    const id = await placed('#1306', 'acme-3pl', 2);
    await cancel('cancel #1306');
    const fo = await recalled(id);
    const line = ((await stage.order(id)) as any).line_items[0].id;
    await stage.call('POST', `/shopify/orders/${id}/fulfill`, { lines: [{ id: line, quantity: 1 }] });
    await say.caseThat('#1306', 'a part of it', (one) => one.case.asked.lines?.length === 1);
    await answer(fo, true);
    await say.state('#1306', 'partially_canceled');
    expect(refundedOf(await stage.order(id))).toBe(4000);
  });
});

it('an order that somebody cancels in Shopify meanwhile is not paid a second time', async () => {
  const id = await placed('#1307', 'acme-3pl');
  await cancel('cancel #1307');
  const fo = await recalled(id);
  await stage.call('POST', `/shopify/orders/${id}/cancel`, {});
  const body = await say.state('#1307', 'canceled');
  expect(body.intents.map((one: any) => one.state)).not.toContain('succeeded');
  expect(refundedOf(await stage.order(id))).toBe(5000);
  expect(fo.id).toBeGreaterThan(0);
});
