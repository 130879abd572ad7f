import { expect, it } from 'vitest';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { disputeNews } from '../../../web/shell/order-news/dispute.ts';
import { aCase, context, order, world } from './return-world.ts';

/** A dispute that was opened and lost between two readings of its order. */

const now: OrderFacts = { ...order(), disputeOpen: false, disputeLost: true };
const here = (installedAt: string) => {
  const at = world({ case: aCase({ state: 'received' }) });
  return { ...at, shop: { ...at.shop, installedAt } };
};
const BEFORE = '2026-01-01T00:00:00.000Z';
const AFTER = '2026-11-23T12:00:00.000Z';

it.each<[string, string, OrderFacts | null, boolean]>([
  ['read before, without one', AFTER, { ...order(), disputeOpen: false }, true],
  ['never read, and younger than Makegood in the shop', BEFORE, { ...order(), disputeOpen: null }, true],
  ['never read, and older', AFTER, { ...order(), disputeOpen: null }, false],
  ['known as lost before: the case is about something else', BEFORE, now, false],
  ['never heard of', BEFORE, null, false],
])('of an order that was %s', (_what, installedAt, known, isNews) => {
  const changes = disputeNews(here(installedAt), known, now, context());
  expect(changes?.cases?.[0]?.state ?? null).toBe(isNews ? 'frozen' : null);
  expect((changes?.effects ?? []).some(({ effect }) => effect.kind === 'shopify.read-order')).toBe(isNews);
  if (changes === null) return;
  const next = disputeNews({ ...here(installedAt), case: changes.cases?.[0] ?? null }, now, now, context());
  expect(next?.cases).toMatchObject([{ state: 'closed' }]);
});
