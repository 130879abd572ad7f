import type { Breakdown } from '../../../../policy/decision.ts';
import { amountsBlock, policyBlocks } from '../amounts.ts';
import { greeting, heading, type MailBase, type MailDocument, type MailItem, note, paragraph } from '../blocks.ts';

export type CancelledData = MailBase &
  Readonly<{
    /** Why: the customer asked for it, or we could not supply. */
    because: 'asked' | 'out-of-stock';
    /** The whole order, or only these items; the rest goes on. */
    items: readonly MailItem[] | null;
    refund: Breakdown | null;
    /** It could not go back the way it came. */
    paidAnotherWay: boolean;
  }>;

/** P11, P9: it is cancelled, and this is what comes back. */
export const cancelled = (data: CancelledData): MailDocument => {
  const { orderName: order, items, refund, words } = data;
  const part = items === null ? '' : '.part';
  const paidBack = refund !== null && refund.total > 0;
  return {
    subject: words.say(`cancelled.subject${part}`, { order }),
    preview: words.say(paidBack ? 'cancelled.preview.refund' : 'cancelled.preview.nothing'),
    title: words.say(`cancelled.title${part}`),
    blocks: [
      greeting(data),
      paragraph(words.say(`cancelled.${data.because}${part}`, { order })),
      ...(items === null ? [] : ([{ kind: 'items', items }, paragraph(words.say('cancelled.rest'))] as const)),
      ...(refund !== null && paidBack
        ? [
            heading(words.say('heading.back')),
            amountsBlock(refund, words.say('amounts.refund'), words),
            note(words.say(data.paidAnotherWay ? 'note.another-way' : 'note.bank')),
          ]
        : [paragraph(words.say('cancelled.nothing-taken'))]),
      ...policyBlocks([data.because === 'asked' ? 'P11' : 'P9'], words),
    ],
  };
};
