import { ANSWER_DAYS, ANSWER_DUE } from '../../policy/app/answer-days.ts';
import { endOf } from '../../policy/app/deadline-stands.ts';
import type { DeadlineRecord, UnitRecord } from '../../policy/app/records.ts';
import { testDaysOf } from '../../policy/app/test-days.ts';
import { atHour, daysAfter } from '../../policy/days/deadline.ts';
import { localDate } from '../../policy/days/local-day.ts';
import type { Deadline } from '../../policy/decision.ts';
import type { Context, World } from './handler.ts';

/** Days before the last one on which the customer is reminded: of 30 days, on days 20, 27 and 29 (P21). */
const REMIND_BEFORE = [10, 3, 1] as const;
/** Hour of the shop's day at which a reminder goes out. */
const REMINDER_HOUR = 9;

/** The zone in which the shop counts days. */
export const zoneOf = (world: Pick<World, 'shop' | 'settings'>): string =>
  world.settings['deadline.zone'] === 'shop' ? world.shop.timeZone : world.settings['deadline.zone'];

/** P3: reminded once, and then a person is told. Days after the customer was asked for photos. */
const PHOTO_DAYS = { 'photos-reminder': 7, 'photos-due': 14 } as const;
export const PHOTO_DEADLINES = Object.keys(PHOTO_DAYS);
/** P37: days after the number was issued on which the customer is asked how the parcel travels. */
const TRACKING_DAYS = 5;

/** P17: staff are told that what was replaced first has not come back, where the RMA has no last day of its own. */
export const GOODS_DUE = 'exchange-goods-due';

/** P36, P38: days without word of a parcel after which a person is asked whether it is lost: carriers search from about then. */
const SILENT_DAYS = 10;

export const morningIn = (world: World, days: number, context: Context): string => {
  const zone = zoneOf(world);
  return atHour(daysAfter(localDate(Date.parse(context.now), zone), days), REMINDER_HOUR, zone);
};

export const photoDeadlines = (world: World, caseId: string, context: Context): readonly DeadlineRecord[] =>
  Object.entries(PHOTO_DAYS).map(([kind, days]) =>
    opened(world, context, caseId, kind, morningIn(world, days, context)),
  );

/** Begun again with every word of the parcel: a tracking number, a number that replaces it. */
export const silenceDeadline = (world: World, caseId: string, context: Context): DeadlineRecord =>
  opened(world, context, caseId, 'carrier-silent', morningIn(world, SILENT_DAYS, context));

const TEST_DUE = 'test-overdue';
/** Goods that are here, and of which nobody has said the last word of their test. */
const AT_TEST: ReadonlySet<string> = new Set(['arrived', 'testing', 'no_fault_found', 'rejected_pending']);

export const unitsAtTest = (units: readonly Pick<UnitRecord, 'goods'>[]): number =>
  units.filter(({ goods }) => AT_TEST.has(goods)).length;

export const testDays = ({ settings, order, case: found }: World): number | null =>
  testDaysOf(settings, order?.facts ?? null, found?.data.lines ?? []);

/** P24, A17: the text knows no limit for the test; staff are told when it takes longer than the shop means it to. */
export const testDeadline = (world: World, caseId: string, context: Context): readonly DeadlineRecord[] => {
  const days = testDays(world);
  return days === null ? [] : [opened(world, context, caseId, TEST_DUE, morningIn(world, days, context))];
};

/**
 * What is due once these units stand as they do: the test ends with the last unit that is at it and begins with the first
 * one; nobody waits for a parcel of which nothing is still to come.
 */
export const deadlinesAfterTest = (
  world: World,
  caseId: string,
  units: readonly UnitRecord[],
  context: Context,
): readonly DeadlineRecord[] => {
  const atTest = unitsAtTest(units);
  return [
    ...(atTest === 0 ? endDeadlines(world.deadlines, 'done', [TEST_DUE]) : []),
    ...(atTest > 0 && unitsAtTest(world.units) === 0 ? testDeadline(world, caseId, context) : []),
    ...(units.some(({ goods }) => goods === 'expected') ? [] : endDeadlines(world.deadlines, 'done', PARCEL_DEADLINES)),
  ];
};

/** P5: staff are told on the morning of the day by which the customer was told to hear from them. */
export const answerDeadline = (world: World, caseId: string, context: Context): DeadlineRecord =>
  opened(world, context, caseId, ANSWER_DUE, morningIn(world, ANSWER_DAYS, context));

export const trackingDeadline = (world: World, caseId: string, context: Context): DeadlineRecord =>
  opened(world, context, caseId, 'tracking-wanted', morningIn(world, TRACKING_DAYS, context));

export const opened = (
  world: World,
  context: Context,
  caseId: string,
  kind: string,
  dueAt: string,
): DeadlineRecord => ({
  id: context.ids.id(),
  shop: world.shop.domain,
  caseId,
  kind,
  dueAt,
  state: 'open',
});

/** The last day of an RMA, and the reminders before it that are still to come. */
export const rmaDeadlines = (
  world: World,
  caseId: string,
  last: Deadline | null,
  context: Context,
): readonly DeadlineRecord[] =>
  last === null
    ? []
    : [
        ...REMIND_BEFORE.map((days) => atHour(daysAfter(last.date, -days), REMINDER_HOUR, last.timeZone))
          .filter((dueAt) => dueAt > context.now)
          .map((dueAt) => opened(world, context, caseId, 'rma-reminder', dueAt)),
        opened(world, context, caseId, 'rma-deadline', last.instant),
      ];

export const partDeadline = (world: World, caseId: string, dueAt: string, context: Context): DeadlineRecord =>
  opened(world, context, caseId, 'part-due', dueAt);

/** Ended by the parcel, or by knowing that nothing more comes. */
const PARCEL_DEADLINES = ['rma-reminder', 'rma-deadline', GOODS_DUE, 'tracking-wanted', 'carrier-silent'];

/** Deadlines of these kinds that still stand, ended: the parcel came, or the case did. */
export const endDeadlines = (
  deadlines: readonly DeadlineRecord[],
  state: 'done' | 'dropped',
  kinds: readonly string[] = [...PARCEL_DEADLINES, 'part-due', TEST_DUE, ANSWER_DUE, ...PHOTO_DEADLINES],
): readonly DeadlineRecord[] => endOf(deadlines, state, ({ kind }) => kinds.includes(kind));
