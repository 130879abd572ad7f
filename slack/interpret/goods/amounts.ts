import { NUMBER_WORDS } from './numbers.ts';

const FIGURES = String.raw`\d+(?:[.,]\d+)*`;
const SIGN = '[$€£¥]';
const CODE = '(?:usd|eur|gbp|chf|cad|aud|jpy)';
const NAME = `(?:(?:us |canadian |australian )?dollars?|bucks?|euros?|cents?|quid|yen|${CODE})`;
/** Pounds are weighed as often as paid. */
const POUNDS = String.raw`pounds?(?= (?:sterling|back|refund|each|off)\b|\s*(?:$|[.,;!?)]))`;

/** "$500", "20 €", "12,50 euro", "USD 40", "twenty bucks": money, however it is written. */
const AMOUNT = new RegExp(
  [
    String.raw`(?:\bus)?${SIGN} ?${FIGURES}`,
    String.raw`\b${CODE} ?${FIGURES}`,
    String.raw`\b${FIGURES} ?(?:${SIGN}|${NAME}\b|${POUNDS})`,
    String.raw`\b(?:(?:${NUMBER_WORDS})[ -])+(?:${NAME}|${POUNDS})\b`,
  ].join('|'),
  'giu',
);

/** In the place of an amount: it names no goods, and counts none. */
const AMOUNT_MARK = '‹amount›';

export const markAmounts = (text: string): string => text.replace(AMOUNT, AMOUNT_MARK);

export const namesAmount = (text: string): boolean => markAmounts(text).includes(AMOUNT_MARK);

const WANTED =
  /\b(?:refund|reimburse|compensat|credit|give|gave|pay|get|want|demand|ask|claim|expect|need|due|owe)\w*\b[^.;!?\n]{0,40}‹amount›|‹amount›[^.;!?\n]{0,24}\b(?:back|refund\w*|off|compensation|credit)\b/i;

/** Somebody wants so much money: what is due is worked out, never taken from a sentence. */
export const asksForAmount = (text: string): boolean => WANTED.test(markAmounts(text));
