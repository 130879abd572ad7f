import type { Changes } from '../../../policy/app/store.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { formatMoney } from '../../../policy/format.ts';
import { alertStaff } from '../backorder/alert-staff.ts';
import { showApproval, showCase } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { moveIntent, nextVersion } from '../intents.ts';

/**
 * A refund that Shopify took and the payment provider sent back later: a pending transaction that ended in failure. The
 * customer has no money, so a person pays another way (`refund.settle`), also where the case is closed.
 */
export const failedSettlementNews = (world: World, facts: OrderFacts, context: Context): Changes | null => {
  const found = world.case;
  if (found === null) return null;
  for (const intent of world.intents) {
    if (intent.state !== 'succeeded' || intent.shopifyRefundId === null) continue;
    const failed = facts.refunds.find((refund) => refund.id === intent.shopifyRefundId)?.failed ?? 0;
    if (failed === 0) continue;
    const money = formatMoney(failed, intent.breakdown.currency);
    const why = `${money} did not reach the customer: the payment provider sent it back; pay it another way`;
    const moved = moveIntent(intent, 'settlement-failed', {}, why, context, { lastError: why });
    if (!moved.ok) continue;
    const record = nextVersion(found, {}, context);
    return {
      cases: [record],
      intents: [moved.intent],
      entries: moved.entries,
      effects: [
        ...(intent.approvalsNeeded > 0 ? [showApproval(context, moved.intent)] : []),
        ...showCase(context, record),
        ...alertStaff(context, record, why),
      ],
    };
  }
  return null;
};
