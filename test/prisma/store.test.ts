import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaleWrite } from '../../policy/app/store.ts';
import { verifyChain } from '../../prisma/audit.ts';
import { type Opened, openFresh } from './open.ts';
import { aCase, anEffect, anEntry, anEnvelope, done, SHOP, someContact, someFacts } from './samples.ts';
import { storeContract } from './store-contract.ts';

storeContract('PostgreSQL', async () => {
  const opened = await openFresh();
  return { store: opened.db.store, close: opened.close };
});

describe('what only the database shows', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openFresh();
  });
  afterAll(() => opened.close());

  const ready = async (effectId: string): Promise<number> =>
    (await opened.sql.query('SELECT FROM effects WHERE id = $1 AND ready_at <= now()', [effectId])).rowCount ?? 0;

  it('makes an effect ready in the same transaction', async () => {
    const effect = anEffect();
    const failing = opened.db.store.transaction(SHOP, async (tx) => {
      const taken = anEnvelope();
      await opened.db.store.transaction(SHOP, (other) => other.record(taken, done(), {}));
      await tx.record(taken, done(), { effects: [effect] });
    });
    await expect(failing).rejects.toThrow(StaleWrite);
    expect(await ready(effect.id)).toBe(0);
    await opened.db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { effects: [effect] }));
    expect(await ready(effect.id)).toBe(1);
  });

  it('begins the others while one is being written, and that one after it', async () => {
    const [free, held] = [anEffect(), anEffect()];
    await opened.db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { effects: [free, held] }));
    await opened.sql.query('BEGIN');
    await opened.sql.query('SELECT FROM effects WHERE id = $1 FOR UPDATE', [held.id]);
    let isHeld = true;
    const [first, second] = [free, held].map(async ({ id }) => ({
      id: (await opened.db.store.beginEffect(id))?.id,
      isHeld,
    }));
    expect(await first).toEqual({ id: free.id, isHeld: true });
    isHeld = false;
    await opened.sql.query('ROLLBACK');
    expect(await second).toEqual({ id: held.id, isHeld: false });
  });

  it('keeps one of an effect that is recorded twice', async () => {
    const [first, second] = [anEffect({ key: 'same' }), anEffect({ key: 'same' })];
    for (const effect of [first, second]) {
      await opened.db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { effects: [effect] }));
    }
    expect([await ready(first.id), await ready(second.id)]).toEqual([1, 0]);
  });

  it('starts an effect as far in the future as it is on our own clock', async () => {
    const ahead = await opened.another({ now: () => '2027-01-01T00:00:00.000Z' });
    const effect = anEffect({ runAt: '2027-01-01T00:10:00.000Z' });
    await ahead.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { effects: [effect] }));
    const { rows } = await opened.sql.query<{ minutes: number }>(
      'SELECT extract(epoch FROM ready_at - now())::float8 / 60 AS minutes FROM effects WHERE id = $1',
      [effect.id],
    );
    expect(rows[0]?.minutes).toBeGreaterThan(9);
    expect(rows[0]?.minutes).toBeLessThan(11);
  });

  it('calls an effect whose time has come on a clock that was moved', async () => {
    let clock = '2027-01-01T00:00:00.000Z';
    const moved = await opened.another({ now: () => clock });
    const effect = anEffect({ runAt: '2027-01-02T00:00:00.000Z' });
    await moved.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { effects: [effect] }));
    await moved.upkeep();
    expect(await ready(effect.id)).toBe(0);
    clock = '2027-01-02T00:00:00.000Z';
    await moved.upkeep();
    expect(await ready(effect.id)).toBe(1);
  });

  it('starts nothing early because a clock of one machine is fast', async () => {
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const effect = anEffect({ runAt: inMinutes(1) });
    const right = await opened.another({ now: () => inMinutes(0) });
    await right.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { effects: [effect] }));
    const fast = await opened.another({ now: () => inMinutes(6), clockMoves: false });
    await fast.upkeep();
    expect(await ready(effect.id)).toBe(0);
  });

  it('does not call early what was put off', async () => {
    const effect = anEffect();
    await opened.db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { effects: [effect] }));
    await opened.db.store.beginEffect(effect.id);
    await opened.db.store.postponeEffect(effect.id, 60_000, 'busy');
    await opened.db.upkeep();
    expect(await ready(effect.id)).toBe(0);
  });

  it('never looks again at what is done, refused or parked', async () => {
    const left = async (id: string): Promise<unknown> =>
      (await opened.sql.query('SELECT ready_at, taken_by FROM effects WHERE id = $1', [id])).rows[0];
    const effects = [anEffect(), anEffect(), anEffect()] as const;
    await opened.db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { effects }));
    for (const { id } of effects) await opened.db.store.beginEffect(id);
    const [finished, refused, parked] = effects;
    await opened.db.store.transaction(SHOP, (tx) =>
      tx.record(anEnvelope(), done(), {
        settledEffects: [
          { id: finished.id, state: 'done', result: null, error: null },
          { id: refused.id, state: 'refused', result: null, error: 'no' },
        ],
      }),
    );
    await opened.db.store.parkEffect(parked.id, 'broken');
    for (const { id } of effects) expect(await left(id)).toEqual({ ready_at: null, taken_by: null });
  });

  describe('the chain of a case', () => {
    const chained = async (): Promise<string> => {
      const created = aCase({ number: Math.floor(Math.random() * 1e9) });
      await opened.db.store.transaction(SHOP, (tx) =>
        tx.record(anEnvelope(), done(), {
          cases: [created],
          entries: [anEntry(created.id), anEntry(created.id, { text: 'second' })],
        }),
      );
      await opened.db.store.transaction(SHOP, (tx) =>
        tx.record(anEnvelope(), done(), { entries: [anEntry(created.id, { text: 'third' })] }),
      );
      return created.id;
    };

    it('is whole as it was written', async () => {
      expect(await verifyChain(opened.sql, await chained())).toBeNull();
    });

    it.each([
      { tampered: `UPDATE entries SET event = 'case.note' WHERE seq = 2`, broken: { seq: 2, because: 'changed' } },
      {
        tampered: `UPDATE entries SET at = at + interval '1 ms' WHERE seq = 3`,
        broken: { seq: 3, because: 'changed' },
      },
      {
        tampered: `UPDATE entries SET text = 'never happened' WHERE seq = 1`,
        broken: { seq: 1, because: 'text-changed' },
      },
      { tampered: `UPDATE entries SET by_name = 'Nobody' WHERE seq = 2`, broken: { seq: 2, because: 'text-changed' } },
      { tampered: `DELETE FROM entries WHERE seq = 2`, broken: { seq: 2, because: 'missing' } },
      { tampered: `DELETE FROM entries WHERE seq = 1`, broken: { seq: 1, because: 'missing' } },
      {
        tampered: `UPDATE entries SET previous_digest = digest WHERE seq = 2`,
        broken: { seq: 2, because: 'not-linked' },
      },
    ])('shows $tampered', async ({ tampered, broken }) => {
      const caseId = await chained();
      await opened.sql.query(`${tampered} AND case_id = '${caseId}'`);
      expect(await verifyChain(opened.sql, caseId)).toEqual(broken);
    });

    it('stays whole when personal fields are redacted', async () => {
      const caseId = await chained();
      await opened.sql.query(
        `UPDATE entries SET by_name = 'redacted', text = 'redacted', salt = NULL WHERE case_id = $1`,
        [caseId],
      );
      expect(await verifyChain(opened.sql, caseId)).toBeNull();
    });

    it('holds when two write at once: one of them is stale', async () => {
      const caseId = await chained();
      const write = () =>
        opened.db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { entries: [anEntry(caseId)] }));
      const results = await Promise.allSettled([write(), write(), write()]);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'StaleWrite' });
      expect(await verifyChain(opened.sql, caseId)).toBeNull();
    });
  });

  it("keeps a customer's data unreadable in the table", async () => {
    const contact = someContact({ name: 'Wilhelmina Unmistakable', email: 'wilhelmina@example.com' });
    await opened.db.store.transaction(SHOP, (tx) =>
      tx.record(anEnvelope(), done(), { orders: [{ facts: someFacts({ id: '7001' }), contact }] }),
    );
    const { rows } = await opened.sql.query<{ row: string }>(
      `SELECT o::text || encode(contact, 'escape') AS row FROM orders o WHERE id = '7001'`,
    );
    expect(rows[0]?.row).toContain('7001');
    expect(rows[0]?.row).not.toMatch(/wilhelmina|unmistakable/i);
  });

  it('lets go of its connection whatever happens in a transaction', async () => {
    const small = await opened.another({ connections: 1 });
    for (let n = 0; n < 3; n += 1) {
      await expect(small.store.transaction(SHOP, () => Promise.reject(new Error(`no ${n}`)))).rejects.toThrow(
        `no ${n}`,
      );
      await expect(
        small.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { cases: [aCase({ version: 5 })] })),
      ).rejects.toMatchObject({ name: 'StaleWrite' });
    }
    expect(await small.store.transaction(SHOP, (tx) => tx.outcomeOf(randomUUID()))).toBeNull();
  });
});
