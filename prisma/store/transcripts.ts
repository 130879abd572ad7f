import type { Secrets } from '../secrets.ts';

type Place = Readonly<{ shop: string; channel: string; ts: string }>;

export const transcriptPlace = ({ shop, channel, ts }: Place): string => `transcript/${shop}/${channel}/${ts}`;

/** What was said in a thread may name a customer: it is kept as their contact is. */
export const sealTranscript = (secrets: Secrets, place: Place, text: string): Buffer =>
  secrets.seal(transcriptPlace(place), text);

export const openTranscript = (
  secrets: Secrets,
  row: Place & Readonly<{ text: string | null; sealed: Uint8Array | null }>,
): string => (row.sealed === null ? (row.text ?? '') : secrets.open(transcriptPlace(row), row.sealed));
