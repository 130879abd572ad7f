import type { CaseRecord, HandRefund, RefundIntentRecord, UnitRecord } from '../../../policy/app/records.ts';
import type { Changes } from '../../../policy/app/store.ts';
import type { OrderFacts, RefundFacts } from '../../../policy/facts/order-facts.ts';
import { countOf, formatMoney } from '../../../policy/format.ts';
import { backorder } from '../../../policy/machines/backorder.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance, entry } from '../advance.ts';
import { alertStaff } from '../backorder/alert-staff.ts';
import { showCase } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import type { ReturnCaseRecord } from '../return-of.ts';
import { settleReturn } from '../settle-return.ts';
import { isPaying, stopIntents, withUnits } from './stop-intents.ts';

/** What our own refunds carry as their note. */
const OURS = /^Makegood\b/;

/**
 * Refunds that somebody made in Shopify by hand while the case was open. One that names units settles these units; of
 * any other nobody can tell what it was for: the case stops until a person has said.
 * @param known  the order as it was known before
 * @returns null where there is nothing new for this case
 */
export const handRefundNews = (
  world: World,
  known: OrderFacts | null,
  facts: OrderFacts,
  context: Context,
): Changes | null => {
  const found = world.case;
  if (found === null || isOver(found)) return null;
  const all = world.files.flatMap((file) => file.intents);
  // While Shopify is at work on an amount of ours, a new refund may be that one: what it was is known once it is done.
  if (isPaying(all)) return null;
  const fresh = facts.refunds.filter((refund) => isByHand(refund, found, known, all));
  if (fresh.length === 0) return null;
  const seen = fresh.map((refund): Seen => {
    const units = unitsOf(refund, world.units, found);
    return { refund, units, isShared: isShared(refund, units, world) };
  });
  const entries = seen.map((one) =>
    entry(context, found.id, {
      event: 'refund.by-hand',
      text: saysOf(one, facts),
      clauses: [],
    }),
  );
  const byHand: readonly HandRefund[] = [
    ...(found.data.byHand ?? []),
    ...seen.map((one) => ({
      refundId: one.refund.id,
      amount: one.refund.paid,
      for: explains(one, found) ? ('units' as const) : null,
      ...shippingOf(one.refund, facts),
      ...(settles(one) || one.units.length === 0 ? {} : { unitIds: one.units.map((unit) => unit.id) }),
    })),
  ];
  const marked: CaseRecord = { ...found, data: { ...found.data, byHand } };
  // Units that only count as refunded are still owed until a person has said that they are not; so are those that may be
  // another return's.
  const paid = new Set(seen.filter(settles).flatMap(({ units }) => units.map((unit) => unit.id)));
  const why = 'a refund was made in Shopify by hand';
  const stopped = stopIntents(world.intents, world.units, 'order-changed', why, context);
  const units = withUnits(world.units, stopped.units).map((unit) =>
    paid.has(unit.id) ? { ...unit, money: 'paid' as const } : unit,
  );
  const changes = goOn({ ...world, case: marked, units }, marked, why, stopped.intents.length > 0, context);
  return {
    ...changes,
    intents: [...stopped.intents, ...(changes.intents ?? [])],
    units: changes.units ?? units,
    entries: [...entries, ...stopped.entries, ...(changes.entries ?? [])],
    effects: [...stopped.effects, ...(changes.effects ?? [])],
  };
};

/** Shipping that the refund itself names; none of it where no money moved. */
const shippingOf = (refund: RefundFacts, { taxesIncluded }: OrderFacts): Pick<HandRefund, 'shipping'> => {
  const named = Math.min(refund.paid, refund.shipping + (taxesIncluded ? 0 : refund.shippingTax));
  return named === 0 ? {} : { shipping: named };
};

const isPaid = (refund: RefundFacts): boolean => refund.paid > 0;

type Seen = Readonly<{
  refund: RefundFacts;
  units: readonly UnitRecord[];
  /** More units of its lines are in open returns than it names: nobody can tell which of them it was for. */
  isShared: boolean;
}>;

const settles = ({ refund, isShared: shared }: Seen): boolean => isPaid(refund) && !shared;

const isOver = ({ kind, state }: CaseRecord): boolean =>
  isFinal({ return: returnCase, cancellation, backorder }[kind], state);

const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

/** Not ours, not known to the case, and made while it was open; Shopify dates refunds by the second. */
const isByHand = (
  refund: RefundFacts,
  found: CaseRecord,
  known: OrderFacts | null,
  intents: readonly RefundIntentRecord[],
): boolean => {
  if (OURS.test(refund.note ?? '') || intents.some((intent) => intent.shopifyRefundId === refund.id)) return false;
  if (found.data.byHand?.some((one) => one.refundId === refund.id)) return false;
  const opened = seconds(found.createdAt);
  const made = seconds(refund.createdAt);
  const wasThere = known?.refunds.some((one) => one.id === refund.id) === true;
  return made > opened || (made === opened && !wasThere);
};

/** Units of a return that a refund names: of goods that had not shipped none. */
const unitsOf = (refund: RefundFacts, units: readonly UnitRecord[], found: CaseRecord): readonly UnitRecord[] =>
  found.kind !== 'return'
    ? []
    : refund.lines
        .filter((line) => line.restock !== 'cancel')
        .flatMap((line) =>
          units
            .filter((unit) => unit.lineItemId === line.lineItemId && unit.money !== 'paid')
            .toSorted((one, other) => one.index - other.index)
            .slice(0, line.quantity),
        );

/** Whether units of other open returns of the order want the same refund. */
const isShared = (refund: RefundFacts, units: readonly UnitRecord[], { files, case: found }: World): boolean => {
  const others = files
    .filter(({ record }) => record.id !== found?.id && record.kind === 'return' && !isOver(record))
    .flatMap((file) => file.units.filter(({ money }) => money === 'none' || money === 'proposed'));
  const countIn = (all: readonly UnitRecord[], lineItemId: string): number =>
    all.filter((unit) => unit.lineItemId === lineItemId).length;
  return refund.lines.some(({ lineItemId, quantity }) => {
    const elsewhere = countIn(others, lineItemId);
    const here = countIn(units, lineItemId);
    return here > 0 && elsewhere > 0 && here + elsewhere > quantity;
  });
};

/**
 * True where nothing is left open: it names units and money moved for them. Goods of another part of the order do not
 * concern a return at all.
 */
const explains = (one: Seen, found: CaseRecord): boolean =>
  one.refund.lines.length > 0 && (settles(one) || (found.kind === 'return' && one.units.length === 0));

const saysOf = ({ refund, units, isShared: shared }: Seen, facts: OrderFacts): string => {
  const money = formatMoney(refund.paid, facts.currency);
  if (refund.lines.length === 0)
    return `${money} was refunded in Shopify by hand and names no units: say whether it was for the goods, shipping or goodwill`;
  const count = refund.lines.reduce((sum, line) => sum + line.quantity, 0);
  if (!isPaid(refund))
    return `${countOf(count, 'unit')} marked as refunded in Shopify, by hand and without any money: look at the order`;
  if (shared)
    return `${money} was refunded in Shopify by hand for ${countOf(count, 'unit')}: more than one open return is about them; say in each whether it was for its goods, and goodwill where it was not`;
  return `${money} was refunded in Shopify by hand for ${countOf(count, 'unit')}${units.length > 0 ? `, which settles ${countOf(units.length, 'unit')} of this return` : ''}`;
};

/** What is still due is reckoned again; what can't be told stops with a person. */
const goOn = (world: World, marked: CaseRecord, why: string, hadMoney: boolean, context: Context): Changes => {
  const blocked = marked.data.byHand?.some((one) => one.for === null) === true;
  const shown = (record: CaseRecord, alert: boolean) => [
    ...showCase(context, record),
    ...(alert ? alertStaff(context, record, why) : []),
  ];
  if (marked.data.kind !== 'return') {
    const subject = { caseId: marked.id, state: marked.state };
    const move = { event: 'order-changed' as const, text: why };
    const advanced =
      marked.kind === 'cancellation'
        ? advance(cancellation, subject, [move], context)
        : advance(backorder, subject, [move], context);
    const record = nextVersion(marked, advanced.ok ? { state: advanced.state } : {}, context);
    return {
      cases: [record],
      entries: advanced.ok ? advanced.entries : [],
      effects: shown(record, hadMoney || blocked || advanced.ok),
    };
  }
  const settling = marked.state === 'settling';
  const advanced = settling
    ? advance(returnCase, { caseId: marked.id, state: marked.state }, [{ event: 'order-changed', text: why }], context)
    : null;
  const state = advanced?.ok === true ? advanced.state : marked.state;
  const back = { ...marked, state } as ReturnCaseRecord;
  const settled = state === 'received' && !blocked ? settleReturn({ ...world, case: back }, back, context) : null;
  const goesOn = settled !== null && !('ok' in settled) ? settled : null;
  const record = nextVersion(
    back,
    { state: goesOn?.state ?? state, closedAt: goesOn?.state === 'closed' ? context.now : null },
    context,
  );
  return {
    cases: [record],
    units: goesOn?.units ?? world.units,
    intents: goesOn?.intents ?? [],
    decisions: goesOn?.decisions ?? [],
    entries: [...(advanced?.ok === true ? advanced.entries : []), ...(goesOn?.entries ?? [])],
    effects: [...(goesOn?.effects ?? []), ...shown(record, blocked || goesOn === null)],
  };
};
