/** What stands where something about a person stood. */
export const CLEARED = '(cleared)';

/** Fields that people write freely, or that lead to a person, wherever they stand in a case's data or an order's facts. */
const WORDS: ReadonlySet<string> = new Set([
  'because',
  'note',
  'notes',
  'reasonGiven',
  'words',
  'written',
  'seen',
  'text',
  'photosWaived',
  'ip',
]);
const PEOPLE: ReadonlySet<string> = new Set(['name', 'email', 'phone']);

/**
 * A copy without what people wrote and what leads to a person: reasons, notes, contacts, tracking numbers, photos, tags.
 * Numbers, amounts, states, clauses and lines stay, so that every decision can still be read and asked again.
 */
export const scrubbed = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) {
    if (key === 'photos' || key === 'testPhotos' || key === 'tags') return [];
    if (key === 'tracking') return value.map(withoutTracking);
    return value.map((item) => scrubbed(item, key));
  }
  if (typeof value === 'object' && value !== null) {
    if (key === 'tracking') return withoutTracking(value);
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [
        name,
        isPersons(key, name, field) ? CLEARED : scrubbed(field, name),
      ]),
    );
  }
  return value;
};

const isPersons = (parent: string, name: string, field: unknown): boolean =>
  typeof field === 'string' && field !== '' && (WORDS.has(name) || (parent === 'contact' && PEOPLE.has(name)));

/** That there was a number may have decided something; which one did not. */
const withoutTracking = (tracking: unknown): unknown =>
  typeof tracking === 'object' && tracking !== null ? { ...tracking, number: CLEARED, url: null } : tracking;

/** Photos that a value refers to, wherever they stand in it. */
export const photosIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(photosIn);
  if (typeof value !== 'object' || value === null) return [];
  const { id, sha256 } = value as { id?: unknown; sha256?: unknown };
  if (typeof id === 'string' && typeof sha256 === 'string') return [id];
  return Object.values(value).flatMap(photosIn);
};
