/** Languages of the pages. English is always there; the others are loaded by whoever needs them. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language that somebody's locale means: `de-AT` → `de`; English for every other. */
export const languageOf = (locale: string | null | undefined): Language => {
  const code = (locale ?? '').toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === code) ?? 'en';
};
