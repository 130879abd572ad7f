import type { ClauseId } from '../clauses.ts';
import type { SettingName, SettingValues } from '../settings.ts';
import type { Language } from './customer/index.ts';
import { SENTENCES_DE } from './sentences-de.ts';
import { SENTENCES_EN } from './sentences-en.ts';

/**
 * What a shop's settings mean to its customers, in sentences that stand behind a clause. Pure and without the schemas,
 * so that a page can say them anew at every key that is pressed.
 */

type Told = keyof typeof SENTENCES_EN;
type Say = (value: unknown, all: SettingValues) => string | null;

/** Settings of which a customer reads something. */
export const TOLD_SETTINGS = Object.keys(SENTENCES_EN) as readonly Told[] satisfies readonly SettingName[];

const SAY: Readonly<Record<Language, (name: Told) => Say>> = {
  en: (name) => SENTENCES_EN[name].say as Say,
  de: (name) => SENTENCES_DE[name] as Say,
};

/** What the settings add to each clause, in the order of the table; no sentence twice. */
export const customerSentences = (
  values: SettingValues,
  language: Language = 'en',
): ReadonlyMap<ClauseId, readonly string[]> => {
  const told = new Map<ClauseId, string[]>();
  for (const name of TOLD_SETTINGS) {
    const { clause } = SENTENCES_EN[name];
    const sentence = SAY[language](name)(values[name], values);
    const soFar = told.get(clause) ?? [];
    if (sentence !== null && !soFar.includes(sentence)) told.set(clause, [...soFar, sentence]);
  }
  return told;
};
