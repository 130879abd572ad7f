import type { Meaning } from '../types.ts';
import { type Action, words } from './action.ts';
import { returnRequest } from './return.ts';

const CUSTOMER = '(?:the )?(?:customer|client|buyer|her|him|them)';
const OF = '(?: (?:of|for|on|in) ‹order›)?';
const PHOTOS = String.raw`(?:(?:an? |the |some |more |new |better |clear |\d )?(?:photos?|pictures?|pics?|images?|proof|evidence))`;

/** What is asked for is no goods. */
const SENT = /\b(?:photos?|pictures?|pics?|images?|links?|forms?|steps)$/i;

/** The customer is to send what a return needs, by a link of their own. */
export const inviteCustomer: Action = {
  intent: 'rma.invite',
  needs: 'order',
  says: words(
    String.raw`ask(?:s|ing)? ${CUSTOMER}${OF} (?:for|to (?:send|upload|provide|attach|take|share|give|add)) ${PHOTOS}`,
    String.raw`(?:request|get|need|collect)(?:ing)? ${PHOTOS} from ${CUSTOMER}`,
    String.raw`(?:let|have|make) ${CUSTOMER}${OF} (?:send|upload|provide|attach|take|share|add) (?:us )?${PHOTOS}`,
    String.raw`(?:send|mail|e-?mail)(?:ing)? ${CUSTOMER}${OF} (?:the |a )?(?:photo|picture|upload|return|request|troubleshooting)s? (?:link|form|request|steps)`,
    String.raw`(?:send|mail|e-?mail)(?:ing)? (?:the |a )?(?:photo|picture|upload|return|request|troubleshooting)s? (?:link|form|request|steps) to ${CUSTOMER}`,
    String.raw`ask(?:s|ing)? ${CUSTOMER}${OF} to (?:try|go through|do) (?:the |our )?(?:troubleshooting|steps)`,
  ),
  unless: /\b(?:already|was|were|has been|have) asked\b|\bask(?:s|ed)? (?:us|me)\b/,
  decides: 'any-words',
  wins: ['rma.request'],
  of: (subject): Meaning | null => {
    if (subject.rma !== undefined) return null;
    const asked = returnRequest(subject);
    if (asked.intent !== 'rma.request') return null;
    const { email: _, phone: __, items, ...rest } = asked;
    const goods = items?.filter(({ name }) => !SENT.test(name)) ?? [];
    return { ...rest, ...(goods.length === 0 ? {} : { items: goods }), intent: 'rma.invite' };
  },
};
