import { becauseOf } from '../fields/because.ts';
import { putsOff } from '../speech/hesitation.ts';
import { type Action, aboutRmaOrOrder, words } from './action.ts';

const PAYEE =
  '(?:‹rma›|‹order›|it|her|him|them|this|that|the customer|customer|this one|that one|the buyer|the client)';
const AGREED =
  '(?<=\\b(?:please |go ahead and |go ahead, |ok(?:ay)?,? (?:to )?|fine,? |yes,? |sure,? |yep,? |alright,? |can you |could you |you can |you may |let us |to |and |now |just ))';

export const approveRefund: Action = {
  intent: 'refund.approve',
  needs: 'either',
  says: words(
    'approve(?!d|s)|approving',
    `${AGREED}refund(?! (?:policy|status|window|request|amount))`,
    '^refund(?! (?:status|policy|request|for ‹\\w+› (?:is|was|has)|amount|pending|question|issue))(?=.*(?:‹|\\bit\\b|\\bher\\b|\\bhim\\b|\\bthem\\b|\\bthis\\b|\\bthat\\b|customer))',
    `(?<=‹rma›[ :,-]*)refund(?= (?:it|this|the customer|her|him|them|please)|[!.]*$)`,
    `refund ${PAYEE}`,
    `pay ${PAYEE}? ?(?:out|back)(?! of)|pay ?out ${PAYEE}|payout (?:for )?‹rma›|pay (?:the )?(?:refund|‹rma›)`,
    'release (?:the |her |his |their |this )?(?:refund|money|payment|payout|funds)',
    `(?:send|issue|process|transfer) (?:the |her |his |their |a |full )*refund`,
    'go ahead (?:with|on|and (?:pay|refund|approve))',
    'green light|greenlight|green-light|thumbs up',
    '(?:fine|good|ok(?:ay)?|alright|cool) (?:by|with|for|from) me',
    '(?:refund|money|payout) (?:is )?(?:ok(?:ay)?|fine|approved)',
    '(?:you have|has|it has) my (?:ok|okay|approval|blessing)',
    'sign(?:ed|ing)? off(?: on)?',
    'lgtm|looks good to me',
    '(?:ok(?:ay)? )?give (?:her|him|them|the customer|customer) (?:her|his|their|the) money(?: back)?',
    '(?<=^(?:ok(?:ay)?|yes|yep|great|fine|all good|done|good|sure|alright)?[ ,!:-]*)approved',
    '(?<=‹(?:rma|order)›[ :,-]*(?:is |are )?)approved',
    '(?:consider it|is|are|i have|i) approved',
    'can be (?:paid(?: out)?|refunded)',
  ),
  unless:
    /\b(?:customer|client|buyer|he|she|they|lady|guy|man|woman|mr|mrs|ms|someone|somebody|tom|boss|manager)\b[^,;.]{0,24}\b(?:wants?|wanted|asks?|asked|asking|demands?|demanded|demanding|requests?|requested|insists?|expects?|expecting|says?|said|wrote|writes|claims?|would like|needs?|begs?|is waiting|hopes?|thinks?|threatens?)\b[^;.]{0,30}\b(?:refund|approve|pay|money|release|payout)|\bapproved\b[^.;]{0,20}\b(?:by|already|yesterday|before|last|ago|earlier|and paid)\b|\b(?:already|was|were|been|has|had|got|tom|lena|he|she|they|somebody|someone|nobody) (?:already |just )*(?:approved|refunded|paid|signed off)\b|\bi (?:have |already )+(?:refunded|paid)\b|\bto be approved\b|\bneeds? (?:to be |an? |my |your |the )?approv|\b(?:waiting|wait|waits) (?:for|on) (?:the |an? |your |my )?(?:approval|refund|payout)|\brefund (?:status|policy|amount|window|shipping)\b|\bwhen approved\b|\bcan not (?:be )?(?:refund|approve|paid|pay)|\bhow to (?:approve|refund)\b|\b(?:partial|half|part of|some of|portion)\b|\b(?:approve|refund)\b[^.;,]{0,20}\b(?:\d{1,3} ?%|[$€£]|\d+ (?:percent|euros?|dollars|pounds|usd|eur|gbp))|\bapprove (?:the |this |a |an |his |her |their )?(?:return|rma request|exchange|extension|photo|image|mail|email|draft|design|leave|holiday)\b/,
  decides: 'own-words',
  // That it arrived is a second thing to do; what the test found is a reason.
  wins: ['rma.inspect'],
  of: (subject) => ({ intent: 'refund.approve', ...aboutRmaOrOrder(subject) }),
};

const PAYING =
  '(?:refund(?:ing|ed)?|approv(?:e|ing|ed)|pay(?:ing)?(?: out)?|paid(?: out)?|releas(?:e|ing|ed)|payout|reimburse|give (?:her|him|them|the customer) (?:the |her |his |their )?(?:money|refund)|sign off)';

export const declineRefund: Action = {
  intent: 'refund.decline',
  needs: 'either',
  says: words(
    String.raw`(?:declin(?:e|ing)|reject(?:ing)?|deny(?:ing)?|refus(?:e|ing)|block(?:ing)?|stop(?:ping)?|hold back|withhold|turn(?:ing)? down)\b[^,;.:]{0,30}\b(?:refund|money|pay(?:ment|out)?)`,
    String.raw`refund(?: request)?(?: (?:for|of|on))?(?: the)?(?: ‹\w+›)?[ :,-]*(?:is |was |has been )?(?:declined|denied|rejected|refused)(?! (?:by|yesterday|already))`,
    'no (?:refund|payout|money(?: back)?)(?! (?:yet|so far|received|arrived))(?: for| on)?',
    '(?:decline|reject|deny) (?:it|this|that)(?! (?:return|rma|request|one))',
    `(?<=(?:^|[,;:!."-]|\\b(?:please|we|i|you|so|and|but|team|sorry|guys|‹rma›|‹order›)) *)(?:do|will|would|shall|should|must|can|are|am) not (?:you (?:dare |ever )+|be |going to |gonna |to |ever |please |want to )*${PAYING}`,
    `(?<=(?:^|[,;:!."-]|\\b(?:please|we|you)) *)(?:never|not|not going to|we are not going to) ${PAYING}`,
    '(?:is |was )?not (?:to be )?(?:approved|refunded)(?= ?[,:;-]|$)',
    '(?<=‹rma›[ :,-]*)(?:should|must|shall|will) not be (?:refunded|paid|approved)',
  ),
  unless:
    /\b(?:customer|client|buyer|he|she|they)\b[^,;.]{0,20}\b(?:do|does|did|has|have)? ?not (?:want|need|get|got|receive)\w*\b[^,;.]{0,20}\brefund|\b(?:should|shall) not (?:we|i)\b|\bwhy\b|\b(?:got|received|has|have|had|seen|gets|there is|there was|says|still) no (?:refund|money)\b|\bno refund (?:yet|so far)\b|\b(?:tom|lena|nobody|no one|he|she|they|someone|somebody) (?:\w+ )?(?:declined|rejected|denied|refused|did not|has not|have not)\b|\bno refund (?:needed|necessary|required|wanted|policy)\b|\bcan not (?:decline|reject|deny)\b|\b(?:stop|undo|revoke|reverse|withdraw) (?:the |this |that )?refund\?/,
  decides: 'own-words',
  wins: [
    'rma.decline',
    'refund.approve',
    'rma.inspect',
    'rma.receive',
    'rma.tracking',
    'rma.lost',
    'delivery.refused',
    'order.cancel',
    'backorder.report',
  ],
  of: (subject) =>
    putsOff(subject.text.replace(/\b(?:because|since|,|;)\s.*$/, ' '))
      ? null
      : { intent: 'refund.decline', ...aboutRmaOrOrder(subject), ...becauseOf(subject) },
};
