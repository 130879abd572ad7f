import { policyBlocks } from '../amounts.ts';
import { choices, greeting, type MailDocument, note, paragraph } from '../blocks.ts';
import { expected, type ShortageData } from './out-of-stock.ts';

export type BackorderWaitingData = ShortageData &
  Readonly<{
    /** The rest of the order waits too. */
    waitsWhole: boolean;
    /** Something else of the order is still to be sent. */
    partial: boolean;
    /** The page on which they can change their mind; null where none could be made. */
    answerUrl: string | null;
  }>;

/** P8: they wait; it ships when it is there. */
export const backorderWaiting = (data: BackorderWaitingData): MailDocument => {
  const { orderName: order, words, items, answerUrl } = data;
  return {
    subject: words.say('backorder-waiting.subject', { order }),
    preview: words.say('backorder-waiting.preview'),
    title: words.say('backorder-waiting.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('backorder-waiting.intro', { order })),
      { kind: 'items', items },
      ...expected(data),
      paragraph(words.say('backorder-waiting.next')),
      ...(data.partial
        ? [paragraph(words.say(data.waitsWhole ? 'backorder-waiting.whole' : 'backorder-waiting.part'))]
        : []),
      ...policyBlocks(['P8'], words),
      note(words.say(answerUrl === null ? 'backorder-waiting.change-by-mail' : 'backorder-waiting.change')),
      ...choices([{ label: words.say('out-of-stock.refund'), url: answerUrl }]),
    ],
  };
};

/** P7, P8: there is a date, or a better one. */
export const backorderNewDate = (data: ShortageData): MailDocument => {
  const { orderName: order, words, items } = data;
  return {
    subject: words.say('backorder-new-date.subject', { order }),
    preview: words.say('backorder-new-date.preview'),
    title: words.say('backorder-new-date.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('backorder-new-date.intro', { order })),
      { kind: 'items', items },
      ...expected(data),
      paragraph(words.say('backorder-new-date.next')),
    ],
  };
};

export type BackorderShipsData = ShortageData &
  Readonly<{
    /** They agreed to wait; else it was found before they answered. */
    waited: boolean;
  }>;

/** P8: it is here and goes out. */
export const backorderShips = (data: BackorderShipsData): MailDocument => {
  const { orderName: order, words, items } = data;
  return {
    subject: words.say('backorder-ships.subject', { order }),
    preview: words.say('backorder-ships.preview'),
    title: words.say('backorder-ships.title'),
    blocks: [
      greeting(data),
      paragraph(words.say(data.waited ? 'backorder-ships.waited' : 'backorder-ships.found', { order })),
      { kind: 'items', items },
      paragraph(words.say('note.nothing-to-do')),
      ...policyBlocks(['P8'], words),
    ],
  };
};

/** P9: it never comes; we are sorry, and the money goes back at once. */
export const backorderDiscontinued = (data: ShortageData): MailDocument => {
  const { orderName: order, words, items } = data;
  return {
    subject: words.say('backorder-discontinued.subject', { order }),
    preview: words.say('backorder-discontinued.preview'),
    title: words.say('backorder-discontinued.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('backorder-discontinued.intro', { order })),
      { kind: 'items', items },
      paragraph(words.say('backorder-discontinued.next')),
      paragraph(words.say('backorder-discontinued.sorry')),
      ...policyBlocks(['P9'], words),
    ],
  };
};
