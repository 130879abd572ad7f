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
