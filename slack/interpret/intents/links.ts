import { becauseOf } from '../fields/because.ts';
import { type Action, aboutRmaOrOrder, words } from './action.ts';

const LINKS = String.raw`(?:the |her |his |their |all (?:the |of the )?|any |every |these |those |that |this )?(?:customer(?:'s|s)? )?(?:old |customer |return |mail(?:ed)? |e-?mail )?links?`;
const VOID =
  '(?:void|revoke|kill|disable|deactivate|invalidate|expire|block|withdraw|cancel|turn off|switch off|shut off)';

/** The part of a text that asks for it. */
const DECIDES = /\blinks?\b/i;

/** The links went to the wrong hands: none of the case's opens anything any more. */
export const voidLinks: Action = {
  intent: 'links.revoke',
  needs: 'either',
  says: words(
    String.raw`${VOID}(?:s|ing)? ${LINKS}`,
    String.raw`make ${LINKS}(?: (?:of|for|on|to) ‹\w+›)? (?:void|invalid)`,
    String.raw`links?(?: (?:of|for|on|to) ‹\w+›)?[ :,-]*(?:must|should|needs? to|has to|have to) be (?:voided|revoked|killed|disabled|deactivated|invalidated|blocked)`,
  ),
  unless: /\b(?:tracking|payment|checkout|unsubscribe|shipping|label) links?\b/,
  decides: 'own-words',
  wins: ['order.cancel', 'order.keep', 'rma.decline', 'refund.decline', 'rma.lost'],
  of: (subject) => ({ intent: 'links.revoke', ...aboutRmaOrOrder(subject), ...becauseOf(subject, DECIDES) }),
};
