import type { ClauseId } from '../clauses.ts';
import { warningsOf } from '../rules/overlay.ts';
import { rulesOf } from '../rules/rule.ts';
import { settle } from '../rules/settle.ts';
import type { SettleFacts } from '../rules/settle-facts.ts';
import { INSPECTION_RULES } from '../rules/settle-inspection.ts';
import { MONEY_RULES } from '../rules/settle-money.ts';
import { PARCEL_RULES } from '../rules/settle-parcel.ts';
import { type Context, carriageOf } from './context.ts';
import { type Found, inspected, ofFate, type SettleAsk } from './inspection.ts';
import { countUnits, RETURNABLE, type Units, unitsAsked } from './lines.ts';
import { parcelFacts } from './parcel.ts';
import { priceReturn } from './price.ts';
import { paidFor } from './shares.ts';
import { termsOf } from './terms.ts';
import { askDraft, type Draft, draft, leadingClause, outcomes } from './verdict.ts';

const RULES = rulesOf(...PARCEL_RULES, ...INSPECTION_RULES, ...MONEY_RULES);

const countOf = (found: readonly Found[], result: Found['result'], fate?: Found['fate']): number => {
  let units = 0;
  for (const f of found) if (f.result === result && (fate === undefined || f.fate === fate)) units += f.quantity;
  return units;
};

/** Everything lost at our risk, or replaced before it is back, counts as if it had come back sound. */
const asIfReturned = (found: readonly Found[]): Found[] =>
  found.map((f) => (f.fate === 'pending' ? { ...f, fate: 'accepted', result: 'accepted' } : f));

/** P17's exception: for goods alone, never for money, and only while nothing of it is here. */
const goesFirst = (context: Context, ask: SettleAsk, parcel: Pick<SettleFacts, 'lost' | 'received'>): boolean =>
  context.judged.shipFirst === true &&
  context.settings['exchange.shipFirst'] !== 'never' &&
  ask.return.remedy === 'exchange' &&
  parcel.lost === 'no' &&
  !parcel.received;

const REJECTED_BY: Partial<Record<NonNullable<Found['result']>, ClauseId>> = {
  artificial_damage: 'P25',
  missing_components: 'P33',
  wrong_item: 'P4',
};

/** @see CLAUSES.P17, CLAUSES.P21, CLAUSES.P24, CLAUSES.P26, CLAUSES.P38 */
export const decideSettle = (context: Context, ask: SettleAsk): Draft => {
  const { order } = context;
  const { reason, lines, remedy = 'refund', returnPostage, originalShippingCost } = ask.return;
  const units = unitsAsked(context.ledger, lines, RETURNABLE, 'ask.return.lines');
  const { requestedAt, parcel } = parcelFacts(context, ask, units);
  const inspection = inspected(context, ask, units);
  const shipFirst = goesFirst(context, ask, parcel);
  const found = parcel.lost === 'our-risk' || shipFirst ? asIfReturned(inspection.found) : inspection.found;
  const accepted = ofFate(context, found, 'accepted');
  const pending = found.filter((f) => f.fate === 'pending');
  const terms = termsOf(context, reason, requestedAt);
  const exchange = remedy === 'exchange';
  const priced = priceReturn(context, terms, accepted, {
    returnPostage,
    originalShippingCost,
    missingParts: inspection.deductions,
  });
  const facts: SettleFacts = {
    ...parcel,
    shipFirst,
    reason,
    remedy,
    goodwill: context.judged.goodwill === true,
    undelivered: context.judged.undelivered === 'our-side',
    disputeOpen: order.disputeOpen === true,
    disputeLost: order.disputeLost === true,
    carriage: carriageOf(context, reason),
    customerBearsCarriage: terms.clause === 'P12',
    lawGivesShipping: terms.shipping === 'share',
    keepsShipping: terms.shipping === 'keep',
    units: countUnits(units),
    accepted: countUnits(accepted),
    noFaultFound: countOf(found, 'no_fault_found'),
    noFaultAsks: inspection.noFaultAsks,
    damaged: countOf(found, 'artificial_damage'),
    partsAsked: countOf(found, 'missing_components', 'person'),
    partsDeducted: countOf(found, 'missing_components', 'accepted'),
    partsRefused: countOf(found, 'missing_components', 'rejected'),
    wrongItem: countOf(found, 'wrong_item'),
    wrongItemRefused: context.judged.wrongItem === 'refuse',
    pending: countUnits(pending),
    notReceived: countOf(found, 'not_received', 'pending'),
    deductedAnyway: inspection.deductedAnyway,
    partsPriceMissing: inspection.pricesMissing,
    // Nothing is deducted from an exchange; what the customer is owed for postage still has to be known, once it is back.
    costsMissing: shipFirst
      ? []
      : exchange
        ? priced.missingToReimburse
        : [...priced.missing, ...priced.missingToReimburse],
  };
  const settled = settle(RULES, facts);
  const clauses = settled.reasons.map((r) => r.clause);
  const clause = leadingClause(settled);
  const warnings = warningsOf(context, clauses, requestedAt);
  /** What a unit was rejected by, where that was decided; else what the whole return was refused by. */
  const rejectedBy = ({ result }: Found): ClauseId => {
    const own = result === null ? undefined : REJECTED_BY[result];
    return own !== undefined && clauses.includes(own) ? own : clause;
  };
  if (settled.verdict === 'refused') {
    return draft(settled, 'reject', { warnings, units: outcomes(found, 'rejected', rejectedBy) });
  }
  if (settled.verdict !== 'granted') return askDraft(settled, units, { warnings });
  /** What a unit waits for: to be back (P17), to be tested (P24). */
  const waitsFor = ({ result }: Found): ClauseId =>
    clauses.findLast((cited) => cited === 'P17' || (cited === 'P24' && result !== 'not_received')) ?? clause;
  const rejected = found.filter((f) => f.fate === 'rejected');
  const rest = outcomes(rejected, 'rejected', rejectedBy).concat(outcomes(pending, 'pending', waitsFor));
  if (facts.accepted === 0) return draft(settled, 'wait', { warnings, units: rest });
  const amountOf = exchange ? () => 0 : (u: Units) => paidFor(order, u);
  return draft(settled, exchange ? 'exchange' : 'refund', {
    warnings,
    units: outcomes(accepted, exchange ? 'exchanged' : 'refunded', terms.clause, amountOf).concat(rest),
    refund: exchange ? null : priced.breakdown,
    reimbursement: priced.reimbursement,
  });
};
