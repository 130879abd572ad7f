import ExifReader from 'exifreader';
import { imageSize } from 'image-size';
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
    const { width, height } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return { problem: 'no-photo' };
    if (width * height > MOST_PIXELS) return { problem: 'too-many-pixels' };
    const { capturedAt, orientation } = saidByCamera(bytes);
    return { mimetype, bytes: stripped(bytes, mimetype, orientation), capturedAt };
  } catch {
    // It begins as a photo does and is none: cut off, or made up. Whatever a reader stumbles over, nobody shall open it.
    return { problem: 'no-photo' };
  }
};

/** EXIF writes `2026:11:22 15:00:00`, and the zone, if at all, apart from it. */
const TAKEN = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})$/;

const saidByCamera = (bytes: Uint8Array): Readonly<{ capturedAt: string | null; orientation: number }> => {
  const tags = tagsOf(bytes);
  const text = (tag: unknown): string => {
    const value = (tag as { description?: unknown } | undefined)?.description;
    return typeof value === 'string' ? value.trim() : '';
  };
  const orientation = (tags.Orientation as { value?: unknown } | undefined)?.value;
  const [, year, month, day, time] = TAKEN.exec(text(tags.DateTimeOriginal) || text(tags.DateTime)) ?? [];
  const zone = /^[+-]\d{2}:\d{2}$/.test(text(tags.OffsetTimeOriginal)) ? text(tags.OffsetTimeOriginal) : 'Z';
  const instant = year === undefined ? Number.NaN : Date.parse(`${year}-${month}-${day}T${time}${zone}`);
  return {
    capturedAt: Number.isNaN(instant) ? null : new Date(instant).toISOString(),
    orientation: typeof orientation === 'number' ? orientation : 1,
  };
};

/** Most photos that were sent on have none: that is no fault of theirs. */
const tagsOf = (bytes: Uint8Array): Readonly<Record<string, unknown>> => {
  try {
    return ExifReader.load(Buffer.from(bytes), { excludeTags: { xmp: true, gps: true, icc: true } }) as never;
  } catch {
    return {};
  }
};
