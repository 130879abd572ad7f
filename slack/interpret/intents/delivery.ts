import { type Action, aboutOrders, words } from './action.ts';

const PARCEL =
  '(?:the |his |her |their |a |to )?(?:delivery|parcel|package|packet|box|shipment|driver|courier|it at the door|deliver\\w*)';

export const deliveryRefused: Action = {
  intent: 'delivery.refused',
  needs: 'order',
  says: words(
    String.raw`refus(?:ed|es|ing)(?: to (?:accept|take|sign|receive))?(?! (?:to (?:pay|wait|return|talk|give|answer|refund)|the (?:refund|offer|return|exchange|replacement)|a (?:refund|replacement)|our|my))`,
    '(?:will|would|did|does|do) not (?:want to )?(?:take|accept|sign for|receive) (?:it|them|the (?:parcel|package|box|delivery|shipment)|delivery|‹order›|this|that)',
    '(?:would|did) not (?:accept|sign|take it)',
    `(?:declined|rejected|turned away|turned down|denied)(?: receipt of)? (?:${PARCEL}|‹order›)`,
    '(?:was|were|got|been|is) (?:rejected|refused|turned away|turned down|declined) (?:at|by|on|upon)',
    'turned away|sent away',
    '(?:parcel|package|box|delivery|shipment)\\b[^,;.]{0,20}\\b(?:rejected|declined)',
    '(?:rejected|declined|refused) (?:at|on) (?:the )?(?:door\\w*|delivery)',
    'return(?:ed|ing|s)? to (?:the )?sender',
    'sent (?:the )?(?:driver|courier|it|parcel|package)(?: straight| right)? (?:away|back with the driver)',
    'rts',
    'not accepted (?:at|by)',
    'accept(?:ance)? refused|delivery refused',
    'slammed the door',
  ),
  unless:
    /\b(?:we|i|us|our team|the bank|the shop|warehouse) (?:have |has |had )?(?:refus|reject|declin|den)|\b(?:refund|return|rma|claim|request|payment|card|exchange|cancellation)\b[^,;.]{0,16}\b(?:was |is |got |been )?(?:refused|rejected|declined|denied)\b|\b(?:will|would|going to|wants? to|threatens? to|plans? to) (?:refuse|reject|decline)\b/,
  wins: ['rma.request', 'order.cancel', 'rma.receive'],
  of: (subject) => ({ intent: 'delivery.refused', ...aboutOrders(subject) }),
};
