import { expect, it } from 'vitest';
import type { Backtest, Decision, Policy, PolicyDraft, PolicyVersions } from '../../web/edge/admin/contract.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { until } from '../support/wait.ts';

/** A merchant changes the policy: real HTTP, a real PostgreSQL, the real thread that tries a draft on past orders. */
const OWNER = '1';
const APPROVER = '201';

const { stage } = setTheStage();

type Placed = { id: number; name: string };

const shippedOrder = async (name: string): Promise<Placed> => {
  const order = await stage.call<Placed>('POST', '/shopify/orders', {
    name,
    email: `${name.slice(1)}@example.com`,
    currency: 'USD',
    shipping_address: {
      first_name: 'Robin',
      last_name: 'Example',
      address1: '1 Test St',
      city: 'Albany',
      zip: '12207',
      country_code: 'US',
    },
    line_items: [{ title: 'Headphones', sku: 'HP-1', quantity: 2, price: '40.00', tax_lines: [] }],
    shipping_lines: [{ title: 'Standard', price: '10.00', tax_lines: [] }],
  });
  await stage.call('POST', `/shopify/orders/${order.id}/fulfill`, {
    tracking: { company: 'UPS', number: '1Z999AA10123456784' },
  });
  await until(`the shipment of ${name} in Makegood`, async () => {
    const { status, body } = await stage.admin<{ shippingStatus?: string }>(OWNER, `/api/orders/${order.id}`);
    return status === 200 && body.shippingStatus === 'shipped';
  });
  return order;
};

/** What a customer hears who reports a defect with one picture. */
const defect = async ({ id }: Placed): Promise<Decision> => {
  const { body: order } = await stage.admin<{ lines: { id: string; quantity: number }[] }>(OWNER, `/api/orders/${id}`);
  const ask = {
    kind: 'return',
    reason: 'defective',
    lines: order.lines.map((line) => ({ lineItemId: line.id, quantity: line.quantity })),
    photos: 1,
    troubleshootingDone: true,
  };
  const { body } = await stage.admin<Decision>(OWNER, `/api/orders/${id}/preview`, { method: 'POST', body: { ask } });
  return body;
};

const save = (settings: object, headers: Record<string, string>) =>
  stage.admin<PolicyDraft>(OWNER, '/api/policy/draft', { method: 'PUT', body: { settings }, headers });

it('goes from a draft over what it would have changed to a version that new orders are judged by', async () => {
  const older = await shippedOrder('#3001');
  expect(await defect(older)).toMatchObject({ verdict: 'granted', action: 'issue_rma' });

  const { body: policy } = await stage.admin<Policy>(OWNER, '/api/policy');
  expect(policy).toMatchObject({ current: { number: 1 }, draft: null, mayEdit: true });
  const changed = { ...policy.current.settings, 'evidence.minPhotos.defective': 3 };
  const saved = await save(changed, { 'if-none-match': '*' });
  expect(saved.status).toBe(201);
  expect(saved.body.changes.map(({ setting }) => setting)).toEqual(['evidence.minPhotos.defective']);
  // Somebody who never saw this draft can't write over it, and an approver may not at all.
  expect((await save(changed, { 'if-none-match': '*' })).status).toBe(412);
  const draft = { method: 'POST', headers: { 'if-match': '"1"' }, body: { effectiveOn: null } };
  expect((await stage.admin(APPROVER, '/api/policy/publish', draft)).status).toBe(403);

  const started = await stage.admin<{ id: string; total: number }>(OWNER, '/api/policy/backtest', { method: 'POST' });
  expect(started.status).toBe(202);
  const run = await until('what would have changed', async () => {
    const { body } = await stage.admin<Backtest>(OWNER, '/api/policy/backtest');
    return body.run?.state === 'running' ? null : body.run;
  });
  expect(run).toMatchObject({ state: 'done', done: 1, total: 1, outdated: false, against: 1, error: null });
  expect(run?.result?.asks.find(({ ask }) => ask === 'return.defective')).toMatchObject({ cases: 1, flips: 1 });
  expect(run?.result?.flipped).toMatchObject({ better: 0, worse: 1 });
  expect(run?.result?.examples[0]).toMatchObject({
    label: '#3001',
    about: { orderId: String(older.id), caseId: null, ask: 'return.defective' },
    before: { verdict: 'granted' },
    after: { verdict: 'needs-info' },
  });

  expect((await stage.admin(OWNER, '/api/policy/publish', draft)).status).toBe(200);
  await stage.call('POST', '/clock', { advance: 'PT1H' });
  const newer = await shippedOrder('#3002');
  expect(await defect(newer)).toMatchObject({ verdict: 'needs-info', missing: ['photos'] });
  expect(await defect(older)).toMatchObject({ verdict: 'granted', action: 'issue_rma' });

  const { body: list } = await stage.admin<PolicyVersions>(OWNER, '/api/policy/versions');
  expect(list.versions).toMatchObject([
    {
      number: 2,
      state: 'in-force',
      damaged: false,
      publishedByName: 'Olivia Brandt',
      changes: [{ before: 1, after: 3 }],
    },
    { number: 1, state: 'past', damaged: false, publishedByName: null },
  ]);
  const { policy: kept } = stage.running.makegood.database;
  const entries = await kept.shopEntries('demo.myshopify.com', 10);
  // The shop's history holds other things too: that past orders were read when it installed.
  expect(
    entries.filter(({ event }) => event.startsWith('policy.')).map(({ event, byName }) => [event, byName]),
  ).toEqual([
    ['policy.publish', 'Olivia Brandt'],
    ['policy.save-draft', 'Olivia Brandt'],
  ]);
  for (const [at, { seq, previousDigest }] of entries.slice(0, -1).entries())
    expect(entries[at + 1]).toMatchObject({ seq: seq - 1, digest: previousDigest });
});
