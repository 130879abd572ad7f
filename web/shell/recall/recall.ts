import { endOf } from '../../../policy/app/deadline-stands.ts';
import type { CancellationData, CaseRecord, DeadlineRecord, RefundIntentRecord } from '../../../policy/app/records.ts';
import type { Changes, NewEffect } from '../../../policy/app/store.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { advance, entry } from '../advance.ts';
import { alertStaff } from '../backorder/alert-staff.ts';
import { retryCancellation } from '../commands/case-retry.ts';
import { startPaying } from '../commands/refund-approve.ts';
import { mail, readRecall, showCase } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { dropIntents, nextVersion } from '../intents.ts';

/** P11: a fulfilment service that holds the goods is asked to stop before anything is cancelled or paid. */

/** Past this nobody waits for the service any more: a person rings it up. */
const ANSWER_MS = 2 * 3_600_000;
const LAST_LOOK_MS = ANSWER_MS - 300_000;

export type CancellationCase = CaseRecord & Readonly<{ data: CancellationData }>;

/** True once nobody else holds what is to be cancelled, or that never had to be asked. */
export const isRecalled = ({ recall }: CancellationData): boolean =>
  recall === undefined || recall.state === 'not-needed' || recall.state === 'accepted';

/** What one fulfilment order says about being recalled, in Shopify's words, lower case. */
export type Asked = Readonly<{ id: string; requestStatus: string }>;

type Answer = 'not-needed' | 'asked' | 'accepted' | 'rejected';

/** What the services' answers come to: one refusal decides, an answer that is still missing is waited for. */
const answerOf = (asked: readonly Asked[]): Answer => {
  if (asked.length === 0) return 'not-needed';
  if (asked.some((one) => one.requestStatus === 'cancellation_rejected')) return 'rejected';
  // What is no longer on the list as held by a service has been let go.
  return asked.every((one) => one.requestStatus === 'cancellation_accepted' || one.requestStatus === 'unsubmitted')
    ? 'accepted'
    : 'asked';
};

const SAYS: Readonly<Record<Answer, string>> = {
  'not-needed': 'no fulfilment service holds the goods',
  asked: 'the fulfilment service was asked to stop the goods',
  accepted: 'the fulfilment service has stopped the goods',
  rejected: 'the fulfilment service did not stop the goods: they are leaving',
};

/** The world of the case with what the fulfilment service says noted in it. */
const noted = (found: CancellationCase, answer: Answer, asked: readonly Asked[], now: string): CancellationCase => ({
  ...found,
  data: {
    ...found.data,
    recall: {
      state: answer,
      askedAt: found.data.recall?.askedAt ?? now,
      fulfillmentOrderIds:
        asked.length > 0 ? asked.map((one) => one.id) : (found.data.recall?.fulfillmentOrderIds ?? []),
    },
  },
});

const ended = (world: World): readonly DeadlineRecord[] =>
  endOf(world.deadlines, 'done', ({ kind }) => kind.startsWith('recall-'));

/** What follows for the case from what the fulfilment services say. */
export const followRecall = (
  world: World,
  found: CancellationCase,
  asked: readonly Asked[],
  context: Context,
): Changes => {
  const answer = answerOf(asked);
  const before = found.data.recall?.state;
  if (answer === 'asked' && before !== 'asking') return {};
  const told = noted(found, answer, asked, context.now);
  switch (answer) {
    case 'asked':
      return waitFor(world, told, context);
    case 'rejected':
      return notStopped(world, told, context);
    default:
      return before === 'unanswered' ? lateAnswer(world, told, context) : goOn(world, told, answer, context);
  }
};

const waitFor = (world: World, told: CancellationCase, context: Context): Changes => {
  const record = nextVersion(told, {}, context);
  const text = `${SAYS.asked}; nothing is cancelled before it answers`;
  return {
    cases: [record],
    entries: [entry(context, told.id, { event: 'cancellation.recall', text, clauses: ['P11'] })],
    deadlines: [
      dueIn(world, told, 'recall-look', LAST_LOOK_MS, context),
      dueIn(world, told, 'recall-unanswered', ANSWER_MS, context),
    ],
    // It may have answered before this was written down: then its notice found nobody waiting.
    effects: [...lookAt(told, record.version, context), ...showCase(context, record)],
  };
};

const dueIn = (
  world: World,
  { id: caseId }: CancellationCase,
  kind: 'recall-look' | 'recall-unanswered',
  ms: number,
  context: Context,
): DeadlineRecord => ({
  id: context.ids.id(),
  shop: world.shop.domain,
  caseId,
  kind,
  dueAt: new Date(Date.parse(context.now) + ms).toISOString(),
  state: 'open',
});

const lookAt = ({ data, id }: CancellationCase, key: number | string, context: Context): readonly NewEffect[] => {
  const [first] = data.recall?.fulfillmentOrderIds ?? [];
  return first === undefined ? [] : [readRecall(context, first, `${id}:${key}`)];
};

/** Before anybody is alarmed: its notice may be lost. */
export const recallLook = (found: CancellationCase, deadline: DeadlineRecord, context: Context): Changes =>
  found.data.recall?.state === 'asked' ? { effects: lookAt(found, deadline.id, context) } : {};

/** Nobody holds it any more: what was approved meanwhile goes its way; else the approval starts it. */
const goOn = (world: World, told: CancellationCase, answer: Answer, context: Context): Changes => {
  const entries =
    answer === 'accepted'
      ? [entry(context, told.id, { event: 'cancellation.recall', text: SAYS.accepted, clauses: ['P11'] })]
      : [];
  const approved = world.intents.find((intent): intent is RefundIntentRecord => intent.state === 'approved');
  const started = approved === undefined ? null : startPaying({ ...world, case: told }, told, approved, context);
  if (started === null || 'ok' in started) {
    const record = nextVersion(told, {}, context);
    return { cases: [record], entries, deadlines: ended(world), effects: showCase(context, record) };
  }
  return {
    cases: [started.record],
    entries: [...entries, ...started.entries],
    deadlines: ended(world),
    effects: [...started.effects, ...showCase(context, started.record)],
  };
};

/** It answers after we had given up waiting: the policy is asked anew on what the order says now. */
const lateAnswer = (world: World, told: CancellationCase, context: Context): Changes => {
  const retried = retryCancellation({ ...world, case: told }, told.data, context);
  const noteOf = entry(context, told.id, { event: 'cancellation.recall', text: SAYS.accepted, clauses: ['P11'] });
  if (retried.ok) return { ...retried.changes, entries: [noteOf, ...(retried.changes.entries ?? [])] };
  const record = nextVersion(told, {}, context);
  return { cases: [record], entries: [noteOf], effects: showCase(context, record) };
};

/** P12: it leaves the house. Of a whole order a return is offered; of a part a person decides. */
const notStopped = (world: World, told: CancellationCase, context: Context): Changes => {
  const subject = { caseId: told.id, state: told.state };
  const whole = told.data.lines === null;
  const text = SAYS.rejected;
  const advanced =
    told.state === 'recalling' && whole
      ? advance(cancellation, subject, [{ event: 'recall-rejected', text }], context)
      : told.state === 'needs_agent' && whole
        ? advance(cancellation, subject, [{ event: 'convert-to-return', text }], context)
        : advance(cancellation, subject, [{ event: 'order-changed', text }], context);
  const dropped = dropIntents(world.intents, text, context);
  if (!advanced.ok || 'ok' in dropped) {
    const record = nextVersion(told, {}, context);
    return { cases: [record], effects: [...showCase(context, record), ...alertStaff(context, record, text)] };
  }
  const closes = advanced.state === 'converted_to_return';
  const record = nextVersion(told, { state: advanced.state, closedAt: closes ? context.now : null }, context);
  return {
    cases: [record],
    intents: dropped.intents,
    entries: [...dropped.entries, ...advanced.entries],
    deadlines: ended(world),
    effects: [
      ...(closes ? [mail(context, told.id, 'too-late')] : []),
      ...showCase(context, record),
      ...alertStaff(context, record, text),
    ],
  };
};

/** Two hours and no answer: a person rings the service up. What was approved is reckoned again when it goes on. */
export const recallUnanswered = (world: World, found: CancellationCase, context: Context): Changes => {
  const text = 'the fulfilment service has not answered for two hours: ring it up, then ask the policy again';
  const recall = found.data.recall;
  const advanced = advance(
    cancellation,
    { caseId: found.id, state: found.state },
    [{ event: found.state === 'recalling' ? 'recall-unanswered' : 'order-changed', text }],
    context,
  );
  const dropped = dropIntents(world.intents, text, context);
  if (recall?.state !== 'asked' || !advanced.ok || 'ok' in dropped) return {};
  const data: CancellationData = { ...found.data, recall: { ...recall, state: 'unanswered' } };
  const record = nextVersion(found, { state: advanced.state, data }, context);
  return {
    cases: [record],
    intents: dropped.intents,
    entries: [...dropped.entries, ...advanced.entries],
    effects: [...showCase(context, record), ...alertStaff(context, record, text)],
  };
};
