import type { ParcelRecord } from '../../policy/app/parcels.ts';
import { type Context, type Refused, refused, type World } from './handler.ts';

/** The parcel, where it still lies here; else why nothing can be done about it. */
export const openParcel = (world: World): ParcelRecord | Refused => {
  const { parcel } = world;
  if (parcel === null) return refused('not-found', 'no such parcel');
  if (parcel.state === 'quarantined' || parcel.state === 'held') return parcel;
  const by = parcel.endedByName === null ? '' : ` by ${parcel.endedByName}`;
  return parcel.state === 'matched'
    ? refused('ended', `parcel ${parcel.number} was put to its case already${by}`, { caseId: parcel.caseId })
    : refused('ended', `parcel ${parcel.number} is not here any more: ${ENDED[parcel.ended ?? 'not_a_return']}${by}`);
};

const ENDED: Readonly<Record<NonNullable<ParcelRecord['ended']>, string>> = {
  sent_back: 'sent back',
  disposed: 'disposed of',
  not_a_return: 'no return',
};

/** A parcel one version on. */
export const nextParcel = (parcel: ParcelRecord, change: Partial<ParcelRecord>, context: Context): ParcelRecord => ({
  ...parcel,
  ...change,
  version: parcel.version + 1,
  updatedAt: context.now,
});
