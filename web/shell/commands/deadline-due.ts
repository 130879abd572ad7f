import { ANSWER_DUE } from '../../../policy/app/answer-days.ts';
import type { DeadlineRecord } from '../../../policy/app/records.ts';
import { isReplaced } from '../../../policy/app/ship-first.ts';
import type { ClauseId } from '../../../policy/clauses.ts';
import { countOf } from '../../../policy/format.ts';
import { inspection } from '../../../policy/machines/inspection.ts';
import { step } from '../../../policy/machines/machine.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance, entry } from '../advance.ts';
import { APPROVAL_DEADLINES, approvalDue, endApprovalDeadlines } from '../approval-deadlines.ts';
import { alertStaff } from '../backorder/alert-staff.ts';
import { BACKORDER_DEADLINES, backorderDue } from '../backorder/due.ts';
import { mail, say, sayInCase, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type Verdict, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { type CancellationCase, recallLook, recallUnanswered } from '../recall/recall.ts';
import { REJECTED_GOODS, rejectedGoodsDue } from '../rejected-goods.ts';
import { GOODS_DUE, testDays, unitsAtTest } from '../return-deadlines.ts';
import { type ReturnCaseRecord, returnOf } from '../return-of.ts';
import { stakeOf } from '../settle-replaced.ts';
import { dropShipFirst } from '../ship-first.ts';

type Due = Readonly<{ world: World; found: ReturnCaseRecord; deadline: DeadlineRecord; context: Context }>;

/** What happens when a time is over. Every deadline is taken once; one that no longer matters only ends. */
export const deadlineDue: Handler<'deadline.due'> = {
  subject: (command) => ({ deadlineId: command.deadlineId }),
  decide: (world, _command, context) => {
    const { deadline } = world;
    if (deadline === null || world.case === null) return refused('not-found', 'no such deadline');
    if (deadline.state === 'open' && BACKORDER_DEADLINES.has(deadline.kind))
      return backorderDue(world, deadline, context);
    if (deadline.state === 'open' && APPROVAL_DEADLINES.has(deadline.kind))
      return approvalDue(world, deadline, context);
    if (deadline.state === 'open' && deadline.kind.startsWith('recall-') && world.case.data.kind === 'cancellation') {
      const found = world.case as CancellationCase;
      const isLook = deadline.kind === 'recall-look';
      const changes = isLook ? recallLook(found, deadline, context) : recallUnanswered(world, found, context);
      const isLate = !isLook && changes.cases !== undefined;
      return plan({ ...changes, ...(isLate ? missed : ended)(deadline) }, { caseId: world.case.id });
    }
    const found = returnOf(world);
    const due = 'ok' in found || deadline.state !== 'open' ? undefined : DUE[deadline.kind];
    return due === undefined || 'ok' in found
      ? plan(ended(deadline), { caseId: world.case.id })
      : due({ world, found, deadline, context });
  },
};

const ended = (deadline: DeadlineRecord) => ({ deadlines: [{ ...deadline, state: 'done' as const }] });
/** What it was for has not happened: it stands until it does, or until somebody has decided what comes instead. */
const missed = (deadline: DeadlineRecord) => ({ deadlines: [{ ...deadline, state: 'late' as const }] });

/** P21, P22: the last day is over. Nothing is declined by itself: the case says so, and a person decides what comes. */
const lastDayOver = ({ world, found: before, deadline, context }: Due): Verdict => {
  const { found, stopped } = dropShipFirst(world, before, 'the last day is over', context);
  const acceptedAt = found.data.parcel?.carrierAcceptedAt ?? found.data.tracking?.acceptedAt ?? null;
  const shippedInTime = acceptedAt !== null && Date.parse(acceptedAt) <= Date.parse(deadline.dueAt);
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [
      shippedInTime
        ? {
            event: 'deadline-passed-shipped-in-time',
            text: `${found.rma}: the last day is over; the carrier had the parcel in time`,
          }
        : {
            event: 'deadline-passed',
            text: `${found.rma}: the last day is over and nothing has arrived${atStake(world, found)}`,
          },
    ],
    context,
  );
  const waits = world.units.filter((unit) => unit.goods === 'expected').length;
  if (!advanced.ok && found.state === 'received' && waits > 0)
    return restNeverCame(world, found, deadline, waits, context);
  // The parcel came, or the case ended, before its last day: there is nothing to do.
  if (!advanced.ok) return plan(ended(deadline), { caseId: found.id });
  const record = nextVersion(found, { state: advanced.state }, context);
  return plan(
    {
      deadlines: [...missed(deadline).deadlines, ...(found === before ? [] : endApprovalDeadlines(world.deadlines))],
      cases: [record],
      units: stopped.units,
      intents: stopped.intents,
      entries: [...stopped.entries, ...advanced.entries],
      effects: [
        ...stopped.effects,
        ...(shippedInTime ? [] : [mail(context, found.id, 'deadline-passed', null, deadline.id)]),
        ...showCase(context, record),
        ...(isReplaced(found.data) && !shippedInTime
          ? alertStaff(context, record, `the last day is over and nothing has arrived${atStake(world, found)}`)
          : []),
      ],
    },
    { caseId: found.id },
  );
};

/** P17: what it costs where the replacement went out first and its goods never come. */
const atStake = (world: World, found: ReturnCaseRecord): string =>
  isReplaced(found.data)
    ? `; the replacement went out first, so that ${stakeOf(world, found)} is at stake, and nothing is refunded`
    : '';

/** P17: the replacement went out first, the RMA has no last day, and the days are over that such goods have. */
const goodsDue = ({ world, found, deadline, context }: Due): Verdict => {
  const waits = world.units.filter((unit) => unit.goods === 'expected').length;
  if (waits === 0 || found.closedAt !== null || !isReplaced(found.data))
    return plan(ended(deadline), { caseId: found.id });
  const text = `${countOf(waits, 'unit')} of the return ${waits === 1 ? 'has' : 'have'} not come${atStake(world, found)}`;
  const record = nextVersion(found, {}, context);
  return plan(
    {
      ...missed(deadline),
      cases: [record],
      entries: [entry(context, found.id, { event: 'exchange.goods-overdue', text, clauses: ['P17'] })],
      effects: [...showCase(context, record), ...alertStaff(context, record, text)],
    },
    { caseId: found.id },
  );
};

/** A part of the return came, the rest did not in time: a person says what becomes of it. */
const restNeverCame = (
  world: World,
  found: ReturnCaseRecord,
  deadline: DeadlineRecord,
  waits: number,
  context: Context,
): Verdict => {
  const text = `the last day is over and ${countOf(waits, 'unit')} of the return ${waits === 1 ? 'has' : 'have'} not come${atStake(world, found)}`;
  const record = nextVersion(found, {}, context);
  return plan(
    {
      ...missed(deadline),
      cases: [record],
      entries: [entry(context, found.id, { event: 'return.rest-overdue', text, clauses: ['P21', 'P22'] })],
      effects: [...showCase(context, record), ...alertStaff(context, record, text)],
    },
    { caseId: found.id },
  );
};

/** P21: a word to the customer who has not sent it yet. After a pause of ours only the newest of several goes out. */
const remind = ({ world, found, deadline, context }: Due): Verdict => {
  const overtaken = world.deadlines.some(
    (other) =>
      other.id !== deadline.id &&
      other.state === 'open' &&
      (other.kind === 'rma-reminder' || other.kind === 'rma-deadline') &&
      other.dueAt > deadline.dueAt &&
      other.dueAt <= context.now,
  );
  if (overtaken || found.state !== 'authorized') return plan(ended(deadline), { caseId: found.id });
  return plan(
    {
      ...ended(deadline),
      entries: [
        entry(context, found.id, {
          event: 'return.reminder',
          text: 'the customer is reminded of the last day',
          clauses: ['P21'],
        }),
      ],
      effects: [mail(context, found.id, 'deadline-reminder', null, deadline.id)],
    },
    { caseId: found.id },
  );
};

/** P33: the missing part has not come. An agent decides. */
const partOverdue = ({ world, found, deadline, context }: Due): Verdict => {
  const late = world.units.flatMap((unit) => {
    const moved = step(inspection, unit.goods, 'part-overdue');
    return moved.ok ? [{ ...unit, goods: moved.to }] : [];
  });
  if (late.length === 0) return plan(ended(deadline), { caseId: found.id });
  const text = `the missing parts of ${countOf(late.length, 'unit')} have not come`;
  const record = nextVersion(found, {}, context);
  return plan(
    {
      ...missed(deadline),
      cases: [record],
      units: late,
      entries: [entry(context, found.id, { event: 'unit.part-overdue', text, clauses: ['P33'] })],
      effects: [
        ...showCase(context, record),
        ...(found.thread === null
          ? []
          : [
              say(context, `part-overdue:${deadline.id}`, {
                channel: found.thread.channel,
                threadTs: found.thread.ts,
                text: `${text}: somebody has to decide on case ${found.number}.`,
                caseId: found.id,
                orderId: null,
              }),
            ]),
      ],
    },
    { caseId: found.id },
  );
};

/** A mail that the case sends once, where it still stands as it stood when the time was set. */
const write =
  (
    state: ReturnCaseRecord['state'],
    template: 'tracking-wanted' | 'photos-reminder',
    said: Readonly<{ text: string; clauses: readonly ClauseId[] }>,
  ) =>
  ({ found, deadline, context }: Due): Verdict =>
    found.state !== state
      ? plan(ended(deadline), { caseId: found.id })
      : plan(
          {
            ...ended(deadline),
            entries: [entry(context, found.id, { event: `return.${template}`, ...said })],
            effects: [mail(context, found.id, template, null, deadline.id)],
          },
          { caseId: found.id },
        );

/** P37: it may be on its way, and nobody has told us how. */
const trackingWanted = write('authorized', 'tracking-wanted', {
  text: 'the customer is asked for the tracking number',
  clauses: ['P37'],
});

/** P3: asked once more. */
const remindOfPhotos = write('evidence_pending', 'photos-reminder', {
  text: 'the customer is reminded of the photos',
  clauses: ['P3'],
});

/** P3: none came. Nothing is declined by itself: a person goes on without them, asks again, or closes it. */
const photosOverdue = ({ found, deadline, context }: Due): Verdict => {
  if (found.state !== 'evidence_pending') return plan(ended(deadline), { caseId: found.id });
  const text = 'the photos that were asked for have not come';
  const record = nextVersion(found, {}, context);
  return plan(
    {
      ...missed(deadline),
      cases: [record],
      entries: [entry(context, found.id, { event: 'return.photos-overdue', text, clauses: ['P3'] })],
      effects: [
        ...showCase(context, record),
        ...sayInCase(
          context,
          `photos-overdue:${deadline.id}`,
          found,
          `${text}: ask again, go on without them, or close case ${found.number}.`,
        ),
      ],
    },
    { caseId: found.id },
  );
};

/** P5: the mail about the request named this day, and nobody has answered yet. */
const answerOverdue = ({ found, deadline, context }: Due): Verdict => {
  if (found.state !== 'review') return plan(ended(deadline), { caseId: found.id });
  const text = 'the customer was told that an answer comes today at the latest';
  const record = nextVersion(found, {}, context);
  return plan(
    {
      ...missed(deadline),
      cases: [record],
      entries: [entry(context, found.id, { event: 'return.answer-due', text, clauses: ['P5'] })],
      effects: [
        ...showCase(context, record),
        ...sayInCase(
          context,
          `answer-due:${deadline.id}`,
          found,
          `${text}: somebody has to decide on case ${found.number}.`,
        ),
      ],
    },
    { caseId: found.id },
  );
};

/** P36, P38: nothing was heard of the parcel. Whether it is lost is for a person to say; no money moves on a guess. */
const noWordOfParcel = ({ found, deadline, context }: Due): Verdict => {
  const text = 'nothing was heard of the parcel since its tracking number was told';
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [{ event: 'carrier-silent', text }],
    context,
  );
  // It came, or the case ended, before: there is nothing to ask.
  if (!advanced.ok) return plan(ended(deadline), { caseId: found.id });
  const record = nextVersion(found, { state: advanced.state }, context);
  return plan(
    {
      ...missed(deadline),
      cases: [record],
      entries: advanced.entries,
      effects: [
        ...showCase(context, record),
        ...sayInCase(
          context,
          `carrier-silent:${deadline.id}`,
          found,
          `${text}: ask the carrier, and say on case ${found.number} whether it is lost.`,
        ),
      ],
    },
    { caseId: found.id },
  );
};

/** P24, A17: it is here and not tested. Nothing is decided by itself. */
const testOverdue = ({ world, found, deadline, context }: Due): Verdict => {
  const waiting = unitsAtTest(world.units);
  if (found.closedAt !== null || waiting === 0) return plan(ended(deadline), { caseId: found.id });
  const days = testDays(world) ?? 0;
  const text = `${countOf(waiting, 'unit')} here for ${countOf(days, 'day')} and not decided`;
  const record = nextVersion(found, {}, context);
  return plan(
    {
      ...missed(deadline),
      cases: [record],
      entries: [entry(context, found.id, { event: 'return.test-overdue', text, clauses: ['P24'] })],
      effects: [
        ...showCase(context, record),
        ...sayInCase(
          context,
          `test-overdue:${deadline.id}`,
          found,
          `${text}: the test of case ${found.number} is overdue.`,
        ),
      ],
    },
    { caseId: found.id },
  );
};

const DUE: Readonly<Partial<Record<string, (due: Due) => Verdict>>> = {
  'rma-deadline': lastDayOver,
  [GOODS_DUE]: goodsDue,
  'rma-reminder': remind,
  'part-due': partOverdue,
  'carrier-silent': noWordOfParcel,
  'test-overdue': testOverdue,
  'tracking-wanted': trackingWanted,
  'photos-reminder': remindOfPhotos,
  'photos-due': photosOverdue,
  [ANSWER_DUE]: answerOverdue,
  [REJECTED_GOODS]: rejectedGoodsDue,
};
