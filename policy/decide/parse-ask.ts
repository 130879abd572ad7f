import { parseInstant } from '../days/instants.ts';
import {
  type Ask,
  type AskLine,
  INSPECTION_RESULTS,
  type Judged,
  RETURN_REASONS,
  type ReturnPostage,
} from '../decision.ts';
import { PolicyError, quoted } from '../errors.ts';
import { parseAmount } from '../money/decimal.ts';
import type { Currency, Minor } from '../money/money.ts';
import { Fields } from './fields.ts';

/** Fields that are there; `undefined` ones left out, so that equal questions have equal digests. */
const present = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const line = (fields: Fields): AskLine => {
  fields.only('lineItemId', 'quantity');
  return { lineItemId: fields.needId('lineItemId'), quantity: fields.needQuantity('quantity') };
};

const lines = (fields: Fields): AskLine[] => {
  const list = fields.needList('lines');
  if (list.length === 0) throw new PolicyError('input/missing', `${fields.at}.lines`, 'expected at least one line');
  return list.map(line);
};

const amount = (fields: Fields, key: string, currency: Currency): Minor | undefined =>
  fields.has(key) ? parseAmount(fields.value[key], currency, `${fields.at}.${key}`) : undefined;

const instant = (fields: Fields, key: string): string | undefined => {
  if (!fields.has(key)) return undefined;
  parseInstant(fields.value[key], `${fields.at}.${key}`);
  return fields.value[key] as string;
};

const postage = (fields: Fields, currency: Currency): ReturnPostage | undefined => {
  const own = fields.child('returnPostage');
  if (!own) return undefined;
  own.only('paidBy', 'amount');
  return present({
    paidBy: own.needWord('paidBy', ['customer', 'merchant'] as const),
    amount: amount(own, 'amount', currency),
  });
};

const judged = (fields: Fields): Judged | undefined => {
  const own = fields.child('judged');
  if (!own) return undefined;
  own.only(
    'carriage',
    'ownDamage',
    'warranty',
    'validDays',
    'greyZone',
    'inconclusive',
    'missingParts',
    'wrongItem',
    'undelivered',
    'goodwill',
    'shipFirst',
  );
  return present({
    carriage: own.word('carriage', ['charge', 'waive'] as const),
    ownDamage: own.word('ownDamage', ['accept'] as const),
    warranty: own.word('warranty', ['accept'] as const),
    validDays: own.count('validDays'),
    greyZone: own.word('greyZone', ['accept', 'decline'] as const),
    inconclusive: own.word('inconclusive', ['accept'] as const),
    missingParts: own.word('missingParts', ['refuse'] as const),
    wrongItem: own.word('wrongItem', ['refuse'] as const),
    undelivered: own.word('undelivered', ['our-side'] as const),
    goodwill: own.flag('goodwill'),
    shipFirst: own.flag('shipFirst'),
  });
};

const contact = (fields: Fields) => {
  const own = fields.child('contact');
  if (!own) return undefined;
  own.only('name', 'email', 'phone');
  return present({ name: own.text('name'), email: own.text('email'), phone: own.text('phone') });
};

const parseReturn = (fields: Fields, currency: Currency): Extract<Ask, { kind: 'return' }> => {
  fields.only(
    'kind',
    'reason',
    'lines',
    'photos',
    'artificialDamageDeclared',
    'troubleshootingDone',
    'contact',
    'warrantyMonths',
    'returnPostage',
    'originalShippingCost',
    'judged',
  );
  return present({
    kind: 'return',
    reason: fields.needWord('reason', RETURN_REASONS),
    lines: lines(fields),
    photos: fields.count('photos'),
    artificialDamageDeclared: fields.flag('artificialDamageDeclared'),
    troubleshootingDone: fields.flag('troubleshootingDone'),
    contact: contact(fields),
    warrantyMonths: fields.count('warrantyMonths'),
    returnPostage: postage(fields, currency),
    originalShippingCost: amount(fields, 'originalShippingCost', currency),
    judged: judged(fields),
  });
};

const parseSettle = (fields: Fields, currency: Currency): Extract<Ask, { kind: 'settle' }> => {
  fields.only('kind', 'return', 'parcel', 'inspection');
  const returned = fields.needChild('return');
  returned.only(
    'reason',
    'lines',
    'rmaIssuedAt',
    'remedy',
    'returnPostage',
    'originalShippingCost',
    'labelBy',
    'judged',
  );
  const parcel = fields.child('parcel');
  parcel?.only('receivedAt', 'carrierAcceptedAt', 'rmaMarked', 'lost');
  return present({
    kind: 'settle',
    return: present({
      reason: returned.needWord('reason', RETURN_REASONS),
      lines: lines(returned),
      rmaIssuedAt: instant(returned, 'rmaIssuedAt'),
      remedy: returned.word('remedy', ['refund', 'exchange'] as const),
      returnPostage: postage(returned, currency),
      originalShippingCost: amount(returned, 'originalShippingCost', currency),
      labelBy: returned.word('labelBy', ['customer', 'merchant'] as const),
      judged: judged(returned),
    }),
    parcel: parcel
      ? present({
          receivedAt: instant(parcel, 'receivedAt'),
          carrierAcceptedAt: instant(parcel, 'carrierAcceptedAt'),
          rmaMarked: parcel.flag('rmaMarked'),
          lost: parcel.flag('lost'),
        })
      : {},
    inspection: fields.list('inspection')?.map((item) => {
      item.only('lineItemId', 'quantity', 'result', 'deduction', 'parts');
      return present({
        lineItemId: item.needId('lineItemId'),
        quantity: item.needQuantity('quantity'),
        result: item.needWord('result', INSPECTION_RESULTS),
        deduction: amount(item, 'deduction', currency),
        parts: item.texts('parts'),
      });
    }),
  });
};

/**
 * What is asked, from JSON.
 * @param currency of the order: amounts are decimal strings in it
 * @throws PolicyError naming the field
 */
export const parseAsk = (json: unknown, currency: Currency): Ask => {
  const fields = Fields.of(json, 'ask');
  switch (fields.value.kind) {
    case 'cancel':
      fields.only('kind', 'lines');
      return present({ kind: 'cancel', lines: fields.has('lines') ? lines(fields) : undefined });
    case 'stock-out':
      fields.only('kind', 'lines', 'customerNotifiedAt', 'answer');
      return present({
        kind: 'stock-out',
        lines: lines(fields),
        customerNotifiedAt: instant(fields, 'customerNotifiedAt'),
        answer: fields.word('answer', ['wait', 'refund'] as const),
      });
    case 'return':
      return parseReturn(fields, currency);
    case 'settle':
      return parseSettle(fields, currency);
    default:
      throw new PolicyError(
        fields.has('kind') ? 'input/unknown-value' : 'input/missing',
        'ask.kind',
        `expected cancel, stock-out, return or settle, got ${quoted(fields.value.kind)}`,
      );
  }
};
