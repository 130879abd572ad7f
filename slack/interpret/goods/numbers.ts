/** Quantities as people write them. An indefinite article is one: "a mug" is never two mugs. */
const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  single: 1,
  two: 2,
  both: 2,
  couple: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  dozen: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  'twenty-one': 21,
  'twenty-four': 24,
  'twenty-five': 25,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  hundred: 100,
};

/** 1 to 999, in figures or words; null for everything else. */
export const quantityOf = (written: string): number | null => {
  const lower = written.toLowerCase();
  const quantity = /^\d{1,3}$/.test(lower) ? Number(lower) : Object.hasOwn(WORDS, lower) ? WORDS[lower] : undefined;
  return quantity !== undefined && quantity > 0 ? quantity : null;
};

/** For patterns: every spelling but the articles, longest first. */
export const NUMBER_WORDS = Object.keys(WORDS)
  .filter((word) => word !== 'a' && word !== 'an')
  .toSorted((a, b) => b.length - a.length)
  .join('|');
