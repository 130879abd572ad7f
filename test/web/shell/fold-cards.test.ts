import { expect, it } from 'vitest';
import { placeOf } from '../../../web/shell/effects/fold-cards.ts';
import type { RunnerDeps } from '../../../web/shell/effects/runner.ts';
import { aCase, aDetail, aShop, NOW, SHOP } from '../../slack/support/builders.ts';

/** From how many new cases within a minute on they share one message: the shop's own setting, ten without one. */
const place = (fresh: number, slackListFrom?: number) =>
  placeOf(
    { clock: { now: () => NOW }, folded: { of: async () => null, fresh: async () => fresh } } as unknown as RunnerDeps,
    { shop: SHOP },
    aDetail({
      shop: aShop(slackListFrom === undefined ? {} : { preferences: { version: 1, slackListFrom } }),
      case: aCase({ thread: null, openedBy: null, closedAt: null }),
      entries: [],
      effects: [],
    }),
  );

it.each([
  { fresh: 9, at: 'card' },
  { fresh: 10, at: 'fold' },
  { fresh: 2, listFrom: 3, at: 'card' },
  { fresh: 3, listFrom: 3, at: 'fold' },
  { fresh: 199, listFrom: 200, at: 'card' },
  { fresh: 200, listFrom: 200, at: 'fold' },
])('$fresh new cases, listed from $listFrom → $at', async ({ fresh, listFrom, at }) => {
  expect(await place(fresh, listFrom)).toBe(at);
});
