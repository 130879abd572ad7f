import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewShopEntry, PolicyDraftRecord } from '../../policy/app/policy.ts';
import type { PolicyVersionRecord } from '../../policy/app/records.ts';
import { type Changes, StaleWrite } from '../../policy/app/store.ts';
import { CLAUSE_TEXTS } from '../../policy/versions/index.ts';
import { type ChainedShopEntry, shopDigestOf } from '../../prisma/shop-chain.ts';
import { type Opened, openFresh } from './open.ts';
import { AT, aCase, aDecision, anEnvelope, done, later, SHOP, someContact, someFacts } from './samples.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openFresh();
});
afterAll(() => opened.close());

const record = (changes: Changes): Promise<void> =>
  opened.db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), changes));

const aDraft = (over: Partial<PolicyDraftRecord> = {}): PolicyDraftRecord => ({
  id: randomUUID(),
  shop: SHOP,
  version: 1,
  state: 'open',
  settings: { 'rma.validDays': 14, markets: { DE: { legalOverlay: 'apply' } } },
  basedOn: 1,
  savedBy: randomUUID(),
  savedByName: 'Olive',
  createdAt: AT,
  updatedAt: AT,
  ...over,
});

const aVersion = (number: number, over: Partial<PolicyVersionRecord> = {}): PolicyVersionRecord => ({
  id: randomUUID(),
  shop: SHOP,
  number,
  settings: { 'rma.validDays': 14 },
  clauses: CLAUSE_TEXTS,
  effectiveAt: later(number),
  publishedBy: null,
  publishedAt: AT,
  digest: 'd'.repeat(64),
  ...over,
});

const anEntry = (text: string): NewShopEntry => ({
  id: randomUUID(),
  at: AT,
  by: 'somebody',
  byName: 'Olive',
  event: 'policy.publish',
  subject: null,
  text,
  clauses: ['P21'],
});

describe('a draft', () => {
  it('comes back as it was written, one open at a time, each write on the one before', async () => {
    const draft = aDraft();
    await record({ policyDrafts: [draft] });
    await opened.db.store.transaction(SHOP, async (tx) => expect(await tx.policyDraft()).toEqual(draft));
    expect(await opened.db.policy.policyDraft(SHOP)).toEqual(draft);
    expect(await opened.db.policy.policyDraft('other.myshopify.com')).toBeNull();
    await expect(record({ policyDrafts: [aDraft()] })).rejects.toThrow(StaleWrite);
    const second = { ...draft, version: 2, settings: { restockingFee: 5 } };
    await record({ policyDrafts: [second] });
    await expect(record({ policyDrafts: [{ ...draft, version: 2 }] })).rejects.toThrow(StaleWrite);
    await record({ policyDrafts: [{ ...second, version: 3, state: 'published' }] });
    expect(await opened.db.policy.policyDraft(SHOP)).toBeNull();
    await record({ policyDrafts: [aDraft()] });
  });
});

describe('versions', () => {
  it('are kept for good, newest first, with who published them', async () => {
    await opened.db.installations.savePerson({
      shop: SHOP,
      name: 'Olive',
      role: 'owner',
      staffId: '1',
      slackTeam: null,
      slackUser: null,
    });
    const owner = await opened.db.read.person(SHOP, { kind: 'staff', staffId: '1' });
    const version = aVersion(2, { publishedBy: owner?.id ?? '' });
    await record({ policyVersions: [version] });
    const [newest, first] = await opened.db.policy.policyVersions(SHOP);
    expect(newest).toEqual({ ...version, withdrawnAt: null, publishedByName: 'Olive' });
    expect(first).toMatchObject({ number: 1, publishedAt: null, publishedByName: null });
    // A number is given once.
    await expect(record({ policyVersions: [aVersion(2)] })).rejects.toThrow(StaleWrite);
    await opened.db.store.transaction(SHOP, async (tx) => {
      expect((await tx.policyVersions()).map(({ number }) => number)).toEqual([1, 2]);
      expect((await tx.policyVersionAt(later(1))).number).toBe(1);
      expect((await tx.policyVersionAt(later(2))).number).toBe(2);
    });
  });
});

describe('a version that is withdrawn', () => {
  it('is in force at no time, is withdrawn once, and only before it is in force', async () => {
    const [soon, late] = [aVersion(3), aVersion(4)];
    await record({ policyVersions: [soon, late] });
    const withdraw = (id: string, at: string) => record({ withdrawnVersions: [{ id, at }] });
    await expect(withdraw(late.id, late.effectiveAt)).rejects.toThrow(StaleWrite);
    await expect(withdraw(randomUUID(), AT)).rejects.toThrow(StaleWrite);
    await withdraw(late.id, AT);
    await expect(withdraw(late.id, AT)).rejects.toThrow(StaleWrite);
    await opened.db.store.transaction(SHOP, async (tx) => {
      expect((await tx.policyVersionAt(later(5))).number).toBe(3);
      expect((await tx.policyVersions()).at(-1)).toEqual({ ...late, withdrawnAt: AT });
    });
    expect((await opened.db.policy.policyVersions(SHOP))[0]).toMatchObject({ number: 4, withdrawnAt: AT });
  });
});

describe('the history of a shop', () => {
  it('is chained: each digest covers the entry before, and what was written only by its seal', async () => {
    await record({ shopEntries: [anEntry('first'), anEntry('second')] });
    await record({ shopEntries: [anEntry('third')] });
    const shown = await opened.db.policy.shopEntries(SHOP, 2);
    expect(shown.map(({ seq, text }) => [seq, text])).toEqual([
      [3, 'third'],
      [2, 'second'],
    ]);
    expect(shown[0]?.previousDigest).toBe(shown[1]?.digest);
    const { rows } = await opened.sql.query<ChainedShopEntry>(
      `SELECT id, shop, seq, at, by, event, subject, clauses, seal, previous_digest AS "previousDigest", digest
         FROM shop_entries WHERE shop = $1`,
      [SHOP],
    );
    for (const row of rows) expect(shopDigestOf({ ...row, at: new Date(row.at).toISOString() })).toBe(row.digest);
  });
});

describe('the past', () => {
  it('is read in pages that meet, newest first', async () => {
    const orders = Array.from({ length: 7 }, (_, at) => ({
      // Several of one moment: the id decides.
      facts: someFacts({ id: String(6000 + at), name: `#${6000 + at}`, createdAt: later(at < 4 ? 0 : at) }),
      contact: someContact(),
    }));
    const number = await opened.db.store.transaction(SHOP, (tx) => tx.nextCaseNumber());
    const opened1 = aCase({ number });
    const decision = aDecision(opened1.id);
    await record({ orders });
    await record({ cases: [opened1], decisions: [decision] });
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await opened.db.policy.pastOrders(SHOP, after, 3);
      ids.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(ids).toEqual(['6006', '6005', '6004', '6003', '6002', '6001', '6000']);
    const cases = await opened.db.policy.pastCases(SHOP, null, 10);
    expect(cases).toEqual({
      items: [{ caseId: opened1.id, number, orderId: opened1.orderId, requests: [decision.facts] }],
      next: null,
    });
    expect(await opened.db.policy.countPast(SHOP)).toEqual({ orders: 7, cases: 1 });
    expect(await opened.db.policy.countPast('other.myshopify.com')).toEqual({ orders: 0, cases: 0 });
  });
});

describe('a run of a backtest', () => {
  const begin = () =>
    opened.db.backtests.begin({
      id: randomUUID(),
      shop: SHOP,
      draftId: randomUUID(),
      draftVersion: 1,
      against: 2,
      total: 10,
    });
  const latest = () => opened.db.backtests.latest(SHOP);

  it('tells progress, and stops where somebody wants that', async () => {
    const run = await begin();
    expect(await opened.db.backtests.note(run.id, { done: 4, changed: 2 })).toBe(true);
    expect(await latest()).toMatchObject({ id: run.id, state: 'running', done: 4, total: 10, changed: 2 });
    expect(await opened.db.backtests.stop('other.myshopify.com', run.id)).toBe(false);
    expect(await opened.db.backtests.stop(SHOP, run.id)).toBe(true);
    expect(await opened.db.backtests.stop(SHOP, run.id)).toBe(false);
    expect(await opened.db.backtests.note(run.id, { done: 5, changed: 2 })).toBe(false);
    await opened.db.backtests.end(run.id, { state: 'done' });
    expect(await latest()).toMatchObject({ state: 'cancelled', done: 4 });
  });

  it('makes way for a newer one', async () => {
    const first = await begin();
    const second = await begin();
    expect(await opened.db.backtests.note(first.id, { done: 1, changed: 0 })).toBe(false);
    await opened.db.backtests.end(second.id, { state: 'failed', error: 'it stopped' });
    // Both may have begun within one millisecond: the clock does not say which is the newer.
    await opened.sql.query('UPDATE policy_backtests SET started_at = $1 WHERE shop = $2', [first.startedAt, SHOP]);
    expect(await latest()).toMatchObject({ id: second.id, state: 'failed', error: 'it stopped' });
  });

  it('makes way also for one that began at the same moment', async () => {
    const [first, second] = [await begin(), await begin()];
    // Neither has seen the other begin.
    await opened.sql.query(`UPDATE policy_backtests SET state = 'running' WHERE id = $1`, [first.id]);
    expect(await opened.db.backtests.note(first.id, { done: 1, changed: 0 })).toBe(false);
    expect(await opened.db.backtests.note(second.id, { done: 1, changed: 0 })).toBe(true);
  });

  it('counts as failed where nothing has been heard of it for long', async () => {
    const run = await begin();
    await opened.sql.query(`UPDATE policy_backtests SET updated_at = now() - interval '1 minute' WHERE id = $1`, [
      run.id,
    ]);
    expect(await latest()).toMatchObject({ id: run.id, state: 'failed' });
  });
});
