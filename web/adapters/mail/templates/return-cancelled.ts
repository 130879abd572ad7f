import { greeting, type MailBase, type MailDocument, paragraph } from '../blocks.ts';

export type ReturnCancelledData = MailBase & Readonly<{ rma: string | null }>;

/** P5: the customer keeps the goods; their number no longer counts. */
export const returnCancelled = (data: ReturnCancelledData): MailDocument => {
  const { words, rma, orderName: order } = data;
  return {
    subject: words.say('return-cancelled.subject', { order }),
    preview: words.say('return-cancelled.preview'),
    title: words.say('return-cancelled.title'),
    blocks: [
      greeting(data),
      paragraph(
        rma === null
          ? words.say('return-cancelled.intro.no-rma', { order })
          : words.say('return-cancelled.intro', { order, rma }),
      ),
      ...(rma === null ? [] : [paragraph(words.say('return-cancelled.number', { rma }))]),
    ],
  };
};
