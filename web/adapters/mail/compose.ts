import { testDaysOf } from '../../../policy/app/test-days.ts';
import { resolveSettings } from '../../../policy/settings.ts';
import { showDeadline } from '../../../policy/texts/customer/dates.ts';
import { LOGO_CID, type MailItem } from './blocks.ts';
import { BACKORDER_DATA } from './compose-backorder.ts';
import { REQUEST_DATA } from './compose-requests.ts';
import { RETURN_DATA } from './compose-returns.ts';
import { drawLabelSheet, paperOf } from './label-sheet.ts';
import {
  base,
  dayFromNow,
  isBySending,
  isDefective,
  isPaidAnotherWay,
  isTheirRisk,
  itemsOf,
  type Lines,
  type MailInput,
  newestDecision,
  returnOf,
  returnsBy,
  rmaOf,
  titleOf,
  wordsOf,
} from './mail-input.ts';
import { MAIL_TEMPLATES, type MailData, type MailTemplate, renderMail } from './render.ts';
import type { RmaIssuedData } from './templates/rma-issued.ts';

export type { MailInput } from './mail-input.ts';

/** Mails of a case; the one about a parcel that nobody knows is written apart. */
export type CaseTemplate = Exclude<MailTemplate, 'parcel-unmarked'>;

export type ComposedMail = Readonly<{
  subject: string;
  text: string;
  html: string;
  attachments: readonly Readonly<{
    filename: string;
    content: Uint8Array;
    contentType: string;
    /** Shown inside the mail, where it says so. */
    cid?: string;
  }>[];
}>;

/** Writes one mail of a case. @throws Error where the case lacks what the mail is about: a defect, not a refusal */
export const composeMail = async (template: CaseTemplate, input: MailInput): Promise<ComposedMail> => {
  const logo = logoOf(input);
  if (template !== 'rma-issued')
    return { ...(await renderMail(template, DATA[template](input) as MailData[typeof template])), attachments: logo };
  return { ...(await renderMail('rma-issued', rmaIssued(input))), attachments: [await labelOf(input), ...logo] };
};

export const logoOf = ({ look: { logo } }: Pick<MailInput, 'look'>): ComposedMail['attachments'] =>
  logo === null
    ? []
    : [
        {
          filename: `logo.${logo.mimetype.slice('image/'.length)}`,
          content: logo.bytes,
          contentType: logo.mimetype,
          cid: LOGO_CID,
        },
      ];

/** The sheet to print, on the paper of where it is printed. @throws Error where no number was issued */
export const labelOf = async (input: MailInput): Promise<ComposedMail['attachments'][number]> => {
  const data = rmaIssued(input);
  const content = await drawLabelSheet({
    rma: data.rma,
    orderName: data.orderName,
    shopName: data.shop.name,
    from: input.contact.name,
    returnAddress: data.returnAddress,
    bySending: data.bySending,
    theirRisk: data.theirRisk,
    lastDay: data.deadline === null ? null : showDeadline(data.deadline, data.words),
    items: returnOf(input).lines.map((line, index) => ({
      ...(data.items[index] as MailItem),
      components: componentsOf(input, line.lineItemId),
    })),
    paper: paperOf(input.detail.order.shipTo ?? input.detail.shop.country),
    words: data.words,
  });
  return { filename: `return-label-${data.rma}.pdf`, content, contentType: 'application/pdf' };
};

/** P32: the parts of a product that the merchant has named. */
const componentsOf = ({ detail, settings }: MailInput, lineItemId: string): readonly string[] => {
  const productId = detail.order.lines.find(({ id }) => id === lineItemId)?.productId ?? null;
  return Object.keys(resolveSettings(settings, { productId })['component.prices']);
};

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
    paidAnotherWay: isPaidAnotherWay(input),
  };
};

const tooLate = (input: MailInput): MailData['too-late'] => {
  const decision = newestDecision(input, ({ action }) => action === 'offer_return');
  return { ...base(input), estimate: decision?.estimate ?? null, clauses: decision?.clauses ?? ['P12', 'P13', 'P14'] };
};

const rmaIssued = (input: MailInput): RmaIssuedData => {
  const data = returnOf(input);
  if (data.rma === null) throw new Error(`case ${input.detail.case.id} has no RMA number yet`);
  return {
    ...base(input),
    rma: data.rma.number,
    items: itemsOf(input, data.lines),
    returnAddress: input.detail.shop.returnAddress,
    deadline: data.rma.deadline,
    bySending: isBySending(input),
    isDefective: isDefective(input),
    unmarked: input.settings.unmarkedParcel,
    wayBack: returnsBy(input),
    theirRisk: isTheirRisk(input),
    // A sum that Shopify reckons otherwise is looked at by a person before anybody is told it.
    estimate:
      data.preview == null ? (newestDecision(input, ({ estimate }) => estimate !== null)?.estimate ?? null) : null,
    links: input.links,
  };
};

const parcelReceived = (input: MailInput): MailData['parcel-received'] => {
  const days = testDaysOf(input.settings, input.detail.order, returnOf(input).lines);
  return {
    ...base(input),
    rma: rmaOf(input),
    isDefective: isDefective(input),
    answerBy: days === null ? null : dayFromNow(input, days),
  };
};

const refundMade = (input: MailInput): MailData['refund-made'] => {
  const { intent, detail } = input;
  if (intent === null) throw new Error(`case ${detail.case.id}: a mail about a refund needs the refund`);
  const decision = newestDecision(input, ({ refund }) => refund?.total === intent.breakdown.total);
  return {
    ...base(input),
    rma: rmaOf(input),
    refund: intent.breakdown,
    paidAnotherWay: isPaidAnotherWay(input),
    clauses: decision?.clauses ?? [],
    notAccepted: (decision?.units ?? [])
      .filter(({ outcome }) => outcome === 'rejected')
      .map(({ lineItemId, quantity, clause }) => ({
        title: titleOf(
          detail.order.lines.find(({ id }) => id === lineItemId),
          wordsOf(input),
        ).title,
        quantity,
        clause,
      })),
  };
};

const DATA: { readonly [T in Exclude<CaseTemplate, 'rma-issued'>]: (input: MailInput) => MailData[T] } = {
  cancelled,
  'too-late': tooLate,
  'parcel-received': parcelReceived,
  'parcel-identified': parcelReceived,
  'refund-made': refundMade,
  ...REQUEST_DATA,
  ...RETURN_DATA,
  ...BACKORDER_DATA,
};

/** Mails of a case, in the order in which a case has them. */
export const CASE_TEMPLATES: readonly CaseTemplate[] = MAIL_TEMPLATES.filter(
  (name): name is CaseTemplate => name !== 'parcel-unmarked',
);
