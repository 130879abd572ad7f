import { markedOf } from '../fields/marked.ts';
import { type Action, words } from './action.ts';

/** The customer sent it. */
export const underWay: Action = {
  intent: 'rma.tracking',
  needs: 'rma',
  says: words(
    'on (?:its|the|their|his|her) way(?: back)?|en ?route|in transit|in the (?:mail|post)|underway|under way',
    '(?:was|is|has been|got|been|customer|he|she|they|has|have|had|just|client|buyer) (?:just |now |already |finally |have |has )*(?:sent|shipped|posted|mailed|dispatched|dropped (?:it |them |‹rma› )?off|handed in|returned)',
    '(?:sent|shipped|mailed|posted) (?:‹rma› |it |them |the (?:parcel|package|box|return) )?(?:back|off|out|via|with|by|yesterday|today|on|this|through|using|last)',
    'shipped|posted|mailed|shipping back|sends (?:it )?back',
    'tracking|track(?:ed)?',
    'dropped (?:it |them |‹rma› |the (?:parcel|package|box) )?off|dropped at',
    'handed (?:‹rma› |it |the (?:parcel|package|box) )?(?:over|in) (?:to|at)|handed in',
    'dispatched',
    '(?:was |is |been |got )?(?:picked up|collected) by',
    'label (?:was )?scanned',
  ),
  unless:
    /\btracking (?:shows|says|page|does not|is not|has no|has not|stopped|movement|missing|link|stuck)\b|\bno tracking\b|\bneeds? (?:a |the )?tracking\b|\b(?:we|i) (?:have |just |already )*(?:sent|shipped|mailed|posted|dispatched)\b|\b(?:will|going to|wants? to|plans? to|promised to|to be|about to|should|needs? to|can|has to|have to|would like to) (?:be )?(?:sen[dt]|ship(?:ped)?|post(?:ed)?|mail(?:ed)?|drop(?:ped)?|return(?:ed)?|hand(?:ed)?)\b|\b(?:label|mail|email|form|photos?|pictures?|instructions|money|refund|replacement|exchange)\b[^.;,]{0,16}\b(?:was |were |has been |have been )?(?:sent|shipped|mailed|posted)\b|\bsent (?:me |us |her |him |them )?(?:the |a |an |some )?(?:photos?|pictures?|mail|email|message|label|form|money|video)/,
  wins: ['rma.request'],
  of: ({ rma, named }) =>
    rma === undefined
      ? null
      : {
          intent: 'rma.tracking',
          rma,
          ...(named.tracking === null ? {} : { tracking: named.tracking }),
          ...(named.carrier === null ? {} : { carrier: named.carrier }),
        },
};

/** It is here. */
export const arrived: Action = {
  intent: 'rma.receive',
  needs: 'rma',
  says: words(
    'arrived|arrives',
    '(?:is|are|just|parcel|box|package|it) (?:now |finally |already |all )?(?:here|back here)|(?:now|finally) here|^here is ‹rma›',
    '(?:box|parcel|package|carton) (?:for|of|from) ‹rma› (?:is )?(?:here|in|back)',
    'just in\\b|(?:just )?(?:came|come) (?:in|back|today|this|through|yesterday|to us)',
    'has come|received|have received|receipt of',
    '(?:got|made it) here|landed|reached (?:us|the warehouse|our)',
    '(?:in|at|to) (?:the|our) (?:warehouse|dock|goods in|stockroom|returns (?:desk|area))|at goods in',
    'on (?:the|my|our) (?:bench|desk|table|dock)',
    'is in\\b|is back\\b|are back\\b|back in the (?:warehouse|office|house)',
    '(?:we|i|dock|mail room|mailroom|warehouse|reception|goods in) (?:just |now |finally )?(?:have|has|got|have got) (?:the |a )?(?:parcel|box|package|it|‹rma›)',
    'got (?:the |a )?(?:parcel|box|package|return|it|‹rma›)(?! (?:wrong|number))',
    '(?:was |got |been |is )?delivered(?: to us| here| today| this| to the| yesterday)?',
    '(?<=‹rma› )in(?=[,.!]|$)',
    'turned up|showed up|checked in|book(?:ed)? in|scanned in|signed for',
    'unpacked|unloaded',
  ),
  unless:
    /\b(?:will|should|expected to|supposed to|going to|about to|due to|might) (?:be )?(?:arriv|deliver|here|receiv|come|in )|\barrives? (?:tomorrow|on|next|by|soon|at)\b|\b(?:customer|client|she|he|they) (?:has |have |just )*(?:got|received|receives|picked up)\b(?! it back)|\b(?:refund|money|email|mail|label|replacement|exchange|photos?|invoice|payment)\b[^.;,]{0,20}\b(?:arrived|received|came|delivered|turned up)\b|\b(?:received|got) (?:the |her |his |an? )?(?:refund|money|email|mail|label|replacement|photos?|message|call|complaint|answer|reply|tracking|rma|mail)\b/,
  wins: ['rma.tracking', 'rma.request'],
  of: ({ rma, text }) => {
    const marked = markedOf(text);
    return rma === undefined ? null : { intent: 'rma.receive', rma, ...(marked === undefined ? {} : { marked }) };
  },
};

/** It seems lost. */
export const seemsLost: Action = {
  intent: 'rma.lost',
  needs: 'rma',
  says: words(
    'lost(?! (?:the |her |his |their |my )?(?:receipt|invoice|patience|box|packaging|label|charger|key|interest|number))',
    'never (?:arrived|showed up|turned up|came|reached|delivered|made it|got here|received)',
    '(?:gone|went|goes) (?:missing|astray|awol)',
    '(?:‹rma›|parcel|package|box|shipment|return|it) (?:is |are |has gone |seems |still )*(?:missing|astray|awol)',
    'vanished|disappeared|misplaced|nowhere to be found|no trace',
    'no (?:tracking )?(?:scans?|movement|tracking (?:movement|update|updates|event|events)|updates?)\\b[^.;]{0,24}(?:for|since|in|after)',
    'did not (?:arrive|show up|turn up|reach us)(?! yet)',
    '(?:has|have)(?: still)? (?:still )?not (?:arrived|shown up|turned up|been delivered|moved|reached us) (?:after|in|since|for)',
    '(?:can not|could not|unable to) (?:find|locate|trace) (?:‹rma›|the (?:parcel|package|box|shipment)|it)',
  ),
  wins: ['rma.tracking', 'rma.receive', 'rma.inspect', 'rma.request', 'rma.extend'],
  of: ({ rma }) => (rma === undefined ? null : { intent: 'rma.lost', rma }),
};
