import type { Command } from '../../../policy/app/commands.ts';
import type { Handler } from '../handler.ts';
import { backfillExported, backfillStart } from './backfill.ts';
import { backorderAnswer } from './backorder-answer.ts';
import { backorderDiscontinued } from './backorder-discontinued.ts';
import { backorderEta } from './backorder-eta.ts';
import { backorderRelease } from './backorder-release.ts';
import { backorderReport } from './backorder-report.ts';
import { cancellationRequest } from './cancellation-request.ts';
import { cancellationWithdraw } from './cancellation-withdraw.ts';
import { caseAssign } from './case-assign.ts';
import { caseNote } from './case-note.ts';
import { caseReopen, caseReopenConfirm } from './case-reopen.ts';
import { caseRetry } from './case-retry.ts';
import { deadlineDue } from './deadline-due.ts';
import { deliveryFind } from './delivery-find.ts';
import { deliveryRefused } from './delivery-refused.ts';
import { deskSetChecklist } from './desk-checklist.ts';
import { digestDue } from './digest-due.ts';
import { deliveryDismiss, deliveryRetry, effectDismiss } from './dismiss.ts';
import { effectRetry } from './effect-retry.ts';
import { effectSettled } from './effect-settled.ts';
import { exchangeConvert } from './exchange-convert.ts';
import { exchangeShipFirst } from './exchange-ship-first.ts';
import { exchangeWriteOff } from './exchange-write-off.ts';
import { intentExecute } from './intent-execute.ts';
import { linksRevoke } from './links-revoke.ts';
import { mailBounced } from './mail-bounced.ts';
import { mailReceived } from './mail-received.ts';
import { mailsChanged } from './mails-changed.ts';
import { orderObserved, orderStale, staffTell } from './observations.ts';
import { parcelAnswered } from './parcel-answered.ts';
import { parcelAskSender, parcelClose, parcelDescribe, parcelDue, parcelHold } from './parcel-desk.ts';
import { parcelMatch } from './parcel-match.ts';
import { parcelQuarantine } from './parcel-quarantine.ts';
import { parcelReceive } from './parcel-receive.ts';
import { peopleGroup, peopleMapGroup, peopleProfile, personHome, personSettings } from './people.ts';
import { peopleSave } from './people-save.ts';
import { policyDiscardDraft, policySaveDraft } from './policy-draft.ts';
import { policyPublish } from './policy-publish.ts';
import { policyWithdraw } from './policy-withdraw.ts';
import { privacyAsked, privacyContinue, privacyExported } from './privacy.ts';
import { proposalAmend, proposalConfirm, proposalDismiss, proposalMake } from './proposal.ts';
import { recallAnswered, recallObserved } from './recall.ts';
import { refundApprove } from './refund-approve.ts';
import { refundAttribute } from './refund-attribute.ts';
import { refundDecline } from './refund-decline.ts';
import { refundDelegate } from './refund-delegate.ts';
import { refundSettle } from './refund-settle.ts';
import { refundStop } from './refund-stop.ts';
import { returnCancel } from './return-cancel.ts';
import { returnDecline } from './return-decline.ts';
import { returnConfirm, returnExtend } from './return-extend.ts';
import { returnIssue } from './return-issue.ts';
import { returnJudge } from './return-judge.ts';
import { returnLost } from './return-lost.ts';
import { returnOpen } from './return-open.ts';
import { returnRemedy } from './return-remedy.ts';
import { returnRequest } from './return-request.ts';
import { returnSupply } from './return-supply.ts';
import { returnTrack } from './return-track.ts';
import { shopObserved, shopStale, shopUninstalled } from './shop.ts';
import { casesSetViews, mailTest, shopConfigure } from './shop-configure.ts';
import { slackDisconnect } from './slack-disconnect.ts';
import { shortageHinted, stockChanged, stockObserved, stockShort } from './stock.ts';
import { unitConfirm } from './unit-confirm.ts';
import { unitDecide } from './unit-decide.ts';
import { unitInspect } from './unit-inspect.ts';

/** Every command and what handles it. A new command that is not here does not compile. */
export const HANDLERS: { readonly [K in Command['kind']]: Handler<K> } = {
  'cancellation.request': cancellationRequest,
  'return.open': returnOpen,
  'return.track': returnTrack,
  'parcel.receive': parcelReceive,
  'unit.inspect': unitInspect,
  'unit.confirm': unitConfirm,
  'unit.decide': unitDecide,
  'delivery.refused': deliveryRefused,
  'delivery.find': deliveryFind,
  'return.extend': returnExtend,
  'return.confirm': returnConfirm,
  'return.decline': returnDecline,
  'return.cancel': returnCancel,
  'return.lost': returnLost,
  'return.judge': returnJudge,
  'case.assign': caseAssign,
  'refund.approve': refundApprove,
  'refund.decline': refundDecline,
  'exchange.convert': exchangeConvert,
  'exchange.ship-first': exchangeShipFirst,
  'exchange.write-off': exchangeWriteOff,
  'refund.attribute': refundAttribute,
  'refund.settle': refundSettle,
  'refund.stop': refundStop,
  'refund.delegate': refundDelegate,
  'people.profile': peopleProfile,
  'people.map-group': peopleMapGroup,
  'people.group': peopleGroup,
  'person.settings': personSettings,
  'person.home': personHome,
  'slack.disconnect': slackDisconnect,
  'digest.due': digestDue,
  'backorder.report': backorderReport,
  'backorder.answer': backorderAnswer,
  'backorder.eta': backorderEta,
  'backorder.discontinued': backorderDiscontinued,
  'backorder.release': backorderRelease,
  'shortage.hinted': shortageHinted,
  'stock.changed': stockChanged,
  'stock.short': stockShort,
  'stock.observed': stockObserved,
  'parcel.quarantine': parcelQuarantine,
  'parcel.describe': parcelDescribe,
  'parcel.match': parcelMatch,
  'parcel.hold': parcelHold,
  'parcel.ask-sender': parcelAskSender,
  'parcel.close': parcelClose,
  'parcel.due': parcelDue,
  'return.request': returnRequest,
  'return.supply': returnSupply,
  'return.issue': returnIssue,
  'return.remedy': returnRemedy,
  'cancellation.withdraw': cancellationWithdraw,
  'links.revoke': linksRevoke,
  'mail.bounced': mailBounced,
  'mail.received': mailReceived,
  'parcel.answered': parcelAnswered,
  'case.note': caseNote,
  'case.reopen': caseReopen,
  'case.reopen-confirm': caseReopenConfirm,
  'case.retry': caseRetry,
  'proposal.make': proposalMake,
  'proposal.amend': proposalAmend,
  'proposal.confirm': proposalConfirm,
  'proposal.dismiss': proposalDismiss,
  'policy.save-draft': policySaveDraft,
  'policy.discard-draft': policyDiscardDraft,
  'policy.publish': policyPublish,
  'policy.withdraw': policyWithdraw,
  'people.save': peopleSave,
  'shop.configure': shopConfigure,
  'mail.test': mailTest,
  'desk.set-checklist': deskSetChecklist,
  'cases.set-views': casesSetViews,
  'effect.dismiss': effectDismiss,
  'delivery.dismiss': deliveryDismiss,
  'delivery.retry': deliveryRetry,
  'mails.changed': mailsChanged,
  'staff.tell': staffTell,
  'order.observed': orderObserved,
  'order.stale': orderStale,
  'recall.answered': recallAnswered,
  'recall.observed': recallObserved,
  'shop.uninstalled': shopUninstalled,
  'shop.stale': shopStale,
  'backfill.start': backfillStart,
  'backfill.exported': backfillExported,
  'privacy.asked': privacyAsked,
  'privacy.continue': privacyContinue,
  'privacy.exported': privacyExported,
  'shop.observed': shopObserved,
  'intent.execute': intentExecute,
  'effect.settled': effectSettled,
  'effect.retry': effectRetry,
  'deadline.due': deadlineDue,
};
