import type { BackorderData } from '../../../policy/app/records.ts';
import { ledgerOf } from '../../../policy/decide/ledger.ts';
import { showDay, showInstant } from '../../../policy/texts/customer/dates.ts';
import { base, itemsOf, type MailInput } from './mail-input.ts';
import type { MailData, MailTemplate } from './render.ts';
import type { ShortageData } from './templates/out-of-stock.ts';

type OfBackorders = Extract<MailTemplate, 'out-of-stock' | `backorder-${string}`>;

const backorderOf = ({ detail }: MailInput): BackorderData => {
  if (detail.case.data.kind === 'backorder') return detail.case.data;
  throw new Error(`case ${detail.case.id} is a ${detail.case.data.kind} and nothing of it is out of stock`);
};

const shortage = (input: MailInput): ShortageData => {
  const data = backorderOf(input);
  const own = base(input);
  return {
    ...own,
    items: itemsOf(input, data.lines),
    eta: data.eta === null ? null : showDay(data.eta, own.words),
  };
};

/** What else of the order is out of stock: a line is in one shortage at a time. */
const alsoShort = ({ detail, openCases = [] }: MailInput): BackorderData['lines'] =>
  openCases.flatMap(({ id, data }) => (data.kind === 'backorder' && id !== detail.case.id ? data.lines : []));

/** Whether something of the order beside what is short has not left yet. */
const isPartial = (input: MailInput): boolean => {
  const lines = [...backorderOf(input).lines, ...alsoShort(input)];
  const short = new Map(lines.map((line) => [line.lineItemId, line.quantity]));
  const ledger = ledgerOf(input.detail.order, { 'shippedOut.event': 'fulfillment_created' });
  return ledger.lines.some(({ line, unshipped }) => unshipped > (short.get(line.id) ?? 0));
};

const outOfStock = (input: MailInput): MailData['out-of-stock'] => {
  const { detail, now } = input;
  const url = input.links['backorder-answer'];
  const due = detail.deadlines.find((one) => one.kind === 'backorder-response' && one.state === 'open')?.dueAt ?? now;
  const own = shortage(input);
  return {
    ...own,
    again: (backorderOf(input).round ?? 1) > 1,
    restReady: isPartial(input) && alsoShort(input).length === 0,
    answerBy: showInstant(due, detail.shop.timeZone, own.words),
    links: url === undefined ? null : { wait: `${url}?answer=wait`, refund: `${url}?answer=refund` },
  };
};

export const BACKORDER_DATA: { readonly [T in OfBackorders]: (input: MailInput) => MailData[T] } = {
  'out-of-stock': outOfStock,
  'backorder-reminder': outOfStock,
  'backorder-waiting': (input) => ({
    ...shortage(input),
    waitsWhole: backorderOf(input).choice === 'wait-all',
    partial: isPartial(input),
    answerUrl: input.links['backorder-answer'] ? `${input.links['backorder-answer']}?answer=refund` : null,
  }),
  'backorder-new-date': shortage,
  'backorder-ships': (input) => ({ ...shortage(input), waited: backorderOf(input).consent != null }),
  'backorder-discontinued': shortage,
};
