import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobHandlers } from '../../policy/app/store.ts';
import { until } from '../support/wait.ts';
import { type Opened, openFresh } from './open.ts';
import { anEffect, anEnvelope, anItem, done, SHOP } from './samples.ts';

describe('queue', () => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openFresh();
  });
  afterEach(() => opened.close());

  const handlers = (over: Partial<JobHandlers>): JobHandlers => ({
    effect: async () => {},
    drainInbox: async () => {},
    sweep: async () => {},
    reconcile: async () => {},
    ...over,
  });
  const recordEffect = async (db = opened.db): Promise<string> => {
    const effect = anEffect();
    await db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { effects: [effect] }));
    return effect.id;
  };

  it('runs the effects that were recorded, those from before it started too', async () => {
    const ran: string[] = [];
    const before = await recordEffect();
    await opened.db.startQueue(handlers({ effect: async (id) => void ran.push(id) }));
    const after = await recordEffect();
    await until('both effects', async () => ran.length === 2);
    expect(ran.sort()).toEqual([before, after].sort());
  });

  it('drains the inbox when something arrives', async () => {
    const drained: string[] = [];
    await opened.db.startQueue(
      handlers({
        drainInbox: async () => {
          const rows = await opened.db.drain.claim(10);
          drained.push(...rows.map((row) => row.id));
          await opened.db.drain.done(rows.map((row) => row.rowId));
        },
      }),
    );
    const items = [anItem(), anItem(), anItem()];
    for (const item of items) await opened.db.inbox.store(item);
    await until('all three', async () => drained.length === 3);
    expect(drained).toEqual(items.map((item) => item.id));
  });

  it('comes back to a row that was postponed', async () => {
    const attempts: number[] = [];
    await opened.db.startQueue(
      handlers({
        drainInbox: async () => {
          for (const row of await opened.db.drain.claim(10)) {
            attempts.push(row.attempts);
            if (row.attempts < 3) await opened.db.drain.postpone(row.rowId, 'not yet', 20);
            else await opened.db.drain.done([row.rowId]);
          }
        },
      }),
    );
    await opened.db.inbox.store(anItem());
    await until('the third attempt', async () => attempts.length === 3);
    expect(attempts).toEqual([1, 2, 3]);
  });

  it('runs a postponed effect again, and no more often', async () => {
    const attempts: number[] = [];
    await opened.db.startQueue(
      handlers({
        effect: async (id) => {
          const record = await opened.db.store.beginEffect(id);
          if (record === null) return;
          attempts.push(record.attempts);
          if (record.attempts < 3) await opened.db.store.postponeEffect(id, 10, 'busy');
          else {
            await opened.db.store.transaction(SHOP, (tx) =>
              tx.record(anEnvelope(), done(), { settledEffects: [{ id, state: 'done', result: null, error: null }] }),
            );
          }
        },
      }),
    );
    await recordEffect();
    await until('three attempts', async () => attempts.length === 3);
    await until(
      'an empty queue',
      async () => (await opened.sql.query('SELECT FROM effects WHERE ready_at IS NOT NULL')).rowCount === 0,
    );
    expect(attempts).toEqual([1, 2, 3]);
  });

  it('runs what another process has recorded', async () => {
    const ran: string[] = [];
    await opened.db.startQueue(handlers({ effect: async (id) => void ran.push(id) }));
    const id = await recordEffect(await opened.another({}));
    await until('the effect', async () => ran.length > 0);
    expect(ran).toEqual([id]);
  });

  it('runs more effects than it takes at a time, each once', async () => {
    const effects = Array.from({ length: 100 }, () => anEffect());
    await opened.db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { effects }));
    const ran: string[] = [];
    await opened.db.startQueue(handlers({ effect: async (id) => void ran.push(id) }), { concurrency: 3 });
    await until('all of them', async () => ran.length >= effects.length);
    expect(ran.toSorted()).toEqual(effects.map(({ id }) => id).toSorted());
  });

  it('comes back to an effect whose run broke off before anything was written', async () => {
    const ran: string[] = [];
    await opened.db.startQueue(
      handlers({
        effect: async (id) => {
          ran.push(id);
          if (ran.length === 1) throw new Error('the database went away');
        },
      }),
    );
    const id = await recordEffect();
    await until('its run', async () => ran.length === 1);
    // Its lease is over.
    await opened.sql.query('UPDATE effects SET ready_at = now() WHERE id = $1', [id]);
    await until('its second run', async () => ran.length === 2);
    expect(ran).toEqual([id, id]);
  });

  it('leaves what broke off in another process to that one, which alone may begin it again', async () => {
    const [one, other] = [opened.db, await opened.another()];
    await other.startQueue(handlers({}));
    const id = await recordEffect(one);
    await until('the other to have taken it', async () => {
      const { rows } = await opened.sql.query('SELECT FROM effects WHERE id = $1 AND ready_at > now()', [id]);
      return rows.length === 1;
    });
    // Begun, and no more was written of it; its lease is over.
    await one.store.beginEffect(id);
    await opened.sql.query('UPDATE effects SET ready_at = now() WHERE id = $1', [id]);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const ran: string[] = [];
    await one.startQueue(handlers({ effect: async (taken) => void ran.push(taken) }));
    await until('its own process to take it', async () => ran.length > 0, 3_000);
  });

  it('gives back at its end what it had taken and not begun', async () => {
    const effects = Array.from({ length: 8 }, () => anEffect());
    await opened.db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { effects }));
    let finish = (): void => {};
    const allowed = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const ran: string[] = [];
    const queue = await opened.db.startQueue(
      handlers({
        effect: async (id) => {
          ran.push(id);
          await allowed;
        },
      }),
      { concurrency: 2 },
    );
    await until('the first two', async () => ran.length === 2);
    const stopped = queue.stop();
    finish();
    await stopped;
    const { rows } = await opened.sql.query<{ id: string }>('SELECT id FROM effects WHERE ready_at <= now()');
    expect([...ran, ...rows.map(({ id }) => id)].toSorted()).toEqual(effects.map(({ id }) => id).toSorted());
  });

  it('waits for what runs though it cannot give back what it had taken', async () => {
    const effects = Array.from({ length: 8 }, () => anEffect());
    await opened.db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { effects }));
    let finish = (): void => {};
    const allowed = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const [begun, ended] = [[] as string[], [] as string[]];
    const queue = await opened.db.startQueue(
      handlers({
        effect: async (id) => {
          begun.push(id);
          await allowed;
          ended.push(id);
        },
      }),
      { concurrency: 2 },
    );
    await until('the first two', async () => begun.length === 2);
    await opened.sql.query('ALTER TABLE effects RENAME TO effects_away');
    const stopped = queue.stop();
    setTimeout(finish, 200);
    await stopped;
    await opened.sql.query('ALTER TABLE effects_away RENAME TO effects');
    expect(ended).toEqual(begun);
  });

  it('sweeps when asked to', async () => {
    let sweeps = 0;
    const queue = await opened.db.startQueue(
      handlers({
        sweep: async () => {
          sweeps += 1;
        },
      }),
    );
    await queue.sweepNow();
    expect(sweeps).toBeGreaterThan(0);
  });

  it('leaves the sweep to another process that sweeps already', async () => {
    let sweeps = 0;
    let finish = (): void => {};
    const allowed = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const sweep = async (): Promise<void> => {
      sweeps += 1;
      await allowed;
    };
    const queues = await Promise.all(
      [opened.db, await opened.another({})].map((db) => db.startQueue(handlers({ sweep }))),
    );
    const first = queues[0]?.sweepNow();
    await until('the first sweep', async () => sweeps > 0);
    await queues[1]?.sweepNow();
    expect(sweeps).toBe(1);
    finish();
    await first;
    await queues[1]?.sweepNow();
    expect(sweeps).toBe(2);
  });

  it('goes on after a sweep and a drain that broke off', async () => {
    let sweeps = 0;
    let drains = 0;
    const queue = await opened.db.startQueue(
      handlers({
        drainInbox: async () => {
          drains += 1;
          throw new Error('the database went away');
        },
        sweep: async () => {
          sweeps += 1;
          throw new Error('the database went away');
        },
      }),
    );
    await queue.sweepNow();
    await queue.sweepNow();
    expect(sweeps).toBe(2);
    await opened.db.inbox.store(anItem());
    await until('more drains', async () => drains > 2);
    await queue.stop();
  });

  it('drains what another process took in', async () => {
    let drains = 0;
    await opened.db.startQueue(
      handlers({
        drainInbox: async () => {
          drains += 1;
        },
      }),
    );
    const other = await opened.another({});
    const before = drains;
    await other.inbox.store(anItem());
    await until('a drain', async () => drains > before);
    expect(drains).toBeGreaterThan(before);
  });

  it('stops though there is more to drain, and to sweep, than there will ever be time for', async () => {
    let began = 0;
    const forEver = async (stopping: AbortSignal): Promise<void> => {
      began += 1;
      while (!stopping.aborted) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const queue = await opened.db.startQueue(handlers({ drainInbox: forEver, sweep: forEver }));
    void queue.sweepNow();
    await until('both', async () => began >= 2);
    await queue.stop();
  });

  it('waits for the jobs that run before it stops', async () => {
    let finished = false;
    let started = (): void => {};
    const running = new Promise<void>((resolve) => {
      started = resolve;
    });
    let finish = (): void => {};
    const allowed = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const queue = await opened.db.startQueue(
      handlers({
        effect: async () => {
          started();
          await allowed;
          finished = true;
        },
      }),
    );
    await recordEffect();
    await running;
    const stopped = queue.stop();
    finish();
    await stopped;
    expect(finished).toBe(true);
  });
});
