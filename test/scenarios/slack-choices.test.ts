import { describe, expect, it } from 'vitest';
import { linkAfter, pngOf } from '../support/customer-words.ts';
import { HEADPHONES } from '../support/goods.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { actionsOf, refundedOf, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** What customers may choose by their links and staff for them in Slack: in sentences, and in the menu of a card. */

const { stage, say, customer } = setTheStage();

const confirm = (ts: string): Promise<void> => say.press('U0AGENT', ts, 'proposal.confirm');
/** Fills in the form that was opened last, once it is this one. */
const fill = async (form: string, values: Record<string, unknown>): Promise<void> => {
  await until(form, async () => {
    const { views } = await stage.call<{ views: any[] }>('GET', '/slack/views?user=U0AGENT');
    return views.at(-1)?.callback_id === form;
  });
  await say.fillIn('U0AGENT', values);
};
const entered = (order: string, text: RegExp): Promise<any> =>
  say.caseThat(order, String(text), (body) => body.entries.some((one: any) => text.test(one.text)));

describe('refund or exchange, chosen later', () => {
  it('is proposed from a sentence with what would happen, and noted only once it is confirmed', async () => {
    const { id } = await say.issued('#1701', 'choice@example.com');
    const { rma } = (await say.state('#1701', 'authorized')).case;
    const card = await say.propose(`${rma}: she would rather have an exchange`);
    expect(said(card)).toMatch(/Exchange instead: RMA-/);
    expect(said(card)).toContain('note that an exchange is wanted');
    const before = await say.state('#1701', 'authorized');
    expect(before.entries.map((one: any) => one.text)).not.toContain('an exchange is wanted');
    await confirm(card.ts);
    await entered('#1701', /^an exchange is wanted$/);
    expect(refundedOf(await stage.order(id))).toBe(0);
  });

  it('and back again in the window behind the menu, where the card has no room for it', async () => {
    const { ts } = await say.issued('#1702', 'menu@example.com', 'both dead on arrival');
    const { id } = (await say.state('#1702', 'authorized')).case;
    await say.press('U0AGENT', ts, 'case.more', { value: `more:${id}` });
    const window = await until('the window', async () =>
      (await stage.call<{ views: any[] }>('GET', '/slack/views?user=U0AGENT')).views.find(
        (view) => view.callback_id === 'view.history',
      ),
    );
    await stage.call('POST', '/slack/click', { user: 'U0AGENT', view_id: window.id, action_id: 'case.more:remedy' });
    await fill('form.remedy', { remedy: 'exchange' });
    await entered('#1702', /^an exchange is wanted$/);
  });

  it('is offered while the goods are here untested, and refused with its reason once they are tested', async () => {
    const { ts } = await say.issued('#1703', 'here@example.com');
    const { rma } = (await say.state('#1703', 'authorized')).case;
    await say.press('U0AGENT', ts, 'parcel.receive');
    await say.state('#1703', 'received');
    expect(actionsOf(await say.propose(`change ${rma} to an exchange`))).toContain('proposal.confirm');
    await say.press('U0AGENT', ts, 'unit.inspect');
    await fill('form.inspection', { result: 'accepted' });
    await say.caseThat('#1703', 'tested', ({ units }) => units.every((unit: any) => unit.goods !== 'arrived'));
    const late = await say.propose(`make ${rma} an exchange`);
    expect(said(late)).toContain('the goods are here already');
    expect(actionsOf(late)).not.toContain('proposal.confirm');
  });
});

describe('a cancellation that the customer takes back', () => {
  const held = async (name: string): Promise<number> => {
    const id = await stage.placed(name, {
      line_items: [{ ...HEADPHONES, quantity: 1, fulfillment_service: 'acme-3pl' }],
      shipping_lines: [],
    });
    await confirm((await say.propose(`cancel ${name}`)).ts);
    await say.state(name, 'recalling');
    return id;
  };

  it('is withdrawn by a sentence, confirmed; the order goes on and nothing is paid', async () => {
    const id = await held('#1711');
    const card = await say.propose('#1711 she wants to keep the order after all');
    expect(said(card)).toContain('The order goes on');
    expect(said(card)).toContain('let the order go on; nothing is refunded');
    await confirm(card.ts);
    await say.state('#1711', 'withdrawn');
    const order = await stage.order(id);
    expect(order.cancelled_at).toBeNull();
    expect(refundedOf(order)).toBe(0);
    // Said once more, there is nothing to withdraw.
    await stage.say('U0AGENT', say.channel, '#1711 she wants to keep the order after all', { mention: true });
    await stage.seen(say.channel, /No cancellation of #1711 is under way/);
  });

  it('or in the menu of its card, with a reason', async () => {
    await held('#1712');
    const { id } = (await say.state('#1712', 'recalling')).case;
    const card = await until('its card', async () =>
      (await stage.messages(say.channel)).find((one) => JSON.stringify(one.blocks ?? '').includes(`withdraw:${id}`)),
    );
    await stage.click('U0AGENT', say.channel, card.ts, 'case.more', { value: `withdraw:${id}` });
    await fill('form.decide', { because: 'she called: keep it' });
    await say.state('#1712', 'withdrawn');
  });
});

describe("a customer's links", () => {
  it('open nothing any more once an agent has made them void, for a reason', async () => {
    await say.issued('#1721', 'links@example.com');
    const { rma } = (await say.state('#1721', 'authorized')).case;
    const link = linkAfter(await stage.mail('links@example.com', /RMA-/), /Call it off/);
    expect((await customer.look(link)).html).toContain('Call off your request?');
    const card = await say.propose(`void the links of ${rma}, her ex reads her mail`);
    expect(said(card)).toContain('her ex reads her mail');
    expect((await customer.look(link)).html).toContain('Call off your request?');
    await confirm(card.ts);
    await entered('#1721', /links are void: her ex reads her mail/);
    expect((await customer.look(link)).html).not.toContain('Call off your request?');
  });

  it('without a reason it is asked for first', async () => {
    await say.issued('#1722', 'why@example.com');
    const { rma } = (await say.state('#1722', 'authorized')).case;
    const card = await say.propose(`revoke the links of ${rma}`);
    expect(actionsOf(card)).toContain('proposal.ask:because');
    expect(actionsOf(card)).not.toContain('proposal.confirm');
    await say.press('U0AGENT', card.ts, 'proposal.ask:because');
    await fill('form.facts', { fact: 'wrong address' });
    await confirm(card.ts);
    await entered('#1722', /links are void: wrong address/);
  });
});

describe('photos that the customer has', () => {
  it('are asked of them by mail with one button, and the case goes on in the same thread', async () => {
    await say.shippedOrder('#1731', 'photos@example.com');
    const card = await say.propose('RMA for #1731: 2 headphones, one side is dead');
    await say.press('U0AGENT', card.ts, 'proposal.amend:troubleshootingDone:yes');
    await until('the steps known', async () => {
      const found = await say.message(card.ts);
      return found !== undefined && !actionsOf(found).includes('proposal.amend:troubleshootingDone:yes');
    });
    await say.press('U0AGENT', card.ts, 'return.ask-customer');
    const asked = await until('the other proposal', async () =>
      (await stage.messages(say.channel)).find(
        (one) => /Ask the customer: #1731/.test(said(one)) && actionsOf(one).includes('proposal.confirm'),
      ),
    );
    expect(said(asked)).toContain('mail the customer a link to send photos by');
    expect(asked.thread_ts).toBe(card.thread);
    expect(await stage.mails('photos@example.com')).toEqual([]);
    await confirm(asked.ts);
    await say.state('#1731', 'evidence_pending');
    const link = linkAfter(await stage.mail('photos@example.com', /Please send photos/), /Send photos/);
    const sent = await customer.send(link, {}, [{ name: 'a.png', bytes: pngOf(32, 32, 90) }]);
    expect(sent.status).toBe(303);
    await say.state('#1731', 'authorized');
    await stage.mail('photos@example.com', /RMA-/);
  });

  it('or with a sentence', async () => {
    await say.shippedOrder('#1732', 'sentence@example.com');
    const card = await say.propose('ask the customer of #1732 for photos of the 2 headphones, one side is dead');
    expect(said(card)).toContain('Ask the customer: #1732');
    await confirm(card.ts);
    await say.state('#1732', 'evidence_pending');
    await stage.mail('sentence@example.com', /photo/i);
  });
});
