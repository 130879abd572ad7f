import { NOTHING_SEEN, type ParcelRecord } from '../../../policy/app/parcels.ts';
import { countOf } from '../../../policy/format.ts';
import { askSender, parcelHoldOver, showParcel } from '../effects-of.ts';
import { type Context, type Handler, plan, refused } from '../handler.ts';
import { nextParcel, openParcel } from '../open-parcel.ts';
import { parcelEntry } from './parcel-quarantine.ts';

const DAY_MS = 86_400_000;

/** What came of it is shown on its card, and kept in the shop's history. */
const changed = (context: Context, parcel: ParcelRecord, event: string, text: string, clauses?: readonly string[]) => ({
  parcels: [parcel],
  shopEntries: [parcelEntry(context, parcel, event, text, clauses)],
  effects: [showParcel(context, parcel)],
});

export const parcelDescribe: Handler<'parcel.describe'> = {
  subject: ({ parcelId }) => ({ parcelId }),
  decide: (world, { kind: _kind, parcelId: _id, ...told }, context) => {
    const parcel = openParcel(world);
    if ('ok' in parcel) return parcel;
    const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null && value !== ''));
    const next = nextParcel(parcel, { seen: { ...parcel.seen, ...given } }, context);
    return plan(changed(context, next, 'parcel.describe', 'more was read on or in it'));
  },
};

/** P20: kept some days more; then somebody looks again. */
export const parcelHold: Handler<'parcel.hold'> = {
  subject: ({ parcelId }) => ({ parcelId }),
  decide: (world, command, context) => {
    const parcel = openParcel(world);
    if ('ok' in parcel) return parcel;
    const holdUntil = new Date(Date.parse(context.now) + command.days * DAY_MS).toISOString();
    const next = nextParcel(parcel, { state: 'held', holdUntil }, context);
    const days = command.days === 1 ? 'a day' : `${command.days} days`;
    const changes = changed(context, next, 'parcel.hold', `held for ${days}`);
    return plan(
      { ...changes, effects: [...changes.effects, parcelHoldOver(context, next, holdUntil)] },
      { would: [`hold the parcel for ${days}`] },
    );
  },
};

/** The customer of an order that it may come from is asked. The mail names their own order and nothing of the parcel. */
export const parcelAskSender: Handler<'parcel.ask-sender'> = {
  subject: ({ parcelId, orderId }) => ({ parcelId, orderId }),
  decide: (world, _command, context) => {
    const parcel = openParcel(world);
    if ('ok' in parcel) return parcel;
    if (world.order === null) return refused('not-found', 'no such order');
    const { facts, contact } = world.order;
    if (contact.email === null)
      return refused('missing', `order ${facts.name} has no e-mail address: call the customer`, {
        missing: ['contact.email'],
      });
    const next = nextParcel(parcel, { askedAt: parcel.askedAt ?? context.now }, context);
    const changes = changed(context, next, 'parcel.ask-sender', `the customer of ${facts.name} is asked`);
    return plan(
      { ...changes, effects: [...changes.effects, askSender(context, next, facts.id)] },
      { would: [`ask the customer of ${facts.name} whether it is theirs`] },
    );
  },
};

const unmatchedFor = (days: number): string => `here for ${countOf(days, 'day')}, and nobody has said whose it is`;

const HOW = {
  sent_back: 'sent back to where it came from',
  disposed: 'disposed of',
  not_a_return: 'no return of ours',
} as const;

/** It leaves the shelf without a case. What was read about people is forgotten. */
export const parcelClose: Handler<'parcel.close'> = {
  subject: ({ parcelId }) => ({ parcelId }),
  decide: (world, command, context) => {
    const parcel = openParcel(world);
    if ('ok' in parcel) return parcel;
    const next = nextParcel(
      parcel,
      {
        state: 'closed',
        ended: command.how,
        endedBecause: command.because,
        endedByName: context.byName,
        holdUntil: null,
        seen: NOTHING_SEEN,
      },
      context,
    );
    return plan(changed(context, next, 'parcel.close', `${HOW[command.how]}: ${command.because}`, ['P20', 'P35']), {
      would: [`close the parcel: ${HOW[command.how]}`],
    });
  },
};

/**
 * The days of its hold are over: it waits for somebody again. A hold that was made longer meanwhile has its own end. Or so
 * many days have gone by without a word of whose it is, and no hold runs.
 */
export const parcelDue: Handler<'parcel.due'> = {
  subject: ({ parcelId }) => ({ parcelId }),
  decide: (world, { unmatched }, context) => {
    const { parcel } = world;
    if (parcel === null) return refused('not-found', 'no such parcel');
    if (unmatched !== undefined)
      return parcel.state === 'quarantined'
        ? plan(changed(context, nextParcel(parcel, {}, context), 'parcel.due', unmatchedFor(unmatched), ['P35']))
        : plan({});
    if (parcel.state !== 'held' || parcel.holdUntil === null || parcel.holdUntil > context.now) return plan({});
    const next = nextParcel(parcel, { state: 'quarantined' }, context);
    return plan(changed(context, next, 'parcel.due', 'the days for which it was held are over'));
  },
};
