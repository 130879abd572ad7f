import type { CaseRecord, RefundIntentRecord, UnitRecord } from '../../policy/app/records.ts';
import type { NewEntry } from '../../policy/app/store.ts';
import type { Ask, Breakdown } from '../../policy/decision.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { formatMoney } from '../../policy/format.ts';
import { entry } from './advance.ts';
import { settleAsk } from './asks.ts';
import { dueNow } from './effects/ask-again.ts';
import type { Context, World } from './handler.ts';
import { orderVersionOf } from './order-version.ts';
import type { ReturnCaseRecord } from './return-of.ts';
import { undeliveredOf } from './undelivered-of.ts';

const askOf = (found: CaseRecord, units: readonly UnitRecord[]): Ask =>
  found.kind === 'return' ? settleAsk(found as ReturnCaseRecord, units) : undeliveredOf(found).ask;

const PARTS = ['items', 'tax', 'shipping', 'duties', 'tips', 'total'] as const;
const isSame = (one: Breakdown, other: Breakdown): boolean => PARTS.every((part) => one[part] === other[part]);

type StillDue = Readonly<{ intent: RefundIntentRecord; entries: readonly NewEntry[] }>;

/**
 * An amount that waits for approval, asked of the policy again after the order changed under it. Where all of its parts
 * are the same it waits on, for the order as it is now: approvals given for the order as it was lapse all the same.
 * @returns a sentence where the policy gives another amount; null where the same is made up of other parts, or nothing
 *   changed that it rests on
 */
export const stillDue = (
  world: World,
  facts: OrderFacts,
  intent: RefundIntentRecord,
  context: Context,
): StillDue | string | null => {
  const orderVersion = orderVersionOf(facts);
  if (world.case === null || intent.orderVersion === orderVersion) return null;
  const clock = { now: () => context.now };
  const now = dueNow({ clock }, world, facts, askOf(world.case, world.units), intent);
  if (typeof now === 'string') return now;
  if (now !== null && !isSame(now, intent.breakdown)) return null;
  const due = formatMoney(intent.breakdown.total, intent.breakdown.currency);
  const text =
    intent.approvals.length === 0
      ? `the order changed, and the policy gives the same: ${due}`
      : `the order changed, and the policy gives the same: ${due}; approvals given before that lapse`;
  return {
    intent: { ...intent, orderVersion, approvals: [] },
    entries: [entry(context, intent.caseId, { event: 'refund.still-due', text })],
  };
};
