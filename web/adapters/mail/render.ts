import { render } from '@react-email/render';
import type { MailBase, MailDocument } from './blocks.ts';
import { drawHtml } from './html.ts';
import {
  type BackorderShipsData,
  type BackorderWaitingData,
  backorderDiscontinued,
  backorderNewDate,
  backorderShips,
  backorderWaiting,
} from './templates/backorder.ts';
import { type CancelledData, cancelled } from './templates/cancelled.ts';
import { type DeadlineData, deadlineExtended, deadlinePassed, deadlineReminder } from './templates/deadline.ts';
import { type DeclinedData, declined } from './templates/declined.ts';
import { backorderReminder, type OutOfStockData, outOfStock, type ShortageData } from './templates/out-of-stock.ts';
import { type ParcelReceivedData, parcelReceived } from './templates/parcel-received.ts';
import { type ParcelReturningData, parcelReturning } from './templates/parcel-returning.ts';
import { type PartsMissingData, partsMissing } from './templates/parts-missing.ts';
import { type RefundMadeData, refundMade } from './templates/refund-made.ts';
import {
  type PhotosData,
  photosReminder,
  photosWanted,
  type RequestData,
  type RequestReceivedData,
  requestReceived,
  solved,
  type TroubleshootingData,
  troubleshooting,
} from './templates/request.ts';
import { type ExchangeShippedData, exchangeShipped, type TestResultData, testResult } from './templates/results.ts';
import { type ReturnCancelledData, returnCancelled } from './templates/return-cancelled.ts';
import { type RmaIssuedData, rmaIssued } from './templates/rma-issued.ts';
import { type TooLateData, tooLate } from './templates/too-late.ts';
import {
  type ParcelLostData,
  parcelLost,
  type TrackingNotedData,
  type TrackingWantedData,
  trackingNoted,
  trackingWanted,
} from './templates/tracking.ts';
import { type ParcelUnmarkedData, parcelIdentified, parcelUnmarked } from './templates/unmarked.ts';
import { drawText } from './text.ts';

/** What each template is written from. */
export type MailData = Readonly<{
  'request-received': RequestReceivedData;
  'photos-wanted': PhotosData;
  'photos-reminder': PhotosData;
  troubleshooting: TroubleshootingData;
  solved: RequestData;
  cancelled: CancelledData;
  'too-late': TooLateData;
  'rma-issued': RmaIssuedData;
  'tracking-wanted': TrackingWantedData;
  'tracking-noted': TrackingNotedData;
  'parcel-received': ParcelReceivedData;
  'parcel-identified': ParcelReceivedData;
  'parcel-unmarked': ParcelUnmarkedData;
  'parcel-lost': ParcelLostData;
  'test-result': TestResultData;
  'exchange-shipped': ExchangeShippedData;
  'refund-made': RefundMadeData;
  declined: DeclinedData;
  'parcel-returning': ParcelReturningData;
  'parts-missing': PartsMissingData;
  'deadline-reminder': DeadlineData;
  'deadline-passed': DeadlineData;
  'deadline-extended': DeadlineData;
  'return-cancelled': ReturnCancelledData;
  'out-of-stock': OutOfStockData;
  'backorder-reminder': OutOfStockData;
  'backorder-waiting': BackorderWaitingData;
  'backorder-new-date': ShortageData;
  'backorder-ships': BackorderShipsData;
  'backorder-discontinued': ShortageData;
}>;
export type MailTemplate = keyof MailData;

const TEMPLATES: { readonly [T in MailTemplate]: (data: MailData[T]) => MailDocument } = {
  'request-received': requestReceived,
  'photos-wanted': photosWanted,
  'photos-reminder': photosReminder,
  troubleshooting,
  solved,
  cancelled,
  'too-late': tooLate,
  'rma-issued': rmaIssued,
  'tracking-wanted': trackingWanted,
  'tracking-noted': trackingNoted,
  'parcel-received': parcelReceived,
  'parcel-identified': parcelIdentified,
  'parcel-unmarked': parcelUnmarked,
  'parcel-lost': parcelLost,
  'test-result': testResult,
  'exchange-shipped': exchangeShipped,
  'refund-made': refundMade,
  declined,
  'parcel-returning': parcelReturning,
  'parts-missing': partsMissing,
  'deadline-reminder': deadlineReminder,
  'deadline-passed': deadlinePassed,
  'deadline-extended': deadlineExtended,
  'return-cancelled': returnCancelled,
  'out-of-stock': outOfStock,
  'backorder-reminder': backorderReminder,
  'backorder-waiting': backorderWaiting,
  'backorder-new-date': backorderNewDate,
  'backorder-ships': backorderShips,
  'backorder-discontinued': backorderDiscontinued,
};

export const MAIL_TEMPLATES = Object.keys(TEMPLATES) as MailTemplate[];

/** Same data, same mail: no clock, no lookup. */
export const renderMail = async <T extends MailTemplate>(
  template: T,
  data: MailData[T] & MailBase,
): Promise<Readonly<{ subject: string; html: string; text: string }>> => {
  const document = TEMPLATES[template](data);
  return {
    // A header is one line, whatever a name or a merchant's text has in it.
    subject: document.subject.replace(/\s+/g, ' ').trim(),
    html: await render(drawHtml(document, data.shop, data.words)),
    text: drawText(document, data.shop, data.words),
  };
};
