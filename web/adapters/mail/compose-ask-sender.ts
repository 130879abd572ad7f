import { showInstant } from '../../../policy/texts/customer/dates.ts';
import type { ComposeAskSender } from '../../shell/effects/runner.ts';
import { logoOf } from './compose.ts';
import { shopOf, wordsOf } from './mail-input.ts';
import { renderMail } from './render.ts';

/** P20: asks a customer whether a parcel is theirs. It is about no case, so that it is written apart from those mails. */
export const composeAskSender: ComposeAskSender = async ({ shop, orderName, contact, look, heldUntil }) => {
  const words = wordsOf({ look, contact });
  const mail = await renderMail('parcel-unmarked', {
    shop: shopOf(shop, look),
    words,
    customerName: contact.name,
    orderName,
    keptUntil: heldUntil === null ? null : showInstant(heldUntil, shop.timeZone, words),
  });
  return { ...mail, attachments: logoOf({ look }) };
};
