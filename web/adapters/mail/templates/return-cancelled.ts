import { greeting, type MailBase, type MailDocument, note, paragraph } from '../blocks.ts';

export type ReturnCancelledData = MailBase &
  Readonly<{
    rma: string | null;
    /** The customer called it off; else nothing is said of who did. */
    asked: boolean;
  }>;

/** P5: the customer keeps the goods; their number no longer counts. */
export const returnCancelled = (data: ReturnCancelledData): MailDocument => {
  const { words, rma, asked, orderName: order } = data;
  const intro = asked ? 'return-cancelled.intro' : 'return-cancelled.off';
  return {
    subject: words.say('return-cancelled.subject', { order }),
    preview: words.say('return-cancelled.preview'),
    title: words.say('return-cancelled.title'),
    blocks: [
      greeting(data),
      paragraph(rma === null ? words.say(`${intro}.no-rma`, { order }) : words.say(intro, { order, rma })),
      ...(rma === null ? [] : [paragraph(words.say('return-cancelled.number', { rma }))]),
      ...(asked ? [] : [note(words.say('return-cancelled.unexpected'))]),
    ],
  };
};
