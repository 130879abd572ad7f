import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inbox, InboxDrain, StoredInboxItem } from '../../policy/app/store.ts';
import { until } from '../support/wait.ts';
import { anItem } from './samples.ts';

export type InboxUnderTest = Readonly<{ inbox: Inbox; drain: InboxDrain; close(): Promise<void> }>;

/** What every inbox and its drain promise. */
export const inboxContract = (name: string, make: () => Promise<InboxUnderTest>): void => {
  describe(`inbox contract: ${name}`, () => {
    let under: InboxUnderTest;
    let inbox: Inbox;
    let drain: InboxDrain;
    beforeAll(async () => {
      under = await make();
      ({ inbox, drain } = under);
    });
    afterAll(() => under.close());

    const empty = async (): Promise<readonly StoredInboxItem[]> => {
      const items = await drain.claim(1_000);
      await drain.done(items.map((item) => item.rowId));
      return items;
    };
    const idsOf = (items: readonly StoredInboxItem[]): readonly string[] => items.map((item) => item.id);

    it('gives back what it took in, byte for byte', async () => {
      await empty();
      const body = Buffer.from(Array.from({ length: 70_000 }, (_, n) => (n * 31) % 256));
      const item = anItem({ body });
      expect(await inbox.store(item)).toBe(true);
      const [stored, ...others] = await drain.claim(10);
      expect(others).toEqual([]);
      expect(stored).toMatchObject({ ...item, body: expect.anything(), attempts: 1 });
      expect(Buffer.from(stored?.body ?? []).equals(body)).toBe(true);
      expect(Date.parse(stored?.receivedAt ?? '')).toBeGreaterThan(0);
    });

    it.each([
      { what: 'the same', over: {}, fresh: false },
      { what: 'the same with another body', over: { body: Buffer.from('other') }, fresh: false },
      { what: 'the same with another time', over: { triggeredAt: null }, fresh: false },
      { what: 'another id', over: { id: randomUUID() }, fresh: true },
      { what: 'another topic', over: { topic: 'orders/paid' }, fresh: true },
      { what: 'another shop', over: { shop: 'other.myshopify.com' }, fresh: true },
      { what: 'another source', over: { source: 'slack' as const }, fresh: true },
    ])('takes $what: $fresh', async ({ over, fresh }) => {
      const item = anItem();
      expect(await inbox.store(item)).toBe(true);
      expect(await inbox.store({ ...item, ...over })).toBe(fresh);
    });

    it('takes one of many that come at once, and hands it out once', async () => {
      await empty();
      const item = anItem();
      const taken = await Promise.all(Array.from({ length: 50 }, () => inbox.store(item)));
      expect(taken.filter(Boolean)).toEqual([true]);
      expect(idsOf(await empty())).toEqual([item.id]);
    });

    it('takes a burst whole, with repeats among it', async () => {
      await empty();
      const items = Array.from({ length: 300 }, () => anItem());
      const taken = await Promise.all([...items, ...items.slice(0, 40)].map((item) => inbox.store(item)));
      expect(taken.slice(0, 300).filter(Boolean).length + taken.slice(300).filter(Boolean).length).toBe(300);
      expect([...idsOf(await empty())].sort()).toEqual([...items.map((item) => item.id)].sort());
    });

    it('hands out what was stored to whoever asks at once', async () => {
      await empty();
      for (let n = 0; n < 200; n += 1) {
        const item = anItem();
        await inbox.store(item);
        const claimed = await drain.claim(1);
        expect(idsOf(claimed)).toEqual([item.id]);
        await drain.done(claimed.map(({ rowId }) => rowId));
      }
    });

    it('hands out what was received first, first', async () => {
      await empty();
      const ids = ['a', 'b', 'c', 'd'].map((letter) => `${letter}-${randomUUID()}`);
      for (const id of ids) await inbox.store(anItem({ id }));
      expect(idsOf(await drain.claim(2))).toEqual(ids.slice(0, 2));
      expect(idsOf(await drain.claim(10))).toEqual(ids.slice(2));
    });

    it('hands each row to one of many claimers', async () => {
      await empty();
      const items = Array.from({ length: 60 }, () => anItem());
      await Promise.all(items.map((item) => inbox.store(item)));
      const claims = await Promise.all(Array.from({ length: 6 }, () => drain.claim(20)));
      const ids = claims.flatMap(idsOf);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length + (await empty()).length).toBe(60);
    });

    it('hands out nothing that is claimed, done or parked', async () => {
      await empty();
      await Promise.all(Array.from({ length: 3 }, () => inbox.store(anItem())));
      const [first, second] = await drain.claim(2);
      await drain.done([first?.rowId ?? '']);
      await drain.park(second?.rowId ?? '', 'no such topic');
      await drain.claim(1);
      expect(await drain.claim(10)).toEqual([]);
    });

    it('still refuses a repeat of what is done', async () => {
      const item = anItem();
      await inbox.store(item);
      await empty();
      expect(await inbox.store(item)).toBe(false);
      expect(await drain.claim(10)).toEqual([]);
    });

    it('hands a postponed row out again, counting', async () => {
      await empty();
      await inbox.store(anItem());
      const [first] = await drain.claim(1);
      await drain.postpone(first?.rowId ?? '', 'database busy', 0);
      const [again] = await drain.claim(1);
      expect(again).toMatchObject({ rowId: first?.rowId, attempts: 2 });
    });

    it('holds a postponed row back until its time', async () => {
      await empty();
      await inbox.store(anItem());
      const [first] = await drain.claim(1);
      await drain.postpone(first?.rowId ?? '', 'wait', 3_600_000);
      expect(await drain.claim(10)).toEqual([]);
    });

    it('parks what was postponed too often', async () => {
      await empty();
      await inbox.store(anItem());
      const rowId = await until('the row to be parked', async () => {
        const [row] = await drain.claim(1);
        if (row === undefined) return last;
        last = row.rowId;
        await drain.postpone(row.rowId, 'never works', 0);
        return null;
      });
      expect(await drain.retryParked(rowId)).toBe(true);
      expect(await drain.claim(1)).toMatchObject([{ rowId, attempts: 1 }]);
    });
    let last: string | null = null;

    it('brings back a parked row once, and nothing else', async () => {
      await empty();
      await inbox.store(anItem());
      const [row] = await drain.claim(1);
      const rowId = row?.rowId ?? '';
      expect(await drain.retryParked(rowId)).toBe(false);
      await drain.park(rowId, 'no such topic');
      expect(await drain.retryParked(rowId)).toBe(true);
      expect(await drain.retryParked(rowId)).toBe(false);
      expect(await drain.claim(10)).toMatchObject([{ rowId, attempts: 1 }]);
      expect(await drain.retryParked('nonsense')).toBe(false);
      expect(await drain.retryParked('999999999')).toBe(false);
    });
  });
};
