import { greeting, type MailDocument } from '../blocks.ts';
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
export const backorderWaiting = (data: BackorderWaitingData): MailDocument => ({
  subject: `Thank you for waiting: order ${data.orderName}`,
  preview: 'It ships as soon as it is in stock again.',
  title: 'Thank you for waiting',
  blocks: [
    greeting(data),
    { kind: 'paragraph', text: `thank you: you wait for this from order ${data.orderName}.` },
    { kind: 'items', items: data.items },
    ...expected(data),
    {
      kind: 'paragraph',
      text: 'It ships as soon as it is in stock again, at the price you paid. If it takes longer, we ask you again.',
    },
    ...(data.partial
      ? [
          {
            kind: 'paragraph',
            text: data.waitsWhole
              ? 'The rest of your order waits with it, and everything comes together.'
              : 'The rest of your order does not wait for it.',
          } as const,
        ]
      : []),
    ...(data.answerUrl === null
      ? [{ kind: 'note', text: 'Changed your mind? Answer this mail, and we refund it.' } as const]
      : [
          { kind: 'note', text: 'Changed your mind? You can have your money back while it has not shipped:' } as const,
          { kind: 'choices', choices: [{ label: 'Refund me', url: data.answerUrl }] } as const,
        ]),
  ],
});

export type BackorderNewDateData = ShortageData;

/** P7, P8: there is a date, or a better one. */
export const backorderNewDate = (data: BackorderNewDateData): MailDocument => ({
  subject: `A date for order ${data.orderName}`,
  preview: data.eta === null ? 'We have news about your order.' : `Expected on ${data.eta}.`,
  title: 'We have a date',
  blocks: [
    greeting(data),
    { kind: 'paragraph', text: `we have news about what is out of stock in order ${data.orderName}:` },
    { kind: 'items', items: data.items },
    ...expected(data),
    {
      kind: 'paragraph',
      text: 'You need not do anything. If you have not told us yet what you would like, the buttons in our earlier mail still work.',
    },
  ],
});

export type BackorderShipsData = ShortageData &
  Readonly<{
    /** They agreed to wait; else it was found before they answered. */
    waited: boolean;
  }>;

/** P8: it is here and goes out. */
export const backorderShips = (data: BackorderShipsData): MailDocument => ({
  subject: `In stock again: order ${data.orderName} is on its way to you`,
  preview: 'It is in stock again, and we are sending it.',
  title: 'Good news: it is in stock again',
  blocks: [
    greeting(data),
    {
      kind: 'paragraph',
      text: data.waited
        ? `thank you for waiting: this from order ${data.orderName} is in stock again, and we are sending it now.`
        : `we told you that this from order ${data.orderName} is out of stock. It is in stock again, and we are sending it now.`,
    },
    { kind: 'items', items: data.items },
    { kind: 'paragraph', text: 'You need not do anything.' },
  ],
});

/** P9: it never comes; we are sorry, and the money goes back at once. */
export const backorderDiscontinued = (data: ShortageData): MailDocument => ({
  subject: `We are sorry: we can't supply order ${data.orderName} as you placed it`,
  preview: 'You get your money back; you need not do anything.',
  title: 'We are sorry',
  blocks: [
    greeting(data),
    {
      kind: 'paragraph',
      text: `we had hoped to send you this from order ${data.orderName}. Now we know that we can't get it any more:`,
    },
    { kind: 'items', items: data.items },
    {
      kind: 'paragraph',
      text: 'We refund in full what you paid for it, at once. You need not do anything; we write to you as soon as the money is on its way.',
    },
    { kind: 'paragraph', text: 'We apologise for letting you wait for nothing.' },
  ],
});
