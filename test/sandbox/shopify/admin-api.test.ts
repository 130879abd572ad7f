import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBucket } from './graphql/bucket.ts';
import { type TriedRoom, tryRoom } from './try-room.ts';

let tried: TriedRoom;
beforeAll(async () => {
  tried = await tryRoom();
});
afterAll(() => tried.stop());

const SHOP = '{ shop { name currencyCode ianaTimezone } }';

describe('the door', () => {
  it('opens to a good token only', async () => {
    const call = (headers: Record<string, string>) =>
      tried.post('/admin/api/2026-10/graphql.json', { query: SHOP }, headers);
    const token = tried.room.accessToken();
    expect((await call({})).status).toBe(401);
    expect((await call({ 'x-shopify-access-token': 'shpat_wrong' })).status).toBe(401);
    const other = { 'x-shopify-access-token': token, 'x-sandbox-shop': 'other.myshopify.com' };
    expect((await call(other)).status).toBe(401);
    const good = await call({ 'x-shopify-access-token': token, 'x-sandbox-shop': 'demo.myshopify.com' });
    expect(good.body.data.shop).toEqual({
      name: 'Demo Store',
      currencyCode: 'USD',
      ianaTimezone: 'America/New_York',
    });
  });

  it('knows one version of the API', async () => {
    const headers = { 'x-shopify-access-token': tried.room.accessToken() };
    expect((await tried.post('/admin/api/2024-01/graphql.json', { query: SHOP }, headers)).status).toBe(404);
  });

  it('needs the scope', async () => {
    const { domain } = (await tried.post('/shops', { domain: 'narrow.myshopify.com', scopes: ['read_orders'] })).body;
    tried.room.control.shop(domain).installed = true;
    const token = tried.room.accessToken(domain);
    const headers = { 'x-shopify-access-token': token };
    const query = 'mutation { returnClose(id: "gid://shopify/Return/1") { userErrors { message } } }';
    const { body } = await tried.post('/admin/api/2026-10/graphql.json', { query }, headers);
    expect(body.errors[0]).toMatchObject({
      message: 'Access denied for returnClose field. Required access: `write_returns` access scope.',
      extensions: { code: 'ACCESS_DENIED' },
      path: ['returnClose'],
    });
  });
});

describe('documents that Shopify refuses', () => {
  it.each([
    {
      why: 'a field that is not there',
      query: 'mutation A { refundCreate(input: { orderId: "gid://shopify/Order/1" }) { userErrors { code } } }',
      message: "Field 'code' doesn't exist on type 'UserError'",
      code: 'undefinedField',
      path: ['mutation A', 'refundCreate', 'userErrors', 'code'],
    },
    {
      why: 'an input field that is not there',
      query:
        'mutation A { refundCreate(input: { orderId: "gid://shopify/Order/1", userId: "1" }) { userErrors { field } } }',
      message: "InputObject 'RefundInput' doesn't accept argument 'userId'",
      code: 'argumentNotAccepted',
      path: ['mutation A', 'refundCreate', 'input', 'userId'],
    },
    {
      why: 'a missing argument',
      query: 'mutation A { orderCancel(orderId: "gid://shopify/Order/1", reason: OTHER) { job { id } } }',
      message: "Field 'orderCancel' is missing required arguments: restock",
      code: 'missingRequiredArguments',
      path: ['mutation A', 'orderCancel'],
    },
  ])('$why', async ({ query, message, code, path }) => {
    const { errors, data } = await tried.admin(query);
    expect(data).toBeUndefined();
    expect(errors[0]).toMatchObject({ message, extensions: { code }, path });
  });

  it('a variable with the wrong shape', async () => {
    const query = 'mutation A($input: RefundInput!) { refundCreate(input: $input) { userErrors { field } } }';
    const { errors } = await tried.admin(query, {
      input: { orderId: 'gid://shopify/Order/1', userId: 0, locationId: '1' },
    });
    expect(errors[0].message).toBe(
      'Variable $input of type RefundInput! was provided invalid value for userId (Field is not defined on RefundInput), locationId (Field is not defined on RefundInput)',
    );
    expect(errors[0].extensions.code).toBe('INVALID_VARIABLE');
    expect(errors[0].extensions.problems).toHaveLength(2);
  });

  it.each([
    { name: 'an amount with a currency sign', amount: '$5' },
    { name: 'an amount with a comma', amount: '5,00' },
    { name: 'an empty amount', amount: '' },
  ])('$name', async ({ amount }) => {
    const query = 'query A($id: ID!, $m: Money) { order(id: $id) { suggestedRefund(shippingAmount: $m) { amount } } }';
    const { errors } = await tried.admin(query, { id: 'gid://shopify/Order/1', m: amount });
    expect(errors[0].extensions.code).toBe('INVALID_VARIABLE');
  });

  it('an id that is no global id, and one of another kind', async () => {
    const query = 'query A($id: ID!) { order(id: $id) { id } }';
    expect((await tried.admin(query, { id: '1001' })).errors[0].extensions.code).toBe('INVALID_VARIABLE');
    expect((await tried.admin(query, { id: 'gid://shopify/Return/1' })).errors[0]).toMatchObject({
      message: 'Invalid id: gid://shopify/Return/1',
      extensions: { code: 'RESOURCE_NOT_FOUND' },
      path: ['order'],
    });
    expect((await tried.admin(query, { id: 'gid://shopify/Order/1' })).data).toEqual({ order: null });
  });

  it('a wrong enum names those that are right', async () => {
    const query =
      'mutation A($r: OrderCancelReason!) { orderCancel(orderId: "gid://shopify/Order/1", restock: true, reason: $r) { job { id } } }';
    const { errors } = await tried.admin(query, { r: 'BANANAS' });
    expect(errors[0].message).toContain('(Expected "BANANAS" to be one of: CUSTOMER, DECLINED, FRAUD');
  });

  it('more than 250 of anything', async () => {
    const ids = Array.from({ length: 251 }, (_, index) => `gid://shopify/Order/${index + 1}`);
    const { errors } = await tried.admin('query A($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(errors[0]).toMatchObject({
      message: 'The input array size of 251 is greater than the maximum allowed of 250.',
      extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' },
    });
    const page = await tried.admin('{ orders(first: 251) { nodes { id } } }');
    expect(page.errors[0].extensions.code).toBe('MAX_INPUT_SIZE_EXCEEDED');
    const none = await tried.admin('{ orders { nodes { id } } }');
    expect(none.errors[0].message).toBe('you must provide one of first or last');
  });
});

describe('cost', () => {
  const REFUND = `mutation R($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) {
    refund { id totalRefundedSet { shopMoney { amount } } transactions(first: 5) { nodes { id kind } } }
    order { id } userErrors { field message } } }`;

  it('is what was recorded: 25 asked for a refund, 20 used where it was refused', async () => {
    const { gid } = await tried.placeReference();
    const refused = await tried.admin(REFUND, { key: 'cost', input: { orderId: `${gid}0` } });
    expect(refused.extensions.cost).toMatchObject({ requestedQueryCost: 25, actualQueryCost: 20 });
    expect(refused.extensions.cost.throttleStatus).toMatchObject({ maximumAvailable: 2000, restoreRate: 100 });
  });

  it('refuses what asks for more than 1000 at once', async () => {
    const query = `{ orders(first: 250) { nodes { id lineItems(first: 250) {
       nodes { id product { id variants(first: 250) { nodes { id } } } } } } } }`;
    const { errors } = await tried.admin(query);
    expect(errors[0].extensions.code).toBe('MAX_COST_EXCEEDED');
  });

  it('THROTTLED comes with HTTP 200 when the bucket is empty, and the bucket refills', async () => {
    let now = 0;
    const bucket = createBucket({ maximumAvailable: 100, restoreRate: 50 }, () => now);
    expect(bucket.allows(80)).toBe(true);
    bucket.spend(80);
    expect(bucket.allows(80)).toBe(false);
    now += 1_200;
    expect(bucket.status()).toEqual({ maximumAvailable: 100, currentlyAvailable: 80, restoreRate: 50 });
    expect(bucket.allows(80)).toBe(true);

    const small = await tryRoom({ bucket: { maximumAvailable: 40, restoreRate: 0.001 } });
    const orders = '{ orders(first: 50) { nodes { id customer { id } } } }';
    const answers = [await small.admin(orders), await small.admin(SHOP)];
    for (let index = 0; index < 40; index += 1) answers.push(await small.admin(SHOP));
    const last = answers.at(-1);
    await small.stop();
    expect(answers[0].data.orders.nodes).toEqual([]);
    expect(last.errors[0]).toMatchObject({ message: 'Throttled', extensions: { code: 'THROTTLED' } });
    expect(last.data).toBeUndefined();
    expect(last.extensions.cost.actualQueryCost).toBeNull();
  });
});

describe('faults', () => {
  it('cutAfterCommit does the mutation and then drops the connection', async () => {
    const { gid, id } = await tried.placeReference();
    const token = tried.room.accessToken();
    await tried.post('/faults', { admin: { cutAfterCommit: 1 } });
    const query = `mutation T { tagsAdd(id: "${gid}", tags: ["seen"]) { userErrors { message } } }`;
    await expect(tried.admin(query, {}, token)).rejects.toThrow();
    await tried.post('/faults', { admin: { cutAfterCommit: 0 } });
    expect((await tried.get(`/orders/${id}`)).body.tags).toBe('seen');
    const { calls } = (await tried.get('/calls')).body;
    expect(calls.at(-1)).toMatchObject({
      operation: 'T',
      kind: 'mutation',
      fault: 'cutAfterCommit',
      shop: 'demo.myshopify.com',
    });
  });

  it('http500 and throttle do nothing', async () => {
    const { gid, id } = await tried.placeReference();
    const query = `mutation T { tagsAdd(id: "${gid}", tags: ["never"]) { userErrors { message } } }`;
    await tried.post('/faults', { admin: { http500: 1 } });
    expect(await tried.admin(query)).toContain('Internal Server Error');
    await tried.post('/faults', { admin: { http500: 0, throttle: 1 } });
    expect((await tried.admin(query)).errors[0].extensions.code).toBe('THROTTLED');
    await tried.post('/faults', { admin: { throttle: 0 } });
    expect((await tried.get(`/orders/${id}`)).body.tags).toBe('');
  });

  it('a rate outside 0 to 1 is refused, and the rest stays as it was', async () => {
    const refused = await tried.post('/faults', { deliveries: { duplicate: 2 } });
    expect(refused.status).toBe(422);
    expect((await tried.get('/faults')).body.deliveries.duplicate).toBe(0);
  });
});
