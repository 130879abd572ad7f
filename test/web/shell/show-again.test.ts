import { expect, it } from 'vitest';
import type { StaffMessage } from '../../../policy/app/ports.ts';
import type { EffectRecord } from '../../../policy/app/records.ts';
import type { RunnerDeps } from '../../../web/shell/effects/runner.ts';
import { showInSlack } from '../../../web/shell/effects/slack.ts';
import { aCase } from './return-world.ts';

/** A case's card, while others write the case and show it too. */

const show = (id: string, state: EffectRecord['state'], createdAt: string) =>
  ({
    id,
    kind: 'slack.show',
    key: `show:case:case-1:${id}`,
    state,
    createdAt,
    shop: 'demo.myshopify.com',
    payload: { kind: 'slack.show', subject: 'case', id: 'case-1' },
  }) as unknown as EffectRecord;
const MINE = show('mine', 'running', '2026-11-23T15:00:02.000Z');

const run = async (options: {
  versions: readonly number[];
  others?: readonly EffectRecord[];
  posted?: boolean;
}): Promise<{ shown: readonly number[]; result: unknown }> => {
  let reads = 0;
  const shown: number[] = [];
  let at = options.posted === false ? null : { channel: 'C1', ts: '1.1' };
  const versionNow = () => options.versions[Math.min(reads, options.versions.length - 1)] as number;
  const detail = () => {
    const version = versionNow();
    reads += 1;
    return {
      case: { ...aCase({ version }), thread: { channel: 'C1', ts: '1.0' } },
      shop: { slackChannel: 'C1' },
      effects: [MINE, ...(options.others ?? [])],
      entries: [],
    };
  };
  const deps = {
    read: { caseDetail: async () => detail() },
    samePhotos: { samePhotos: async () => [] },
    store: {
      messageOf: async () => at,
      transaction: async (_shop: string, look: (tx: object) => unknown) =>
        look({ case: async () => ({ version: versionNow() }) }),
      noteMessage: async (_shop: string, _subject: string, _id: string, noted: typeof at) => {
        at = noted;
      },
    },
    channel: {
      show: async (_shop: string, _target: object, message: StaffMessage) => {
        if (message.kind === 'case') shown.push(message.case.case.version);
        return { channel: 'C1', ts: '1.1' };
      },
    },
  } as unknown as RunnerDeps;
  const result = await showInSlack(deps, { kind: 'slack.show', subject: 'case', id: 'case-1' }, MINE);
  return { shown, result };
};
const older = show('older', 'running', '2026-11-23T15:00:01.000Z');
const newer = show('newer', 'queued', '2026-11-23T15:00:03.000Z');

it('is shown once where nothing changed meanwhile', async () => {
  expect((await run({ versions: [3] })).shown).toEqual([3]);
});

it('is shown again as it is now where it changed while Slack was told', async () => {
  expect((await run({ versions: [3, 4, 5] })).shown).toEqual([3, 4, 5]);
});

it('is left to a newer showing that waits', async () => {
  expect(await run({ versions: [3], others: [newer] })).toEqual({ shown: [], result: { done: { shown: false } } });
});

it('is not posted twice: who comes later waits until the first has posted it, and changes that', async () => {
  expect(await run({ versions: [3], others: [older], posted: false })).toEqual({ shown: [], result: { again: 300 } });
  expect((await run({ versions: [3], others: [older] })).shown).toEqual([3]);
  const over = show('older', 'done', '2026-11-23T15:00:01.000Z');
  expect((await run({ versions: [3], others: [over], posted: false })).shown).toEqual([3]);
});
