import { NOTHING_SEEN, type ParcelProblem, type ParcelRecord } from '../../../policy/app/parcels.ts';
import type { NewShopEntry } from '../../../policy/app/policy.ts';
import { parcelUnmatched, showParcel } from '../effects-of.ts';
import { type Context, type Handler, plan } from '../handler.ts';

const PROBLEM: Readonly<Record<ParcelProblem, string>> = {
  unmarked: 'no number on the outside',
  misread: 'the number on the outside does not fit its check symbol',
  unknown: 'no case has the number on the outside',
  'not-expected': 'the case of its number does not wait for a parcel',
};

/** History of a parcel: of the shop, since it is no case's yet. Nothing of what was read about people is in it. */
export const parcelEntry = (
  context: Context,
  parcel: Pick<ParcelRecord, 'id' | 'number'>,
  event: string,
  text: string,
  clauses: readonly string[] = ['P20'],
): NewShopEntry => ({
  id: context.ids.id(),
  at: context.now,
  by: context.by,
  byName: context.byName,
  event,
  subject: parcel.id,
  text: `parcel ${parcel.number}: ${text}`,
  clauses,
});

/** P19, P34: a parcel that no return can be told for is kept apart. It is never refused for that alone (P20, A12). */
export const parcelQuarantine: Handler<'parcel.quarantine'> = {
  subject: () => ({}),
  decide: (world, command, context) => {
    const { kind: _, written, problem, photos, channel, ...seen } = command;
    const parcel: ParcelRecord = {
      id: context.ids.id(),
      shop: world.shop.domain,
      version: 1,
      number: context.fresh.parcelNumber ?? 0,
      state: 'quarantined',
      problem,
      written,
      seen: { ...NOTHING_SEEN, ...seen },
      photos,
      receivedAt: context.now,
      holdUntil: null,
      askedAt: null,
      caseId: null,
      ended: null,
      endedBecause: null,
      channel,
      by: context.by,
      byName: context.byName,
      endedByName: null,
      createdAt: context.now,
      updatedAt: context.now,
    };
    const days = world.settings['rejectedGoods.holdDays'];
    return plan(
      {
        parcels: [parcel],
        shopEntries: [
          parcelEntry(context, parcel, 'parcel.quarantine', `kept apart, ${PROBLEM[problem]}`, ['P19', 'P20', 'P34']),
        ],
        effects: [showParcel(context, parcel), ...(days === 0 ? [] : [parcelUnmatched(context, parcel, days)])],
      },
      { would: [`keep the parcel apart: ${PROBLEM[problem]}`] },
    );
  },
};
