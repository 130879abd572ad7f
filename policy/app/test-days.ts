import type { OrderFacts } from '../facts/order-facts.ts';
import { resolveSettings, type Settings } from '../settings.ts';

/**
 * P24, A17: days after receipt within which a return is meant to be tested, as its first product has it: a parcel is
 * looked at as one. null: the shop names no time.
 */
export const testDaysOf = (
  settings: Settings,
  order: Pick<OrderFacts, 'lines'> | null,
  lines: readonly Readonly<{ lineItemId: string }>[],
): number | null => {
  const productId = order?.lines.find(({ id }) => id === lines[0]?.lineItemId)?.productId ?? null;
  const days = resolveSettings(settings, { productId })['test.slaDays'];
  return days === 0 ? null : days;
};
