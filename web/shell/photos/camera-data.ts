import type { PhotoType } from './kind.ts';
import { jpegSegments, type Piece, pngChunks, webpChunks } from './pieces.ts';
import { exifItems } from './strip-heic.ts';

/** What a camera wrote down, as far as it is wanted here; texts as EXIF has them. */
export type CameraData = Readonly<{ orientation?: number; taken?: string; changed?: string; zone?: string }>;

/**
 * Reads four entries of a photo's EXIF and steps over all others, whatever they say of themselves: readers of everything
 * build each entry's value, and a few bytes may claim values of many megabytes.
 * @throws RangeError where the file is not built as its kind is, or of too many pieces
 */
export const cameraData = (bytes: Uint8Array, type: PhotoType): CameraData => {
  const block = tiffBlock(bytes, type);
  if (block === null) return {};
  try {
    return readTiff(Buffer.from(block.buffer, block.byteOffset, block.byteLength));
  } catch {
    // Most photos that were sent on have none, or half of it: that is no fault of theirs.
    return {};
  }
};

const EXIF_HEAD = 'Exif\0\0';
const begins = (bytes: Uint8Array, { body }: Piece): boolean =>
  String.fromCharCode(...bytes.subarray(body, body + 6)) === EXIF_HEAD;

/** All pieces are walked through, found or not: whoever reads the file after us meets no more of them. */
const tiffBlock = (bytes: Uint8Array, type: PhotoType): Uint8Array | null => {
  switch (type) {
    case 'image/jpeg': {
      const [found] = [...jpegSegments(bytes)].filter((one) => one.name === 'e1' && begins(bytes, one));
      return found === undefined ? null : bytes.subarray(found.body + 6, found.end);
    }
    case 'image/png': {
      const [found] = [...pngChunks(bytes)].filter(({ name }) => name === 'eXIf');
      return found === undefined ? null : bytes.subarray(found.body, found.end - 4);
    }
    case 'image/webp': {
      const [found] = [...webpChunks(bytes)].filter(({ name }) => name === 'EXIF');
      if (found === undefined) return null;
      return bytes.subarray(found.body + (begins(bytes, found) ? 6 : 0), found.end);
    }
    case 'image/heic': {
      const [found] = exifItems(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      if (found === undefined || found.end - found.start < 4) return null;
      // It begins with how far behind it the block begins.
      const skipped = new DataView(bytes.buffer, bytes.byteOffset).getUint32(found.start);
      return bytes.subarray(found.start + 4 + skipped, found.end);
    }
  }
};

const [ORIENTATION, CHANGED, EXIF, TAKEN, ZONE] = [0x0112, 0x0132, 0x8769, 0x9003, 0x9011];
const [ASCII, SHORT] = [2, 3];
/** The texts that are wanted have 20 characters at most. */
const LONGEST = 40;

const readTiff = (block: Buffer): CameraData => {
  const order = block.toString('latin1', 0, 2);
  if (order !== 'MM' && order !== 'II') return {};
  const u16 = (at: number): number => (order === 'MM' ? block.readUInt16BE(at) : block.readUInt16LE(at));
  const u32 = (at: number): number => (order === 'MM' ? block.readUInt32BE(at) : block.readUInt32LE(at));
  /** Places of the entries of a table, by their tags. */
  const table = (at: number): ReadonlyMap<number, number> => {
    const fits = Math.min(u16(at), Math.floor((block.length - at - 2) / 12));
    return new Map(Array.from({ length: fits }, (_, index) => at + 2 + index * 12).map((one) => [u16(one), one]));
  };
  const text = (entry: number | undefined): string | undefined => {
    if (entry === undefined || u16(entry + 2) !== ASCII) return undefined;
    const length = Math.min(LONGEST, u32(entry + 4));
    const from = u32(entry + 4) > 4 ? u32(entry + 8) : entry + 8;
    return block
      .toString('latin1', from, from + length)
      .split('\0')[0]
      ?.trim();
  };
  const main = table(u32(4));
  const turned = main.get(ORIENTATION);
  const inner = main.get(EXIF);
  const more = inner === undefined ? new Map<number, number>() : table(u32(inner + 8));
  const found = {
    orientation: turned === undefined || u16(turned + 2) !== SHORT ? undefined : u16(turned + 8),
    taken: text(more.get(TAKEN)),
    changed: text(main.get(CHANGED)),
    zone: text(more.get(ZONE)),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
};
