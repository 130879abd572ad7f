import type { LinkPurpose } from '../../../policy/app/links.ts';
import type { MailLook } from '../../../policy/app/mail-look.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { CaseRecord, RefundIntentRecord, ReturnData } from '../../../policy/app/records.ts';
import { deadlineAfter } from '../../../policy/days/deadline.ts';
import { zoneOf } from '../../../policy/decide/context.ts';
import { type WayBack, wayBackOf } from '../../../policy/decide/way-back.ts';
import type { Deadline, Decision } from '../../../policy/decision.ts';
import type { LineFacts, OrderContact } from '../../../policy/facts/order-facts.ts';
import type { Settings } from '../../../policy/settings.ts';
import { showDeadline } from '../../../policy/texts/customer/dates.ts';
import { createWords, languageOf, type Words } from '../../../policy/texts/customer/index.ts';
import type { MailBase, MailItem } from './blocks.ts';

/** A case as it stands when the mail is written. */
export type MailInput = Readonly<{
  detail: CaseDetail;
  contact: OrderContact;
  intent: RefundIntentRecord | null;
  now: string;
  look: MailLook;
  settings: Settings;
  /** Pages on which the customer does one thing each; for mails that ask. */
  links: Readonly<Partial<Record<LinkPurpose, string>>>;
  /** Cases of the same order that are open, for mails about what of it can be sent. */
  openCases?: readonly CaseRecord[];
  /** The money went another way than back through Shopify. */
  byHand?: boolean;
}>;

/** In the language of the order, or the one that the shop writes to everybody in. */
export const wordsOf = ({
  look,
  contact,
  detail,
}: Pick<MailInput, 'look' | 'contact'> & Readonly<{ detail?: Pick<CaseDetail, 'shop'> }>): Words =>
  createWords(
    look.language === 'customer' ? languageOf(contact.locale) : look.language,
    look.texts,
    detail?.shop.currency,
  );

/** The shop as its mails show it. */
export const shopOf = (shop: Readonly<{ name: string; contactEmail: string }>, look: MailLook): MailBase['shop'] => ({
  name: shop.name,
  contactEmail: look.replyTo ?? shop.contactEmail,
  accent: look.accent,
  hasLogo: look.logo !== null,
});

export const base = (input: MailInput): MailBase => ({
  shop: shopOf(input.detail.shop, input.look),
  words: wordsOf(input),
  customerName: input.contact.name,
  orderName: input.detail.case.orderName,
});

/** The end of the local day that is `days` after an instant, where the shop counts days. */
export const dayAfter = ({ detail, settings }: MailInput, instant: string, days: number): Deadline =>
  deadlineAfter(Date.parse(instant), days, zoneOf(settings, detail.shop));

/** The end of the day `days` after today, as a date to read, with its zone. */
export const dayFromNow = (input: MailInput, days: number): string =>
  showDeadline(dayAfter(input, input.now, days), wordsOf(input));

export const returnOf = ({ detail }: MailInput): ReturnData => {
  if (detail.case.data.kind === 'return') return detail.case.data;
  throw new Error(`case ${detail.case.id} is a ${detail.case.data.kind} and no return`);
};

export const isDefective = ({ detail }: MailInput): boolean =>
  detail.case.data.kind === 'return' && detail.case.data.reason === 'defective';

/** Who pays for the way back, as it was when the number was issued. */
export const returnsBy = (input: MailInput): WayBack => {
  const { judged, reason, rma, returnPostage } = returnOf(input);
  const { order, shop } = input.detail;
  return wayBackOf(
    { order, shop, settings: input.settings, ...(judged === undefined ? {} : { judged }) },
    reason,
    Date.parse(rma?.issuedAt ?? input.now),
    returnPostage,
  );
};

/** P38, A20: not where we bear the cost or the label is ours, nor where the merchant bears every loss. */
export const isTheirRisk = (input: MailInput): boolean =>
  returnsBy(input).paidBy === 'customer' && input.settings.returnRisk !== 'merchant';

/** Whether the money of this mail went another way than it came: no refund in Shopify stands for it. */
export const isPaidAnotherWay = ({ intent, byHand }: MailInput): boolean =>
  intent !== null && intent.breakdown.total > 0 && (byHand === true || intent.shopifyRefundId === null);

/** A11: whether the last day of a return is that of handing it over. */
export const isBySending = ({ settings }: Pick<MailInput, 'settings'>): boolean =>
  settings['deadline.basis'] !== 'received';

/** P16: mistakes that are the merchant's, whose postage is the merchant's too. */
export const OUR_MISTAKES: ReadonlySet<ReturnData['reason']> = new Set(['wrong_item_sent', 'missing_item']);

export const rmaOf = ({ detail }: MailInput): string | null =>
  detail.case.data.kind === 'return' ? (detail.case.data.rma?.number ?? null) : null;

/** The number, for mails that are about one. */
export const issuedRmaOf = (input: MailInput): string => {
  const rma = rmaOf(input);
  if (rma === null) throw new Error(`case ${input.detail.case.id} has no RMA number`);
  return rma;
};

export const titleOf = (line: LineFacts | undefined, words: Words): Pick<MailItem, 'title' | 'detail'> => ({
  title: line?.title ?? words.say('sheet.item'),
  detail: [line?.variantTitle, line?.sku].filter(Boolean).join(' · ') || null,
});

export type Lines = readonly Readonly<{ lineItemId: string; quantity: number }>[];

export const itemsOf = (input: MailInput, lines: Lines): MailItem[] =>
  lines.map(({ lineItemId, quantity }) => ({
    ...titleOf(
      input.detail.order.lines.find(({ id }) => id === lineItemId),
      wordsOf(input),
    ),
    quantity,
  }));

/** The newest decision of the case that `fits`, else the newest of all. */
export const newestDecision = ({ detail }: MailInput, fits: (decision: Decision) => boolean): Decision | null => {
  const newestFirst = [...detail.decisions].sort((a, b) => b.at.localeCompare(a.at)).map(({ decision }) => decision);
  return newestFirst.find(fits) ?? newestFirst[0] ?? null;
};
