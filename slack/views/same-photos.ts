import type { SamePhoto } from '../../policy/app/evidence.ts';
import { safe } from '../text/escape.ts';

/** "1 photo is in case 12 (#1003) as well": a hint, for whoever decides. */
export const samePhotosText = (same: readonly SamePhoto[] | undefined): string | null => {
  if (same === undefined || same.length === 0) return null;
  const photos = new Set(same.map(({ sha256 }) => sha256)).size;
  const where = same.map(({ number, orderName }) => `case ${number} (${safe(orderName, 40)})`).join(', ');
  return `:warning:  ${photos === 1 ? 'A photo' : `${photos} photos`} of this ${photos === 1 ? 'is' : 'are'} in ${where} as well: the very same file.`;
};
