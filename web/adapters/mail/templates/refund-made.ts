import type { ClauseId } from '../../../../policy/clauses.ts';
import type { Breakdown } from '../../../../policy/decision.ts';
import { showAmount } from '../../../../policy/texts/customer/amounts.ts';
import { amountsBlock, clausesBlock, policyBlocks } from '../amounts.ts';
import { type Block, greeting, heading, type MailBase, type MailDocument, note, paragraph } from '../blocks.ts';

export type RefundMadeData = MailBase &
  Readonly<{
    rma: string | null;
    refund: Breakdown;
    /** It could not go back the way it came. */
    paidAnotherWay?: boolean;
    clauses: readonly ClauseId[];
    /** Units that were not accepted, and why, in plain words. */
    notAccepted: readonly Readonly<{ title: string; quantity: number; clause: ClauseId }>[];
  }>;

/** The money is on its way: line by line, each deduction with its reason. */
export const refundMade = (data: RefundMadeData): MailDocument => {
  const { refund, orderName: order, rma, words } = data;
  const amount = showAmount(refund.total, refund.currency, words);
  // What is taken off may be all of it.
  const isPaid = refund.total > 0;
  return {
    subject: isPaid
      ? words.say('refund-made.subject', { amount, order })
      : words.say('refund-made.subject.nothing', { order }),
    preview: isPaid ? words.say('refund-made.preview', { amount }) : words.say('refund-made.preview.nothing'),
    title: isPaid ? words.say('refund-made.title', { amount }) : words.say('refund-made.title.nothing'),
    blocks: [
      greeting(data),
      paragraph(
        !isPaid
          ? words.say('refund-made.intro.nothing', { order })
          : rma === null
            ? words.say('refund-made.intro.no-rma', { order })
            : words.say('refund-made.intro', { order, rma }),
      ),
      amountsBlock(refund, words.say('amounts.refund'), words),
      ...(isPaid ? [note(words.say(data.paidAnotherWay ? 'note.another-way' : 'note.bank'))] : []),
      ...rejected(data),
      ...policyBlocks(
        data.clauses.filter((id) => !data.notAccepted.some(({ clause }) => clause === id)),
        words,
        refund,
      ),
      ...(data.notAccepted.length === 0 && isPaid ? [] : [note(words.say('note.object'))]),
    ],
  };
};

const rejected = ({ notAccepted, words }: RefundMadeData): Block[] =>
  notAccepted.length === 0
    ? []
    : [
        heading(words.say('refund-made.not-part')),
        { kind: 'items', items: notAccepted.map(({ title, quantity }) => ({ title, quantity, detail: null })) },
        clausesBlock([...new Set(notAccepted.map(({ clause }) => clause))], words),
      ];
