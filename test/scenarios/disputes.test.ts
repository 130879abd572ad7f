import { describe, expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { refundedOf } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** A bank looks at an order that is being cancelled, or that is out of stock: no money moves meanwhile. */

// Above this two people approve: the amount waits, and the dispute comes in between.
const { stage, say } = setTheStage({ settings: { 'approval.second': '50.00' } });

const dispute = (id: number, status: string) => stage.call('POST', `/shopify/orders/${id}/dispute`, { status });

const approveTwice = async (name: string) => {
  const { intents } = await say.awaitsApproval(name);
  for (const staff of ['201', '202']) {
    const answer = await stage.admin(staff, `/api/intents/${intents.at(-1).id}/approve`, { method: 'POST', body: {} });
    expect(answer.status).toBeLessThan(300);
  }
};

/** A cancellation whose amount waits. */
const cancelling = async (name: string): Promise<number> => {
  const id = await stage.placed(name);
  const { ts } = await say.propose(`cancel ${name}`);
  await say.press('U0AGENT', ts, 'proposal.confirm');
  await say.awaitsApproval(name);
  return id;
};

it('one that was lost before it was heard of closes the case as paid all the same', async () => {
  const id = await cancelling('#1330');
  await dispute(id, 'lost');
  const closed = await say.state('#1330', 'closed');
  expect(closed.intents.map((one: any) => one.state)).toEqual(['superseded']);
  await until('the order cancelled', async () => (await stage.order(id)).cancelled_at !== null);
  expect(refundedOf(await stage.order(id))).toBe(0);
});

/** Out of stock, and the customer wants the money: it waits. */
const outOfStock = async (name: string): Promise<number> => {
  const id = await stage.placed(name);
  const { ts } = await say.propose(`headphones on ${name} are out of stock`);
  await say.press('U0AGENT', ts, 'proposal.confirm');
  const mail = await stage.mail(`${name.slice(1)}@example.com`, /out of stock/i);
  const link = (/https?:\/\/\S+\/c\/[\w-]+/.exec(mail.text) as RegExpExecArray)[0];
  await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'answer=refund',
  });
  await say.awaitsApproval(name);
  return id;
};

describe.each([
  { what: 'a cancellation', open: cancelling, names: ['#1701', '#1702'], won: 'canceled' },
  { what: 'a shortage', open: outOfStock, names: ['#1703', '#1704'], won: 'refunded' },
] as const)('a dispute on $what', ({ open, names, won }) => {
  it('that is won goes on with an amount that is approved anew, and is paid once', async () => {
    const [name] = names;
    const id = await open(name);
    await dispute(id, 'needs_response');
    const frozen = await say.state(name, 'needs_agent');
    expect(frozen.intents.map((one: any) => one.state)).toEqual(['needs_person']);
    await say.nobodyCanApprove(name);
    expect(refundedOf(await stage.order(id))).toBe(0);
    await dispute(id, 'won');
    await approveTwice(name);
    await say.state(name, won);
    expect(refundedOf(await stage.order(id))).toBe(9000);
  });

  it('that is lost closes it as paid by the bank', async () => {
    const [, name] = names;
    const id = await open(name);
    await dispute(id, 'under_review');
    await say.state(name, 'needs_agent');
    await dispute(id, 'lost');
    const closed = await say.state(name, 'closed');
    expect(closed.intents.map((one: any) => one.state)).toEqual(['superseded']);
    await stage.seen(say.channel, /dispute is lost/i);
    expect(refundedOf(await stage.order(id))).toBe(0);
    // Nobody pays for it any more, so nobody may ship it; nothing is refunded on top of what the bank gave.
    await until('the order to be cancelled', async () => (await stage.order(id)).cancelled_at);
    expect(refundedOf(await stage.order(id))).toBe(0);
    const told = await say.caseThat(name, 'what became of the order', (one) =>
      one.entries.some((entry: any) => entry.event === 'order.cancelled-unpaid'),
    );
    expect(told.case.state).toBe('closed');
  });
});
