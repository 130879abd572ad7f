import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { type Passage, take } from './passage.ts';

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** With the word in front that says what it is, which is no name of goods then. */
const INTERNATIONAL =
  /(?:\b(?:tel(?:ephone)?|phone|mobile|mob|cell|whatsapp|ph)\b\.?(?:\s*(?:number|no|nr))?\.?\s*(?:is|:|=|-)?\s*)?(?<![\w+])((?:\+|00(?=[1-9]\d))[\s(]?\d[\d\s()./-]{6,20}\d)(?!\w)/i;
/** Behind "tel", "call her on", "reach him at". */
const CUED =
  /\b(?:tel(?:ephone)?|phone|mobile|mob|cell|call|ring|reach|text|whatsapp|ph)\b\.?(?:\s+(?:me|us|him|her|them|customer|back))*(?:\s+(?:on|at|under))?(?:\s*(?:number|no|nr))?\.?\s*(?:is|:|=)?\s*(\(?\d[\d\s()./-]{6,18}\d)(?!\w)/i;
/** Groups that only a phone number is written in: (415) 555-2671, 415 555 2671, 0151 23456789. */
const IN_GROUPS =
  /(?<![\w#+.-])(\(\d{3,5}\)\s?\d{3,4}[\s-]\d{3,4}|\d{3}[\s.-]\d{3}[\s.-]\d{4}|0\d{2,4}[\s/-]\d{5,8})(?![\w-])/;

export const takeEmail = (passage: Passage): string | null => take(passage, EMAIL);

/** E.164 where the number says its country, else as written. */
export const takePhone = (passage: Passage): string | null => {
  const international = take(passage, INTERNATIONAL);
  if (international !== null)
    return parsePhoneNumberFromString(international.replace(/^00/, '+'))?.number ?? international.trim();
  return (take(passage, CUED) ?? take(passage, IN_GROUPS))?.trim() ?? null;
};
