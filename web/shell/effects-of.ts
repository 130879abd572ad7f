import { createHash } from 'node:crypto';
import type { Effect, EffectOf } from '../../policy/app/effects.ts';
import type { ParcelRecord } from '../../policy/app/parcels.ts';
import type {
  CaseRecord,
  ProposalRecord,
  RefundIntentRecord,
  ReturnData,
  UnitRecord,
} from '../../policy/app/records.ts';
import type { NewEffect } from '../../policy/app/store.ts';
import type { Context } from './handler.ts';

const DAY_MS = 86_400_000;

/** Effects with their keys. A key says what must happen only once: the same key recorded again changes nothing. */
const effect = (context: Context, key: string, caseId: string | null, what: Effect, runAt?: string): NewEffect => ({
  id: context.ids.id(),
  key,
  caseId,
  effect: what,
  ...(runAt === undefined ? {} : { runAt }),
});

/**
 * What nobody of the staff opened (the stock figures, a carrier, a customer's request): its card starts a thread in the
 * shop's channel.
 */
const startsThread = ({ openedBy }: CaseRecord): boolean => openedBy === null;

/** Shows the newest state of a case on its card; one per version of the case. */
export const showCase = (context: Context, record: CaseRecord): readonly NewEffect[] =>
  record.thread === null && !startsThread(record)
    ? []
    : [
        effect(context, `show:case:${record.id}:${record.version}`, record.id, {
          kind: 'slack.show',
          subject: 'case',
          id: record.id,
        }),
      ];

export const showProposal = (context: Context, proposal: ProposalRecord): NewEffect =>
  effect(context, `show:proposal:${proposal.id}:${proposal.version}`, proposal.caseId, {
    kind: 'slack.show',
    subject: 'proposal',
    id: proposal.id,
  });

export const showApproval = (context: Context, intent: RefundIntentRecord): NewEffect =>
  effect(context, `show:approval:${intent.id}:${intent.version}`, intent.caseId, {
    kind: 'slack.show',
    subject: 'approval',
    id: intent.id,
  });

/** Takes the *Stop* button away when the seconds are over in which it can stop anything. */
export const showApprovalOnceMore = (
  context: Context,
  intent: RefundIntentRecord,
  settings: Readonly<Record<string, unknown>>,
): readonly NewEffect[] => {
  const seconds = Number(settings['approval.undoSeconds']);
  return seconds === 0
    ? []
    : [
        effect(
          context,
          `show:approval:${intent.id}:${intent.version}:over`,
          intent.caseId,
          { kind: 'slack.show', subject: 'approval', id: intent.id },
          new Date(Date.parse(context.now) + (seconds + 1) * 1000).toISOString(),
        ),
      ];
};

/** Shows the newest state of a parcel in quarantine; one per version. */
export const showParcel = (context: Context, parcel: ParcelRecord): NewEffect =>
  effect(context, `show:parcel:${parcel.id}:${parcel.version}`, null, {
    kind: 'slack.show',
    subject: 'parcel',
    id: parcel.id,
  });

/** P35, A18: as long as goods that are not accepted are kept, and nobody has said whose it is. */
export const parcelUnmatched = (context: Context, parcel: ParcelRecord, days: number): NewEffect =>
  effect(
    context,
    `parcel-unmatched:${parcel.id}`,
    null,
    { kind: 'parcel.hold-over', parcelId: parcel.id, unmatched: days },
    new Date(Date.parse(context.now) + days * DAY_MS).toISOString(),
  );

/** Looks at it again when its days are over. Every hold has its own. */
export const parcelHoldOver = (context: Context, parcel: ParcelRecord, runAt: string): NewEffect =>
  effect(
    context,
    `parcel-hold-over:${parcel.id}:${parcel.version}`,
    null,
    { kind: 'parcel.hold-over', parcelId: parcel.id },
    runAt,
  );

/** Once an order and parcel: nobody is written to twice about one box, unless the mail did not reach them. */
export const askSender = (context: Context, parcel: ParcelRecord, orderId: string): NewEffect =>
  effect(context, `ask-sender:${parcel.id}:${orderId}:${parcel.askedAt}`, null, {
    kind: 'mail.ask-sender',
    parcelId: parcel.id,
    orderId,
  });

export const mail = (
  context: Context,
  caseId: string,
  template: EffectOf<'mail.send'>['template'],
  intentId: string | null = null,
  /** Where a case may send it more than once: what this one is about. */
  about: string | null = intentId,
): NewEffect =>
  effect(context, `mail:${caseId}:${template}${about === null ? '' : `:${about}`}`, caseId, {
    kind: 'mail.send',
    caseId,
    template,
    intentId,
  });

/**
 * P9, P12: the money was paid another way. Where it came back from the bank the customer has read already that it is on
 * its way, and what they read of the case stands: this tells of the refund alone.
 */
export const mailPaidByHand = (context: Context, { id, kind }: CaseRecord, before: RefundIntentRecord): NewEffect => ({
  ...effect(context, `mail:${id}:by-hand:${before.id}`, id, {
    kind: 'mail.send',
    caseId: id,
    template: kind === 'return' || before.state === 'settlement_failed' ? 'refund-made' : 'cancelled',
    intentId: before.id,
    byHand: true,
  }),
});

/** What is written once each time the case is opened. */
export const mailThisTime = (
  context: Context,
  { id, data }: CaseRecord,
  template: 'declined' | 'rma-issued' | 'return-cancelled',
): NewEffect => mail(context, id, template, null, data.reopened === undefined ? null : `again-${data.reopened}`);

/**
 * What was found of goods that came back, and whether they are paid for or exchanged: a result is written once each time
 * the case is opened, however often its amount is reckoned.
 */
export const mailResult = (
  context: Context,
  { id, data }: Readonly<{ id: string; data: ReturnData }>,
  units: readonly UnitRecord[],
): NewEffect => {
  const found = units
    .filter((unit) => unit.result !== null)
    .map((unit) => `${unit.id} ${unit.goods} ${unit.result}`)
    .sort();
  const result = JSON.stringify([data.reopened ?? 0, data.remedy, found]);
  return mail(context, id, 'test-result', null, createHash('sha256').update(result).digest('hex').slice(0, 16));
};

/** Keys of what moves money carry the version that was approved: stopped and approved anew is another one. */
export const cancelOrder = (
  context: Context,
  intent: RefundIntentRecord,
  reason: 'CUSTOMER' | 'INVENTORY',
  runAt?: string,
): NewEffect =>
  effect(
    context,
    `cancel-order:${intent.id}:${intent.version}`,
    intent.caseId,
    { kind: 'shopify.cancel-order', caseId: intent.caseId, intentId: intent.id, reason },
    runAt,
  );

export const cancelUnpaid = (context: Context, { id, version }: CaseRecord): NewEffect =>
  effect(context, `cancel-unpaid:${id}:${version}`, id, { kind: 'shopify.cancel-unpaid', caseId: id });

export const followCancel = (
  context: Context,
  caseId: string,
  intentId: string,
  jobResult: string | null,
  refundsBefore: readonly string[],
): NewEffect =>
  effect(context, `follow-cancel:${intentId}`, caseId, {
    kind: 'shopify.follow-cancel',
    caseId,
    intentId,
    jobResult,
    refundsBefore: [...refundsBefore],
  });

export const refundLines = (
  context: Context,
  intent: RefundIntentRecord,
  runAt?: string,
  restock: EffectOf<'shopify.refund-lines'>['restock'] = 'CANCEL',
): NewEffect =>
  effect(
    context,
    `refund-lines:${intent.id}:${intent.version}`,
    intent.caseId,
    { kind: 'shopify.refund-lines', caseId: intent.caseId, intentId: intent.id, restock },
    runAt,
  );

export const readReturnRequest = (context: Context, orderId: string, returnId: string): NewEffect =>
  effect(context, `read-return-request:${returnId}`, null, {
    kind: 'shopify.read-return-request',
    orderId,
    returnId,
  });

/** What a case has once each time it is opened: the key of the first is without a number. */
const again = ({ reopened }: CaseRecord['data']): string => (reopened === undefined ? '' : `:again-${reopened}`);

export const createReturn = (context: Context, caseId: string, data: CaseRecord['data']): NewEffect =>
  effect(context, `create-return:${caseId}${again(data)}`, caseId, { kind: 'shopify.create-return', caseId });

/** `returnId`: where another Return took the place of the first, it is told of the same parcel once more. */
export const recordTracking = (
  context: Context,
  caseId: string,
  number: string,
  returnId: string | null = null,
): NewEffect =>
  effect(context, `tracking:${caseId}:${number}${returnId === null ? '' : `:${returnId}`}`, caseId, {
    kind: 'shopify.record-tracking',
    caseId,
  });

export const compareMoney = (context: Context, intent: RefundIntentRecord): NewEffect =>
  effect(context, `compare:${intent.id}`, intent.caseId, {
    kind: 'shopify.compare-money',
    caseId: intent.caseId,
    intentId: intent.id,
  });

export const processReturn = (context: Context, intent: RefundIntentRecord, runAt?: string): NewEffect =>
  effect(
    context,
    `process-return:${intent.id}:${intent.version}`,
    intent.caseId,
    { kind: 'shopify.process-return', caseId: intent.caseId, intentId: intent.id },
    runAt,
  );

/** Once per version of the case: one that was opened again, or froze while it closed, is closed a second time. */
export const closeReturn = (context: Context, { id, version }: CaseRecord): NewEffect =>
  effect(context, `close-return:${id}:${version}`, id, { kind: 'shopify.close-return', caseId: id });

export const reopenReturn = (context: Context, { id, version }: CaseRecord): NewEffect =>
  effect(context, `reopen-return:${id}:${version}`, id, { kind: 'shopify.reopen-return', caseId: id });

/** Once per version of the case: chosen anew is another change. */
export const changeReturn = (context: Context, { id, version }: CaseRecord): NewEffect =>
  effect(context, `change-return:${id}:${version}`, id, { kind: 'shopify.change-return', caseId: id });

export const cancelReturn = (context: Context, { id, data }: CaseRecord): NewEffect =>
  effect(context, `cancel-return:${id}${again(data)}`, id, { kind: 'shopify.cancel-return', caseId: id });

/** Once per version of the case: asked again after a person looked is another asking. */
export const recall = (context: Context, record: CaseRecord): NewEffect =>
  effect(context, `recall:${record.id}:${record.version}`, record.id, { kind: 'shopify.recall', caseId: record.id });

export const readRecall = (context: Context, fulfillmentOrderId: string, key: string): NewEffect =>
  effect(context, `read-recall:${fulfillmentOrderId}:${key}`, null, {
    kind: 'shopify.read-recall',
    fulfillmentOrderId,
  });

export const readOrder = (context: Context, orderId: string, key: string): NewEffect =>
  effect(context, `read-order:${key}`, null, { kind: 'shopify.read-order', orderId });

/** Once per version of the case: held, released and held again are three. */
export const holdFulfillment = (context: Context, record: CaseRecord, part: 'short' | 'rest'): NewEffect =>
  effect(context, `hold:${record.id}:${part}:${record.version}`, record.id, {
    kind: 'shopify.hold-fulfillment',
    caseId: record.id,
    part,
  });

export const releaseHold = (context: Context, record: CaseRecord, part: 'all' | 'rest'): NewEffect =>
  effect(context, `release:${record.id}:${part}:${record.version}`, record.id, {
    kind: 'shopify.release-hold',
    caseId: record.id,
    part,
  });

export const checkStockOfVariant = (context: Context, caseId: string, variantId: string): NewEffect =>
  effect(context, `check-stock:${caseId}:${variantId}`, caseId, {
    kind: 'shopify.check-stock',
    inventoryItemId: null,
    variantId,
    confirm: false,
  });

/** One reading for all that changes within the same `everyMs`; it starts when they are over. */
export const checkStock = (context: Context, inventoryItemId: string, confirm: boolean, everyMs: number): NewEffect => {
  const turn = Math.floor(Date.parse(context.now) / everyMs);
  const runAt = new Date((turn + 1) * everyMs).toISOString();
  return effect(
    context,
    `check-stock:${inventoryItemId}:${confirm ? 'confirm' : 'look'}:${everyMs}:${turn}`,
    null,
    { kind: 'shopify.check-stock', inventoryItemId, variantId: null, confirm },
    runAt,
  );
};

/** One a minute at most, however often the button is pressed. */
export const testMail = (context: Context): NewEffect =>
  effect(context, `mail.test:${context.now.slice(0, 16)}`, null, { kind: 'mail.test' });

export const say = (context: Context, key: string, fields: Omit<EffectOf<'slack.say'>, 'kind'>): NewEffect =>
  effect(context, `say:${key}`, fields.caseId, { kind: 'slack.say', ...fields });
/** Once a day for one subject: services say it again, and a product is removed once. */
export const hintShortage = (
  context: Context,
  { about, id, because }: Pick<EffectOf<'shopify.hint-shortage'>, 'about' | 'id' | 'because'>,
): NewEffect =>
  effect(context, `hint-shortage:${about}:${id}:${context.now.slice(0, 10)}`, null, {
    kind: 'shopify.hint-shortage',
    about,
    id,
    because,
  });

export const readShop = (context: Context): NewEffect =>
  effect(context, `read-shop:${context.ids.id()}`, null, { kind: 'shopify.read-shop' });

/** A short reply in the thread of a parcel's card. */
export const sayOfParcel = (context: Context, key: string, parcel: ParcelRecord, text: string): NewEffect =>
  say(context, key, { channel: '', threadTs: '', text, caseId: null, orderId: null, parcelId: parcel.id });

/**
 * A short reply in the case's thread. A case that nobody of the staff opened has the thread that its own card started:
 * where that is is known only when the reply is sent.
 * @param mention  Slack's ids of whom it calls
 */
export const sayInCase = (
  context: Context,
  key: string,
  record: CaseRecord,
  text: string,
  mention: readonly string[] = [],
): readonly NewEffect[] =>
  record.thread === null && !startsThread(record)
    ? []
    : [
        say(context, key, {
          channel: record.thread?.channel ?? '',
          threadTs: record.thread?.ts ?? '',
          text,
          ...(mention.length === 0 ? {} : { mention: [...mention] }),
          caseId: record.id,
          orderId: null,
        }),
      ];
/** So long a reply waits for what else comes of the same step: what was found, and what was paid for it. */
const TELL_AFTER_MS = 3_000;

/** The news of a case in its thread. Several that come together are one reply. @param entries  their ids */
export const tellCase = (context: Context, record: CaseRecord, entries: readonly string[]): readonly NewEffect[] =>
  record.thread === null && !startsThread(record)
    ? []
    : [
        effect(
          context,
          `tell:${entries[0]}`,
          record.id,
          { kind: 'slack.tell', caseId: record.id, entries: [...entries] },
          new Date(Date.parse(context.now) + TELL_AFTER_MS).toISOString(),
        ),
      ];

/** One export of each kind of step for one start. */
export const startExport = (context: Context, startedAt: string): NewEffect =>
  effect(context, `start-export:${startedAt}`, null, { kind: 'shopify.start-export', startedAt });

export const watchExport = (context: Context, startedAt: string, operation: string): NewEffect =>
  effect(context, `watch-export:${operation}`, null, { kind: 'shopify.watch-export', startedAt, operation });

export const takeExport = (context: Context, startedAt: string, operation: string): NewEffect =>
  effect(context, `take-export:${operation}`, null, { kind: 'shopify.take-export', startedAt, operation });

/** `turn`: a request that waits is worked on more than once. */
export const privacyWork = (
  context: Context,
  kind: 'privacy.find' | 'privacy.forget' | 'privacy.empty',
  requestId: string,
  turn = 'first',
): NewEffect => effect(context, `${kind}:${requestId}:${turn}`, null, { kind, requestId });

export const digest = (context: Context, date: string): NewEffect =>
  effect(context, `digest:${date}`, null, { kind: 'slack.digest', date });

/** Waited for company before a list of new cases is posted or renewed. */
const FOLD_EVERY_MS = 10_000;
/** Cases of so long a time stand in one list. */
const FOLD_TOGETHER_MS = 5 * 60_000;

/** One list for all that comes within the same seconds; it is posted when they are over. */
export const foldCards = (context: Context): NewEffect => {
  const now = Date.parse(context.now);
  const turn = Math.floor(now / FOLD_EVERY_MS);
  const digest = new Date(now - (now % FOLD_TOGETHER_MS)).toISOString().slice(0, 16);
  const runAt = new Date((turn + 1) * FOLD_EVERY_MS).toISOString();
  return effect(context, `fold:${turn}`, null, { kind: 'slack.fold', digest }, runAt);
};

export const forgetSlack = (context: Context, team: string): NewEffect =>
  effect(context, `forget-slack:${context.ids.id()}`, null, { kind: 'slack.forget', team });

export const forgetTokens = (context: Context): NewEffect =>
  effect(context, `forget-tokens:${context.ids.id()}`, null, { kind: 'shopify.forget-tokens' });
