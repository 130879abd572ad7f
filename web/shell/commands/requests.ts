import type { Draft, Request } from '../../../policy/app/commands.ts';
import type { ThreadOrNull } from '../../../policy/app/records.ts';
import type { Context, Subject, Verdict, World } from '../handler.ts';
import { requestCancellation } from './cancellation-request.ts';
import { caseNote } from './case-note.ts';
import { caseRetry } from './case-retry.ts';
import { parcelReceive } from './parcel-receive.ts';
import { refundApprove } from './refund-approve.ts';
import { refundDecline } from './refund-decline.ts';
import { openReturn } from './return-open.ts';
import { returnTrack } from './return-track.ts';
import { unitConfirm } from './unit-confirm.ts';
import { unitInspect } from './unit-inspect.ts';

/** What a draft is about, as far as it says. */
export const draftSubject = (draft: Readonly<Record<string, unknown>>): Subject => ({
  orderId: textOf(draft.orderId),
  caseId: textOf(draft.caseId),
  intentId: textOf(draft.intentId),
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
    case 'refund.approve':
      return refundApprove.decide(world, request, context);
    case 'refund.decline':
      return refundDecline.decide(world, request, context);
    case 'case.retry':
      return caseRetry.decide(world, request, context);
    case 'case.note':
      return caseNote.decide(world, request, context);
    default: {
      const never: never = request;
      throw new TypeError(`not a request: ${String((never as Draft).kind)}`);
    }
  }
};
