import type { ReturnData } from '../../../policy/app/records.ts';
import type { Changes, NewEffect } from '../../../policy/app/store.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance } from '../advance.ts';
import { readReturnRequest, showCase } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { endDeadlines } from '../return-deadlines.ts';

/**
 * What customers asked for in Shopify, and what staff made there by hand, that no case is about yet: each is read, and
 * becomes a case. One that was open before Makegood knew the order is staff's own affair.
 */
export const requestsToRead = (
  world: World,
  known: OrderFacts,
  facts: OrderFacts,
  context: Context,
): readonly NewEffect[] => {
  // A webhook's payload tells of no returns; of an order placed since Makegood is here none can be older than it.
  const { installedAt } = world.shop;
  const isOurTime = installedAt !== null && Date.parse(facts.createdAt) >= Date.parse(installedAt);
  const wasOpen = (id: string): boolean =>
    known.returns === null ? !isOurTime : known.returns.some((one) => one.id === id && one.status === 'open');
  const mirrored = new Set(
    world.cases.flatMap((one) => (one.data.kind === 'return' ? (one.data.shopifyReturn?.id ?? []) : [])),
  );
  return (facts.returns ?? [])
    .filter(({ id }) => !mirrored.has(id))
    .filter(({ id, status }) => status === 'requested' || (status === 'open' && !wasOpen(id)))
    .map((one) => readReturnRequest(context, facts.id, one.id));
};

/** Stages in which a request of Shopify's has not been answered yet. */
const UNANSWERED: ReadonlySet<string> = new Set(['intake', 'evidence_pending', 'troubleshooting', 'review']);

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
