import { policyBlocks } from '../amounts.ts';
import { greeting, type MailBase, type MailDocument, paragraph } from '../blocks.ts';

export type ParcelReceivedData = MailBase &
  Readonly<{
    rma: string | null;
    isDefective: boolean;
    /** Until when the test is done, as a date to read; null: the shop names no time. */
    answerBy: string | null;
  }>;

/** What comes next, and by when. */
export const whatFollows = ({ words, isDefective, answerBy: date }: ParcelReceivedData) =>
  paragraph(
    date === null
      ? words.say(isDefective ? 'parcel-received.test.undated' : 'parcel-received.check.undated')
      : words.say(isDefective ? 'parcel-received.test' : 'parcel-received.check', { date }),
  );

/** P24, P17: it is here, and what comes next. */
export const parcelReceived = (data: ParcelReceivedData): MailDocument => {
  const { words, rma, orderName: order, isDefective } = data;
  return {
    subject: words.say('parcel-received.subject', { order }),
    preview: words.say(isDefective ? 'parcel-received.preview.test' : 'parcel-received.preview.check'),
    title: words.say('parcel-received.title'),
    blocks: [
      greeting(data),
      paragraph(
        rma === null
          ? words.say('parcel-received.intro.no-rma', { order })
          : words.say('parcel-received.intro', { rma, order }),
      ),
      whatFollows(data),
      paragraph(words.say('note.nothing-to-do')),
      ...policyBlocks([isDefective ? 'P24' : 'P17'], words),
    ],
  };
};
