/** ISO 4217 code, e.g. `USD`. */
export type Currency = string;

/** A whole number of the currency's smallest unit: USD 12.30 → 1230, JPY 500 → 500, KWD 1.234 → 1234. */
export type Minor = number;

/** An exact amount. */
export type Money = Readonly<{ minor: Minor; currency: Currency }>;
