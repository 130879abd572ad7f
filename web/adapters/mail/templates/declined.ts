import type { ClauseId } from '../../../../policy/clauses.ts';
import { clausesBlock } from '../amounts.ts';
import { greeting, type MailBase, type MailDocument } from '../blocks.ts';

export type DeclinedData = MailBase &
  Readonly<{
    rma: string | null;
    clauses: readonly ClauseId[];
    /** What the person who decided wrote, if anything. */
    because: string | null;
  }>;

/** The answer is no: with the clause it rests on, and how to object. */
export const declined = (data: DeclinedData): MailDocument => ({
  subject: `About your ${data.rma === null ? 'request' : `return ${data.rma}`} for order ${data.orderName}`,
  preview: 'We have looked at it, and this is our answer.',
  title: 'We are sorry: we have to say no',
  blocks: [
    greeting(data),
    {
      kind: 'paragraph',
      text: `We have looked at your ${data.rma === null ? 'request' : `return ${data.rma}`} for order ${data.orderName} and can't accept it.`,
    },
    ...(data.because === null ? [] : [{ kind: 'paragraph', text: data.because } as const]),
    { kind: 'heading', text: 'Our policy' },
    clausesBlock(data.clauses),
    {
      kind: 'paragraph',
      text: 'If you think that we are wrong, or there is something we do not know, please answer this mail. A person reads it.',
    },
  ],
});
