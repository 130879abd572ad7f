import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { RefundIntentRecord, ReturnData } from '../../../policy/app/records.ts';
import type { Decision } from '../../../policy/decision.ts';
import type { LineFacts, OrderContact } from '../../../policy/facts/order-facts.ts';
import type { MailBase, MailItem } from './blocks.ts';

/** A case as it stands when the mail is written. */
export type MailInput = Readonly<{
  detail: CaseDetail;
  contact: OrderContact;
  intent: RefundIntentRecord | null;
  now: string;
  /** Page on which the customer answers; for mails that ask. */
  answerUrl?: string | null;
}>;

export const base = ({ detail, contact }: MailInput): MailBase => ({
  shop: { name: detail.shop.name, contactEmail: detail.shop.contactEmail },
  customerName: contact.name,
  orderName: detail.case.orderName,
});

export const returnOf = ({ detail }: MailInput): ReturnData => {
  if (detail.case.data.kind === 'return') return detail.case.data;
  throw new Error(`case ${detail.case.id} is a ${detail.case.data.kind} and no return`);
};

export const rmaOf = ({ detail }: MailInput): string | null =>
  detail.case.data.kind === 'return' ? (detail.case.data.rma?.number ?? null) : null;

export const titleOf = (line: LineFacts | undefined): Pick<MailItem, 'title' | 'detail'> => ({
  title: line?.title ?? 'Item',
  detail: [line?.variantTitle, line?.sku].filter(Boolean).join(' · ') || null,
});

export type Lines = readonly Readonly<{ lineItemId: string; quantity: number }>[];

export const itemsOf = ({ detail }: MailInput, lines: Lines): MailItem[] =>
  lines.map(({ lineItemId, quantity }) => ({
    ...titleOf(detail.order.lines.find(({ id }) => id === lineItemId)),
    quantity,
  }));

/** The newest decision of the case that `fits`, else the newest of all. */
export const newestDecision = ({ detail }: MailInput, fits: (decision: Decision) => boolean): Decision | null => {
  const newestFirst = [...detail.decisions].sort((a, b) => b.at.localeCompare(a.at)).map(({ decision }) => decision);
  return newestFirst.find(fits) ?? newestFirst[0] ?? null;
};
