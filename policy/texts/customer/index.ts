import { CLAUSES, type ClauseId } from '../../clauses.ts';
import { CLAUSES_DE } from './clauses-de.ts';
import { MAIL_DE } from './mail-de.ts';
import { MAIL_EN } from './mail-en.ts';
import { PAGES_DE } from './pages-de.ts';
import { PAGES_EN } from './pages-en.ts';

/** Languages that customers are written to in. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

const EN = { ...MAIL_EN, ...PAGES_EN } as const;
export type CustomerWord = keyof typeof EN;
const CATALOGUE: Readonly<Record<Language, Readonly<Record<CustomerWord, string>>>> = {
  en: EN,
  de: { ...MAIL_DE, ...PAGES_DE },
};

export const CUSTOMER_WORDS = Object.keys(EN) as CustomerWord[];
export const MAIL_WORDS = Object.keys(MAIL_EN) as (keyof typeof MAIL_EN)[];

/** What a merchant says otherwise, by language and text. */
export type EditedTexts = Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>;

/** How one customer is spoken to. */
export type Words = Readonly<{
  language: Language;
  /** For dates and amounts: `en-GB` writes days before months, whoever reads it. */
  locale: string;
  /** The shop's own currency: of any other an amount says whose dollars it counts. Null: not known here. */
  homeCurrency: string | null;
  say(word: CustomerWord, values?: Readonly<Record<string, string | number>>): string;
  clause(id: ClauseId): string;
}>;

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

/** The text as this release has it, before anybody changed it. */
export const defaultText = (language: Language, word: CustomerWord): string => CATALOGUE[language][word];

const PLACEHOLDER = /\{(\w+)\}/g;

/** `{order}` and the like, as they may stand in a text. */
export const placeholdersOf = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] as string)),
];

const isWord = (word: string): word is CustomerWord => Object.hasOwn(EN, word);

export const createWords = (
  language: Language,
  edited: EditedTexts = {},
  homeCurrency: string | null = null,
): Words => {
  const own = edited[language] ?? {};
  return {
    language,
    locale: LOCALES[language],
    homeCurrency,
    say: (word, values = {}) =>
      (own[word] ?? CATALOGUE[language][word]).replace(PLACEHOLDER, (whole, name: string) =>
        String(values[name] ?? whole),
      ),
    clause: (id) => (language === 'de' ? CLAUSES_DE[id] : CLAUSES[id].sentence),
  };
};

/** `de-AT` → `de`; what we can't write in becomes English. @param locale of the customer, as Shopify has it */
export const languageOf = (locale: string | null): Language => {
  const language = locale?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((one) => one === language) ?? 'en';
};

/** Longest text that a merchant may put in the place of ours. */
const LONGEST = 2000;

/**
 * Why an edited text can't be used; null where it can. A placeholder that the text does not have would be sent as it
 * stands, and an empty text would leave a hole.
 */
export const whyUnfit = (word: string, text: string): string | null => {
  if (!isWord(word)) return `there is no text "${word}"`;
  if (text.trim() === '') return 'write something, or go back to the text that came with Makegood';
  if (text.length > LONGEST) return `at most ${LONGEST} characters, this has ${text.length}`;
  const may = placeholdersOf(EN[word]);
  const unknown = placeholdersOf(text).filter((name) => !may.includes(name));
  if (unknown.length === 0) return null;
  const known = may.length === 0 ? 'this text has none' : `this text has ${may.map((name) => `{${name}}`).join(', ')}`;
  return `${unknown.map((name) => `{${name}}`).join(', ')}: no such placeholder; ${known}`;
};
