import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Secrets } from '../secrets.ts';

/**
 * A message's body as it lies in the inbox: packed, then sealed, because it names customers and what is sealed can't be
 * packed any more. Of a 20 KB order 3 KB go to the server, which costs less than sending and storing it as it came.
 * Rows from before bodies were sealed hold them plain, packed by the server (lz4 where it has it).
 */
export const packBody = (secrets: Secrets, key: string, body: Uint8Array): Buffer =>
  secrets.seal(placeOf(key), zstdCompressSync(body, FAST));

export const unpackBody = (secrets: Secrets, key: string, stored: Uint8Array): Uint8Array =>
  secrets.isSealed(stored) ? zstdDecompressSync(secrets.openBytes(placeOf(key), stored)) : stored;

/** Level -3: a third of level 1's time for half as much again to store. */
const FAST = { params: { [constants.ZSTD_c_compressionLevel]: -3 } };

const placeOf = (key: string): string => `inbox/${key}`;
