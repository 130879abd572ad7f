import type { Language } from '../messages/languages.ts';

/**
 * The pages' language with the shop's country: the reader's words, but dates and amounts as the shop's staff write them.
 * @param country ISO 3166; anything else gives the plain language
 */
export const shopLocale = (country: string, language: Language = 'en'): string =>
  /^[A-Z]{2}$/.test(country) ? `${language}-${country}` : language;
