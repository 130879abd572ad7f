import type { RefundIntentRecord } from '../../../policy/app/records.ts';
import type { Changes } from '../../../policy/app/store.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance, entry } from '../advance.ts';
import { endApprovalDeadlines } from '../approval-deadlines.ts';
import { alertStaff } from '../backorder/alert-staff.ts';
import { mailThisTime, sayInCase, showCase } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { isOpen, nextVersion } from '../intents.ts';
import { endDeadlines } from '../return-deadlines.ts';
import type { ReturnCaseRecord } from '../return-of.ts';
import { dropShipFirst, whyReplaced } from '../ship-first.ts';
import { UNANSWERED } from './return-requests.ts';
import { isPaying, isUnsettled, stopIntents } from './stop-intents.ts';

type Ended = 'canceled' | 'closed';

/**
 * P17: the Return that mirrors a case past its review was ended in Shopify by somebody's hand: nothing can be settled on
 * it. One that was canceled there before anything came back is over here too, as if it had been called off here; of any
 * other the money stops, and a person is told what to do. What Makegood itself ends, replaces or opens again is none of
 * this: that is still at work (`returnAtWork`), or its case has ended or has nothing left to pay.
 * @param known  the order as it was known before: only what was read anew counts, a webhook tells of no returns
 */
export const returnEndedNews = (
  world: World,
  known: OrderFacts | null,
  facts: OrderFacts,
  context: Context,
): Changes | null => {
  const found = world.case;
  if (found === null || found.data.kind !== 'return' || facts.returns === null || facts.returns === known?.returns)
    return null;
  if (isFinal(returnCase, found.state) || found.state === 'frozen' || world.returnAtWork === true) return null;
  const mirror = found.data.shopifyReturn;
  // A request that Shopify has not opened yet gives way to a return of our own.
  if (mirror === null || mirror.lines.length === 0) return null;
  const status = facts.returns.find(({ id }) => id === mirror.id)?.status;
  const record = found as ReturnCaseRecord;
  if (status === 'open') return openAgain(record, context);
  if (status !== 'canceled' && status !== 'closed') return null;
  // Asked for in Shopify and taken back there: the request ends as such. One that was opened again has goods to decide on.
  if (UNANSWERED.has(found.state) && !(status === 'closed' && (found.data.reopened ?? 0) > 0)) return null;
  if (isPaying(world.intents) || isUnsettled(world.intents) || found.data.endedInShopify === status) return null;
  // Paid, or with nothing to pay: Makegood closes it.
  if (found.state === 'settling' && !world.intents.some((intent) => isOpen(intent) && isOwed(intent, world)))
    return null;
  return (status === 'canceled' ? calledOff(world, record, context) : null) ?? stopped(world, record, status, context);
};

/** An earlier amount that a person had to look at stays open beside the one that has paid for its units. */
const isOwed = ({ unitIds }: RefundIntentRecord, { units }: World): boolean =>
  unitIds.length === 0 ||
  units.some(({ id, money }) => unitIds.includes(id) && (money === 'none' || money === 'proposed'));

/** @returns null where something has come back, or went out first, or the case is at a stage that has to be decided */
const calledOff = (world: World, found: ReturnCaseRecord, context: Context): Changes | null => {
  if (whyReplaced(found, world) !== null) return null;
  const text = 'the return was cancelled in Shopify by hand';
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [
      {
        event: 'customer-cancels',
        facts: { unitsReceived: world.units.filter((unit) => unit.goods !== 'expected').length },
        text,
      },
    ],
    context,
  );
  if (!advanced.ok) return null;
  const dropped = dropShipFirst(world, found, text, context);
  const data = { ...dropped.found.data, calledOffBy: 'other' } as const;
  const record = nextVersion(dropped.found, { state: advanced.state, closedAt: context.now, data }, context);
  return {
    cases: [record],
    // What a refund by hand has settled stays so.
    units: world.units.map((unit) => (unit.money === 'paid' ? unit : { ...unit, money: 'refused' as const })),
    intents: dropped.stopped.intents,
    deadlines: [...endDeadlines(world.deadlines, 'dropped'), ...endApprovalDeadlines(world.deadlines)],
    entries: [...dropped.stopped.entries, ...advanced.entries],
    effects: [
      ...dropped.stopped.effects,
      mailThisTime(context, found, 'return-cancelled'),
      ...showCase(context, record),
      ...sayInCase(
        context,
        `return-ended:${found.id}:${record.version}`,
        record,
        `The return was cancelled in Shopify by hand: case ${record.number} ends with it, and the customer is told not to send anything.`,
      ),
    ],
  };
};

/** Shopify opens again what is closed there, never what is canceled. */
const stopped = (world: World, found: ReturnCaseRecord, status: Ended, context: Context): Changes => {
  const text =
    status === 'closed'
      ? 'the return was closed in Shopify by hand: open it again there and ask the policy again, or refund its units there by hand, which settles them here'
      : 'the return was cancelled in Shopify by hand and can not be opened again: refund its units there by hand, which settles them here, or decline it';
  const halted = stopIntents(world.intents, world.units, 'order-changed', text, context);
  const advanced =
    found.state === 'settling'
      ? advance(returnCase, { caseId: found.id, state: found.state }, [{ event: 'order-changed', text }], context)
      : null;
  const data = { ...found.data, endedInShopify: status };
  const record = nextVersion(found, { data, ...(advanced?.ok === true ? { state: advanced.state } : {}) }, context);
  return {
    cases: [record],
    units: halted.units,
    intents: halted.intents,
    deadlines: endApprovalDeadlines(world.deadlines),
    entries: [
      ...halted.entries,
      ...(advanced?.ok === true
        ? advanced.entries
        : [entry(context, found.id, { event: 'return.ended-in-shopify', text })]),
    ],
    effects: [...halted.effects, ...showCase(context, record), ...alertStaff(context, record, text)],
  };
};

const openAgain = (found: ReturnCaseRecord, context: Context): Changes | null => {
  if (found.data.endedInShopify == null) return null;
  const record = nextVersion(found, { data: { ...found.data, endedInShopify: null } }, context);
  const text = 'the return is open again in Shopify: it can be settled';
  return {
    cases: [record],
    entries: [entry(context, found.id, { event: 'return.open-in-shopify', text })],
    effects: [...showCase(context, record), ...alertStaff(context, record, text)],
  };
};
