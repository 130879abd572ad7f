import type { ClauseId } from '../../../../policy/clauses.ts';
import { policyBlocks } from '../amounts.ts';
import { greeting, type MailBase, type MailDocument, paragraph } from '../blocks.ts';
import { type RejectedGoods, rejectedGoods } from './rejected-goods.ts';

export type DeclinedData = MailBase &
  Readonly<{
    rma: string | null;
    clauses: readonly ClauseId[];
    /** What the person who decided wrote, if anything. */
    because: string | null;
    /** Goods that are here and not accepted. */
    rejected: RejectedGoods | null;
  }>;

/** The answer is no: with the clause it rests on, and how to object. */
export const declined = (data: DeclinedData): MailDocument => {
  const { words, rma, orderName: order } = data;
  const values = { order, rma: rma ?? '' };
  const no = rma === null ? '.no-rma' : '';
  return {
    subject: words.say(`declined.subject${no}`, values),
    preview: words.say('declined.preview'),
    title: words.say('declined.title'),
    blocks: [
      greeting(data),
      paragraph(words.say(`declined.intro${no}`, values)),
      ...(data.because === null ? [] : [paragraph(data.because)]),
      ...(data.rejected === null ? [] : [rejectedGoods(data.rejected, words)]),
      ...policyBlocks(data.clauses, words),
      paragraph(words.say('note.object')),
    ],
  };
};
