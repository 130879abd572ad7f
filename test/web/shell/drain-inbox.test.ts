import { expect, it } from 'vitest';
import type { Outcome } from '../../../policy/app/commands.ts';
import type { InboxDrain, StoredInboxItem } from '../../../policy/app/store.ts';
import { createDrainInbox } from '../../../web/shell/drain-inbox.ts';

const DONE: Outcome = { status: 'done', replayed: false, caseId: null, proposalId: null, intentId: null };

const item = (rowId: string, source: StoredInboxItem['source'], shop: string): StoredInboxItem => ({
  rowId,
  source,
  shop,
  topic: 'any',
  id: rowId,
  triggeredAt: null,
  receivedAt: '2026-11-23T10:00:00Z',
  attempts: 1,
  body: new Uint8Array(),
});

/** An inbox that hands out each batch once; Slack's messages named in `slow` end when they are told to. */
const setUp = (slow: readonly string[]) => {
  const batches: StoredInboxItem[][] = [];
  const ended: string[] = [];
  const said: string[] = [];
  const finish = new Map<string, () => void>();
  const drain: Partial<InboxDrain> = {
    claim: async () => batches.shift() ?? [],
    done: async (rowIds) => void ended.push(...rowIds),
  };
  const drainInbox = createDrainInbox({
    drain: drain as InboxDrain,
    handle: async () => DONE,
    parseWebhook: () => ({ commands: [] }),
    handleSlackEvent: async ({ rowId }) => {
      said.push(rowId);
      if (slow.includes(rowId)) await new Promise<void>((resolve) => finish.set(rowId, resolve));
    },
    takeMail: async () => null,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
  const stopping = new AbortController();
  return { batches, ended, said, finish, stopping, drain: () => drainInbox(stopping.signal) };
};

it('takes webhooks, and what other shops write, while one message takes long; of one shop in the order they were written', async () => {
  const all = setUp(['a1']);
  all.batches.push([item('a1', 'slack', 'a'), item('a2', 'slack', 'a'), item('b1', 'slack', 'b')]);
  const first = all.drain();
  await expect.poll(() => all.said).toContain('a1');
  all.batches.push([item('w1', 'shopify', 'a')]);
  const second = all.drain();
  await expect.poll(() => all.ended.toSorted()).toEqual(['b1', 'w1']);
  all.finish.get('a1')?.();
  await Promise.all([first, second]);
  expect(all.said).toEqual(['a1', 'b1', 'a2']);
  expect(all.ended.toSorted()).toEqual(['a1', 'a2', 'b1', 'w1']);
});

it('begins no message a second time that it has in hand, and none once it is to stop', async () => {
  const all = setUp(['a1']);
  all.batches.push([item('a1', 'slack', 'a'), item('a2', 'slack', 'a')]);
  const first = all.drain();
  await expect.poll(() => all.said).toContain('a1');
  // Its lease is over.
  all.batches.push([item('a1', 'slack', 'a')]);
  const second = all.drain();
  await expect.poll(() => all.batches).toHaveLength(0);
  all.stopping.abort();
  all.finish.get('a1')?.();
  await Promise.all([first, second]);
  expect(all.said).toEqual(['a1']);
  expect(all.ended).toEqual(['a1']);
});
