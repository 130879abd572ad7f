import { afterEach, describe, expect, it } from 'vitest';
import { MAIL_WORDS } from '../../../policy/texts/customer/index.ts';
import { de } from '../../../web/admin/messages/de.ts';
import { en } from '../../../web/admin/messages/en.ts';
import { hasWord, speak } from '../../../web/admin/messages/index.ts';
import { mailWord } from '../../../web/admin/words/mail-word.ts';

const afterPoint = (name: string): string => name.slice(name.indexOf('.') + 1);

/** Texts that stand on the page together: those of one mail, with the sheet that goes with the RMA number. */
const mailOf = (name: string): string => {
  const [first = ''] = name.split('.');
  const withMail: Readonly<Record<string, string>> = { sheet: 'rma-issued', result: 'test-result' };
  return withMail[first] ?? (MAIL_WORDS.includes(`${first}.subject` as never) ? first : 'shared');
};

afterEach(() => speak('en', {}));

describe('the label of a text of the mails', () => {
  it('is there for each of them: a new text needs one in messages/en/mail-words.ts and de/mail-words.ts', () => {
    expect(MAIL_WORDS.filter((name) => !hasWord('mail-word', name) && !hasWord('mail-word', afterPoint(name)))).toEqual(
      [],
    );
  });

  it('is there for no text that is gone', () => {
    const known = new Set(MAIL_WORDS.flatMap((name) => [`mail-word.${name}`, `mail-word.${afterPoint(name)}`]));
    expect(Object.keys(en).filter((key) => key.startsWith('mail-word.') && !known.has(key))).toEqual([]);
  });

  it.each([
    ['en', en],
    ['de', de],
  ] as const)('stands once in a mail, in %s', (language, words) => {
    speak(language, words);
    const labels = MAIL_WORDS.map((name) => `${mailOf(name)}: ${mailWord(name)}`);
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
  });
});
