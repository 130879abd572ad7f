import english from '@shopify/polaris/locales/en.json' with { type: 'json' };

/** Words of Polaris' own components (pagination, "Clear" …), in the pages' language. */
export type TranslationDictionary = typeof english;
export const polarisEnglish: TranslationDictionary = english;

let words: TranslationDictionary = english;
export const speakPolaris = (next: TranslationDictionary): void => {
  words = next;
};
export const polarisWords = (): TranslationDictionary => words;
