import { render } from '@react-email/render';
import type { ComposeAskSender } from '../../shell/effects/runner.ts';
import { drawHtml } from './html.ts';
import { parcelUnidentified } from './templates/parcel-unidentified.ts';
import { drawText } from './text.ts';

/** P20: asks a customer whether a parcel is theirs. It is about no case, so that it is written apart from those mails. */
export const composeAskSender: ComposeAskSender = async ({ shop, orderName, contact }) => {
  const from = { name: shop.name, contactEmail: shop.contactEmail };
  const document = parcelUnidentified({ shop: from, customerName: contact.name, orderName });
  return {
    subject: document.subject,
    html: await render(drawHtml(document, from)),
    text: drawText(document, from),
  };
};
