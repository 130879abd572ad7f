import type { ParcelAnswer } from '../../../policy/app/parcels.ts';
import { sayOfParcel, showParcel } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { nextParcel, openParcel } from '../open-parcel.ts';
import { ENOUGH, leftOut, NOT_THEIRS, spokenMail } from './mail-received.ts';
import { parcelEntry } from './parcel-quarantine.ts';
import { withPhotos } from './return-supply.ts';

/** The newest are kept, and as much of each as anybody reads on a card. */
const MOST_ANSWERS = 10;
const MOST_TEXT = 1000;
const GONE = 'the parcel lies here no more';

/**
 * P20: who was asked whether a parcel is theirs answered by mail. Staff read it in the parcel's thread and on its card,
 * for as long as the parcel lies here; whatever it says, a person puts the parcel to its case.
 */
export const parcelAnswered: Handler<'parcel.answered'> = {
  subject: ({ parcelId, orderId }) => ({ parcelId, orderId }),
  decide: (world, command, context) => {
    const { parcel, order } = world;
    if (parcel === null) return refused('not-found', 'no such parcel');
    if (order === null) return refused('not-found', 'no such order');
    const { name } = order.facts;
    const who = command.fromCustomer ? `the customer of ${name}` : `somebody (not the address of ${name})`;
    const open = openParcel(world);
    const lies = 'ok' in open ? null : open;
    const photos = lies !== null && command.fromCustomer ? withPhotos(lies, command.photos) : [];
    const answer: ParcelAnswer = {
      orderId: order.facts.id,
      orderName: name,
      at: context.now,
      text: command.text.slice(0, MOST_TEXT),
      fromCustomer: command.fromCustomer,
    };
    const next =
      lies &&
      nextParcel(
        lies,
        {
          seen: { ...lies.seen, answers: [...lies.seen.answers, answer].slice(-MOST_ANSWERS) },
          photos: [...lies.photos, ...photos],
        },
        context,
      );
    // What it says is personal: it goes to the card and the thread, not into the history.
    return plan({
      parcels: next === null ? [] : [next],
      shopEntries: [parcelEntry(context, parcel, 'mail.received', `${who} answered by mail`)],
      effects: [
        ...(next === null ? [] : [showParcel(context, next)]),
        sayOfParcel(
          context,
          `parcel-answer:${parcel.id}:${context.now}:${order.facts.id}`,
          parcel,
          spokenMail(`${who} about parcel ${parcel.number}`, command.text, photos.length, [
            ...command.refused,
            ...leftOut(
              command.photos,
              [...parcel.photos, ...photos],
              !command.fromCustomer ? NOT_THEIRS : lies === null ? GONE : ENOUGH,
            ),
          ]),
        ),
      ],
    });
  },
};
