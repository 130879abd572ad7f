import { ANSWER_DAYS, ANSWER_DUE } from '../../../policy/app/answer-days.ts';
import { notAccepted } from '../../../policy/app/not-accepted.ts';
import { resolveSettings } from '../../../policy/settings.ts';
import { showDeadline, showInstant } from '../../../policy/texts/customer/dates.ts';
import type { CustomerWord } from '../../../policy/texts/customer/index.ts';
import {
  base,
  dayAfter,
  dayFromNow,
  isBySending,
  issuedRmaOf,
  isTheirRisk,
  itemsOf,
  type MailInput,
  newestDecision,
  OUR_MISTAKES,
  returnOf,
  rmaOf,
  titleOf,
  wordsOf,
} from './mail-input.ts';
import type { MailData, MailTemplate } from './render.ts';
import type { RejectedGoods } from './templates/rejected-goods.ts';
import type { RequestData } from './templates/request.ts';

type OfRequests = Extract<
  MailTemplate,
  | 'request-received'
  | 'photos-wanted'
  | 'photos-reminder'
  | 'troubleshooting'
  | 'solved'
  | 'tracking-wanted'
  | 'tracking-noted'
  | 'parcel-lost'
  | 'test-result'
  | 'exchange-shipped'
>;

const request = (input: MailInput): RequestData => {
  const { data, number } = input.detail.case;
  return {
    ...base(input),
    caseNumber: number,
    items: itemsOf(input, data.lines ?? []),
  };
};

/** The day on whose morning staff are told that it is the last one. */
const answerBy = (input: MailInput): string => {
  const due = input.detail.deadlines.find((one) => one.kind === ANSWER_DUE && one.state === 'open')?.dueAt;
  return due === undefined ? dayFromNow(input, ANSWER_DAYS) : showDeadline(dayAfter(input, due, 0), wordsOf(input));
};

const photos = (input: MailInput): MailData['photos-wanted'] => {
  const { reason } = returnOf(input);
  const open = input.detail.deadlines
    .filter((one) => one.kind === 'photos-due' && one.state === 'open')
    .map((one) => one.dueAt)
    .sort()
    .at(-1);
  return {
    ...request(input),
    count: photosNeeded(input, reason),
    answerBy: showInstant(open ?? input.now, input.detail.shop.timeZone, wordsOf(input)),
    photosUrl: input.links.photos ?? null,
  };
};

const photosNeeded = ({ settings }: MailInput, reason: string): number => {
  const needed = (settings as Readonly<Record<string, unknown>>)[`evidence.minPhotos.${reason}`];
  return typeof needed === 'number' && needed > 0 ? needed : 1;
};

const tracking = (input: MailInput): MailData['tracking-noted'] => {
  const told = returnOf(input).tracking;
  if (told === null) throw new Error(`case ${input.detail.case.id}: no tracking number was told`);
  return { ...base(input), rma: issuedRmaOf(input), number: told.number, carrier: told.carrier, site: told.url };
};

const lossOf = (input: MailInput): MailData['parcel-lost']['lossOf'] => {
  const { lost } = returnOf(input);
  return (lost?.ours ?? lost?.labelBy === 'merchant') ? 'merchant' : 'customer';
};

/** What becomes of goods that are here and were not accepted, as it holds for the first one's product. */
export const rejectedOf = (input: MailInput): RejectedGoods | null => {
  const { detail, settings } = input;
  const first = notAccepted(detail.case, detail.units)[0];
  if (first === undefined) return null;
  const productId = detail.order.lines.find(({ id }) => id === first.lineItemId)?.productId ?? null;
  const own = resolveSettings(settings, { productId });
  // Staff look at them on the morning after the last day, which stays as the first mail named it.
  const due = detail.deadlines.find((one) => one.kind === 'rejected-goods' && one.state === 'open')?.dueAt;
  const until =
    due === undefined
      ? dayFromNow(input, own['rejectedGoods.holdDays'])
      : showDeadline(dayAfter(input, due, -1), wordsOf(input));
  return { how: own.rejectedGoods, until };
};

/** What the test found, counted by line and finding. */
const testResult = (input: MailInput): MailData['test-result'] => {
  const { detail } = input;
  const words = wordsOf(input);
  const counts = new Map<string, { lineItemId: string; word: CustomerWord; quantity: number }>();
  for (const unit of detail.units) {
    if (unit.result === null) continue;
    const word: CustomerWord =
      unit.goods === 'accepted_defective' ? 'result.accepted_defective' : `result.${unit.result}`;
    const key = `${unit.lineItemId} ${word}`;
    counts.set(key, { lineItemId: unit.lineItemId, word, quantity: (counts.get(key)?.quantity ?? 0) + 1 });
  }
  const { remedy } = returnOf(input);
  // What is taken off may be all of it.
  const isNothing = detail.intents.findLast(({ state }) => state !== 'superseded')?.breakdown.total === 0;
  const pays = detail.units.some((unit) => unit.money === 'proposed');
  const decision = newestDecision(input, ({ verdict }) => verdict === 'granted');
  return {
    ...base(input),
    rma: rmaOf(input),
    items: [...counts.values()].map(({ lineItemId, word, quantity }) => ({
      title: titleOf(
        detail.order.lines.find(({ id }) => id === lineItemId),
        words,
      ).title,
      detail: words.say(word),
      quantity,
    })),
    next: !pays ? 'open' : remedy === 'refund' && isNothing ? 'nothing' : remedy,
    rejected: rejectedOf(input),
    clauses: decision?.clauses ?? ['P24'],
  };
};

/** What left for this customer in exchange, which may be less than was asked for, and the newest parcel that it is in. */
const exchangeShipped = (input: MailInput): MailData['exchange-shipped'] => {
  const { parcel, rma, shipFirst, lines, exchange } = returnOf(input);
  const inExchange = new Set(exchange?.lineItemIds ?? []);
  const parcels = [...input.detail.order.fulfillments]
    .filter(({ status }) => status === 'success')
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const holding = parcels.filter((one) => one.lines.some(({ lineItemId }) => inExchange.has(lineItemId)));
  const newest = (holding.length === 0 ? parcels : holding).at(-1);
  const sent = [...inExchange].flatMap((lineItemId) => {
    const found = holding.flatMap((one) => one.lines).filter((line) => line.lineItemId === lineItemId);
    const quantity = found.reduce((sum, line) => sum + line.quantity, 0);
    return quantity === 0 ? [] : [{ lineItemId, quantity }];
  });
  return {
    ...base(input),
    rma: rmaOf(input),
    items: itemsOf(input, sent.length === 0 ? lines : sent),
    clauses: OUR_MISTAKES.has(returnOf(input).reason) ? ['P16', 'P17'] : ['P17'],
    // Goods whose RMA has no last day are waited for until they are here.
    bySending: rma?.deadline != null && isBySending(input),
    back: parcel === null ? (rma?.deadline ?? shipFirst?.backBy ?? null) : null,
    tracking: (newest?.tracking ?? []).map(({ number, company, url }) => ({ number, carrier: company, site: url })),
  };
};

export const REQUEST_DATA: { readonly [T in OfRequests]: (input: MailInput) => MailData[T] } = {
  'request-received': (input) => ({
    ...request(input),
    answerBy: answerBy(input),
    links: { case: input.links.case, withdraw: input.links.withdraw },
  }),
  'photos-wanted': photos,
  'photos-reminder': photos,
  troubleshooting: (input) => ({ ...request(input), checklistUrl: input.links.checklist ?? null }),
  solved: request,
  'tracking-wanted': (input) => ({
    ...base(input),
    rma: issuedRmaOf(input),
    deadline: returnOf(input).rma?.deadline ?? null,
    theirRisk: isTheirRisk(input),
    bySending: isBySending(input),
    trackingUrl: input.links.tracking ?? null,
  }),
  'tracking-noted': tracking,
  'parcel-lost': (input) => ({
    ...base(input),
    rma: issuedRmaOf(input),
    lossOf: lossOf(input),
  }),
  'test-result': testResult,
  'exchange-shipped': exchangeShipped,
};
