import { type CustomerWord, createWords, LANGUAGES, type Words } from '../../../policy/texts/customer/index.ts';
import type { CustomerPage, PageShop } from './page.ts';

/** Pages that stand in for the one that was asked for. */

type Name = 'ended' | 'unknown' | 'too-fast' | 'broken' | 'not-answered' | 'not-by-itself';

export const apart = (name: Name, words: Words, shop: PageShop | null = null): CustomerPage => ({
  title: words.say(`${name}.title` as CustomerWord),
  words,
  shop,
  paragraphs: [words.say(`${name}.text` as CustomerWord)],
});

/** Where nobody is known yet, the language is the one that their browser asks for. */
export const wordsFor = (acceptLanguage: string | undefined): Words => {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return createWords(wanted.flatMap((one) => LANGUAGES.find((language) => language === one) ?? [])[0] ?? 'en');
};
