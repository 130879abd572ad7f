import { describe, expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { actionsOf, refundedOf, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** The steps of a return that are not the straight way: every one of them from Slack, over real HTTP. */

const { stage, say } = setTheStage();

const paid = (id: number) =>
  until('the refund', async () => {
    const order = await stage.order(id);
    return order.refunds.length > 0 ? order : null;
  });

describe('what the policy leaves to an agent', () => {
  it('P1: who pays the carriage is asked with two buttons, and a waiver with its reason is kept', async () => {
    await say.shippedOrder('#1101', 'p1@example.com');
    const { ts } = await say.propose('RMA for #1101: 2 headphones, customer ordered the wrong item');
    const asked = await say.withButton(ts, 'proposal.amend:carriage:waive');
    expect(actionsOf(asked)).toContain('proposal.amend:carriage:charge');
    expect(actionsOf(asked)).not.toContain('proposal.confirm');
    await say.press('U0AGENT', ts, 'proposal.amend:carriage:waive');
    await say.press('U0AGENT', ts, 'proposal.ask:reasonGiven');
    await say.fillIn('U0AGENT', { fact: 'our description was misleading' });
    await say.press('U0AGENT', ts, 'proposal.confirm');
    const body = await say.state('#1101', 'authorized');
    expect(body.entries.map((one: any) => one.text)).toContain(
      'the carriage is waived: our description was misleading',
    );
    // Waived, the shipping comes back with the goods: all that was paid.
    expect(body.decisions.at(-1).decision.estimate.total).toBe(9640);
  });

  it('P33: missing parts are accepted, asked for, deducted or refused by a person', async () => {
    const { id, ts } = await say.issued('#1102', 'p33@example.com');
    await say.press('U0AGENT', ts, 'parcel.receive');
    await say.press('U0AGENT', ts, 'unit.inspect');
    await say.fillIn('U0AGENT', { result: 'missing_components' });
    await say.press('U0AGENT', ts, 'unit.decide');
    await say.fillIn('U0AGENT', { result: 'wait_part', because: 'the charging cable' });
    expect((await stage.mail('p33@example.com', /missing/i)).text).toContain('the charging cable');
    await say.press('U0AGENT', ts, 'unit.decide');
    await say.fillIn('U0AGENT', { result: 'part_arrived', because: 'came by letter' });
    await say.press('U0AGENT', ts, 'unit.inspect');
    await say.fillIn('U0AGENT', { result: 'missing_components' });
    await say.press('U0AGENT', ts, 'unit.decide');
    await say.fillIn('U0AGENT', { result: 'deduct', deduction: '3.20', because: 'still no cable' });
    // 86.40 for the goods, less 3.20 for each of two.
    await say.card(ts, /80\.00/);
    await say.approve('#1102');
    expect(refundedOf(await paid(id))).toBe(8000);
    const body = await say.state('#1102', 'closed');
    expect(body.intents.at(-1).breakdown.deductions).toEqual([{ clause: 'P33', label: 'missing parts', amount: 640 }]);
  });

  it('P33: a refusal takes a second person, and the customer hears the clause', async () => {
    const { ts } = await say.issued('#1103', 'refuse@example.com');
    await say.press('U0AGENT', ts, 'parcel.receive');
    await say.press('U0AGENT', ts, 'unit.inspect');
    await say.fillIn('U0AGENT', { result: 'missing_components' });
    await say.press('U0AGENT', ts, 'unit.decide');
    await say.fillIn('U0AGENT', { result: 'refuse', because: 'only the empty case came back' });
    await say.press('U0AGENT', ts, 'unit.confirm:agree');
    await stage.seen(say.channel, /second person/i, { ephemeralTo: 'U0AGENT' });
    await say.press('U0AGENT2', ts, 'unit.confirm:agree');
    await say.state('#1103', 'closed');
    expect((await stage.mail('refuse@example.com', /About your return/)).text).toContain('P33');
  });
});

describe('P13: a parcel that was not taken', () => {
  const fail = async (id: number, status: string) => {
    const order: any = await stage.order(id);
    await stage.call('POST', `/shopify/fulfillments/${order.fulfillments[0].id}/events`, { status });
  };

  it('is suspected on the carrier’s word, told apart by a person, and paid once it is back', async () => {
    const email = 'refused@example.com';
    const { id } = await say.shippedOrder('#1104', email);
    await fail(id, 'failure');
    const body = await say.state('#1104', 'refused_suspected');
    expect(body.case.rma).toBeNull();
    const card = await stage.seen(say.channel, /#1104.*refused at the door/s);
    expect((await stage.order(id)).returns).toHaveLength(0);
    await say.press('U0AGENT', card.ts, 'delivery.find:refused');
    expect((await stage.mail(email, /on its way back/)).text).toContain('need not do anything');
    await say.press('U0AGENT', card.ts, 'delivery.receive');
    await say.fillIn('U0AGENT', { postage: '4.00' });
    await say.press('U0AGENT', card.ts, 'unit.inspect');
    await say.fillIn('U0AGENT', { result: 'accepted' });
    // Goods 86.40; shipping stays with the customer (P12), and so does what the carrier took for bringing it back.
    await say.card(card.ts, /82\.40/);
    await say.approve('#1104');
    expect(refundedOf(await paid(id))).toBe(8240);
    await say.state('#1104', 'closed');
    expect((await stage.mails(email)).filter((mail) => /RMA-/.test(mail.subject))).toHaveLength(0);
  });

  it('is a false alarm where the carrier delivers it after all', async () => {
    const { id } = await say.shippedOrder('#1105', 'second-try@example.com');
    await fail(id, 'attempted_delivery');
    await say.state('#1105', 'refused_suspected');
    await fail(id, 'delivered');
    await say.state('#1105', 'closed');
    expect((await stage.order(id)).refunds).toHaveLength(0);
  });

  it('that never reached the customer is paid in full, shipping too', async () => {
    const { id } = await say.shippedOrder('#1106', 'lost-out@example.com');
    const { ts } = await say.propose('#1106 the customer refused the parcel at the door');
    await say.press('U0AGENT', ts, 'proposal.confirm');
    await say.press('U0AGENT', ts, 'delivery.find:lost');
    await say.approve('#1106');
    expect(refundedOf(await paid(id))).toBe(9640);
    await say.state('#1106', 'closed');
  });
});

describe('a return that ends otherwise', () => {
  it('P38: lost with the customer’s own label is declined or given out of goodwill, by two people', async () => {
    const { id, ts } = await say.issued('#1107', 'lost@example.com');
    const { rma } = (await say.state('#1107', 'authorized')).case;
    const lost = await say.propose(`${rma} got lost in the mail`);
    await say.press('U0AGENT', lost.ts, 'proposal.amend:labelBy:customer');
    await say.press('U0AGENT', lost.ts, 'proposal.confirm');
    const body = await say.state('#1107', 'suspected_lost');
    expect(body.intents).toHaveLength(0);
    await say.press('U0AGENT', ts, 'case.decide:goodwill');
    await say.fillIn('U0AGENT', { because: 'a customer of ten years' });
    await say.approve('#1107');
    expect(refundedOf(await paid(id))).toBe(8640);
    const closed = await say.state('#1107', 'closed');
    expect(closed.entries.some((one: any) => /goodwill: a customer of ten years/.test(one.text))).toBe(true);
  });

  it('P38: lost with our label is ours to pay', async () => {
    const { id } = await say.issued('#1108', 'ours@example.com');
    const { rma } = (await say.state('#1108', 'authorized')).case;
    const lost = await say.propose(`${rma} got lost in the mail`);
    await say.press('U0AGENT', lost.ts, 'proposal.amend:labelBy:merchant');
    await say.press('U0AGENT', lost.ts, 'proposal.confirm');
    await say.approve('#1108');
    expect(refundedOf(await paid(id))).toBe(8640);
  });

  it('the customer keeps it: the return is cancelled in Shopify too', async () => {
    const { id, ts } = await say.issued('#1109', 'keeps@example.com');
    const { body } = await stage.admin<any>('1', '/api/cases?text=%231109&limit=1');
    await say.press('U0AGENT', ts, 'case.more', { value: `off:${body.cases[0].id}` });
    await say.fillIn('U0AGENT', { result: 'kept', because: 'works after all' });
    await say.state('#1109', 'canceled');
    const mail = await stage.mail('keeps@example.com', /called off/);
    expect(mail.text).not.toContain('As you asked');
    await until('the cancelled return', async () => {
      const status = String((await stage.order(id)).returns[0]?.status);
      return /^cancell?ed$/i.test(status);
    });
  });

  it('P5: is opened again by two people, for a reason', async () => {
    const { ts } = await say.issued('#1190', 'again@example.com');
    const { body } = await stage.admin<any>('1', '/api/cases?text=%231190&limit=1');
    const { id } = body.cases[0];
    await say.press('U0AGENT', ts, 'case.more', { value: `off:${id}` });
    await say.fillIn('U0AGENT', { result: 'kept', because: 'works after all' });
    await say.state('#1190', 'canceled');
    await say.card(ts, /Open it again/);
    await say.press('U0AGENT', ts, 'case.more', { value: `reopen:${id}` });
    await say.fillIn('U0AGENT', { because: 'broke a day later' });
    await say.press('U0AGENT', ts, 'case.reopen:agree');
    await stage.seen(say.channel, /second person/i, { ephemeralTo: 'U0AGENT' });
    await say.press('U0LEAD', ts, 'case.reopen:agree');
    const open = await say.state('#1190', 'review');
    expect(open.case.closedAt).toBeNull();
    expect(
      open.entries.some((one: any) => /opened again, asked for by Ana Ruiz: broke a day later/.test(one.text)),
    ).toBe(true);
  });

  it('is handed to a colleague by name', async () => {
    await say.issued('#1110', 'hand@example.com');
    const { rma } = (await say.state('#1110', 'authorized')).case;
    const { ts } = await say.propose(`hand ${rma} over to Ben`);
    await say.press('U0AGENT', ts, 'proposal.confirm');
    await say.caseThat('#1110', 'handed over', (body) =>
      body.entries.some((one: any) => one.text === 'handed to Ben Okafor'),
    );
  });
});

describe('P21: the last day', () => {
  it('is reminded of on days 20, 27 and 29, passes once, and moves with a second person', async () => {
    const email = 'late@example.com';
    const { ts } = await say.issued('#1111', email, 'both are broken');
    const { rma, asked } = (await say.state('#1111', 'authorized')).case;
    const earlier = await say.propose(`extend ${rma} by 2 days`);
    await say.press('U0AGENT', earlier.ts, 'proposal.ask:because');
    await say.fillIn('U0AGENT', { fact: 'she is travelling' });
    await say.press('U0AGENT', earlier.ts, 'proposal.confirm');
    await stage.mail(email, /you have until/);
    const moved = await say.caseThat(
      '#1111',
      'a new last day',
      (body) => body.case.asked.deadline.date > asked.deadline.date,
    );
    const last = Date.parse(moved.case.asked.deadline.instant);
    const day = 86_400_000;
    const reminders = async () => (await stage.mails(email)).filter((mail) => /has to be here by/.test(mail.subject));
    const at = async (instant: number) => {
      await stage.call('POST', '/clock', { now: new Date(instant).toISOString() });
    };
    for (const [before, count] of [
      [10, 1],
      [3, 2],
      [1, 3],
    ] as const) {
      await at(last - before * day);
      await until(`reminder ${count}`, async () => (await reminders()).length >= count);
      await at(last - before * day + 60_000);
    }
    await at(last + 60_000);
    await say.state('#1111', 'expired');
    await stage.mail(email, /the last day is over/);
    expect(await reminders()).toHaveLength(3);
    expect((await stage.mails(email)).filter((mail) => /the last day is over/.test(mail.subject))).toHaveLength(1);

    await say.press('U0AGENT', ts, 'case.decide:extend');
    await say.fillIn('U0AGENT', { days: '7', because: 'carrier strike' });
    await say.press('U0AGENT', ts, 'return.confirm:agree');
    await stage.seen(say.channel, /asks for \d+ more days? for case \d+: .*A second person has to agree/);
    await stage.seen(say.channel, /second person/i, { ephemeralTo: 'U0AGENT' });
    await say.press('U0AGENT2', ts, 'return.confirm:agree');
    await say.state('#1111', 'authorized');

    // Over again: a person declines it, and it is cancelled in Shopify.
    const again = await say.state('#1111', 'authorized');
    await at(Date.parse(again.case.asked.deadline.instant) + 60_000);
    await say.state('#1111', 'expired');
    await say.press('U0AGENT', ts, 'case.decide:decline');
    await say.fillIn('U0AGENT', { because: 'It has not come back in the time you had.' });
    await say.state('#1111', 'declined');
    const mail = await stage.mail(email, /About your return/);
    expect(mail.text).toContain('It has not come back in the time you had.');
    expect(mail.text).toContain('P22');
    await say.card(ts, /Declined/);
  });

  it('sent in time and late: the policy asks, accepting is suggested, and the refund goes on', async () => {
    const { ts } = await say.issued('#1112', 'grey@example.com', 'both are broken');
    const body = await say.state('#1112', 'authorized');
    const last = Date.parse(body.case.asked.deadline.instant);
    const handed = new Date(last - 2 * 86_400_000);
    await stage.call('POST', '/clock', { now: new Date(last - 86_400_000).toISOString() });
    await say.press('U0AGENT', ts, 'return.track');
    await say.fillIn('U0AGENT', {
      number: '1Z999AA10123456799',
      carrier: 'UPS',
      acceptedAt: handed.toISOString().slice(0, 10),
    });
    await say.state('#1112', 'in_transit');
    await stage.call('POST', '/clock', { now: new Date(last + 3 * 86_400_000).toISOString() });
    await say.state('#1112', 'grey_zone');
    await say.accepted(ts);
    const asked = await say.withButton(ts, 'case.decide:accept_late');
    expect(said(asked)).toContain('P21');
    await say.press('U0AGENT', ts, 'case.decide:accept_late');
    await say.fillIn('U0AGENT', { because: 'the scan of the carrier is there' });
    await say.card(ts, /86\.40/);
  });
});
