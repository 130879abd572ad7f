import { policyBlocks } from '../amounts.ts';
import {
  type Block,
  choices,
  greeting,
  type MailBase,
  type MailDocument,
  type MailItem,
  note,
  paragraph,
} from '../blocks.ts';

/** What every mail about a shortage says. */
export type ShortageData = MailBase &
  Readonly<{
    items: readonly MailItem[];
    /** The day it is expected, as a date to read; null: not known. */
    eta: string | null;
  }>;

export type OutOfStockData = ShortageData &
  Readonly<{
    /** Asked before: the date moved, or the wait grew long. */
    again: boolean;
    /** There is something else in the order, and all of it can be sent. */
    restReady: boolean;
    /** Until when an answer counts, with its zone; then the money goes back. */
    answerBy: string;
    /** Two ways to the same page; null where none could be made. */
    links: Readonly<{ wait: string; refund: string }> | null;
  }>;

/** P7: it can't be sent now; wait, or have the money back. */
export const outOfStock = (data: OutOfStockData): MailDocument => {
  const { orderName: order, words, items } = data;
  const again = data.again ? '.again' : '';
  return {
    subject: words.say(`out-of-stock.subject${again}`, { order }),
    preview: words.say('out-of-stock.preview'),
    title: words.say(`out-of-stock.title${again}`),
    blocks: [
      greeting(data),
      paragraph(words.say(`out-of-stock.intro${again}`, { order })),
      { kind: 'items', items },
      ...expected(data),
      ...(data.restReady ? [paragraph(words.say('out-of-stock.rest'))] : []),
      paragraph(words.say('out-of-stock.ask')),
      ...waitOrRefund(data),
      note(words.say('out-of-stock.silence', { date: data.answerBy })),
      ...policyBlocks(['P8', 'P9'], words),
    ],
  };
};

/** P7: the time to answer is nearly over. */
export const backorderReminder = (data: OutOfStockData): MailDocument => {
  const { orderName: order, words, items, answerBy: date } = data;
  return {
    subject: words.say('backorder-reminder.subject', { order }),
    preview: words.say('backorder-reminder.preview', { date }),
    title: words.say('backorder-reminder.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('backorder-reminder.intro', { order })),
      { kind: 'items', items },
      ...expected(data),
      paragraph(words.say('out-of-stock.ask')),
      ...waitOrRefund(data),
      note(words.say('out-of-stock.silence', { date })),
      ...policyBlocks(['P8', 'P9'], words),
    ],
  };
};

const waitOrRefund = ({ links, words }: OutOfStockData): Block[] =>
  links === null
    ? [paragraph(words.say('out-of-stock.by-mail'))]
    : [
        ...choices([
          { label: words.say('out-of-stock.wait'), url: links.wait },
          { label: words.say('out-of-stock.refund'), url: links.refund },
        ]),
        note(words.say('note.page')),
      ];

/** When it comes, as far as anybody knows. */
export const expected = ({ eta, words }: Pick<ShortageData, 'eta' | 'words'>): Block[] =>
  eta === null
    ? [paragraph(words.say('out-of-stock.unknown-date'))]
    : [{ kind: 'facts', facts: [{ label: words.say('label.expected'), value: eta }] }];
