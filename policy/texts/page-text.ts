import { CLAUSE_IDS, CLAUSES, type ClauseId } from '../clauses.ts';
import type { SettingValues } from '../settings.ts';
import { CLAUSES_DE } from './customer/clauses-de.ts';
import type { Language } from './customer/index.ts';
import { customerSentences } from './customer-text.ts';

type Section = (typeof CLAUSES)[ClauseId]['source']['section'];

const SECTIONS_DE: Readonly<Record<Section, string>> = {
  Policy: 'Grundsätze',
  'Products out of stock': 'Nicht lieferbare Produkte',
  'Non-defective products': 'Produkte ohne Mangel',
  'Defective products': 'Mangelhafte Produkte',
  'RMA Procedure': 'Rücksenden mit Rücksendenummer (RMA)',
};

const sectionIn = (language: Language, section: Section): string =>
  language === 'de' ? SECTIONS_DE[section] : section;
/** A clause as customers read it. */
export const clauseIn = (language: Language, clause: ClauseId): string =>
  language === 'de' ? CLAUSES_DE[clause] : CLAUSES[clause].sentence;

/** The policy as a page of the storefront: the sections of the text, and under each its sentences. */
export type PageText = readonly Readonly<{
  section: string;
  items: readonly Readonly<{
    clause: ClauseId;
    text: string;
    /** Only what is said otherwise there, by country. */
    markets: readonly Readonly<{ country: string; text: string }>[];
  }>[];
}>[];

/** @param markets what differs by the country that goods go to */
export const pageText = (
  values: SettingValues,
  markets: Readonly<Record<string, Readonly<Partial<SettingValues>>>> = {},
  language: Language = 'en',
): PageText => {
  const everywhere = customerSentences(values, language);
  const there = Object.entries(markets).map(([country, own]) => ({
    country,
    sentences: customerSentences({ ...values, ...own }, language),
  }));
  const item = (clause: ClauseId) => {
    const usual = everywhere.get(clause) ?? [];
    return {
      clause,
      text: [clauseIn(language, clause), ...usual].join(' '),
      markets: there.flatMap(({ country, sentences }) => {
        const other = (sentences.get(clause) ?? []).filter((sentence) => !usual.includes(sentence));
        return other.length === 0 ? [] : [{ country, text: other.join(' ') }];
      }),
    };
  };
  const sections = [...new Set(CLAUSE_IDS.map((id) => CLAUSES[id].source.section))];
  return sections.map((section) => ({
    section: sectionIn(language, section),
    items: CLAUSE_IDS.filter((id) => CLAUSES[id].source.section === section).map(item),
  }));
};

/** @param nameOf a country in the reader's language */
export const plainPage = (text: PageText, nameOf: (country: string) => string): string =>
  text
    .map(({ section, items }) =>
      [
        section,
        ...items.flatMap((item) => [
          `- ${item.text}`,
          ...item.markets.map((market) => `  ${nameOf(market.country)}: ${market.text}`),
        ]),
      ].join('\n'),
    )
    .join('\n\n');

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** HTML as a storefront's page editor takes it: headings, lists, nothing that a theme has to know. */
export const htmlPage = (text: PageText, nameOf: (country: string) => string): string =>
  text
    .map(({ section, items }) => {
      const entries = items.map(({ text: words, markets }) => {
        const own = markets.map((m) => `<br><strong>${escaped(nameOf(m.country))}:</strong> ${escaped(m.text)}`);
        return `<li>${escaped(words)}${own.join('')}</li>`;
      });
      return `<h2>${escaped(section)}</h2>\n<ul>\n${entries.join('\n')}\n</ul>`;
    })
    .join('\n');
