import { expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { actionsOf, refundedOf } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** Returns that Makegood opened, and that somebody ends in Shopify by hand. */

const { stage, say } = setTheStage();

const answer = async (id: number, what: 'cancel' | 'close' | 'reopen') => {
  const [made] = ((await stage.order(id)) as any).returns;
  await stage.call('POST', `/shopify/returns/${made.id}/answer`, { answer: what });
};

/** Goods that came back and were accepted: an approver is asked for their money. */
const awaiting = async (name: string, email: string) => {
  const told = await say.issued(name, email);
  await say.accepted(told.ts);
  await say.awaitsApproval(name);
  return told;
};
const stoppedIn = (name: string) =>
  say.caseThat(name, 'stopped', (body) => body.case.state === 'received' && body.intents.at(-1).state === 'superseded');
/** On the card of that amount: those of earlier ones may lose their buttons a moment later. */
const approveAmount = async (intentId: string): Promise<void> => {
  const card = await until('the card of the amount', async () =>
    (await stage.messages(say.channel)).find(
      (one) => actionsOf(one).includes('refund.approve') && JSON.stringify(one.blocks).includes(intentId),
    ),
  );
  await stage.click('U0LEAD', say.channel, card.ts, 'refund.approve');
};

it('cancelled there before anything came back: the case ends, and the customer is told', async () => {
  const { id } = await say.issued('#1521', 'ended@example.com');
  await answer(id, 'cancel');
  const ended = await say.state('#1521', 'canceled');
  expect(ended.entries.map((one: any) => one.text)).toContain('the return was cancelled in Shopify by hand');
  await stage.mail('ended@example.com', /called off/);
  await stage.seen(say.channel, /cancelled in Shopify by hand: case/);
});

it('closed there while an approver is asked: the money stops, and goes on once it is open again', async () => {
  const { id, ts } = await awaiting('#1522', 'closed@example.com');
  await answer(id, 'close');
  await stoppedIn('#1522');
  await say.nobodyCanApprove('#1522');
  await stage.seen(say.channel, /closed in Shopify by hand: open it again there/);
  // Asked again too early: nobody is asked for money that Shopify would not pay.
  await say.press('U0AGENT', ts, 'case.retry');
  const early = await say.caseThat('#1522', 'refused', (body) => body.intents.at(-1).state === 'needs_person');
  expect(early.intents.at(-1).lastError).toMatch(/is closed in Shopify: open it again there/);
  await answer(id, 'reopen');
  await stage.seen(say.channel, /open again in Shopify/);
  await say.press('U0AGENT', ts, 'case.retry');
  const anew = await say.awaitsApproval('#1522');
  await approveAmount(anew.intents.at(-1).id);
  await say.state('#1522', 'closed');
  expect(refundedOf(await stage.order(id))).toBe(8640);
});

it('cancelled there with the goods here: what is refunded there by hand settles it, and nothing is paid twice', async () => {
  const { id } = await awaiting('#1523', 'late-cancel@example.com');
  await answer(id, 'cancel');
  await stoppedIn('#1523');
  await say.nobodyCanApprove('#1523');
  const line = ((await stage.order(id)) as any).line_items[0].id;
  await stage.call('POST', `/shopify/orders/${id}/refund`, { lines: [{ id: line, quantity: 2 }], note: 'by hand' });
  const closed = await say.state('#1523', 'closed');
  expect(closed.units.map((one: any) => one.money)).toEqual(['paid', 'paid']);
  expect(refundedOf(await stage.order(id))).toBe(8640);
  expect(closed.effects.filter((one: any) => one.state === 'refused' || one.state === 'parked')).toEqual([]);
});
