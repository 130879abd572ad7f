/** Numbers that one slip of a finger makes of this one: a digit too many, too few, another, or two exchanged. */
export const oneSlipAway = (number: number): ReadonlySet<number> => {
  const digits = String(number);
  const found = new Set<number>();
  const add = (text: string): void => {
    // Beyond 15 digits numbers are no longer whole.
    if (text !== '' && text.length <= 15) found.add(Number(text));
  };
  for (let at = 0; at <= digits.length; at += 1) {
    const before = digits.slice(0, at);
    const rest = digits.slice(at);
    for (const digit of '0123456789') {
      add(before + digit + rest);
      if (rest !== '') add(before + digit + rest.slice(1));
    }
    if (rest !== '') add(before + rest.slice(1));
    if (rest.length > 1) add(`${before}${rest[1]}${rest[0]}${rest.slice(2)}`);
  }
  found.delete(number);
  return found;
};

type Named = Readonly<{ name: string; number: bigint | number | null }>;

/**
 * Names to suggest: the numbers next to it first, for half of the places, because the order may be gone; then those a
 * slip explains, because a number may be far away and look alike; then more neighbours.
 */
export const nearestFirst = (
  number: number,
  neighbours: readonly Named[],
  slips: readonly Named[],
  limit: number,
): readonly string[] => {
  const distance = (order: Named): number => Math.abs(Number(order.number) - number);
  const close = [...neighbours].sort((a, b) => distance(a) - distance(b));
  const half = Math.ceil(limit / 2);
  const ranked = [
    ...close.slice(0, half),
    ...[...slips].sort((a, b) => distance(a) - distance(b)),
    ...close.slice(half),
  ];
  return [...new Set(ranked.map((order) => order.name))].slice(0, limit);
};
