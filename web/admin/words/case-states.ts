import type { CaseKind } from '../../edge/admin/contract.ts';

/** The states a case of each kind can be in, in the order it goes through them; a test holds this to the machines. */
export const CASE_STATES: Readonly<Record<CaseKind, readonly string[]>> = {
  cancellation: [
    'requested',
    'recalling',
    'partial_offer',
    'canceling',
    'canceling_lines',
    'needs_agent',
    'canceled',
    'partially_canceled',
    'converted_to_return',
    'withdrawn',
    'declined',
    'closed',
  ],
  backorder: [
    'detected',
    'customer_notified',
    'waiting',
    'releasing',
    'refunding',
    'needs_agent',
    'resolved',
    'fulfilled',
    'refunded',
    'closed',
  ],
  return: [
    'intake',
    'evidence_pending',
    'troubleshooting',
    'review',
    'authorized',
    'in_transit',
    'grey_zone',
    'suspected_lost',
    'refused_suspected',
    'expired',
    'received',
    'settling',
    'frozen',
    'closed',
    'closed_solved',
    'declined',
    'canceled',
  ],
};

/** Of this kind; of every kind where none is chosen, each once. */
export const caseStates = (kind?: CaseKind): string[] => [
  ...new Set(kind === undefined ? Object.values(CASE_STATES).flat() : CASE_STATES[kind]),
];
