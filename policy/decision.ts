import type { ClauseId } from './clauses.ts';
import type { OrderFacts } from './facts/order-facts.ts';
import type { Currency, Minor } from './money/money.ts';
import type { Settings } from './settings.ts';

/** Precedence when several rules speak: a refusal that no missing fact could change, then in this order. */
export type Verdict = 'refused' | 'needs-info' | 'needs-person' | 'granted';

export type Action =
  | 'cancel_order'
  | 'refund_lines'
  | 'offer_return'
  | 'wait'
  | 'issue_rma'
  | 'refund'
  | 'exchange'
  | 'reject'
  | 'ask';

export type Reason = Readonly<{ clause: ClauseId; because: string }>;

/** `total` = items + tax + shipping + duties + tips − deductions; minor units, never negative. */
export type Breakdown = Readonly<{
  currency: Currency;
  items: Minor;
  tax: Minor;
  shipping: Minor;
  duties: Minor;
  tips: Minor;
  deductions: readonly Readonly<{ clause: ClauseId | null; label: string; amount: Minor }>[];
  total: Minor;
}>;

/** What a return would give back. `total` is null, and `missing` says why, where a cost is not known yet. */
export type Estimate = Omit<Breakdown, 'total'> & Readonly<{ total: Minor | null; missing: readonly string[] }>;

export type UnitOutcome = Readonly<{
  lineItemId: string;
  quantity: number;
  outcome: 'refunded' | 'exchanged' | 'rejected' | 'pending' | 'wait' | 'returnable';
  clause: ClauseId;
  amount: Minor;
}>;

/** A deadline as people read it, where it is counted, and as machines compare it (end of the last day). */
export type Deadline = Readonly<{ date: string; timeZone: string; instant: string }>;

export type Decision = Readonly<{
  verdict: Verdict;
  action: Action;
  clauses: readonly ClauseId[];
  reasons: readonly Reason[];
  missing: readonly string[];
  warnings: readonly Readonly<{ market: string; clause: ClauseId; text: string }>[];
  units: readonly UnitOutcome[];
  rmaDeadline: Deadline | null;
  estimate: Estimate | null;
  reimbursement: Readonly<{ currency: Currency; amount: Minor; clause: ClauseId }> | null;
  refund: Breakdown | null;
  /** SHA-256 (hex) of the canonical JSON of what was asked and known; the same facts give the same digest. */
  factsDigest: string;
}>;

export type ShopFacts = Readonly<{ timeZone: string; country: string; currency: Currency }>;

export type ReturnReason =
  | 'defective'
  | 'changed_mind'
  | 'customer_ordered_wrong'
  | 'wrong_item_sent'
  | 'missing_item'
  | 'refused_delivery';

export type InspectionResult =
  | 'accepted'
  | 'no_fault_found'
  | 'artificial_damage'
  | 'missing_components'
  | 'wrong_item'
  | 'not_received';

export type AskLine = Readonly<{ lineItemId: string; quantity: number }>;

/** What may be asked; fields as in docs of `npm run decide`, amounts in minor units of the order's currency. */
export type Ask =
  | Readonly<{ kind: 'cancel'; lines?: readonly AskLine[] }>
  | Readonly<{ kind: 'stock-out'; lines: readonly AskLine[]; customerNotifiedAt?: string; answer?: 'wait' | 'refund' }>
  | Readonly<{
      kind: 'return';
      reason: ReturnReason;
      lines: readonly AskLine[];
      photos?: number;
      artificialDamageDeclared?: boolean;
      troubleshootingDone?: boolean;
      contact?: Readonly<{ name?: string; email?: string; phone?: string }>;
      warrantyMonths?: number;
      returnPostage?: ReturnPostage;
      originalShippingCost?: Minor;
    }>
  | Readonly<{
      kind: 'settle';
      return: Readonly<{
        reason: ReturnReason;
        lines: readonly AskLine[];
        rmaIssuedAt?: string;
        remedy?: 'refund' | 'exchange';
        returnPostage?: ReturnPostage;
        originalShippingCost?: Minor;
        labelBy?: 'customer' | 'merchant';
      }>;
      parcel: Readonly<{ receivedAt?: string; carrierAcceptedAt?: string; rmaMarked?: boolean; lost?: boolean }>;
      inspection?: readonly Readonly<{
        lineItemId: string;
        quantity: number;
        result: InspectionResult;
        deduction?: Minor;
      }>[];
    }>;

export type ReturnPostage = Readonly<{ paidBy: 'customer' | 'merchant'; amount?: Minor }>;

export type DecisionRequest = Readonly<{
  /** ISO 8601 instant with offset or Z. */
  now: string;
  shop: ShopFacts;
  settings: Settings;
  order: OrderFacts;
  ask: Ask;
}>;
