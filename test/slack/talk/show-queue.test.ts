import { describe, expect, it } from 'vitest';
import type { Person } from '../../../policy/app/actors.ts';
import type { CaseQuery, CaseSummary, ReadModel } from '../../../policy/app/read-model.ts';
import { drawHome, type HomeDeps } from '../../../slack/home/draw.ts';
import type { MeaningOf } from '../../../slack/interpret/index.ts';
import { showQueue } from '../../../slack/talk/show-queue.ts';
import { aCase, anIntent, anIntentView, aShop, NOW, SHOP } from '../support/builders.ts';
import { aPerson } from '../support/doubles.ts';

/** "My cases", "what is overdue?", "what is open?": whose they are, and how many there are. */

const daysAgo = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
const summary = (number: number, lookedAfterBy: string, dueAt: string | null = null): CaseSummary => ({
  case: aCase({ id: `case-${number}`, number, orderName: `#${number}`, rma: null, assignee: lookedAfterBy }),
  next: 'test the units that arrived — warehouse',
  amount: null,
  dueAt,
});

/** As the store lists them: changed last first, or the other way round. */
const readOf = (cases: readonly CaseSummary[], waiting = [anIntentView()]): ReadModel =>
  ({
    awaitingApproval: async () => waiting,
    counts: async () => ({ received: cases.length }),
    overdue: async (_shop: string, before: string) =>
      cases.filter(({ dueAt }) => dueAt !== null && dueAt < before).length,
    cases: async (_shop: string, { lookedAfterBy, dueBefore, order, limit }: CaseQuery) => ({
      cases: (order === 'oldest' ? cases.toReversed() : cases)
        .filter(({ case: { assignee } }) => lookedAfterBy === undefined || assignee === lookedAfterBy)
        .filter(({ dueAt }) => dueBefore === undefined || (dueAt !== null && dueAt < dueBefore))
        .slice(0, limit),
      nextCursor: null,
    }),
  }) as unknown as ReadModel;

const agent = aPerson('U0AGENT', 'agent');
const lead = aPerson('U0LEAD', 'approver');
const shown = async (read: ReadModel, filter: MeaningOf<'queue.list'>['filter'], person: Person = agent) => {
  const answer = await showQueue(
    { read, clock: { now: () => NOW } } as Parameters<typeof showQueue>[0],
    SHOP,
    filter,
    person,
  );
  return answer.kind === 'tell' ? answer.text : '';
};

describe('what waits', () => {
  it('of who asks is what they look after, and what they may approve', async () => {
    const theirs = anIntentView({ intent: anIntent({ proposedBy: lead.id }) });
    const read = readOf([summary(1, agent.id), summary(2, lead.id)], [anIntentView()]);
    expect(await shown(read, 'mine')).toMatch(/^• Case 1 · #1: [^\n]*$/);
    expect(await shown(read, 'mine', lead)).toMatch(/^• Approve \$[^\n]*\n• Case 2 · #2: [^\n]*$/);
    expect(await shown(readOf([], [theirs]), 'mine', lead)).toContain('Nothing waits for you');
  });

  it('is counted whole, and who is late for longest comes first, however long nobody has touched it', async () => {
    const many = Array.from({ length: 400 }, (_, index) => summary(index + 1, agent.id, daysAgo(1 + index)));
    const read = readOf(many, []);
    for (const filter of ['overdue', 'open', undefined] as const) {
      const text = await shown(read, filter);
      expect(text.split('\n')[0]).toContain('Case 400');
      expect(text).toContain('… and 390 more');
    }
  });

  it('stands on the Home the same way', async () => {
    const many = Array.from({ length: 400 }, (_, index) => summary(index + 1, 'nobody', daysAgo(1 + index)));
    const read = { ...readOf(many, []), shop: async () => aShop() };
    const figures = { figures: async () => ({ opened: 0, closed: 0, refunded: [], parcels: 0 }) };
    const deps = { read, figures, clock: { now: () => NOW } } as unknown as HomeDeps;
    const home = JSON.stringify(await drawHome(deps, SHOP, { ...agent, home: 'overdue' }, null));
    expect(/Case \d+/.exec(home)?.[0]).toBe('Case 400');
  });
});
