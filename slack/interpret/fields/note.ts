import { plainCharacters } from '../references/passage.ts';

const REFERENCE = String.raw`(?:(?:the |this |case |order )*(?:rma[\s#:._-]*[0-9a-z][0-9a-z -]{4,9}[0-9a-z]\b|(?:order\s*)?(?:no\.?\s*)?#?\d{3,10}\b)|(?:the |this |that )?case|this|it|here)`;
const VERB = String.raw`(?:(?:can|could|would) (?:you|someone) )?(?:please |pls |plz |kindly )?(?:(?:add|make|take|leave|put|write|drop|attach|save|record|enter|post)(?: me| in| down)?\s+(?:an?\s+|the\s+|this\s+|following\s+|internal\s+|quick\s+)*(?:notes?|comments?|remarks?|memo)|(?:internal\s+)?(?:notes?|comment|remark|memo)(?:\s+to\s+self)?|write\s+(?:this\s+|that\s+)?down|jot\s+(?:this\s+|that\s+)?down|log|fyi|for\s+the\s+records?|for\s+your\s+information|document|record|keep\s+in\s+mind|please\s+remember)`;
const LINK = String.raw`(?:\s*(?:on|for|to|in|about|under|against|re)?\s*${REFERENCE})?`;
const HEAD = new RegExp(
  String.raw`^(?:(?:hi|hey|ok|hello|btw|also)[\s,!]+)*(?:${REFERENCE}[\s,:;-]*)?${VERB}(?=[\s,:;-])(?!\s*(?:book\b|says|the\s+(?:refund|return|tracking)\s+(?:please|now)\b))${LINK}\s*[:,;-]*\s*(?:(?:saying|says)(?:\s+that)?\b|that\b)?[\s:,-]*(.*)$`,
  'is',
);
/** Said in passing as often as to have it written down: only with the case right behind, or as the whole message. */
const WEAK = /^\W*(?:fyi|for\s+your\s+information|keep\s+in\s+mind|document|record|please\s+remember)\b/i;
const WITH_CASE = new RegExp(
  String.raw`^\W*(?:fyi|for\s+your\s+information|keep\s+in\s+mind|document|record|please\s+remember)\s+(?:on\s+|for\s+)?${REFERENCE}\s*[:,-]`,
  'i',
);

/** "Log a return", "record the refund": not for writing down. */
const ASKS_FOR_DEED =
  /^\W*(?:please |pls )?(?:log|record|document|enter)\s+(?:(?:an?|the|new|this)\s+)*(?:return|rma|refund|exchange|cancellation|request)\b/i;

/** What is to be written down, in the agent's words; null where the text is no note. */
export const noteOf = (written: string): string | null => {
  const text = plainCharacters(written).trim();
  const match = HEAD.exec(text);
  if (match === null) return null;
  const note = (match[1] ?? '').trim();
  if (ASKS_FOR_DEED.test(text) || (WEAK.test(text) && !WITH_CASE.test(text))) return null;
  return note.replace(/^"([^"]*)"$/s, '$1').slice(0, 2000);
};
