import type { Deadline } from '../../../../policy/decision.ts';
import { policyBlocks } from '../amounts.ts';
import { choices, greeting, type MailBase, type MailDocument, paragraph } from '../blocks.ts';
import { lastDay } from './rma-issued.ts';

export type TrackingWantedData = MailBase &
  Readonly<{
    rma: string;
    /** Last day for the parcel to be here; null where there is none. */
    deadline: Deadline | null;
    /** Until then it has to be with the carrier; else with us (A11). */
    bySending: boolean;
    /** A parcel that is lost on its way is the customer's loss (P38). */
    theirRisk: boolean;
    trackingUrl: string | null;
  }>;

/** P36, P37: insure it where a loss would be theirs, and tell us how it travels. */
export const trackingWanted = (data: TrackingWantedData): MailDocument => {
  const { words, rma, theirRisk, orderName: order } = data;
  return {
    subject: words.say('tracking-wanted.subject', { rma }),
    preview: words.say('tracking-wanted.preview'),
    title: words.say('tracking-wanted.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('tracking-wanted.intro', { rma, order })),
      ...lastDay(data),
      paragraph(words.say(theirRisk ? 'tracking-wanted.ask' : 'tracking-wanted.ask.our-risk')),
      ...choices([{ label: words.say('rma-issued.track-link'), url: data.trackingUrl }]),
      ...policyBlocks(theirRisk ? ['P37', 'P38'] : ['P36'], words),
    ],
  };
};

export type TrackingNotedData = MailBase &
  Readonly<{
    rma: string;
    number: string;
    carrier: string | null;
    /** As the customer wrote it: shown, never fetched. */
    site: string | null;
  }>;

/** P37: what they told us, so that a slip shows. */
export const trackingNoted = (data: TrackingNotedData): MailDocument => {
  const { words, rma, orderName: order } = data;
  const facts = [
    { label: words.say('label.tracking'), value: data.number },
    ...(data.carrier === null ? [] : [{ label: words.say('label.carrier'), value: data.carrier }]),
    ...(data.site === null ? [] : [{ label: words.say('label.site'), value: data.site }]),
  ];
  return {
    subject: words.say('tracking-noted.subject', { rma, order }),
    preview: words.say('tracking-noted.preview'),
    title: words.say('tracking-noted.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('tracking-noted.intro', { rma, order })),
      { kind: 'facts', facts },
      paragraph(words.say('tracking-noted.next')),
      ...policyBlocks(['P36', 'P37'], words),
    ],
  };
};

export type ParcelLostData = MailBase &
  Readonly<{ rma: string /** Who bears the loss. */; lossOf: 'customer' | 'merchant' }>;

/** P38, A20: the carrier can't find it, and whose loss it is. */
export const parcelLost = (data: ParcelLostData): MailDocument => {
  const { words, rma, orderName: order } = data;
  return {
    subject: words.say('parcel-lost.subject', { rma, order }),
    preview: words.say(data.lossOf === 'merchant' ? 'note.nothing-to-do' : 'parcel-lost.preview'),
    title: words.say('parcel-lost.title'),
    blocks: [
      greeting(data),
      paragraph(words.say('parcel-lost.intro', { rma, order })),
      paragraph(words.say(`parcel-lost.${data.lossOf}`)),
      ...policyBlocks(data.lossOf === 'merchant' ? ['P4'] : ['P37', 'P38'], words),
    ],
  };
};
