import { beforeAll, expect, it } from 'vitest';
import { SPEAKER } from '../support/goods.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { refundedOf, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** What a return comes to is compared with Shopify before it is made; a difference is a person's, and stops the money. */

const { stage, say } = setTheStage({ settings: { products: {}, restockingFee: 10 } });
beforeAll(() => stage.call('POST', '/shopify/inventory', { sku: SPEAKER.sku, available: 20 }));

it('the same sums are no news: a return, and an exchange', async () => {
  await say.shippedOrder('#1901', '1901@example.com', SPEAKER);
  const { ts } = await say.propose('exchange for #1901: the speaker, we sent the wrong item', { files: [say.photo] });
  await say.press('U0AGENT', ts, 'proposal.confirm');
  await stage.mail('1901@example.com', /RMA-/);
  const detail = await say.state('#1901', 'authorized');
  expect(detail.case.asked.preview).toBeNull();
  const calls = await stage.calls(/returnCalculate/);
  expect(calls).toHaveLength(1);
  expect(JSON.stringify(calls[0]?.variables)).toContain('exchangeLineItems');
});

it('a fee that Shopify reckons without the tax is shown in both columns before anything is back, and stops the money', async () => {
  const { id } = await say.issued('#1902', '1902@example.com');
  const detail = await say.caseThat('#1902', 'both columns', ({ case: record }) => record.asked.preview !== null);
  expect(detail.case.state).toBe('authorized');
  expect(detail.case.asked.preview).toMatchObject({
    policy: { items: 8000, tax: 640, restocking: 864, shippingFee: 0, exchange: null },
    shopify: { items: 8000, tax: 640, restocking: 800, shippingFee: 0, exchange: null },
  });
  await stage.seen(
    say.channel,
    /before anything comes back Shopify reckons restocking fee .*8\.00, the policy .*8\.64/i,
  );
  await until('both columns on the card', async () =>
    (await stage.messages(say.channel)).some(
      (one) => said(one).includes('#1902') && /Restocking.*8\.64.*8\.00/s.test(said(one)),
    ),
  );
  // Nobody is told a sum that a person still has to look at.
  expect((await stage.mail('1902@example.com', /RMA-/)).text).not.toContain('77.76');
  const { case: record } = detail;
  for (const body of [{ kind: 'parcel.receive' }, { kind: 'unit.inspect', result: 'accepted' }]) {
    const answer = await stage.admin('101', `/api/cases/${record.id}/steps`, { method: 'POST', body });
    expect(answer.status).toBe(200);
  }
  const stopped = await say.caseThat('#1902', 'stopped', ({ intents }) => intents.at(-1)?.state === 'needs_person');
  expect(stopped.intents.at(-1).suggested.amount).not.toBe(stopped.intents.at(-1).breakdown.total);
  expect(refundedOf(await stage.order(id))).toBe(0);
});
