import type { Deadline } from '../../../../policy/decision.ts';
import { clausesBlock } from '../amounts.ts';
import { greeting, type MailBase, type MailDocument, type MailItem } from '../blocks.ts';
import { showDeadline, showDeadlineDay } from '../dates.ts';

export type PartsMissingData = MailBase &
  Readonly<{
    rma: string | null;
    items: readonly MailItem[];
    /** What is missing, as the person who looked wrote it. */
    what: string | null;
    deadline: Deadline;
    returnAddress: readonly string[];
  }>;

/** P32, P33: something that came with it is not in the parcel; it may be sent after. */
export const partsMissing = (data: PartsMissingData): MailDocument => ({
  subject: `Something is missing from your return for order ${data.orderName}`,
  preview: `Please send it by ${showDeadlineDay(data.deadline)}.`,
  title: 'Something is missing from your return',
  blocks: [
    greeting(data),
    {
      kind: 'paragraph',
      text: `Your return${data.rma === null ? '' : ` ${data.rma}`} for order ${data.orderName} is here, but not everything that came with it was in the parcel.`,
    },
    { kind: 'items', items: data.items },
    ...(data.what === null ? [] : [{ kind: 'highlight', label: 'What is missing', value: data.what } as const]),
    { kind: 'facts', facts: [{ label: 'Please send it by', value: showDeadline(data.deadline) }] },
    { kind: 'address', lines: data.returnAddress },
    {
      kind: 'paragraph',
      text: 'Write your return number on the outside. If you no longer have it, answer this mail: a person decides how to go on.',
    },
    { kind: 'heading', text: 'Our policy' },
    clausesBlock(['P33']),
  ],
});
