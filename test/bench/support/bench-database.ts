import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '../../../prisma/index.ts';

/** A PostgreSQL of one's own that is gone afterwards; with DATABASE_URL that server (an empty database, please). */
export const benchDatabase = async (): Promise<Readonly<{ url: string; stop(): Promise<void> }>> => {
  const told = process.env.DATABASE_URL;
  if (told !== undefined) return { url: told, stop: async () => undefined };
  const folder = mkdtempSync(path.join(tmpdir(), 'makegood-bench-'));
  const server = await startEmbedded({ dataDir: folder });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** In milliseconds: the middle, and what 99 of 100 stay below. */
export const spread = (times: readonly number[]): Readonly<{ p50: number; p99: number }> => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: Math.round(at(0.5) * 100) / 100, p99: Math.round(at(0.99) * 100) / 100 };
};
