import { PolicyError, quoted } from '../errors.ts';
import type { Currency } from './money.ts';

/** Codes in use, ISO 4217; metals, funds and test codes left out. */
const CODES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF ' +
    'CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG ' +
    'HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA ' +
    'MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD ' +
    'RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX ' +
    'USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
);

/** Digits after the point where they are not two. */
const MINOR_DIGITS: Readonly<Record<Currency, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
};

/** Digits of a currency's minor unit by ISO 4217: USD 2, JPY 0, KWD 3. */
export const minorDigits = (currency: Currency): number => MINOR_DIGITS[currency] ?? 2;

/** @throws PolicyError `money/unknown-currency` */
export const parseCurrency = (value: unknown, path: string): Currency => {
  if (typeof value === 'string' && CODES.has(value)) return value;
  throw new PolicyError('money/unknown-currency', path, `expected a currency like "USD", got ${quoted(value)}`);
};
