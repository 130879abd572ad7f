import { CallFailed, type SuggestedMoney } from '../../../policy/app/ports.ts';
import type { TransactionFacts } from '../../../policy/facts/order-facts.ts';
import { formatMoney } from '../../../policy/format.ts';
import { allocate } from '../../../policy/money/allocate.ts';
import { type Currency, type Minor, sum } from '../../../policy/money/money.ts';
import type { Settings } from '../../../policy/settings.ts';

type Payment = Readonly<{ parentId: string; gateway: string; left: Minor; paidAt: number }>;

const PAID: ReadonlySet<TransactionFacts['kind']> = new Set(['sale', 'capture']);
/** A refund that is still on its way counts: it is gone from what may go back. */
const MOVING: ReadonlySet<TransactionFacts['status']> = new Set(['success', 'pending', 'awaiting_response']);
/** Always takes money back; Shopify's names of what the shop itself keeps for its customers. */
const GIFT: ReadonlySet<string> = new Set(['gift_card', 'shopify_store_credit']);

/** Payments of an order with what may still go back to each. A refund that names the authorization is its capture's. */
const paymentsOf = (transactions: readonly TransactionFacts[]): Payment[] =>
  transactions
    .filter((one) => PAID.has(one.kind) && one.status === 'success')
    .map((payment, _, payments) => {
      const isOnly = payments.filter((other) => other.parentId === payment.parentId).length === 1;
      const back = transactions.filter(
        (one) =>
          one.kind === 'refund' &&
          MOVING.has(one.status) &&
          (one.parentId === payment.id || (isOnly && payment.parentId !== null && one.parentId === payment.parentId)),
      );
      return {
        parentId: payment.id,
        gateway: payment.gateway,
        left: Math.max(0, payment.amount - sum(back.map((one) => one.amount))),
        paidAt: Date.parse(payment.processedAt),
      };
    })
    .filter((payment) => payment.left > 0);

const oldest = (one: Payment, other: Payment): number =>
  one.paidAt - other.paidAt || Number(BigInt(one.parentId) - BigInt(other.parentId));

const inTurn = (payments: readonly Payment[], total: Minor): readonly Minor[] => {
  let rest = total;
  return payments.map(({ left }) => {
    const part = Math.min(rest, left);
    rest -= part;
    return part;
  });
};

/**
 * Which payments an amount goes back to, and how much of it to each (A28): gift cards first, then what was paid first;
 * or in proportion to what is left of each; or what was paid last first. Never more to a payment than is left of it.
 * @throws CallFailed `refused` where the payments that are left do not cover it
 */
export const tendersFor = (
  transactions: readonly TransactionFacts[],
  total: Minor,
  currency: Currency,
  how: Settings['tender.order'],
): SuggestedMoney['tenders'] => {
  const payments = paymentsOf(transactions).sort(oldest);
  const covered = sum(payments.map((payment) => payment.left));
  if (covered < total) {
    const [due, left] = [formatMoney(total, currency), formatMoney(covered, currency)];
    throw new CallFailed('refused', `${due} is due and only ${left} of the order's payments can go back`);
  }
  const isGift = ({ gateway }: Payment): boolean => GIFT.has(gateway);
  const ordered =
    how === 'newest_first'
      ? payments.toReversed()
      : how === 'gift_card_first'
        ? [...payments.filter(isGift), ...payments.filter((payment) => !isGift(payment))]
        : payments;
  const parts =
    how === 'proportional'
      ? allocate(
          total,
          ordered.map((payment) => payment.left),
        )
      : inTurn(ordered, total);
  return ordered.flatMap(({ parentId, gateway }, index) => {
    const amount = parts[index] ?? 0;
    return amount === 0 ? [] : [{ parentId, gateway, kind: 'REFUND', amount }];
  });
};
