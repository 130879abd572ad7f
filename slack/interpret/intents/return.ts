import { outcomeOf, reasonOf } from '../fields/reason.ts';
import { takeItems } from '../items.ts';
import type { Subject } from '../subject.ts';
import type { Meaning } from '../types.ts';
import { type Action, aboutOrders, words } from './action.ts';

const OPENING =
  'want|need|like|request|get|open|start|create|make|issue|set up|send|file|ask for|asks for|asked for|raise|book|arrange|begin|register|log|generate|initiate|process|prepare|provide|wish';

export const returnRequest = (subject: Subject): Meaning => {
  const { named, text, raw } = subject;
  const reason = reasonOf(text);
  const items = takeItems(raw, 'return');
  const outcome = outcomeOf(text);
  return {
    intent: 'rma.request',
    ...aboutOrders(subject),
    ...(reason === null ? {} : { reason }),
    ...(items.length === 0 ? {} : { items }),
    ...(outcome === null ? {} : { outcome }),
    ...(named.email === null ? {} : { email: named.email }),
    ...(named.phone === null ? {} : { phone: named.phone }),
  };
};

export const openReturn: Action = {
  intent: 'rma.request',
  needs: 'order',
  says: words(
    'rmas?(?! (?:is|was|came|arrived|number (?:is|was|on)|on the|written))',
    String.raw`(?:${OPENING})(?:s|ed|ing)?\b[^,;.:]{0,24}\b(?:return|rma)(?!ed)`,
    'new (?:return|rma)',
    'do (?:an?|the) (?:return|rma|exchange|swap)',
    'return (?:for|of|request|label|on|please|from|‹order›|it|them|the|this|that|his|her|their|one|two|three|four|five|both|all|\\d{1,3}|a|an|everything)',
    'returns (?:‹order›|for|please)',
    '(?:‹order›[\\s:,-]*)return(?! (?:to sender|arrived|came))',
    '(?<=[,;:-] ?)return(?= please|[.!]*$)',
    'to return',
    'returning',
    'wants? (?:it|them) returned',
    String.raw`(?:send|ship|give|bring|take)(?:s|ing)?\b[^,;.]{0,32}\bback(?! (?:his|her|the|their) (?:money|refund))(?<!money back)`,
    'exchang(?:e|es|ing)(?! (?:came|arrived|rate))',
    'want(?:s)? (?:it|them) (?:exchanged|replaced|swapped)',
    'replac(?:e|es|ing|ement)(?! (?:came|arrived|is|was))',
    'swap(?:s|ping)?',
  ),
  unless:
    /\b(?:opened|created|issued|started|booked|registered|logged|raised|generated|closed|rejected|received) (?:an? |the |her |his |their )?[^,.;]{0,16}\b(?:return|rma|exchange|replacement)\b|\breturns? (?:for |of |from )?‹order› (?:arrived|came|reached|landed|is here|received|is (?:back|in))\b|\b(?:return|parcel)\b[^.,;:]{0,24}\b(?:arrived|reached us|landed|came (?:in|back)|is here|got lost|on its way)\b|\breturn(?:ed)? to sender\b|\bcancel (?:the |her |his |this )?(?:rma|return|exchange)\b|\breturn (?:policy|address|shipping|window|rate|costs?|fees?)\b|\bmany happy returns\b|\breturn (?:my|your|the|his|her) calls?\b|\b(?:address|shipping|delivery|billing|name|phone number|email)\b[^.;,]{0,16}\b(?:swap|replace|exchange)\b|\breplace (?:the |her |his )?(?:address|name|email|card)\b|\b(?:got|received|have|has|had|with|mentions?) (?:an?|the) rma\b/,
  decides: 'any-words',
  of: returnRequest,
};
