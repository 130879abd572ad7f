/** What people ask of a case that its card says too: its last day, its money, its test. */
export type AskedOfCase = 'deadline' | 'money' | 'test';

const WHO = '(?:she|he|they|(?:the |this |our )?(?:customer|buyer|client))';
const WHOSE = "(?:(?:the|her|his|their|its|this|our|any)(?: customer's| buyer's)? )?";
const IT =
  '(?:‹rma›|it|this|that|(?:the|her|his|their|its|this|that) (?:rma|return|case|rma (?:number|no\\.?)|return number))';
const SENDS =
  '(?: to (?:send|ship|return|bring|get|post|mail) (?:it|them|this|that|the (?:goods|parcel|item|items))(?: back)?)?';

/** The whole question, so that "how long do customers have to return something?" stays one about the policy. */
const asked = (...questions: readonly string[]): RegExp =>
  new RegExp(
    [
      '^(?:(?:and|so|ok|okay|hey|hi|sorry|please|thanks|‹rma›)[ ,:]+)*',
      `(?:${questions.join('|')})`,
      '(?: (?:of|for|on|with) (?:‹rma›|this(?: (?:one|case|return|rma))?|it|her|him|them|the (?:case|return|parcel|customer|rma)))?',
      '(?: (?:again|please|pls|here|yet|now|so far|already|then|exactly|bitte|noch|schon))*[ ?.!]*$',
    ].join(''),
  );

const QUESTIONS: Readonly<Record<AskedOfCase, RegExp>> = {
  deadline: asked(
    `(?:what|when|which)(?: day)? (?:is|was) ${WHOSE}(?:deadline|last day|due date|expiry(?: date)?|time limit|return window)`,
    '(?:until|till|til|by|bis) (?:when|wann)',
    `(?:until|till|til|by) when (?:is ${IT} (?:still )?(?:valid|good|open)|(?:does|must|can|should|has|have|do) ${WHO}(?: (?:have|need|got))?(?: time)?(?: (?:send|ship|return) (?:it|them)(?: back)?|${SENDS}))`,
    `how long (?:is|will|does|do) ${IT} (?:still )?(?:be )?(?:valid|good|open|last|run)(?: for)?`,
    `how (?:long|much time|many days) (?:does|do|has|have|is|are) (?:${WHO}|there) ?(?:still )?(?:have|got)?(?: left)?${SENDS}`,
    'how (?:much time|many days) (?:is|are) left',
    `when (?:does|will|is) ${IT} (?:expire|run out|end|due|over|up)(?: back)?`,
    `(?:is|has) ${IT} (?:still (?:valid|open|in time)|expired|run out)`,
  ),
  money: asked(
    `(?:is|was|has|have) (?:${IT}|${WHO}|(?:the|her|his|their) (?:refund|money)) (?:already )?(?:been )?(?:already )?(?:paid|refunded|reimbursed)(?: (?:out|back))?`,
    `(?:did|has|have) ${WHO} (?:get|got|gotten|receive|received|have) (?:the |her |his |their )?(?:refund|money)(?: back)?`,
    `(?:how much|what) (?:does|did|will|would|do|is|was) (?:${WHO}|${IT}) (?:get|receive|be refunded|get refunded|getting|refunded)(?: back)?`,
    `(?:how much|what) (?:is|was|will|would) ${WHOSE}(?:refund|refund amount|amount|sum)(?: be)?`,
    'how much (?:was|is|has been|gets|will be) (?:refunded|paid)(?: (?:out|back))?',
  ),
  test: asked(
    `what (?:did|does|do) ${WHOSE}(?:test|tests|testing|inspection|check|warehouse|lab) (?:say|find|show|result in)`,
    `(?:what|how) (?:is|was|are|were) ${WHOSE}(?:test|inspection|test results?|results?|findings?)(?: of (?:the )?(?:test|inspection))?`,
    `(?:is|was|has|have) ${IT} (?:already )?(?:been )?(?:already )?(?:tested|inspected)`,
    `how did ${WHOSE}(?:test|inspection) (?:go|end|turn out)`,
  ),
};

/**
 * What a text asks of a case, and nothing else; null where it asks for none of these.
 * @param text  normalised, numbers marked
 */
export const askedOfCase = (text: string): AskedOfCase | null =>
  (Object.keys(QUESTIONS) as AskedOfCase[]).find((what) => QUESTIONS[what].test(text)) ?? null;
