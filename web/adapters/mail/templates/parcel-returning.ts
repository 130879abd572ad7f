import { policyBlocks } from '../amounts.ts';
import { greeting, type MailBase, type MailDocument, note, paragraph } from '../blocks.ts';

export type ParcelReturningData = MailBase &
  Readonly<{ /** It could not be delivered, and not because the customer refused it. */ ourSide: boolean }>;

/** P13: the parcel is on its way back to us. */
export const parcelReturning = (data: ParcelReturningData): MailDocument => {
  const { words, orderName: order } = data;
  return {
    subject: words.say('parcel-returning.subject', { order }),
    preview: words.say('note.nothing-to-do'),
    title: words.say('parcel-returning.title'),
    blocks: [
      greeting(data),
      paragraph(words.say(data.ourSide ? 'parcel-returning.ours' : 'parcel-returning.refused', { order })),
      paragraph(words.say('parcel-returning.next')),
      ...policyBlocks(data.ourSide ? ['P4'] : ['P12', 'P13'], words),
      note(words.say('parcel-returning.mistake')),
    ],
  };
};
