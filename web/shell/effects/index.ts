import type { EffectKind } from '../../../policy/app/effects.ts';
import { cancelOrder, followCancel } from './cancel-order.ts';
import { cancelReturn } from './cancel-return.ts';
import { cancelUnpaid } from './cancel-unpaid.ts';
import { changeReturn } from './change-return.ts';
import { checkStock } from './check-stock.ts';
import { closeReturn } from './close-return.ts';
import { createReturn, recordTracking } from './create-return.ts';
import { sendDigest } from './digest.ts';
import { startExport, takeExport, watchExport } from './export-orders.ts';
import { foldCards } from './fold-cards.ts';
import { forgetSlack } from './forget-slack.ts';
import { forgetTokens } from './forget-tokens.ts';
import { hintShortage } from './hint-shortage.ts';
import { holdFulfillment, releaseHold } from './hold-fulfillment.ts';
import { sendMail } from './mail.ts';
import { askSender, parcelHoldOver } from './parcels.ts';
import { emptyShop, findPerson, forgetPerson } from './privacy.ts';
import { compareMoney, processReturn } from './process-return.ts';
import { readOrder } from './read-order.ts';
import { readShop } from './read-shop.ts';
import { readRecall, recall } from './recall.ts';
import { refundLines } from './refund-lines.ts';
import { reopenReturn } from './reopen-return.ts';
import { readReturnRequest } from './return-request.ts';
import type { Runner } from './runner.ts';
import { sayInSlack, showInSlack } from './slack.ts';
import { tellInSlack } from './tell.ts';
import { sendTestMail } from './test-mail.ts';

/** Every effect and what performs it. A new effect that is not here does not compile. */
export const RUNNERS: { readonly [K in EffectKind]: Runner<K> } = {
  'shopify.read-order': readOrder,
  'shopify.read-shop': readShop,
  'shopify.start-export': startExport,
  'shopify.watch-export': watchExport,
  'shopify.take-export': takeExport,
  'shopify.hint-shortage': hintShortage,
  'shopify.forget-tokens': forgetTokens,
  'privacy.find': findPerson,
  'privacy.forget': forgetPerson,
  'privacy.empty': emptyShop,
  'shopify.cancel-order': cancelOrder,
  'shopify.follow-cancel': followCancel,
  'shopify.cancel-unpaid': cancelUnpaid,
  'shopify.recall': recall,
  'shopify.read-recall': readRecall,
  'shopify.compare-money': compareMoney,
  'shopify.refund-lines': refundLines,
  'shopify.read-return-request': readReturnRequest,
  'shopify.create-return': createReturn,
  'shopify.record-tracking': recordTracking,
  'shopify.process-return': processReturn,
  'shopify.close-return': closeReturn,
  'shopify.reopen-return': reopenReturn,
  'shopify.change-return': changeReturn,
  'shopify.cancel-return': cancelReturn,
  'shopify.hold-fulfillment': holdFulfillment,
  'shopify.release-hold': releaseHold,
  'shopify.check-stock': checkStock,
  'mail.send': sendMail,
  'mail.test': sendTestMail,
  'mail.ask-sender': askSender,
  'parcel.hold-over': parcelHoldOver,
  'slack.digest': sendDigest,
  'slack.fold': foldCards,
  'slack.forget': forgetSlack,
  'slack.show': showInSlack,
  'slack.say': sayInSlack,
  'slack.tell': tellInSlack,
};
