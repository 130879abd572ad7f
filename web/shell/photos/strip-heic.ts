import { heicBoxes } from './pieces.ts';

/**
 * HEIC keeps camera data as items that a table points to: taking them out would move everything behind them. So they are
 * overwritten where they lie: every TIFF block's content with zeros, every XMP packet with spaces. How the picture is to
 * be turned stands elsewhere in the file and stays.
 */
export const blankHeic = (bytes: Uint8Array): Uint8Array => {
  const copy = Buffer.from(bytes);
  for (const { start, end } of merged([...exifItems(copy), ...xmpPackets(copy)])) copy.fill(0, start, end);
  return copy;
};

/** More places than any camera writes: a file that is made to keep us busy. */
const MOST_EXTENTS = 20_000;

/** Each byte once, however often a file points to it. */
const merged = (spans: readonly Span[]): readonly Span[] => {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last === undefined || span.start > last.end) result.push(span);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return result;
};

type Span = Readonly<{ start: number; end: number }>;

const XMP = [
  ['<x:xmpmeta', '</x:xmpmeta>'],
  ['<?xpacket begin', '<?xpacket end'],
] as const;

const xmpPackets = (file: Buffer): Span[] => {
  const spans: Span[] = [];
  for (const [opens, closes] of XMP) {
    // On from the end of each: what opens within one is blanked with it.
    for (let start = file.indexOf(opens); start !== -1; ) {
      const closed = file.indexOf(closes, start);
      const end = closed === -1 ? file.length : closed + closes.length;
      spans.push({ start, end });
      start = file.indexOf(opens, end);
    }
  }
  return spans;
};

/** The content of the first box of this name. */
const named = (file: Buffer, from: number, to: number, name: string): Span | null => {
  for (const box of heicBoxes(file, from, to)) if (box.name === name) return { start: box.body, end: box.end };
  return null;
};

/** Where the items of type `Exif` and the metadata of type `mime` lie: their ids by `iinf`, their places by `iloc`. */
export const exifItems = (file: Buffer): Span[] => {
  const meta = named(file, 0, file.length, 'meta');
  if (meta === null) throw new RangeError('a HEIC file without its table of contents');
  const inside = meta.start + 4;
  const info = named(file, inside, meta.end, 'iinf');
  const places = named(file, inside, meta.end, 'iloc');
  if (info === null || places === null) return [];
  const ids = privateIds(file, info);
  const data = named(file, inside, meta.end, 'idat');
  return extents(file, places, data).filter(({ id }) => ids.has(id));
};

const privateIds = (file: Buffer, info: Span): ReadonlySet<number> => {
  const ids = new Set<number>();
  const wide = file.readUInt8(info.start) > 0;
  for (const { name, body } of heicBoxes(file, info.start + (wide ? 8 : 6), info.end)) {
    const version = file.readUInt8(body);
    if (name !== 'infe' || version < 2) continue;
    const id = version === 2 ? file.readUInt16BE(body + 4) : file.readUInt32BE(body + 4);
    const typeAt = body + (version === 2 ? 8 : 10);
    const type = file.toString('latin1', typeAt, typeAt + 4);
    if (type === 'Exif' || type === 'mime') ids.add(id);
  }
  return ids;
};

const extents = (file: Buffer, places: Span, data: Span | null): (Span & { id: number })[] => {
  const version = file.readUInt8(places.start);
  let at = places.start + 4;
  const sizes = file.readUInt16BE(at);
  at += 2;
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const read = (size: number): number => {
    const value = size === 0 ? 0 : size === 8 ? Number(file.readBigUInt64BE(at)) : file.readUIntBE(at, size);
    at += size;
    return value;
  };
  const found: (Span & { id: number })[] = [];
  const count = read(version < 2 ? 2 : 4);
  let extentsSeen = 0;
  for (let item = 0; item < count; item += 1) {
    const id = read(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : read(2) & 15;
    read(2);
    const base = read(baseSize);
    const pieces = read(2);
    extentsSeen += pieces;
    if (extentsSeen > MOST_EXTENTS) throw new RangeError('a HEIC file that points to more places than a photo has');
    for (let piece = 0; piece < pieces; piece += 1) {
      read(indexSize);
      const offset = read(offsetSize);
      const length = read(lengthSize);
      // Counted from the file's start, or from the box of small items.
      const from = base + offset + (method === 1 ? (data?.start ?? file.length) : 0);
      const start = Math.min(file.length, from);
      found.push({ id, start, end: length === 0 ? file.length : Math.min(file.length, from + length) });
    }
  }
  return found;
};
