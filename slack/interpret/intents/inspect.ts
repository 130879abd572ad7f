import { RESULT_WORDS, resultOf } from '../fields/result.ts';
import type { Action } from './action.ts';

/** What the test found: the result is the request. */
export const found: Action = {
  intent: 'rma.inspect',
  needs: 'rma',
  says: RESULT_WORDS,
  unless:
    /\b(?:customer|client|she|he|they|buyer) (?:says|said|claims?|claimed|reports?|reported|thinks?|wrote|writes|told|insists?|complains?|complained|believes?|asked|asks)\b|\b(?:return|refund|request|exchange|claim) (?:was |is |has been )?accepted\b|\b(?:parcel|package|shipment)(?: ‹rma›)? (?:is |was |went |has gone |got |seems )*(?:missing|lost)\b|\baccepted (?:by|at) (?:dhl|ups|the carrier|carrier|fedex|usps|the post)\b|\b(?:photos?|pictures?|invoice|receipt|address|email|phone|information|info|label|tracking(?: number)?|answer|reply|iban|data|details) (?:is |are |was |were )?(?:still )?missing\b|\bmissing (?:photos?|pictures?|invoice|receipt|address|email|phone|info\w*|label|tracking|answer|reply|iban|data|details)\b|\b(?:to be|needs? (?:to be )?|waiting to be|must be|should be|will be) (?:tested|inspected|checked)\b|\bnot (?:yet |been )*(?:tested|inspected|checked)\b/,
  wins: ['rma.receive', 'rma.tracking', 'rma.request'],
  of: ({ rma }, { text }) => {
    const result = resultOf(text);
    return rma === undefined || result === null ? null : { intent: 'rma.inspect', rma, result };
  },
};
