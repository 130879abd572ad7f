import type { Deadline, Estimate } from '../../../../policy/decision.ts';
import { amountsBlock } from '../amounts.ts';
import { type Block, greeting, type MailBase, type MailDocument, type MailItem } from '../blocks.ts';
import { showDeadline } from '../dates.ts';

export type RmaIssuedData = MailBase &
  Readonly<{
    /** `RMA-4F7K2QZ` */
    rma: string;
    items: readonly MailItem[];
    returnAddress: readonly string[];
    /** Last day for the parcel to be here; null where there is none. */
    deadline: Deadline | null;
    isDefective: boolean;
    /** Who pays for sending it back. */
    postage: 'customer' | 'merchant';
    estimate: Estimate | null;
  }>;

/** P29–P37: the number, where to, until when, and how to pack. The label sheet is attached. */
export const rmaIssued = (data: RmaIssuedData): MailDocument => ({
  subject: `Your return number ${data.rma} for order ${data.orderName}`,
  preview: `Write ${data.rma} on the outside of the parcel.`,
  title: 'Your return is approved',
  blocks: [
    greeting(data),
    {
      kind: 'paragraph',
      text: `Here is your return number for order ${data.orderName}. Please have it ready whenever you write to us about this return.`,
    },
    { kind: 'highlight', label: 'Return number (RMA)', value: data.rma },
    ...lastDay(data.deadline),
    { kind: 'heading', text: 'Send it to' },
    { kind: 'address', lines: data.returnAddress },
    { kind: 'heading', text: 'What goes into the parcel' },
    { kind: 'items', items: data.items, toTick: true },
    { kind: 'note', text: 'And everything that came with it: packaging, accessories, documents.' },
    { kind: 'heading', text: 'What to do' },
    { kind: 'steps', steps: steps(data) },
    ...expected(data.estimate),
    {
      kind: 'note',
      text: 'The attached sheet has a label for the outside of the parcel and a packing list. No printer? Write the number by hand, large and clear.',
    },
  ],
});

const lastDay = (deadline: Deadline | null): Block[] =>
  deadline === null
    ? []
    : [
        { kind: 'facts', facts: [{ label: 'To be here by', value: showDeadline(deadline) }] },
        {
          kind: 'note',
          text: 'Please allow for the carrier: after that day there is no replacement and no refund.',
        },
      ];

const steps = ({ rma, postage, isDefective }: RmaIssuedData): string[] => [
  `Pack everything you received${isDefective ? ', in its original packaging' : ''}. If original parts are missing, we may have to refuse the return.`,
  `Put the label on the outside, or write ${rma} there. Without it your return takes longer.`,
  postage === 'merchant'
    ? 'Send the parcel with the label we provide, or tell us what you paid for sending it: we bear the cost.'
    : 'Send the parcel with a carrier of your choice, insured. We are not responsible for a parcel that is lost on its way to us.',
  'Answer this mail with the tracking number and the carrier.',
  isDefective
    ? 'We test what comes back, and write to you with the result.'
    : 'Once the goods are here and complete, we arrange your refund or exchange.',
];

const expected = (estimate: Estimate | null): Block[] => {
  if (estimate === null || estimate.total === null) return [];
  return [
    { kind: 'heading', text: 'What you can expect back' },
    amountsBlock({ ...estimate, total: estimate.total }, 'If everything is accepted'),
  ];
};
