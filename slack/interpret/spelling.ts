/**
 * Typing errors in the words that decide what a text means. A word is corrected only where it is long enough to be sure,
 * is no word we know, and exactly one known word is one edit away (two for long words).
 */
const KNOWN = (
  'cancel cancelled cancellation canceling cancelling cancels refund refunds refunded refunding return returns returned returning approve approved approves ' +
  'decline declined declines reject rejected refuse refused refuses refusing exchange exchanged replace replaced replacement ' +
  'defective defect defects broken broke faulty damaged damage cracked received receive receives receipt arrived arrives arrive missing tracking tracked ' +
  'shipped shipping shipment ordered order orders parcel package customer customers delivery delivered deliver warranty policy please pictures photos ' +
  'accepted accept inspected inspect tested testing fault found artificial components waiting overdue approval approvals queue ' +
  'extend extension another assign assigned note supply stock discontinued backorder available wrong mistake changed charged charge charger charging ' +
  'changes chance chargers mind wants wanted doesn working works worked headphones kettle number marked outside label postage status details should could would ' +
  'there their these those today still which where opened already happened happy rather money back cannot never thing things about after again before because ' +
  'cancels stopped canal council counsel model models seven eleven three eight couple colour color reason return reversed reserve reserved resolve resolved receiving ' +
  'shopping shipper missed mission placed replied refined refresh friend parcels labels warrant quite quiet quote write wrote written order older border orders ordering pick picked picker ' +
  'except accepts excepted expect expected reduced retired retire repeat report reported remind remember refer reference'
).split(' ');
const VOCABULARY = new Set(KNOWN);

/** Edits between two words, a swap of neighbours counting one; stops counting beyond two. */
const distance = (a: string, b: string): number => {
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((rows[i - 1]?.[j] ?? 9) + 1, (row[j - 1] ?? 9) + 1, (rows[i - 1]?.[j - 1] ?? 9) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 9) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 3;
};

const correct = (word: string): string => {
  if (word.length < 5 || VOCABULARY.has(word)) return word;
  // A plural or a past form of a known word is no error.
  if (VOCABULARY.has(word.replace(/(?:s|es|ed|d|ing|er|ers)$/, ''))) return word;
  const allowed = word.length >= 8 ? 2 : 1;
  const near = KNOWN.filter((known) => known.length >= 5 && known[0] === word[0] && distance(word, known) <= allowed);
  const best = near.toSorted((a, b) => distance(word, a) - distance(word, b));
  const [first, second] = best;
  if (first === undefined) return word;
  return second !== undefined &&
    second !== first &&
    distance(word, second) === distance(word, first) &&
    !first.startsWith(second.slice(0, 5))
    ? word
    : first;
};

/** Lower case, straight quotes, short forms written out, typing errors mended. For matching, never for showing. */
export const normalise = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/\b(?:pls|plz|plse)\b/g, 'please')
    .replace(/\b(?:won't|wont)\b/g, 'will not')
    .replace(/\b(?:can't|cant|cannot)\b/g, 'can not')
    .replace(/\b([a-z]{2,})n't\b/g, '$1 not')
    .replace(/\b(do|does|did|is|are|was|were|has|have|had|should|would|could)nt\b/g, '$1 not')
    .replace(/\b(i|you|we|they)'re\b/g, '$1 are')
    .replace(/\b(he|she|it|that|what|who|where)'s\b/g, '$1 is')
    .replace(/\blet's\b/g, 'let us')
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, ' ')
    .replace(/:[a-z0-9_+-]+:/g, ' ')
    .replace(/[a-z']+/g, (word) => correct(word))
    .replace(/\s+/g, ' ')
    .trim();
