import type { RefundIntentRecord, ReturnData } from '../../../policy/app/records.ts';
import type { Changes, NewEntry } from '../../../policy/app/store.ts';
import { deadlineAfter } from '../../../policy/days/deadline.ts';
import { formatDeadline } from '../../../policy/format.ts';
import { entry } from '../advance.ts';
import { readOrder, showApproval, showCase } from '../effects-of.ts';
import type { Context, Refused, World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { GOODS_DUE, opened, zoneOf } from '../return-deadlines.ts';
import type { ReturnCaseRecord } from '../return-of.ts';
import { settleReplaced, stakeOf } from '../settle-replaced.ts';

/**
 * P17: Shopify sends the replacement although nothing is back. The return stays open: the goods are still expected, and
 * nothing will be paid for them.
 */
export const replacedFirst = (
  world: World,
  paid: Readonly<{ intent: RefundIntentRecord; entries: readonly NewEntry[] }>,
  exchanged: readonly string[],
  context: Context,
): Changes | Refused => {
  const before = world.case as ReturnCaseRecord;
  const { shipFirst } = before.data;
  if (shipFirst == null) throw new Error(`case ${before.id}: no replacement was to be sent first`);
  const own = before.data.rma?.deadline ?? null;
  const backBy =
    own === null ? deadlineAfter(Date.parse(context.now), world.settings['rma.validDays'], zoneOf(world)) : null;
  const data: ReturnData = {
    ...before.data,
    shipFirst: { ...shipFirst, sentAt: context.now, backBy },
    exchange: { state: 'releasing', lineItemIds: [...(before.data.exchange?.lineItemIds ?? []), ...exchanged] },
  };
  const found: ReturnCaseRecord = { ...before, data };
  const ids = new Set(paid.intent.unitIds);
  const units = world.units.map((unit) => (ids.has(unit.id) ? { ...unit, money: 'paid' as const } : unit));
  const until = own ?? backBy;
  const text = `the replacement goes out before the goods are back, asked for by ${shipFirst.byName}: ${shipFirst.because}; ${stakeOf(world, found)} is at stake${until === null ? '' : ` until ${formatDeadline(until)}`}`;
  // The parcel may have come, and been tested, while Shopify was being told.
  const settled = before.state === 'received' ? settleReplaced({ ...world, units }, found, context) : null;
  if (settled !== null && 'ok' in settled) return settled;
  const record = nextVersion(found, { state: settled?.state ?? found.state }, context);
  return {
    cases: [record],
    intents: [paid.intent],
    units,
    deadlines: backBy === null ? [] : [opened(world, context, found.id, GOODS_DUE, backBy.instant)],
    entries: [
      ...paid.entries,
      entry(context, found.id, { event: 'exchange.shipped-first', text, clauses: ['P16', 'P17'] }),
      ...(settled?.entries ?? []),
    ],
    effects: [
      readOrder(context, found.orderId, `after:${paid.intent.id}`),
      showApproval(context, paid.intent),
      ...(settled?.effects ?? []),
      ...showCase(context, record),
    ],
  };
};
