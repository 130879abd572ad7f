/** A piece of a photo's file: its name (of a JPEG: its marker), where it lies with its head, and where its content begins. */
export type Piece = Readonly<{ name: string; start: number; body: number; end: number }>;

/** Many more than any camera or program writes: each costs whoever reads the file, and 20 MB have room for millions. */
const MOST_PIECES = 20_000;

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const latin = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

const counted = function* (pieces: Iterable<Piece>): Generator<Piece> {
  let count = 0;
  for (const piece of pieces) {
    count += 1;
    if (count > MOST_PIECES) throw new RangeError('a photo of more pieces than any camera writes');
    yield piece;
  }
};

const segments = function* (bytes: Uint8Array): Generator<Piece> {
  const data = view(bytes);
  let at = 2;
  for (;;) {
    if (data.getUint8(at) !== 0xff) throw new RangeError('a JPEG segment does not begin where it should');
    const marker = data.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + data.getUint16(at + 2);
    if (end < at + 4 || end > bytes.length) throw new RangeError('a JPEG segment is cut off');
    yield { name: marker.toString(16), start: at, body: at + 4, end };
    if (marker === 0xda) return;
    at = end;
  }
};

/** Of a JPEG, by markers in hexadecimal: up to the head of its first scan (`da`). @throws RangeError */
export const jpegSegments = (bytes: Uint8Array): Generator<Piece> => counted(segments(bytes));

const chunks = function* (bytes: Uint8Array): Generator<Piece> {
  const data = view(bytes);
  let at = 8;
  while (at < bytes.length) {
    const end = at + 12 + data.getUint32(at);
    if (end > bytes.length) throw new RangeError('a PNG chunk is cut off');
    const name = latin(bytes, at + 4);
    yield { name, start: at, body: at + 8, end };
    if (name === 'IEND') return;
    at = end;
  }
};

/** Of a PNG, up to its end; each ends with four bytes of checksum. @throws RangeError */
export const pngChunks = (bytes: Uint8Array): Generator<Piece> => counted(chunks(bytes));

const riffChunks = function* (bytes: Uint8Array): Generator<Piece> {
  const data = view(bytes);
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = data.getUint32(at + 4, true);
    if (at + 8 + length > bytes.length) throw new RangeError('a WebP chunk is cut off');
    const end = Math.min(bytes.length, at + 8 + length + (length % 2));
    yield { name: latin(bytes, at), start: at, body: at + 8, end };
    at = end;
  }
};

/** Of a WebP. @throws RangeError */
export const webpChunks = (bytes: Uint8Array): Generator<Piece> => counted(riffChunks(bytes));

const boxes = function* (file: Buffer, from: number, to: number): Generator<Piece> {
  let at = from;
  while (at + 8 <= to) {
    const short = file.readUInt32BE(at);
    const header = short === 1 ? 16 : 8;
    const length = short === 1 ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    if (length < header || at + length > to) throw new RangeError('a HEIC box is cut off');
    yield { name: file.toString('latin1', at + 4, at + 8), start: at, body: at + header, end: at + length };
    at += length;
  }
};

/** Of a HEIC, between two places: ISO/IEC 14496-12, boxes of a length and a name. @throws RangeError */
export const heicBoxes = (file: Buffer, from: number, to: number): Generator<Piece> => counted(boxes(file, from, to));
