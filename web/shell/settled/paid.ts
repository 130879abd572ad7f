import type { RefundIntentRecord } from '../../../policy/app/records.ts';
import type { Changes } from '../../../policy/app/store.ts';
import { formatMoney } from '../../../policy/format.ts';
import type { Context, Refused, World } from '../handler.ts';
import { moveIntent } from '../intents.ts';
import { mayBePaid } from './not-paid.ts';

/**
 * After a lost answer something was found on the order that is not what was agreed; or Shopify took the call, and has paid
 * nothing of what was agreed: a person sees both.
 */
export const foundOther = (
  world: World,
  intent: RefundIntentRecord,
  amount: number,
  context: Context,
): Changes | Refused | null => {
  const { currency, total } = intent.breakdown;
  const isLost = intent.state === 'unknown' || world.effect?.unsure === true;
  if (amount === total || (!isLost && amount > 0)) return null;
  const [shown, agreed] = [formatMoney(amount, currency), formatMoney(total, currency)];
  const why = isLost
    ? `the answer was lost; Shopify shows ${shown} paid back, ${agreed} was agreed`
    : `Shopify took it, and shows ${shown} paid back where ${agreed} was agreed: look at the order there before anything is paid`;
  return mayBePaid(world, intent, 'other-refund-found', why, context);
};

type Paid = Readonly<{ ok: true; intent: RefundIntentRecord; entries: NonNullable<Changes['entries']>; text: string }>;

/** The money moved: which refund it was, and whether it is what the policy said, to the minor unit. */
export const confirmPaid = (
  intent: RefundIntentRecord,
  refundId: string | null,
  amount: number,
  context: Context,
): Paid | Refused => {
  const shown = formatMoney(amount, intent.breakdown.currency);
  const right = amount === intent.breakdown.total;
  const text =
    amount === 0 && right
      ? intent.unitIds.length > 0
        ? 'no money is due for it'
        : 'nothing had been captured, so nothing is refunded'
      : right
        ? `${shown} refunded`
        : `${shown} refunded, ${formatMoney(intent.breakdown.total, intent.breakdown.currency)} was agreed: look at the order in Shopify`;
  const event =
    refundId === null
      ? ('nothing-to-pay' as const)
      : intent.state === 'unknown'
        ? ('refund-found' as const)
        : ('refund-confirmed' as const);
  const moved = moveIntent(intent, event, { refundId, sameAmount: right }, text, context, {
    shopifyRefundId: refundId,
    lastError: right ? null : text,
  });
  return moved.ok ? { ok: true, intent: moved.intent, entries: moved.entries, text } : moved;
};
