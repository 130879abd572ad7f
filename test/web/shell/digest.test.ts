import { expect, it } from 'vitest';
import { CallFailed, type StaffMessage } from '../../../policy/app/ports.ts';
import type { CaseQuery, CaseSummary } from '../../../policy/app/read-model.ts';
import type { EffectRecord } from '../../../policy/app/records.ts';
import { sendDigest } from '../../../web/shell/effects/digest.ts';
import type { RunnerDeps } from '../../../web/shell/effects/runner.ts';
import { aCase, aShop, NOW, SHOP } from '../../slack/support/builders.ts';

/** The morning's digest of a shop that is far behind: counted and named is what is overdue, not what changed last. */

const OVERDUE = 620;
/** The longest overdue is neither among the first nor the last that changed. */
const LONGEST = 300;

const late = (index: number): CaseSummary => ({
  case: aCase({
    id: `case-${index}`,
    number: index,
    assignee: index % 2 === 0 ? 'ana' : null,
    openedBy: 'ben',
    closedAt: null,
  }),
  next: 'test the units that arrived — warehouse',
  amount: null,
  dueAt: new Date(Date.parse(NOW) - 3_600_000 * (1 + (index === LONGEST ? 10_000 : index % 100))).toISOString(),
});
const CASES = Array.from({ length: OVERDUE }, (_, index) => late(index));

const digestsOf = async (cases: readonly CaseSummary[], more: object = {}, attempts = 1) => {
  const told: Extract<StaffMessage, { kind: 'digest' }>[] = [];
  const person = { role: 'agent', slackTeam: 'T1', notify: 'all' };
  const deps = {
    clock: { now: () => NOW },
    read: {
      shop: async () => aShop({ slackTeam: 'T1', slackChannel: 'C1' }),
      awaitingApproval: async () => [],
      people: async () => [
        { ...person, id: 'ana', slackUser: 'U1' },
        { ...person, id: 'ben', slackUser: 'U2' },
      ],
      cases: async (_shop: string, { cursor, limit, open, dueBefore }: CaseQuery) => {
        expect({ open, dueBefore }).toEqual({ open: true, dueBefore: NOW });
        const from = Number(cursor ?? 0);
        const next = from + limit;
        // Of what was read, one changed meanwhile and comes once more.
        const page = [...cases.slice(from, next), ...(from === 0 ? [] : cases.slice(0, 1))];
        return { cases: page, nextCursor: next < cases.length ? String(next) : null };
      },
    },
    parcels: { parcels: async () => ({ parcels: [], nextCursor: null }) },
    store: { messageOf: async () => null, noteMessage: async () => {} },
    channel: {
      show: async (_shop: string, _at: object, message: (typeof told)[number]) => {
        told.push(message);
        return { done: {} };
      },
    },
    ...more,
  } as unknown as RunnerDeps;
  const record = { shop: SHOP, attempts } as EffectRecord;
  await sendDigest(deps, { kind: 'slack.digest', date: '2026-11-23' } as Parameters<typeof sendDigest>[1], record);
  return told;
};

it('counts all that is overdue, in the shop and of each person, and names who is late for longest', async () => {
  const [shop, ana, ben] = await digestsOf(CASES);
  expect([shop?.overdue, ana?.overdue, ben?.overdue]).toEqual([OVERDUE, OVERDUE / 2, OVERDUE / 2]);
  expect(shop?.cases.map(({ case: { number } }) => number)).toEqual([LONGEST, 99, 199, 299, 399]);
  expect(ana?.cases.map(({ case: { number } }) => number)).toEqual([LONGEST, 98, 198, 298, 398]);
  expect(ben?.cases.map(({ case: { number } }) => number)).toEqual([99, 199, 299, 399, 499]);
});

it('goes on where an attempt broke off, and tells nobody twice', async () => {
  const noted = new Set<string>();
  const sent: string[] = [];
  let room = 2;
  const more = {
    store: {
      messageOf: async (_shop: string, _subject: string, id: string) =>
        noted.has(id) ? { channel: '', ts: '' } : null,
      noteMessage: async (_shop: string, _subject: string, id: string) => void noted.add(id),
    },
    channel: {
      show: async (_shop: string, { channel, retry }: { channel: string; retry: boolean }) => {
        if (room === 0) throw new CallFailed('unavailable', 'too many messages at once');
        room -= 1;
        // Nothing may have been posted unknown: no look into a channel whose history the app may not read.
        sent.push(`${channel} ${retry}`);
        return { channel, ts: '1' };
      },
    },
  };
  await expect(digestsOf(CASES, more, 1)).rejects.toThrow('too many messages');
  room = 9;
  await digestsOf(CASES, more, 2);
  expect(sent).toEqual(['C1 false', 'U1 false', 'U2 false']);
});

it('says nothing where nothing is due', async () => {
  expect(await digestsOf([])).toEqual([]);
});
