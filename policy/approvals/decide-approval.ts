import type { ClauseId } from '../clauses.ts';
import { formatMoney } from '../format.ts';
import { parseAmount } from '../money/decimal.ts';
import type { Currency, Minor } from '../money/money.ts';
import type { SettingName, Settings } from '../settings.ts';

/** What the money is for: a cancellation before shipping (P11), a product out of stock (P9), or goods that came back. */
export type ApprovalKind = 'cancellation' | 'stock-out' | 'return';

export type ApprovalQuestion = Readonly<{
  /** In the shop's currency, at the order's own rate. */
  amountShopMinor: Minor;
  shopCurrency: Currency;
  kind: ApprovalKind;
  /** A person decided against the policy. */
  override: boolean;
  /** One of the units was rejected (P25): what is refunded beside it is looked at. */
  rejectedUnit: boolean;
  /** No clause grants it; the merchant is generous (P4). */
  goodwill: boolean;
  settings: Pick<Settings, 'approval.auto' | 'approval.second'>;
}>;

export type ApprovalNeed = Readonly<{
  /** How many people have to approve, each another one, and none of them the proposer. */
  needed: 0 | 1 | 2;
  /** One sentence for the card. */
  why: string;
  clauses: readonly ClauseId[];
  settings: readonly SettingName[];
}>;

const AT_ONCE: Readonly<Record<Exclude<ApprovalKind, 'return'>, Readonly<{ clause: ClauseId; why: string }>>> = {
  cancellation: { clause: 'P11', why: 'cancelled before shipping, and not above' },
  'stock-out': { clause: 'P9', why: 'out of stock and refunded at once, and not above' },
};

/**
 * How many approvers a refund needs (A27). The text does not speak of approvals; the limits are settings.
 * @throws PolicyError `input/bad-amount` where a limit has more decimals than the shop's currency
 */
export const decideApproval = (question: ApprovalQuestion): ApprovalNeed => {
  const { amountShopMinor: amount, shopCurrency: currency, kind, settings } = question;
  const written = (minor: Minor): string => formatMoney(minor, currency);
  const second = parseAmount(settings['approval.second'], currency, 'settings.approval.second');
  const auto = parseAmount(settings['approval.auto'], currency, 'settings.approval.auto');

  if (amount > second) {
    const why = `${written(amount)} is above ${written(second)}: two different people approve`;
    return { needed: 2, why, clauses: [], settings: ['approval.second'] };
  }
  if (question.override) return one('a person decided against the policy: somebody else approves', []);
  if (question.goodwill) return one('no clause grants it: somebody else approves the goodwill', ['P4']);
  if (question.rejectedUnit) return one('a unit of the return was rejected: somebody else looks at the rest', ['P25']);
  if (kind !== 'return') {
    const { clause, why } = AT_ONCE[kind];
    return { needed: 0, why: `${why} ${written(second)}`, clauses: [clause], settings: ['approval.second'] };
  }
  if (amount <= auto) {
    const why = `${written(amount)} is not above ${written(auto)}: nobody needs to approve`;
    return { needed: 0, why, clauses: [], settings: ['approval.auto'] };
  }
  return {
    needed: 1,
    why: `${written(amount)} goes out for a return: somebody who did not propose it approves`,
    clauses: [],
    settings: ['approval.auto', 'approval.second'],
  };
};

const one = (why: string, clauses: readonly ClauseId[]): ApprovalNeed => ({ needed: 1, why, clauses, settings: [] });
