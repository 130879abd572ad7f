import type { Deadline } from '../../../../policy/decision.ts';
import { showDeadline, showDeadlineDay } from '../../../../policy/texts/customer/dates.ts';
import { policyBlocks } from '../amounts.ts';
import { greeting, heading, type MailBase, type MailDocument, type MailItem, paragraph } from '../blocks.ts';
import { sendTo } from './rma-issued.ts';

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
export const partsMissing = (data: PartsMissingData): MailDocument => {
  const { words, rma, orderName: order } = data;
  return {
    subject: words.say('parts-missing.subject', { order }),
    preview: words.say('parts-missing.preview', { date: showDeadlineDay(data.deadline, words) }),
    title: words.say('parts-missing.title'),
    blocks: [
      greeting(data),
      paragraph(
        rma === null
          ? words.say('parts-missing.intro.no-rma', { order })
          : words.say('parts-missing.intro', { rma, order }),
      ),
      { kind: 'items', items: data.items },
      {
        kind: 'facts',
        facts: [
          ...(data.what === null ? [] : [{ label: words.say('parts-missing.what'), value: data.what }]),
          { label: words.say('parts-missing.by'), value: showDeadline(data.deadline, words) },
        ],
      },
      heading(words.say('rma-issued.to')),
      ...sendTo(data),
      paragraph(words.say(rma === null ? 'parts-missing.next.no-rma' : 'parts-missing.next')),
      ...policyBlocks(['P33'], words),
    ],
  };
};
