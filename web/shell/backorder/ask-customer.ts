import type { BackorderData, DeadlineRecord } from '../../../policy/app/records.ts';
import type { Changes, NewEffect } from '../../../policy/app/store.ts';
import { mail } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { droppedDeadlines, hoursOn, newDeadline } from './case.ts';

/** Before the time is over; where there is less than twice that, a reminder would only repeat the question. */
const REMINDER_HOURS = 24;

type Asked = Readonly<{
  data: BackorderData;
  deadlines: readonly DeadlineRecord[];
  effects: readonly NewEffect[];
  revokedLinks: NonNullable<Changes['revokedLinks']>;
}>;

/**
 * P7: the customer is asked, for the first time or again. Each time has its own mail and links, a clock of its own, and
 * is answered once; what was agreed before holds no longer.
 */
export const askCustomer = (world: World, caseId: string, data: BackorderData, context: Context): Asked => {
  const round = (data.round ?? 0) + 1;
  const hours = world.settings['backorder.responseHours'];
  const dueAt = hoursOn(context.now, hours);
  return {
    data: { ...data, round, notifiedAt: context.now, answer: null, choice: null, consent: null },
    deadlines: [
      ...droppedDeadlines(world),
      newDeadline(world, context, caseId, 'backorder-response', dueAt),
      ...(hours < REMINDER_HOURS * 2
        ? []
        : [newDeadline(world, context, caseId, 'backorder-reminder', hoursOn(dueAt, -REMINDER_HOURS))]),
    ],
    effects: [mail(context, caseId, 'out-of-stock', null, `round-${round}`)],
    revokedLinks: round === 1 ? [] : [{ caseId, at: context.now }],
  };
};
