import type { ClauseId } from '../../../../policy/clauses.ts';
import type { Estimate } from '../../../../policy/decision.ts';
import { amountsBlock, clausesBlock, showAmount } from '../amounts.ts';
import { type Block, greeting, type MailBase, type MailDocument } from '../blocks.ts';

export type TooLateData = MailBase &
  Readonly<{
    /** What sending it back would give, as far as it is known. */
    estimate: Estimate | null;
    clauses: readonly ClauseId[];
  }>;

/** P12, P13, P14: it had shipped already; the two ways to send it back, and what each gives. */
export const tooLate = (data: TooLateData): MailDocument => ({
  subject: `Order ${data.orderName} has already shipped`,
  preview: 'It can no longer be cancelled, but you can send it back.',
  title: 'Your order was already on its way',
  blocks: [
    greeting(data),
    {
      kind: 'paragraph',
      text: `You asked us to cancel order ${data.orderName}. It had shipped by then, so it can't be cancelled any more. You can still send it back:`,
    },
    {
      kind: 'steps',
      steps: [
        'Refuse the parcel when it is delivered. It then comes back to us by itself.',
        'Or keep it closed and answer this mail: we send you an RMA number and tell you where to send it.',
      ],
    },
    ...estimated(data.estimate),
    { kind: 'heading', text: 'Our policy' },
    clausesBlock(data.clauses),
  ],
});

const estimated = (estimate: Estimate | null): Block[] => {
  if (estimate === null) return [];
  const heading: Block = { kind: 'heading', text: 'What you would get back' };
  const { total } = estimate;
  if (total !== null) return [heading, amountsBlock({ ...estimate, total }, 'If everything is accepted')];
  return [
    heading,
    {
      kind: 'paragraph',
      text: `Up to ${showAmount(estimate.items + estimate.tax, estimate.currency)}, less what the shipping cost us. We tell you the exact sum before you send anything.`,
    },
  ];
};
