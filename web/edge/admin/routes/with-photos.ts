import { MOST_PHOTOS_AT_ONCE } from '../../../../policy/app/customer-commands.ts';
import type { EvidenceStore } from '../../../../policy/app/ports.ts';
import { ProblemError } from '../problem.ts';

/** Photos are named by id alone and looked up in this shop: what a page says of them is not believed. */
export const withPhotos = async (
  evidence: EvidenceStore,
  shop: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> => {
  if (!Array.isArray(body.photos)) return { ...body };
  if (body.photos.length > MOST_PHOTOS_AT_ONCE)
    throw new ProblemError('bad-input', `at most ${MOST_PHOTOS_AT_ONCE} photos go with one step: take some away`);
  const refs = await Promise.all(
    body.photos.map(async (photo: unknown) => {
      const id = typeof photo === 'object' && photo !== null && 'id' in photo ? String(photo.id) : String(photo);
      const kept = await evidence.get(shop, id);
      if (kept === null) throw new ProblemError('bad-input', 'one of the photos is not here any more: add it again');
      return kept.ref;
    }),
  );
  return { ...body, photos: refs };
};
