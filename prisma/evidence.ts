import { createHash, randomUUID } from 'node:crypto';
import type { Blobs, EvidenceStore } from '../policy/app/ports.ts';
import type { EvidenceRef } from '../policy/app/records.ts';
import type { PrismaClient } from './generated/client.ts';
import { isId } from './store/statement.ts';

/**
 * Photos and documents: what they are in the database, their bytes in a folder or a bucket under their SHA-256. They are
 * kept before anything refers to them; the name that a customer gave a file never becomes part of a path.
 */
export const createEvidence = ({ prisma, blobs }: Readonly<{ prisma: PrismaClient; blobs: Blobs }>): EvidenceStore => ({
  put: async (shop, { name, mimetype, bytes, capturedAt = null }) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await blobs.put(sha256, bytes);
    const row = { id: randomUUID(), name: name.slice(0, 200), mimetype, bytes: bytes.byteLength, sha256 };
    await prisma.evidence.create({ data: { ...row, shop, capturedAt, createdAt: new Date() } });
    return { ...row, ...(capturedAt === null ? {} : { capturedAt }) } satisfies EvidenceRef;
  },
  get: async (shop, id) => {
    const row = isId(id) ? await prisma.evidence.findFirst({ where: { id, shop } }) : null;
    if (row === null) return null;
    const bytes = await blobs.get(row.sha256);
    if (bytes === null) throw new Error(`evidence ${id} is lost: there is nothing under its digest any more`);
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== row.sha256)
      throw new Error(`evidence ${id} is damaged: its file no longer has the digest it was stored under`);
    return {
      ref: {
        id,
        name: row.name,
        mimetype: row.mimetype,
        bytes: row.bytes,
        sha256: row.sha256,
        ...(row.capturedAt === null ? {} : { capturedAt: row.capturedAt.toISOString() }),
      },
      bytes,
    };
  },
});
