import type { ClauseId } from '../clauses.ts';
import type { SettingName, SettingValues } from '../settings.ts';

/** One setting in a customer's words, behind the clause that it is about. */
type Say<K extends SettingName> = Readonly<{
  clause: ClauseId;
  /** Null: the clause says it already. */
  say: (value: SettingValues[K], all: SettingValues) => string | null;
}>;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const days = (count: number): string => counted(count, 'day', 'days');

/** Whole days where it comes out even. */
const hours = (count: number): string =>
  count >= 48 && count % 24 === 0 ? days(count / 24) : counted(count, 'hour', 'hours');

const minutes = (count: number): string =>
  count >= 60 && count % 60 === 0 ? hours(count / 60) : counted(count, 'minute', 'minutes');

const listed = (words: readonly string[], last: 'and' | 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

const CHOICES: Readonly<Record<SettingValues['oos.partial.choices'][number], string>> = {
  'wait-all': 'wait for everything',
  'ship-rest': 'have the rest shipped now',
  'refund-part': 'have that part refunded',
  'cancel-all': 'cancel the whole order',
};

const CONTACT: Readonly<Record<SettingValues['intake.required'][number], string>> = {
  order_number: 'order number',
  email: 'email address',
  name: 'name',
  phone: 'phone number',
};

const PHOTOS = {
  'evidence.minPhotos.defective': 'something defective',
  'evidence.minPhotos.wrong_item_sent': 'something we sent by mistake',
  'evidence.minPhotos.missing_item': 'something that was missing',
  'evidence.minPhotos.changed_mind': 'something you no longer want',
  'evidence.minPhotos.customer_ordered_wrong': 'something you ordered by mistake',
  'evidence.minPhotos.refused_delivery': 'a parcel you refused',
} as const satisfies Partial<Record<SettingName, string>>;

const photos = (all: SettingValues): string | null => {
  const wanted = (Object.keys(PHOTOS) as (keyof typeof PHOTOS)[])
    .filter((name) => all[name] > 0)
    .map((name) => `${all[name]} of ${PHOTOS[name]}`);
  return wanted.length === 0 ? 'You need not send any with your request.' : `At least ${listed(wanted, 'and')}.`;
};

const PHOTO_SETTINGS = Object.fromEntries(
  (Object.keys(PHOTOS) as (keyof typeof PHOTOS)[]).map((name) => [
    name,
    { clause: 'P3' as const, say: (_: unknown, all: SettingValues) => photos(all) },
  ]),
) as unknown as { [K in keyof typeof PHOTOS]: Say<K> };

const rates = (all: SettingValues): string => {
  const table = Object.entries(all['originalShipping.rates']);
  if (table.length === 0) return 'If your order shipped free, we keep what shipping costs us.';
  const each = table.map(([where, amount]) => `${amount} for ${where === '*' ? 'all other countries' : where}`);
  return `If your order shipped free, we keep for the shipping ${listed(each, 'and')}.`;
};

/** In the order in which they stand behind their clause. */
export const SENTENCES_EN = {
  'wrongItemCustomer.carriage': {
    clause: 'P1',
    say: (value) =>
      ({
        charge: 'You pay the carriage in that case.',
        ask: 'We look at each case.',
        never: 'We do not charge it, though.',
      })[value],
  },
  ...PHOTO_SETTINGS,
  'oos.mailSla': { clause: 'P7', say: (value) => (value === 0 ? null : `At the latest after ${minutes(value)}.`) },
  'backorder.responseHours': {
    clause: 'P9',
    say: (value) =>
      value === 0 ? null : `That is when you say so, or when we have not heard from you within ${hours(value)}.`,
  },
  'oos.partial.choices': {
    clause: 'P9',
    say: (value) =>
      `If only a part of your order is concerned, you may ${listed(
        value.map((choice) => CHOICES[choice]),
        'or',
      )}.`,
  },
  'oos.partial.shipping': {
    clause: 'P9',
    say: (value) =>
      ({
        proportional: 'With a part, its share of the shipping goes back.',
        none: 'With a part, the shipping stays as it is.',
        full: 'With a part too, all of the shipping goes back.',
      })[value],
  },
  'changeOfMind.windowDays': {
    clause: 'P10',
    say: (value) =>
      value === null
        ? 'There is no last day for it.'
        : value === 0
          ? 'Once it has arrived, it is too late.'
          : `You have ${days(value)} after delivery.`,
  },
  'cancel.until': {
    clause: 'P11',
    say: (value) => (value === 'shipped_out' ? null : `You may do so for ${hours(value)} after you ordered.`),
  },
  'shippedOut.event': {
    clause: 'P11',
    say: (value) =>
      ({
        fulfillment_created: 'It has shipped once we have handed it over for shipping.',
        label_purchased: 'It has shipped once its label is printed.',
        carrier_scan: 'It has shipped once the carrier has scanned it.',
      })[value],
  },
  'cancel.partialShipping': {
    clause: 'P11',
    say: (value) =>
      value === 'keep'
        ? 'If you cancel a part, the shipping stays as it is.'
        : 'If you cancel a part, its share of the shipping goes back.',
  },
  'originalShipping.freeOrders': {
    clause: 'P12',
    say: (value, all) =>
      value === 'actual_cost'
        ? 'If your order shipped free, we keep what shipping it cost us.'
        : value === 'rate_table'
          ? rates(all)
          : 'If your order shipped free, we keep nothing for that.',
  },
  restockingFee: {
    clause: 'P12',
    say: (value) => (value === 0 ? null : `We keep ${value} % of what you paid for the goods.`),
  },
  'refusal.rtsFee': {
    clause: 'P13',
    say: (value) =>
      value === 'actual'
        ? 'You bear what the carrier charges for the way back.'
        : 'The way back costs you nothing then.',
  },
  'merchantFault.postage': {
    clause: 'P16',
    say: (value) => (value === 'merchant' ? 'We pay the postage, there and back.' : 'You pay the postage.'),
  },
  'remedy.chooser': {
    clause: 'P16',
    say: (value) => (value === 'customer' ? 'The choice is yours.' : 'The choice is ours.'),
  },
  'exchange.scope': {
    clause: 'P16',
    say: (value) =>
      ({
        same_variant: 'An exchange is for the same item.',
        same_product: 'An exchange is for the same product, in any size or colour.',
        any: 'An exchange is for anything we have.',
      })[value],
  },
  'rma.validDays': {
    clause: 'P21',
    say: (value) => `Your RMA is valid for ${days(value)}, counted from the day after we issued it.`,
  },
  'deadline.basis': {
    clause: 'P21',
    say: (value) =>
      value === 'received' ? 'By then it has to be with us.' : 'By then it has to be on its way, with the carrier.',
  },
  'rmaValidity.appliesTo': {
    clause: 'P21',
    say: (value) => (value === 'all' ? 'The same goes for everything else that is sent back.' : null),
  },
  'warranty.months': {
    clause: 'P23',
    say: (value, all) =>
      value === null
        ? null
        : `The warranty lasts ${counted(value, 'month', 'months')} from the day it was ${
            all['warranty.start'] === 'delivery' ? 'delivered' : 'shipped'
          }.`,
  },
  'misuse.decision': {
    clause: 'P23',
    say: (value) => (value === 'after_test' ? 'Whether something was misused we say only after a test.' : null),
  },
  'test.slaDays': { clause: 'P24', say: (value) => (value === 0 ? null : `We mean to be done within ${days(value)}.`) },
  'test.inconclusive': {
    clause: 'P24',
    say: (value) =>
      value === 'accept' ? 'If we find no fault, we take your word for it.' : 'If we find no fault, a person decides.',
  },
  rejectedGoods: {
    clause: 'P25',
    say: (value, all) =>
      ({
        return_at_customer_cost: 'What we do not accept goes back to you at your cost.',
        hold: `What we do not accept we keep for you for ${days(all['rejectedGoods.holdDays'])}; at your cost we send it back.`,
        dispose: `What we do not accept is disposed of after ${days(all['rejectedGoods.holdDays'])}.`,
      })[value],
  },
  'label.defective': {
    clause: 'P26',
    say: (value, all) =>
      value === 'customer'
        ? 'You send it back at your own cost.'
        : all['label.defectiveFee'] === 'deduct'
          ? 'We send you a label and deduct what it costs.'
          : 'We send you a label, free of charge.',
  },
  'defective.shippingRefund': {
    clause: 'P26',
    say: (value) => (value === 'none' ? null : 'Of the original shipping, though, your share goes back.'),
  },
  'intake.required': {
    clause: 'P30',
    say: (value) =>
      value.length === 0
        ? null
        : `Without your ${listed(
            value.map((field) => CONTACT[field]),
            'and',
          )} we can not begin.`,
  },
  missingParts: {
    clause: 'P33',
    say: (value) =>
      ({
        ask: 'A person decides.',
        deduct: 'We deduct what they cost.',
        refuse: 'We do not make exceptions.',
      })[value],
  },
  unmarkedParcel: {
    clause: 'P35',
    say: (value) =>
      value === 'match_then_process'
        ? 'We try to find out whose it is, which takes longer.'
        : 'A parcel without it is not accepted.',
  },
  returnRisk: {
    clause: 'P38',
    say: (value) =>
      ({
        label_owner: 'That is different where we gave you the label.',
        customer: null,
        merchant: 'What you paid goes back to you all the same.',
      })[value],
  },
} as const satisfies { readonly [K in SettingName]?: Say<K> };
