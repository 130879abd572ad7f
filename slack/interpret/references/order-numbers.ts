import { ORDER_MARK, type Passage } from './passage.ts';

/** What is counted, never an order: "1001 people came today". */
const COUNTED =
  /^\s*(?:(?:unhappy|angry|new|open|more|other|different)\s+)?(?:people|persons|customers|clients|users|visitors|guests|followers|orders|returns|refunds|tickets?|e-?mails?|mails?|calls?|messages?|units|pcs|pieces|items|products|boxes|parcels|packages|skus?|euros?|eur|usd|gbp|dollars?|bucks|quid|pounds?|cents?|percent|%|days?|hours?|hrs?|h\b|minutes?|mins?|weeks?|months?|years?|times?|km|kg|g\b|ml|am\b|pm\b|o'?clock|problems?|issues?|complaints?|questions?|reasons?|things|reviews?|stars?|views?|clicks?|points?|steps?|miles?|watts?|w\b|volts?|v\b|mah|gb|mb|rpm|lumens?)(?!')/i;
/** Other things that carry numbers, signed or not: "ticket #8821". */
const OTHER_THING =
  /\b(?:case|ticket|zendesk|invoice|inv|sku|item no|po|serial|sn|s\/n|room|gate|dock|bay|aisle|shelf|pallet|batch|lot|model|version|postcode|zip|plz|ext|extension|page|pin|street|flat|apartment|suite)\.?\s*(?:no\.?|nr\.?|number|#|:)?\s*$/i;
/** What makes a bare number an amount, a year or a time. */
const AMOUNT_BEFORE =
  /(?:[$€£¥]|\b(?:over|around|almost|nearly|some|another|since|year|(?:bought|ordered|purchased|back)(?: it)? in|(?:lunch|meeting|break|home|back|here|closes?|opens?|starts?) (?:at|until|till|by))\s*)$/i;
/** "The meeting is at 1430": a time of day, where nothing says that it is an order. */
const isTime = (before: string, digits: string): boolean =>
  /\b(?:at|till|until)\s*$/i.test(before) && /^(?:[01]\d|2[0-3])[0-5][05]$/.test(digits);
const isYear = (before: string, digits: string): boolean =>
  /\b(?:in|during|until|by|from|winter|summer|spring|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december)\s*$/i.test(
    before,
  ) && /^20[123]\d$/.test(digits);

/** 2026-11-20, 20.11.2026, 11/20/2026, 10:30: never an order. */
const DATE_OR_TIME = /\b\d{1,4}([./-])\d{1,2}\1\d{1,4}\b|\b\d{1,2}:\d{2}\b/g;
const SIGNED = /#\s?(\d{1,10})\b/g;
const WORDED =
  /\b(?:orders?|ord|order\s*(?:number|no|nr|num|id))\b\.?\s*(?:number|no|nr|num|id)?\.?\s*[:=]?\s*(\d{3,10})\b(?!\s*(?:%|people))/gi;
const NUMBERED =
  /(?<!\b(?:case|ticket|invoice|item|model|serial|room|po|rma|phone|flat)\s)\b(?:no|nr|number)\.?\s*(\d{3,10})\b/gi;
const BARE = /(?<![\w.,$€£¥:/-])(\d{4,6})(?![\w%€$£]|[.,:/-]\d)/g;
const IN_A_ROW = /(?<![\w.,/-])(#?\d{4,6})\s*[/&+]\s*(?=#?\d{4,6}(?![\w/]|\.\d))/g;

/** Every order the text names, each once, as `#1003`. */
export const takeOrders = (passage: Passage): string[] => {
  const orders = new Set<string>();
  const keep = (digits: string): string => {
    orders.add(`#${digits}`);
    return ` ${ORDER_MARK} `;
  };
  const keepUnlessOther = (whole: string, digits: string, at: number, all: string): string => {
    const before = all.slice(Math.max(0, at - 40), at);
    const after = all.slice(at + whole.length, at + whole.length + 40);
    return COUNTED.test(after) ||
      OTHER_THING.test(before) ||
      AMOUNT_BEFORE.test(before) ||
      isYear(before, digits) ||
      isTime(before, digits)
      ? whole
      : keep(digits);
  };
  passage.text = passage.text
    .replace(DATE_OR_TIME, ' ')
    .replace(IN_A_ROW, '$1, ')
    .replace(SIGNED, (_, digits: string, at: number, all: string) =>
      OTHER_THING.test(all.slice(Math.max(0, at - 40), at)) ? ' ' : keep(digits),
    )
    .replace(WORDED, (_, digits: string) => keep(digits))
    .replace(NUMBERED, keepUnlessOther)
    .replace(BARE, keepUnlessOther);
  return [...orders];
};
