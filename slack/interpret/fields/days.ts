import { NUMBER_WORDS, quantityOf } from '../goods/numbers.ts';

/** A month is taken as 30 days: the deadline it extends is counted in days. */
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, f: 14 };
const SPAN = new RegExp(
  `(?<![\\w.:/-])(?:(a couple(?: of)?|couple(?: of)?|\\d{1,3}|an?|another|${NUMBER_WORDS})[ -]?(?:more |extra |additional |further |working |calendar |full )*)(days?|d|weeks?|wks?|w|months?|fortnights?)\\b`,
  'g',
);

/** How many days more; undefined where none, or a date, or more than one span is said. A date would need a calendar. */
export const daysOf = (text: string): number | undefined => {
  const spans = [
    ...text
      .replace(
        /\b(?:past|late|overdue|after|since|within|of) (?:the )?(?:\w+ )?\d{1,3}[ -]days?\b|\b\d{1,3}[ -]days? (?:late|overdue|ago|left|window|deadline|limit|are over|is over|have passed)\b/g,
        ' ',
      )
      .matchAll(SPAN),
  ];
  const lengths = spans.flatMap(([, count = '', unit = '']) => {
    const number = count === 'another' ? 1 : count.includes('couple') ? 2 : quantityOf(count);
    return number === null ? [] : [number * (DAYS[unit[0] ?? ''] ?? 1)];
  });
  const [first] = lengths;
  return lengths.length === 1 ? first : undefined;
};
