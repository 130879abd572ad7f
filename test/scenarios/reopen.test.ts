import { expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { refundedOf } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** P5: a case that has ended is looked at again, here and in Shopify, and what was paid is not paid again. */

const { stage, say } = setTheStage();

const inShopify = (id: number, status: RegExp) =>
  until(`the return is ${status} in Shopify`, async () =>
    status.test(String((await stage.order(id)).returns[0]?.status)),
  );

const openAgain = async (ts: string, caseId: string) => {
  await say.card(ts, /Open it again/);
  await say.press('U0AGENT', ts, 'case.more', { value: `reopen:${caseId}` });
  await say.fillIn('U0AGENT', { because: 'the customer sent a film of the other one' });
  await say.press('U0LEAD', ts, 'case.reopen:agree');
};

it('a unit that was rejected is tested again, paid for, and the return closed a second time', async () => {
  const { id, ts } = await say.issued('#1601', '1601@example.com');
  const authorized = await say.state('#1601', 'authorized');
  const [first] = authorized.units;
  await say.press('U0AGENT', ts, 'parcel.receive');
  await say.press('U0AGENT', ts, 'unit.inspect');
  await say.fillIn('U0AGENT', { units: [first.id], result: 'accepted' });
  await say.caseThat('#1601', 'one accepted', (one) => one.units.some((unit: any) => unit.goods === 'accepted'));
  await say.press('U0AGENT', ts, 'unit.inspect');
  await say.fillIn('U0AGENT', { result: 'missing_components' });
  await say.press('U0AGENT', ts, 'unit.decide');
  await say.fillIn('U0AGENT', { result: 'refuse', because: 'without its box' });
  await say.press('U0AGENT2', ts, 'unit.confirm:agree');
  await say.approve('#1601');
  const closed = await say.state('#1601', 'closed');
  expect(refundedOf(await stage.order(id))).toBe(4320);
  await inShopify(id, /^closed$/i);

  await openAgain(ts, closed.case.id);
  const open = await say.state('#1601', 'received');
  expect(open.units.map((unit: any) => [unit.goods, unit.money]).sort()).toEqual([
    ['accepted', 'paid'],
    ['arrived', 'none'],
  ]);
  await inShopify(id, /^open$/i);
  await say.press('U0AGENT', ts, 'unit.inspect');
  await say.fillIn('U0AGENT', { result: 'accepted' });
  await say.approveNewest('#1601');
  const ended = await say.state('#1601', 'closed');
  await inShopify(id, /^closed$/i);
  expect(refundedOf(await stage.order(id))).toBe(8640);
  expect(ended.intents.map((one: any) => [one.state, one.breakdown.total]).sort()).toEqual([
    ['succeeded', 4320],
    ['succeeded', 4320],
  ]);
  expect(await stage.calls(/returnClose\(/)).toHaveLength(2);
  expect(await stage.calls(/returnReopen\(/)).toHaveLength(1);

  // Everything is paid for: a third round has nothing to decide.
  await say.press('U0AGENT', ts, 'case.more', { value: `reopen:${ended.case.id}` });
  await say.fillIn('U0AGENT', { because: 'once more' });
  await stage.seen(say.channel, /every unit of it is paid for/, { ephemeralTo: 'U0AGENT' });
});

it('a return that was called off can not be opened in Shopify: the new number has a Return of its own', async () => {
  const { id, ts } = await say.issued('#1602', '1602@example.com');
  const { body } = await stage.admin<any>('1', '/api/cases?text=%231602&limit=1');
  const caseId = body.cases[0].id;
  await say.press('U0AGENT', ts, 'case.more', { value: `off:${caseId}` });
  await say.fillIn('U0AGENT', { result: 'kept', because: 'works after all' });
  await say.state('#1602', 'canceled');
  await inShopify(id, /^cancell?ed$/i);
  await openAgain(ts, caseId);
  await say.state('#1602', 'review');
  await say.press('U0AGENT', ts, 'case.decide:issue');
  await say.fillIn('U0AGENT', { because: 'it broke a day later' });
  await until(
    'another return in Shopify',
    async () => (await stage.order(id)).returns.map((one) => one.status.toLowerCase()).join() === 'canceled,open',
  );
  await until(
    'two numbers',
    async () => (await stage.mails('1602@example.com')).filter((mail) => /RMA-/.test(mail.subject)).length === 2,
  );
});
