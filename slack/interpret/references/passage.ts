/** A text that what it names is taken out of, piece by piece. */
export type Passage = { text: string };

/** What stands where an order or RMA number stood. Both kinds of quotes are taken out of what people write. */
export const ORDER_MARK = '‹order›';
export const RMA_MARK = '‹rma›';

/** Takes out the first match and returns its first group, or all of it. */
export const take = (passage: Passage, pattern: RegExp): string | null => {
  const match = pattern.exec(passage.text);
  if (match === null) return null;
  passage.text = `${passage.text.slice(0, match.index)} ${passage.text.slice(match.index + match[0].length)}`;
  return match[1] ?? match[0];
};

/**
 * The same text in plain characters: full-width letters, odd blanks and dashes, zero-width characters, Slack's own
 * formatting. What was struck out was not said.
 */
export const plainCharacters = (written: string): string =>
  written
    .replace(/[‼❗❕]/g, ' ')
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD‹›]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/(?<![\w~])~[^~\n]{1,400}~(?![\w~])/g, ' ')
    .replace(/(?<!\w)[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}(?!\w)/g, '');
