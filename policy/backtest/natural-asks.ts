import { parseInstant } from '../days/instants.ts';
import { ledgerOf } from '../decide/ledger.ts';
import type { Ask, AskLine, InspectionResult, ReturnReason } from '../decision.ts';
import { isLive } from '../facts/checked-order.ts';
import type { OrderFacts } from '../facts/order-facts.ts';
import { resolveSettings, type Settings } from '../settings.ts';

/** A question that an order's customer could have asked, when, and about the order as it was then. */
export type NaturalAsk = Readonly<{ about: AskKind; now: string; order: OrderFacts; ask: Ask }>;

/** What a question is about, e.g. `cancel.before-shipping`, `return.defective`, `settle.defective.no_fault_found`. */
export type AskKind =
  | `cancel.${'before' | 'after'}-shipping`
  | `return.${ReturnReason}`
  | `settle.${ReturnReason}.${InspectionResult}`;

/** In the order in which a backtest asks. */
const REASONS: readonly ReturnReason[] = [
  'changed_mind',
  'customer_ordered_wrong',
  'defective',
  'wrong_item_sent',
  'missing_item',
  'refused_delivery',
];

/** What a test on receipt may find, for the reasons where it is asked. */
const FOUND: readonly Readonly<{ reason: ReturnReason; result: InspectionResult }>[] = [
  { reason: 'changed_mind', result: 'accepted' },
  { reason: 'changed_mind', result: 'missing_components' },
  { reason: 'defective', result: 'accepted' },
  { reason: 'defective', result: 'no_fault_found' },
  { reason: 'wrong_item_sent', result: 'accepted' },
];

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Customers ask at different times: each order gets its own of these, so that a limit in days shows on both its sides. */
const DAYS_UNTIL_ASKED = [1, 3, 6, 9, 13, 18, 27, 40, 60];
const DAYS_UNTIL_DEFECT = [2, 10, 25, 60, 120, 250, 380, 560, 740, 1100];
/** Where nobody knows when a parcel arrived. */
const DAYS_ON_THE_WAY = 3;
/** From the RMA to the parcel's arrival: a few come too late for the usual 30 days. */
const DAYS_BACK = [5, 8, 12, 16, 21, 27, 31, 36];

/** Stable for an order: the same run twice asks the same. */
const pick = (days: readonly number[], order: OrderFacts): number =>
  days[Number(order.id.slice(-9)) % days.length] ?? 0;

const iso = (ms: number): string => new Date(ms).toISOString();

/**
 * The questions that every order stands for: cancelled before and after it shipped; sent back for each reason, told of in
 * time and with what the policy in force wants to see; arrived and tested. Skips what its facts rule out: a cancelled
 * order, units that are gone already.
 * @param settings of the version in force: customers do what that one asks of them
 * @param now nothing is asked later than this, ISO 8601
 */
export const naturalAsks = (order: OrderFacts, settings: Settings, now: string): readonly NaturalAsk[] => {
  if (order.cancelledAt !== null) return [];
  const own = resolveSettings(settings, { shipTo: order.shipTo });
  const latest = parseInstant(now, 'now');
  const until = (ms: number): string => iso(Math.min(ms, latest));
  const parcels = order.fulfillments.filter((parcel) => isLive(parcel.status));
  const shippedAt = parcels.map((parcel) => parseInstant(parcel.createdAt, 'order.fulfillments')).sort((a, b) => a - b);
  const asks: NaturalAsk[] = [];

  const beforeShipping = asBeforeShipping(order);
  if (beforeShipping !== null) {
    const at = shippedAt[0] === undefined ? latest : Math.max(shippedAt[0] - MINUTE_MS, placedAt(order));
    asks.push({ about: 'cancel.before-shipping', now: until(at), order: beforeShipping, ask: { kind: 'cancel' } });
  }
  const lines = returnable(order, own);
  const first = shippedAt[0];
  if (first === undefined || lines.length === 0) return asks;

  asks.push({ about: 'cancel.after-shipping', now: until(first + DAY_MS), order, ask: { kind: 'cancel' } });
  const arrived = Math.max(
    ...parcels.map(({ deliveredAt, createdAt }) =>
      deliveredAt === null
        ? parseInstant(createdAt, 'order.fulfillments') + DAYS_ON_THE_WAY * DAY_MS
        : parseInstant(deliveredAt, 'order.fulfillments'),
    ),
  );
  const askedAt = (reason: ReturnReason): number =>
    Math.min(latest, arrived + pick(reason === 'defective' ? DAYS_UNTIL_DEFECT : DAYS_UNTIL_ASKED, order) * DAY_MS);
  for (const reason of REASONS) {
    const photos = own[`evidence.minPhotos.${reason}`];
    const ask: Ask = {
      kind: 'return',
      reason,
      lines,
      photos,
      troubleshootingDone: true,
      artificialDamageDeclared: false,
    };
    asks.push({ about: `return.${reason}`, now: iso(askedAt(reason)), order, ask });
  }
  for (const { reason, result } of FOUND) {
    const issued = askedAt(reason);
    const received = issued + pick(DAYS_BACK, order) * DAY_MS;
    if (received > latest) continue;
    asks.push({
      about: `settle.${reason}.${result}`,
      now: iso(received),
      order,
      ask: {
        kind: 'settle',
        return: { reason, lines, rmaIssuedAt: iso(issued), remedy: 'refund' },
        parcel: { receivedAt: iso(received), rmaMarked: true },
        inspection: lines.map((line) => ({ ...line, result })),
      },
    });
  }
  return asks;
};

const placedAt = (order: OrderFacts): number => parseInstant(order.createdAt, 'order.created_at');

/** The order as it was before anything left; null where refunds or edits since then hide that. */
const asBeforeShipping = (order: OrderFacts): OrderFacts | null => {
  if (order.refunds.length > 0 || order.lines.some((line) => line.currentQuantity !== line.quantity)) return null;
  if (order.fulfillments.length === 0) return order;
  return {
    ...order,
    fulfillments: [],
    lines: order.lines.map((line) => ({ ...line, unfulfilledQuantity: line.quantity })),
  };
};

const returnable = (order: OrderFacts, settings: Settings): readonly AskLine[] =>
  ledgerOf(order, settings)
    .lines.filter((entry) => entry.returnable > 0 && !entry.line.giftCard)
    .map((entry) => ({ lineItemId: entry.line.id, quantity: entry.returnable }));
