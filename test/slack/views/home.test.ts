import { describe, expect, it } from 'vitest';
import type { CaseQuery, CaseSummary } from '../../../policy/app/read-model.ts';
import { drawHome, type HomeDeps } from '../../../slack/home/draw.ts';
import { CASES_READ } from '../../../slack/views/home.ts';
import { aCase, anIntent, anIntentView, NOW, SHOP } from '../support/builders.ts';
import { aPerson, aWorld, readModelOf } from '../support/doubles.ts';

const summary = (number: number, next: string, over = {}): CaseSummary => ({
  case: aCase({ id: `case-${number}`, number, ...over }),
  next,
  amount: null,
  dueAt: null,
});
const many = (from: number, next: string, over = {}, count = CASES_READ): CaseSummary[] =>
  Array.from({ length: count }, (_, at) => summary(from + at, next, over));

const TEST_IT = 'test the unit that arrived — warehouse';
const DECIDE = 'authorize or decline the return — agent';
const SEND_IT = 'send the parcel — customer';

/** A shop with more open cases than a Home reads: the newest need nobody, the oldest do. */
const cases = async (_shop: string, query: CaseQuery) => ({
  nextCursor: null,
  cases:
    query.state === 'received'
      ? [summary(1, TEST_IT)]
      : query.waiting === true
        ? [summary(2, DECIDE)]
        : query.dueBefore !== undefined
          ? []
          : many(query.lookedAfterBy === undefined ? 100 : 200, SEND_IT),
});
const deps = (waiting = 0): HomeDeps => ({
  read: {
    ...readModelOf(aWorld()),
    cases,
    awaitingApproval: async () =>
      Array.from({ length: waiting }, (_, at) => anIntentView({ intent: anIntent({ id: `intent-${at}` }) })),
  },
  figures: { figures: async () => ({ opened: 0, closed: 0, parcels: 0, refunded: [] }) },
  clock: { now: () => NOW },
});
const drawn = async (role: 'agent' | 'warehouse' | 'approver', language: string | null = null, waiting = 0) => {
  const { blocks } = await drawHome(deps(waiting), SHOP, aPerson('U0AGENT', role), language);
  return { blocks, text: JSON.stringify(blocks) };
};

describe('the Home of a shop with many open cases', () => {
  it.each([
    ['agent', 'Case 2 ', 'Case 1 '],
    ['warehouse', 'Case 1 ', 'Case 999 '],
  ] as const)('shows the %s what waits for them first, however long ago it was touched', async (role, waits, not) => {
    const { text } = await drawn(role);
    expect(text).toContain(waits);
    expect(text).not.toContain(not);
    expect(text.indexOf(waits)).toBeLessThan(text.indexOf('Other open cases'));
    expect(text).toContain('Waiting for you');
  });

  it.each([
    [null, '… 35+ more in admin'],
    ['de-DE', '… 35+ mehr im Admin'],
  ])('counts no more than it has read (%s)', async (language, says) => {
    expect((await drawn('agent', language)).text).toContain(says);
  });

  it.each([
    [null, '$86.40'],
    ['de-DE', '86,40\u00a0$'],
  ])('writes amounts as its reader does (%s)', async (language, amount) => {
    expect((await drawn('approver', language, 1)).text).toContain(amount);
  });

  it('says so where not all of it fits, and ends with no lone heading', async () => {
    const { blocks, text } = await drawn('approver', 'de', 200);
    expect(blocks.length).toBeLessThanOrEqual(100);
    expect(blocks.at(-1)?.type).toBe('context');
    expect(text).toContain('200+ warten auf Freigabe');
    expect(text).toContain('… 190+ mehr im Admin');
  });
});
