import type { CommandOf } from '../../../policy/app/commands.ts';
import type { EffectKind, EffectOf } from '../../../policy/app/effects.ts';
import type { Changes } from '../../../policy/app/store.ts';
import type { Context, Refused, World } from '../handler.ts';
import { askSenderSettled } from './ask-sender.ts';
import { startExportSettled, watchExportSettled } from './backfill.ts';
import { cancelUnpaidSettled } from './cancel-unpaid.ts';
import { cancelOrderSettled, followCancelSettled, refundLinesSettled } from './cancellation.ts';
import { changeReturnSettled } from './change-return.ts';
import { holdFulfillmentSettled, releaseHoldSettled } from './hold.ts';
import { mailSettled } from './mail.ts';
import { compareMoneySettled } from './money.ts';
import { privacyEmptySettled, privacyFindSettled, privacyForgetSettled } from './privacy.ts';
import { recallSettled } from './recall.ts';
import { closeReturnSettled, createReturnSettled, processReturnSettled, reopenReturnSettled } from './return.ts';
import { saySettled } from './say.ts';
import { showSettled } from './show.ts';

/** What follows when an effect has ended. Pure: it only says what to write. */
export type Settle<K extends EffectKind> = (
  world: World,
  effect: EffectOf<K>,
  settled: CommandOf<'effect.settled'>,
  context: Context,
) => Changes | Refused;

/** Kinds that are not here need nothing more than being marked as ended. */
export const SETTLED: { [K in EffectKind]?: Settle<K> } = {
  'shopify.recall': recallSettled,
  'shopify.compare-money': compareMoneySettled,
  'shopify.cancel-order': cancelOrderSettled,
  'shopify.follow-cancel': followCancelSettled,
  'shopify.cancel-unpaid': cancelUnpaidSettled,
  'shopify.refund-lines': refundLinesSettled,
  'shopify.create-return': createReturnSettled,
  'shopify.process-return': processReturnSettled,
  'shopify.close-return': closeReturnSettled,
  'shopify.reopen-return': reopenReturnSettled,
  'shopify.change-return': changeReturnSettled,
  'shopify.hold-fulfillment': holdFulfillmentSettled,
  'shopify.release-hold': releaseHoldSettled,
  'shopify.start-export': startExportSettled,
  'shopify.watch-export': watchExportSettled,
  'privacy.find': privacyFindSettled,
  'privacy.forget': privacyForgetSettled,
  'privacy.empty': privacyEmptySettled,
  'mail.send': mailSettled,
  'mail.ask-sender': askSenderSettled,
  'slack.show': showSettled,
  'slack.say': saySettled,
};
