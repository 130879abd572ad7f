import { becauseOf } from '../fields/because.ts';
import { daysOf } from '../fields/days.ts';
import { NUMBER_WORDS } from '../goods/numbers.ts';
import { type Action, words } from './action.ts';

const COUNT = `(?:\\d{1,3}|a few|few|some|a couple(?: of)?|couple(?: of)?|${NUMBER_WORDS})`;
const UNIT = '(?:days?|weeks?|months?|d|wks?|fortnight)';

export const moreTime: Action = {
  intent: 'rma.extend',
  needs: 'rma',
  says: words(
    'extend(?:s|ing)?|extended(?= (?:by|for|to)|$)|extension|prolong(?:s|ing)?|lengthen',
    'more time|longer to (?:send|return|ship)|extra time|additional time',
    `(?:another|extra|more|additional|further) (?:${COUNT} )?(?:more |extra |additional )?${UNIT}`,
    `(?:one more|an? (?:extra|further|additional)|the extra) ${UNIT}`,
    `${COUNT} (?:more|extra|additional|further) ${UNIT}`,
    '(?:longer|later|new) deadline',
    '(?:give|grant|allow|let)(?:ing)? (?:‹rma›|it|her|him|them|the customer|customer)[^.;,]{0,24} (?:until|till)',
    '(?:push|move|shift|set) (?:back |out )?(?:the |her |his |their |its )?(?:deadline|due date|return date)',
  ),
  unless:
    /\b(?:already|was|were|has been|have been|got) extended\b|\bextended (?:by|last|yesterday)\b(?= (?:tom|lena|him|her|mistake))|\bextended warranty\b|\bextension (?:cord|cable|lead)\b|\b(?:no|without) (?:more )?(?:extension|time)\b|\b(?:wait|waits|waiting|need|needs|take|takes) (?:another|for)\b[^.;]{0,16}\b(?:refund|test|parcel|inspection)\b|\+ ?\d+ days? (?:late|overdue)/,
  wins: ['rma.tracking', 'rma.receive', 'rma.inspect', 'rma.request'],
  of: ({ rma, text }) => {
    const days = daysOf(text);
    return rma === undefined ? null : { intent: 'rma.extend', rma, ...(days === undefined ? {} : { days }) };
  },
};

/** "RMA-… +7 days": a sign says what the words of `moreTime` say. */
export const plusDays: Action = { ...moreTime, says: /\+ ?\d{1,3} ?(?:days?|weeks?|d|w)\b/g };

export const declineReturn: Action = {
  intent: 'rma.decline',
  needs: 'rma',
  says: words(
    String.raw`(?:decline|reject|deny|refuse|turn down|declining|rejecting|denying|refusing)(?![^,;.:-]{0,30}\b(?:refund|money|pay|payout)\b)`,
    'turn (?:‹rma›|it|this|that) down',
    '(?:do|will|can|would|shall|should|must|are|am) not (?:be )?(?:accept(?:ing)?|take|taking|allow(?:ing)?)(?! (?:the )?refund)(?=[^,;.]{0,20}(?:return|rma|‹rma›|it|this|that))',
    '(?:return|rma|request|claim)(?: request)?(?: ‹rma›)?[ :,-]*(?:is |are )?(?:declined|denied|rejected|refused)(?! (?:by|yesterday|already|at))',
    '(?<=‹rma›[ :,-]*(?:is )?)(?:declined|denied|rejected|refused)(?! (?:by|yesterday|already|at|delivery))',
    'no return (?:for|on) ‹rma›',
  ),
  unless:
    /\b(?:customer|client|buyer|he|she|they|tom|lena|somebody|someone|driver|carrier)\b[^,;.]{0,16}\b(?:declin|reject|den(?:y|ied)|refus)\w*|\b(?:was|were|has been|had been|already|got) (?:declined|rejected|denied|refused)\b/,
  decides: 'own-words',
  wins: ['rma.inspect', 'rma.receive', 'rma.tracking', 'rma.request', 'delivery.refused'],
  of: (subject) =>
    subject.rma === undefined ? null : { intent: 'rma.decline', rma: subject.rma, ...becauseOf(subject) },
};
