import type { ClauseId } from '../../../../policy/clauses.ts';
import type { Estimate } from '../../../../policy/decision.ts';
import { showAmount } from '../../../../policy/texts/customer/amounts.ts';
import { amountsBlock, policyBlocks } from '../amounts.ts';
import { type Block, greeting, heading, type MailBase, type MailDocument, paragraph } from '../blocks.ts';

export type TooLateData = MailBase &
  Readonly<{
    /** What sending it back would give, as far as it is known. */
    estimate: Estimate | null;
    clauses: readonly ClauseId[];
  }>;

/** P12, P13, P14: it had shipped already; the two ways to send it back, and what each gives. */
export const tooLate = (data: TooLateData): MailDocument => {
  const { words, orderName: order } = data;
  return {
    subject: words.say('too-late.subject', { order }),
    preview: words.say('too-late.preview'),
    title: words.say('too-late.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('too-late.intro', { order })),
      { kind: 'steps', steps: [words.say('too-late.refuse'), words.say('too-late.rma')] },
      ...estimated(data),
      ...policyBlocks(data.clauses, words, data.estimate?.total == null ? null : data.estimate),
    ],
  };
};

const estimated = ({ estimate, words }: TooLateData): Block[] => {
  if (estimate === null) return [];
  const { total } = estimate;
  return [
    heading(words.say('too-late.heading')),
    total === null
      ? paragraph(
          words.say('too-late.up-to', { amount: showAmount(estimate.items + estimate.tax, estimate.currency, words) }),
        )
      : amountsBlock({ ...estimate, total }, words.say('amounts.if-accepted'), words),
  ];
};
