import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Secrets } from '../secrets.ts';

/**
 * A message's body as it lies in the inbox: packed, then sealed, because it names customers and what is sealed can't be
 * packed any more. Of a 20 KB order 2.5 KB go to the server, which costs less than sending and storing it as it came.
 * Rows from before bodies were sealed hold them plain, packed by the server (lz4 where it has it).
 */
export const packBody = (secrets: Secrets, key: string, body: Uint8Array): Buffer =>
  secrets.seal(bodyPlace(key), zstdCompressSync(body, SMALL));

export const unpackBody = (secrets: Secrets, key: string, stored: Uint8Array): Uint8Array =>
  secrets.isSealed(stored) ? zstdDecompressSync(secrets.openBytes(bodyPlace(key), stored)) : stored;

/**
 * As much memory as an order of some 30 KB wants: with what zstd takes by default, to get and to clear it costs more than
 * to pack. A body of megabytes is packed a little less well.
 */
const SMALL = {
  chunkSize: 8192,
  params: {
    [constants.ZSTD_c_compressionLevel]: 1,
    [constants.ZSTD_c_windowLog]: 15,
    [constants.ZSTD_c_hashLog]: 13,
  },
};

export const bodyPlace = (key: string): string => `inbox/${key}`;
