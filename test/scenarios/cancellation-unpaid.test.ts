import { expect, it } from 'vitest';
import { HEADPHONES } from '../support/goods.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { refundedOf, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** P11: orders that nobody has paid when they are to be cancelled, and payments that arrive all the same. */

const { stage, say } = setTheStage();

/** Not paid yet; `service`: the fulfilment service that has taken the goods already. */
const placed = (name: string, service?: string): Promise<number> =>
  stage.placed(name, {
    financial_status: 'pending',
    line_items: [{ ...HEADPHONES, ...(service && { fulfillment_service: service }) }],
  });
const pays = (id: number) => stage.call('POST', `/shopify/orders/${id}/pay`, {});

it('are cancelled with nothing refunded; a payment that arrives then is told to staff', async () => {
  const id = await placed('#1541');
  const proposal = await say.propose('cancel #1541');
  expect(said(proposal)).toContain('refund nothing: no payment was received');
  await say.press('U0AGENT', proposal.ts, 'proposal.confirm');
  await say.state('#1541', 'canceled');
  const order: any = await stage.order(id);
  expect(order.cancelled_at).not.toBeNull();
  await stage.mail('1541@example.com', /cancelled/i);
  expect((await stage.calls(/orderCancel\b/)).at(-1)?.variables).toMatchObject({ refund: false });
  await pays(id);
  await stage.seen(say.channel, /\$90\.00 was paid for the order although it is cancelled/);
  expect(refundedOf(await stage.order(id))).toBe(0);
});

it('and paid before anything was sent go on as paid ones, once a person says so', async () => {
  const id = await placed('#1542', 'acme-3pl');
  const { ts } = await say.propose('cancel #1542');
  await say.press('U0AGENT', ts, 'proposal.confirm');
  await say.state('#1542', 'recalling');
  await pays(id);
  const fo: any = await until('the recall', async () =>
    ((await stage.order(id)) as any).fulfillment_orders.find((one: any) => /requested/.test(one.request_status)),
  );
  await stage.call('POST', `/shopify/fulfillment-orders/${fo.id}/cancellation`, { accept: true });
  const stopped = await say.state('#1542', 'needs_agent');
  expect(stopped.entries.map((one: any) => one.text).join()).toMatch(/\$0\.00 was agreed, the policy now gives \$90/);
  await say.press('U0AGENT', ts, 'case.retry');
  await say.state('#1542', 'canceled');
  expect(refundedOf(await stage.order(id))).toBe(9000);
});

it('lose a part of it', async () => {
  const id = await placed('#1543');
  const { ts } = await say.propose('cancel 1 headphones of #1543');
  await say.press('U0AGENT', ts, 'proposal.confirm');
  await say.state('#1543', 'partially_canceled');
  expect(refundedOf(await stage.order(id))).toBe(0);
  expect(((await stage.order(id)) as any).line_items[0].current_quantity).toBe(1);
});
