import { describe, expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { actionsOf, refundedOf, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** The main job, over the same protocols as in production: real HTTP, the real queue, a real PostgreSQL. */
const CHANNEL = 'C0RETURNS';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
).toString('base64');

const anOrder = (name: string, email: string) => ({
  name,
  email,
  currency: 'USD',
  taxes_included: false,
  customer: { first_name: 'Robin', last_name: 'Example', email },
  shipping_address: {
    first_name: 'Robin',
    last_name: 'Example',
    address1: '1 Test Street',
    city: 'Albany',
    province_code: 'NY',
    zip: '12207',
    country_code: 'US',
  },
  line_items: [
    {
      title: 'Headphones',
      sku: 'HP-1',
      quantity: 2,
      price: '40.00',
      tax_lines: [{ title: 'NY tax', rate: 0.08, price: '6.40' }],
    },
  ],
  shipping_lines: [{ title: 'Standard', price: '10.00', tax_lines: [] }],
});

const { stage } = setTheStage();

const known = (name: string) =>
  until(`order ${name} in Makegood`, async () => {
    const answer = await stage.admin('1', `/api/orders?text=${encodeURIComponent(name)}`);
    return answer.status === 200 && JSON.stringify(answer.body).includes(name);
  });

const shipped = (id: number) =>
  until('the shipment in Makegood', async () => {
    const answer = await stage.admin<unknown>('1', `/api/orders/${id}`);
    return answer.status === 200 && JSON.stringify(answer.body).includes('"shippingStatus":"shipped"');
  });

describe('1: cancelled before shipping', () => {
  it('is proposed, confirmed by two people at once, cancelled once, refunded to the cent, mailed, and shown in place', async () => {
    const email = 'first@example.com';
    const { id, name } = await stage.call<{ id: number; name: string }>(
      'POST',
      '/shopify/orders',
      anOrder('#1001', email),
    );
    await known(name);
    const { ts } = await stage.say('U0AGENT', CHANNEL, `cancel ${name}, customer changed her mind`, { mention: true });

    const proposal = await stage.seen(CHANNEL, /96\.40/, { thread: ts });
    expect(said(proposal)).toContain('P11');
    expect(actionsOf(proposal)).toEqual(expect.arrayContaining(['proposal.confirm', 'proposal.dismiss']));

    await Promise.all([
      stage.click('U0AGENT', CHANNEL, proposal.ts, 'proposal.confirm'),
      stage.click('U0AGENT2', CHANNEL, proposal.ts, 'proposal.confirm'),
      stage.click('U0AGENT', CHANNEL, proposal.ts, 'proposal.confirm'),
    ]);

    const order = await until('the refund', async () => {
      const found = await stage.order(id);
      return found.cancelled_at && found.refunds.length > 0 ? found : null;
    });
    expect(order.refunds).toHaveLength(1);
    expect(refundedOf(order)).toBe(9640);
    expect(await stage.calls(/orderCancel/)).toHaveLength(1);

    const mail = await stage.mail(email, /cancel/i);
    expect(mail.text).toContain('96.40');
    const updated = await until('the message updated in place', async () => {
      const message = (await stage.messages(CHANNEL)).find((one) => one.ts === proposal.ts);
      return message?.edited && /cancel(l)?ed/i.test(said(message)) && !actionsOf(message).includes('proposal.confirm')
        ? message
        : null;
    });
    expect(said(updated)).toMatch(/Makegood|Agent|by /);
    expect(await stage.mails(email)).toHaveLength(1);
  });
});

describe('2: asked too late', () => {
  it('says what a return would give back, and starts one', async () => {
    const email = 'second@example.com';
    const { id, name } = await stage.call<{ id: number; name: string }>(
      'POST',
      '/shopify/orders',
      anOrder('#1002', email),
    );
    await stage.call('POST', `/shopify/orders/${id}/fulfill`, {
      tracking: { company: 'UPS', number: '1Z999AA10123456784' },
    });
    await known(name);
    await shipped(id);
    const { ts } = await stage.say('U0AGENT', 'U0AGENT', `cancel ${name}, customer changed her mind`);
    const channel = 'U0AGENT';
    const answer = await stage.seen(channel, /P12/, {});
    expect(said(answer)).toContain('P14');
    expect(said(answer)).toContain('86.40');
    expect(actionsOf(answer)).not.toContain('proposal.confirm');
    expect(actionsOf(answer)).toContain('return.start');
    expect(ts).toBeTruthy();

    await stage.click('U0AGENT', channel, answer.ts, 'return.start');
    const offered = await stage.seen(channel, /return/i);
    expect(offered.ts).not.toBe('');
    const order = await stage.order(id);
    expect(order.cancelled_at).toBeNull();
    expect(order.refunds).toHaveLength(0);
  });
});

describe('3: a defective product, from RMA to refund', () => {
  it('goes from the agent’s sentence to money, with an approver who is not the agent', async () => {
    const email = 'third@example.com';
    const { id, name } = await stage.call<{ id: number; name: string }>(
      'POST',
      '/shopify/orders',
      anOrder('#1003', email),
    );
    await stage.call('POST', `/shopify/orders/${id}/fulfill`, {});
    await known(name);
    await shipped(id);
    const photo = (n: number) => ({ name: `photo-${n}.png`, mimetype: 'image/png', base64: PNG });
    const { ts } = await stage.say(
      'U0AGENT',
      CHANNEL,
      `issue RMA for ${name}, two of the headphones are dead on arrival`,
      { mention: true, files: [photo(1), photo(2)] },
    );

    const asked = await stage.seen(CHANNEL, /P18|troubleshoot/i, { thread: ts });
    const amend = actionsOf(asked).find(
      (action) => action.startsWith('proposal.amend:troubleshootingDone') && /yes|true/.test(action),
    );
    expect(amend, `buttons: ${actionsOf(asked).join(' ')}`).toBeDefined();
    await stage.click('U0AGENT', CHANNEL, asked.ts, amend as string);
    const ready = await until('the Confirm button', async () => {
      const message = (await stage.messages(CHANNEL)).find((one) => one.ts === asked.ts);
      return message && actionsOf(message).includes('proposal.confirm') ? message : null;
    });
    expect(said(ready)).toContain('P29');
    await stage.click('U0AGENT', CHANNEL, asked.ts, 'proposal.confirm');

    const issued = await stage.mail(email, /RMA-/);
    const rma = /RMA-[0-9A-HJKMNP-TV-Z]{7}/.exec(issued.subject + issued.text)?.[0] as string;
    expect(rma).toBeDefined();
    expect(issued.text).toMatch(/Headphones/);
    expect((await stage.order(id)).returns).toHaveLength(1);

    const step = async (text: string, confirmed: RegExp) => {
      const before = new Set((await stage.messages(CHANNEL)).map((message) => message.ts));
      await stage.say('U0AGENT', CHANNEL, text, { thread_ts: ts, mention: true });
      const proposal = await until(`a proposal for: ${text}`, async () =>
        (await stage.messages(CHANNEL)).find(
          (message) => !before.has(message.ts) && message.bot_id && actionsOf(message).includes('proposal.confirm'),
        ),
      );
      await stage.click('U0AGENT', CHANNEL, proposal.ts, 'proposal.confirm');
      return stage.seen(CHANNEL, confirmed);
    };
    await step(`the parcel for ${rma} is here, number on the outside`, /received/i);
    await stage.mail(email, /arriv|receiv/i);
    await step(`tested ${rma}, defect confirmed, accept it`, /86\.40/);

    const approval = await until('the approval card', async () =>
      (await stage.messages(CHANNEL)).find((message) => actionsOf(message).includes('refund.approve')),
    );
    expect(said(approval)).toContain('86.40');
    await stage.click('U0AGENT', CHANNEL, approval.ts, 'refund.approve');
    await stage.seen(CHANNEL, /approver|propos/i, { ephemeralTo: 'U0AGENT' });
    await stage.click('U0GUEST', CHANNEL, approval.ts, 'refund.approve');
    await stage.seen(CHANNEL, /guest|role/i, { ephemeralTo: 'U0GUEST' });
    expect((await stage.order(id)).refunds).toHaveLength(0);

    await Promise.all([
      stage.click('U0LEAD', CHANNEL, approval.ts, 'refund.approve'),
      stage.click('U0LEAD2', CHANNEL, approval.ts, 'refund.approve'),
    ]);
    const paid = await until('the closed return', async () => {
      const order = await stage.order(id);
      return order.refunds.length > 0 && order.returns[0]?.status?.toUpperCase() === 'CLOSED' ? order : null;
    });
    expect(paid.refunds).toHaveLength(1);
    expect(refundedOf(paid)).toBe(8640);
    const receipt = await stage.mail(email, /refund/i);
    expect(receipt.text).toContain('86.40');

    const list = await stage.admin('1', '/api/cases?limit=20');
    expect(list.status).toBe(200);
    expect(JSON.stringify(list.body)).toContain(rma);
  });
});
