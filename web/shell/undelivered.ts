import type { CommandOf } from '../../policy/app/commands.ts';
import type { CaseRecord, ReturnData, ThreadOrNull, UnitRecord } from '../../policy/app/records.ts';
import type { NewEntry } from '../../policy/app/store.ts';
import type { FulfillmentFacts, OrderFacts } from '../../policy/facts/order-facts.ts';
import { inspection } from '../../policy/machines/inspection.ts';
import { step } from '../../policy/machines/machine.ts';
import { returnCase } from '../../policy/machines/return-case.ts';
import { advance } from './advance.ts';
import { askPolicy, newDecision, sentence } from './ask-policy.ts';
import { returnAsk } from './asks.ts';
import { newCase, unitsElsewhere, unitsOf } from './commands/return-open.ts';
import { createReturn, mail, showCase } from './effects-of.ts';
import { type Context, plan, type Refused, refused, type Verdict, type World } from './handler.ts';
import { nextVersion } from './intents.ts';
import { testDeadline } from './return-deadlines.ts';
import type { ReturnCaseRecord } from './return-of.ts';

/** P13: parcels that did not reach the customer: suspected by the carrier's word or an agent's, judged by a person. */

/** What carriers report of a parcel that could not be handed over, in Shopify's words. */
const NOT_HANDED_OVER: ReadonlySet<string> = new Set(['failure', 'attempted_delivery', 'not_delivered']);

const isReturn = (one: CaseRecord): one is ReturnCaseRecord => one.data.kind === 'return';

/** The case about this parcel, open or not: one parcel is suspected once. */
export const caseOfParcel = (cases: readonly CaseRecord[], fulfillmentId: string): ReturnCaseRecord | undefined =>
  cases.filter(isReturn).find((one) => one.data.undelivered?.fulfillmentId === fulfillmentId);

/** Parcels that the carrier could not hand over and that no case is about yet. */
export const suspectedParcels = (
  facts: Pick<OrderFacts, 'fulfillments'>,
  cases: readonly CaseRecord[],
): readonly FulfillmentFacts[] =>
  facts.fulfillments.filter(
    (parcel) =>
      parcel.status === 'success' &&
      parcel.deliveredAt === null &&
      NOT_HANDED_OVER.has(parcel.shipmentStatus ?? '') &&
      caseOfParcel(cases, parcel.id) === undefined,
  );

type Suspected = Readonly<{
  record: CaseRecord;
  units: ReturnType<typeof unitsOf>;
  entries: readonly NewEntry[];
}>;

/** Opens the suspicion: nothing is created in Shopify and nothing is refunded until a person has looked and it is here. */
export const suspectRefusal = (
  world: World,
  parcel: FulfillmentFacts,
  because: string,
  context: Context,
  thread: ThreadOrNull,
): Suspected | Refused => {
  const caseId = context.ids.id();
  const lines = parcel.lines.map(({ lineItemId, quantity }) => ({ lineItemId, quantity }));
  const advanced = advance(
    returnCase,
    { caseId, state: 'new' },
    [{ event: 'refusal-suspected', text: because }],
    context,
  );
  if (!advanced.ok) return advanced;
  const data: ReturnData = {
    kind: 'return',
    reason: 'refused_delivery',
    lines,
    because: null,
    remedy: 'refund',
    photos: [],
    troubleshootingDone: null,
    artificialDamageDeclared: null,
    contact: null,
    originalShippingCost: null,
    returnPostage: null,
    rma: null,
    tracking: null,
    parcel: null,
    shopifyReturn: null,
    undelivered: { fulfillmentId: parcel.id, finding: null },
  };
  return {
    record: newCase(world, caseId, context, thread, { state: advanced.state, rma: null, data }),
    units: unitsOf(world, caseId, { lines }, context),
    entries: advanced.entries,
  };
};

type News = Readonly<{ cases: readonly CaseRecord[]; units: readonly UnitRecord[]; entries: readonly NewEntry[] }>;

/**
 * What carriers say of an order's parcels, as it was just read: one that could not be handed over is suspected to be
 * refused, one that was delivered after all is a false alarm. More than that a person says.
 */
export const carrierNews = (world: World, facts: OrderFacts, context: Context): News => {
  if (world.order === null) return { cases: [], units: [], entries: [] };
  const alarms = world.cases.filter(isReturn).flatMap((one) => falseAlarm(one, facts, context));
  const [parcel] = suspectedParcels(facts, world.cases);
  const free = parcel !== undefined && !unitsElsewhere(world, { lines: [...parcel.lines] });
  const opened = free
    ? suspectRefusal(
        world,
        parcel,
        `the carrier says: ${(parcel.shipmentStatus ?? '').replaceAll('_', ' ')}`,
        context,
        null,
      )
    : null;
  const suspected = opened === null || 'ok' in opened ? [] : [opened];
  return {
    cases: [...alarms.map((one) => one.record), ...suspected.map((one) => one.record)],
    units: suspected.flatMap((one) => one.units),
    entries: [...alarms, ...suspected].flatMap((one) => one.entries),
  };
};

const falseAlarm = (
  found: ReturnCaseRecord,
  facts: OrderFacts,
  context: Context,
): readonly Readonly<{ record: CaseRecord; entries: readonly NewEntry[] }>[] => {
  const { undelivered } = found.data;
  if (found.state !== 'refused_suspected' || undelivered == null || undelivered.finding !== null) return [];
  const parcel = facts.fulfillments.find((one) => one.id === undelivered.fulfillmentId);
  if (parcel === undefined || (parcel.deliveredAt === null && parcel.shipmentStatus !== 'delivered')) return [];
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [{ event: 'false-alarm', text: 'the carrier delivered the parcel after all' }],
    context,
  );
  if (!advanced.ok) return [];
  return [
    {
      record: nextVersion(found, { state: advanced.state, closedAt: context.now }, context),
      entries: advanced.entries,
    },
  ];
};

/** The question that opening the Return of an undelivered parcel rests on: the fee that is known now goes with it (P12). */
export const undeliveredAsk = (data: ReturnData) =>
  returnAsk({
    reason: data.reason,
    lines: data.lines,
    photos: 0,
    troubleshootingDone: null,
    artificialDamageDeclared: null,
    originalShippingCost: data.originalShippingCost,
    returnPostage: data.returnPostage,
    ...(data.judged === undefined ? {} : { judged: data.judged }),
  });

/** The parcel is on the dock: now Shopify's Return is made, with the fee known now, and its units are looked at. */
export const receiveUndelivered = (
  world: World,
  found: ReturnCaseRecord,
  command: CommandOf<'parcel.receive'>,
  context: Context,
): Verdict => {
  const data: ReturnData = {
    ...found.data,
    originalShippingCost: command.originalShippingCost ?? found.data.originalShippingCost,
    returnPostage: command.returnPostage
      ? { paidBy: command.returnPostage.paidBy, amount: command.returnPostage.amount ?? null }
      : found.data.returnPostage,
    parcel: { receivedAt: context.now, rmaMarked: null, carrierAcceptedAt: null },
    lost: null,
  };
  const answer = askPolicy(world, undeliveredAsk(data), context);
  const { decision } = answer;
  if (decision.verdict === 'needs-info')
    return refused('missing', sentence(decision), {
      caseId: found.id,
      decision,
      missing: decision.missing,
      clauses: decision.clauses,
    });
  if (decision.verdict !== 'granted')
    return refused('policy', sentence(decision), { caseId: found.id, decision, clauses: decision.clauses });
  const recorded = newDecision(context, found.id, world, 'return', answer);
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [
      {
        event: 'refusal-confirmed',
        text: `the parcel is back: ${sentence(decision)}`,
        clauses: decision.clauses,
        decisionId: recorded.id,
      },
    ],
    context,
  );
  if (!advanced.ok) return advanced;
  const record = nextVersion(found, { state: advanced.state, data }, context);
  return plan(
    {
      cases: [record],
      units: world.units.map((unit) => {
        const counted = step(inspection, unit.goods, 'counted');
        return counted.ok ? { ...unit, goods: counted.to } : unit;
      }),
      decisions: [recorded],
      deadlines: testDeadline(world, found.id, context),
      entries: advanced.entries,
      effects: [
        createReturn(context, found.id, found.data),
        mail(context, found.id, 'parcel-received'),
        ...showCase(context, record),
      ],
    },
    {
      caseId: found.id,
      decision,
      would: ['record the parcel as received and open its return in Shopify', 'tell the customer that it is back'],
    },
  );
};
