import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { BackorderData } from '../../../policy/app/records.ts';
import { ledgerOf } from '../../../policy/decide/ledger.ts';
import type { BackorderState } from '../../../policy/machines/backorder.ts';
import type { Settings } from '../../../policy/settings.ts';
import type { Choice, CustomerPage } from './page.ts';

export type Answer = 'wait' | 'refund';
type PartialChoice = Settings['oos.partial.choices'][number];

const WHOLE: readonly Choice[] = [
  { label: 'I’ll wait', value: 'wait', hint: 'It ships as soon as it is in stock again.' },
  { label: 'Refund me', value: 'refund', hint: 'You get back in full what you paid for it.' },
];

const PARTIAL: Readonly<Record<PartialChoice, Choice>> = {
  'ship-rest': {
    label: 'I’ll wait, send me the rest now',
    value: 'wait:ship-rest',
    hint: 'Two parcels, no extra cost.',
  },
  'wait-all': { label: 'I’ll wait, send everything together', value: 'wait:wait-all', hint: null },
  'refund-part': { label: 'Refund me this, send me the rest', value: 'refund:refund-part', hint: null },
  'cancel-all': {
    label: 'Refund me the whole order',
    value: 'refund:cancel-all',
    hint: 'Everything that has not been sent yet.',
  },
};

/** What stands on the page of a shortage, as the case stands. `preferred`: the button that was pressed in the mail. */
export const backorderPage = (detail: CaseDetail, settings: Settings, preferred: Answer | null): CustomerPage => {
  const data = detail.case.data as BackorderData;
  const shop = { name: detail.shop.name, contactEmail: detail.shop.contactEmail };
  const about = { shop, items: itemsOf(detail, data) };
  const order = detail.case.orderName;
  const state = detail.case.state as BackorderState;
  switch (state) {
    case 'new':
    case 'detected':
    case 'customer_notified':
    case 'needs_agent':
      if (data.answer === 'refund')
        return {
          ...about,
          title: 'We look after your refund',
          paragraphs: [
            `You asked for your money back for order ${order}. Somebody looks after it, and we write to you.`,
          ],
        };
      return {
        ...about,
        title: 'Out of stock: what would you like?',
        paragraphs: [`We are sorry: this from order ${order} is out of stock.`, expected(data)],
        choices: choicesOf(detail, data, settings, preferred),
        ...(dueOf(detail) === null
          ? {}
          : { note: `Without an answer by ${dueOf(detail)} we refund in full what we can't send.` }),
      };
    case 'waiting':
      return {
        ...about,
        title: 'Thank you for waiting',
        paragraphs: [
          `You wait for this from order ${order}. It ships as soon as it is in stock again.`,
          expected(data),
        ],
        choices: [{ label: 'I changed my mind: refund me', value: 'refund', hint: null }],
      };
    case 'refunding':
      return {
        ...about,
        title: 'Your refund is being made',
        paragraphs: [
          `You get your money back for this from order ${order}. We write to you as soon as it is on its way.`,
        ],
      };
    case 'refunded':
      return {
        ...about,
        title: 'Your refund is on its way',
        paragraphs: [`We have paid you back for this from order ${order}. Most banks show it within 5 to 10 days.`],
      };
    case 'releasing':
    case 'resolved':
    case 'fulfilled':
      return {
        ...about,
        title: 'In stock again',
        paragraphs: [`This from order ${order} is in stock again and on its way to you. You need not do anything.`],
      };
    case 'closed':
      return {
        ...about,
        title: 'This is settled',
        paragraphs: [`There is nothing left to answer for order ${order}.`],
      };
    default:
      return state satisfies never;
  }
};

const itemsOf = (detail: CaseDetail, data: BackorderData) =>
  data.lines.map(({ lineItemId, quantity }) => {
    const line = detail.order.lines.find((one) => one.id === lineItemId);
    return { quantity, title: [line?.title ?? 'Item', line?.variantTitle].filter(Boolean).join(', ') };
  });

const expected = ({ eta }: BackorderData): string =>
  eta === null
    ? 'We do not know yet when it will be back.'
    : `We expect it on ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${eta}T12:00:00Z`))}.`;

const dueOf = (detail: CaseDetail): string | null => {
  const due = detail.deadlines.find((one) => one.kind === 'backorder-response' && one.state === 'open')?.dueAt;
  if (due === undefined) return null;
  const { timeZone } = detail.shop;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long', timeZone }).format(new Date(due));
};

/** A2: where other things of the order can still be sent, what the shop offers; what was pressed in the mail comes first. */
const choicesOf = (
  detail: CaseDetail,
  data: BackorderData,
  settings: Settings,
  preferred: Answer | null,
): readonly Choice[] => {
  const short = new Map(data.lines.map((line) => [line.lineItemId, line.quantity]));
  const isPartial = ledgerOf(detail.order, settings).lines.some(
    ({ line, unshipped }) => unshipped > (short.get(line.id) ?? 0),
  );
  const offered = settings['oos.partial.choices'];
  const order: readonly PartialChoice[] = ['ship-rest', 'wait-all', 'refund-part', 'cancel-all'];
  const choices = isPartial ? order.filter((one) => offered.includes(one)).map((one) => PARTIAL[one]) : WHOLE;
  const isFirst = (choice: Choice): boolean => preferred !== null && choice.value.startsWith(preferred);
  return [...choices.filter(isFirst), ...choices.filter((choice) => !isFirst(choice))];
};
