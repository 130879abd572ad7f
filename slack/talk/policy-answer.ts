import MiniSearch from 'minisearch';
import { CLAUSES, type ClauseId } from '../../policy/clauses.ts';
import type { Settings } from '../../policy/settings.ts';
import { type PageText, pageText } from '../../policy/texts/page-text.ts';

/** Words people use for what a clause says in others. */
const ALSO: Partial<Record<ClauseId, string>> = {
  P1: 'ordered wrong item customer mistake postage carriage pays',
  P3: 'pictures photos evidence proof',
  P9: 'out of stock refund money full',
  P10: 'change of mind window',
  P11: 'cancel cancellation order before shipping',
  P12: 'postage shipping costs who pays change of mind shipped cancel after restocking fee',
  P13: 'refuse parcel door delivery',
  P16: 'ourmistake our mistake wrong product sent postage pays us exchange',
  P17: 'exchange when before return',
  P19: 'without rma number defective',
  P21: 'how long days deadline 30 return window time limit',
  P22: 'late after deadline',
  P23: 'warranty expired misuse how long',
  P24: 'test factory inspection',
  P25: 'artificial damage dropped customer damaged rejected goods kept keep disposed',
  P26: 'defective postage shipping refund who pays',
  P30: 'invoice name email phone needed',
  P33: 'missing parts accessories incomplete charger box',
  P34: 'mark rma number outside parcel label',
  P35: 'unmarked parcel',
  P37: 'insure insurance tracking',
  P38: 'lost parcel shipment',
};

/** Whose mistake it was decides; "our" alone is in every second question. */
const OUR_MISTAKE = /\b(?:our|we made (?:a|the)|my) (?:own )?(?:mistake|fault|error)\b/gi;

const ids = Object.keys(CLAUSES) as ClauseId[];
const stem = (term: string): string => term.toLowerCase().replace(/(?:ing|ed|es|s)$/, '');
const STOP = new Set(
  'a an and are as at be by can could do does for from has have he her his how i if in is it its may must my not of on or our she should that the their them they this to us was we what when where which who will with would you your customer'.split(
    ' ',
  ),
);

type Item = PageText[number]['items'][number];

const index = new MiniSearch<{ id: string; sentence: string; also: string }>({
  fields: ['sentence', 'also'],
  processTerm: (term) => (STOP.has(term.toLowerCase()) ? null : stem(term)),
  searchOptions: { boost: { also: 1.5 }, prefix: (term) => term.length > 4 },
});
index.addAll(ids.map((id) => ({ id, sentence: CLAUSES[id].sentence, also: ALSO[id] ?? '' })));

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

const lineOf = (item: Item): string =>
  [
    `• ${item.text} (${item.clause})`,
    ...item.markets.map((market) => `    ${countries.of(market.country) ?? market.country}: ${market.text}`),
  ].join('\n');

/**
 * What the policy says about a topic: the clauses that fit best, each with what the shop's own settings make of it, and
 * what is otherwise in a country.
 * @param version  the one in force
 */
export const policyAnswer = (topic: string, version: Readonly<{ number: number; settings: Settings }>): string => {
  const named = ids.filter((id) => new RegExp(`\\b${id}\\b`, 'i').test(topic));
  const found =
    named.length > 0
      ? named
      : index
          .search(topic.replaceAll(OUR_MISTAKE, 'ourmistake'))
          .slice(0, 3)
          .map((result) => result.id as ClauseId);
  if (found.length === 0) {
    return 'I find no clause about that. Ask me about cancelling, postage, pictures, the deadline of an RMA, warranty, tests, missing parts, or a product out of stock.';
  }
  const { number, settings } = version;
  const items = new Map(
    pageText(settings, settings.markets).flatMap((section) => section.items.map((item) => [item.clause, item])),
  );
  return [
    `What the policy says (version ${number}):`,
    ...found.flatMap((id) => {
      const item = items.get(id);
      return item === undefined ? [] : [lineOf(item)];
    }),
  ].join('\n');
};
