import { describe, expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { refundedOf, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** Money that moves, or must not, for reasons outside of the case: disputes, hands in Shopify, gateways, tenders. */

const { stage, say } = setTheStage();

const shopify = (id: number, what: string, body: object = {}) =>
  stage.call<any>('POST', `/shopify/orders/${id}/${what}`, body);

/** A return of both headphones, tested and waiting for an approver. */
const awaiting = async (order: string, email: string) => {
  const told = await say.issued(order, email);
  await say.accepted(told.ts);
  await say.awaitsApproval(order);
  return told;
};

const paid = (id: number) =>
  until('the refund', async () => {
    const order: any = await stage.order(id);
    return order.refunds.length > 0 ? order : null;
  });

describe('a dispute', () => {
  it('freezes the money of its order; won, the case goes on with a new approval', async () => {
    const { id, ts } = await awaiting('#1201', 'dispute@example.com');
    await shopify(id, 'dispute', { status: 'needs_response' });
    const frozen = await say.state('#1201', 'frozen');
    expect(frozen.intents.map((one: any) => one.state)).toEqual(['needs_person']);
    await stage.seen(say.channel, /opened a dispute with their bank/i, { thread: await threadOf(ts) });
    // Nobody approves what is frozen.
    await say.nobodyCanApprove('#1201');
    expect(refundedOf(await stage.order(id))).toBe(0);
    await shopify(id, 'dispute', { status: 'won' });
    await say.caseThat(
      '#1201',
      'a new amount',
      (body) => body.case.state === 'settling' && body.intents.at(-1).state === 'awaiting_approval',
    );
    await say.approveNewest('#1201');
    expect(refundedOf(await paid(id))).toBe(8640);
    await say.state('#1201', 'closed');
  });

  it('that is lost closes the case as paid: the customer is not paid twice', async () => {
    const { id } = await awaiting('#1202', 'lost-dispute@example.com');
    await shopify(id, 'dispute', { status: 'under_review' });
    await say.state('#1202', 'frozen');
    await shopify(id, 'dispute', { status: 'lost' });
    const closed = await say.state('#1202', 'closed');
    expect(closed.intents.map((one: any) => one.state)).toEqual(['superseded']);
    expect(closed.units.map((one: any) => one.money)).toEqual(['paid', 'paid']);
    expect(refundedOf(await stage.order(id))).toBe(0);
    await until('the return closed in Shopify', async () =>
      /closed/i.test(String((await stage.order(id)).returns[0]?.status)),
    );
  });
});

const threadOf = async (ts: string): Promise<string> => {
  const found = await say.message(ts);
  return found?.thread_ts ?? ts;
};

describe('a refund made in Shopify by hand', () => {
  it('of whole units settles them; the rest is reckoned and approved anew', async () => {
    const { id } = await awaiting('#1203', 'hand@example.com');
    const line = ((await stage.order(id)) as any).line_items[0].id;
    await shopify(id, 'refund', { lines: [{ id: line, quantity: 1 }], note: 'phone call' });
    const body = await say.caseThat(
      '#1203',
      'one unit settled',
      (one) => one.units.filter((unit: any) => unit.money === 'paid').length === 1 && one.intents.length === 2,
    );
    expect(body.entries.map((one: any) => one.text).join('\n')).toMatch(/43\.20.*by hand for 1 unit/);
    await say.approveNewest('#1203');
    await until('all of it', async () => refundedOf(await stage.order(id)) === 8640);
    await say.state('#1203', 'closed');
  });

  it('that moved no money counts its units in Shopify: nobody takes it for paid before a person has looked', async () => {
    const { id, ts } = await awaiting('#1210', 'no-money@example.com');
    const line = ((await stage.order(id)) as any).line_items[0].id;
    await shopify(id, 'refund', { lines: [{ id: line, quantity: 1 }], pay: false });
    await say.withButton(ts, 'refund.attribute:line');
    const blocked = await say.state('#1210', 'received');
    expect(blocked.intents.map((one: any) => one.state)).toEqual(['superseded']);
    expect(blocked.entries.map((one: any) => one.text).join('\n')).toMatch(/without any money: look at the order/);
    expect(refundedOf(await stage.order(id))).toBe(0);
    await say.press('U0AGENT', ts, 'refund.attribute:line');
    // The other unit alone: what Shopify counts as refunded is not paid by us on top.
    await say.approveNewest('#1210');
    await until('the other unit', async () => refundedOf(await stage.order(id)) === 4320);
    await say.state('#1210', 'closed');
  });

  it('of an amount stops the case until somebody says what it was for, and is taken off', async () => {
    const { id, ts } = await awaiting('#1204', 'amount@example.com');
    await shopify(id, 'refund', { amount: '5.00' });
    const card = await say.withButton(ts, 'refund.attribute:line');
    expect(said(card)).toContain('5.00');
    const blocked = await say.state('#1204', 'received');
    expect(blocked.intents.map((one: any) => one.state)).toEqual(['superseded']);
    await say.press('U0AGENT', ts, 'refund.attribute:line');
    // 86.40 for the goods less the 5.00 that were theirs.
    await say.caseThat(
      '#1204',
      'less what was given',
      (one) => one.intents.at(-1).breakdown.total === 8140 && one.intents.at(-1).state === 'awaiting_approval',
    );
    await say.approveNewest('#1204');
    await until('all of it', async () => refundedOf(await stage.order(id)) === 8640);
    await say.state('#1204', 'closed');
  });

  it('out of goodwill changes nothing that is due', async () => {
    const { id, ts } = await awaiting('#1205', 'goodwill@example.com');
    await shopify(id, 'refund', { amount: '5.00' });
    await say.press('U0AGENT', ts, 'refund.attribute:goodwill');
    await say.awaitsApproval('#1205');
    await say.approveNewest('#1205');
    await until('goods and goodwill', async () => refundedOf(await stage.order(id)) === 9140);
  });

  it('while its webhook is lost is seen when the money is about to move', async () => {
    const { id, ts } = await awaiting('#1206', 'unseen@example.com');
    await stage.call('POST', '/shopify/faults', { deliveries: { drop: 1 } });
    try {
      await shopify(id, 'refund', { amount: '5.00' });
    } finally {
      await stage.call('POST', '/shopify/faults', { deliveries: { drop: 0 } });
    }
    await say.approve('#1206');
    await say.withButton(ts, 'refund.attribute:line');
    expect(refundedOf(await stage.order(id))).toBe(500);
  });
});

describe('a payment that does not go back the way it came', () => {
  const slowOrder = (name: string, email: string, gateway: string) =>
    stage.placed(name, {
      email,
      line_items: [{ title: 'Headphones', sku: 'HP-1', quantity: 1, price: '40.00' }],
      shipping_lines: [],
      transactions: [{ kind: 'sale', status: 'success', gateway, amount: '40.00' }],
    });

  it('and comes back from the bank later is said, and paid another way by an approver', async () => {
    const id = await slowOrder('#1207', 'slow@example.com', 'pending');
    const { ts } = await say.propose('cancel #1207');
    await say.press('U0AGENT', ts, 'proposal.confirm');
    await say.state('#1207', 'canceled');
    const order: any = await stage.order(id);
    const transaction = order.refunds[0].transactions[0].id;
    await stage.call('POST', `/shopify/transactions/${transaction}/settle`, { accept: false });
    await say.caseThat('#1207', 'a failed settlement', (one) => one.intents.at(-1).state === 'settlement_failed');
    await say.press('U0LEAD', ts, 'refund.settle');
    await say.fillIn('U0LEAD', { reference: 'Bank transfer 4711' });
    const body = await say.caseThat('#1207', 'paid', (one) => one.intents.at(-1).state === 'succeeded');
    expect(body.entries.map((one: any) => one.text).join('\n')).toContain('Bank transfer 4711');
    // The mail about the cancellation had said that it goes back to where they paid from.
    expect((await stage.mail('slow@example.com', /^Refund of/)).text).toMatch(/paid it another\s+way/);
  });

  it('because the gateway can not is settled by hand with a reference', async () => {
    const id = await slowOrder('#1208', 'no-refunds@example.com', 'no_refunds');
    await stage.shipped(id);
    const { ts } = await say.propose('RMA for #1208: 1 headphones, we sent the wrong item', { files: [say.photo] });
    await say.press('U0AGENT', ts, 'proposal.confirm');
    await stage.mail('no-refunds@example.com', /RMA-/);
    await say.accepted(ts);
    await say.approve('#1208');
    const body = await say.caseThat('#1208', 'refused', (one) => one.intents.at(-1).state === 'failed');
    expect(body.intents.at(-1).lastError).toMatch(/gateway does not support refunds/);
    await say.press('U0LEAD2', ts, 'refund.settle');
    await say.fillIn('U0LEAD2', { reference: 'Cheque 17' });
    await say.state('#1208', 'closed');
    expect((await stage.mail('no-refunds@example.com', /Refund of/)).text).toMatch(/paid it another\s+way/);
  });
});

describe('split payments', () => {
  it('give a gift card back first', async () => {
    const id = await stage.placed('#1209', {
      email: 'split@example.com',
      line_items: [{ title: 'Headphones', sku: 'HP-1', quantity: 2, price: '40.00' }],
      shipping_lines: [],
      transactions: [
        { kind: 'sale', status: 'success', gateway: 'shopify_payments', amount: '55.00' },
        { kind: 'sale', status: 'success', gateway: 'gift_card', amount: '25.00' },
      ],
    });
    const { ts } = await say.propose('cancel 1 headphones of #1209');
    await say.press('U0AGENT', ts, 'proposal.confirm');
    await say.state('#1209', 'partially_canceled');
    const order: any = await stage.order(id);
    const back = order.refunds.flatMap((refund: any) => refund.transactions);
    expect(back.map((one: any) => [one.gateway, one.amount])).toEqual([
      ['gift_card', '25.00'],
      ['shopify_payments', '15.00'],
    ]);
  });
});

it('a tip goes back with an order that is cancelled as a whole', async () => {
  const id = await stage.placed('#1211', {
    email: 'tip@example.com',
    line_items: [
      { title: 'Headphones', sku: 'HP-1', quantity: 2, price: '40.00' },
      { title: 'Tip', quantity: 1, price: '5.00', requires_shipping: false, tip: { payment_gateway: 'bogus' } },
    ],
    shipping_lines: [{ title: 'Standard', price: '10.00', tax_lines: [] }],
  });
  const { ts } = await say.propose('cancel #1211');
  await say.press('U0AGENT', ts, 'proposal.confirm');
  await say.state('#1211', 'canceled');
  expect(refundedOf(await stage.order(id))).toBe(9500);
});

it('duties go back with what we sent wrong, unit by unit', async () => {
  const money = { amount: '6.01', currency_code: 'USD' };
  const told = await say.shippedOrder('#1212', 'duties@example.com', {
    duties: [{ shop_money: money, presentment_money: money }],
  });
  const { ts } = await say.propose('RMA for #1212: 1 headphones, we sent the wrong item', { files: [say.photo] });
  await say.press('U0AGENT', ts, 'proposal.confirm');
  await stage.mail(told.email, /RMA-/);
  await say.accepted(ts);
  await say.approveNewest('#1212');
  await say.state('#1212', 'closed');
  // 40.00, its tax of 3.20, half of the shipping, and the larger half of the duties.
  expect(refundedOf(await stage.order(told.id))).toBe(5121);
});
