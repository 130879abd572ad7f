import type { PhotoType } from './kind.ts';
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

const SOS = 0xda;
/** Comments, and every application segment but JFIF (0), colour profile (2) and Adobe's colour transform (14). */
const isPrivate = (marker: number): boolean =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee);

const stripJpeg = (bytes: Uint8Array, orientation: number): Uint8Array => {
  const data = view(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  if (orientation > 1 && orientation <= 8) kept.push(orientationSegment(orientation));
  let at = 2;
  for (;;) {
    if (data.getUint8(at) !== 0xff) throw new RangeError('a JPEG segment does not begin where it should');
    const marker = data.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === SOS) break;
    const length = data.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) throw new RangeError('a JPEG segment is cut off');
    // A second picture inside (MPF) has camera data of its own, and lies behind the first one's end.
    const isMultiPicture = marker === 0xe2 && String.fromCharCode(...bytes.subarray(at + 4, at + 7)) === 'MPF';
    if (!isPrivate(marker) && !isMultiPicture) kept.push(bytes.subarray(at, at + 2 + length));
    at += 2 + length;
  }
  kept.push(bytes.subarray(at, endOfPicture(bytes, at)));
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

const stripPng = (bytes: Uint8Array): Uint8Array => {
  const data = view(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at < bytes.length) {
    const length = data.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw new RangeError('a PNG chunk is cut off');
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (PNG_KEPT.has(name)) kept.push(bytes.subarray(at, end));
    at = end;
    if (name === 'IEND') break;
  }
  return Buffer.concat(kept);
};

/** In the header of an extended WebP: that it has EXIF (bit 3) and XMP (bit 2). */
const WEBP_PRIVATE_FLAGS = 0b0000_1100;

const stripWebp = (bytes: Uint8Array): Uint8Array => {
  const data = view(bytes);
  const kept: Buffer[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = data.getUint32(at + 4, true);
    const end = Math.min(bytes.length, at + 8 + length + (length % 2));
    if (at + 8 + length > bytes.length) throw new RangeError('a WebP chunk is cut off');
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    if (name !== 'EXIF' && name !== 'XMP ') {
      const chunk = Buffer.from(bytes.subarray(at, end));
      if (name === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~WEBP_PRIVATE_FLAGS, 8);
      kept.push(chunk);
    }
    at = end;
  }
  const body = Buffer.concat(kept);
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
};
