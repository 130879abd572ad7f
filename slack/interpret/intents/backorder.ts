import { takeItems } from '../items.ts';
import { type Action, aboutOrders, words } from './action.ts';

export const cannotSupply: Action = {
  intent: 'backorder.report',
  needs: 'order',
  says: words(
    'out of stock|out-of-stock|oos|stock[- ]?outs?|stockout',
    'sold out',
    '(?:is|are|we are|was|were|ran|run|running|now|currently|still) out of(?! (?:office|warranty|town|country|time|date|hours))|(?:we are|we have run|ran|run) out of (?!office|town|time|warranty)',
    '(?:can|could|will|is|are) not (?:be )?(?:able to )?(?:supply|supplied|deliver(?:ed)?|ship(?:ped)?|send|sent|fulfil(?:l|led)?|source|fill(?:ed)?)',
    '(?:is|are|was) (?:not|no longer) (?:available|in stock|on stock|in our stock)|not (?:available|in stock)(?: any ?more)?|no longer (?:available|made|produced|sold|in stock|stocked)',
    'unavailable',
    'discontinue(?:d|s)?',
    'no (?:more )?(?:stock|of (?:the|this|that|those|these)|units? left)|no more|none (?:left|in stock)|nothing left|zero (?:stock|left)|0 (?:in )?stock',
    'short (?:on|of|by|\\d{1,3}|one|two|three|four)|shortage',
    'back-?order(?:ed)?(?! (?:mail|email|answer|reply))|back ordered',
    'not enough (?:stock|of|in stock)?',
    'only (?:have|got) (?:\\d{1,3}|one|two|three) (?:of|left|in stock)',
    'only \\w+ (?:of (?:the )?\\w+ )?[^,;.]{0,24}\\b(?:in stock|left|available|on hand)',
    'supplier (?:can not|will not|stopped|does not)',
  ),
  unless:
    /\brefund(?:s|ed)? (?:is|are|was) (?:not )?(?:available|unavailable)\b|\b(?:customer|he|she|they|buyer|recipient|driver) (?:is|was|are|were) (?:unavailable|not available|not at home)\b|\bcan not (?:be )?(?:deliver|ship)\w*\b[^.;]{0,24}\b(?:address|customs|po box|door|closed|wrong)\b|\bout of (?:office|warranty|town)\b|\bback in stock\b/,
  wins: ['rma.request', 'order.cancel', 'refund.approve'],
  of: (subject) => {
    const items = takeItems(subject.raw, 'stock-out');
    return { intent: 'backorder.report', ...aboutOrders(subject), ...(items.length === 0 ? {} : { items }) };
  },
};

const WILL_NOT_WAIT =
  /\bno (?:thanks )?to waiting\b|\b(?:not|rather than|instead of|tired of|sick of|done|over|refus\w+ to|no longer|unwilling to|never)\b[^.;]{0,28}\bwait|\b(?:money|refund)\b[^.;]{0,24}\b(?:than|instead|over)\b[^.;]{0,12}\bwait|\bstop(?:ped)? waiting\b|\b(?:answer\w*|repl\w+|decision)[ :,-]+(?:is )?(?:wants? )?(?:the |a |her |his )?(?:refund|money)/;

export const customerAnswers: Action = {
  intent: 'backorder.answer',
  needs: 'order',
  says: words(
    String.raw`(?:will|can|would|could|is|are|be|happy to|willing to|prepared to|prefers? to|rather|agree(?:s|d)? to|accept(?:s|ed)? to|want(?:s|ed)? to|chose to|decided to|choose(?:s)? to|opted to|ok(?:ay)?(?: with| to)?|fine(?: with)?|gladly|patiently|said(?: (?:he|she|they))?(?: will| would)?|says(?: (?:he|she|they))?(?: will)?|going to|does not mind|do not mind|no problem|cool with|good with)\b[^,;.]{0,24}\bwait(?:s|ing)?`,
    'waits(?! (?:since|for (?:\\d|weeks|days|months|her|his|their)))',
    '(?:customer|he|she|they|answer(?:ed|s)?|repl(?:y|ied|ies)|decision|says|said|wrote)[ :,-]+(?:is )?wait',
    '(?:answer(?:ed|s)?|repl(?:y|ied)|decision)[ :,-]+(?:is )?(?:wants? )?(?:the |a |her |his )?(?:refund|money)',
    'not (?:want to |going to |willing to |happy to |prepared to )?wait',
    String.raw`(?:money|refund)\b[^,;.]{0,40}\b(?:instead|rather than|over|than)\b[^,;.]{0,20}\bwait(?:ing)?`,
    'no (?:thanks )?to waiting',
    '(?:tired|sick|done) (?:of|with) waiting|unwilling to wait|refuses to wait|stop waiting',
    '(?:prefers?|wants?|would rather have|takes?|chose|chooses) (?:a |the |her |his |their |to get )*(?:refund|money)(?: back)? (?:to|over|instead of|rather than) (?:waiting|the wait|wait)',
  ),
  unless:
    /\b(?:we|i|you|let us|team|warehouse|let me|should|please) (?:will |can |could |should |have to |need to |must |want to |would )?(?:still |just |have to |not )*wait\b|\b(?:has|have|had|is|are|was) (?:been )?(?:still )?waiting (?:since|for)\b|\bwait(?:ing|s)? for (?:(?:her|his|their|the|a|my|our) )?(?:reply|answer|response|photos?|pictures?|call|refund|parcel|tracking|confirmation|payment|approval|customer|weeks|days|months)\b|\bwait (?:with|until we|before)\b|\bcan not wait (?:to|for)\b/,
  wins: ['rma.request', 'order.cancel', 'backorder.report', 'refund.approve', 'refund.decline'],
  of: (subject, { text }) => ({
    intent: 'backorder.answer',
    ...aboutOrders(subject),
    answer: WILL_NOT_WAIT.test(text) ? 'refund' : 'wait',
  }),
};
