import { notAccepted } from '../../policy/app/not-accepted.ts';
import type { DeadlineRecord, UnitRecord } from '../../policy/app/records.ts';
import type { NewEffect } from '../../policy/app/store.ts';
import { countOf } from '../../policy/format.ts';
import { resolveSettings, type Settings } from '../../policy/settings.ts';
import { entry } from './advance.ts';
import { sayInCase, showCase } from './effects-of.ts';
import { type Context, plan, type Verdict, type World } from './handler.ts';
import { nextVersion } from './intents.ts';
import { morningIn, opened } from './return-deadlines.ts';
import type { ReturnCaseRecord } from './return-of.ts';

export const REJECTED_GOODS = 'rejected-goods';

/** As they hold for the product of the first of these units; a parcel is kept as one. */
const settingsOf = (world: World, units: readonly UnitRecord[]): Settings => {
  const productId = world.order?.facts.lines.find(({ id }) => id === units[0]?.lineItemId)?.productId ?? null;
  return resolveSettings(world.settings, { productId });
};

/** What becomes of them, for who is about to decline. */
const WOULD: Readonly<Record<Settings['rejectedGoods'], string>> = {
  hold: 'keep the goods until the customer says what is to become of them',
  dispose: 'keep the goods for the days that the customer is told; then they may be disposed of',
  return_at_customer_cost: 'ask staff to send the goods back to the customer, at their cost',
};
export const becomesOfRejected = (world: World, units: readonly UnitRecord[]): string =>
  WOULD[settingsOf(world, units).rejectedGoods];

/**
 * P25, P22, A18: what becomes of goods that are not accepted. They are kept for the days that the customer is told, and
 * then brought up; or staff send them back at once. Nothing is sent or thrown away by itself.
 */
export const keepRejected = (
  world: World,
  found: ReturnCaseRecord,
  units: readonly UnitRecord[],
  context: Context,
): Readonly<{ deadlines: readonly DeadlineRecord[]; effects: readonly NewEffect[] }> => {
  const rejected = notAccepted(found, units);
  const before = world.deadlines.some((one) => one.kind === REJECTED_GOODS && one.state === 'open');
  if (rejected.length === 0 || before) return { deadlines: [], effects: [] };
  const settings = settingsOf(world, rejected);
  if (settings.rejectedGoods === 'return_at_customer_cost') {
    const text = `${countOf(rejected.length, 'unit')} of case ${found.number} not accepted: send back to the customer, at their cost.`;
    return { deadlines: [], effects: sayInCase(context, `rejected:${found.id}:${found.version}`, found, text) };
  }
  // The customer has the whole of the last day to say that they want them back.
  const dueAt = morningIn(world, settings['rejectedGoods.holdDays'] + 1, context);
  return { deadlines: [opened(world, context, found.id, REJECTED_GOODS, dueAt)], effects: [] };
};

/** The days are over: a person sends them back, agrees on something else, or disposes of them where the shop does. */
export const rejectedGoodsDue = ({
  world,
  found,
  deadline,
  context,
}: Readonly<{ world: World; found: ReturnCaseRecord; deadline: DeadlineRecord; context: Context }>): Verdict => {
  const rejected = notAccepted(found, world.units);
  const ended = { deadlines: [{ ...deadline, state: 'done' as const }] };
  // Accepted after all, on an appeal or by goodwill.
  if (rejected.length === 0) return plan(ended, { caseId: found.id });
  const settings = settingsOf(world, rejected);
  const text = `${countOf(rejected.length, 'unit')} not accepted: kept for ${countOf(settings['rejectedGoods.holdDays'], 'day')}, and the time is over`;
  const next =
    settings.rejectedGoods === 'dispose'
      ? 'the policy says that they may be disposed of now'
      : 'ask the customer whether they want them back at their cost, or what else';
  const record = nextVersion(found, {}, context);
  return plan(
    {
      ...ended,
      cases: [record],
      entries: [entry(context, found.id, { event: 'return.rejected-goods', text, clauses: ['P25'] })],
      effects: [
        ...showCase(context, record),
        ...sayInCase(context, `rejected-goods:${deadline.id}`, found, `${text}; case ${found.number}: ${next}.`),
      ],
    },
    { caseId: found.id },
  );
};
