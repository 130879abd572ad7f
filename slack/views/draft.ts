import { z } from 'zod';
import type { ProposalRecord } from '../../policy/app/records.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { dayWords } from '../text/dates.ts';
import { safe } from '../text/escape.ts';
import { REASON_WORDS, RESULT_WORDS } from '../text/words.ts';
import { itemsAfter, namedItems } from './order-line.ts';

const Line = z.object({ lineItemId: z.string(), quantity: z.number() });

/** What a card may show of a draft; whatever does not fit is shown as not said. */
const DraftView = z.object({
  kind: z.string(),
  orderId: z.string().optional().catch(undefined),
  caseId: z.string().optional().catch(undefined),
  intentId: z.string().optional().catch(undefined),
  lines: z.array(Line).optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  remedy: z.string().optional().catch(undefined),
  result: z.string().optional().catch(undefined),
  number: z.string().optional().catch(undefined),
  carrier: z.string().optional().catch(undefined),
  because: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  note: z.string().optional().catch(undefined),
  eta: z.string().optional().catch(undefined),
  days: z.number().optional().catch(undefined),
  carriage: z.string().optional().catch(undefined),
  answer: z.string().optional().catch(undefined),
  labelBy: z.string().optional().catch(undefined),
  reasonGiven: z.string().optional().catch(undefined),
  photos: z.array(z.unknown()).optional().catch(undefined),
  troubleshootingDone: z.boolean().optional().catch(undefined),
  contact: z.record(z.string(), z.unknown()).optional().catch(undefined),
  units: z.array(z.unknown()).optional().catch(undefined),
});
export type DraftView = z.infer<typeof DraftView>;

export const draftView = (draft: ProposalRecord['draft']): DraftView => DraftView.parse(draft);

const wordsFor = (table: Readonly<Record<string, string>>, key: string | undefined): string | null =>
  key === undefined ? null : (table[key] ?? key.replaceAll('_', ' '));

/** What is asked for, as the card's title. `place` is the order or case it is about. Plain text, not escaped. */
export const draftTitle = (draft: DraftView, place: string): string => {
  switch (draft.kind) {
    case 'cancellation.request':
      return draft.lines === undefined ? `Cancel ${place}` : `Cancel part of ${place}`;
    case 'return.open':
      return draft.remedy === 'exchange' ? `Exchange for ${place}` : `Return for ${place}`;
    case 'return.track':
      return `Tracking for ${place}`;
    case 'parcel.receive':
      return `Parcel is here: ${place}`;
    case 'unit.inspect':
      return `Test result for ${place}`;
    case 'delivery.refused':
      return `Parcel of ${place} refused`;
    case 'return.extend':
      return `More time for ${place}`;
    case 'return.decline':
      return `Decline ${place}`;
    case 'return.lost':
      return `Lost on its way back: ${place}`;
    case 'case.assign':
      return `Hand over ${place}`;
    case 'refund.approve':
      return `Approve the refund of ${place}`;
    case 'refund.decline':
      return `Decline the refund of ${place}`;
    case 'backorder.report':
      return `Out of stock: ${place}`;
    case 'backorder.answer':
      return draft.answer === 'refund' ? `Wants the money: ${place}` : `Will wait: ${place}`;
    case 'backorder.eta':
      return `Expected date for ${place}`;
    case 'backorder.discontinued':
      return `Never comes: ${place}`;
    case 'backorder.release':
      return `In stock again: ${place}`;
    case 'case.note':
      return `Note on ${place}`;
    case 'return.request':
      return `Ask the customer: ${place}`;
    case 'return.remedy':
      return draft.remedy === 'exchange' ? `Exchange instead: ${place}` : `Refund instead: ${place}`;
    case 'cancellation.withdraw':
      return `The order goes on: ${place}`;
    case 'links.revoke':
      return `Void the customer's links: ${place}`;
    default:
      return `${draft.kind.replaceAll('.', ' ')}: ${place}`;
  }
};

/** What was understood, one line a fact (mrkdwn, escaped). */
export const draftFacts = (draft: DraftView, order: OrderFacts | null): string[] => {
  const reason = wordsFor(REASON_WORDS, draft.reason);
  const result = wordsFor(RESULT_WORDS, draft.result);
  return [
    draft.lines === undefined || order === null ? null : itemsAfter('*Items*', namedItems(order, draft.lines)),
    reason === null ? null : `*Reason*  ${safe(reason)}`,
    draft.remedy === 'exchange' ? '*Wanted*  an exchange' : null,
    result === null ? null : `*Result*  ${safe(result)}`,
    draft.number === undefined
      ? null
      : `*Tracking*  ${safe([draft.carrier, draft.number].filter(Boolean).join(' '), 120)}`,
    draft.photos === undefined || draft.photos.length === 0 ? null : `*Photos*  ${draft.photos.length}`,
    draft.troubleshootingDone === undefined
      ? null
      : `*Troubleshooting*  ${draft.troubleshootingDone ? 'done, it still does not work' : 'not done yet'}`,
    draft.days === undefined ? null : `*More days*  ${draft.days}`,
    draft.carriage === undefined ? null : `*Carriage*  ${draft.carriage === 'waive' ? 'waived' : 'charged'}`,
    // Of a shortage the title says the answer.
    draft.answer === undefined || draft.kind !== 'return.open'
      ? null
      : `*Decided*  ${draft.answer === 'decline' ? 'declined' : 'issued all the same'}`,
    draft.labelBy === undefined ? null : `*Label*  ${draft.labelBy === 'merchant' ? 'ours' : "the customer's own"}`,
    draft.reasonGiven === undefined || draft.reasonGiven === ''
      ? null
      : `*Reason given*  ${safe(draft.reasonGiven, 300)}`,
    draft.because === undefined || draft.because === '' ? null : `*Because*  ${safe(draft.because, 300)}`,
    draft.eta === undefined ? null : `*Expected*  ${safe(dayWords(draft.eta), 40)}`,
    draft.note === undefined ? null : `*As told*  ${safe(draft.note, 300)}`,
    draft.text === undefined ? null : `*Note*  ${safe(draft.text, 600)}`,
  ].filter((line) => line !== null);
};
