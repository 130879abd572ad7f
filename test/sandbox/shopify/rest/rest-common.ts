import { Temporal } from 'temporal-polyfill';
import { gidOf, idNumber } from '../model/json.ts';
import type { Order, TaxLine } from '../model/model.ts';
import type { Bag } from '../model/money.ts';
import { decimal } from '../model/money.ts';

/** Offsets by zone and quarter of an hour, within which no zone changes its offset. */
const offsets = new Map<string, number>();
const QUARTER_MS = 900_000;

const offsetAt = (milliseconds: number, timeZone: string): number => {
  const key = `${timeZone}/${Math.floor(milliseconds / QUARTER_MS)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const zoned = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(timeZone);
  const offset = zoned.offsetNanoseconds / 1_000_000;
  offsets.set(key, offset);
  return offset;
};

/** REST prints instants in the shop's time zone, to the second: `2026-11-22T10:00:00-05:00`. */
export const restTime = (milliseconds: number, timeZone: string): string => {
  const offset = offsetAt(milliseconds, timeZone);
  const local = new Date(milliseconds + offset).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

export const idAndGid = (type: string, id: string) => ({ id: idNumber(id), admin_graphql_api_id: gidOf(type, id) });

type Currencies = Pick<Order, 'currency' | 'presentmentCurrency'>;

export const priceSet = (order: Currencies, bag: Bag) => ({
  shop_money: { amount: decimal(bag.shop, order.currency), currency_code: order.currency },
  presentment_money: {
    amount: decimal(bag.pres, order.presentmentCurrency),
    currency_code: order.presentmentCurrency,
  },
});

/** `name` in the shop's currency and `name_set` in both. */
export const priced = (order: Currencies, name: string, bag: Bag) => ({
  [name]: decimal(bag.shop, order.currency),
  [`${name}_set`]: priceSet(order, bag),
});

export const restTaxLines = (order: Currencies, taxLines: readonly TaxLine[]) =>
  taxLines.map((tax) => ({
    channel_liable: false,
    ...priced(order, 'price', tax.price),
    rate: tax.rate,
    title: tax.title,
  }));
