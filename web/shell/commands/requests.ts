import type { Draft, Request } from '../../../policy/app/commands.ts';
import type { ThreadOrNull } from '../../../policy/app/records.ts';
import type { Context, Subject, Verdict, World } from '../handler.ts';
import { backorderAnswer } from './backorder-answer.ts';
import { backorderDiscontinued } from './backorder-discontinued.ts';
import { backorderEta } from './backorder-eta.ts';
import { backorderRelease } from './backorder-release.ts';
import { reportBackorder } from './backorder-report.ts';
import { requestCancellation } from './cancellation-request.ts';
import { cancellationWithdraw } from './cancellation-withdraw.ts';
import { caseAssign } from './case-assign.ts';
import { caseNote } from './case-note.ts';
import { caseReopen, caseReopenConfirm } from './case-reopen.ts';
import { caseRetry } from './case-retry.ts';
import { deliveryFind } from './delivery-find.ts';
import { refuseDelivery } from './delivery-refused.ts';
import { exchangeConvert } from './exchange-convert.ts';
import { exchangeShipFirst } from './exchange-ship-first.ts';
import { exchangeWriteOff } from './exchange-write-off.ts';
import { linksRevoke } from './links-revoke.ts';
import { parcelMatch } from './parcel-match.ts';
import { parcelReceive } from './parcel-receive.ts';
import { refundApprove } from './refund-approve.ts';
import { refundAttribute } from './refund-attribute.ts';
import { refundDecline } from './refund-decline.ts';
import { refundDelegate } from './refund-delegate.ts';
import { refundSettle } from './refund-settle.ts';
import { refundStop } from './refund-stop.ts';
import { returnCancel } from './return-cancel.ts';
import { returnDecline } from './return-decline.ts';
import { returnConfirm, returnExtend } from './return-extend.ts';
import { returnJudge } from './return-judge.ts';
import { returnLost } from './return-lost.ts';
import { openReturn } from './return-open.ts';
import { returnRemedy } from './return-remedy.ts';
import { requestReturn } from './return-request.ts';
import { returnTrack } from './return-track.ts';
import { unitConfirm } from './unit-confirm.ts';
import { unitDecide } from './unit-decide.ts';
import { unitInspect } from './unit-inspect.ts';

/** What a draft is about, as far as it says. */
export const draftSubject = (draft: Readonly<Record<string, unknown>>): Subject => ({
  orderId: textOf(draft.orderId),
  caseId: textOf(draft.caseId),
  intentId: textOf(draft.intentId),
  parcelId: textOf(draft.parcelId),
});

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** A request's plan; `thread` is where a case that it opens is talked about. */
export const runRequest = (world: World, request: Request, context: Context, thread: ThreadOrNull): Verdict => {
  switch (request.kind) {
    case 'cancellation.request':
      return requestCancellation(world, request, context, thread);
    case 'return.open':
      return openReturn(world, request, context, thread);
    case 'return.track':
      return returnTrack.decide(world, request, context);
    case 'parcel.receive':
      return parcelReceive.decide(world, request, context);
    case 'unit.inspect':
      return unitInspect.decide(world, request, context);
    case 'unit.confirm':
      return unitConfirm.decide(world, request, context);
    case 'unit.decide':
      return unitDecide.decide(world, request, context);
    case 'delivery.refused':
      return refuseDelivery(world, request, context, thread);
    case 'delivery.find':
      return deliveryFind.decide(world, request, context);
    case 'return.extend':
      return returnExtend.decide(world, request, context);
    case 'return.confirm':
      return returnConfirm.decide(world, request, context);
    case 'return.decline':
      return returnDecline.decide(world, request, context);
    case 'return.cancel':
      return returnCancel.decide(world, request, context);
    case 'return.lost':
      return returnLost.decide(world, request, context);
    case 'return.judge':
      return returnJudge.decide(world, request, context);
    case 'case.assign':
      return caseAssign.decide(world, request, context);
    case 'refund.approve':
      return refundApprove.decide(world, request, context);
    case 'refund.decline':
      return refundDecline.decide(world, request, context);
    case 'exchange.convert':
      return exchangeConvert.decide(world, request, context);
    case 'refund.attribute':
      return refundAttribute.decide(world, request, context);
    case 'refund.settle':
      return refundSettle.decide(world, request, context);
    case 'refund.stop':
      return refundStop.decide(world, request, context);
    case 'refund.delegate':
      return refundDelegate.decide(world, request, context);
    case 'backorder.report':
      return reportBackorder(world, request, context, thread, 'staff');
    case 'backorder.answer':
      return backorderAnswer.decide(world, request, context);
    case 'backorder.eta':
      return backorderEta.decide(world, request, context);
    case 'backorder.discontinued':
      return backorderDiscontinued.decide(world, request, context);
    case 'backorder.release':
      return backorderRelease.decide(world, request, context);
    case 'case.retry':
      return caseRetry.decide(world, request, context);
    case 'case.note':
      return caseNote.decide(world, request, context);
    case 'case.reopen':
      return caseReopen.decide(world, request, context);
    case 'case.reopen-confirm':
      return caseReopenConfirm.decide(world, request, context);
    case 'exchange.ship-first':
      return exchangeShipFirst.decide(world, request, context);
    case 'exchange.write-off':
      return exchangeWriteOff.decide(world, request, context);
    case 'parcel.match':
      return parcelMatch.decide(world, request, context);
    case 'return.request':
      return requestReturn(world, request, context, thread);
    case 'return.remedy':
      return returnRemedy.decide(world, request, context);
    case 'cancellation.withdraw':
      return cancellationWithdraw.decide(world, request, context);
    case 'links.revoke':
      return linksRevoke.decide(world, request, context);
    default: {
      const never: never = request;
      throw new TypeError(`not a request: ${String((never as Draft).kind)}`);
    }
  }
};
