import type { SuggestedMoney } from '../../../../policy/app/ports.ts';
import { legacyId } from '../../../../policy/facts/order-facts.ts';
import type { Minor } from '../../../../policy/money/money.ts';
import { presentment } from '../amounts.ts';
import type { RefundMoneyFragment, TenderFragment } from '../operations.generated.ts';

/** From which payments Shopify would give back how much; payments that nothing goes back to are left out. */
export const tendersOf = (suggested: readonly TenderFragment[]): SuggestedMoney['tenders'] =>
  suggested.flatMap(({ parentTransaction, gateway, kind, amountSet }) => {
    const amount = presentment(amountSet);
    if (parentTransaction === null || amount === 0) return [];
    return [{ parentId: legacyId(parentTransaction.id), gateway: gateway ?? '', kind, amount }];
  });

/** Money that moved or is moving. What failed did not move, and what only records goods has no transaction. */
export const paidBack = (refund: RefundMoneyFragment): Minor =>
  refund.transactions.nodes
    .filter(({ kind, status }) => kind === 'REFUND' && MOVING.has(status))
    .reduce((sum, { amountSet }) => sum + presentment(amountSet), 0);

const MOVING: ReadonlySet<string> = new Set(['SUCCESS', 'PENDING', 'AWAITING_RESPONSE']);
