/** Said out of politeness, and no condition: taken out before conditions are looked for. */
const POLITE_CONDITIONS =
  /\b(?:if|when|once|whenever) (?:it is |it's |at all |that is |this is )?(?:possible|you (?:can|could|like|get (?:a|the) (?:chance|minute|sec\w*|moment)|have (?:a|the) (?:chance|minute|sec\w*|moment|time)|do not mind|would)|ok(?:ay)?(?: with you| for you)?|not too (?:late|much)|u can)\b|\bas soon as (?:possible|you can)\b|\bif anything\b|\bif you(?: would)? please\b/g;

/** Not an instruction yet: a condition, a thought, something for later, or what somebody else said. */
const HESITANT =
  /\b(?:if|unless|in case|provided|providing|assuming|supposing|otherwise|might|may(?! (?:be cancelled|i))|maybe|perhaps|possibly|probably|presumably|potentially|hypothetically|theoretically|tomorrow|next week|next month|later (?:today|on)|not sure|unsure|undecided|i guess|i suppose|tempted|leaning|tentative\w*|imagine|wondering|could be (?:cancelled|refunded|approved|returned))\b|\b(?:thinking|thought|thinks?|think) (?:of|about|we|i|that|it|he|she|they|so)\b|\bi think\b(?! (?:it is|the parcel|the package|it was|this is|he|she))|\bconsider(?:s|ed|ing)?\b|\b(?:once|until|till|as soon as|after|when|whenever) (?:the|it|they|he|she|we|i|customer|payment|tom|my|our|her|his|‹)\b|\bbut (?:she |he |they |we )?(?:keeps?|kept)\b|\b(?:would|will|is going to|are going to|was going to|plans? to|planning to|intends? to|about to) (?:probably |maybe |soon |then |be )*(?:cancel|refund|approve|return|decline|reject|be (?:cancelled|refunded|approved|declined))\b(?<!(?:i|he|she|they|customer) would (?:cancel|return))|\b(?:had|has|have|were|was) (?:to be |been )?(?:supposed|meant|going|about) to\b|\bshould have\b|\bin theory\b|\bat some point\b|\bsooner or later\b|\bfor example\b|\be\.g\.|\bi\.e\.\b|\bsay(?:ing)? (?:we|i|you) (?:cancel|refund)\b/;

/** Somebody's words or deeds are told, and nothing asked for. */
const TOLD =
  /\b(?:someone|somebody|tom|he|she|they|boss|manager|colleague|rumou?r|i heard|it says|the (?:mail|email|system|app|site|website|page)) (?:just |already )?(?:said|says|told (?:me|us)|claims|claimed|mentioned|wrote|thinks|heard)\b[^.;!?]{0,40}\b(?:would|will|was|were|is|are|has|had|been|gets?|got)\b[^.;!?]{0,12}\b(?:cancell?ed|refunded|approved|returned|declined|rejected|exchanged)\b|\bnever (?:asked|wanted|told|said|requested|ordered)\b/;

export const hesitates = (text: string): boolean => {
  const rest = text.replace(POLITE_CONDITIONS, ' ');
  return HESITANT.test(rest) || TOLD.test(rest);
};

/** "Don't refund yet" puts off; "don't refund" decides. */
export const putsOff = (text: string): boolean =>
  /\b(?:yet|for now|until|till|before|right now|for the moment|at the moment|without|today|just now|immediately|unless|while|so fast|too early|too soon|hold off|hold on|wait)\b/.test(
    text,
  );

/** "And tell me where #1403 is": a second thing behind the first. */
const ASKS_FOR_MORE =
  /\b(?:and|then|also|plus|&|,|;)\s+(?:then |also |please |can you |could you )*(?:tell me|show me|check|look ?up|look into|find out|send me|let me know (?:if|whether|where|what|how|who|why|when (?!it is|it's|done|you|this|that))|explain|status of|update me|give me an? (?:update|status))\b/;
export const asksForMore = (text: string): boolean => ASKS_FOR_MORE.test(text);

/** Only a part is meant; without its items nothing may be proposed, or it would be the whole order. */
export const meansPart = (text: string): boolean =>
  /(?<!call )\b(?:off|out of) ‹order›|\b(?:part|some|one|half|two|three|four|five|\d{1,2}|most|couple|a few|few|bits?) of\b|\b(?:the|just the|only the) (?:rest|remainder|remaining|others?|first|second|last|latter|former|one|bigger|smaller|cheaper|\w+ ones?)\b|\bonly\b(?! (?:ordered|placed|just|now|today|yesterday|because|want))|\bpartial(?:ly)?\b|\bhalf\b|\ba quarter\b|\b(?:items?|lines?|units?|products?|articles?|things?|pieces?|ones)\b(?![^.;]{0,12}\ball\b)(?<!\b(?:all|every|the whole|both|entire)\b(?: \w+){0,3})|\b(?:cancel|remove|return|drop) (?:just |only )?(?:one|two|three|both|\d{1,2})\b/.test(
    text.replace(/\bone of (?:you|our|the customers?|my)\b/g, ' '),
  );
/** Named to be left out: the items in the text are the ones not meant. */
export const leavesOut = (text: string): boolean =>
  /\b(?:except|all but|apart from|aside from|other than|everything but|anything but|besides|excluding|minus|save for|but (?:not|keep|leave|he keeps|she keeps|they keep)|keep(?:s|ing)? (?:the|his|her|their|one|two|\d)|leave the|leaving the|all (?:the )?others?)\b/.test(
    text,
  );
