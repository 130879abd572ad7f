/** What can be read on and in a parcel, in the order in which people look. */
export const CLUES = [
  ['tracking', 'desk.apart.tracking'],
  ['senderName', 'desk.apart.sender'],
  ['senderPhone', 'desk.apart.phone'],
  ['orderNumber', 'desk.apart.order'],
  ['note', 'desk.apart.note'],
] as const;

export type Clues = Readonly<Partial<Record<(typeof CLUES)[number][0], string | null>>>;

/** As it is sent: what is empty was not seen. */
export const cluesOf = (seen: Clues): Clues =>
  Object.fromEntries(CLUES.map(([name]) => [name, seen[name]?.trim() || null]));
