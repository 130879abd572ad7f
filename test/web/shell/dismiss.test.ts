import { expect, it } from 'vitest';
import type { BackfillRecord } from '../../../policy/app/backfill.ts';
import { backfillStart } from '../../../web/shell/commands/backfill.ts';
import { effectDismiss } from '../../../web/shell/commands/dismiss.ts';
import type { Context, World } from '../../../web/shell/handler.ts';
import { aShop, NOW, SHOP, uuid } from '../admin/support/records.ts';

const STARTED = '2026-11-22T10:00:00.000Z';
const BACKFILL: BackfillRecord = {
  shop: SHOP,
  state: 'taking',
  since: null,
  operation: 'gid://shopify/BulkOperation/1',
  total: 1200,
  taken: 640,
  skipped: 0,
  lines: 2100,
  error: null,
  startedAt: STARTED,
  updatedAt: STARTED,
  doneAt: null,
};
const context = { now: NOW, ids: { id: () => uuid(1) }, by: uuid(2), byName: 'Olive' } as unknown as Context;
const dismissed = (payload: Readonly<{ kind: string }>, backfill: BackfillRecord | null = null) => {
  const effect = { id: uuid(3), caseId: null, state: 'parked', kind: payload.kind, payload, result: null };
  const world = { shop: aShop(), case: null, effect, backfill } as unknown as World;
  const because = 'it never ends';
  return effectDismiss.decide(world, { kind: 'effect.dismiss', effectId: effect.id, because }, context);
};

it.each([
  ['shopify.start-export', 'starting'],
  ['shopify.watch-export', 'exporting'],
  ['shopify.take-export', 'taking'],
] as const)('past orders can be read anew where %s is not tried again', (kind, state) => {
  const verdict = dismissed({ kind, startedAt: STARTED } as { kind: string }, { ...BACKFILL, state });
  const backfill = verdict.ok ? verdict.changes.backfill : null;
  expect(backfill).toMatchObject({ state: 'failed', error: 'it never ends', taken: 640 });
  const world = { shop: aShop(), backfill } as unknown as World;
  expect(backfillStart.decide(world, { kind: 'backfill.start' }, context)).toMatchObject({ ok: true });
});

it.each([
  ['of an earlier reading', { kind: 'shopify.take-export', startedAt: NOW }],
  ['that the webhook overtook', { kind: 'shopify.watch-export', startedAt: STARTED }],
])('a step %s ends nothing', (_which, payload) => {
  const verdict = dismissed(payload, BACKFILL);
  expect(verdict.ok && verdict.changes).not.toHaveProperty('backfill');
});

it.each(['privacy.find', 'privacy.forget', 'privacy.empty'])('nobody waves away what the law asks for (%s)', (kind) => {
  expect(dismissed({ kind, requestId: uuid(4) } as { kind: string })).toMatchObject({ ok: false, code: 'invalid' });
});
