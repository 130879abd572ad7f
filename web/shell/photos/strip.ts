import type { PhotoType } from './kind.ts';
import { jpegSegments, pngChunks, webpChunks } from './pieces.ts';
import { blankHeic } from './strip-heic.ts';

/**
 * The photo without what it says about where it was taken, and by whom: camera data (EXIF, XMP, IPTC) and comments are
 * left out, the picture's own bytes stay as they are. How a JPEG is to be turned is kept, or it would lie on its side.
 * @throws RangeError where the file is not built as its kind is
 */
export const stripped = (bytes: Uint8Array, type: PhotoType, orientation: number): Uint8Array => {
  switch (type) {
    case 'image/jpeg':
      return stripJpeg(bytes, orientation);
    case 'image/png':
      return stripPng(bytes);
    case 'image/webp':
      return stripWebp(bytes);
    case 'image/heic':
      return blankHeic(bytes);
  }
};

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Comments, and every application segment but JFIF (0), colour profile (2) and Adobe's colour transform (14). */
const isPrivate = (marker: number): boolean =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee);

const stripJpeg = (bytes: Uint8Array, orientation: number): Uint8Array => {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  if (orientation > 1 && orientation <= 8) kept.push(orientationSegment(orientation));
  for (const { name, start, body, end } of jpegSegments(bytes)) {
    // From the first scan on it is the picture itself.
    if (name === 'da') kept.push(bytes.subarray(start, endOfPicture(bytes, start)));
    // A second picture inside (MPF) has camera data of its own, and lies behind the first one's end.
    const isMultiPicture = name === 'e2' && String.fromCharCode(...bytes.subarray(body, body + 3)) === 'MPF';
    if (name !== 'da' && !isPrivate(Number.parseInt(name, 16)) && !isMultiPicture)
      kept.push(bytes.subarray(start, end));
  }
  return Buffer.concat(kept);
};

/** Behind the picture's end marker phones append videos and second pictures: those are left out. */
const endOfPicture = (bytes: Uint8Array, from: number): number => {
  const data = view(bytes);
  let at = from + 2 + data.getUint16(from + 2);
  while (at + 1 < bytes.length) {
    const [first, marker = 0] = [bytes[at], bytes[at + 1]];
    // Within a scan 0xff is followed by 0, by a restart marker, or by more of its kind.
    if (first !== 0xff || marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) at += 1;
    else if (marker === 0xd9) return at + 2;
    // Tables between two scans of a progressive picture.
    else at += 2 + data.getUint16(at + 2);
  }
  return bytes.length;
};

/** The smallest EXIF block: big-endian, one entry, orientation. */
const orientationSegment = (orientation: number): Uint8Array => {
  const exif = Buffer.from(
    'ffe10022457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100000000' + '00000000',
    'hex',
  );
  exif.writeUInt16BE(orientation, exif.length - 8);
  return exif;
};

const PNG_KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'pHYs',
  'bKGD',
  'cICP',
  'acTL',
  'fcTL',
  'fdAT',
]);

const stripPng = (bytes: Uint8Array): Uint8Array =>
  Buffer.concat([
    bytes.subarray(0, 8),
    ...[...pngChunks(bytes)]
      .filter(({ name }) => PNG_KEPT.has(name))
      .map(({ start, end }) => bytes.subarray(start, end)),
  ]);

/** In the header of an extended WebP: that it has EXIF (bit 3) and XMP (bit 2). */
const WEBP_PRIVATE_FLAGS = 0b0000_1100;

const stripWebp = (bytes: Uint8Array): Uint8Array => {
  const kept: Buffer[] = [];
  for (const { name, start, end } of webpChunks(bytes)) {
    if (name === 'EXIF' || name === 'XMP ') continue;
    const chunk = Buffer.from(bytes.subarray(start, end));
    if (name === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~WEBP_PRIVATE_FLAGS, 8);
    kept.push(chunk);
  }
  const body = Buffer.concat(kept);
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
};
