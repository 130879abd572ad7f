import { imageSize } from 'image-size';
import { cameraData } from './camera-data.ts';
import { type PhotoType, photoType } from './kind.ts';
import { stripped } from './strip.ts';

/** Of one photo, in bytes: a phone's has 3 to 15 MB. */
export const LARGEST_PHOTO = 20 * 1024 * 1024;
/** The largest sensors have 200 megapixels; beyond that a small file unpacks to something that stops whoever opens it. */
const MOST_PIXELS = 250_000_000;

export type PhotoProblem = 'too-large' | 'no-photo' | 'too-many-pixels';
export type AcceptedPhoto = Readonly<{
  mimetype: PhotoType;
  bytes: Uint8Array;
  /** When it was taken, as far as it says; ISO 8601. */
  capturedAt: string | null;
}>;

/**
 * A photo as it may be kept, or why not. Nothing is decoded: kind and size are read from the header, so that a picture
 * that is made to harm is refused before anybody unpacks it.
 */
export const acceptPhoto = (bytes: Uint8Array): AcceptedPhoto | Readonly<{ problem: PhotoProblem }> => {
  if (bytes.length > LARGEST_PHOTO) return { problem: 'too-large' };
  const mimetype = photoType(bytes);
  if (mimetype === null) return { problem: 'no-photo' };
  try {
    // First of all: what is built to keep its readers busy is met by none of them.
    const { capturedAt, orientation } = saidByCamera(bytes, mimetype);
    const { width, height } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return { problem: 'no-photo' };
    if (width * height > MOST_PIXELS) return { problem: 'too-many-pixels' };
    return { mimetype, bytes: stripped(bytes, mimetype, orientation), capturedAt };
  } catch {
    // It begins as a photo does and is none: cut off, or made up. Whatever a reader stumbles over, nobody shall open it.
    return { problem: 'no-photo' };
  }
};

/** EXIF writes `2026:11:22 15:00:00`, and the zone, if at all, apart from it. */
const TAKEN = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})$/;

const saidByCamera = (
  bytes: Uint8Array,
  mimetype: PhotoType,
): Readonly<{ capturedAt: string | null; orientation: number }> => {
  const { orientation = 1, taken = '', changed = '', zone = '' } = cameraData(bytes, mimetype);
  const [, year, month, day, time] = TAKEN.exec(taken || changed) ?? [];
  const offset = /^[+-]\d{2}:\d{2}$/.test(zone) ? zone : 'Z';
  const instant = year === undefined ? Number.NaN : Date.parse(`${year}-${month}-${day}T${time}${offset}`);
  return { capturedAt: Number.isNaN(instant) ? null : new Date(instant).toISOString(), orientation };
};
