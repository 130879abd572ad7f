import type { Changes, NewEntry } from '../../../policy/app/store.ts';
import { backorder } from '../../../policy/machines/backorder.ts';
import { advance } from '../advance.ts';
import type { Context, World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { droppedDeadlines, hoursOn, openBackorders } from './case.ts';

/** A mail that went out later than this after it was due gives the customer their whole time all the same. */
const LATE_MS = 15 * 60_000;

const askedCase = (world: World) =>
  openBackorders({ ...world, cases: world.case === null ? [] : [world.case] }).find(
    (one) => one.state === 'customer_notified',
  ) ?? null;

/** P7, A3: the time to answer runs from when the customer was really told. */
export const toldLate = (world: World, context: Context): Pick<Changes, 'cases' | 'deadlines'> => {
  const found = askedCase(world);
  const since = found?.data.notifiedAt ?? null;
  if (found === null || since === null || Date.parse(context.now) - Date.parse(since) < LATE_MS) return {};
  const dueAt = hoursOn(context.now, world.settings['backorder.responseHours']);
  return {
    cases: [nextVersion(found, { data: { ...found.data, notifiedAt: context.now } }, context)],
    deadlines: world.deadlines
      .filter((one) => one.state === 'open' && one.kind === 'backorder-response')
      .map((one) => ({ ...one, dueAt })),
  };
};

type NotTold = Readonly<{
  state: string;
  entries: readonly NewEntry[];
  deadlines: NonNullable<Changes['deadlines']>;
}>;

/** P7: who was never told can't have been silent: a person reaches them, and no time runs out meanwhile. */
export const notTold = (world: World, why: string, context: Context): NotTold | null => {
  const found = askedCase(world);
  if (found === null) return null;
  const advanced = advance(
    backorder,
    { caseId: found.id, state: found.state },
    [{ event: 'mail-bounced', text: why }],
    context,
  );
  return advanced.ok ? { ...advanced, deadlines: droppedDeadlines(world) } : null;
};
