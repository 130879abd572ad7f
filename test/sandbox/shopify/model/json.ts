/**
 * JSON whose ids survive: Shopify's numeric ids may exceed 2^53, so whole numbers that a double cannot hold are read as
 * strings of digits, and ids are written back as bare numbers.
 */
type SourceJson = {
  rawJSON(text: string): unknown;
  parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
};
const json = JSON as unknown as SourceJson;

export const parseJson = (text: string): unknown =>
  json.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
      ? source
      : value,
  );

/** An id as REST shows it: a bare number, whatever its size. */
export const idNumber = (id: string): unknown => (Number.isSafeInteger(Number(id)) ? Number(id) : json.rawJSON(id));

/** The digits of a numeric id or a global id; null where there are none. */
export const digitsOf = (id: unknown): string | null =>
  typeof id === 'number' || typeof id === 'string' ? (/(\d+)(?:\?.*)?$/.exec(String(id))?.[1] ?? null) : null;

export const gidOf = (type: string, id: string): string => `gid://shopify/${type}/${id}`;
