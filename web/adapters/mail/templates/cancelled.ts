import type { Breakdown } from '../../../../policy/decision.ts';
import { amountsBlock } from '../amounts.ts';
import { greeting, type MailBase, type MailDocument, type MailItem } from '../blocks.ts';

export type CancelledData = MailBase &
  Readonly<{
    /** Why: the customer asked for it, or we could not supply. */
    because: 'asked' | 'out-of-stock';
    /** The whole order, or only these items; the rest goes on. */
    items: readonly MailItem[] | null;
    refund: Breakdown | null;
  }>;

/** P11, P9: it is cancelled, and this is what comes back. */
export const cancelled = (data: CancelledData): MailDocument => {
  const { orderName, items, refund } = data;
  const what = items === null ? `order ${orderName}` : `part of order ${orderName}`;
  const paidBack = refund !== null && refund.total > 0;
  return {
    subject: `Cancelled: ${what}`,
    preview: paidBack ? 'Your refund is on its way.' : 'You will not be charged.',
    title: items === null ? 'Your order is cancelled' : 'Part of your order is cancelled',
    blocks: [
      greeting(data),
      {
        kind: 'paragraph',
        text:
          data.because === 'asked'
            ? `As you asked, we have cancelled ${what}. It had not shipped yet.`
            : `We are sorry: we can't supply ${what}, so we have cancelled it.`,
      },
      ...(items === null
        ? []
        : ([
            { kind: 'items', items },
            { kind: 'paragraph', text: 'Everything else in your order stays as it is.' },
          ] as const)),
      ...(refund !== null && paidBack
        ? ([
            { kind: 'heading', text: 'What you get back' },
            amountsBlock(refund, 'Refund'),
            { kind: 'note', text: 'It goes back to where you paid from. Most banks show it within 5 to 10 days.' },
          ] as const)
        : ([
            {
              kind: 'paragraph',
              text: 'No money was taken for it, so there is nothing to pay back; an authorization on your card is released.',
            },
          ] as const)),
    ],
  };
};
