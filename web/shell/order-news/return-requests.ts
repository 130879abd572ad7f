import type { ReturnData } from '../../../policy/app/records.ts';
import type { Changes, NewEffect } from '../../../policy/app/store.ts';
import type { OrderFacts, ReturnFacts } from '../../../policy/facts/order-facts.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance } from '../advance.ts';
import { readReturnRequest, showCase } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { endDeadlines } from '../return-deadlines.ts';

/**
 * What customers asked for in Shopify, and what staff made there by hand, that no case is about yet: each is read, and
 * becomes a case. One that was open before Makegood knew the order is staff's own affair, unless it was made since
 * Makegood is in the shop.
 * @param known  the order as it was known before; null: never heard of
 */
export const requestsToRead = (
  world: World,
  known: OrderFacts | null,
  facts: OrderFacts,
  context: Context,
): readonly NewEffect[] => {
  const { installedAt } = world.shop;
  // Of an order placed since Makegood is here none can be older than it.
  const isOurTime = ({ createdAt }: ReturnFacts): boolean =>
    installedAt !== null && Date.parse(createdAt ?? facts.createdAt) >= Date.parse(installedAt);
  // A webhook's payload tells of no returns.
  const wasOpen = (one: ReturnFacts): boolean =>
    known === null || known.returns === null
      ? !isOurTime(one)
      : known.returns.some(({ id, status }) => id === one.id && status === 'open');
  const isNews = (one: ReturnFacts): boolean =>
    one.status === 'requested' ? known !== null || isOurTime(one) : one.status === 'open' && !wasOpen(one);
  const mirrored = new Set(
    world.cases.flatMap((one) => (one.data.kind === 'return' ? (one.data.shopifyReturn?.id ?? []) : [])),
  );
  return (facts.returns ?? [])
    .filter(({ id }) => !mirrored.has(id))
    .filter(isNews)
    .map((one) => readReturnRequest(context, facts.id, one.id));
};

/** Stages in which a request of Shopify's has not been answered yet. */
export const UNANSWERED: ReadonlySet<string> = new Set(['intake', 'evidence_pending', 'troubleshooting', 'review']);

const ENDED = {
  canceled: 'the request was taken back in Shopify',
  declined: 'the request was declined in Shopify by hand',
  closed: 'the return was closed in Shopify by hand',
} as const;

/** The customer took the request back in Shopify, or somebody answered it there by hand: the case ends with it. */
export const requestWithdrawnNews = (world: World, facts: OrderFacts, context: Context): Changes | null => {
  const found = world.case;
  if (found === null || found.data.kind !== 'return') return null;
  const { shopifyReturn }: ReturnData = found.data;
  const status = facts.returns?.find((one) => one.id === shopifyReturn?.id)?.status;
  if (status !== 'canceled' && status !== 'declined' && status !== 'closed') return null;
  // Its case was opened again after the return had been closed: that one is no request any more.
  if (status === 'closed' && (found.data.reopened ?? 0) > 0) return null;
  // The policy had granted it, and somebody was quicker with a no. One that we take back gives way to our own return.
  const isOverruled = found.state === 'authorized' && status === 'declined' && shopifyReturn?.lines.length === 0;
  if (!UNANSWERED.has(found.state) && !isOverruled) return null;
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [{ event: 'customer-cancels', facts: { unitsReceived: 0 }, text: ENDED[status] }],
    context,
  );
  if (!advanced.ok) return null;
  const record = nextVersion(found, { state: advanced.state, closedAt: context.now }, context);
  return {
    cases: [record],
    units: world.units.map((unit) => ({ ...unit, money: 'refused' as const })),
    entries: advanced.entries,
    deadlines: endDeadlines(world.deadlines, 'dropped'),
    effects: showCase(context, record),
  };
};
