import type { Bag } from './money.ts';
import { exponent, minorOf, proportion } from './money.ts';
import type { OrderInput } from './order-input.ts';
import { refuse } from './refused.ts';

type Amount = string | number | null | undefined;
type Price = { amount: string | number; currency_code: string };
type PriceSet = { shop_money: Price; presentment_money: Price } | null | undefined;

/** Where an order in two currencies gives no rate: so many units of the customer's currency for one of the shop's. */
const DEFAULT_RATE = 0.9;

/** Reads amounts of the webhook form: bare amounts are in the shop's currency, `_set`s have both. */
export class OrderMoney {
  readonly shop: string;
  readonly presentment: string;
  /** Minor units of the customer's currency for one of the shop's, as a fraction. */
  private readonly rate: readonly [number, number];

  constructor(input: OrderInput, shopCurrency: string) {
    this.shop = input.currency ?? shopCurrency;
    const set = input.line_items.find((line) => line.price_set)?.price_set ?? input.total_price_set;
    this.presentment = input.presentment_currency ?? set?.presentment_money.currency_code ?? this.shop;
    for (const code of [this.shop, this.presentment]) {
      if (!/^[A-Z]{3}$/.test(code)) refuse(['currency'], `currency ${code} is not an ISO 4217 code`);
    }
    const shop = set ? minorOf(set.shop_money.amount, this.shop) : null;
    const pres = set ? minorOf(set.presentment_money.amount, this.presentment) : null;
    const scale = 10 ** (exponent(this.presentment) - exponent(this.shop));
    if (this.shop === this.presentment) this.rate = [1, 1];
    else this.rate = shop && pres ? [pres, shop] : [Math.round(DEFAULT_RATE * scale * 1000), 1000];
  }

  private minor(amount: string | number, currency: string): number {
    const minor = minorOf(amount, currency);
    return minor ?? refuse(null, `${String(amount)} is not an amount of ${currency}`);
  }

  private toPresentment(shop: number): number {
    return proportion(this.rate[0], shop, this.rate[1]);
  }

  read(amount: Amount, set?: PriceSet): Bag | null {
    if (set) {
      return {
        shop: this.minor(set.shop_money.amount, this.shop),
        pres: this.minor(set.presentment_money.amount, this.presentment),
      };
    }
    if (amount === null || amount === undefined) return null;
    const shop = this.minor(amount, this.shop);
    return { shop, pres: this.toPresentment(shop) };
  }

  /** A transaction names its own currency; in REST that is the customer's where nothing else is said. */
  readTransaction(amount: string | number, currency: string | undefined, total: Bag): Bag {
    if (this.shop === this.presentment || currency === this.shop) {
      const shop = this.minor(amount, this.shop);
      return shop === total.shop ? total : { shop, pres: this.toPresentment(shop) };
    }
    const pres = this.minor(amount, this.presentment);
    return pres === total.pres ? total : { shop: proportion(this.rate[1], pres, this.rate[0]), pres };
  }
}
