import { createHash, randomUUID } from 'node:crypto';
import type { EvidenceStore } from '../../../../policy/app/ports.ts';
import type { EvidenceRef } from '../../../../policy/app/records.ts';

/** Photos in memory, each of one shop. */
export const memoryEvidence = (): EvidenceStore => {
  const kept = new Map<string, { shop: string; ref: EvidenceRef; bytes: Uint8Array }>();
  return {
    put: async (shop, { name, mimetype, bytes }) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const ref = { id: randomUUID(), name, mimetype, bytes: bytes.byteLength, sha256 };
      kept.set(ref.id, { shop, ref, bytes });
      return ref;
    },
    get: async (shop, id) => {
      const found = kept.get(id);
      return found?.shop === shop ? { ref: found.ref, bytes: found.bytes } : null;
    },
  };
};
