import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { readRma } from './rma-number.ts';

/** What a text names: found once, and taken out of the text, so that a tracking number is never read as an order. */
export type References = Readonly<{
  orders: readonly string[];
  rmas: readonly string[];
  /** RMA numbers whose check symbol or length is wrong, as written. */
  invalidRmas: readonly string[];
  tracking: string | null;
  carrier: string | null;
  email: string | null;
  phone: string | null;
  /** The text without them; `‹order›` and `‹rma›` stand where they stood. */
  rest: string;
}>;

export const ORDER_MARK = '‹order›';
export const RMA_MARK = '‹rma›';

const CARRIERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['UPS', /\bups\b/i],
  ['FedEx', /\bfed\s?ex\b/i],
  ['DHL', /\bdhl\b/i],
  ['USPS', /\busps\b/i],
  ['GLS', /\bgls\b/i],
  ['DPD', /\bdpd\b/i],
  ['Evri', /\b(?:evri|hermes)\b/i],
  ['Royal Mail', /\broyal\s?mail\b/i],
  ['TNT', /\btnt\b/i],
  ['PostNL', /\bpost\s?nl\b/i],
  ['Canada Post', /\bcanada\s?post\b/i],
  ['Australia Post', /\baus(?:tralia)?\s?post\b/i],
  ['Deutsche Post', /\bdeutsche\s?post\b/i],
  ['Colissimo', /\bcolissimo\b/i],
  ['Chronopost', /\bchronopost\b/i],
  ['Correos', /\bcorreos\b/i],
];

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const URL_PATTERN = /https?:\/\/\S+/gi;
/** Numbers that only carriers write: UPS, USPS, the postal union's S10, DHL's JJD. */
const CARRIER_NUMBERS = [
  /\b1Z[0-9A-Z]{16}\b/i,
  /\b9[2-5]\d{20,24}\b/,
  /\b[A-Z]{2}\d{9}[A-Z]{2}\b/i,
  /\bJ[JV]D\d{12,20}\b/i,
  /\b\d{12,15}\b/,
];
const TRACKING_CUE =
  /\btrack(?:ing|ed)?(?:\s*(?:no|nr|number|num|id|code|#))?\.?\s*(?:is|=|:|#)?\s*([A-Z0-9][A-Z0-9-]{5,38}[0-9])\b/i;
/** A number right behind a carrier's name: `DHL 1234567890`. */
const BEHIND_CARRIER = /^\s*(?:no\.?|nr\.?|number|#|:)?\s*([A-Z0-9]{8,30})\b/i;

/** What is counted, never an order: "1001 people came today". */
const COUNTED =
  /^\s*(?:people|persons?|customers?|clients?|users?|visitors?|guests?|orders|returns|tickets?|emails?|mails?|calls?|messages?|units?|pcs|pieces?|items?|products?|boxes|parcels|packages|euros?|eur|usd|dollars?|bucks|pounds?|gbp|cents?|percent|%|days?|hours?|hrs?|h\b|minutes?|mins?|weeks?|months?|years?|times?|km|kg|g\b|ml|am\b|pm\b|problems?|issues?|complaints?|questions?|reasons?|things|reviews?|stars?|views?|clicks?|points?|steps?|miles?|watts?|volts?|v\b|mah|gb)/i;
const BEFORE_COUNT =
  /(?:[$€£¥]|\b(?:over|about|around|almost|nearly|some|another|since|year|(?:bought|ordered|purchased|back)(?: it)? in|case|room|model|version|sku|postcode|zip|ext\.?)\s*)$/i;

/** "in 2025", where it can be a year of trade and no older order. */
const isYear = (before: string, digits: string): boolean =>
  /\b(?:in|during|until|by)\s*$/i.test(before) && /^20[123]\d$/.test(digits);

type Found = { text: string };

const take = (found: Found, pattern: RegExp, put = ' '): string | null => {
  const match = pattern.exec(found.text);
  if (match === null) return null;
  found.text = found.text.slice(0, match.index) + put + found.text.slice(match.index + match[0].length);
  return match[1] ?? match[0];
};

/** Words behind `rma` that could spell a number only by chance ("rma request"). */
const looksLikeNumber = (written: string): boolean => /\d/.test(written) && written.replace(/[\s-]/g, '').length >= 5;

const takeRmas = (found: Found): { valid: string[]; invalid: string[] } => {
  const valid: string[] = [];
  const invalid: string[] = [];
  const keep = (rma: string): string => {
    if (!valid.includes(rma)) valid.push(rma);
    return ` ${RMA_MARK} `;
  };
  found.text = found.text.replace(
    /\brma(?:\s*(?:number|no|nr|num)\b\.?)?(\s*[#:-]\s*|\s+|(?=[0-9]))((?:(?!rma)[0-9A-Z]+[ -]?){1,4})/gi,
    (whole: string, joint: string, tail: string) => {
      const parts = tail.split(/(?<=[ -])/);
      // The longest start that is a number; people put spaces anywhere inside.
      for (let count = parts.length; count > 0; count -= 1) {
        const written = parts.slice(0, count).join('');
        const rma = readRma(written);
        const spelled = /\d/.test(written) || joint.includes('-') || written.trim() === written.trim().toUpperCase();
        if (rma !== null && spelled) return keep(rma) + parts.slice(count).join('');
      }
      const first = (parts[0] ?? '').trim();
      const order = /^\d{1,6}$/.test(first.replace(/-$/, '')) && !/^-/.test(joint.trim());
      const bad = looksLikeNumber(first)
        ? first
        : looksLikeNumber(tail) && /^[0-9A-Z]{2,5}[ -][0-9A-Z]{2,5}\b/.test(tail)
          ? tail.trim()
          : null;
      if (order || bad === null || /^#/.test(joint.trim())) return whole;
      invalid.push(`RMA-${bad.replace(/[\s-]/g, '')}`);
      return ` ${RMA_MARK} ${tail.slice(bad === first ? first.length : tail.length)}`;
    },
  );
  // A bare number, where it can be nothing else.
  found.text = found.text.replace(/(?<![\w#-])(?=[0-9A-Z]*\d)(?=[0-9A-Z]*[A-Z])[0-9A-Z]{7}(?![\w-])/gi, (word) => {
    const rma = readRma(word);
    return rma === null ? word : keep(rma);
  });
  return { valid, invalid };
};

const takeTracking = (found: Found): { tracking: string | null; carrier: string | null } => {
  const carrier = CARRIERS.find(([, pattern]) => pattern.test(found.text)) ?? null;
  for (const pattern of CARRIER_NUMBERS) {
    const number = take(found, pattern);
    if (number !== null) {
      const guessed = /^1Z/i.test(number) ? 'UPS' : null;
      return { tracking: number.toUpperCase(), carrier: carrier?.[0] ?? guessed };
    }
  }
  const cued = TRACKING_CUE.exec(found.text)?.[1];
  if (cued !== undefined && /\d{4}/.test(cued)) {
    found.text = found.text.replace(cued, ' ');
    return { tracking: cued.toUpperCase(), carrier: carrier?.[0] ?? null };
  }
  if (carrier !== null) {
    const at = carrier[1].exec(found.text);
    const behind = at === null ? null : BEHIND_CARRIER.exec(found.text.slice(at.index + at[0].length));
    if (behind?.[1] !== undefined && (behind[1].match(/\d/g) ?? []).length >= 6) {
      found.text = found.text.replace(behind[1], ' ');
      return { tracking: behind[1].toUpperCase(), carrier: carrier[0] };
    }
  }
  return { tracking: null, carrier: carrier?.[0] ?? null };
};

const takePhone = (found: Found): string | null => {
  const international = take(found, /\+\d[\d\s()./-]{6,18}\d/);
  if (international !== null) return parsePhoneNumberFromString(international)?.number ?? international;
  const cued = take(
    found,
    /\b(?:tel(?:ephone)?|phone|mobile|cell|call(?:\s+(?:him|her|them))?(?:\s+(?:on|at))?|ph)\.?(?:\s*(?:number|no|nr))?\.?\s*(?:is|:|=)?\s*(\(?\d[\d\s()./-]{6,18}\d)/i,
  );
  return cued?.trim() ?? null;
};

const takeOrders = (found: Found): string[] => {
  const orders: string[] = [];
  const keep = (digits: string): string => {
    const name = `#${digits}`;
    if (!orders.includes(name)) orders.push(name);
    return ` ${ORDER_MARK} `;
  };
  found.text = found.text
    .replace(/#\s?(\d{1,10})\b/g, (_, digits: string) => keep(digits))
    .replace(
      /\b(?:orders?|ord|order\s*(?:number|no|nr|num|id))\.?\s*(?:number|no|nr|num|id)?\.?\s*[:=]?\s*(\d{3,10})\b(?!\s*(?:%|people))/gi,
      (_, digits: string) => keep(digits),
    )
    .replace(/\b(?:no|nr|number)\.?\s*(\d{3,10})\b/gi, (_, digits: string) => keep(digits));
  found.text = found.text.replace(
    /(?<![\w.,$€£¥:/-])(\d{4,6})(?![\w%€$£]|[.,:/-]\d)/g,
    (digits: string, _g: string, at: number, all: string) => {
      const before = all.slice(0, at);
      const after = all.slice(at + digits.length);
      return COUNTED.test(after) || BEFORE_COUNT.test(before) || isYear(before, digits) ? digits : keep(digits);
    },
  );
  return orders;
};

/** Order of taking matters: what is longest and surest first, bare numbers last. */
export const takeReferences = (text: string): References => {
  const found: Found = { text: ` ${text} ` };
  const email = take(found, EMAIL);
  const linkless = found.text;
  found.text = found.text.replace(URL_PATTERN, ' ');
  const { valid, invalid } = takeRmas(found);
  const { tracking, carrier } = takeTracking(found);
  const phone = takePhone(found);
  // 2026-11-20, 20.11.2026, 11/20/2026, 10:30: never an order.
  found.text = found.text.replace(/\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}:\d{2}\b/g, ' ');
  const orders = takeOrders(found);
  const carrierOfLink = CARRIERS.find(([, pattern]) => pattern.test(linkless))?.[0] ?? null;
  return {
    orders,
    rmas: valid,
    invalidRmas: invalid,
    tracking,
    carrier: carrier ?? carrierOfLink,
    email,
    phone,
    rest: found.text.replace(/\s+/g, ' ').trim(),
  };
};
