import { describe, expect, it } from 'vitest';
import { CallFailed } from '../../../policy/app/ports.ts';
import type { EffectRecord, EntryRecord } from '../../../policy/app/records.ts';
import type { NewEntry } from '../../../policy/app/store.ts';
import type { RunnerDeps } from '../../../web/shell/effects/runner.ts';
import { tellInSlack } from '../../../web/shell/effects/tell.ts';
import { newsOf } from '../../../web/shell/news.ts';
import { aDetail, NOW } from '../../slack/support/builders.ts';
import { ANA, aCase, context, world } from './return-world.ts';

const anEntry = (event: string, more: Partial<NewEntry> = {}): NewEntry => ({
  id: `of ${event}`,
  caseId: 'case-1',
  at: NOW,
  by: ANA.id,
  byName: ANA.name,
  event,
  from: null,
  to: null,
  text: event,
  clauses: [],
  decisionId: null,
  ...more,
});

describe('the news of a case', () => {
  const told = (entries: readonly NewEntry[], more: Parameters<typeof newsOf>[1] = {}, by = context()) =>
    newsOf(world(), { cases: [aCase()], entries, ...more }, by).map(({ effect }) => effect);

  it('are what was done and found, not how the case went on by itself', () => {
    const entries = ['return.parcel-received', 'mail.sent', 'unit.inspect', 'refund.execute'].map((event) =>
      anEntry(event),
    );
    expect(told(entries)).toEqual([
      { kind: 'slack.tell', caseId: 'case-1', entries: ['of return.parcel-received', 'of unit.inspect'] },
    ]);
    expect(told([anEntry('mail.sent')])).toEqual([]);
  });

  it('are told a few seconds later, so that what comes of them is in the same reply', () => {
    const [effect] = newsOf(world(), { cases: [aCase()], entries: [anEntry('unit.inspect')] }, context());
    expect(Date.parse(effect?.runAt ?? '') - Date.parse(context().now)).toBe(3_000);
  });

  it('are not told of a case that is opened by them, nor where something is said in its thread anyway', () => {
    const entries = [anEntry('return.deadline-passed')];
    expect(told(entries, { cases: [aCase({ version: 1 })] })).toEqual([]);
    const said = {
      kind: 'slack.say' as const,
      channel: 'C1',
      threadTs: '1.1',
      text: 'x',
      caseId: 'case-1',
      orderId: null,
    };
    expect(told(entries, { effects: [{ id: 'e', key: 'k', caseId: 'case-1', effect: said }] })).toEqual([]);
    expect(told(entries)).toHaveLength(1);
  });

  it('have a note where it was not written in Slack itself', () => {
    const inSlack = { ...context(), actor: { kind: 'slack' as const, team: 'T1', user: 'U1' } };
    expect(told([anEntry('case.note')], {}, inSlack)).toEqual([]);
    expect(told([anEntry('case.note')])).toHaveLength(1);
  });
});

describe('a reply with the news', () => {
  const entry = (seq: number, text: string, more: Partial<EntryRecord> = {}): EntryRecord => ({
    ...anEntry('unit.inspect'),
    id: `entry-${seq}`,
    seq,
    text,
    by: 'system',
    byName: 'Makegood',
    previousDigest: null,
    digest: 'd',
    ...more,
  });
  const tell = (at: number, more: Partial<EffectRecord> = {}): EffectRecord =>
    ({
      id: `tell-${at}`,
      shop: 'demo.myshopify.com',
      caseId: 'case-1',
      key: `tell:${at}`,
      kind: 'slack.tell',
      payload: { kind: 'slack.tell', caseId: 'case-1', entries: [`entry-${at}`] },
      state: 'queued',
      attempts: 1,
      result: null,
      createdAt: `2026-11-23T15:00:0${at}.000Z`,
      ...more,
    }) as unknown as EffectRecord;
  const HANDED_ON = { state: 'done', result: { handedOn: true } } as const;

  /** What is posted when the second of these runs; null: nothing. */
  const run = async (
    effects: readonly EffectRecord[],
    at: number,
    options: Readonly<{ entries?: readonly EntryRecord[]; fails?: Error; now?: string }> = {},
  ) => {
    const posted: string[] = [];
    const entries = options.entries ?? [1, 2, 3].map((seq) => entry(seq, `news ${seq}`));
    const record = effects.find(({ id }) => id === `tell-${at}`) as EffectRecord;
    const deps = {
      clock: { now: () => options.now ?? '2026-11-23T15:00:05.000Z' },
      read: { caseDetail: async () => aDetail({ effects, entries }) },
      store: { messageOf: async () => null },
      channel: {
        show: async (_shop: string, _target: object, message: { text: string }) => {
          if (options.fails) throw options.fails;
          posted.push(message.text);
          return { channel: 'C1', ts: '2.2' };
        },
      },
    } as unknown as RunnerDeps;
    const result = await tellInSlack(deps, record.payload as Parameters<typeof tellInSlack>[1], record);
    return { result, text: posted[0] ?? null };
  };

  it('is left to a later one that waits already, and says then what all before it had to say', async () => {
    expect(await run([tell(1), tell(2)], 1)).toEqual({ result: { done: { handedOn: true } }, text: null });
    const all = [tell(1, HANDED_ON), tell(2, HANDED_ON), tell(3)];
    expect((await run(all, 3)).text).toBe('News 1\nNews 2\nNews 3');
  });

  it('says nothing twice: what was said before the last reply is not said again', async () => {
    const said = tell(1, { state: 'done', result: { ts: '1.1' } });
    expect((await run([said, tell(2, HANDED_ON), tell(3)], 3)).text).toBe('News 2\nNews 3');
  });

  it('waits for an earlier one that is under way, which may hand on what it has, but not for ever', async () => {
    const earlier = tell(1, { state: 'running' });
    expect((await run([earlier, tell(2)], 2)).result).toEqual({ again: 500 });
    expect((await run([earlier, tell(2, { attempts: 11 })], 2)).text).toBe('News 2');
  });

  it('is not handed on once it may have been posted: it has to be found', async () => {
    expect((await run([tell(1, { unsure: true }), tell(2)], 1)).text).toBe('News 1');
  });

  it('names whoever did it, and says what one sentence holds within another once', async () => {
    const entries = [
      entry(1, 'parcel received', { by: '01a228ed-9b62-75c7-88ea-738552adf763', byName: 'Ana' }),
      entry(2, '$43.20 refunded'),
      entry(3, 'cancelled in Shopify; $43.20 refunded'),
    ];
    const all = [tell(1, HANDED_ON), tell(2, HANDED_ON), tell(3)];
    expect((await run(all, 3, { entries })).text).toBe('Parcel received — Ana\nCancelled in Shopify; $43.20 refunded');
  });

  it('goes without saying where the channel has had no room for a minute; an outage of Slack is waited out', async () => {
    const paced = new CallFailed('unavailable', 'too many messages at once', { paced: true, retryAfterMs: 1000 });
    await expect(run([tell(1)], 1, { fails: paced })).rejects.toBe(paced);
    const late = '2026-11-23T15:02:00.000Z';
    expect((await run([tell(1)], 1, { fails: paced, now: late })).result).toEqual({ done: { shown: false } });
    const away = new CallFailed('unavailable', 'slack is away');
    await expect(run([tell(1)], 1, { fails: away, now: late })).rejects.toBe(away);
  });
});
