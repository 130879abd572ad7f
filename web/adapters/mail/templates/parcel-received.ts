import { greeting, type MailBase, type MailDocument } from '../blocks.ts';

export type ParcelReceivedData = MailBase & Readonly<{ rma: string | null; isDefective: boolean }>;

/** P24, P17: it is here, and what comes next. */
export const parcelReceived = (data: ParcelReceivedData): MailDocument => ({
  subject: `Your return for order ${data.orderName} has arrived`,
  preview: data.isDefective ? 'We are testing it now.' : 'We are checking it now.',
  title: 'Your parcel is here',
  blocks: [
    greeting(data),
    {
      kind: 'paragraph',
      text: `Your return${data.rma === null ? '' : ` ${data.rma}`} for order ${data.orderName} has arrived.`,
    },
    {
      kind: 'paragraph',
      text: data.isDefective
        ? 'We test what comes back. As soon as there is a result, we write to you with it and with what follows from it.'
        : 'We check that everything is there and as it should be. Your refund or exchange follows right after.',
    },
    { kind: 'paragraph', text: 'You need not do anything.' },
  ],
});
