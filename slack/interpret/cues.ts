import type { Intent } from './types.ts';

/**
 * The words that give an intent away, matched on normalised text (lower case, short forms written out) in which order
 * and RMA numbers are `‹order›` and `‹rma›`. An action is matched clause by clause, so that a negation counts only for
 * the verb it stands before.
 */

/** `not`, and what amounts to it, shortly before a verb. */
const NOT = String.raw`(?:\b(?:not|never|no need to|without|stop|instead of|rather than|no longer|nobody|neither|avoid|hold off|refrain from|undo|withdraw|revoke|reverse|take back)\b[^,;.:]{0,24}?)`;

export const negated = (verb: string): RegExp => new RegExp(`${NOT}\\b(?:${verb})`);

/** Somebody tries to command the software, or asks for everything at once: never a proposal. */
export const COMMANDS_SOFTWARE =
  /\b(?:ignore|disregard|forget|override|bypass|skip)\b.{0,40}\b(?:rules?|instructions?|policy|policies|polic|approvals?|checks?|limits?|prompts?|safety|above|previous|clauses?)\b|\bsystem prompt\b|\byou are now\b|\bdeveloper mode\b|\bpretend\b|\bact as\b|\bjailbreak\b|\bsudo\b|\bas an? (?:admin|administrator|ai|assistant)\b|\b(?:approve|refund|cancel|decline|close|delete|pay)\b(?: out)? (?:all|every|everything|everyone|everybody|any)\b(?! of (?:it|them|this|that)\b)(?! (?:items?|units?|lines?)? ?(?:of|on|in|from|for) ‹)|\b(?:drop|truncate|delete from)\s+(?:table|database|cases|orders)\b|\bwithout (?:asking|confirmation|confirming|approval|anyone|a confirmation)\b|\b(?:set|change|make) (?:the |your )?(?:policy|limit|amount|role|settings?)\b|\b(?:make|give) me (?:an? )?(?:admin|owner|approver)\b/;

export const GREETING =
  /^(?:hi|hey|hello|hallo|yo|hiya|good (?:morning|afternoon|evening)|morning|thanks?|thank you|thx|cheers)\b[\s!.,]*(?:there|bot|makegood|team|all|everyone|everybody|again|a lot|so much|you)?[\s!.,]*$/;
export const HELP =
  /^(?:help|help me|\?|usage|commands?|menu|start|info)[\s!.?]*$|\bwhat (?:can|do) you (?:do|understand|know)\b|\bhow (?:do|can|does) (?:i|we|this|it|you|the bot|makegood)\b.{0,12}\b(?:use|work|help|start|cancel|return|open|approve|decline|create|issue|refund|record|write)\b|\bwho are you\b|\bwhat (?:is|are) (?:you|this bot|makegood)\b|\bhow can you help\b|\bwhat can i (?:say|ask|do|type|write)\b/;

export const QUEUE =
  /\b(?:what|which|anything|something|show|list|any|how many|everything|give me|my)\b.{0,40}\b(?:waiting|open|pending|overdue|to approve|approvals?|to do|queue|cases|due|late|outstanding|unassigned|stuck|approve today|need(?:s)? (?:my|an?|our) (?:approval|attention|decision))\b|^(?:the )?(?:queue|list|overdue|approvals|open cases|my cases|inbox|to-?do|pending|waiting|(?:pending|open|waiting) (?:approvals|cases|refunds|returns))(?: please| today| list| cases)?[\s!.?]*$|\bwhat (?:is|do i have|do we have|have i got)\b.{0,20}\b(?:on my (?:plate|list|desk)|to do|next|up|left)\b/;

export const POLICY_WORDS =
  /\b(?:policy|policies|postage|shipping (?:costs?|fees?|charges?)|carriage|warranty|who pays|how long|how many days|deadline|time limit|restock(?:ing)?|pictures?|photos?|rules?|allowed|entitled|do we (?:refund|accept|take|cover|pay|charge|offer|exchange|need|allow)|can (?:a |the )?customers?|must (?:a |the )?customers?|what (?:happens|if)|change of mind|changes? (?:his|her|their) mind|artificial damage|out of stock|backorder|original (?:box|packag|shipping)|packaging|invoice|insur|terms|conditions|clause|p\d{1,2}\b|free returns?|window|returns?\b.{0,20}\b(?:work|policy)|refund shipping)\b/;

/** Asked for as a favour, it is no question: "can you cancel #1001?" */
export const POLITE =
  /^(?:(?:hi|hey|hello|ok|okay|so|and|please|guys|team|@\w+)[\s,!.]+)*(?:can|could|would|will|would you mind|may) (?:you|u|someone|somebody|we please|i please)\b(?! (?:tell|say|explain|check|look|see|show|know|confirm (?:if|whether|that)|find out|still))/;
/** "Can we get an RMA for #1003?" asks for it. */
export const POLITE_RETURN =
  /\b(?:can|could|may) (?:i|we|he|she|they|the customer) (?:please )?(?:get|have) (?:an? |the )?(?:new )?(?:rma|return label|return number)\b/;

export const QUESTION_START =
  /^(?:(?:hi|hey|hello|ok|okay|so|and|but|please|also|just|quick question|question)[\s,:!.-]+)*(?:what|when|where|why|who|whose|whom|which|how|is|are|was|were|am|do|does|did|has|have|had|can|could|should|shall|would|will|may|might|must|any|isn't|wasn't|whether|wondering|i wonder|do you know|not sure|tell me)\b(?! not\b)/;

export const LOOK_UP =
  /\b(?:show|status|look ?up|look at|check|find|info|information|details|pull up|open up|what about|where is|update on|news on|anything on|lookup|display|view|see|get me|tell me about|summary|history)\b/;

export type ActionCue = Readonly<{ intent: Intent; verb: string; needs: 'order' | 'rma' | 'either' }>;

/** Verbs of each action. Past tenses tell what happened and are left out, unless something is wanted to *be* done. */
const CANCEL = String.raw`cancel(?!led|lation|s\b)|canceling|cancelling|(?:want|need|like|have|get|getting|to be|be|gets?)s?\b[^,;.:]{0,24}\bcancell?ed|(?:please |request(?:s|ed|ing)? (?:a |the )?|ask(?:s|ed|ing)? for (?:a |the )?|want(?:s)? (?:a |the )?|needs? (?:a |the )?)cancellation|cancellation(?: request)? (?:for )?‹order›|^cancellation (?:for|of|request)|call off|calls? (?:it|this|‹order›) off|(?:please )?void(?! if)|(?:does|do) not (?:want|need) (?:it|them|this|that|‹order›|the order|her order|his order)(?: any ?more| after all| now)?|no longer (?:wants?|needs?|wanted|needed)|scrap (?:‹order›|it|the order)|stop (?:‹order›|the order|this order)|take (?:back )?‹order› off|take\b[^,;.]{0,40}\boff ‹order›|(?:does|do) not (?:want|need) (?:the|his|her|their)\b[^,;.]{0,40}\bany ?more|(?:drop|remove|take off|strike)\b[^,;.]{0,40}\b(?:from|off|of|on) ‹order›`;
const RETURN = String.raw`rma(?! (?:is|was|came|arrived))|(?:want|need|like|request|get|open|start|create|make|issue|set up|send|do|file|ask for|asks for|raise|book|arrange|begin|register|log)(?:s|ed|ing)?\b[^,;.:]{0,24}\b(?:return|rma)(?!ed)|return (?:for|of|request|label|on|‹order›|it|them|the|one|two|\d|both)|returns? (?:‹order›)|to return|returning|send(?:s|ing)?\b[^,;.]{0,24}\bback|sends? (?:it|them|this)? ?back|exchange|replace(?:ment)?(?! (?:came|arrived))|swap|return please|please return`;
const NOT_SUPPLIED =
  'out of stock|sold out|(?:can|could|will) not (?:be )?(?:supply|supplied|deliver(?:ed)?|ship(?:ped)?|send|sent|fulfil(?:l|led)?|get|source)|not (?:available|in stock|on stock)|unavailable|discontinued|ran out|run out|no (?:more )?stock|no longer (?:available|made|produced)|short (?:on|of|by)|stock ?out|backorder(?:ed)?|back-order(?:ed)?|nothing left|none left|not enough (?:stock|of)';
const REFUSED = String.raw`refus(?:ed|es|ing)(?: to (?:accept|take|sign))?|(?:will|would|did|does) not (?:take|accept|sign for)|(?:declined|rejected|turned away|turned down)(?: the| her| his)? (?:delivery|parcel|package|driver|courier|it at the door)|returned to sender|return to sender|sent (?:the )?(?:driver|courier|it|parcel)(?: straight| right)? (?:away|back with the driver)|rts\b|not accepted (?:at|by)|accept(?:ance)? refused|slammed the door`;

export const ACTIONS: readonly ActionCue[] = [
  { intent: 'delivery.refused', needs: 'order', verb: REFUSED },
  {
    intent: 'backorder.answer',
    needs: 'order',
    verb: String.raw`(?:will|can|would|could|is|are|be|happy to|willing to|prefers? to|rather|agrees? to|wants? to|ok(?:ay)?(?: with| to)?|fine(?: with)?|gladly|said(?: (?:he|she|they))?(?: will| would)?)\b[^,;.]{0,20}\bwait(?:s|ing)?|waits|wait for (?:it|the|them)|not (?:want to |going to |willing to |happy to |prepared to )?wait|(?:money|refund)\b[^,;.]{0,30}\b(?:instead|rather than)\b[^,;.]{0,20}\bwait(?:ing)?|(?:tired|sick) of waiting`,
  },
  { intent: 'backorder.report', needs: 'order', verb: NOT_SUPPLIED },
  { intent: 'order.cancel', needs: 'order', verb: CANCEL },
  { intent: 'rma.request', needs: 'order', verb: RETURN },
  {
    intent: 'rma.extend',
    needs: 'rma',
    verb: String.raw`extend(?:s|ed)?|extension|prolong|more time|(?:another|extra|more|additional) (?:\d+|one|two|a few|few) (?:more )?(?:days?|weeks?)|(?:another|one more|a further|an extra) (?:day|week|month)|\d+ (?:more|extra|additional) (?:days?|weeks?)|(?:longer|later) deadline|push (?:back )?the deadline`,
  },
  {
    intent: 'rma.lost',
    needs: 'rma',
    verb: String.raw`lost|never (?:arrived|showed up|turned up|came|reached)|gone missing|went missing|vanished|disappeared|no scans?\b|parcel (?:is )?missing|did not (?:arrive|show up|turn up|reach us)|has not (?:arrived|shown up|turned up) (?:after|in|since)`,
  },
  {
    intent: 'rma.decline',
    needs: 'rma',
    verb: String.raw`(?:decline|reject|deny|refuse|turn down)(?!d)(?![^,;.]{0,30}\b(?:refund|money|pay|payout))`,
  },
  {
    intent: 'refund.decline',
    needs: 'either',
    verb: String.raw`(?:decline|reject|deny|refuse|block|stop|hold back|withhold|turn down)(?!d)\b[^,;.]{0,30}\b(?:refund|money|pay(?:ment|out)?)|no refund(?: for| on)?|no money(?: for| back)?|(?:decline|reject) (?:it|this|that)`,
  },
  {
    intent: 'refund.approve',
    needs: 'either',
    verb: String.raw`approve(?!d|s)|(?:please |go ahead and |ok(?:ay)?,? (?:to )?|fine,? |yes,? |sure,? )refund|^refund (?!(?:status|policy))|refund (?:‹rma›|it|her|him|them|the customer)|pay (?:‹rma›|it|her|him|them|the customer)?\s*(?:out)?|pay ?out ‹rma›|‹rma›[ :,-]*(?:is )?approved(?! by| yesterday| already| before)|payout (?:for )?‹rma›|release (?:the )?(?:refund|money|payment)|go ahead (?:with|on|and pay)|green light|(?:fine|good|ok(?:ay)?) (?:by|with|for|from) me|(?:refund|money) is (?:ok(?:ay)?|fine)|(?:you have|has) my (?:ok|approval)|sign(?:ed|ing)? off(?: on)?|lgtm|give (?:her|him|them|the customer) (?:her|his|their|the) money(?: back)?`,
  },
  {
    intent: 'rma.inspect',
    needs: 'rma',
    verb: '',
  },
  {
    intent: 'rma.tracking',
    needs: 'rma',
    verb: 'on (?:its|the|their) way|in transit|(?:was|is|has been|got|been|customer|he|she|they|has|have|just) (?:just |now |already )?(?:sent|shipped|posted|mailed|dispatched|dropped off|handed in)|sent (?:it |them )?(?:back|off|out|via|with|by|yesterday|today)|shipped|posted|mailed|tracking|track(?:ed)?|dropped (?:it |them )?off|handed (?:it )?(?:over|in) (?:to|at)|dispatched|picked up by',
  },
  {
    intent: 'rma.receive',
    needs: 'rma',
    verb: String.raw`arrived|arrives|(?:is|are|just|parcel|box|package) (?:now |finally |here|back here)\b|is here|just in\b|came in|came back|came today|has come|received|landed|(?:in|at) (?:the|our) (?:warehouse|dock)|at the dock|on (?:the|my) (?:bench|desk|table)|is in\b|is back\b|we have (?:the )?(?:parcel|box|package|it)|got (?:the |a )?(?:parcel|box|package|it|‹rma›)|delivered(?: to us| here| today)?|turned up|checked in|book(?:ed)? in|showed up`,
  },
  {
    intent: 'case.assign',
    needs: 'either',
    verb: 'assign(?:ed)?|reassign|hand (?:it |this |‹rma› |‹order› |over )?(?:over )?to|(?:give|pass) (?:it |this |‹rma› |‹order› )?(?:over )?to (?!the customer|her money|him)|(?:takes?|taking) (?:over|care of) (?:‹|it|this)',
  },
];

/** What a test found, the sharpest first. */
/** Not an instruction yet: a condition, a thought, or something for later. */
export const HESITANT =
  /\b(?:if|unless|might|maybe|perhaps|possibly|tomorrow|next week|later (?:today|on)|not sure|unsure|undecided)\b|\b(?:thinking|thought|thinks) (?:of|about)\b|\bconsider(?:s|ed|ing)?\b|\b(?:once|until|as soon as) (?:the|it|they|he|she|we)\b|\bbut (?:she |he |they )?(?:keeps?|kept)\b/;
/** "Don't refund yet" puts off; "don't refund" decides. */
export const PUTS_OFF = /\b(?:yet|for now|until|before|right now|for the moment|without)\b/;
/** "The customer asks whether …" is a question, whoever asks it. */
export const ASKS_WHETHER =
  /\b(?:asks?|asked|asking|wonders?|wondering|(?:wants?|wanted|like) to know|knows?|tell (?:me|her|him|them)|find out|check) (?:if|whether|when|where|what|how|why|who)\b/;

/** Only a part is meant; without its items nothing may be proposed, or it would be the whole order. */
export const PART_ONLY =
  /\b(?:off|from|out of) ‹order›|\b(?:part|some|one|half|rest|remainder) of\b|\bthe rest\b|\bonly the\b|\bpartial(?:ly)?\b/;
/** Named to be left out: the items in the text are the ones not meant. */
export const ALL_BUT =
  /\b(?:except|all but|apart from|other than|everything but|besides|excluding|but (?:not|keep)|keep the|leave the)\b/;

export const RESULTS: readonly (readonly [result: string, pattern: RegExp])[] = [
  [
    'no_fault_found',
    /\bno (?:fault|defect|issue|problem|error)s?(?: (?:was |were |could be )?found)?\b|\bnff\b|\bnothing (?:is |was )?wrong\b|\bwork(?:s|ed|ing)? (?:fine|perfectly|well|normally|ok(?:ay)?|without|like new|flawless\w*)\b|\bcan ?not (?:reproduce|replicate|find)\b|\bcould not (?:reproduce|replicate|find)\b|\bfault ?less\b|\bfully functional\b|\b(?:runs|is) (?:fine|perfectly|flawless\w*)\b/,
  ],
  [
    'artificial_damage',
    /\bartificial(?:ly)? damaged?\b|\b(?:water|liquid|user|customer|drop|fire|burn|impact|physical|caused|self-inflicted|moisture|coffee)[- ]?(?:damaged?|inflicted)\b|\b(?:customer|user|he|she|they|clearly|obviously) (?:has |have |had |was |were )?(?:dropped|damaged|broke|opened|smashed|soaked|burn(?:ed|t)|cut|forced|drilled|modified)\b|\b(?:was|been|got) (?:clearly |obviously )?(?:dropped(?! off)|soaked|smashed|drowned|modified|tampered|misused|abused)\b|\bmisuse[d]?\b|\babused?\b|\btamper(?:ed|ing)?\b|\bnot our (?:fault|defect)\b|\bdamaged? by (?:the )?(?:customer|user|owner|water|liquid|fall|drop)\b|\bdropped\b(?! (?:it |them |the parcel )?off)/,
  ],
  [
    'missing_components',
    /\b(?:is|are|was|were|with|has|have|but|its|the|a|and)?\s*(?:[a-z-]+ ){0,3}(?:is |are |was |were )?missing\b|\bincomplete\b|\bwithout (?:the |its |a |any )?(?:charger|cable|adapter|adaptor|box|manual|remote|lid|case|accessor\w+|parts?|plug|battery|original|packaging|documents?|invoice|cover|strap|cup)\b|\bnot (?:complete|everything)\b|\bno (?:charger|cable|adapter|remote|manual|battery|lid|plug|accessories|box)\b|\blacks? (?:the |its |a )?[a-z]+/,
  ],
  [
    'wrong_item',
    /\bwrong (?:item|product|article|thing|model|serial)\b|\b(?:different|another|other|somebody else's|someone else's) (?:item|product|article|model|serial|brand|thing|one)\b|\bnot (?:our|ours|the (?:item|product|one|article|same))\b|\bserial (?:number )?(?:does not|is not|not) match\w*\b|\bsomething else\b|\b(?:swapped|empty box|a brick|bricks?)\b/,
  ],
  [
    'accepted',
    /\b(?:accept(?:ed)?|defect (?:is |was )?(?:confirmed|found|real|true|verified)|confirmed (?:defect|defective|faulty|broken|dead)|(?:really|indeed|truly|definitely|genuinely) (?:is )?(?:broken|defective|dead|faulty)|is (?:really|indeed|truly|definitely|genuinely) (?:broken|defective|dead|faulty)|passed|pass(?:es)? (?:inspection|the test)|inspection ok|tested ok|as described|all (?:good|fine|ok|okay|in order|there|complete)|test(?:ed)? (?:confirms|confirmed|positive)|(?:fault|defect|claim|damage) (?:is )?confirmed|confirmed|good condition|like new|unused|unopened|(?:tested|inspected|checked)[ :,-]+(?:it is |is |was |and |and it is )?(?:defective|faulty|broken|dead))\b/,
  ],
];

export const REASONS: readonly (readonly [reason: string, pattern: RegExp])[] = [
  [
    'customer_ordered_wrong',
    /\b(?:he|she|they|customer|client|buyer|guest|herself|himself|themselves)\b[^.;]{0,40}\b(?:bought|ordered|chose|picked|selected|clicked|took)\b[^.;]{0,30}\b(?:wrong|incorrect|by mistake|by accident|accidentally|twice|double)|\b(?:ordered|bought|chose|picked|selected) (?:the |a |an )?(?:wrong|incorrect)\b(?![^.;]{0,30}\bby us\b)|\b(?:ordered|bought) (?:it |them |this )?(?:by (?:mistake|accident)|accidentally|twice)|\b(?:her|his|their|customer's|own) (?:own )?(?:mistake|fault|error)\b|\bmis-?ordered\b|\bthought it (?:was|would)\b|\bdoes not fit (?:her|his|their) (?:model|machine|phone|device|car|socket)|\bwrong (?:size|voltage|colou?r|model) (?:chosen|ordered|selected|picked) by (?:the )?(?:customer|him|her)/,
  ],
  [
    'wrong_item_sent',
    /\b(?:we|our|picker|packer|warehouse|us)\b[^.;]{0,40}\b(?:sent|shipped|packed|put|delivered|picked|mixed up|mailed|swapped)\b[^.;]{0,30}\b(?:wrong|incorrect|different|another|other)|\bwrong (?:item|product|article|colou?r|size|model|shade|one|thing|version|[a-z]+) (?:was |were |has been |got |is )?(?:sent|delivered|shipped|arrived|in the (?:box|parcel|package)|received|came|inside|packed)|\b(?:received|got|gets|receives|has received|was sent|were sent|sent (?:her|him|them)|delivered)\b[^.;]{0,12}\b(?:the |a |an )?(?:wrong|incorrect|different)\b|\bgot\b[^.;,]{1,40}\binstead of\b|\breceived\b[^.;,]{1,40}\binstead of\b|\b(?:sent|shipped|delivered|packed)\b[^.;,]{1,40}\binstead of\b|\bour (?:mistake|fault|error|picking error)\b|\bnot what (?:he|she|they|was) ordered\b|\bwrong (?:item|product|article)\b|\b(?:mix-?up|mixed up|mispick(?:ed)?|picking error|packing error)\b/,
  ],
  [
    'missing_item',
    /\b(?:one|two|three|\d|some|part|parts|piece|pieces|item|items|unit|units|something|the [a-z]+(?: [a-z]+)?|charger|cable|lid)\b[^.;,]{0,20}\b(?:is|are|was|were|went|came up)? ?missing\b|\bmissing (?:item|items|part|parts|piece|pieces|one|two|unit|units|from|in|a|the|\d)\b|\b(?:only|just) (?:one|two|1|2|\d) (?:of (?:the )?(?:two|three|four|\d+) )?(?:arrived|came|received|was in|were in|in the)\b|\b(?:not|was not|were not) in the (?:box|parcel|package)\b|\bbox (?:was|arrived|came) (?:empty|half empty)\b|\bincomplete\b|\b(?:received|got) (?:only|just)\b|\bempty (?:box|parcel)\b|\bshort[- ]?shipped\b|\bmissing\b/,
  ],
  [
    'defective',
    /\bdefect(?:ive|s)?\b|\bfault(?:y|s)?\b(?! found)|\b(?:broke|broken|breaks|broken on arrival|doa|dead on arrival|dead)\b|\b(?:does|do|did|will|would|is|are|was|has|have) not (?:work|turn on|start|switch on|charge|function|power|working|heat|spin|boot|pair|connect|play|close|open|light|run|respond|hold)\w*|\bnot (?:working|charging|turning on|functioning|starting)\b|\b(?:stopped|quit|stops) (?:working|charging|functioning|playing|heating)?\b|\bcrack(?:ed|s)?\b|\bdamaged?\b|\bsmashed\b|\bshattered\b|\bscratch(?:ed|es)?\b|\btorn\b|\bleak(?:s|ing|ed)?\b|\bmalfunction\w*\b|\b(?:buzz|hum|rattl|flicker|spark|smok|overheat|smell)(?:s|es|ing|ed|y)?\b|\bno (?:sound|power|picture|display|signal|image|bass|light)\b|\bfell apart\b|\bfalls apart\b|\bdied\b|\bkaputt?\b|\bbent\b|\bchipped\b|\bdented\b|\bburn(?:t|ed|s) out\b|\bwon't\b|\b(?:left|right|one) (?:side|ear|speaker|channel)\b[^.;]{0,20}\b(?:silent|dead|quiet|no)\b|\bsilent\b|\bjammed\b|\bstuck\b|\bloose\b/,
  ],
  [
    'changed_mind',
    /\bchang(?:ed|es|ing) (?:his|her|their|its|my|the|customer's)? ?minds?\b|\bchange of mind\b|\b(?:does|do|did) not (?:like|want|need|suit|love|fancy)\b|\bno longer (?:wants?|needs?|likes?|wanted|needed)\b|\bnot (?:happy|satisfied|what (?:he|she|they) (?:expected|imagined|wanted|hoped|thought))\b|\bregrets?\b|\bunhappy\b|\bdislikes?\b|\bfound (?:it|one)? ?(?:cheaper|a better)\b|\bcheaper (?:elsewhere|somewhere)\b|\bdoes not (?:fit|suit)\b|\btoo (?:big|small|large|heavy|loud|bright|dark|tight|long|short)\b|\bdid not (?:like|want|suit)\b|\bbuyer's remorse\b|\bno reason\b|\bhates?\b|\b(?:is|was) a (?:duplicate )?gift\b/,
  ],
];
