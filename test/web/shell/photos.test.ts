import ExifReader from 'exifreader';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { acceptPhoto, LARGEST_PHOTO } from '../../../web/shell/photos/accept-photo.ts';
import { pngOf } from '../../support/customer-words.ts';
import { heicOf, jpegOf, webpOf } from '../../support/photo-files.ts';

const kept = (bytes: Uint8Array) => {
  const photo = acceptPhoto(bytes);
  if ('problem' in photo) throw new Error(`not kept: ${photo.problem}`);
  return photo;
};
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const tags = (bytes: Uint8Array): Record<string, unknown> => {
  try {
    return ExifReader.load(Buffer.from(bytes)) as never;
  } catch {
    return {};
  }
};

const PHOTOS = [
  ['image/jpeg', jpegOf(640, 480)],
  ['image/webp', webpOf(640, 480)],
  ['image/heic', heicOf(640, 480)],
] as const;

describe.each(PHOTOS)('%s', (mimetype, file) => {
  it('says where and when it was taken, before', () => {
    expect(tags(file)).toHaveProperty('GPSLatitude');
  });
  it('keeps the time of capture, loses the place, and is still that picture', () => {
    const photo = kept(file);
    expect([photo.mimetype, photo.capturedAt]).toEqual([mimetype, '2026-11-22T15:04:05.000Z']);
    expect(Object.keys(tags(photo.bytes)).filter((tag) => /gps/i.test(tag))).toEqual([]);
    expect(latin(photo.bytes)).not.toMatch(/xmpmeta|Berlin|at home|living room/);
    expect(imageSize(photo.bytes)).toMatchObject({ width: 640, height: 480 });
  });
  it('is taken again as it is: nothing is left to take out', () => {
    const once = kept(file).bytes;
    expect(latin(kept(once).bytes)).toBe(latin(once));
  });
  it('is no photo where it is cut off', () => {
    for (let length = 0; length < file.length - 40; length += 7) {
      const photo = acceptPhoto(file.subarray(0, length));
      // A scan that ends early is a bad picture, and still one without a place.
      if (!('problem' in photo)) expect(Object.keys(tags(photo.bytes)).some((tag) => /gps/i.test(tag))).toBe(false);
    }
  });
});

it('keeps how a JPEG is to be turned', () => {
  expect((tags(kept(jpegOf(64, 48)).bytes) as { Orientation?: { value: number } }).Orientation?.value).toBe(6);
});

it('takes a comment out of a PNG', () => {
  const photo = kept(pngOf(64, 48, 128, '52.52 N, 13.40 E'));
  expect(latin(photo.bytes)).not.toContain('52.52');
  expect(photo.capturedAt).toBeNull();
});

it.each([
  ['a program under a photo’s name', Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(500)]), 'no-photo'],
  ['a page', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'no-photo'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'no-photo'],
  ['nothing', Buffer.alloc(0), 'no-photo'],
  ['a photo’s first bytes and nothing more', Buffer.from('89504e470d0a1a0a', 'hex'), 'no-photo'],
  ['a picture made to fill the memory', pngOf(100_000, 100_000), 'too-many-pixels'],
  ['a JPEG made to fill the memory', jpegOf(65_500, 65_500), 'too-many-pixels'],
  ['more than is taken', Buffer.concat([pngOf(8, 8), Buffer.alloc(LARGEST_PHOTO)]), 'too-large'],
] as const)('does not keep %s', (_what, bytes, problem) => {
  expect(acceptPhoto(bytes)).toEqual({ problem });
});

/** Each would keep the process for minutes, and with it everybody who is on its pages. */
describe('a HEIC that is made to keep us busy', () => {
  const heic = heicOf(64, 48);

  it.each([
    ['opens its camera data again and again', '<x:xmpmeta'.repeat(200_000)],
    ['and closes it once', `${'<x:xmpmeta'.repeat(200_000)}</x:xmpmeta>`],
  ])('%s: is blanked once', (_what, text) => {
    const box = Buffer.concat([Buffer.alloc(4), Buffer.from(`free${text}`)]);
    box.writeUInt32BE(box.length);
    expect(latin(kept(Buffer.concat([heic, box])).bytes)).not.toContain('xmpmeta');
  });

  it('points to more places than a photo has: is not kept', () => {
    // Its one item of camera data says that it lies in 65,535 pieces of no length; and there are thousands of it.
    const at = heic.indexOf('iloc') - 4;
    const items = Buffer.alloc(20_000 * 6);
    for (let item = 0; item < 20_000; item += 1) {
      items.writeUInt16BE(2, item * 6);
      items.writeUInt16BE(65_535, item * 6 + 4);
    }
    const iloc = Buffer.concat([Buffer.alloc(4), Buffer.from('iloc\0\0\0\0\0\0'), Buffer.of(0x4e, 0x20), items]);
    iloc.writeUInt32BE(iloc.length);
    const meta = heic.indexOf('meta') - 4;
    const metaEnd = meta + heic.readUInt32BE(meta);
    const bomb = Buffer.concat([heic.subarray(0, at), iloc, heic.subarray(at + heic.readUInt32BE(at))]);
    bomb.writeUInt32BE(metaEnd - meta + iloc.length - heic.readUInt32BE(at), meta);
    expect(acceptPhoto(bomb)).toEqual({ problem: 'no-photo' });
  });
});

/** As many pieces of no content as 20 MB have room for: every reader stops at each of them. */
describe('a photo of millions of empty pieces', () => {
  const repeated = (piece: Buffer): Buffer => Buffer.alloc(LARGEST_PHOTO - 10_000, piece);
  const png = (name: string): Buffer =>
    withBefore(pngOf(64, 48), 'IDAT', Buffer.concat([Buffer.alloc(4), Buffer.from(name), Buffer.alloc(4)]), 4);
  const withBefore = (file: Buffer, mark: string, piece: Buffer, before: number): Buffer => {
    const at = file.indexOf(mark, 0, 'latin1') - before;
    return Buffer.concat([file.subarray(0, at), repeated(piece), file.subarray(at)]);
  };
  const webp = (name: string): Buffer =>
    withBefore(webpOf(64, 48), 'VP8 ', Buffer.concat([Buffer.from(name), Buffer.alloc(4)]), 0);
  const jpeg = (marker: number): Buffer => withBefore(jpegOf(64, 48), '\xff\xc0', Buffer.from([0xff, marker, 0, 2]), 0);

  it.each([
    ['a PNG of texts', () => png('tEXt')],
    ['a PNG of pieces of picture', () => png('IDAT')],
    ['a PNG of camera data', () => png('eXIf')],
    ['a WebP', () => webp('abcd')],
    ['a WebP of camera data', () => webp('EXIF')],
    ['a JPEG of comments', () => jpeg(0xfe)],
    ['a JPEG of camera data', () => jpeg(0xe1)],
    ['a JPEG of colour profiles', () => jpeg(0xe2)],
    ['a HEIC', () => withBefore(heicOf(64, 48), 'meta', Buffer.from('\0\0\0\x08free', 'latin1'), 4)],
  ])('is not kept: %s', (_what, fileOf) => {
    const photo = acceptPhoto(fileOf());
    expect('problem' in photo && photo.problem).toBe('no-photo');
  });

  it('is kept where the pieces are as many as a careful program writes', () => {
    const piece = Buffer.concat([Buffer.alloc(4), Buffer.from('tEXt'), Buffer.alloc(4)]);
    const file = pngOf(64, 48);
    const at = file.indexOf('IDAT') - 4;
    const photo = kept(Buffer.concat([file.subarray(0, at), Buffer.alloc(12 * 5000, piece), file.subarray(at)]));
    expect(latin(photo.bytes)).toBe(latin(file));
  });
});

it('steps over camera data that claims all of the file again and again', () => {
  const claims = Buffer.alloc(19_000_000, 0x41);
  claims.write('MM\0*\0\0\0\x08', 0, 'latin1');
  claims.writeUInt16BE(400, 8);
  for (let entry = 0; entry < 400; entry += 1) {
    const at = 10 + entry * 12;
    claims.writeUInt16BE(0x010e + entry, at);
    claims.writeUInt16BE(2, at + 2);
    claims.writeUInt32BE(18_000_000, at + 4);
    claims.writeUInt32BE(10_000, at + 8);
  }
  const file = webpOf(64, 48);
  const at = file.indexOf('EXIF');
  const head = Buffer.from('EXIF\0\0\0\0');
  head.writeUInt32LE(claims.length, 4);
  expect(kept(Buffer.concat([file.subarray(0, at), head, claims])).capturedAt).toBeNull();
});

it.each([
  ['of both orders of bytes', 'II'],
  ['of a place in which nothing is', 'MX'],
])('reads a time %s, or none', (_what, order) => {
  const tiff = Buffer.concat([
    Buffer.from(`${order}*\0\x08\0\0\0\x01\0\x32\x01\x02\0\x14\0\0\0\x1a\0\0\0\0\0\0\0`, 'latin1'),
    Buffer.from('2026:11:22 15:04:05\0', 'latin1'),
  ]);
  const head = Buffer.concat([Buffer.alloc(4), Buffer.from('eXIf')]);
  head.writeUInt32BE(tiff.length);
  const file = pngOf(64, 48);
  const at = file.indexOf('IDAT') - 4;
  const photo = kept(Buffer.concat([file.subarray(0, at), head, tiff, Buffer.alloc(4), file.subarray(at)]));
  expect(photo.capturedAt).toBe(order === 'II' ? '2026-11-22T15:04:05.000Z' : null);
});
