/**
 * The pages' language with the shop's country: English words, but dates and amounts as its staff write them.
 * @param country ISO 3166; anything else gives plain English
 */
export const shopLocale = (country: string): string => (/^[A-Z]{2}$/.test(country) ? `en-${country}` : 'en');
