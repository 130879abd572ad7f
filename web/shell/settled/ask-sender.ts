import type { EffectOf } from '../../../policy/app/effects.ts';
import type { Changes } from '../../../policy/app/store.ts';
import { parcelEntry } from '../commands/parcel-quarantine.ts';
import { sayOfParcel, showParcel } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { nextParcel, openParcel } from '../open-parcel.ts';
import type { Settle } from './index.ts';

/** P20: what became of the mail to whoever a parcel may belong to. One that went out after all counts as asked. */
export const askSenderSettled: Settle<'mail.ask-sender'> = (world, effect, settled, context) => {
  // It may have arrived, and is sent again under the same message id: nobody has to do anything yet.
  if (settled.outcome === 'unknown') return {};
  const open = openParcel(world);
  if (settled.outcome === 'done') {
    if ('ok' in open || open.askedAt !== null) return {};
    const asked = nextParcel(open, { askedAt: context.now }, context);
    return { parcels: [asked], effects: [showParcel(context, asked)] };
  }
  return askSenderFailed(world, effect, settled.error ?? 'no reason given', context);
};

/**
 * P20: where that mail was refused or came back nobody was asked: the parcel's card says so no more, its thread and
 * history say why, and they may be asked again.
 */
export const askSenderFailed = (
  world: World,
  effect: EffectOf<'mail.ask-sender'>,
  because: string,
  context: Context,
): Changes => {
  const { parcel } = world;
  if (parcel === null) return {};
  const open = openParcel(world);
  const name = world.order?.facts.name ?? effect.orderId;
  const text = `the mail to the customer of ${name} did not reach them: ${because}`;
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
