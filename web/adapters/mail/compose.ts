import type { ReturnData } from '../../../policy/app/records.ts';
import { BACKORDER_DATA } from './compose-backorder.ts';
import { RETURN_DATA } from './compose-returns.ts';
import { showDeadline } from './dates.ts';
import { drawLabelSheet, paperOf } from './label-sheet.ts';
import { base, itemsOf, type Lines, type MailInput, newestDecision, returnOf, rmaOf, titleOf } from './mail-input.ts';
import { type MailData, type MailTemplate, renderMail } from './render.ts';
import type { RmaIssuedData } from './templates/rma-issued.ts';

export type { MailInput } from './mail-input.ts';

export type ComposedMail = Readonly<{
  subject: string;
  text: string;
  html: string;
  attachments: readonly Readonly<{ filename: string; content: Uint8Array; contentType: string }>[];
}>;

/** Writes one mail of a case. @throws Error where the case lacks what the mail is about: a defect, not a refusal */
export const composeMail = async (template: MailTemplate, input: MailInput): Promise<ComposedMail> => {
  if (template !== 'rma-issued') {
    return { ...(await renderMail(template, DATA[template](input) as MailData[typeof template])), attachments: [] };
  }
  const data = rmaIssued(input);
  const sheet = await drawLabelSheet({
    rma: data.rma,
    orderName: data.orderName,
    shopName: data.shop.name,
    from: input.contact.name,
    returnAddress: data.returnAddress,
    lastDay: data.deadline === null ? null : showDeadline(data.deadline),
    items: data.items,
    paper: paperOf(input.detail.order.shipTo ?? input.detail.shop.country),
  });
  const filename = `return-label-${data.rma}.pdf`;
  return {
    ...(await renderMail('rma-issued', data)),
    attachments: [{ filename, content: sheet, contentType: 'application/pdf' }],
  };
};

const isDefective = ({ detail }: MailInput): boolean =>
  detail.case.data.kind === 'return' && detail.case.data.reason === 'defective';

/** What the case is about: named by line, or its units, counted by line. */
const linesOfCase = ({ detail }: MailInput): Lines => {
  if (detail.case.data.kind !== 'return' && detail.case.data.lines !== null) return detail.case.data.lines;
  const counts = new Map<string, number>();
  for (const { lineItemId } of detail.units) counts.set(lineItemId, (counts.get(lineItemId) ?? 0) + 1);
  return [...counts].map(([lineItemId, quantity]) => ({ lineItemId, quantity }));
};

const cancelled = (input: MailInput): MailData['cancelled'] => {
  const { detail, intent } = input;
  return {
    ...base(input),
    because: detail.case.kind === 'backorder' ? 'out-of-stock' : 'asked',
    items: detail.order.cancelledAt === null ? itemsOf(input, linesOfCase(input)) : null,
    refund: intent?.breakdown ?? null,
  };
};

const tooLate = (input: MailInput): MailData['too-late'] => {
  const decision = newestDecision(input, ({ action }) => action === 'offer_return');
  return { ...base(input), estimate: decision?.estimate ?? null, clauses: decision?.clauses ?? ['P12', 'P13', 'P14'] };
};

/** Who pays is P12's and P26's answer, except where the mistake was ours (P16). */
const OUR_MISTAKES: ReadonlySet<ReturnData['reason']> = new Set(['wrong_item_sent', 'missing_item']);

const rmaIssued = (input: MailInput): RmaIssuedData => {
  const data = returnOf(input);
  if (data.rma === null) throw new Error(`case ${input.detail.case.id} has no RMA number yet`);
  return {
    ...base(input),
    rma: data.rma.number,
    items: itemsOf(input, data.lines),
    returnAddress: input.detail.shop.returnAddress,
    deadline: data.rma.deadline,
    isDefective: isDefective(input),
    postage: data.returnPostage?.paidBy ?? (OUR_MISTAKES.has(data.reason) ? 'merchant' : 'customer'),
    estimate: newestDecision(input, ({ estimate }) => estimate !== null)?.estimate ?? null,
  };
};

const parcelReceived = (input: MailInput): MailData['parcel-received'] => ({
  ...base(input),
  rma: rmaOf(input),
  isDefective: isDefective(input),
});

const refundMade = (input: MailInput): MailData['refund-made'] => {
  const { intent, detail } = input;
  if (intent === null) throw new Error(`case ${detail.case.id}: a mail about a refund needs the refund`);
  const decision = newestDecision(input, ({ refund }) => refund?.total === intent.breakdown.total);
  return {
    ...base(input),
    rma: rmaOf(input),
    refund: intent.breakdown,
    clauses: decision?.clauses ?? [],
    notAccepted: (decision?.units ?? [])
      .filter(({ outcome }) => outcome === 'rejected')
      .map(({ lineItemId, quantity, clause }) => ({
        title: titleOf(detail.order.lines.find(({ id }) => id === lineItemId)).title,
        quantity,
        clause,
      })),
  };
};

const DATA: { readonly [T in Exclude<MailTemplate, 'rma-issued'>]: (input: MailInput) => MailData[T] } = {
  cancelled,
  'too-late': tooLate,
  'parcel-received': parcelReceived,
  'refund-made': refundMade,
  ...RETURN_DATA,
  ...BACKORDER_DATA,
};
