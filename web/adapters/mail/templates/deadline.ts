import type { ClauseId } from '../../../../policy/clauses.ts';
import type { Deadline } from '../../../../policy/decision.ts';
import { showDeadline, showDeadlineDay } from '../../../../policy/texts/customer/dates.ts';
import { policyBlocks } from '../amounts.ts';
import { choices, greeting, type MailBase, type MailDocument, type MailItem, note, paragraph } from '../blocks.ts';

export type DeadlineData = MailBase &
  Readonly<{
    rma: string;
    deadline: Deadline;
    /** Until then it has to be with the carrier; else with us (A11). */
    bySending: boolean;
    /** What is to come back. */
    items: readonly MailItem[];
    trackingUrl: string | null;
    /** The replacement is out already (P17). */
    replaced: boolean;
    isDefective: boolean;
  }>;

/** P21 speaks of defective products: where the shop sets others a last day too, it is not theirs to read. */
const clausesOf = ({ replaced, isDefective }: Pick<DeadlineData, 'replaced' | 'isDefective'>): readonly ClauseId[] => [
  ...(replaced ? (['P17'] as const) : []),
  ...(isDefective ? (['P21'] as const) : []),
  ...(replaced ? [] : (['P22'] as const)),
];

/** P21: some days are left. Sent on days 20, 27 and 29 of 30, to who has not sent it yet. */
export const deadlineReminder = (data: DeadlineData): MailDocument => {
  const { words, rma, orderName: order, bySending } = data;
  const date = showDeadlineDay(data.deadline, words);
  return {
    subject: words.say(bySending ? 'deadline-reminder.subject.sent' : 'deadline-reminder.subject', {
      rma,
      order,
      date,
    }),
    preview: words.say('deadline-reminder.preview', { date }),
    title: words.say('deadline-reminder.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('deadline-reminder.intro', { rma, order })),
      dueBy(data),
      { kind: 'items', items: data.items },
      paragraph(words.say('deadline-reminder.sent')),
      ...choices([{ label: words.say('rma-issued.track-link'), url: data.trackingUrl }]),
      note(words.say(data.replaced ? 'deadline-reminder.late.replaced' : 'deadline-reminder.late')),
      ...policyBlocks(clausesOf(data), words),
    ],
  };
};

/** P21, P22: the last day is over. A person decides what becomes of it; nothing is refused by this mail. */
export const deadlinePassed = (data: DeadlineData): MailDocument => {
  const { words, rma, orderName: order } = data;
  const sent = data.bySending ? '.sent' : '';
  return {
    subject: words.say('deadline-passed.subject', { rma, order }),
    preview: words.say(`deadline-passed.preview${sent}`, { date: showDeadlineDay(data.deadline, words) }),
    title: words.say('deadline-passed.title'),
    blocks: [
      greeting(data),
      paragraph(words.say(`deadline-passed.intro${sent}`, { rma, order, date: showDeadline(data.deadline, words) })),
      { kind: 'items', items: data.items },
      ...(data.replaced ? [paragraph(words.say('deadline-passed.replaced'))] : []),
      paragraph(words.say('deadline-passed.sent')),
      ...policyBlocks(clausesOf(data), words),
    ],
  };
};

/** P21: a new last day, in place of the one before. */
export const deadlineExtended = (data: DeadlineData): MailDocument => {
  const { words, rma, orderName: order } = data;
  return {
    subject: words.say('deadline-extended.subject', { rma, order, date: showDeadlineDay(data.deadline, words) }),
    preview: words.say('deadline-extended.preview'),
    title: words.say('deadline-extended.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('deadline-extended.intro', { rma, order })),
      dueBy(data),
      { kind: 'items', items: data.items },
      paragraph(words.say(data.bySending ? 'deadline-extended.next.sent' : 'deadline-extended.next')),
      ...policyBlocks(clausesOf({ ...data, replaced: false }), words),
    ],
  };
};

const dueBy = ({ deadline, bySending, words }: DeadlineData) =>
  ({
    kind: 'facts',
    facts: [{ label: words.say(bySending ? 'label.due.sent' : 'label.due'), value: showDeadline(deadline, words) }],
  }) as const;
