import type { ClauseId } from '../clauses.ts';
import { deadlineAfter } from '../days/deadline.ts';
import type { Ask, ReturnReason } from '../decision.ts';
import { overlayOf, warningsOf } from '../rules/overlay.ts';
import { RETURN_RULES } from '../rules/return.ts';
import { settle } from '../rules/settle.ts';
import { type Context, carriageOf, settingsFor } from './context.ts';
import { estimateOf } from './estimate.ts';
import { countUnits, RETURNABLE, some, type Units, unitsAsked } from './lines.ts';
import { type Priced, priceReturn } from './price.ts';
import { type Terms, termsOf } from './terms.ts';
import { askDraft, type Draft, draft, leadingClause, outcomes } from './verdict.ts';
import { type Term, warrantyOf, windowOf } from './warranty.ts';

type ReturnAsk = Extract<Ask, { kind: 'return' }>;

/** Days within which a return of this kind has to be back, the longest of its products; null where none is set. */
export const validDaysOf = (context: Context, reason: ReturnReason, units: readonly Units[]): number | null => {
  const { settings } = context;
  if (reason !== 'defective' && settings['rmaValidity.appliesTo'] === 'defective') return null;
  if (reason === 'refused_delivery' || reason === 'missing_item') return null;
  if (reason === 'defective' && overlayOf(context, context.now).conformity) return null;
  return Math.max(...units.map((u) => settingsFor(context, u.entry.line.productId)['rma.validDays']));
};

const photosNeeded = (context: Context, reason: ReturnReason, units: readonly Units[]): number =>
  Math.max(...units.map((u) => settingsFor(context, u.entry.line.productId)[`evidence.minPhotos.${reason}`]));

const filled = (value: string | undefined): boolean => value !== undefined && value.trim() !== '';

const contactMissing = ({ order, settings }: Context, { contact = {} }: ReturnAsk): string[] => {
  const known = {
    email: order.contactable.email || filled(contact.email),
    name: order.contactable.name || filled(contact.name),
    phone: order.contactable.phone || filled(contact.phone),
  };
  // The number has to reach somebody, whatever else this shop asks for.
  const required = new Set(['email', ...settings['intake.required']]);
  return (['email', 'name', 'phone'] as const)
    .filter((field) => required.has(field) && !known[field])
    .map((field) => `contact.${field}`);
};

const totalOver = (terms: readonly Term[]): number => terms.reduce((n, term) => n + term.over, 0);
const firstEnd = (terms: readonly Term[]): string | null =>
  terms.flatMap((term) => (term.ended === null ? [] : [term.ended])).sort()[0] ?? null;

/** What is over of each line: its warranty for a defect, the days to think it over for a change of mind. */
const overOf = (context: Context, ask: ReturnAsk, units: readonly Units[]): Term[] => {
  if (ask.reason === 'defective') {
    return context.judged.warranty === 'accept' ? [] : units.map((u) => warrantyOf(context, u, ask.warrantyMonths));
  }
  return isChangeOfMind(ask.reason) ? units.map((u) => windowOf(context, u)) : [];
};

const factsOf = (
  context: Context,
  ask: ReturnAsk,
  units: readonly Units[],
  over: readonly Term[],
  terms: Terms,
  priced: Priced,
) => {
  const { settings } = context;
  return {
    reason: ask.reason,
    photos: ask.photos ?? 0,
    photosNeeded: photosNeeded(context, ask.reason, units),
    troubleshootingDone: ask.troubleshootingDone === true,
    damageDeclared: ask.artificialDamageDeclared === true,
    damageAccepted: context.judged.ownDamage === 'accept',
    warrantyShown: context.judged.warranty === 'accept',
    misuseBeforeTest: settings['misuse.decision'] === 'before_test',
    contactMissing: contactMissing(context, ask),
    units: countUnits(units),
    unitsOutOfWarranty: totalOver(over),
    warrantyEnded: firstEnd(over),
    unitsTooLate: totalOver(over),
    windowDays: over.find((term) => term.over > 0)?.allowed ?? null,
    unitsGiftCard: countUnits(units.filter((u) => u.entry.line.giftCard)),
    carriage: carriageOf(context, ask.reason),
    costsMissing: priced.missing,
    customerBearsCarriage: terms.clause === 'P12',
    lawGivesShipping: terms.shipping === 'share',
    validDays: validDaysOf(context, ask.reason, units),
    bySending: settings['deadline.basis'] !== 'received',
  };
};

const isChangeOfMind = (reason: ReturnReason): boolean =>
  reason === 'changed_mind' || reason === 'customer_ordered_wrong';

/** @see CLAUSES.P14, CLAUSES.P16, CLAUSES.P21, CLAUSES.P29 */
export const decideReturn = (context: Context, ask: ReturnAsk): Draft => {
  const units = unitsAsked(context.ledger, ask.lines, RETURNABLE, 'ask.lines');
  const terms = termsOf(context, ask.reason, context.now);
  const over = overOf(context, ask, units);
  const unitsOver = totalOver(over);
  const overOfLine = (i: number): number => (over[i] as Term).over;
  const returnable = unitsOver === 0 ? units : some(units, (i, quantity) => quantity - overOfLine(i));
  const priced = priceReturn(context, terms, returnable, ask);
  const facts = factsOf(context, ask, units, over, terms, priced);
  const settled = settle(RETURN_RULES, facts);
  const clauses = settled.reasons.map((reason) => reason.clause);
  // What the estimate follows collides with the law as much as what the decision cites.
  const warnings = warningsOf(
    context,
    clauses.includes(terms.clause) ? clauses : [...clauses, terms.clause],
    context.now,
  );
  if (settled.verdict === 'refused') {
    return draft(settled, 'reject', { warnings, units: outcomes(units, 'rejected', leadingClause(settled)) });
  }
  if (settled.verdict !== 'granted') return askDraft(settled, units, { warnings });
  const endedBy = ask.reason === 'defective' ? 'P23' : 'P10';
  const openedBy = (unitsOver === 0 ? clauses : clauses.filter((clause) => clause !== endedBy))[0] as ClauseId;
  return draft(settled, 'issue_rma', {
    warnings,
    units: [
      ...outcomes(returnable, 'returnable', openedBy),
      ...(unitsOver === 0 ? [] : outcomes(some(units, overOfLine), 'rejected', endedBy)),
    ],
    estimate: estimateOf(priced),
    rmaDeadline: facts.validDays === null ? null : deadlineAfter(context.now, facts.validDays, context.timeZone),
  });
};
