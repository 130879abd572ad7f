/** A number that a case has, and that people ask for to pass it on. */
export type AskedNumber = 'rma' | 'tracking';

/** The whole question, so that "where must the RMA number be written?" stays one about the policy. */
const ASKED = new RegExp(
  [
    '^(?:(?:and|so|ok|okay|hey|hi|sorry|please|thanks)[ ,:]+)*',
    '(?:what(?: is| was)?|which(?: is| was)?|wie (?:lautet|ist|war)|was ist|hast du|haben wir|gibt es',
    '|(?:can|could|may) (?:you|i|we) (?:please )?(?:have|get|give|tell|send|show)(?: me| us)?|(?:do|did) (?:we|you) have|is there|have we got',
    '|(?:please )?(?:give|tell|send|show|remind)(?: me| us)?(?: of)?|(?:i )?need)? ?',
    "(?:(?:the|her|his|their|its|any|this|our|die|der|ihre|seine|eine|schon eine)(?: customer's)? )?",
    // "Give me an RMA" asks for one more; "a tracking number" is none that anybody is given.
    '(?:(?<rma>rma(?:[ -]?(?:number|no\\.?|nr\\.?|nummer|id|code))?|return (?:number|no\\.?|id))',
    '|(?:a |an )?(?<tracking>tracking(?:[ -]?(?:number|no\\.?|nr\\.?|nummer|id|code|link))?|(?:parcel|shipment) number|(?:sendungs|paket|tracking)nummer))',
    '(?: (?:of|for|on|zu|von) (?:‹rma›|‹order›|this(?: (?:one|case|return|order))?|it|her|him|them|the (?:case|return|parcel|customer)))?',
    '(?: (?:again|please|pls|here|yet|now|so far|already|bitte|nochmal|noch mal|schon))*[ ?.!]*$',
  ].join(''),
);

/**
 * The number that a text asks for, and nothing else; null where it asks for none.
 * @param text  normalised, numbers marked
 */
export const numberAsked = (text: string): AskedNumber | null => {
  const { rma, tracking } = ASKED.exec(text)?.groups ?? {};
  return rma !== undefined ? 'rma' : tracking !== undefined ? 'tracking' : null;
};
