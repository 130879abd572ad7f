import { expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { actionsOf, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** What time brings up by itself, once: also where Makegood did not run when it was due. */

const { stage, say } = setTheStage();

/** Orders of the cases that the admin's list, the agent's Home and a question in words have as overdue. */
const overdue = async (): Promise<readonly [list: string[], home: boolean, words: boolean]> => {
  const { body } = await stage.admin<{ cases: { orderName: string }[] }>('1', '/api/cases?overdue=true');
  const home = await stage.call<{ blocks: unknown[] }>('POST', '/slack/home', { user: 'U0AGENT' });
  const { ts } = await stage.say('U0AGENT', 'U0AGENT', 'what is overdue?');
  const answer = await until('an answer', async () =>
    (await stage.messages('D0U0AGENT')).find((one) => one.bot_id !== undefined && one.thread_ts === ts),
  );
  return [
    body.cases.map(({ orderName }) => orderName),
    JSON.stringify(home.blocks).includes('*overdue* since'),
    /\(overdue\)/.test(said(answer)),
  ];
};

const told = async (what: RegExp) => (await stage.messages(say.channel)).filter((one) => what.test(said(one)));

it('P36, P38: ten days without word of a parcel are a question, asked once; a person says that it is lost', async () => {
  const { ts } = await say.issued('#1501', 'silent@example.com');
  const detail = await say.state('#1501', 'authorized');
  const { status } = await stage.admin('1', `/api/cases/${detail.case.id}/steps`, {
    method: 'POST',
    body: { kind: 'return.track', number: '1Z999AA10123456784', carrier: 'UPS' },
  });
  expect(status).toBe(200);
  await stage.call('POST', '/clock', { advance: 'P9D' });
  expect((await say.state('#1501', 'in_transit')).case.state).toBe('in_transit');
  // Two sweeps at once, and once more: it is asked once.
  await Promise.all([stage.call('POST', '/clock', { advance: 'P2D' }), stage.running.makegood.database.upkeep()]);
  await say.state('#1501', 'suspected_lost');
  expect(await overdue()).toEqual([['#1501'], true, true]);
  await stage.call('POST', '/clock', { advance: 'PT1M' });
  await until('the question', async () => (await told(/nothing was heard of the parcel/)).length > 0);
  expect((await told(/whether it is lost/)).length).toBe(1);
  // It turns up after all.
  await say.press('U0AGENT', ts, 'parcel.receive');
  await say.state('#1501', 'received');
  expect(await overdue()).toEqual([[], false, false]);
});

it('P24, A17: goods that lie untested for 14 days are brought up, once', async () => {
  await stage.call('POST', '/clock', { advance: 'P13D' });
  expect(await told(/the test of case \d+ is overdue/)).toEqual([]);
  await stage.call('POST', '/clock', { advance: 'P2D' });
  await until('the reminder', async () => (await told(/the test of case \d+ is overdue/)).length > 0);
  await stage.call('POST', '/clock', { advance: 'P5D' });
  expect((await told(/the test of case \d+ is overdue/)).length).toBe(1);
  const body = await say.state('#1501', 'received');
  expect(body.entries.filter((one: any) => one.event === 'return.test-overdue')).toMatchObject([{ clauses: ['P24'] }]);
  const { rows } = await stage.db.query(`SELECT kind, state FROM deadlines WHERE state NOT IN ('done', 'dropped')`);
  expect(rows).toEqual([{ kind: 'test-overdue', state: 'late' }]);
  expect(await overdue()).toEqual([['#1501'], true, true]);
  // Every morning until it was tested, with a button that opens the case: at whatever hour this runs, one comes by.
  await stage.call('POST', '/clock', { advance: 'PT12H' });
  const [digest] = await until('the digest', async () => {
    const mornings = (await told(/Good morning/)).filter((one) => /1 case is overdue/.test(said(one)));
    return mornings.length > 0 ? mornings : null;
  });
  expect(actionsOf(digest as never)).toEqual(['case.open']);
  const card = await until('its card', async () =>
    (await told(/RMA-/)).find((one) => actionsOf(one).includes('unit.inspect')),
  );
  expect(said(card)).toMatch(/Overdue.*: the test/);
  await say.press('U0AGENT', card.ts, 'unit.inspect');
  await say.fillIn('U0AGENT', { result: 'accepted' });
  await until('nothing late', async () => (await overdue())[0].length === 0);
  expect(await overdue()).toEqual([[], false, false]);
});

it('P25, A18: goods that were not accepted are brought up when the days for which they are kept are over, once', async () => {
  const { ts } = await say.issued('#1503', 'refused@example.com');
  await say.press('U0AGENT', ts, 'parcel.receive');
  await say.press('U0AGENT', ts, 'unit.inspect');
  await say.fillIn('U0AGENT', { result: 'missing_components' });
  await say.press('U0AGENT', ts, 'unit.decide');
  await say.fillIn('U0AGENT', { result: 'refuse', because: 'without its box' });
  await say.press('U0AGENT2', ts, 'unit.confirm:agree');
  await say.state('#1503', 'closed');
  const mail = await stage.mail('refused@example.com', /About your return/);
  expect(mail.text).toMatch(/We keep it for you until/);
  await stage.call('POST', '/clock', { advance: 'P29D' });
  expect(await told(/not accepted: kept/)).toEqual([]);
  await stage.call('POST', '/clock', { advance: 'P2DT9H' });
  await until('the question', async () => (await told(/not accepted: kept for 30 days/)).length > 0);
  await stage.call('POST', '/clock', { advance: 'P5D' });
  expect((await told(/not accepted: kept/)).length).toBe(1);
});

it('P6: a product that is removed from the shop is told to staff, with the orders that still want it', async () => {
  const [product] = (
    await stage.call<{ products: { id: number; title: string; variants: { id: number; sku: string }[] }[] }>(
      'GET',
      '/shopify/products',
    )
  ).products;
  const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', {
    name: '#1502',
    email: 'hint@example.com',
    currency: 'USD',
    line_items: [
      {
        product_id: product?.id,
        variant_id: product?.variants[0]?.id,
        sku: product?.variants[0]?.sku,
        title: product?.title,
        quantity: 1,
        price: '20.00',
      },
    ],
  });
  await until('the order', () => stage.running.makegood.database.read.order('demo.myshopify.com', String(id)));
  await stage.call('POST', '/shopify/deliver', {
    topic: 'products/update',
    payload: { id: product?.id, status: 'active' },
  });
  await stage.call('POST', '/shopify/deliver', { topic: 'products/delete', payload: { id: product?.id } });
  await until('the hint', async () => (await told(/a product was removed from the shop.*#1502/i)).length > 0);
  expect(await told(/archived/)).toEqual([]);
});
