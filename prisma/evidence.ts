import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceStore } from '../policy/app/ports.ts';
import type { EvidenceRef } from '../policy/app/records.ts';
import type { PrismaClient } from './generated/client.ts';
import { isId } from './store/statement.ts';

/**
 * Photos and documents: what they are in the database, their bytes in a folder under their SHA-256. A file is complete
 * and on disk before anything refers to it; the name that a customer gave it never becomes part of a path.
 */
export const createEvidence = ({
  prisma,
  folder,
}: Readonly<{ prisma: PrismaClient; folder: string }>): EvidenceStore => ({
  put: async (shop, { name, mimetype, bytes }) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await keep(pathOf(folder, sha256), bytes);
    const ref: EvidenceRef = { id: randomUUID(), name: name.slice(0, 200), mimetype, bytes: bytes.byteLength, sha256 };
    await prisma.evidence.create({ data: { ...ref, shop, createdAt: new Date() } });
    return ref;
  },
  get: async (shop, id) => {
    const row = isId(id) ? await prisma.evidence.findFirst({ where: { id, shop } }) : null;
    if (row === null) return null;
    const bytes = await readFile(pathOf(folder, row.sha256));
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== row.sha256)
      throw new Error(`evidence ${id} is damaged: its file no longer has the digest it was stored under`);
    return { ref: { id, name: row.name, mimetype: row.mimetype, bytes: row.bytes, sha256: row.sha256 }, bytes };
  },
});

const pathOf = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

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
