import type { Deadline } from '../../../../policy/decision.ts';
import { clausesBlock } from '../amounts.ts';
import { greeting, type MailBase, type MailDocument, type MailItem } from '../blocks.ts';
import { showDeadline, showDeadlineDay } from '../dates.ts';

export type DeadlineData = MailBase &
  Readonly<{ rma: string; deadline: Deadline /** What is to come back. */; items: readonly MailItem[] }>;

/** P21: some days are left. Sent on days 20, 27 and 29 of 30, to who has not sent it yet. */
export const deadlineReminder = (data: DeadlineData): MailDocument => ({
  subject: `Your return ${data.rma} for order ${data.orderName}: please send it by ${showDeadlineDay(data.deadline)}`,
  preview: `It has to be here by ${showDeadlineDay(data.deadline)}.`,
  title: 'Your return is due soon',
  blocks: [
    greeting(data),
    {
      kind: 'paragraph',
      text: `We have not received your return ${data.rma} for order ${data.orderName} yet.`,
    },
    { kind: 'facts', facts: [{ label: 'To be here by', value: showDeadline(data.deadline) }] },
    { kind: 'items', items: data.items },
    {
      kind: 'paragraph',
      text: 'Have you sent it already? Answer this mail with the tracking number and the carrier, so that we can follow it.',
    },
    { kind: 'note', text: 'After that day there is no replacement and no refund. Need more time? Answer this mail.' },
  ],
});

/** P21, P22: the last day is over. A person decides what becomes of it; nothing is refused by this mail. */
export const deadlinePassed = (data: DeadlineData): MailDocument => ({
  subject: `Your return ${data.rma} for order ${data.orderName}: the last day is over`,
  preview: `It had to be here by ${showDeadlineDay(data.deadline)}.`,
  title: 'We have not received your return',
  blocks: [
    greeting(data),
    {
      kind: 'paragraph',
      text: `Your return ${data.rma} for order ${data.orderName} had to be here by ${showDeadline(data.deadline)}, and it is not.`,
    },
    {
      kind: 'paragraph',
      text: 'Did you send it in time? Answer this mail with the tracking number and the day you handed it over. A person looks at it.',
    },
    { kind: 'heading', text: 'Our policy' },
    clausesBlock(['P21', 'P22']),
  ],
});

/** P21: a new last day, in place of the one before. */
export const deadlineExtended = (data: DeadlineData): MailDocument => ({
  subject: `Your return ${data.rma} for order ${data.orderName}: you have until ${showDeadlineDay(data.deadline)}`,
  preview: 'You have more time for your return.',
  title: 'You have more time',
  blocks: [
    greeting(data),
    { kind: 'paragraph', text: `Your return ${data.rma} for order ${data.orderName} has a new last day.` },
    { kind: 'facts', facts: [{ label: 'To be here by', value: showDeadline(data.deadline) }] },
    { kind: 'paragraph', text: 'The number stays the same, and so does everything else.' },
  ],
});
