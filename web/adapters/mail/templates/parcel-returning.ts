import { greeting, type MailBase, type MailDocument } from '../blocks.ts';

export type ParcelReturningData = MailBase &
  Readonly<{ /** It could not be delivered, and not because the customer refused it. */ ourSide: boolean }>;

/** P13: the parcel is on its way back to us. */
export const parcelReturning = (data: ParcelReturningData): MailDocument => ({
  subject: `Your order ${data.orderName} is on its way back to us`,
  preview: 'You need not do anything.',
  title: 'Your parcel is coming back',
  blocks: [
    greeting(data),
    {
      kind: 'paragraph',
      text: data.ourSide
        ? `The parcel of your order ${data.orderName} could not be delivered and is on its way back to us. We are sorry: this was not your doing, and you bear no cost of it.`
        : `The parcel of your order ${data.orderName} was not accepted and is on its way back to us.`,
    },
    {
      kind: 'paragraph',
      text: 'You need not do anything. As soon as it is here we look at it, and your refund follows.',
    },
    { kind: 'note', text: 'Is this a mistake? Answer this mail. A person reads it.' },
  ],
});
