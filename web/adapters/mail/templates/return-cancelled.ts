import { greeting, type MailBase, type MailDocument } from '../blocks.ts';

export type ReturnCancelledData = MailBase & Readonly<{ rma: string | null }>;

/** P5: the customer keeps the goods; their number no longer counts. */
export const returnCancelled = (data: ReturnCancelledData): MailDocument => ({
  subject: `Your return for order ${data.orderName} is called off`,
  preview: 'You keep what you ordered.',
  title: 'Your return is called off',
  blocks: [
    greeting(data),
    {
      kind: 'paragraph',
      text: `As you asked, we have ended your return${data.rma === null ? '' : ` ${data.rma}`} for order ${data.orderName}. Nothing is refunded, and you need not send anything.`,
    },
    ...(data.rma === null
      ? []
      : [
          {
            kind: 'paragraph',
            text: `Please do not use ${data.rma} any more. If you want to send something back after all, ask us for a new number.`,
          } as const,
        ]),
  ],
});
