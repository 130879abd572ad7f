import type { Command } from '../../../policy/app/commands.ts';
import type { Handler } from '../handler.ts';
import { cancellationRequest } from './cancellation-request.ts';
import { caseNote } from './case-note.ts';
import { caseRetry } from './case-retry.ts';
import { deadlineDue } from './deadline-due.ts';
import { effectRetry } from './effect-retry.ts';
import { effectSettled } from './effect-settled.ts';
import { intentExecute } from './intent-execute.ts';
import { orderObserved, orderStale, shopUninstalled, staffTell } from './observations.ts';
import { parcelReceive } from './parcel-receive.ts';
import { proposalAmend, proposalConfirm, proposalDismiss, proposalMake } from './proposal.ts';
import { refundApprove } from './refund-approve.ts';
import { refundDecline } from './refund-decline.ts';
import { returnOpen } from './return-open.ts';
import { returnTrack } from './return-track.ts';
import { unitConfirm } from './unit-confirm.ts';
import { unitInspect } from './unit-inspect.ts';

/** Every command and what handles it. A new command that is not here does not compile. */
export const HANDLERS: { readonly [K in Command['kind']]: Handler<K> } = {
  'cancellation.request': cancellationRequest,
  'return.open': returnOpen,
  'return.track': returnTrack,
  'parcel.receive': parcelReceive,
  'unit.inspect': unitInspect,
  'unit.confirm': unitConfirm,
  'refund.approve': refundApprove,
  'refund.decline': refundDecline,
  'case.note': caseNote,
  'case.retry': caseRetry,
  'proposal.make': proposalMake,
  'proposal.amend': proposalAmend,
  'proposal.confirm': proposalConfirm,
  'proposal.dismiss': proposalDismiss,
  'staff.tell': staffTell,
  'order.observed': orderObserved,
  'order.stale': orderStale,
  'shop.uninstalled': shopUninstalled,
  'intent.execute': intentExecute,
  'effect.settled': effectSettled,
  'effect.retry': effectRetry,
  'deadline.due': deadlineDue,
};
