import type { ClauseId } from '../clauses.ts';
import type { Judged, ReturnPostage, ReturnReason, ShopFacts } from '../decision.ts';
import type { OrderFacts } from '../facts/order-facts.ts';
import { resolveSettings, type Settings } from '../settings.ts';
import { zoneOf } from './context.ts';
import { judgedSettings } from './judged.ts';
import { termsOf } from './terms.ts';

/** Who pays for sending it back; `our-label`: it travels with a label of ours, whose cost is taken off the refund. */
export type WayBack = Readonly<{ paidBy: 'merchant' | 'our-label' | 'customer'; clause: ClauseId }>;

/**
 * What a customer is told of the way back before the goods travel: the same terms that the refund is reckoned by.
 * @param requestedAt  when the return was asked for (ms)
 * @param postage      as far as somebody said how it travels
 */
export const wayBackOf = (
  about: Readonly<{ order: OrderFacts; settings: Settings; shop: Pick<ShopFacts, 'timeZone'>; judged?: Judged }>,
  reason: ReturnReason,
  requestedAt: number,
  postage: Pick<ReturnPostage, 'paidBy'> | null = null,
): WayBack => {
  const { order, judged = {} } = about;
  const asked = judgedSettings({ settings: about.settings, ask: { kind: 'return', reason, lines: [], judged } });
  const settings = resolveSettings(asked, { shipTo: order.shipTo });
  const terms = termsOf({ order, settings, judged, timeZone: zoneOf(settings, about.shop) }, reason, requestedAt);
  const { clause } = terms;
  if (postage?.paidBy === 'merchant') return { paidBy: terms.ourLabel === 'free' ? 'merchant' : 'our-label', clause };
  return { paidBy: terms.theirPostage === 'reimburse' ? 'merchant' : 'customer', clause };
};
