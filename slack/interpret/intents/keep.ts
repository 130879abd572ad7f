import { type Action, words } from './action.ts';

const CANCELLATION = String.raw`(?:the |that |this |her |his |their |my |our )?(?:\w+ )?cancellation(?: request)?`;
const ORDER = '(?:it|them|‹order›|everything|(?:the|her|his|their|this|that) (?:whole )?order)';

/** The customer keeps the order after all: what is withdrawn is the cancellation. Of a return it says something else. */
export const keepsOrder: Action = {
  intent: 'order.keep',
  needs: 'order',
  says: words(
    String.raw`(?:withdraw|undo|revoke|revert|reverse|take back|call off|cancel|drop|scrap|void)(?:s|ing)? ${CANCELLATION}`,
    String.raw`(?:withdraws|withdrew|withdrawn|takes back|took back|calls off|called off|has withdrawn|has taken back) ${CANCELLATION}`,
    String.raw`cancellation(?: request)?(?: (?:of|for|on))?(?: ‹order›)?[ :,-]*(?:is |was |has been )?(?:withdrawn|taken back|called off) by (?:the )?(?:customer|client|buyer|him|her|them)`,
    String.raw`(?:wants?|would like|decided|likes|prefers?|asks?|asked|agreed|happy|chose|chooses) to keep ${ORDER}`,
    String.raw`(?:he|she|they|customer|client|buyer) (?:(?:is|are|will be) keeping|(?:will )?keeps?) ${ORDER}`,
    String.raw`let ‹order› (?:go (?:on|ahead|through)|ship)(?= after all|[\s!.]*$)`,
  ),
  unless:
    /\bkeeps? (?:it|them) (?:in|at|on|for|until|as|safe|open|short)\b|\bkeep\b[^.;]{0,24}\b(?:waiting|updated|posted|informed)\b/,
  decides: 'any-words',
  wins: ['order.cancel'],
  of: ({ order, orders, rma }) =>
    order === undefined || orders.length > 1 || rma !== undefined ? null : { intent: 'order.keep', order },
};
