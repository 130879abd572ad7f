import { render } from '@react-email/render';
import type { MailBase, MailDocument } from './blocks.ts';
import { drawHtml } from './html.ts';
import { type CancelledData, cancelled } from './templates/cancelled.ts';
import { type DeclinedData, declined } from './templates/declined.ts';
import { type ParcelReceivedData, parcelReceived } from './templates/parcel-received.ts';
import { type RefundMadeData, refundMade } from './templates/refund-made.ts';
import { type RmaIssuedData, rmaIssued } from './templates/rma-issued.ts';
import { type TooLateData, tooLate } from './templates/too-late.ts';
import { drawText } from './text.ts';

/** What each template is written from. */
export type MailData = Readonly<{
  cancelled: CancelledData;
  'too-late': TooLateData;
  'rma-issued': RmaIssuedData;
  'parcel-received': ParcelReceivedData;
  'refund-made': RefundMadeData;
  declined: DeclinedData;
}>;
export type MailTemplate = keyof MailData;

const TEMPLATES: { readonly [T in MailTemplate]: (data: MailData[T]) => MailDocument } = {
  cancelled,
  'too-late': tooLate,
  'rma-issued': rmaIssued,
  'parcel-received': parcelReceived,
  'refund-made': refundMade,
  declined,
};

/** Same data, same mail: no clock, no lookup. */
export const renderMail = async <T extends MailTemplate>(
  template: T,
  data: MailData[T] & MailBase,
): Promise<Readonly<{ subject: string; html: string; text: string }>> => {
  const document = TEMPLATES[template](data);
  return {
    subject: document.subject,
    html: await render(drawHtml(document, data.shop)),
    text: drawText(document, data.shop),
  };
};
