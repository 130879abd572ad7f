import type { MeaningOf } from '../types.ts';

type Result = MeaningOf<'rma.inspect'>['result'];

const COMPONENT =
  '(?:charger|cable|adapter|adaptor|box|manual|remote|lid|case|accessor\\w+|parts?|plug|battery|packaging|documents?|paperwork|invoice|cover|strap|cup|cord|charging \\w+|power \\w+|stand|handle|filter|hose|screws?|instructions|blade|attachments?|cap|bag|ear ?pads?|tips?|dock|base|receipt|original \\w+|components?|pieces?)';

/** What a test found, the sharpest first. */
const RESULTS: readonly (readonly [result: Result, source: string])[] = [
  [
    'no_fault_found',
    String.raw`no (?:fault|defect|issue|problem|error)s?(?: (?:was |were |could be )?(?:found|detected|present|at all))?(?! (?:of|with the (?:refund|return)))|nff|nothing (?:is |was )?wrong|(?:it |they |everything |all )?work(?:s|ed|ing)? (?:fine|perfectly|well|normally|ok(?:ay)?|without|like new|flawless\w*|great|as (?:it should|expected|intended|new)|correctly|properly|just fine|again|for (?:us|me))|(?:can|could) ?not (?:reproduce|replicate|find (?:any|a|the) (?:fault|defect|issue|problem|error)|confirm the (?:fault|defect)|see (?:any|a) (?:fault|defect|problem|damage))|unable to (?:reproduce|replicate)|fault ?less|fully functional|functions (?:normally|fine|perfectly)|(?:runs|charges|turns on|plays|heats(?: up)?) (?:fine|perfectly|flawless\w*|normally|ok(?:ay)?|without)|(?:tested|is|test) (?:perfectly )?(?:fine|perfect|flawless)\b|no trouble found|ntf`,
  ],
  [
    'artificial_damage',
    String.raw`artificial(?:ly)?(?: damaged?)?|(?:water|liquid|user|customer|drop|fire|burn|impact|physical|self-inflicted|moisture|coffee|fluid|accidental|external|mechanical|man-made|heat)[- ]?(?:damaged?|inflicted)|(?:customer|user|he|she|they|clearly|obviously|someone|somebody|owner|buyer) (?:has |have |had |was |were |clearly |obviously |must have )*(?:dropped(?! (?:‹|it off|them off|off|the (?:parcel|box|package)))|damaged|broke(?! the)|broken it|opened(?! the (?:parcel|box|package|case|ticket|return))|smashed|soaked|burn(?:ed|t)|cut|forced|drilled|modified|dismantled|tried to repair|spilled|spilt|stepped|sat|glued|dropped$)|(?:was|been|got|were) (?:clearly |obviously )?(?:dropped(?! (?:off|at|by (?:dhl|the (?:courier|driver|carrier))))|soaked|smashed|drowned|modified|tampered|misused|abused|opened and|opened up|taken apart|dismantled|immersed|glued)|misuse[d]?|abused?|tamper(?:ed|ing)?|not our (?:fault|defect)|(?:user|customer'?s?|owner'?s?|(?:her|his|their) own) (?:fault|error|doing)|(?:swollen|damaged|ruined|broken|corroded) (?:from|by|due to) (?:water|heat|liquid|moisture|a fall)|damaged? by (?:the )?(?:customer|user|owner|water|liquid|a? ?fall|drop|dog|child)|dropped(?= (?:by the customer|by customer|from|on|down|into)|[.!]*$)|(?:signs|traces|evidence) of (?:misuse|abuse|water|liquid|a drop|a fall|tampering|impact|repair)|opened and modified|broken by (?:the )?(?:customer|user)|fell (?:down|into|in) (?:the |a )?(?:stairs|water|toilet|bath|sink|pool)|corrosion|corroded`,
  ],
  [
    'missing_components',
    String.raw`(?:[a-z-]+ ){0,3}(?:is |are |was |were |still )?missing(?! (?:the )?(?:deadline|since|in transit))|incomplete|without (?:the |its |a |any |their |his |her )?(?:\w+ )?${COMPONENT}|not (?:complete|everything)|no ${COMPONENT}(?: in(?:side)?| included| with it|$|[,.!])|lacks? (?:the |its |a )?[a-z]+|${COMPONENT}(?: and (?:the )?\w+)? (?:is |are |was |were )?not (?:in|included|there|inside|with)|forgot (?:to (?:send|include|put) )?(?:the |its )?${COMPONENT}|only the \w+ (?:is |was )?in the box`,
  ],
  [
    'wrong_item',
    String.raw`wrong (?:item|product|article|thing|model|serial|unit|device|goods)|(?:completely |totally |entirely )?(?:different|another|other|somebody else's|someone else's) (?:item|product|article|model|serial|brand|thing|one|unit|device)|not (?:our|ours|the (?:item|product|one|article|same|unit|device|model)(?: (?:we|that))?|a product of ours|what we (?:sold|sent|shipped))|serial(?: number)?(?: (?:on|of) ‹rma›)? (?:does not|is not|do not|not) (?:match|correspond|belong|ours|from us)\w*|serial(?: number)? mismatch|something else|swapped|empty box|box (?:is|was) empty|a brick|bricks?\b|counterfeit|fake|(?:never|not) (?:sold|bought) (?:by|from) us|we (?:never|did not|do not) (?:sold|sell)`,
  ],
  [
    'accepted',
    String.raw`accept(?:ed|ing)?(?! (?:by|at))|(?:defect|fault|claim|damage|issue|problem) (?:is |was |has been )?(?:confirmed|found|real|true|verified|reproduced)|confirm(?:s|ed)?(?: the)? (?:defect|fault|defective|faulty|broken|dead|claim|damage)|(?:really|indeed|truly|definitely|genuinely|actually) (?:is )?(?:broken|defective|dead|faulty)|(?:is|are) (?:really|indeed|truly|definitely|genuinely|actually) (?:broken|defective|dead|faulty)|passed|pass(?:es)? (?:inspection|the test)|inspection (?:is |was )?(?:ok(?:ay)?|fine|good|positive|passed)|tested ok|as described|all (?:good|fine|ok|okay|in order|there|complete|correct)|test(?:ed)? (?:confirms|confirmed|positive)|confirmed|good condition|(?:condition|item|unit|product|everything) (?:is |was |looks )?(?:good|fine|ok|okay|perfect|complete|as new|like new)|like new|unused|unopened|(?:tested|inspected|checked)[ :,-]+(?:it |it is |is |was |and |and it is )?(?:indeed )?(?:defective|faulty|broken|dead)|(?:could|can|able to) reproduce|reproduced`,
  ],
];

const compiled = RESULTS.map(([result, source]) => [result, new RegExp(`(?<![\\w‹-])(?:${source})(?!\\w)`)] as const);
export const RESULT_WORDS = new RegExp(`(?<![\\w‹-])(?:${RESULTS.map(([, source]) => source).join('|')})(?!\\w)`, 'g');

/** "No water damage", "not accepted": the finding is denied. */
const DENIED = /\b(?:no|not|without(?: any)?|never|nor|free of|no sign of|neither) (?:\w+ )?$/;

export const resultOf = (text: string): Result | null => {
  for (const [result, pattern] of compiled) {
    const match = pattern.exec(text);
    if (match !== null && !DENIED.test(text.slice(0, match.index))) return result;
  }
  return null;
};
