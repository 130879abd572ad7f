import { beforeAll, expect, it } from 'vitest';
import { SPEAKER } from '../support/goods.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { actionsOf, refundedOf, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** P17's exception: what is exchanged goes out before the goods are back, and nothing is ever paid for them. */

const { stage, say } = setTheStage();
beforeAll(() => stage.call('POST', '/shopify/inventory', { sku: SPEAKER.sku, available: 20 }));

const WRONG = 'we sent the wrong item';
const DEFECT = 'it is broken';

/** A speaker that shipped, and an exchange for it whose number was mailed. `ts`: the card. */
const exchange = async (name: string, why: string) => {
  const email = `${name.slice(1)}@example.com`;
  const { id } = await say.shippedOrder(name, email, SPEAKER);
  const { ts } = await say.propose(`exchange for ${name}: the speaker, ${why}`, { files: [say.photo] });
  const card = await say.message(ts);
  if (card && actionsOf(card).includes('proposal.amend:troubleshootingDone:yes'))
    await say.press('U0AGENT', ts, 'proposal.amend:troubleshootingDone:yes');
  await say.press('U0AGENT', ts, 'proposal.confirm');
  await stage.mail(email, /RMA-/);
  return { id, ts, email };
};

const askFor = async (ts: string, because: string) => {
  await say.press('U0AGENT', ts, 'case.decide:ship_first');
  await say.fillIn('U0AGENT', { because });
};

const isOut = (name: string) =>
  say.caseThat(name, 'the replacement is out', ({ entries }) =>
    entries.some((one: any) => one.event === 'exchange.shipped-first'),
  );

const approvalCard = (name: string) =>
  until('the approval card', async () =>
    (await stage.messages(say.channel)).find(
      (one) => actionsOf(one).includes('refund.approve') && said(one).includes(name),
    ),
  );

const told = async (what: RegExp) => (await stage.messages(say.channel)).filter((one) => what.test(said(one)));

it('goes out once somebody else approves, evenly and unheld; the goods are told to Shopify when they were tested', async () => {
  const { id, ts, email } = await exchange('#1701', WRONG);
  await askFor(ts, 'a birthday on Friday');
  const card = await approvalCard('#1701');
  expect(said(card)).toMatch(/Replacement before its goods.*96\.12.*a birthday on Friday.*Nothing is paid/s);
  // Nothing is processed by asking for it.
  expect(await stage.calls(/returnProcess/)).toHaveLength(0);
  await stage.click('U0LEAD', say.channel, card.ts, 'refund.approve');
  const detail = await isOut('#1701');
  expect(detail.case.state).toBe('authorized');
  expect(detail.entries.find((one: any) => one.event === 'exchange.shipped-first')).toMatchObject({
    clauses: ['P16', 'P17'],
    text: expect.stringMatching(/asked for by Ben Okafor|asked for by .+: a birthday on Friday; .*96\.12 is at stake/),
  });
  const order: any = await stage.order(id);
  expect(order.line_items).toHaveLength(2);
  expect(order.fulfillment_orders.at(-1).status).toBe('open');
  expect(refundedOf(order)).toBe(0);
  await say.card(ts, /Replacement went first.*at stake until the goods are back/s);

  await stage.call('POST', `/shopify/orders/${id}/fulfill`, {});
  const mail = await stage.mail(email, /exchange for order #1701 is on its way/i);
  expect(mail.text).toMatch(/before your return is here.*with us by/s);

  await say.accepted(ts);
  const closed = await say.state('#1701', 'closed');
  expect(closed.entries.map((one: any) => one.text)).toContainEqual(expect.stringMatching(/closed/));
  const after: any = await stage.order(id);
  expect(refundedOf(after)).toBe(0);
  expect(after.line_items).toHaveLength(2);
  expect(after.returns.at(-1).status).toBe('closed');
  const [disposed] = await stage.calls(/reverseFulfillmentOrderDispose/);
  expect(JSON.stringify(disposed?.variables)).toContain('RESTOCKED');
  expect(await stage.calls(/mutation ProcessReturn/)).toHaveLength(1);
});

it('is nobody’s to approve for themselves, and waits for the goods where it is declined', async () => {
  const { id, ts } = await exchange('#1702', WRONG);
  // An approver asks; the same approver may not agree.
  const { case: record } = await say.state('#1702', 'authorized');
  const asked = await stage.admin<any>('201', `/api/cases/${record.id}/steps`, {
    method: 'POST',
    body: { kind: 'exchange.ship-first', because: 'a regular' },
  });
  expect(asked.status).toBe(200);
  const card = await approvalCard('#1702');
  await stage.click('U0LEAD', say.channel, card.ts, 'refund.approve');
  await stage.seen(say.channel, /you proposed this refund|somebody else has to approve/, { ephemeralTo: 'U0LEAD' });
  await stage.click('U0LEAD2', say.channel, card.ts, 'refund.decline');
  await say.fillIn('U0LEAD2', { because: 'not for this customer' });
  const declined = await say.caseThat('#1702', 'declined', ({ entries }) =>
    entries.some((one: any) => /not sent before the goods are back: not for this customer/.test(one.text)),
  );
  expect(declined.case.state).toBe('authorized');
  expect(((await stage.order(id)) as any).line_items).toHaveLength(1);
  // It can be asked for again, and the goods overtake it: nothing has to go out first any more.
  await say.withButton(ts, 'case.decide:ship_first');
  await askFor(ts, 'he called again');
  await approvalCard('#1702');
  await say.press('U0AGENT', ts, 'parcel.receive');
  const here = await say.state('#1702', 'received');
  expect(here.intents.every((one: any) => one.state === 'rejected' || one.state === 'superseded')).toBe(true);
  await say.press('U0AGENT', ts, 'unit.inspect');
  await say.fillIn('U0AGENT', { result: 'accepted' });
  await say.state('#1702', 'closed');
  const order: any = await stage.order(id);
  expect(order.line_items).toHaveLength(2);
  expect(refundedOf(order)).toBe(0);
});

it('goods that never come by the last day are brought up with what is at stake, and no money goes out', async () => {
  const { id, ts, email } = await exchange('#1703', DEFECT);
  await askFor(ts, 'needed for a flight');
  const card = await approvalCard('#1703');
  await stage.click('U0LEAD', say.channel, card.ts, 'refund.approve');
  const { case: record } = await isOut('#1703');
  // The customer can't keep both.
  const kept = await stage.admin<any>('101', `/api/cases/${record.id}/steps`, {
    method: 'POST',
    body: { kind: 'return.cancel' },
  });
  expect(kept.status).toBe(409);
  await stage.call('POST', '/clock', { advance: 'P31D' });
  await say.state('#1703', 'expired');
  await until('staff are told', async () => (await told(/nothing has arrived.*96\.12 is at stake/is)).length > 0);
  const passed = await stage.mail(email, /the last day is over/);
  expect(passed.text).toMatch(/replacement has gone out to you already/);
  await say.press('U0AGENT', ts, 'case.decide:write_off');
  await say.fillIn('U0AGENT', { because: 'moved away' });
  const closed = await say.state('#1703', 'closed');
  expect(closed.entries.map((one: any) => one.text).join('\n')).toMatch(
    /never came back, and the replacement \(.*96\.12\) went out first: nothing is refunded, and nobody is charged; written off: moved away/,
  );
  const order: any = await stage.order(id);
  expect(refundedOf(order)).toBe(0);
  expect(order.line_items).toHaveLength(2);
  const last = (await stage.calls(/reverseFulfillmentOrderDispose/)).at(-1);
  expect(JSON.stringify(last?.variables)).toContain('MISSING');
});

it('what comes back damaged costs the customer nothing more and gives them nothing: a person hears it', async () => {
  const { id, ts } = await exchange('#1704', DEFECT);
  await askFor(ts, 'needed for a flight');
  const card = await approvalCard('#1704');
  await stage.click('U0LEAD', say.channel, card.ts, 'refund.approve');
  await isOut('#1704');
  await say.press('U0AGENT', ts, 'parcel.receive');
  await say.press('U0AGENT', ts, 'unit.inspect');
  await say.fillIn('U0AGENT', { result: 'artificial_damage', photos: [say.photo] });
  await say.press('U0AGENT2', ts, 'unit.confirm:agree');
  await say.state('#1704', 'closed');
  await until('staff are told', async () => (await told(/came back and was refused, and the replacement/)).length > 0);
  expect(refundedOf(await stage.order(id))).toBe(0);
});

it('an answer that is lost on the way sends one replacement', async () => {
  const { id, ts } = await exchange('#1705', WRONG);
  await askFor(ts, 'a birthday on Friday');
  const card = await approvalCard('#1705');
  await stage.call('POST', '/shopify/faults', { admin: { cutAfterCommit: 1 } });
  await stage.click('U0LEAD', say.channel, card.ts, 'refund.approve');
  await until('the call', async () => ((await stage.order(id)) as any).line_items.length === 2);
  await stage.call('POST', '/shopify/faults', { admin: { cutAfterCommit: 0 } });
  await isOut('#1705');
  await stage.call('POST', `/shopify/orders/${id}/fulfill`, {});
  await stage.mail('1705@example.com', /exchange for order #1705 is on its way/i);
  expect(((await stage.order(id)) as any).line_items).toHaveLength(2);
});
