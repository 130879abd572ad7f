import type { PolicyVersionRecord } from '../../policy/app/records.ts';
import { parseSettings, type Settings } from '../../policy/settings.ts';

/** A published version never changes, so what was parsed of it holds; forgotten all at once beyond this many. */
const MOST = 1000;
const known = new Map<string, Settings>();

/** A version's settings, parsed once a process: every command asks for them. */
export const settingsOfVersion = ({ id, digest, settings }: PolicyVersionRecord): Settings => {
  const key = `${id} ${digest}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const parsed = parseSettings(settings);
  if (known.size >= MOST) known.clear();
  known.set(key, parsed);
  return parsed;
};
