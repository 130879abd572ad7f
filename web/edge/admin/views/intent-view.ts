import type { Person } from '../../../../policy/app/actors.ts';
import type { IntentView } from '../../../../policy/app/read-model.ts';
import type { CaseData, RefundIntentRecord } from '../../../../policy/app/records.ts';
import { shipsFirst } from '../../../../policy/app/ship-first.ts';
import type { Approval, Intent } from '../contract/approval.ts';

/**
 * Why this person can't decide on it, as far as a page can know: it only spares them a button that would refuse. What
 * counts is what the command answers.
 */
const blockedFor = (intent: RefundIntentRecord, person: Person | null): Intent['blocked'] => {
  if (person === null || person.role === null || person.role === 'agent' || person.role === 'warehouse') return 'role';
  if (intent.proposedBy === person.id) return 'own';
  return intent.approvals.some((approval) => approval.personId === person.id) ? 'already' : null;
};

const firstOf = (data: CaseData, intentId: string): Intent['shipsFirst'] => {
  const first = shipsFirst(data, intentId);
  return first === null ? null : { worth: first.worth, because: first.because };
};

export const intentView = (
  intent: RefundIntentRecord,
  proposedByName: string | null,
  shopCurrency: string,
  person: Person | null,
  data: CaseData,
): Intent => ({
  id: intent.id,
  caseId: intent.caseId,
  state: intent.state,
  version: intent.version,
  breakdown: intent.breakdown,
  suggested: intent.suggested ?? null,
  shipsFirst: firstOf(data, intent.id),
  shopAmount: { minor: intent.shopMinor, currency: shopCurrency },
  proposedByName,
  approvalsNeeded: intent.approvalsNeeded,
  approvals: intent.approvals.map(({ name, at }) => ({ name, at })),
  shopifyRefundId: intent.shopifyRefundId,
  lastError: intent.lastError,
  createdAt: intent.createdAt,
  updatedAt: intent.updatedAt,
  blocked: blockedFor(intent, person),
});

export const approvalView = (view: IntentView, shopCurrency: string, person: Person | null): Approval => {
  const { id, number, kind, state, orderName, rma } = view.case;
  return {
    intent: intentView(view.intent, view.proposedByName, shopCurrency, person, view.case.data),
    case: { id, number, kind, state, orderName, rma },
    decision: view.decision,
  };
};
