import { NOTHING_SEEN, type ParcelRecord, type ParcelSeen } from '../../policy/app/parcels.ts';
import type { Secrets } from '../secrets.ts';

/** As it lies in the database: what was read about people is sealed. */
export type ParcelRow = Omit<ParcelRecord, 'seen'> & Readonly<{ seen: string }>;

export const parcelPlace = ({ shop, id }: Pick<ParcelRecord, 'shop' | 'id'>): string => `parcel/${shop}/${id}`;

export const sealParcel = (secrets: Secrets, parcel: ParcelRecord): ParcelRow => ({
  ...parcel,
  seen: secrets.seal(parcelPlace(parcel), JSON.stringify(parcel.seen)).toString('base64'),
});

export const openParcel = (secrets: Secrets, row: ParcelRow): ParcelRecord => ({
  ...row,
  // Rows from before answers were kept have none.
  seen: {
    ...NOTHING_SEEN,
    ...(JSON.parse(secrets.open(parcelPlace(row), Buffer.from(row.seen, 'base64'))) as Partial<ParcelSeen>),
  },
});
