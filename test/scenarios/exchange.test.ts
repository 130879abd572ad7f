import { expect, it } from 'vitest';
import { SPEAKER } from '../support/goods.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { refundedOf, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** P16, P17: what we sent wrong is exchanged for the same variant once it is back; or refunded where none is there. */

const { stage, say } = setTheStage();

/** An exchange whose goods are back and accepted. */
const tested = async (name: string): Promise<{ id: number; ts: string }> => {
  const id = await stage.shipped(await stage.placed(name, { line_items: [SPEAKER] }));
  const { ts } = await say.propose(`exchange for ${name}: the speaker, we sent the wrong item`, { files: [say.photo] });
  // Who confirms it reads that goods go out, not money.
  const proposed = said((await say.message(ts)) as never);
  expect(proposed).toMatch(/send the same again once the goods were tested, and pay nothing/);
  expect(proposed).toContain('If money is paid instead');
  await say.press('U0AGENT', ts, 'proposal.confirm');
  await stage.mail(`${name.slice(1)}@example.com`, /RMA-/);
  return { id, ts };
};

it('the same variant goes out on the order itself, evenly, and nothing is paid', async () => {
  const { id, ts } = await tested('#1601');
  const [created] = await stage.calls(/returnCreate\b/);
  expect(JSON.stringify(created?.variables)).toContain('exchangeLineItems');
  // Nothing is sent before the goods are back (P17).
  expect(((await stage.order(id)) as any).line_items).toHaveLength(1);
  await say.accepted(ts);
  await say.state('#1601', 'closed');
  const card = await until('the card to say what goes out', async () => {
    const found = await say.message(ts);
    return found && /Replacement: on its way/.test(said(found)) ? said(found) : null;
  });
  expect(card).not.toMatch(/Refund|0\.00/);
  const order: any = await stage.order(id);
  expect(refundedOf(order)).toBe(0);
  expect(order.line_items).toHaveLength(2);
  expect(order.fulfillment_orders.at(-1).status).toBe('open');
  await stage.call('POST', `/shopify/orders/${id}/fulfill`, {});
  await stage.mail('1601@example.com', /exchange for order #1601 is on its way/i);
});

it('without a replacement in stock the money goes back instead, and the exchange leaves the return', async () => {
  const { id, ts } = await tested('#1602');
  const order: any = await stage.order(id);
  await stage.call('POST', '/shopify/inventory', { sku: SPEAKER.sku, available: 0 });
  await say.accepted(ts);
  await say.press('U0AGENT', ts, 'exchange.convert:refund');
  await say.fillIn('U0AGENT', { because: 'sold out; she wants the money' });
  await say.approve('#1602');
  await say.state('#1602', 'closed');
  expect(refundedOf(await stage.order(id))).toBe(10612);
  expect(((await stage.order(id)) as any).line_items).toHaveLength(order.line_items.length);
  expect(await stage.calls(/removeFromReturn/)).toHaveLength(1);
});

it('who waits for it gets it as a backorder: processed, and held until it is there', async () => {
  await stage.call('POST', '/shopify/inventory', { sku: SPEAKER.sku, available: 3 });
  const { id, ts } = await tested('#1603');
  await stage.call('POST', '/shopify/inventory', { sku: SPEAKER.sku, available: 0 });
  await say.accepted(ts);
  await say.press('U0AGENT', ts, 'exchange.convert:wait');
  await say.fillIn('U0AGENT', { because: 'she would rather have it' });
  await say.state('#1603', 'closed');
  expect(refundedOf(await stage.order(id))).toBe(0);
  expect(((await stage.order(id)) as any).line_items).toHaveLength(2);
});
