import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Ids } from '../../policy/app/ports.ts';

/** Ids ordered by time (indexes stay compact) and random bytes nobody can guess. */
export const realIds: Ids = { id: () => v7(), randomBytes: (count) => randomBytes(count) };
