import { describe, expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { refundedOf, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** The app comes and goes, its scopes change, and shops stand side by side. */

const CHANNEL = 'C0RETURNS';
const SECOND = 'atelier.myshopify.com';
// Long enough that the app can be removed between the decision and the money.
const { stage, say } = setTheStage({ settings: { 'approval.undoSeconds': 600 } });

const order = (name: string, email: string) => ({
  name,
  email,
  currency: 'USD',
  taxes_included: false,
  customer: { first_name: 'Robin', last_name: 'Example', email },
  line_items: [{ title: 'Headphones', sku: 'HP-1', quantity: 1, price: '40.00', tax_lines: [] }],
  shipping_lines: [],
});

type Answer = Readonly<{
  shop: Readonly<{ name: string; missingScopes: readonly string[] }>;
  orders: readonly Readonly<{ id: string }>[];
  cases: readonly Readonly<{ id: string }>[];
}>;

/** The admin API of any shop, as its owner asks it. */
const api = async (shop: string, path: string): Promise<{ status: number; body: Answer }> => {
  const { token } = await stage.call<{ token: string }>('GET', `/shopify/session-token?shop=${shop}&staff=1`);
  const response = await fetch(`${stage.makegoodUrl}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: (await response.json()) as Answer };
};
const known = (shop: string, id: number) =>
  until(`order ${id} in Makegood`, () => stage.running.makegood.database.read.order(shop, String(id)));
const shopNow = () => stage.running.makegood.database.read.shop('demo.myshopify.com');
const gone = (shop: string) =>
  until(`${shop} to have left`, async () => (await stage.running.makegood.database.read.shop(shop))?.uninstalledAt);
const mutations = async () =>
  (await stage.call<{ calls: { kind: string }[] }>('GET', '/shopify/calls')).calls.filter(
    (call) => call.kind === 'mutation',
  ).length;

describe('removed and installed again in the middle of a case', () => {
  it('stops the money, and moves it once the shop is back', async () => {
    const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', order('#1201', 'back@example.com'));
    await known('demo.myshopify.com', id);
    const { ts } = await say.propose('cancel #1201, customer changed her mind');
    await say.press('U0AGENT', ts, 'proposal.confirm');
    await until('the refund to be decided', async () => {
      const { cases } = await stage.running.makegood.database.read.cases('demo.myshopify.com', { limit: 5 });
      return cases.some((one) => one.amount?.minor === 4000);
    });
    const before = await mutations();
    await stage.call('POST', '/shopify/shops/demo.myshopify.com/uninstall');
    await gone('demo.myshopify.com');

    await stage.call('POST', '/clock', { advance: 'PT20M' });
    await stage.call('POST', '/clock', { advance: 'PT3M' });
    expect((await stage.order(id)).cancelled_at).toBeNull();
    expect(await mutations()).toBe(before);
    // What people ask for meanwhile is answered, and changes nothing.
    const { ts: asked } = await stage.say('U0AGENT', CHANNEL, 'cancel #1201', { mention: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await stage.messages(CHANNEL)).filter((one) => one.thread_ts === asked && one.bot_id)).toEqual([]);

    await stage.call('POST', '/shopify/shops/demo.myshopify.com/install', {});
    await stage.call('POST', '/clock', { advance: 'PT3M' });
    const done = await until('the refund', async () => {
      const now = await stage.order(id);
      return now.cancelled_at !== null && now.refunds.length > 0 ? now : null;
    });
    expect(refundedOf(done)).toBe(4000);
    expect(done.refunds).toHaveLength(1);
  });

  it('is not undone by word of the removal that comes late', async () => {
    await stage.call('POST', '/shopify/deliver', {
      topic: 'app/uninstalled',
      payload: { id: 1, myshopify_domain: 'demo.myshopify.com' },
      headers: { 'X-Shopify-Triggered-At': new Date(Date.now() - 86_400_000).toISOString() },
    });
    await stage.sandbox.shopify.webhooksDelivered();
    const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', order('#1202', 'late@example.com'));
    await known('demo.myshopify.com', id);
    expect((await stage.running.makegood.database.read.shop('demo.myshopify.com'))?.uninstalledAt).toBeNull();
  });

  it('gets a new token at once where nobody told of the removal', async () => {
    await stage.call('POST', '/shopify/faults', { deliveries: { drop: 1 } });
    await stage.call('POST', '/shopify/shops/demo.myshopify.com/uninstall');
    await stage.call('POST', '/shopify/faults', { deliveries: { drop: 0 } });
    await stage.call('POST', '/shopify/shops/demo.myshopify.com/install', {});
    // The token that works is the newest one the sandbox gave: everything else it has revoked.
    const isGood = async () =>
      (await stage.running.makegood.database.tokens.load('demo.myshopify.com'))?.accessToken ===
      stage.sandbox.shopify.grants('demo.myshopify.com').at(-1)?.accessToken;
    await until('a new token', isGood);
    const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', order('#1203', 'again@example.com'));
    await known('demo.myshopify.com', id);
  });
});

describe('what the merchant changes about the shop', () => {
  it('is taken over: its name, its zone and its scopes, of which those that are missing are shown', async () => {
    const granted = (await stage.running.makegood.database.read.shop('demo.myshopify.com'))?.scopes ?? [];
    expect(granted.length).toBeGreaterThan(5);
    await stage.call('POST', '/shopify/shops/demo.myshopify.com/scopes', {
      scopes: granted.filter((scope) => scope !== 'write_returns'),
    });
    await until('the missing scope', async () => !(await shopNow())?.scopes?.includes('write_returns'));
    expect((await api('demo.myshopify.com', '/api/me')).body.shop.missingScopes).toEqual(['write_returns']);
    await stage.call('POST', '/shopify/shops/demo.myshopify.com/scopes', { scopes: granted });
    await stage.call('POST', '/shopify/shops/demo.myshopify.com/update', {
      name: 'Demo & Sons',
      timeZone: 'America/Chicago',
    });
    await until('the new zone', async () => {
      const shop = await shopNow();
      return shop?.timeZone === 'America/Chicago' && shop.scopes?.includes('write_returns');
    });
    expect((await api('demo.myshopify.com', '/api/me')).body.shop).toMatchObject({
      name: 'Demo & Sons',
      missingScopes: [],
    });
    const history = await stage.running.makegood.database.policy.shopEntries('demo.myshopify.com', 50);
    expect(history.map((one) => one.text)).toEqual(
      expect.arrayContaining([
        'access scopes changed: write_returns not granted',
        'days are counted in America/Chicago, no longer in America/New_York',
      ]),
    );
  });

  it('is taken over with its history when the app is opened, though no webhook told of it', async () => {
    await stage.call('POST', '/shopify/faults', { deliveries: { drop: 1 } });
    await stage.call('POST', '/shopify/shops/demo.myshopify.com/update', { timeZone: 'America/Denver' });
    await stage.call('POST', '/shopify/faults', { deliveries: { drop: 0 } });
    const { token } = await stage.call<{ token: string }>(
      'GET',
      '/shopify/session-token?shop=demo.myshopify.com&staff=1',
    );
    await fetch(`${stage.makegoodUrl}/?shop=demo.myshopify.com&embedded=1&id_token=${token}`);
    await until('the new zone', async () => (await shopNow())?.timeZone === 'America/Denver');
    const history = await stage.running.makegood.database.policy.shopEntries('demo.myshopify.com', 50);
    expect(history.map((one) => one.text)).toContain(
      'days are counted in America/Denver, no longer in America/Chicago',
    );
  });
});

describe('two shops side by side', () => {
  it('see nothing of each other, though their orders have the same names', async () => {
    await stage.call('POST', '/shopify/shops', {
      domain: SECOND,
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      country: 'DE',
    });
    await stage.call('POST', `/shopify/shops/${SECOND}/install`, {});
    const ours = await stage.call<{ id: number }>('POST', '/shopify/orders', order('#1301', 'ours@example.com'));
    const theirs = await stage.call<{ id: number }>('POST', '/shopify/orders', {
      ...order('#1301', 'theirs@example.com'),
      currency: 'EUR',
      shop: SECOND,
    });
    await known('demo.myshopify.com', ours.id);
    await known(SECOND, theirs.id);

    expect((await api(SECOND, `/api/orders/${ours.id}`)).status).toBe(404);
    expect((await api('demo.myshopify.com', `/api/orders/${theirs.id}`)).status).toBe(404);
    for (const [shop, id] of [
      ['demo.myshopify.com', ours.id],
      [SECOND, theirs.id],
    ] as const) {
      const { body } = await api(shop, '/api/orders?text=1301');
      expect(body.orders.map((one) => Number(one.id))).toEqual([id]);
    }
    // By the customer's address, too; and nobody finds the other shop's customers.
    const { read } = stage.running.makegood.database;
    expect((await read.searchOrders(SECOND, 'Theirs@Example.com', 5)).map((one) => one.facts.id)).toEqual([
      String(theirs.id),
    ]);
    expect(await read.searchOrders(SECOND, 'ours@example.com', 5)).toEqual([]);
    expect((await read.searchOrders('demo.myshopify.com', 'robin example', 50)).length).toBeGreaterThan(0);

    // Slack belongs to the first shop: the same number said there is the first shop's order.
    const { ts } = await say.propose('cancel #1301, customer changed her mind');
    const proposal = await say.withButton(ts, 'proposal.confirm');
    expect(said(proposal)).toContain('40.00');
    expect(said(proposal)).not.toContain('€');
    await say.press('U0AGENT', ts, 'proposal.confirm');
    await stage.call('POST', '/clock', { advance: 'PT20M' });
    await until('our cancellation', async () => (await stage.order(ours.id)).cancelled_at);
    expect((await stage.order(theirs.id)).cancelled_at).toBeNull();
    const ourCase = (await api('demo.myshopify.com', '/api/cases?text=1301')).body.cases[0];
    expect((await api(SECOND, `/api/cases/${ourCase?.id}`)).status).toBe(404);
    expect((await api(SECOND, '/api/cases')).body.cases).toEqual([]);

    // One leaves; the other goes on.
    await stage.call('POST', `/shopify/shops/${SECOND}/uninstall`);
    await gone(SECOND);
    const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', order('#1302', 'ours@example.com'));
    await known('demo.myshopify.com', id);
    expect(await stage.running.makegood.database.tokens.load('demo.myshopify.com')).not.toBeNull();
    await until(
      'their token to be gone',
      async () => (await stage.running.makegood.database.tokens.load(SECOND)) === null,
    );
  });
});
