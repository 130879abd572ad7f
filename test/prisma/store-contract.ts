import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../policy/app/records.ts';
import { type Changes, StaleWrite, type Store } from '../../policy/app/store.ts';
import {
  AT,
  aCase,
  aDeadline,
  aDecision,
  anEffect,
  anEnvelope,
  anIntent,
  aProposal,
  aUnit,
  done,
  later,
  returnData,
  SHOP,
  someContact,
  someFacts,
} from './samples.ts';

/** A store in which `SHOP` is installed. Several cases of the suite write into it one after the other. */
export type StoreUnderTest = Readonly<{ store: Store; close(): Promise<void> }>;

/** What every `Store` promises, whatever keeps it. */
export const storeContract = (name: string, make: () => Promise<StoreUnderTest>): void => {
  describe(`store contract: ${name}`, () => {
    let under: StoreUnderTest;
    let store: Store;
    beforeAll(async () => {
      under = await make();
      store = under.store;
    });
    afterAll(() => under.close());

    const record = (changes: Changes, id: string = randomUUID()): Promise<void> =>
      store.transaction(SHOP, (tx) => tx.record(anEnvelope(id), done(), changes));
    const newCase = async (over: Partial<CaseRecord> = {}): Promise<CaseRecord> => {
      const number = await store.transaction(SHOP, (tx) => tx.nextCaseNumber());
      const created = aCase({ number, ...over });
      await record({ cases: [created] });
      return created;
    };

    it('gives back every record as it was written', async () => {
      const opened = await newCase({ kind: 'return', rma: 'RMA-4F7K2QZ', data: returnData(), assignee: 'somebody' });
      const unit = aUnit(opened.id, { deduction: 5_000_000_000, result: 'accepted', note: 'fine' });
      const intent = anIntent(opened.id, {
        shopMinor: 5_000_000_000,
        unitIds: [unit.id],
        execution: { lines: [1] },
        suggested: { amount: 4819, items: 4000, tax: 320, shipping: 500, fees: null },
      });
      const deadline = aDeadline(opened.id);
      const proposal = aProposal({ caseId: opened.id, missing: ['photos'], refusal: 'too late', endedAt: later(5) });
      const facts = someFacts({ id: '5001', name: '#5001' });
      await record({
        units: [unit],
        intents: [intent],
        deadlines: [deadline],
        proposals: [proposal],
        decisions: [aDecision(opened.id)],
        orders: [{ facts, contact: someContact() }],
      });
      await store.transaction(SHOP, async (tx) => {
        expect(await tx.case(opened.id)).toEqual(opened);
        expect(await tx.units(opened.id)).toEqual([unit]);
        expect(await tx.intents(opened.id)).toEqual([intent]);
        expect(await tx.intent(intent.id)).toEqual(intent);
        expect(await tx.deadlines(opened.id)).toEqual([deadline]);
        expect(await tx.deadline(deadline.id)).toEqual(deadline);
        expect(await tx.proposal(proposal.id)).toEqual(proposal);
        expect(await tx.order('5001')).toMatchObject({ facts, contact: someContact() });
        expect(await tx.rmaTaken('RMA-4F7K2QZ')).toBe(true);
        expect(await tx.rmaTaken('RMA-9X3M8TK')).toBe(false);
      });
    });

    it.each(['no-such-thing', randomUUID()])('has nothing under the id %s', async (id) => {
      await store.transaction(SHOP, async (tx) => {
        expect([
          await tx.case(id),
          await tx.intent(id),
          await tx.effect(id),
          await tx.deadline(id),
          await tx.proposal(id),
          await tx.personById(id),
          await tx.order(id),
        ]).toEqual([null, null, null, null, null, null, null]);
        expect(await tx.units(id)).toEqual([]);
      });
    });

    it("shows one shop nothing of another's", async () => {
      const mine = await newCase();
      const intent = anIntent(mine.id);
      await record({ intents: [intent], units: [aUnit(mine.id)] });
      await store.transaction('other.myshopify.com', async (tx) => {
        expect(await tx.case(mine.id)).toBeNull();
        expect(await tx.intent(intent.id)).toBeNull();
        expect(await tx.units(mine.id)).toEqual([]);
        expect(await tx.intents(mine.id)).toEqual([]);
        expect(await tx.casesOfOrder(mine.orderId)).toEqual([]);
      });
    });

    it('does not let one shop write into a case of another', async () => {
      const mine = await newCase();
      const stolen = store.transaction('other.myshopify.com', (tx) =>
        tx.record({ ...anEnvelope(), shop: 'other.myshopify.com' }, done(), {
          cases: [{ ...mine, version: 2, state: 'canceled' }],
        }),
      );
      await expect(stolen).rejects.toThrow(StaleWrite);
    });

    describe('replays', () => {
      it('remembers what an envelope answered', async () => {
        const id = 'webhook:orders/create:7:0';
        const caseId = randomUUID();
        await store.transaction(SHOP, async (tx) => {
          expect(await tx.outcomeOf(id)).toBeNull();
          await tx.record(anEnvelope(id), done(caseId), {});
        });
        expect(await store.transaction(SHOP, (tx) => tx.outcomeOf(id))).toEqual(done(caseId));
        expect(await store.transaction('other.myshopify.com', (tx) => tx.outcomeOf(id))).toBeNull();
      });

      it('refuses to write twice under one envelope', async () => {
        const id = randomUUID();
        await record({}, id);
        const again = aCase({ number: 9_999 });
        await expect(record({ cases: [again] }, id)).rejects.toThrow(StaleWrite);
        expect(await store.transaction(SHOP, (tx) => tx.case(again.id))).toBeNull();
      });

      it('remembers nothing of a transaction that failed', async () => {
        const id = randomUUID();
        const created = aCase({ number: 9_998 });
        const stale = { ...(await newCase()), version: 7 };
        const failing = store.transaction(SHOP, (tx) => tx.record(anEnvelope(id), done(), { cases: [created, stale] }));
        await expect(failing).rejects.toThrow(StaleWrite);
        await store.transaction(SHOP, async (tx) => {
          expect(await tx.outcomeOf(id)).toBeNull();
          expect(await tx.case(created.id)).toBeNull();
        });
      });

      it('gives back what was taken before its work failed', async () => {
        const next = () => store.transaction(SHOP, (tx) => tx.nextCaseNumber());
        const before = await next();
        const failing = store.transaction(SHOP, async (tx) => {
          await tx.nextCaseNumber();
          throw new Error('changed our mind');
        });
        await expect(failing).rejects.toThrow('changed our mind');
        expect(await next()).toBe(before + 1);
      });

      it('ends with what it records: nothing is read or written after it', async () => {
        const id = randomUUID();
        const late = store.transaction(SHOP, async (tx) => {
          await tx.record(anEnvelope(id), done(), {});
          await tx.nextCaseNumber();
        });
        await expect(late).rejects.toThrow(/has ended/);
        expect(await store.transaction(SHOP, (tx) => tx.outcomeOf(id))).toEqual(done());
        // The connection is as good as before.
        expect(await store.transaction(SHOP, (tx) => tx.outcomeOf(randomUUID()))).toBeNull();
      });
    });

    describe('versions', () => {
      it('takes the next version of a case, an intent and a proposal', async () => {
        const opened = await newCase();
        const intent = anIntent(opened.id);
        const proposal = aProposal();
        await record({ intents: [intent], proposals: [proposal] });
        const next = {
          cases: [{ ...opened, version: 2, state: 'canceling' }],
          intents: [{ ...intent, version: 2, state: 'approved' as const }],
          proposals: [{ ...proposal, version: 2, state: 'confirmed' as const }],
        };
        await record(next);
        await store.transaction(SHOP, async (tx) => {
          expect(await tx.case(opened.id)).toEqual(next.cases[0]);
          expect(await tx.intent(intent.id)).toEqual(next.intents[0]);
          expect(await tx.proposal(proposal.id)).toEqual(next.proposals[0]);
        });
      });

      it.each([1, 2, 4])('refuses version %i of a case that is at 2', async (version) => {
        const opened = await newCase();
        await record({ cases: [{ ...opened, version: 2 }] });
        const other = aCase({ number: 20_000 + version });
        await expect(record({ cases: [other, { ...opened, version }] })).rejects.toThrow(StaleWrite);
        // All or nothing: what came with it is not there either.
        expect(await store.transaction(SHOP, (tx) => tx.case(other.id))).toBeNull();
      });

      it('lets one of two win who read the same version', async () => {
        const opened = await newCase();
        const writes = ['canceling', 'declined'].map((state) => record({ cases: [{ ...opened, version: 2, state }] }));
        const results = await Promise.allSettled(writes);
        expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
        expect(results.find((result) => result.status === 'rejected')?.reason).toBeInstanceOf(StaleWrite);
      });
    });

    it('counts cases without leaving a number out or giving one twice', async () => {
      const first = await store.transaction(SHOP, (tx) => tx.nextCaseNumber());
      const next = await Promise.all(
        Array.from({ length: 8 }, () => store.transaction(SHOP, (tx) => tx.nextCaseNumber())),
      );
      expect(next.sort((a, b) => a - b)).toEqual(Array.from({ length: 8 }, (_, n) => first + 1 + n));
    });

    it('serialises those who lock the same key, and nobody else', async () => {
      const seen: string[] = [];
      let release = (): void => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let locked = (): void => {};
      const isLocked = new Promise<void>((resolve) => {
        locked = resolve;
      });
      const first = store.transaction(SHOP, async (tx) => {
        await tx.lock('order:1');
        locked();
        await held;
        seen.push('first');
      });
      await isLocked;
      const second = store.transaction(SHOP, async (tx) => {
        await tx.lock('order:1');
        seen.push('second');
      });
      await store.transaction(SHOP, async (tx) => {
        await tx.lock('order:2');
        seen.push('other order');
      });
      await store.transaction('other.myshopify.com', async (tx) => {
        await tx.lock('order:1');
        seen.push('other shop');
      });
      release();
      await Promise.all([first, second]);
      expect(seen).toEqual(['other order', 'other shop', 'first', 'second']);
    });

    it('tries a deadlock again', async () => {
      const both = (first: string, second: string) => {
        let met = false;
        return store.transaction(SHOP, async (tx) => {
          await tx.lock(first);
          if (!met) await meet();
          met = true;
          await tx.lock(second);
          return first;
        });
      };
      let arrived = 0;
      let open = (): void => {};
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const meet = async (): Promise<void> => {
        arrived += 1;
        if (arrived === 2) open();
        await gate;
      };
      expect(await Promise.all([both('order:a', 'order:b'), both('order:b', 'order:a')])).toEqual([
        'order:a',
        'order:b',
      ]);
    });

    describe('orders', () => {
      const save = (over: Parameters<typeof someFacts>[0]): Promise<void> =>
        record({ orders: [{ facts: someFacts({ id: '6001', ...over }), contact: someContact() }] });
      const stored = async () => (await store.transaction(SHOP, (tx) => tx.order('6001')))?.facts;

      it('keeps the newest facts, whatever the order they arrive in', async () => {
        await save({ updatedAt: '2026-11-20T10:00:00Z', total: 2 });
        await save({ updatedAt: '2026-11-20T09:00:00Z', total: 1 });
        expect((await stored())?.total).toBe(2);
        await save({ updatedAt: '2026-11-20T11:00:00Z', total: 3 });
        expect((await stored())?.total).toBe(3);
      });

      it('does not let a webhook of the same second replace what the Admin API told', async () => {
        await save({ updatedAt: '2026-11-20T12:00:00Z', total: 4, returns: [] });
        await save({ updatedAt: '2026-11-20T12:00:00Z', total: 5, returns: null });
        expect(await stored()).toMatchObject({ total: 4, returns: [] });
        await save({ updatedAt: '2026-11-20T12:00:00Z', total: 6, returns: [] });
        expect((await stored())?.total).toBe(6);
      });
    });

    describe('policy versions', () => {
      it('has a first version that holds for every order ever placed', async () => {
        const version = await store.transaction(SHOP, (tx) => tx.policyVersionAt('1971-01-01T00:00:00Z'));
        expect(version).toMatchObject({ number: 1, shop: SHOP, settings: {} });
        expect(await store.transaction(SHOP, (tx) => tx.policyVersionAt('1900-01-01T00:00:00Z'))).toEqual(version);
        expect(await store.transaction(SHOP, (tx) => tx.policyVersion(version.id))).toEqual(version);
      });

      it('says so where a shop has none', async () => {
        await expect(store.transaction('none.myshopify.com', (tx) => tx.policyVersionAt(AT))).rejects.toThrow(
          /none\.myshopify\.com has no policy/,
        );
      });
    });

    describe('effects', () => {
      it('records an effect once under its key', async () => {
        const key = randomUUID();
        const first = anEffect({ key });
        const second = anEffect({ key });
        await record({ effects: [first] });
        await record({ effects: [second] });
        await store.transaction(SHOP, async (tx) => {
          expect(await tx.effect(first.id)).toMatchObject({
            key,
            state: 'queued',
            attempts: 0,
            kind: 'shopify.read-order',
            payload: first.effect,
          });
          expect(await tx.effect(second.id)).toBeNull();
        });
      });

      it('begins, postpones with progress, and begins again', async () => {
        const effect = anEffect();
        await record({ effects: [effect] });
        expect(await store.beginEffect(effect.id)).toMatchObject({ state: 'running', attempts: 1, interrupted: false });
        await store.postponeEffect(effect.id, 1_000, 'throttled', { step: 2 });
        expect(await store.transaction(SHOP, (tx) => tx.effect(effect.id))).toMatchObject({
          state: 'queued',
          lastError: 'throttled',
          result: { step: 2 },
        });
        expect(await store.beginEffect(effect.id)).toMatchObject({
          attempts: 2,
          result: { step: 2 },
          interrupted: false,
        });
      });

      it("knows whether a case's Return is being made, replaced or opened again", async () => {
        const mine = await newCase();
        const effect = anEffect({ caseId: mine.id, effect: { kind: 'shopify.change-return', caseId: mine.id } });
        const isAtWork = () => store.transaction(SHOP, (tx) => tx.returnAtWork(mine.id));
        await record({ effects: [anEffect({ caseId: mine.id })] });
        expect(await isAtWork()).toBe(false);
        await record({ effects: [effect] });
        expect(await isAtWork()).toBe(true);
        await store.parkEffect(effect.id, 'no answer');
        expect(await isAtWork()).toBe(true);
        await record({ settledEffects: [{ id: effect.id, state: 'done', result: null, error: null }] });
        expect(await isAtWork()).toBe(false);
      });

      it('begins many at the same moment, each as if it were alone', async () => {
        const effects = [anEffect(), anEffect(), anEffect()] as const;
        const [ready, ended, again] = effects;
        await record({ effects });
        await record({ settledEffects: [{ id: ended.id, state: 'done', result: null, error: null }] });
        await store.beginEffect(again.id);
        const ids = [ready.id, ended.id, again.id, randomUUID(), 'none', ready.id];
        const begun = await Promise.all(ids.map((id) => store.beginEffect(id)));
        expect(begun.map((one) => one && [one.id, one.attempts])).toEqual([
          [ready.id, expect.any(Number)],
          null,
          [again.id, 2],
          null,
          null,
          [ready.id, expect.any(Number)],
        ]);
        expect([begun[0]?.attempts, begun[5]?.attempts].sort()).toEqual([1, 2]);
      });

      it('says so when the one who ran it before never came back', async () => {
        const effect = anEffect();
        await record({ effects: [effect] });
        await store.beginEffect(effect.id);
        expect(await store.beginEffect(effect.id)).toMatchObject({ state: 'running', attempts: 2, interrupted: true });
      });

      it('remembers for good that an attempt ended without anybody knowing what it did', async () => {
        const [died, lost, broke] = [anEffect(), anEffect(), anEffect()];
        await record({ effects: [died, lost, broke] });
        for (const { id } of [died, lost, broke])
          expect(await store.beginEffect(id)).toMatchObject({ unsure: false, failures: 0 });
        await record({ settledEffects: [{ id: lost.id, state: 'unknown', result: null, error: 'cut off' }] });
        await store.postponeEffect(lost.id, 0, 'cut off');
        await store.postponeEffect(broke.id, 0, 'a defect', undefined, { unsure: true });
        for (const { id } of [died, lost, broke]) {
          expect(await store.beginEffect(id)).toMatchObject({ unsure: true });
          expect(await store.transaction(SHOP, (tx) => tx.effect(id))).toMatchObject({ unsure: true });
          await store.postponeEffect(id, 0, 'not now');
          expect(await store.beginEffect(id)).toMatchObject({ unsure: true });
        }
      });

      it('counts failures in a row: steps that end well start anew, being told to come later is none', async () => {
        const { id } = anEffect();
        await record({ effects: [{ ...anEffect(), id }] });
        const failuresAfter = async (...postpone: [string | null, { told: boolean }?]): Promise<number | undefined> => {
          await store.beginEffect(id);
          await store.postponeEffect(id, 0, postpone[0], undefined, postpone[1]);
          return (await store.beginEffect(id))?.failures;
        };
        expect(await failuresAfter('no answer')).toBe(1);
        expect(await failuresAfter('no answer')).toBe(2);
        expect(await failuresAfter('come later', { told: true })).toBe(2);
        expect(await failuresAfter(null)).toBe(0);
      });

      it.each(['done', 'refused'] as const)('does not begin what is %s', async (state) => {
        const effect = anEffect();
        await record({ effects: [effect] });
        await record({ settledEffects: [{ id: effect.id, state, result: { refundId: '1' }, error: null }] });
        expect(await store.beginEffect(effect.id)).toBeNull();
        await store.postponeEffect(effect.id, 0, null);
        await store.parkEffect(effect.id, 'never mind');
        expect(await store.transaction(SHOP, (tx) => tx.effect(effect.id))).toMatchObject({
          state,
          result: { refundId: '1' },
        });
      });

      it('never brings back what is done', async () => {
        const effect = anEffect();
        await record({ effects: [effect] });
        await record({ settledEffects: [{ id: effect.id, state: 'done', result: null, error: null }] });
        const revived = record({ settledEffects: [{ id: effect.id, state: 'queued', result: null, error: null }] });
        await expect(revived).rejects.toThrow(StaleWrite);
      });

      it('parks an effect until somebody queues it again', async () => {
        const effect = anEffect();
        await record({ effects: [effect] });
        await store.parkEffect(effect.id, 'no such order');
        expect(await store.beginEffect(effect.id)).toBeNull();
        await record({ settledEffects: [{ id: effect.id, state: 'queued', result: null, error: null }] });
        expect(await store.beginEffect(effect.id)).toMatchObject({ state: 'running' });
      });

      it('keeps an unknown end visible while it waits to be looked at', async () => {
        const effect = anEffect();
        await record({ effects: [effect] });
        await store.beginEffect(effect.id);
        await record({ settledEffects: [{ id: effect.id, state: 'unknown', result: null, error: 'cut off' }] });
        await store.postponeEffect(effect.id, 1_000, 'cut off');
        expect(await store.transaction(SHOP, (tx) => tx.effect(effect.id))).toMatchObject({ state: 'unknown' });
        expect(await store.beginEffect(effect.id)).toMatchObject({ state: 'running', attempts: 2 });
      });

      it.each([randomUUID(), 'nonsense'])('knows nothing of effect %s', async (id) => {
        expect(await store.beginEffect(id)).toBeNull();
      });
    });

    it('gives the deadlines that are due, oldest first, until they are done', async () => {
      const opened = await newCase();
      const [late, later1, future] = [
        aDeadline(opened.id, { dueAt: '2001-01-01T00:00:00.000Z' }),
        aDeadline(opened.id, { dueAt: '2001-01-02T00:00:00.000Z' }),
        aDeadline(opened.id, { dueAt: '2001-01-03T00:00:00.000Z' }),
      ];
      await record({ deadlines: [future, later1, late] });
      expect(await store.dueDeadlines('2001-01-02T00:00:00Z', 10)).toEqual([late, later1]);
      expect(await store.dueDeadlines('2001-01-02T00:00:00Z', 1)).toEqual([late]);
      await record({
        deadlines: [
          { ...late, state: 'done' },
          { ...later1, state: 'dropped' },
        ],
      });
      expect(await store.dueDeadlines('2001-01-02T00:00:00Z', 10)).toEqual([]);
    });

    it('remembers where a subject is shown, and the last place counts', async () => {
      const id = randomUUID();
      expect(await store.messageOf(SHOP, 'case', id)).toBeNull();
      await store.noteMessage(SHOP, 'case', id, { channel: 'C0RETURNS', ts: '1.1' });
      await record({ messages: [{ subject: 'case', id, channel: 'C0RETURNS', ts: '2.2' }] });
      expect(await store.messageOf(SHOP, 'case', id)).toEqual({ channel: 'C0RETURNS', ts: '2.2' });
    });

    describe('orders that want a variant', () => {
      const line = (id: string, variantId: string, quantity: number, more = {}) =>
        ({
          id,
          productId: null,
          variantId,
          inventoryItemId: null,
          title: 'Kettle',
          variantTitle: null,
          sku: null,
          quantity,
          currentQuantity: quantity,
          requiresShipping: true,
          giftCard: false,
          unitPrice: 100,
          discount: 0,
          total: 100 * quantity,
          tax: 0,
          duties: 0,
          dutyIds: [],
          ...more,
        }) as const;
      const wanting = async (variant: string) =>
        (await store.ordersWanting(SHOP, [variant])).map((order) => [order.orderId, order.lines[0]?.open]);

      it('come oldest paid first, until nothing of them is left to ship', async () => {
        const order = (id: string, over = {}) => ({
          facts: someFacts({ id, name: `#${id}`, lines: [line(`${id}1`, 'v1', 2)], ...over }),
          contact: someContact(),
        });
        await record({
          orders: [
            order('7002', { createdAt: '2026-11-20T11:00:00Z' }),
            order('7001', { createdAt: '2026-11-20T10:00:00Z' }),
            order('7003', { createdAt: '2026-11-20T09:00:00Z', financialStatus: 'pending' }),
          ],
        });
        expect(await wanting('v1')).toEqual([
          ['7001', 2],
          ['7002', 2],
          ['7003', 2],
        ]);
        const backordered = await newCase({
          kind: 'backorder',
          orderId: '7002',
          data: { kind: 'backorder', lines: [], notifiedAt: null, answer: null, eta: null },
        });
        expect((await store.ordersWanting(SHOP, ['v1'])).map((one) => one.cases.map((each) => each.id))).toEqual([
          [],
          [backordered.id],
          [],
        ]);
        await record({
          orders: [
            order('7001', { updatedAt: '2026-11-21T00:00:00Z', cancelledAt: '2026-11-21T00:00:00Z' }),
            order('7003', { updatedAt: '2026-11-21T00:00:00Z', lines: [line('70031', 'v2', 1)] }),
            // An older state changes nothing.
            order('7002', { updatedAt: '2026-11-01T00:00:00Z', lines: [] }),
          ],
        });
        expect(await wanting('v1')).toEqual([['7002', 2]]);
        expect(await wanting('v2')).toEqual([['7003', 1]]);
        expect(await store.ordersWanting('other.myshopify.com', ['v1'])).toEqual([]);
      });
    });

    it('updates the shop', async () => {
      const shop = await store.transaction(SHOP, (tx) => tx.shop());
      if (shop === null) throw new Error('the shop of the contract is not installed');
      await record({ shop: { ...shop, name: 'Renamed', returnAddress: ['Dock 4', '10115 Berlin'] } });
      expect(await store.transaction(SHOP, (tx) => tx.shop())).toEqual({
        ...shop,
        name: 'Renamed',
        returnAddress: ['Dock 4', '10115 Berlin'],
      });
    });
  });
};
