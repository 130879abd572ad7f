import type { MeaningOf } from '../types.ts';

type Reason = NonNullable<MeaningOf<'rma.request'>['reason']>;

/** Verbs that say a thing does not do what it should, in the forms people use. */
const FAILS =
  'work|turn on|start|switch on|charge|function|power|heat|spin|boot|pair|connect|play|close|open|light|run|respond|hold|stay|come on|move|lock|fit together|print|cool|blend|cut|stick|inflate|zip|load|ring|sync|stop|shut|seal';
const PLACED = '(?:bought|ordered|chose|choose|picked|selected|clicked|took|purchased|put in|entered)';
const CUSTOMER =
  '(?:he|she|they|customer|client|buyer|guest|lady|guy|man|woman|user|herself|himself|themselves|wife|husband|recipient)';
const WE = '(?:we|our|picker|packer|warehouse|us|the shop|shop|supplier|logistics|fulfil\\w+|3pl)';
const SENT = '(?:sent|shipped|packed|put|delivered|picked|mixed up|mailed|swapped|gave|included|dispatched|send)';
const WRONG = '(?:wrong|incorrect|different|another|other|mistaken)';

const any = (...parts: readonly string[]): RegExp => new RegExp(`\\b(?:${parts.join('|')})`);

/** Asked in this order: whose mistake it was says more than what is wrong with the goods. */
const REASONS: readonly (readonly [reason: Reason, pattern: RegExp])[] = [
  [
    'customer_ordered_wrong',
    any(
      `${CUSTOMER}\\b[^.;]{0,40}\\b${PLACED}\\b[^.;]{0,30}\\b(?:wrong|incorrect|by mistake|by accident|accidentally|twice|double)`,
      `(?<!(?:we|us|picker|packer|warehouse|supplier)\\b.{0,20})(?:ordered|bought|chose|selected|picked) (?:the |a |an )?(?:wrong|incorrect)\\b(?![^.;]{0,30}\\bby us\\b)`,
      '(?:ordered|bought|purchased) (?:it |them |this )?(?:by (?:mistake|accident)|accidentally|twice|too many)',
      '(?:accidentally|mistakenly|wrongly) (?:ordered|bought|picked|chose|selected|clicked)',
      "(?:her|his|their|customer'?s?|own|customers) (?:own )?(?:mistake|fault|error|ordering (?:mistake|error))",
      'mis-?ordered|mis-?clicked|ordering (?:mistake|error)|order(?:ed)? (?:in )?error',
      'thought (?:it|they|this|that) (?:was|were|would|came|had)',
      'does not fit (?:her|his|their|the) (?:model|machine|phone|device|car|socket|bike|laptop|tv)',
      'not compatible|incompatible|does not match (?:her|his|their)',
      'wrong (?:size|voltage|colou?r|model|version|product|item) (?:chosen|ordered|selected|picked|bought|purchased)(?! by us)',
      'meant to (?:order|buy|get)|should have ordered|wanted to order',
    ),
  ],
  [
    'wrong_item_sent',
    any(
      `${WE}\\b[^.;]{0,40}\\b${SENT}\\b[^.;]{0,30}\\b${WRONG}`,
      `${WE} (?:have |has )?(?:sent|shipped|packed|delivered|mailed)\\b[^.;]{1,40}\\b(?:not|instead)\\b`,
      `wrong (?:item|product|article|colou?r|size|model|shade|one|thing|version|[a-z]+)(?: [a-z]+)? (?:was |were |has been |got |is )?(?:sent|delivered|shipped|arrived|in the (?:box|parcel|package)|received|came|inside|packed)`,
      `(?:received|got|gets|receives|was sent|were sent|sent (?:her|him|them)|delivered|given|arrived with|opened the box to)\\b[^.;]{0,12}\\b(?:the |a |an )?(?:wrong|incorrect|different)\\b`,
      '(?:got|received|gets|sent|shipped|delivered|packed|contained|was|found)\\b[^.;]{1,40}\\b(?:instead of|rather than|in place of)\\b',
      '(?:got|received)\\b[^.;]{1,30}\\b(?:but|though|while) (?:he |she |they )?(?:ordered|wanted|bought|paid for)\\b',
      'ordered\\b[^.;]{1,40}\\b(?:but |and )?(?:got|received|was sent|were sent|was delivered|has received)\\b(?! (?:nothing|only|just))',
      'our (?:own )?(?:mistake|fault|error|picking (?:error|mistake)|packing (?:error|mistake)|bad|mix-?up)',
      'not (?:what|the one|the (?:item|product|colou?r|size|model)) (?:he|she|they|was|customer|that was)? ?(?:ordered|had ordered|bought)',
      'wrong (?:item|product|article)\\b',
      'mix-?up|mixed up|mis-?pick(?:ed)?|mis-?ship(?:ped)?|picking error|packing error|mis-?sent|mis-?delivered',
      "someone else'?s (?:order|parcel|package)|somebody else'?s (?:order|parcel|package)",
    ),
  ],
  [
    'missing_item',
    any(
      '(?:one|two|three|four|\\d{1,2}|some|part|parts|piece|pieces|item|items|unit|units|something|the [a-z]+(?: [a-z]+)?|charger|cable|lid)\\b[^.;,]{0,24}\\b(?:is|are|was|were|went|came up)? ?missing\\b',
      'missing\\b',
      '(?:only|just) (?:one|two|three|four|\\d{1,2}) (?:of (?:the )?(?:two|three|four|five|six|\\d+) )?(?:[a-z]+ ){0,2}(?:arrived|came|received|was in|were in|in the|delivered)',
      '(?:received|got) (?:only|just)\\b|(?:only|just) (?:received|got)\\b',
      '(?:not|was not|were not|never) (?:in|inside) the (?:box|parcel|package)',
      '(?:box|parcel|package) (?:was|arrived|came) (?:empty|half empty)|empty (?:box|parcel|package)',
      'incomplete\\b|short[- ]?shipped|not (?:included|complete)\\b|forgot to (?:pack|include|send|add)|we forgot (?:the|his|her|their|an?|one|two|to)\\b|left out\\b',
    ),
  ],
  [
    'defective',
    any(
      'defect(?:ive|s)?\\b|fault(?:y|s)?\\b(?! found)|(?:broke|broken|breaks|doa|dead on arrival|dead|busted|bust|bricked)\\b',
      `(?:does|do|did|will|would|is|are|was|has|have|can|could) not (?:even |really |properly |fully |want to )?(?:${FAILS})\\w*`,
      '(?:not|never) (?:working|charging|turning on|functioning|starting|heating|pairing|connecting|worked|holding)\\b',
      '(?:stopped|quit|stops|refuses to) (?:working|charging|functioning|playing|heating|turn|start|spinning)?\\b',
      'crack(?:ed|s)?\\b|(?<!not )damaged?\\b|smashed\\b|shattered\\b|scratch(?:ed|es|y)?\\b|torn\\b|tore\\b|leak(?:s|ing|ed|y)?\\b|malfunction\\w*|crushed\\b|melted\\b|ripped\\b',
      '(?:buzz|hum|rattl|flicker|spark|smok|overheat|smell|squeak|wobbl|beep|vibrat|crackl|hiss|drip|peel|fray|rust|warp|crumbl|stink|clog|jam|freez|crash|glitch|lag)(?:s|es|ing|ed|y|e)?\\b',
      'no (?:sound|power|picture|display|signal|image|bass|light|heat|audio|charge|connection|suction)\\b',
      'trip(?:s|ped)? the (?:fuse|breaker|rcd|power)|blows? the fuse',
      'fell apart|falls apart|falling apart|came apart|came off|fell off|snapped|died\\b|dies\\b|kaputt?\\b|bent\\b|chipped\\b|dented\\b|burn(?:t|ed|s)?(?: out)?\\b|blew up|exploded|short[- ]?circuit\\w*|fried\\b',
      'only (?:works?|heats?|charges?|plays?|runs?|turns?|lights?|one side|half|on one)',
      'in (?:pieces|bits)\\b|to (?:pieces|bits)\\b',
      '(?:left|right|one) (?:side|ear|earbud|speaker|channel)\\b[^.;]{0,20}\\b(?:silent|dead|quiet|no)',
      'silent\\b|jammed\\b|stuck\\b|loose\\b|bad (?:quality|battery|connection|motor)|poor quality|out of order|doesn t work|on the blink|playing up|gives up|gave up|packed (?:it )?in\\b|conked out|no longer (?:works|turns|charges|starts|heats)|hole in\\b|has a hole|stain(?:ed|s)?\\b|mould(?:y)?\\b|cut[s]? out\\b|shuts (?:off|down)\\b|turns (?:itself )?off\\b|switches (?:itself )?off\\b',
    ),
  ],
  [
    'changed_mind',
    any(
      "chang(?:ed|es|ing|e) (?:of |his|her|their|its|my|the|customer's)? ?minds?",
      '(?:does|do|did) not (?:like|want|need|suit|love|fancy|enjoy)',
      'no longer (?:wants?|needs?|likes?|wanted|needed|interested|required)|not needed\\b|not wanted\\b|does not need',
      'not (?:happy|satisfied|pleased|impressed|thrilled|a fan|his thing|her thing|for (?:him|her|them)|what (?:he|she|they) (?:expected|imagined|wanted|hoped|thought|had in mind)|to (?:her|his|their) (?:taste|liking))',
      'regrets?\\b|unhappy\\b|dislikes?\\b|disappointed\\b|has second thoughts|second thoughts|having second thoughts',
      'found (?:it|one|them)? ?(?:cheaper|a better|for less)|cheaper (?:elsewhere|somewhere|at|on)|better (?:price|deal|offer)',
      'does not (?:fit|suit)|do not fit|did not fit|(?:is|was|are|were)? ?too (?:big|small|large|heavy|loud|bright|dark|tight|long|short|wide|narrow|thin|thick|hard|soft|expensive|bulky|tall)',
      "buyer'?s? remorse|no reason|(?<!she )hates?\\b|(?:is|was) a (?:duplicate )?gift\\b|already (?:has|have|had|owns?) (?:one|it|two|this|them)|got (?:one|two|it|another) (?:as a (?:gift|present)|already)|unwanted(?: gift)?|bought (?:it |one )?(?:elsewhere|somewhere else)|duplicate gift|wrong gift",
    ),
  ],
];

export const reasonOf = (text: string): Reason | null => REASONS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/** What the customer wants for it; where both are named, neither is clear. */
export const outcomeOf = (text: string): 'refund' | 'exchange' | null => {
  const exchange =
    /\b(?<!no |not (?:a |an |want (?:a |an )?)?)(?:exchang\w*|swap\w*|replace\w*|replacement|wants? (?:a |the )?(?:new one|right one|correct one|another one)|send (?:her|him|them) (?:a |the )?(?:new|right|correct) (?:one)?)\b/.test(
      text,
    );
  const refund =
    /\b(?<!no |not (?:a |want (?:a |the )?)?|non-)(?:refund\w*|money back|(?:her|his|their|the) money|reimburse\w*)\b/.test(
      text.replace(/\brefund (?:policy|window)\b/g, ' '),
    );
  if (exchange && refund) {
    if (
      /\b(?:refund|money back)[^.;]{0,12}\b(?:not|no|rather than|instead of)\b[^.;]{0,12}\b(?:exchange|replacement)/.test(
        text,
      )
    )
      return 'refund';
    return /\b(?:exchange|replacement)[^.;]{0,12}\b(?:not|no|rather than|instead of)\b[^.;]{0,12}\b(?:refund|money)/.test(
      text,
    )
      ? 'exchange'
      : null;
  }
  return exchange ? 'exchange' : refund ? 'refund' : null;
};
