import { NOTHING_SEEN } from '../../../policy/app/parcels.ts';
import { entry } from '../advance.ts';
import { mail, showParcel } from '../effects-of.ts';
import { type Handler, plan, type Verdict } from '../handler.ts';
import { nextParcel, openParcel } from '../open-parcel.ts';
import { returnOf } from '../return-of.ts';
import { parcelEntry } from './parcel-quarantine.ts';
import { parcelReceive } from './parcel-receive.ts';

const DAY_MS = 86_400_000;

/**
 * P20: the parcel was this return's. It is taken in as any other, as of the day it arrived (A12): what the missing number
 * cost is a delay, and that is written down (P35).
 */
export const parcelMatch: Handler<'parcel.match'> = {
  subject: ({ parcelId, caseId }) => ({ parcelId, caseId }),
  decide: (world, command, context): Verdict => {
    const parcel = openParcel(world);
    if ('ok' in parcel) return parcel;
    const found = returnOf(world);
    if ('ok' in found) return found;
    const received = parcelReceive.decide(
      world,
      { kind: 'parcel.receive', caseId: command.caseId, rmaMarked: parcel.problem === 'not-expected' },
      context,
    );
    if (!received.ok) return received;
    const days = Math.floor((Date.parse(context.now) - Date.parse(parcel.receivedAt)) / DAY_MS);
    const delay = days === 0 ? 'the same day' : `after ${days === 1 ? 'a day' : `${days} days`}`;
    const text = `parcel ${parcel.number} is this return's, found out ${delay}: it counts as here since it arrived; the delay comes from its missing or misread number`;
    const matched = nextParcel(
      parcel,
      { state: 'matched', caseId: found.id, endedByName: context.byName, holdUntil: null, seen: NOTHING_SEEN },
      context,
    );
    return plan(
      {
        ...received.changes,
        cases: (received.changes.cases ?? []).map((record) =>
          record.id === found.id && record.data.kind === 'return' && record.data.parcel !== null
            ? { ...record, data: { ...record.data, parcel: { ...record.data.parcel, receivedAt: parcel.receivedAt } } }
            : record,
        ),
        parcels: [matched],
        entries: [
          ...(received.changes.entries ?? []),
          entry(context, found.id, { event: 'parcel.match', text, clauses: ['P20', 'P34', 'P35'] }),
        ],
        shopEntries: [
          parcelEntry(context, parcel, 'parcel.match', `put to case ${found.number}, ${delay}`, ['P20', 'P35']),
        ],
        // The mail about its arrival is another one here: it says why it took longer.
        effects: [
          ...(received.changes.effects ?? []).filter(({ effect }) => effect.kind !== 'mail.send'),
          mail(context, found.id, 'parcel-identified'),
          showParcel(context, matched),
        ],
      },
      {
        caseId: found.id,
        would: [`take parcel ${parcel.number} in for ${found.rma ?? `case ${found.number}`}`, ...received.would],
      },
    );
  },
};
