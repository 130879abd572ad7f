const starts = (bytes: Uint8Array, ...first: number[]): boolean => first.every((byte, at) => bytes[at] === byte);
const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** What browsers show, by how a file begins; a name or a header may say anything. */
const TYPES: readonly (readonly [string, (bytes: Uint8Array) => boolean])[] = [
  ['image/jpeg', (bytes) => starts(bytes, 0xff, 0xd8, 0xff)],
  ['image/png', (bytes) => starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/webp', (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP'],
  ['image/gif', (bytes) => /^GIF8[79]a/.test(ascii(bytes, 0, 6))],
];

/** The type of a photo by its bytes; null where it is none. */
export const photoType = (bytes: Uint8Array): string | null => TYPES.find(([, matches]) => matches(bytes))?.[0] ?? null;
