import { speak } from './index.ts';
import { languageOf } from './languages.ts';
import type { TranslationDictionary } from './polaris.ts';
import { polarisEnglish, speakPolaris } from './polaris.ts';

const KEPT = 'makegood:locale';

/**
 * The locale of whoever looks: Shopify admin says it in the first document's address (`locale`), and App Bridge knows it
 * as long as the app is open.
 */
export const localeOf = (search: string, bridge: string | undefined): string => {
  const told = new URLSearchParams(search).get('locale') ?? bridge ?? null;
  try {
    if (told !== null) sessionStorage.setItem(KEPT, told);
    return told ?? sessionStorage.getItem(KEPT) ?? 'en';
  } catch {
    // A browser that keeps nothing for embedded pages.
    return told ?? 'en';
  }
};

/** Loads the words of another language, and Polaris' own; where they can't be had, the pages stay English. */
export const loadLanguage = async (locale: string): Promise<void> => {
  const language = languageOf(locale);
  document.documentElement.lang = language;
  if (language === 'en') return speakPolaris(polarisEnglish);
  try {
    const [{ de }, { SAID_DE, amountDe }, { CLAUSES_DE }, polaris] = await Promise.all([
      import('./de.ts'),
      import('./de/said.ts'),
      import('../../../policy/texts/customer/clauses-de.ts'),
      import('@shopify/polaris/locales/de.json', { with: { type: 'json' } }),
    ]);
    speak(language, de, { said: SAID_DE, amount: amountDe, clauses: CLAUSES_DE });
    speakPolaris(polaris.default as TranslationDictionary);
  } catch {
    document.documentElement.lang = 'en';
  }
};
