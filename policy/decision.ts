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
  /**
   * The policy that was asked: number and digest of the published version; where none was named, no number, and the
   * SHA-256 (hex) of the settings and the words of the clauses.
   */
  policy?: Readonly<{ version: number | null; digest: string }>;
  /** SHA-256 (hex) of the canonical JSON of what was asked and known; the same facts give the same digest. */
  factsDigest: string;
}>;

export type ShopFacts = Readonly<{ timeZone: string; country: string; currency: Currency }>;

/** Why goods come back. */
export const RETURN_REASONS = [
  'defective',
  'changed_mind',
  'customer_ordered_wrong',
  'wrong_item_sent',
  'missing_item',
  'refused_delivery',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** What the test of a unit on receipt found. */
export const INSPECTION_RESULTS = [
  'accepted',
  'no_fault_found',
  'artificial_damage',
  'missing_components',
  'wrong_item',
  'not_received',
] as const;
export type InspectionResult = (typeof INSPECTION_RESULTS)[number];

export type AskLine = Readonly<{ lineItemId: string; quantity: number }>;

/**
 * What a person decided where the policy leaves it to one, or against it. It goes with the question, so that the same
 * facts and the same judgement give the same answer again. Kept with the case, with who said it and why.
 */
export type Judged = Readonly<{
  /** P1: who pays the carriage of what was ordered by mistake, where the settings ask. */
  carriage?: 'charge' | 'waive';
  /** P2: taken back although the customer says that the damage is their own; the test decides. */
  ownDamage?: 'accept';
  /** P23: proof of purchase was seen, so the warranty runs. */
  warranty?: 'accept';
  /** P21: whole days from the issue of the number, in place of the setting's. */
  validDays?: number;
  /** P21: sent in time and here too late. */
  greyZone?: 'accept' | 'decline';
  /** P24: a test that found no fault, where the settings ask. */
  inconclusive?: 'accept';
  /** P33: units without their original parts are not taken back. */
  missingParts?: 'refuse';
  /** Units that we did not send are not taken back. */
  wrongItem?: 'refuse';
  /** P13: the parcel could not be delivered, and not because the customer refused it. */
  undelivered?: 'our-side';
  /** P4: no clause gives it; the merchant is generous. */
  goodwill?: boolean;
  /** P17: what is exchanged goes out before the goods are back. */
  shipFirst?: boolean;
}>;

/** What may be asked; fields as in docs of `npm run decide`, amounts in minor units of the order's currency. */
export type Ask =
  | Readonly<{
      kind: 'cancel';
      lines?: readonly AskLine[];
      /** When the customer asked, where the question is asked again; absent: now. */
      requestedAt?: string;
    }>
  | Readonly<{
      kind: 'stock-out';
      lines: readonly AskLine[];
      customerNotifiedAt?: string;
      answer?: 'wait' | 'refund';
      /** It will never come: whatever was agreed is void. */
      discontinued?: boolean;
    }>
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
      judged?: Judged;
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
        judged?: Judged;
      }>;
      parcel: Readonly<{ receivedAt?: string; carrierAcceptedAt?: string; rmaMarked?: boolean; lost?: boolean }>;
      inspection?: readonly Readonly<{
        lineItemId: string;
        quantity: number;
        result: InspectionResult;
        /** For all units of this row; else what `parts` cost by the setting `component.prices`. */
        deduction?: Minor;
        /** Original parts that each of these units lacks, by name. */
        parts?: readonly string[];
      }>[];
    }>;

export type ReturnPostage = Readonly<{ paidBy: 'customer' | 'merchant'; amount?: Minor }>;

export type DecisionRequest = Readonly<{
  /** ISO 8601 instant with offset or Z. */
  now: string;
  shop: ShopFacts;
  settings: Settings;
  /** The published version that the settings are of, where there is one. */
  policy?: Readonly<{ version: number; digest: string }>;
  order: OrderFacts;
  ask: Ask;
}>;
