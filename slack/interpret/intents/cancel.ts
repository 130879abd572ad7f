import { takeItems } from '../items.ts';
import { type Action, aboutOrders, words } from './action.ts';

const ITS = '(?:it|them|this|that|‹order›|the order|her order|his order|their order)';

export const cancel: Action = {
  intent: 'order.cancel',
  needs: 'order',
  says: words(
    String.raw`cancel(?!led|lation|s\b)`,
    'canceling|cancelling',
    'cancels(?= (?:it|them|the|his|her|their|‹order›))',
    String.raw`(?<!already )(?:want|need|like|have|get|getting|wish|prefer)(?:s|ed)?\b[^,;.:]{0,28}\bcancell?ed(?! (?:by|already|yesterday))`,
    '(?<!(?:going|supposed|about|set|due|scheduled|planned) )to be cancell?ed',
    '(?:should|must|shall) be cancell?ed',
    'cancell?ed please',
    '(?:please |request(?:s|ed|ing)? (?:an? |the )?|ask(?:s|ed|ing)? for (?:an? |the )?|want(?:s)? (?:an? |the )?|need(?:s)? (?:an? |the )?)cancellation',
    String.raw`cancellation(?: request)?\b[^.;,!?]{0,24}\b(?:for |on |of )?‹order›`,
    '(?<=‹order›[ :,-]*)cancellation(?: request| please)',
    '^cancellation (?:for|of|request)',
    `calls? off|calls? ${ITS} off`,
    '(?:please )?void(?: out)?(?= (?:‹order›|it|the|this|that|her|his))',
    String.raw`(?:does|do|did) not (?:want|need) (?:${ITS}|anything)(?: any ?more| after all| now| any longer)?(?! (?:to|back|yet|replaced|exchanged))`,
    '(?:does|do) not (?:want|need) (?:the|his|her|their)\\b[^,;.]{0,40}\\bany ?more',
    'no longer (?:wants?|needs?|wanted|needed|interested|required)',
    'not interested any ?more',
    `scrap (?:${ITS})`,
    `(?:stop|kill|abort|axe|bin|nuke|drop) (?:${ITS})(?! (?:off|from|to))`,
    'pull the plug on ‹order›',
    'wants? out of (?:it|‹order›|the order)',
    `(?:back(?:s|ed|ing)? out|withdraw(?:s|ing)?|withdrew|step(?:s|ped)? back) (?:of|from) (?:${ITS}|the purchase)`,
    `withdraw(?:s|ing)? (?:${ITS})`,
    String.raw`take (?:back )?‹order› off`,
    String.raw`take\b[^,;.]{0,40}\b(?:off|from|out of) (?:‹order›|the order|her order|his order|their order|this order|order)`,
    String.raw`(?:drop|remove|take off|strike|delete|removing)\b[^,;.]{0,60}\b(?:from|off|of|on|in) (?:‹order›|the order|her order|his order|their order|this order)`,
  ),
  unless:
    /\bcancel(?:ling)? (?:nothing|none|neither|no (?:order|item|one))\b|\b(?:delete|remove|purge|wipe) (?:the |this )?(?:order )?‹order›|\bnot (?:able|possible) to cancel\b|\b(?:could|can|did) not cancel\b|\bhow to cancel\b|\bcancel (?:the |her |his |their |this |that )?(?:rma|return|refund|exchange|replacement|appointment|meeting|subscription|cancellation|label|pickup|request|note|reminder|hold)\b|\bcancel (?:policy|button|link|culture|option)\b|\b(?:tried|trying|tries|attempted|failed) to cancel\b|\b(?:cancel|cancelling) (?:was|is|did|has|had|failed|does|would|will)\b|\b(?:error|bug)\b[^.;]{0,20}\bcancel|\b(?:afraid|scared|worried|threatens?|threatened|threatening)\b|\b(?:before|after|by|of|for|from|about|with|without|like|mind|than|regrets?) cancell?ing\b(?<!\bmind cancell?ing)/,
  decides: 'any-words',
  of: (subject) => {
    const items = takeItems(subject.raw, 'cancel');
    return {
      intent: 'order.cancel',
      ...aboutOrders(subject),
      ...(items.length === 0 ? {} : { items }),
    };
  },
};
