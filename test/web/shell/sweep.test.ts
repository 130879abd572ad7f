import { describe, expect, it } from 'vitest';
import type { HandleCommand, Outcome } from '../../../policy/app/commands.ts';
import type { DeadlineRecord } from '../../../policy/app/records.ts';
import type { Store } from '../../../policy/app/store.ts';
import { createSweep } from '../../../web/shell/sweep.ts';

const deadlines = (count: number): DeadlineRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index),
    shop: 'demo.myshopify.com',
    caseId: 'case',
    kind: 'rma-deadline',
    dueAt: '2026-11-23T10:00:00Z',
    state: 'open',
  }));
const DONE: Outcome = { status: 'done', replayed: false, caseId: null, proposalId: null, intentId: null };
const REFUSED: Outcome = {
  status: 'refused',
  code: 'not-found',
  because: 'no such case',
  clauses: [],
  caseId: null,
};

/** Sweeps once over so many due deadlines and one privacy request. @returns ids of the commands that were asked for */
const swept = async (
  count: number,
  answer: (id: string) => Outcome,
  { stopping = new AbortController(), upkeep = async () => {} } = {},
) => {
  const asked: string[] = [];
  const handle: HandleCommand = async ({ id }) => {
    asked.push(id);
    return answer(id);
  };
  const sweep = createSweep({
    store: { dueDeadlines: async () => deadlines(count) } as unknown as Store,
    handle,
    clock: { now: () => '2026-11-23T11:00:00Z' },
    upkeep,
    privacy: { due: async () => [{ shop: 'demo.myshopify.com', id: 'request', lookAt: 'today' }] },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
  await sweep(stopping.signal);
  return asked;
};

describe('a sweep', () => {
  it('ends, and goes on to what else is due, where two hundred deadlines are refused', async () => {
    const asked = await swept(200, (id) => (id.startsWith('deadline:') ? REFUSED : DONE));
    expect(asked).toHaveLength(201);
    expect(asked.at(-1)).toBe('privacy:request:today');
  });

  it('takes the deadlines behind one that we can not deal with', async () => {
    const asked = await swept(3, (id) => {
      if (id === 'deadline:0') throw new Error('its case is broken');
      return DONE;
    });
    expect(asked).toEqual(['deadline:0', 'deadline:1', 'deadline:2', 'privacy:request:today']);
  });

  it('takes what is due though the upkeep fails', async () => {
    const upkeep = () => Promise.reject(new Error('could not extend file: No space left on device'));
    expect(await swept(1, () => DONE, { upkeep })).toEqual(['deadline:0', 'privacy:request:today']);
  });

  it('begins nothing more once it is to stop', async () => {
    const stopping = new AbortController();
    const asked = await swept(
      200,
      (id) => {
        if (id === 'deadline:4') stopping.abort();
        return DONE;
      },
      { stopping },
    );
    expect(asked).toHaveLength(5);
  });
});
