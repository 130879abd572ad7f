import { expect, it } from 'vitest';
import type { DeadlineRecord } from '../../../policy/app/records.ts';
import type { Store } from '../../../policy/app/store.ts';
import { createSweep } from '../../../web/shell/sweep.ts';

it('ends, and goes on to what else is due, where two hundred deadlines are refused', async () => {
  const due: DeadlineRecord[] = Array.from({ length: 200 }, (_, index) => ({
    id: String(index),
    shop: 'demo.myshopify.com',
    caseId: 'case',
    kind: 'rma-deadline',
    dueAt: '2026-11-23T10:00:00Z',
    state: 'open',
  }));
  let asked = 0;
  let reconciled = false;
  const sweep = createSweep({
    store: { dueDeadlines: async () => due } as unknown as Store,
    handle: async () => {
      asked += 1;
      return { status: 'refused', code: 'not-found', because: 'no such case', clauses: [], caseId: null };
    },
    clock: { now: () => '2026-11-23T11:00:00Z' },
    upkeep: async () => {},
    privacy: { due: async () => [] },
    reconcile: async () => {
      reconciled = true;
    },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
  await sweep();
  expect(asked).toBe(200);
  expect(reconciled).toBe(true);
});
