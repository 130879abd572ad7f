import { endOf } from '../../../policy/app/deadline-stands.ts';
import type { CaseRecord, DeadlineRecord } from '../../../policy/app/records.ts';
import type { Changes } from '../../../policy/app/store.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { backorder } from '../../../policy/machines/backorder.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { type Advanced, advance } from '../advance.ts';
import { alertStaff } from '../backorder/alert-staff.ts';
import { retryBackorder } from '../backorder/retry.ts';
import { retryCancellation } from '../commands/case-retry.ts';
import { cancelUnpaid, closeReturn, readOrder, showCase } from '../effects-of.ts';
import type { Context, Refused, World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import type { ReturnCaseRecord } from '../return-of.ts';
import { settleReturn } from '../settle-return.ts';
import { stopIntents, withUnits } from './stop-intents.ts';

const OPENED = 'the customer opened a dispute with their bank: no money of the order moves while it is open';
const WON = 'the dispute is won: the case goes on where it stopped';
const LOST = 'the dispute is lost: the bank has paid the customer, so nothing is paid a second time';

/**
 * P5: a chargeback freezes the money of every case of its order; each remembers where it stood. Won, it goes on there,
 * with every amount reckoned and approved anew; lost, it is closed as paid. One that was lost before it was read open is
 * taken as open first, and read once more.
 * @param known  the order as it was known before
 * @returns null where there is nothing new for this case
 */
export const disputeNews = (
  world: World,
  known: OrderFacts | null,
  facts: OrderFacts,
  context: Context,
): Changes | null => {
  const found = world.case;
  if (found === null || facts.disputeOpen === null) return null;
  const stage = found.data.stageBeforeDispute ?? null;
  if (facts.disputeOpen) return stage === null ? freeze(world, found, context) : null;
  if (stage === null)
    return lostMeanwhile(world, known, facts) ? readAgain(freeze(world, found, context), facts, context) : null;
  return facts.disputeLost === true ? lost(world, found, context) : won(world, found, stage, context);
};

/**
 * Of a case that is opened after a dispute was lost the policy leaves it to a person what is due. Webhooks tell of no
 * dispute, but of an order that is younger than Makegood in the shop every earlier one was read.
 */
const lostMeanwhile = ({ shop }: World, known: OrderFacts | null, facts: OrderFacts): boolean => {
  if (facts.disputeLost !== true || known === null || known.disputeLost === true) return false;
  const isOurTime = shop.installedAt !== null && Date.parse(facts.createdAt) >= Date.parse(shop.installedAt);
  return known.disputeOpen !== null || isOurTime;
};

const readAgain = (changes: Changes | null, facts: OrderFacts, context: Context): Changes | null =>
  changes === null
    ? null
    : {
        ...changes,
        effects: [...(changes.effects ?? []), readOrder(context, facts.id, `${facts.id}:lost:${context.ids.id()}`)],
      };

const LOST_PART = `${LOST}; what was to be taken off the order is still on it: take it off in Shopify without a refund, so that nobody ships it`;

/** The whole order was to be cancelled: it would still be shipped, and nobody pays for it any more. */
const isWhole = ({ data }: CaseRecord): boolean =>
  (data.kind === 'cancellation' && data.lines === null) || (data.kind === 'backorder' && data.refund === 'order');

const isOver = ({ kind, state }: CaseRecord): boolean =>
  isFinal({ return: returnCase, cancellation, backorder }[kind], state);

const freeze = (world: World, found: CaseRecord, context: Context): Changes | null => {
  if (isOver(found)) return null;
  const stopped = stopIntents(world.intents, world.units, 'dispute-opened', OPENED, context);
  const moved = movedBy(found, context);
  // Its money is on the way already, or it has no word for it: what stops is whatever could still be paid.
  const state = moved.ok ? moved.state : found.state;
  const data = { ...found.data, stageBeforeDispute: found.state };
  const record = nextVersion(found, { state, data }, context);
  return {
    cases: [record],
    intents: stopped.intents,
    units: stopped.units,
    entries: [...stopped.entries, ...(moved.ok ? moved.entries : [])],
    effects: [...stopped.effects, ...showCase(context, record), ...alertStaff(context, record, OPENED)],
  };
};

const movedBy = (found: CaseRecord, context: Context): Advanced<string> | Refused => {
  const subject = { caseId: found.id, state: found.state };
  switch (found.kind) {
    case 'return':
      return advance(returnCase, subject, [{ event: 'dispute-opened', text: OPENED }], context);
    case 'cancellation':
      return advance(cancellation, subject, [{ event: 'dispute-opened', text: OPENED }], context);
    case 'backorder':
      return advance(backorder, subject, [{ event: 'order-changed', text: OPENED }], context);
    default:
      return found.kind satisfies never;
  }
};

/** The case without the mark of the dispute. */
const unmarked = (found: CaseRecord): CaseRecord => ({
  ...found,
  data: { ...found.data, stageBeforeDispute: null },
});

const won = (world: World, found: CaseRecord, stage: string, context: Context): Changes => {
  if (found.kind === 'return' && found.state === 'frozen')
    return resume(world, unmarked(found) as ReturnCaseRecord, stage, context);
  const free = unmarked(found);
  const told = (record: CaseRecord): Changes => ({
    cases: [record],
    effects: [...showCase(context, record), ...alertStaff(context, record, WON)],
  });
  // What had stopped before it with a person, or was not about money, waits as it did.
  if (found.state !== 'needs_agent' || stage === 'needs_agent') return told(nextVersion(free, {}, context));
  const again = stopIntents(world.intents, world.units, 'try-again', WON, context);
  const retried =
    free.data.kind === 'cancellation'
      ? retryCancellation({ ...world, case: free }, free.data, context)
      : retryBackorder({ ...world, case: free }, context);
  if (!retried.ok) return told(nextVersion(free, {}, context));
  return {
    ...retried.changes,
    intents: [...again.intents, ...(retried.changes.intents ?? [])],
    entries: [...again.entries, ...(retried.changes.entries ?? [])],
  };
};

const resume = (world: World, found: ReturnCaseRecord, stage: string, context: Context): Changes => {
  const settling = stage === 'settling';
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [
      { event: 'dispute-won', facts: { stage }, text: WON },
      ...(settling ? [{ event: 'order-changed' as const, text: 'the amount is reckoned and approved again' }] : []),
    ],
    context,
  );
  if (!advanced.ok) throw new Error(`case ${found.id} can't go back to '${stage}': ${advanced.because}`);
  const again = stopIntents(world.intents, world.units, 'try-again', WON, context);
  const units = withUnits(world.units, again.units).map((unit) =>
    unit.money === 'proposed' ? { ...unit, money: 'none' as const } : unit,
  );
  const back: ReturnCaseRecord = { ...found, state: advanced.state };
  const settled = settling ? settleReturn({ ...world, case: back, units }, back, context) : null;
  const goesOn = settled !== null && !('ok' in settled) ? settled : null;
  const record = nextVersion(back, goesOn === null ? {} : { state: goesOn.state }, context);
  return {
    cases: [record],
    intents: [...again.intents, ...(goesOn?.intents ?? [])],
    units: goesOn?.units ?? again.units,
    decisions: goesOn?.decisions ?? [],
    entries: [...again.entries, ...advanced.entries, ...(goesOn?.entries ?? [])],
    deadlines: lastDayAgain(world, back, context),
    effects: [
      ...again.effects,
      ...(goesOn?.effects ?? []),
      ...showCase(context, record),
      ...alertStaff(context, record, WON),
    ],
  };
};

/** The last day may have come and gone while the case was frozen: it is looked at now. */
const lastDayAgain = (world: World, found: ReturnCaseRecord, context: Context): readonly DeadlineRecord[] => {
  const last = found.data.rma?.deadline ?? null;
  const waits = found.state === 'authorized' || found.state === 'in_transit';
  const isKept = world.deadlines.some((one) => one.kind === 'rma-deadline' && one.state === 'open');
  return last === null || !waits || isKept
    ? []
    : [
        {
          id: context.ids.id(),
          shop: world.shop.domain,
          caseId: found.id,
          kind: 'rma-deadline',
          dueAt: last.instant,
          state: 'open',
        },
      ];
};

const lost = (world: World, found: CaseRecord, context: Context): Changes => {
  const free = unmarked(found);
  const subject = { caseId: found.id, state: found.state };
  const facts = { reason: LOST };
  const advanced =
    found.kind === 'return'
      ? advance(returnCase, subject, [{ event: 'dispute-lost', text: LOST }], context)
      : found.kind === 'cancellation'
        ? advance(cancellation, subject, [{ event: 'close', facts, text: LOST }], context)
        : advance(backorder, subject, [{ event: 'close', facts, text: LOST }], context);
  const dropped = stopIntents(world.intents, world.units, 'dispute-lost', LOST, context);
  const record = nextVersion(free, advanced.ok ? { state: advanced.state, closedAt: context.now } : {}, context);
  const hasReturn = found.data.kind === 'return' && found.data.shopifyReturn !== null;
  return {
    cases: [record],
    intents: dropped.intents,
    // The bank has paid for them.
    units: advanced.ok
      ? world.units.filter((unit) => unit.money !== 'paid').map((unit) => ({ ...unit, money: 'paid' as const }))
      : [],
    entries: [...dropped.entries, ...(advanced.ok ? advanced.entries : [])],
    deadlines: advanced.ok ? endOf(world.deadlines, 'dropped') : [],
    effects: [
      ...dropped.effects,
      ...(hasReturn && advanced.ok ? [closeReturn(context, found)] : []),
      ...(advanced.ok && isWhole(found) ? [cancelUnpaid(context, record)] : []),
      ...showCase(context, record),
      ...alertStaff(context, record, found.kind === 'return' || isWhole(found) ? LOST : LOST_PART),
    ],
  };
};
