import { describe, expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { actionsOf, refundedOf, type SandboxOrder, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** Out of stock (P6–P9), over the same protocols as in production: Slack, webhooks, mail, the customer's link. */
const CHANNEL = 'C0RETURNS';

const HEADPHONES = {
  title: 'Headphones',
  sku: 'HP-1',
  quantity: 2,
  price: '40.00',
  tax_lines: [{ title: 'NY tax', rate: 0.08, price: '6.40' }],
};
const KETTLE = {
  title: 'Kettle',
  sku: 'KT-1',
  quantity: 1,
  price: '20.00',
  tax_lines: [{ title: 'NY tax', rate: 0.08, price: '1.60' }],
};

const { stage } = setTheStage();

type Placed = Readonly<{ id: number; name: string; email: string }>;

const place = async (
  name: string,
  lines: readonly object[] = [HEADPHONES],
  address: string | null = `customer${name.slice(1)}@example.com`,
): Promise<Placed> => {
  const email = address ?? '';
  const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', {
    name,
    ...(address === null ? {} : { email: address }),
    currency: 'USD',
    taxes_included: false,
    ...(address === null ? {} : { customer: { first_name: 'Robin', last_name: 'Example', email: address } }),
    shipping_address: {
      first_name: 'Robin',
      last_name: 'Example',
      address1: '1 Test Street',
      city: 'Albany',
      country_code: 'US',
    },
    line_items: lines,
    shipping_lines: [{ title: 'Standard', price: '10.00', tax_lines: [] }],
  });
  await until(`order ${name} in Makegood`, async () => {
    const answer = await stage.admin('1', `/api/orders?text=${encodeURIComponent(name)}`);
    return answer.status === 200 && JSON.stringify(answer.body).includes(name);
  });
  return { id, name, email };
};

/** Says it in Slack and presses Confirm. @returns the thread */
const propose = async (text: string, thread?: string): Promise<string> => {
  const before = new Set((await stage.messages(CHANNEL)).map((message) => message.ts));
  const { ts } = await stage.say('U0AGENT', CHANNEL, text, {
    mention: true,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
  const proposal = await until(`a proposal for: ${text}`, async () =>
    (await stage.messages(CHANNEL)).find(
      (message) => !before.has(message.ts) && message.bot_id && actionsOf(message).includes('proposal.confirm'),
    ),
  );
  await stage.click('U0AGENT', CHANNEL, proposal.ts, 'proposal.confirm');
  return thread ?? ts;
};

/** An order in the sandbox's Shopify; only what these stories look at. */
type ShopOrder = SandboxOrder &
  Readonly<{
    cancel_reason: string | null;
    refunds: readonly Readonly<{
      refund_line_items: readonly Readonly<{ quantity: number; restock_type: string }>[];
    }>[];
    holds: readonly Readonly<{ reason: string }>[];
    fulfillments: readonly Readonly<{ line_items: readonly Readonly<{ sku: string }>[] }>[];
  }>;
const orderOf = (id: number) => stage.call<ShopOrder>('GET', `/shopify/orders/${id}`);
const ship = (id: number) => stage.call<ShopOrder>('POST', `/shopify/orders/${id}/fulfill`, {});

/** Opens a form from the card of the order's shortage, fills it in and sends it. */
const fillIn = async (name: string, form: string, values: Record<string, string>): Promise<void> => {
  const action = `backorder.form:${form}`;
  const card = await until(`a card of ${name} with ${action}`, async () =>
    (await stage.messages(CHANNEL)).find(
      (message) => said(message).includes(name) && actionsOf(message).includes(action),
    ),
  );
  await stage.click('U0AGENT', CHANNEL, card.ts, action);
  const view = await until('the form', async () => {
    const { views } = await stage.call<{ views: { id: string; callback_id: string }[] }>(
      'GET',
      '/slack/views?user=U0AGENT',
    );
    return views.find((one) => one.callback_id === 'form.backorder');
  });
  await stage.call('POST', '/slack/submit', { user: 'U0AGENT', view_id: view.id, values });
};

const holds = async (id: number) => (await orderOf(id)).holds;
const held = (id: number) =>
  until('the hold in Shopify', async () => {
    const found = await holds(id);
    return found.length > 0 ? found : null;
  });
const refunded = (id: number) =>
  until('the refund', async () => {
    const order = await orderOf(id);
    return order.refunds.length > 0 ? order : null;
  });

const caseOf = async (name: string): Promise<unknown> => {
  const list = await stage.admin<{ cases: unknown[] }>('1', `/api/cases?text=${encodeURIComponent(name)}&limit=5`);
  return list.body.cases[0];
};
const inState = (name: string, state: string) =>
  until(`the case of ${name} to be ${state}`, async () => JSON.stringify(await caseOf(name)).includes(`"${state}"`));

/** The link in a mail, without what the buttons add. */
const linkIn = (mail: { text: string }): string => (/https?:\/\/\S+\/c\/[\w-]+/.exec(mail.text) as RegExpExecArray)[0];
const press = (link: string, answer: string): Promise<Response> =>
  fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ answer }),
  });
const advance = (duration: string) => stage.call('POST', '/clock', { advance: duration });
type Products = Readonly<{
  products: readonly Readonly<{ variants: readonly Readonly<{ sku: string; inventory_item_id: number }>[] }>[];
}>;
const inventoryItem = async (sku: string): Promise<number> => {
  const { products } = await stage.call<Products>('GET', '/shopify/products');
  const variant = products.flatMap((product) => product.variants).find((one) => one.sku === sku);
  if (variant === undefined) throw new Error(`the sandbox sells no ${sku}`);
  return variant.inventory_item_id;
};

describe('told by an agent', () => {
  it('is held and asked about; the customer waits by their link; it is in stock again and ships', async () => {
    const order = await place('#3001');
    await propose(`2 headphones of ${order.name} are out of stock`);
    const mail = await stage.mail(order.email, /out of stock/i);
    expect(mail.text).toContain('Headphones');
    expect((await held(order.id))[0]?.reason).toBe('inventory_out_of_stock');
    await expect(ship(order.id)).rejects.toThrow(/on_hold/);

    const link = linkIn(mail);
    const page = await fetch(`${link}?answer=wait`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('Headphones');
    expect(html).not.toMatch(/<script/i);
    expect((await stage.mails(order.email)).length).toBe(1);

    const answered = await press(link, 'wait');
    expect(answered.status).toBe(303);
    await inState(order.name, 'waiting');
    expect((await stage.mail(order.email, /thank you for waiting/i)).text).toContain('Headphones');
    expect(await (await fetch(link)).text()).toMatch(/thank you for waiting/i);
    expect(await holds(order.id)).toHaveLength(1);

    const card = await stage.seen(CHANNEL, /waits for it/i);
    expect(actionsOf(card)).toContain('backorder.release');
    await stage.click('U0AGENT', CHANNEL, card.ts, 'backorder.release');
    await stage.mail(order.email, /in stock again/i);
    expect(await holds(order.id)).toHaveLength(0);
    await ship(order.id);
    await inState(order.name, 'fulfilled');
    expect((await orderOf(order.id)).refunds).toHaveLength(0);
  });

  it('is refunded at once where the customer does not want to wait, once however often it is pressed', async () => {
    const order = await place('#3002');
    await propose(`the headphones of ${order.name} are sold out`);
    const link = linkIn(await stage.mail(order.email, /out of stock/i));
    const answers = await Promise.all(Array.from({ length: 10 }, () => press(link, 'refund')));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 10 }, () => 303));
    const paid = await refunded(order.id);
    expect(paid.cancelled_at).not.toBeNull();
    expect(paid.cancel_reason).toBe('inventory');
    expect(refundedOf(paid)).toBe(9640);
    expect((await stage.mail(order.email, /cancelled/i)).text).toContain('96.40');
    await inState(order.name, 'refunded');
    expect((await orderOf(order.id)).refunds).toHaveLength(1);
    expect(await (await fetch(link)).text()).toMatch(/refund is on its way/i);
    const late = await press(link, 'wait');
    expect(late.status).toBe(303);
    expect((await orderOf(order.id)).refunds).toHaveLength(1);
  });

  it('is refunded in part, with its share of the shipping, and the rest ships', async () => {
    const order = await place('#3003', [HEADPHONES, KETTLE]);
    await propose(`the kettle of ${order.name} is out of stock`);
    const mail = await stage.mail(order.email, /out of stock/i);
    expect(mail.text).toContain('Kettle');
    expect(mail.text).not.toContain('Headphones');
    await held(order.id);
    await ship(order.id);
    const html = await (await fetch(linkIn(mail))).text();
    expect(html).toContain('Refund me');
    await press(linkIn(mail), 'refund');
    const paid = await refunded(order.id);
    expect(paid.cancelled_at).toBeNull();
    // The kettle with its tax, and a fifth of the shipping: 20.00 of goods for 100.00.
    expect(refundedOf(paid)).toBe(2360);
    expect(paid.refunds[0]?.refund_line_items[0]).toMatchObject({ quantity: 1, restock_type: 'no_restock' });
    await inState(order.name, 'refunded');
    await stage.mail(order.email, /cancelled/i);
  });

  it('is refunded for the one unit that is missing; the other ships, can come back, and is paid for once', async () => {
    const order = await place('#3010');
    await propose(`1 of the headphones of ${order.name} is out of stock`);
    const mail = await stage.mail(order.email, /out of stock/i);
    await held(order.id);
    await press(linkIn(mail), 'refund:refund-part');
    expect(refundedOf(await refunded(order.id))).toBe(4820);
    await inState(order.name, 'refunded');
    await ship(order.id);
    const preview = (ask: object) =>
      stage.admin<{ verdict: string; refund: unknown }>('1', `/api/orders/${order.id}/preview`, {
        method: 'POST',
        body: { ask },
      });
    await until('the other unit to have shipped', async () => {
      const { body } = await preview({ kind: 'cancel' });
      return body.verdict === 'refused' && body.refund === null;
    });
  });

  it('waits with the rest where the customer wants everything together', async () => {
    const order = await place('#3004', [HEADPHONES, KETTLE]);
    await propose(`the kettle of ${order.name} is out of stock`);
    const mail = await stage.mail(order.email, /out of stock/i);
    await held(order.id);
    const html = await (await fetch(linkIn(mail))).text();
    for (const value of ['wait:ship-rest', 'wait:wait-all', 'refund:refund-part', 'refund:cancel-all'])
      expect(html).toContain(`value="${value}"`);
    await press(linkIn(mail), 'wait:wait-all');
    await until('both holds', async () => (await holds(order.id)).length === 2);
    await propose(`customer of ${order.name} does not want to wait any longer, refund them`);
    const paid = await refunded(order.id);
    expect(refundedOf(paid)).toBe(2360);
    await until('the rest to be free', async () => (await holds(order.id)).length === 1);
    const shipped = await ship(order.id);
    expect(shipped.fulfillments[0]?.line_items.map((line) => line.sku)).toEqual(['HP-1']);
  });

  it('is refunded in full with an apology where it never comes, whatever was agreed', async () => {
    const order = await place('#3005');
    const thread = await propose(`2 headphones of ${order.name} are out of stock`);
    await stage.mail(order.email, /out of stock/i);
    await propose('customer phoned: she will wait', thread);
    await inState(order.name, 'waiting');
    const card = await stage.seen(CHANNEL, /she will wait/i, { thread });
    expect(said(card)).toMatch(/waits|wait/i);
    await fillIn(order.name, 'discontinued', { because: 'the maker stopped making it' });
    const paid = await refunded(order.id);
    expect(refundedOf(paid)).toBe(9640);
    expect((await stage.mail(order.email, /we are sorry/i)).text).toContain('Headphones');
    await stage.mail(order.email, /cancelled/i);
  });
});

describe('what a person has to look at', () => {
  it('is a customer without an address: the agent notes what they said', async () => {
    const order = await place('#3012', [HEADPHONES], null);
    await propose(`2 headphones of ${order.name} are out of stock`);
    await inState(order.name, 'needs_agent');
    await held(order.id);
    await fillIn(order.name, 'refund', { note: 'in the shop, at noon' });
    expect(refundedOf(await refunded(order.id))).toBe(9640);
    await inState(order.name, 'refunded');
  });

  it('is a mail that bounces: no time runs out, and the agent says what the customer wants', async () => {
    const order = await place('#3013');
    await stage.call('POST', '/mail/faults', { bounce: [order.email] });
    await propose(`2 headphones of ${order.name} are out of stock`);
    await inState(order.name, 'needs_agent');
    await advance('PT80H');
    expect((await orderOf(order.id)).refunds).toHaveLength(0);
    await fillIn(order.name, 'wait', { note: 'by phone' });
    await inState(order.name, 'waiting');
    await stage.call('POST', '/mail/faults', { bounce: [] });
  });

  it('is an amount above the limit: two people approve before it goes back', async () => {
    const order = await place('#3014', [{ ...HEADPHONES, price: '300.00', tax_lines: [] }]);
    await propose(`2 headphones of ${order.name} are out of stock`);
    await press(linkIn(await stage.mail(order.email, /out of stock/i)), 'refund');
    const approval = await until('the approval', async () =>
      (await stage.messages(CHANNEL)).find(
        (message) => said(message).includes('610.00') && actionsOf(message).includes('refund.approve'),
      ),
    );
    await stage.click('U0LEAD', CHANNEL, approval.ts, 'refund.approve');
    expect((await orderOf(order.id)).refunds).toHaveLength(0);
    await stage.click('U0LEAD2', CHANNEL, approval.ts, 'refund.approve');
    expect(refundedOf(await refunded(order.id))).toBe(61000);
    await inState(order.name, 'refunded');
  });
});

describe('the date', () => {
  it('is told to who waits; a later one than they agreed to is asked about again', async () => {
    const order = await place('#3015');
    await propose(`2 headphones of ${order.name} are out of stock`);
    const first = linkIn(await stage.mail(order.email, /out of stock/i));
    await fillIn(order.name, 'eta', { fact: '2099-03-01' });
    expect((await stage.mail(order.email, /a date for/i)).text).toContain('1 March 2099');
    expect(await (await fetch(first)).text()).toContain('1 March 2099');
    await press(first, 'wait');
    await inState(order.name, 'waiting');
    await fillIn(order.name, 'eta', { fact: '2099-02-01' });
    await until('the earlier date told', async () =>
      (await stage.mails(order.email)).some((mail) => mail.text.includes('1 February 2099')),
    );
    await inState(order.name, 'waiting');
    await fillIn(order.name, 'eta', { fact: '2099-05-01' });
    const again = await stage.mail(order.email, /still out of stock/i);
    expect(again.text).toContain('1 May 2099');
    await inState(order.name, 'customer_notified');
    expect((await fetch(first)).status).toBe(410);
    await press(linkIn(again), 'refund');
    expect(refundedOf(await refunded(order.id))).toBe(9640);
  });
});

describe('told by an agent, whatever the figures say', () => {
  it('is released by itself when the figure rises from where it fell to', async () => {
    const item = await inventoryItem('LUM-DL-03');
    const lamp = { sku: 'LUM-DL-03', title: 'Lumen desk lamp', quantity: 2, price: '74.50' };
    const order = await place('#3011', [lamp]);
    await propose(`2 desk lamps of ${order.name} are out of stock`);
    await press(linkIn(await stage.mail(order.email, /out of stock/i)), 'wait');
    await inState(order.name, 'waiting');
    const change = async (available: number) => {
      const read = (await stage.calls(/ReadStock/)).length;
      await stage.call('POST', '/shopify/inventory', { inventory_item_id: item, available });
      await until('the figure to be read', async () => (await stage.calls(/ReadStock/)).length > read);
    };
    await change(0);
    expect(await holds(order.id)).toHaveLength(1);
    await change(5);
    await stage.mail(order.email, /in stock again/i);
    expect(await holds(order.id)).toHaveLength(0);
    await ship(order.id);
    await inState(order.name, 'fulfilled');
  });
});

describe('the link', () => {
  it('says kindly that it does not know an address, or that a newer one is in use', async () => {
    const wrong = await fetch(`${stage.makegoodUrl}/c/${'A'.repeat(48)}`);
    expect(wrong.status).toBe(404);
    expect(await wrong.text()).toMatch(/answer the mail/i);
    expect(wrong.headers.get('content-security-policy')).toContain("default-src 'none'");

    const order = await place('#3006');
    const thread = await propose(`2 headphones of ${order.name} are out of stock`);
    const first = linkIn(await stage.mail(order.email, /out of stock/i));
    await propose('customer phoned: she will wait', thread);
    await inState(order.name, 'waiting');
    await advance('P31D');
    const again = await stage.mail(order.email, /still out of stock/i);
    expect((await fetch(first)).status).toBe(410);
    expect((await press(first, 'refund')).status).toBe(410);
    expect((await fetch(linkIn(again))).status).toBe(200);
    expect((await orderOf(order.id)).refunds).toHaveLength(0);
    await advance('PT71H');
    expect((await stage.mail(order.email, /will you wait/i)).text).toContain('Headphones');
    expect((await orderOf(order.id)).refunds).toHaveLength(0);
    await advance('PT1H');
    const paid = await refunded(order.id);
    expect(refundedOf(paid)).toBe(9640);
    await inState(order.name, 'refunded');
    expect((await orderOf(order.id)).refunds).toHaveLength(1);
  });
});

describe('noticed from the figures', () => {
  it('serves the oldest paid order, asks the other after the debounce, and releases it when stock is back', async () => {
    const item = await inventoryItem('EMB-HB-04');
    const blanket = { sku: 'EMB-HB-04', title: 'Ember heated blanket', quantity: 1, price: '98.00' };
    const older = await place('#3007', [blanket]);
    const younger = await place('#3008', [blanket]);
    // One blanket was there: the younger order can't be served.
    await until('the debounce to be planned', async () => {
      const calls = await stage.calls(/ReadStock/);
      return calls.length > 0;
    });
    expect(await stage.mails(younger.email)).toHaveLength(0);
    await until('the shortage to outlast the debounce', async () => {
      await advance('PT11M');
      return (await stage.mails(younger.email)).length > 0;
    });
    const mail = await stage.mail(younger.email, /out of stock/i);
    expect(await stage.mails(older.email)).toHaveLength(0);
    const card = await stage.seen(CHANNEL, new RegExp(`${younger.name}.*asked|asked.*${younger.name}`, 'is'));
    expect(actionsOf(card)).toContain('backorder.form:wait');
    await held(younger.id);
    await press(linkIn(mail), 'wait');
    await inState(younger.name, 'waiting');

    await stage.call('POST', '/shopify/inventory', { inventory_item_id: item, available: 4 });
    await stage.mail(younger.email, /in stock again/i);
    expect(await holds(younger.id)).toHaveLength(0);
    await ship(younger.id);
    await inState(younger.name, 'fulfilled');
  });

  it('alarms nobody about a figure that is put right in time', async () => {
    const item = await inventoryItem('TID-SP-02');
    const order = await place('#3009', [
      { sku: 'TID-SP-02', title: 'Tide waterproof speaker', quantity: 1, price: '89.00' },
    ]);
    const before = (await stage.calls(/ReadStock/)).length;
    await stage.call('POST', '/shopify/inventory', { inventory_item_id: item, available: -1 });
    await until('the figure to be read', async () => (await stage.calls(/ReadStock/)).length > before);
    await stage.call('POST', '/shopify/inventory', { inventory_item_id: item, available: 5 });
    const read = (await stage.calls(/ReadStock/)).length;
    await advance('PT11M');
    await until('the figure to be read again', async () => (await stage.calls(/ReadStock/)).length > read);
    expect(await stage.mails(order.email)).toHaveLength(0);
    expect(await holds(order.id)).toHaveLength(0);
  });
});
