import { policyBlocks } from '../amounts.ts';
import { greeting, type MailBase, type MailDocument, note, paragraph } from '../blocks.ts';
import { type ParcelReceivedData, whatFollows } from './parcel-received.ts';

/** P19, P20, P35: it came without its number, and we know now whose it is. */
export const parcelIdentified = (data: ParcelReceivedData): MailDocument => {
  const { words, rma, orderName: order } = data;
  return {
    subject: words.say('parcel-identified.subject', { order }),
    preview: words.say('parcel-identified.preview'),
    title: words.say('parcel-identified.title'),
    blocks: [
      greeting(data),
      paragraph(
        rma === null
          ? words.say('parcel-identified.intro.no-rma', { order })
          : words.say('parcel-identified.intro', { rma, order }),
      ),
      paragraph(words.say('parcel-identified.delay')),
      whatFollows(data),
      paragraph(words.say('note.nothing-to-do')),
      ...policyBlocks(['P20', 'P35'], words),
    ],
  };
};

export type ParcelUnmarkedData = MailBase &
  Readonly<{ /** Until when it is kept, as a time to read; null where nobody has said. */ keptUntil: string | null }>;

/** P20: is this yours? Says nothing about what is in the parcel: it may be somebody else's. */
export const parcelUnmarked = (data: ParcelUnmarkedData): MailDocument => {
  const { words, orderName: order } = data;
  return {
    subject: words.say('parcel-unmarked.subject', { order }),
    preview: words.say('parcel-unmarked.preview'),
    title: words.say('parcel-unmarked.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('parcel-unmarked.intro', { order })),
      paragraph(words.say('parcel-unmarked.ask')),
      ...(data.keptUntil === null ? [] : [note(words.say('parcel-unmarked.hold', { date: data.keptUntil }))]),
      ...policyBlocks(['P20', 'P34'], words),
    ],
  };
};
