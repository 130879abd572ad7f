/** What the letters of a PDF's built-in fonts can show beside Latin-1 (Windows-1252's extra places). */
const EXTRA = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');

/** Letters that do not come apart into a letter and a sign. */
const SPELLED: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
};

const isShown = (letter: string): boolean => {
  const code = letter.codePointAt(0) as number;
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || EXTRA.has(letter);
};

/** In letters, accented or not, of which none becomes a question mark. */
export const isPrintable = (text: string): boolean => !printable(text.replaceAll('?', '')).includes('?');

/**
 * Text as a PDF's built-in fonts can print it: accents they lack are dropped (`Łódź` → `Lódz`), and what has no Latin
 * letter at all becomes a question mark rather than a wrong letter.
 */
export const printable = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => {
      if (isShown(letter)) return letter;
      const plain = SPELLED[letter] ?? letter.normalize('NFKD').replace(/\p{M}/gu, '');
      return plain !== '' && [...plain].every(isShown) ? plain : '?';
    })
    .join('');
