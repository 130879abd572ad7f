import { clausesBlock } from '../amounts.ts';
import { greeting, type MailBase, type MailDocument } from '../blocks.ts';

/** P20: a parcel came that may be theirs. It names their own order and nothing of what was in the parcel or on it. */
export const parcelUnidentified = (data: MailBase): MailDocument => ({
  subject: `Did you send us something back? (order ${data.orderName})`,
  preview: 'A parcel without a return number has arrived.',
  title: 'A parcel without a number',
  blocks: [
    greeting(data),
    {
      kind: 'paragraph',
      text: 'We have received a parcel that carries no return number we can read. It may be yours.',
    },
    {
      kind: 'paragraph',
      text: `If you sent something of order ${data.orderName} back, please answer this mail with your return number (it begins with RMA), or with the tracking number of your parcel. We will then go on with it at once; the day on which it arrived counts.`,
    },
    { kind: 'paragraph', text: 'If you sent nothing, you need not do anything.' },
    clausesBlock(['P19', 'P20', 'P34']),
  ],
});
