import type { ClauseId } from '../../../../policy/clauses.ts';
import type { Breakdown } from '../../../../policy/decision.ts';
import { amountsBlock, clausesBlock, showAmount } from '../amounts.ts';
import { type Block, greeting, type MailBase, type MailDocument } from '../blocks.ts';

export type RefundMadeData = MailBase &
  Readonly<{
    rma: string | null;
    refund: Breakdown;
    clauses: readonly ClauseId[];
    /** Units that were not accepted, and why, in plain words. */
    notAccepted: readonly Readonly<{ title: string; quantity: number; clause: ClauseId }>[];
  }>;

/** The money is on its way: line by line, each deduction with its reason. */
export const refundMade = (data: RefundMadeData): MailDocument => {
  const { refund, orderName, rma } = data;
  const amount = showAmount(refund.total, refund.currency);
  return {
    subject: `Refund of ${amount} for order ${orderName}`,
    preview: `${amount} is on its way back to you.`,
    title: `${amount} is on its way back to you`,
    blocks: [
      greeting(data),
      {
        kind: 'paragraph',
        text: `We have made your refund for order ${orderName}${rma === null ? '' : ` (${rma})`}. This is how it comes about:`,
      },
      amountsBlock(refund, 'Refund'),
      { kind: 'note', text: 'It goes back to where you paid from. Most banks show it within 5 to 10 days.' },
      ...rejected(data),
      ...(data.clauses.length === 0
        ? []
        : [{ kind: 'heading', text: 'Our policy' } as const, clausesBlock(data.clauses)]),
    ],
  };
};

const rejected = ({ notAccepted }: RefundMadeData): Block[] => {
  if (notAccepted.length === 0) return [];
  return [
    { kind: 'heading', text: 'Not part of the refund' },
    { kind: 'items', items: notAccepted.map(({ title, quantity }) => ({ title, quantity, detail: null })) },
    clausesBlock([...new Set(notAccepted.map(({ clause }) => clause))]),
  ];
};
