import type { InspectionResult, ReturnReason } from '../../policy/decision.ts';

/** The words staff use, for what the program writes with underscores. */

export const REASON_WORDS: Record<ReturnReason, string> = {
  defective: 'Defective',
  changed_mind: 'Changed their mind',
  customer_ordered_wrong: 'Customer ordered the wrong item',
  wrong_item_sent: 'We sent the wrong item',
  missing_item: 'Something was missing',
  refused_delivery: 'Refused at the door',
};

export const RESULT_WORDS: Record<InspectionResult, string> = {
  accepted: 'As the customer says, accepted',
  no_fault_found: 'No fault found',
  artificial_damage: 'Damaged by the customer',
  missing_components: 'Parts are missing',
  wrong_item: 'Not our item',
  not_received: 'Not in the parcel',
};

/** What was found, for the reason that the goods are back: a change of mind confirms no defect. */
export const resultWords = (reason: ReturnReason | null): Record<InspectionResult, string> => ({
  ...RESULT_WORDS,
  ...(reason === 'defective' ? { accepted: 'Defect confirmed, accepted' } : {}),
  ...(reason === 'changed_mind' || reason === 'customer_ordered_wrong' || reason === 'refused_delivery'
    ? { accepted: 'All right, accepted' }
    : {}),
});

const STATES = {
  new: 'New',
  requested: 'Asked for',
  recalling: 'Recalling it from the warehouse',
  canceling: 'Being cancelled',
  canceling_lines: 'Being partly cancelled',
  canceled: 'Cancelled',
  partially_canceled: 'Partly cancelled',
  partial_offer: 'Part of it shipped: customer asked',
  converted_to_return: 'Too late to cancel: can be returned',
  withdrawn: 'Withdrawn',
  declined: 'Declined',
  needs_agent: 'Somebody has to look',
  needs_person: 'Somebody has to look',
  intake: 'Being taken in',
  evidence_pending: 'Waiting for pictures',
  troubleshooting: 'Trying to solve it',
  review: 'Being reviewed',
  authorized: 'RMA issued: waiting for the parcel',
  in_transit: 'On its way back',
  grey_zone: 'Late on arrival, sent in time',
  expired: 'Deadline is over',
  suspected_lost: 'Perhaps lost',
  refused_suspected: 'Perhaps refused at the door',
  received: 'Parcel is here',
  settling: 'Being settled',
  frozen: 'Frozen: a dispute is open',
  closed: 'Closed',
  closed_solved: 'Solved',
  awaiting_approval: 'Waiting for approval',
  detected: 'Out of stock: nobody asked yet',
  customer_notified: 'Out of stock: customer asked',
  waiting: 'Customer waits for it',
  releasing: 'In stock again: being sent',
  refunding: 'Being refunded',
  resolved: 'In stock again',
  fulfilled: 'Sent',
  refunded: 'Refunded',
} as const;

/** The same in German, for those who read their Home so. */
const STATES_DE: Readonly<Record<keyof typeof STATES, string>> = {
  new: 'Neu',
  requested: 'Angefragt',
  recalling: 'Wird aus dem Lager zurückgerufen',
  canceling: 'Wird storniert',
  canceling_lines: 'Wird teilweise storniert',
  canceled: 'Storniert',
  partially_canceled: 'Teilweise storniert',
  partial_offer: 'Ein Teil ist versandt: Kundschaft gefragt',
  converted_to_return: 'Zu spät zum Stornieren: kann zurück',
  withdrawn: 'Zurückgezogen',
  declined: 'Abgelehnt',
  needs_agent: 'Jemand muss es ansehen',
  needs_person: 'Jemand muss es ansehen',
  intake: 'Wird aufgenommen',
  evidence_pending: 'Wartet auf Fotos',
  troubleshooting: 'Lösung wird versucht',
  review: 'Wird geprüft',
  authorized: 'RMA erteilt: wartet auf das Paket',
  in_transit: 'Auf dem Rückweg',
  grey_zone: 'Zu spät hier, rechtzeitig gesandt',
  expired: 'Frist ist vorbei',
  suspected_lost: 'Vielleicht verloren',
  refused_suspected: 'Vielleicht an der Tür abgelehnt',
  received: 'Paket ist da',
  settling: 'Wird abgerechnet',
  frozen: 'Eingefroren: eine Rückbuchung ist offen',
  closed: 'Geschlossen',
  closed_solved: 'Gelöst',
  awaiting_approval: 'Wartet auf Freigabe',
  detected: 'Nicht auf Lager: noch niemand gefragt',
  customer_notified: 'Nicht auf Lager: Kundschaft gefragt',
  waiting: 'Kundschaft wartet darauf',
  releasing: 'Wieder auf Lager: wird versandt',
  refunding: 'Wird erstattet',
  resolved: 'Wieder auf Lager',
  fulfilled: 'Versandt',
  refunded: 'Erstattet',
};

/** A state for people; one that is not known yet is shown as it is, without its underscores. */
export const stateWords = (state: string, language: string | null = null): string => {
  const key = state.replaceAll('-', '_') as keyof typeof STATES;
  const words = (language?.startsWith('de') ? STATES_DE : STATES)[key] ?? key.replaceAll('_', ' ');
  return capital(words);
};

/** As a sentence begins: what went wrong is kept in lower case. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const KIND_WORDS: Record<string, string> = {
  cancellation: 'Cancellation',
  return: 'Return',
  backorder: 'Out of stock',
};

/** A state within a sentence: "RMA issued" stays as it is. */
export const stateWordsInside = (state: string): string => {
  const words = stateWords(state);
  return /^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
};

/** What is done for a case beside its own record, as staff call it. */
const WORK: Readonly<Record<string, string>> = {
  'shopify.compare-money': 'Compare the amount with Shopify',
  'shopify.recall': 'Ask the fulfillment service to stop',
  'shopify.cancel-order': 'Cancel the order in Shopify',
  'shopify.follow-cancel': 'Follow the cancellation',
  'shopify.cancel-unpaid': 'Cancel the order in Shopify without a refund',
  'shopify.refund-lines': 'Refund in Shopify',
  'shopify.create-return': 'Open the return in Shopify',
  'shopify.record-tracking': 'Record tracking in Shopify',
  'shopify.process-return': 'Refund the return in Shopify',
  'shopify.close-return': 'Close the return in Shopify',
  'shopify.change-return': 'Make the return an exchange, or a refund, in Shopify',
  'shopify.reopen-return': 'Open the return again in Shopify',
  'shopify.cancel-return': 'Cancel the return in Shopify',
  'shopify.hold-fulfillment': 'Hold what is out of stock in Shopify',
  'shopify.release-hold': 'Release the hold in Shopify',
  'shopify.check-stock': 'Read the stock figure',
  'mail.send': 'Mail to the customer',
  'slack.show': 'Message in Slack',
  'slack.say': 'Reply in Slack',
  'slack.tell': 'News in Slack',
};
export const workWords = (kind: string): string =>
  (Object.hasOwn(WORK, kind) ? WORK[kind] : undefined) ?? kind.replaceAll(/[.-]/g, ' ');

/** What is due at a deadline, after the date: "Due Dec 4: a tracking number". */
const DUE: Readonly<Record<string, string>> = {
  'rma-deadline': 'the parcel back',
  'exchange-goods-due': 'the goods back that were replaced first',
  'part-due': 'the missing part',
  'tracking-wanted': 'a tracking number from the customer',
  'carrier-silent': 'news from the carrier',
  'test-overdue': 'the test',
  'photos-due': 'photos from the customer',
  'answer-due': 'our answer to the customer',
  'recall-look': 'the fulfillment service’s answer',
  'recall-unanswered': 'the fulfillment service’s answer',
  'backorder-response': 'the customer’s answer',
  'backorder-max-wait': 'the customer is asked again',
  'backorder-told': 'the customer is told of the shortage',
  'rejected-goods': 'what becomes of the goods that were not accepted',
};
export const dueWords = (kind: string): string | null => (Object.hasOwn(DUE, kind) ? (DUE[kind] ?? null) : null);
