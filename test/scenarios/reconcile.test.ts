import { expect, it } from 'vitest';
import { DEMO } from '../sandbox/sandbox.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { until } from '../support/wait.ts';

/** Shopify promises no webhook. What was lost is found within the hour, orders and returns alike. */

const SHOP = DEMO.shop;
const { stage } = setTheStage();

const order = (index: number) => ({
  name: `#${6001 + index}`,
  email: `lost-${index}@example.com`,
  currency: 'USD',
  taxes_included: false,
  line_items: [{ title: 'Headphones', quantity: 2, price: '40.00', tax_lines: [] }],
  shipping_lines: [{ title: 'Standard', price: '5.00', tax_lines: [] }],
});

/** What happens to an order after it was placed, by its number. */
const LATER: readonly ((id: number) => Promise<unknown>)[] = [
  (id) => stage.call('POST', `/shopify/orders/${id}/fulfill`, {}),
  (id) => stage.call('POST', `/shopify/orders/${id}/cancel`, {}),
  (id) => stage.call('POST', `/shopify/orders/${id}/refund`, { amount: '3.21' }),
  async (id) => {
    await stage.call('POST', `/shopify/orders/${id}/fulfill`, {});
    await stage.call('POST', `/shopify/orders/${id}/return-request`, { reason: 'unwanted' });
  },
  async () => {},
];

const statusesOf = (returns: readonly { status: string }[] | null | undefined): string =>
  (returns ?? []).map(({ status }) => status.toLowerCase()).join();
const isDecided = ({ returns }: { returns: readonly { status: string }[] }): boolean =>
  returns.length > 0 && returns.every(({ status }) => status.toLowerCase() !== 'requested');

const kept = async (id: number) => (await stage.running.makegood.database.read.order(SHOP, String(id)))?.facts;

it('brings orders and returns level though a fifth of the webhooks never came', async () => {
  await stage.call('POST', '/shopify/faults', { deliveries: { drop: 0.2, duplicate: 0.3, reorder: 0.5 } });
  const ids: number[] = [];
  for (let index = 0; index < 30; index += 1)
    ids.push((await stage.call<{ id: number }>('POST', '/shopify/orders', order(index))).id);
  for (const [index, id] of ids.entries()) await LATER[index % LATER.length]?.(id);
  await stage.sandbox.shopify.webhooksDelivered();
  const dropped = stage.sandbox.shopify.deliveries().filter((one) => one.state === 'dropped').length;
  expect(dropped).toBeGreaterThan(5);

  // An hour later, by the clock; the looks themselves go unanswered at times.
  await stage.call('POST', '/shopify/faults', { deliveries: { drop: 1 }, admin: { http500: 0.1 } });
  await stage.call('POST', '/clock', { advance: 'PT61M' });
  await stage.call('POST', '/shopify/faults', { admin: { http500: 0 } });
  await stage.call('POST', '/clock', { advance: 'PT61M' });

  // A customer's own request is decided as soon as it is known; what Shopify says of that is lost too.
  for (const id of ids.filter((_, index) => index % LATER.length === 3))
    await until(`the return of order ${id} to be decided`, async () => isDecided(await stage.order(id)));
  await stage.call('POST', '/clock', { advance: 'PT61M' });

  for (const [index, id] of ids.entries()) {
    await until(`order ${id} to be level`, async () => {
      const [told, facts] = [await stage.order(id), await kept(id)];
      return (
        facts !== undefined &&
        (facts.cancelledAt !== null) === (told.cancelled_at !== null) &&
        facts.refunds.length === told.refunds.length &&
        statusesOf(facts.returns) === statusesOf(told.returns) &&
        (index % LATER.length !== 0 || facts.fulfillments.length === 1)
      );
    });
  }
});
