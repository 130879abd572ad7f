import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blobs } from '../../policy/app/ports.ts';

/** In a folder of this machine: a file is complete and on disk before anything refers to it. */
export const folderBlobs = (folder: string): Blobs => {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
  return {
    put: (sha256, bytes) => keep(pathOf(sha256), bytes),
    get: (sha256) =>
      readFile(pathOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
};

const keep = async (path: string, bytes: Uint8Array): Promise<void> => {
  const there = await stat(path).catch(() => null);
  if (there?.size === bytes.byteLength) return;
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const partial = `${path}.${randomUUID()}`;
  const file = await open(partial, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await file.close();
  }
};
