import { GraphQLError } from 'graphql';
import type { Order } from '../model/model.ts';
import type { Bag } from '../model/money.ts';
import { decimal, minorOf, shortDecimal } from '../model/money.ts';
import { bagAtRate } from '../model/order-sums.ts';
import { refuse } from '../model/refused.ts';

type Currencies = Pick<Order, 'currency' | 'presentmentCurrency'>;

export const moneyV2 = (minor: number, currency: string) => ({
  amount: shortDecimal(minor, currency),
  currencyCode: currency,
});

export const moneyBag = (order: Currencies, bag: Bag) => ({
  shopMoney: moneyV2(bag.shop, order.currency),
  presentmentMoney: moneyV2(bag.pres, order.presentmentCurrency),
});

/** The deprecated `Money` scalar: a bare decimal in the shop's currency. */
export const shopDecimal = (order: Currencies, bag: Bag): string => decimal(bag.shop, order.currency);

/** A bare decimal in the customer's currency, as refunds give it. */
export const readPresentment = (order: Order, amount: string, cap: Bag, field: readonly string[]): Bag => {
  const minor = minorOf(amount, order.presentmentCurrency);
  if (minor === null) refuse(field, `Amount has too many decimal places for ${order.presentmentCurrency}`);
  if ((minor as number) < 0) refuse(field, 'Amount must be greater than or equal to 0');
  return bagAtRate(order, minor as number, cap);
};

/** A `MoneyInput`, which has to be in the customer's currency. */
export const readMoneyInput = (
  order: Order,
  input: { amount: string; currencyCode: string },
  cap: Bag,
  field: readonly string[],
): Bag => {
  if (input.currencyCode !== order.presentmentCurrency) {
    refuse(field, `Currency must be ${order.presentmentCurrency}.`, 'INVALID');
  }
  return readPresentment(order, input.amount, cap, field);
};

export const notModelled = (what: string): never => {
  throw new GraphQLError(`the sandbox does not model ${what}`, { extensions: { code: 'NOT_MODELLED' } });
};
