import { rmSync } from 'node:fs';
import path from 'node:path';
import { runsEmbedded } from '../../prisma/embedded.ts';

/** What the demo keeps in its folder. Whatever else lies there is somebody's own, who named the folder. */
const KEPT = ['postgres', 'evidence', 'sandbox.v8', 'sandbox.v8.new'];

/**
 * Forgets what an earlier demo kept.
 * @throws Error with one line where another demo still runs on it, or the database is not the demo's to empty
 */
export const startOver = (dataDir: string, databaseUrl: string | undefined): void => {
  if (databaseUrl !== undefined)
    throw new Error('--fresh does not empty the database of DATABASE_URL: name an empty one, or unset it');
  const running = runsEmbedded(path.join(dataDir, 'postgres'));
  if (running !== null)
    throw new Error(`a demo is running on ${dataDir} (process ${running}): end it first, or set MAKEGOOD_DATA_DIR`);
  for (const name of KEPT) rmSync(path.join(dataDir, name), { recursive: true, force: true });
};
