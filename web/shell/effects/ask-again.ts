import { CallFailed } from '../../../policy/app/ports.ts';
import type { RefundIntentRecord } from '../../../policy/app/records.ts';
import { decide } from '../../../policy/decide/decide.ts';
import type { Ask, Decision } from '../../../policy/decision.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { formatMoney } from '../../../policy/format.ts';
import type { World } from '../handler.ts';
import { loadWorld } from '../load-world.ts';
import type { RunnerDeps } from './runner.ts';

/** The case as the database has it, and the order as Shopify says it is this second. */
export const readBoth = async (
  deps: RunnerDeps,
  shop: string,
  caseId: string,
): Promise<{ world: World; facts: OrderFacts }> => {
  const world = await deps.store.transaction(shop, (tx) => loadWorld(tx, { caseId }));
  if ('ok' in world || world.case === null) throw new Error(`case ${caseId} can't be loaded`);
  const fresh = await deps.shopify.readOrder(shop, world.case.orderId);
  if (fresh === null) throw new CallFailed('refused', `Shopify knows no order ${world.case.orderName} any more`);
  return { world, facts: fresh.facts };
};

/**
 * Money moves only after the policy was asked again on what the order says now.
 * @returns null where the answer is the same; else one sentence for the person the case goes back to
 */
export const whyLapsed = (
  deps: RunnerDeps,
  world: World,
  facts: OrderFacts,
  ask: Ask,
  intent: RefundIntentRecord,
): string | null => {
  if (facts.disputeOpen === true)
    return 'the customer opened a dispute with their bank: no money moves while it is open';
  const now: Decision = decide({
    now: deps.clock.now(),
    shop: { timeZone: world.shop.timeZone, country: world.shop.country, currency: world.shop.currency },
    settings: world.settings,
    order: facts,
    ask,
  });
  const shown = (minor: number) => formatMoney(minor, intent.breakdown.currency);
  if (now.verdict !== 'granted' || now.refund === null) {
    return `the order changed: the policy now answers ${now.verdict} (${now.reasons.map((reason) => `${reason.clause} ${reason.because}`).join('; ')})`;
  }
  if (now.refund.total !== intent.breakdown.total || now.refund.currency !== intent.breakdown.currency) {
    return `the order changed: ${shown(intent.breakdown.total)} was agreed, the policy now gives ${shown(now.refund.total)}`;
  }
  return null;
};

/** One minor unit of difference stops the money and shows both sums to a person. */
export const whyDifferent = (intent: RefundIntentRecord, shopifySays: number): string | null =>
  shopifySays === intent.breakdown.total
    ? null
    : `Shopify reckons ${formatMoney(shopifySays, intent.breakdown.currency)}, the policy ${formatMoney(intent.breakdown.total, intent.breakdown.currency)}`;

/** Notes what is about to be sent; from here on the refund can't be stopped. @returns why not, where it was stopped in time */
export const beginExecution = async (
  deps: RunnerDeps,
  shop: string,
  effectId: string,
  intentId: string,
  execution: unknown,
): Promise<string | null> => {
  const outcome = await deps.handle(
    { id: `execute:${effectId}`, shop, actor: { kind: 'system' } },
    { kind: 'intent.execute', intentId, execution },
  );
  return outcome.status === 'done' ? null : outcome.because;
};
