import { type Block, greeting, type MailBase, type MailDocument, type MailItem } from '../blocks.ts';

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
    /** Something else of the order can be sent. */
    partial: boolean;
    /** Until when an answer counts, with its zone; then the money goes back. */
    answerBy: string;
    /** Two ways to the same page; null where none could be made. */
    links: Readonly<{ wait: string; refund: string }> | null;
  }>;

/** P7: it can't be sent now; wait, or have the money back. */
export const outOfStock = (data: OutOfStockData): MailDocument => {
  const { orderName, again, partial } = data;
  return {
    subject: again ? `Still out of stock: will you wait? Order ${orderName}` : `Out of stock: order ${orderName}`,
    preview: 'Please tell us: will you wait, or do you want your money back?',
    title: again ? 'It takes longer than we thought' : 'We are sorry: this is out of stock',
    blocks: [
      greeting(data),
      {
        kind: 'paragraph',
        text: again
          ? `you agreed to wait for this from order ${orderName}. It takes longer than we thought, so we ask you again:`
          : `after you placed order ${orderName}, this went out of stock. We are sorry.`,
      },
      { kind: 'items', items: data.items },
      ...expected(data),
      ...(partial ? [{ kind: 'paragraph', text: 'Everything else in your order can be sent.' } as const] : []),
      { kind: 'paragraph', text: 'What would you like?' },
      ...choices(data),
      {
        kind: 'note',
        text: `Without an answer by ${data.answerBy} we refund in full what we can't send. You need not do anything for that.`,
      },
    ],
  };
};

/** P7: the time to answer is nearly over. */
export const backorderReminder = (data: OutOfStockData): MailDocument => ({
  subject: `Will you wait? Order ${data.orderName}`,
  preview: `Please tell us by ${data.answerBy}.`,
  title: 'Please tell us what you would like',
  blocks: [
    greeting(data),
    {
      kind: 'paragraph',
      text: `this from order ${data.orderName} is still out of stock, and we have not heard from you:`,
    },
    { kind: 'items', items: data.items },
    ...expected(data),
    { kind: 'paragraph', text: 'What would you like?' },
    ...choices(data),
    { kind: 'note', text: `Without an answer by ${data.answerBy} we refund in full what we can't send.` },
  ],
});

const choices = ({ links }: OutOfStockData): Block[] =>
  links === null
    ? [{ kind: 'paragraph', text: 'Answer this mail: write “I’ll wait” or “Refund me”.' }]
    : [
        {
          kind: 'choices',
          choices: [
            { label: 'I’ll wait', url: links.wait },
            { label: 'Refund me', url: links.refund },
          ],
        },
        { kind: 'note', text: 'Each opens a page on which you confirm: nothing happens by opening it.' },
      ];

/** When it comes, as far as anybody knows. */
export const expected = ({ eta }: Pick<ShortageData, 'eta'>): Block[] =>
  eta === null
    ? [{ kind: 'paragraph', text: 'We do not know yet when it will be back.' }]
    : [{ kind: 'facts', facts: [{ label: 'Expected on', value: eta }] }];
