import { parcelEntry } from '../commands/parcel-quarantine.ts';
import { sayOfParcel, showParcel } from '../effects-of.ts';
import { nextParcel, openParcel } from '../open-parcel.ts';
import type { Settle } from './index.ts';

/**
 * P20: where the mail did not reach whoever a parcel may belong to, nobody was asked: its card says so no more, its
 * thread and history say why, and they may be asked again. One that was tried again and went out counts as asked.
 */
export const askSenderSettled: Settle<'mail.ask-sender'> = (world, effect, settled, context) => {
  const { parcel } = world;
  // It may have arrived, and is sent again under the same message id: nobody has to do anything yet.
  if (parcel === null || settled.outcome === 'unknown') return {};
  const open = openParcel(world);
  if (settled.outcome === 'done') {
    if ('ok' in open || open.askedAt !== null) return {};
    const asked = nextParcel(open, { askedAt: context.now }, context);
    return { parcels: [asked], effects: [showParcel(context, asked)] };
  }
  const name = world.order?.facts.name ?? effect.orderId;
  const text = `the mail to the customer of ${name} did not reach them: ${settled.error ?? 'no reason given'}`;
  const shopEntries = [parcelEntry(context, parcel, 'mail.failed', text)];
  // Meanwhile somebody found out whose it is, or it has gone.
  if ('ok' in open) return { shopEntries };
  const next = nextParcel(open, { askedAt: null }, context);
  const said = sayOfParcel(
    context,
    `ask-failed:${world.effect?.id}:${next.version}`,
    next,
    `Parcel ${next.number}: ${text}. Reach them another way.`,
  );
  return { parcels: [next], shopEntries, effects: [showParcel(context, next), said] };
};
