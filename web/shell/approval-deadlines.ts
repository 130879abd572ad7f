import type { DeadlineRecord, RefundIntentRecord } from '../../policy/app/records.ts';
import { payoutWords } from '../../policy/app/ship-first.ts';
import type { NewEffect } from '../../policy/app/store.ts';
import { mayApprove } from '../../policy/approvals/may-approve.ts';
import { entry } from './advance.ts';
import { say } from './effects-of.ts';
import { type Context, plan, type Verdict, type World } from './handler.ts';
import { mentionOf } from './mention-of.ts';

/** Times by which a refund that waits for an approver is brought to mind (A27). */
const HOURS = {
  'approval-reminder': 'approval.remindHours',
  'approval-escalation': 'approval.escalateHours',
} as const;
type Kind = keyof typeof HOURS;
const KINDS = Object.keys(HOURS) as Kind[];

export const APPROVAL_DEADLINES: ReadonlySet<string> = new Set(KINDS);

const HOUR_MS = 3_600_000;

/** A refund begins to wait: when to remind, and when to write to everybody who may decide. 0 hours: never. */
export const approvalDeadlines = (world: World, context: Context): readonly DeadlineRecord[] => [
  ...endApprovalDeadlines(world.deadlines),
  ...KINDS.flatMap((kind): DeadlineRecord[] => {
    const hours = Number(world.settings[HOURS[kind]]);
    return hours === 0 || world.case === null
      ? []
      : [
          {
            id: context.ids.id(),
            shop: world.shop.domain,
            caseId: world.case.id,
            kind,
            dueAt: new Date(Date.parse(context.now) + hours * HOUR_MS).toISOString(),
            state: 'open',
          },
        ];
  }),
];

/** Decided: nobody need be reminded. */
export const endApprovalDeadlines = (deadlines: readonly DeadlineRecord[]): readonly DeadlineRecord[] =>
  deadlines
    .filter((each) => each.state === 'open' && APPROVAL_DEADLINES.has(each.kind))
    .map((each) => ({ ...each, state: 'dropped' as const }));

/** Slack ids of those who could decide on it now, whoever has it in hand first. */
export const whoMayDecide = (world: World, intent: RefundIntentRecord): readonly string[] =>
  world.people
    .filter(
      (person) =>
        mentionOf(world, person).length > 0 &&
        mayApprove({
          person,
          proposedBy: intent.proposedBy,
          approvals: intent.approvals,
          people: world.people,
          guest: person.guest === true,
          intentOrderVersion: '',
          currentOrderVersion: '',
        }).ok,
    )
    .toSorted((a, b) => Number(b.id === intent.delegatedTo) - Number(a.id === intent.delegatedTo))
    .flatMap((person) => mentionOf(world, person));

/** Hours are over without a decision: the approvers' channel hears of it, later each of them by a message of their own. */
export const approvalDue = (world: World, deadline: DeadlineRecord, context: Context): Verdict => {
  const ended = { deadlines: [{ ...deadline, state: 'done' as const }] };
  const found = world.case;
  const intent = world.intents.find((each) => each.state === 'awaiting_approval');
  if (found === null || intent === undefined) return plan(ended, { caseId: deadline.caseId });
  const hours = Number(world.settings[HOURS[deadline.kind as Kind]]);
  const what = `the ${payoutWords(found.data, intent)} for case ${found.number} (${found.orderName}${found.rma === null ? '' : `, ${found.rma}`})`;
  const who = whoMayDecide(world, intent);
  const text = `${what} has waited ${hours === 1 ? 'an hour' : `${hours} hours`} for an approver`;
  return plan(
    {
      ...ended,
      entries: [entry(context, found.id, { event: `refund.${deadline.kind}`, text: `${text}; they are reminded` })],
      effects:
        deadline.kind === 'approval-reminder'
          ? remind(world, deadline, text, intent.delegatedTo == null ? who : who.slice(0, 1), context)
          : escalate(world, deadline, text, who, context),
    },
    { caseId: found.id, intentId: intent.id },
  );
};

const remind = (
  world: World,
  deadline: DeadlineRecord,
  text: string,
  mention: readonly string[],
  context: Context,
): readonly NewEffect[] => {
  const { shop, case: found } = world;
  const channel = shop.approvalsChannel ?? shop.slackChannel ?? found?.thread?.channel ?? null;
  if (channel === null || found === null) return [];
  return [
    say(context, `approval-reminder:${deadline.id}`, {
      channel,
      // In the case's own thread where that is in the approvers' channel.
      threadTs: found.thread?.channel === channel ? found.thread.ts : '',
      text: `Reminder: ${text}.`,
      mention: [...mention],
      caseId: found.id,
      orderId: null,
    }),
  ];
};

const escalate = (
  world: World,
  deadline: DeadlineRecord,
  text: string,
  who: readonly string[],
  context: Context,
): readonly NewEffect[] => {
  const found = world.case;
  if (found === null) return [];
  return [
    ...who.map((user) =>
      say(context, `approval-escalation:${deadline.id}:${user}`, {
        channel: user,
        threadTs: '',
        text: `${text.charAt(0).toUpperCase()}${text.slice(1)}. Nobody has decided: please look at your Home, or write “approve ${found.rma ?? found.orderName}” or “do not refund ${found.rma ?? found.orderName}, …”.`,
        caseId: found.id,
        orderId: null,
      }),
    ),
    ...(found.thread === null
      ? []
      : [
          say(context, `approval-escalation:${deadline.id}`, {
            channel: found.thread.channel,
            threadTs: found.thread.ts,
            text:
              who.length === 0
                ? `Nobody here may decide on it: ${text}. An owner has to make somebody an approver.`
                : `Still no decision: ${text}. Every approver has been written to.`,
            caseId: found.id,
            orderId: null,
          }),
        ]),
  ];
};
