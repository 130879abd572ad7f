/** One sentence of the normalised text. */
export type Sentence = Readonly<{
  text: string;
  /** Without what stands in quotation marks: an agent's own decision is never a customer's pasted words. */
  own: string;
  question: boolean;
}>;

const GREETED = String.raw`(?:(?:hi|hey|hello|ok|okay|so|and|but|or|also|just|please|guys|team|all|everyone|morning|quick question|quick one|one question|question|um|well|then|hm+|btw|fyi|sorry|anyway|just wondering|no|yes|again|@\w+)[\s,:!.-]+)*`;

/** Asked for as a favour, it is no question: "can you cancel #1001?" */
const POLITE = new RegExp(
  `^${GREETED}(?:(?:can|could|would|will|may) (?:you|someone|somebody|one of you|we please|i please|i ask you to)|(?:would|do) you mind|any chance (?:you|someone) (?:can|could)|is it ok if you|mind)\\b(?! (?:please )?(?:tell|say|explain|check|look|see|show|know|confirm|find|verify|advise|still|even|really|actually|ever|have|clarify|let|remind|say|think))`,
);
/** "Can we get an RMA for #1003?" asks for it. */
const POLITE_RETURN =
  /\b(?:can|could|may) (?:i|we|he|she|they|the customer|customer) (?:please )?(?:get|have) (?:an? |the )?(?:new )?(?:rma|return label|return number|label)\b/;
/** A favour with a doubt in it is a question after all. */
const DOUBT =
  /\bor (?:not|should|is|has|what|do|did|can|was|rather)\b|\bor\s*\?|\b(?:still|already|ever) (?:be )?(?:possible|cancel|stop)|\bis (?:that|this|it) (?:possible|ok|okay|allowed|fine|right)\b/;

const WH = String.raw`(?:what|when|where|why|who|whose|whom|which|how|whether|wondering|i wonder|wonder|do you know|not sure|tell me|any idea|anyone know|curious|is there|are there|explain|should|shall)\b(?! (?:it is|they are) (?:here|in|back|broken|defective))`;
const AUX = String.raw`(?:is|are|was|were|am|do|does|did|has|have|had|can|could|would|will|may|might|must|any|may)`;
/** What follows an auxiliary that starts no question: "is here", "will wait", "was dropped", "did not accept". */
const PREDICATE = String.raw`(?: (?:here|back|in|on|at|wait|arrived|dropped|received|shipped|sent|tested|defective|broken|faulty|missing|lost|to|be|been|ok|okay|fine|happy|willing|not|never|just|refused|rejected|damaged|cracked|discontinued|sold|out|unavailable|marked|now|again|come|gone|landed|returned|accept|pay|refund|take)\b|,| it[\s!.]*$)`;
/** "‹rma› what did the test say": the subject first, without a comma. */
const WH_BEHIND_SUBJECT = /^(?:‹\w+› )+(?:what|why|when|where|who|how|which)\b/;
/** "Can we cancel it please", with no question mark, asks for it. */
const WE_PLEASE = /^(?:can|could) we\b.*\bplease\b[^?]*$/;
const QUESTION_START = new RegExp(`^${GREETED}(?:${WH}|${AUX}\\b(?!${PREDICATE}))`);
/** An inversion in the middle: "#1402 should i cancel it". */
const INVERTED =
  /(?!^do it[\s!.]*$)(?:\b(?:should|shall|did|can|could|may|might) (?:i|we|they|he|she|it|anyone|anybody|the customer)\b|(?:^|[,;:]|\b(?:and|but|so|or)|‹\w+›)\s*[-]*\s*(?:is|was|were|are|has|have|had|do|does|will|would|must) (?:i|we|they|he|she|it|there|anyone|anybody|somebody|someone|this|that|the customer|the refund|the parcel|her|his)\b(?! (?:you|is)))/;
/** "The customer asks whether …" is a question, whoever asks it. */
const ASKS_WHETHER =
  /\b(?:ask(?:s|ed|ing)?|wonders?|wondered|wondering|(?:want(?:s|ed)?|like|need(?:s|ed)?|love) to know|knows?|know|tell (?:me|her|him|them|us)|find out|check|see|let (?:me|us|her|him|them|the customer) know|confirm|verify|unsure|not sure|clarify|decide|question is|enquir(?:es|ed|ing)|inquir(?:es|ed|ing)) (?:me |us |again |about )?(?:if|whether|when|where|what|how|why|who|which)\b|\bask(?:s|ed|ing)? (?:about|for (?:an? |the )?(?:update|status|news|eta|info\w*|information|details))\b|\b(?:any|no) idea (?:if|whether|when|what|how|why)\b|\b(?:what|how) (?:about|if)\b|\bwhat happens\b/;
const ENDS_AS_QUESTION =
  /(?:,\s*|\s)(?:or not|yes or no|y\/n|right|correct|eh|huh|or what|agreed|thoughts|opinions?|wdyt|isn't it|is not it|what do you think)\s*[.!]*$/;

const OPINION =
  /^would you (?:also |still |really |ever )?(?:approve|decline|refund|pay|reject|release|accept|sign off)\b/;

const isQuestion = (sentence: string): boolean => {
  const start = sentence.replace(/^(?:‹\w+›\s*[,:;.-]+\s*|[\s,:;"'(>.*-]+)+/, '');
  const asked = /\?[\s"')!.]*$/.test(sentence);
  // "Would you approve …?" asks for an opinion on money; with a "please" it asks for the deed.
  if (asked && OPINION.test(start) && !/\bplease\b/.test(start)) return true;
  const clause = asked ? (start.split(/[,;:]\s+| - /).at(-1) ?? start) : start;
  const polite =
    [start, clause].some((part) => POLITE.test(part)) ||
    POLITE_RETURN.test(sentence) ||
    WE_PLEASE.test(start.replace(/^(?:hi|hey|hello|ok|team|guys|all)[\s,!]+/, ''));
  if (polite && !DOUBT.test(sentence) && !ASKS_WHETHER.test(sentence)) return false;
  return (
    asked ||
    polite ||
    QUESTION_START.test(start) ||
    WH_BEHIND_SUBJECT.test(sentence) ||
    INVERTED.test(start) ||
    INVERTED.test(sentence) ||
    ASKS_WHETHER.test(sentence) ||
    ENDS_AS_QUESTION.test(sentence)
  );
};

const withoutQuotes = (text: string): string => text.replace(/"[^"]*(?:"|$)/g, ' " ').replace(/^\s*>.*$/gm, ' ');

export const sentencesOf = (text: string): Sentence[] => {
  const own = withoutQuotes(text);
  const ownParts = new Set(split(own));
  return split(text).map((part) => ({
    text: part.replace(/^\s*>\s*/, ''),
    own: ownParts.has(part) ? part : withoutQuotes(part).replace(/^\s*>.*/, ''),
    question: isQuestion(part.replace(/^\s*>\s*/, '')),
  }));
};

/** "No. 5", "Mr. Novak": a full stop that ends nothing. */
const ABBREVIATED = /\b(no|nr|num|mr|mrs|ms|dr|st|approx|incl|tel|art|ca|vs|qty|pcs|ext|e\.g|i\.e)\./g;

const split = (text: string): string[] =>
  [...text.replace(ABBREVIATED, '$1').matchAll(/(?:[^.!?\n]|\.(?=\w))+[.!?]*["')]*/g)]
    .map(([part]) => part.trim())
    .filter((part) => /[a-z‹?]/.test(part));
