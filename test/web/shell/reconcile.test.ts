import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../policy/app/commands.ts';
import { CallFailed } from '../../../policy/app/ports.ts';
import { createReconcile } from '../../../web/shell/reconcile.ts';

const SHOP = 'demo.myshopify.com';
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

let now: string;
let lookedAt: string | null;
let open: string[];
let stored: Map<string, string>;
let changed: { id: string; updatedAt: string }[];
let asked: { since: string; cursor: string | null }[];
let reread: string[];
let failure: CallFailed | null;

/** Two orders a page, as Shopify would give a hundred. */
const reconcile = createReconcile({
  reconciliations: {
    shops: async () => [{ shop: SHOP, installedAt: '2026-11-01T00:00:00.000Z', lookedAt }],
    noteLook: async (_shop, at) => {
      lookedAt = at;
    },
    openOrders: async () => open,
    storedUpdates: async (_shop, ids) => new Map([...stored].filter(([id]) => ids.includes(id))),
  },
  shopify: {
    changedOrders: async (_shop, since, cursor) => {
      asked.push({ since, cursor });
      if (failure !== null) throw failure;
      const from = Number(cursor ?? 0);
      const nextCursor = from + 2 < changed.length ? String(from + 2) : null;
      return { orders: changed.slice(from, from + 2), nextCursor };
    },
  },
  handle: async (_envelope, command: Command) => {
    if (command.kind === 'order.stale') reread.push(command.orderId);
    return { status: 'done', replayed: false, caseId: null, proposalId: null, intentId: null };
  },
  clock: { now: () => now },
  log: silent,
});

beforeEach(() => {
  now = '2026-11-23T10:00:00.000Z';
  lookedAt = null;
  open = [];
  stored = new Map();
  changed = [];
  asked = [];
  reread = [];
  failure = null;
});

describe('a reconciliation', () => {
  it('reads what is newer in Shopify than here, and what is not here at all, over all pages', async () => {
    stored = new Map([
      ['1', '2026-11-23T09:00:01.000Z'],
      ['2', '2026-11-23T08:00:00.000Z'],
    ]);
    changed = [
      { id: '1', updatedAt: '2026-11-23T09:00:00.000Z' },
      { id: '2', updatedAt: '2026-11-23T09:30:00.000Z' },
      { id: '3', updatedAt: '2026-11-23T09:40:00.000Z' },
    ];
    await reconcile('due');
    expect(reread).toEqual(['2', '3']);
    expect(asked.map(({ cursor }) => cursor)).toEqual([null, '2']);
  });

  it('reads what changed in the second that is stored: more may have happened in it', async () => {
    stored = new Map([['1', '2026-11-23T09:00:00.000Z']]);
    changed = [{ id: '1', updatedAt: '2026-11-23T09:00:00Z' }];
    await reconcile('due');
    expect(reread).toEqual(['1']);
  });

  it('reads the orders of open cases, changed or not: returns and disputes do not show in their date', async () => {
    open = ['7'];
    stored = new Map([['7', '2026-11-23T09:00:00.000Z']]);
    await reconcile('due');
    expect(reread).toEqual(['7']);
  });

  it('looks once an hour, from a little before the last look', async () => {
    await reconcile('due');
    expect(asked).toEqual([{ since: '2026-10-31T23:55:00.000Z', cursor: null }]);
    now = '2026-11-23T10:59:00.000Z';
    await reconcile('due');
    expect(asked).toHaveLength(1);
    now = '2026-11-23T11:00:00.000Z';
    await reconcile('due');
    expect(asked.at(-1)).toEqual({ since: '2026-11-23T09:55:00.000Z', cursor: null });
  });

  it('looks at once where it is asked to', async () => {
    await reconcile('due');
    await reconcile('now');
    expect(asked).toHaveLength(2);
  });

  it('does not count a look that Shopify cut short: the next one begins where the last whole one ended', async () => {
    failure = new CallFailed('unavailable', 'shopify does not answer');
    await reconcile('due');
    expect(lookedAt).toBeNull();
    failure = null;
    await reconcile('due');
    expect(lookedAt).toBe(now);
  });
});
